import Glibc

/// Another program, run until it ends.
enum ChildProcess {
  /// Its exit status; nil where it could not be run or was ended by a signal. With `input` it reads that and prints nothing; else it has the
  /// terminal.
  static func run(_ program: String, _ words: [String], input: [UInt8]? = nil) -> Int32? {
    var ends: [Int32] = [-1, -1]
    if input != nil, pipe(&ends) != 0 { return nil }
    for end in ends where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if input != nil {
      posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { word in word.withCString { strdup($0) } }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let isRunning = posix_spawnp(&process, program, &actions, nil, &arguments, environ) == 0
    if let input {
      close(ends[0])
      if isRunning { send(input, to: ends[1]) }
      close(ends[1])
    }
    guard isRunning else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return nil } }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = write(descriptor, buffer.baseAddress! + sent, buffer.count - sent)
        if count < 0, errno != EINTR { return }
        sent += max(count, 0)
      }
    }
  }
}
