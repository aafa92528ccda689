import Foundation

/// Times a program's first screen in a pseudo-terminal of 80 by 24, from exec to the last byte before it falls quiet.
enum ScreenBenchmark {
  static func run(_ program: String, file: String) {
    defer { try? FileManager.default.removeItem(atPath: state) }
    let runs = 21
    // Taken in turns, so that a busy moment falls on both.
    var ours: [Double] = []
    var less: [Double] = []
    for _ in 0..<runs {
      ours.append(firstScreen([program, file]))
      less.append(firstScreen(["/usr/bin/less", file]))
    }
    let a = median(ours)
    let b = median(less)
    print(
      "first screen: hereof \(ModelBenchmark.rounded(a * 1000)) ms, less \(ModelBenchmark.rounded(b * 1000)) ms, ratio \(ModelBenchmark.rounded(a / b))"
    )
    let keys = keyTimes([program, file], keys: ["j", "j", "]", " ", "\r", "\u{7F}", "/", "t", "e", "\r", "n", "n"])
    print(
      "keys: median \(ModelBenchmark.rounded(median(keys) * 1000)) ms, slowest \(ModelBenchmark.rounded((keys.max() ?? 0) * 1000)) ms from byte in to last byte out"
    )
  }

  private static let state = FileManager.default.temporaryDirectory.appendingPathComponent("hereof-benchmark-\(getpid())").path

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func start(_ command: [String]) -> (pid: pid_t, descriptor: Int32, at: Double) {
    var descriptor: Int32 = 0
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    let at = ModelBenchmark.now()
    let pid = forkpty(&descriptor, nil, nil, &size)
    if pid == 0 {
      setenv("TERM", "xterm-256color", 1)
      setenv("LANG", "C.UTF-8", 1)
      // Every run begins at the first line, and what is kept goes elsewhere.
      setenv("XDG_STATE_HOME", state, 1)
      var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
      words.append(nil)
      execv(command[0], words)
      _exit(127)
    }
    return (pid, descriptor, at)
  }

  /// Reads until nothing comes for a while; the moment of the last byte.
  private static func settle(_ descriptor: Int32, quiet: Int32) -> Double? {
    var last: Double?
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, quiet) > 0, read(descriptor, &buffer, buffer.count) > 0 else { return last }
      last = ModelBenchmark.now()
    }
  }

  private static func stop(_ pid: pid_t, _ descriptor: Int32) {
    kill(pid, SIGHUP)
    close(descriptor)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
  }

  private static func firstScreen(_ command: [String]) -> Double {
    let (pid, descriptor, at) = start(command)
    let last = settle(descriptor, quiet: 120)
    stop(pid, descriptor)
    return (last ?? .infinity) - at
  }

  private static func keyTimes(_ command: [String], keys: [String]) -> [Double] {
    let (pid, descriptor, _) = start(command)
    _ = settle(descriptor, quiet: 200)
    var times: [Double] = []
    for key in keys {
      let at = ModelBenchmark.now()
      _ = key.withCString { write(descriptor, $0, strlen($0)) }
      if let last = settle(descriptor, quiet: 60) { times.append(last - at) }
    }
    stop(pid, descriptor)
    return times
  }
}
