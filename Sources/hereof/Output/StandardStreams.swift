import FoundationEssentials
import Glibc
import TerminalGrid

/// Results go to standard output, words to standard error; both scrubbed of what a document could do to a terminal.
enum StandardOutput {
  static func write(_ text: String) { write(bytes: Array(Scrubber.scrubbed(text, keepingLines: true).utf8)) }
  static func line(_ text: String) { write(text + "\n") }

  /// Bytes that are safe already, such as JSON.
  static func write(bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = Glibc.write(STDOUT_FILENO, buffer.baseAddress! + offset, buffer.count - offset)
        if count < 0 {
          if errno == EINTR { continue }
          // A reader that closed its pipe has had enough.
          let reason = errno
          if reason == EPIPE { Platform.exit(Status.fine.rawValue) }
          StandardError.say("cannot write standard output: \(String(cString: strerror(reason)))")
          Platform.exit(Status.failed.rawValue)
        }
        offset += count
      }
    }
  }
}

enum StandardError {
  /// A message as `hereof: …`.
  static func say(_ message: String) { write("hereof: " + message) }

  static func write(_ text: String) {
    let line = Array((Scrubber.scrubbed(text, keepingLines: true) + (text.hasSuffix("\n") ? "" : "\n")).utf8)
    _ = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

/// The few calls of the system that have no better name.
enum Platform {
  static func exit(_ code: Int32) -> Never { Glibc.exit(code) }
  /// The time, as XML Schema writes it: `2026-05-01T12:00:00Z`.
  static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ value: Int32) -> String { (value < 10 ? "0" : "") + "\(value)" }
    return
      "\(parts.tm_year + 1_900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
