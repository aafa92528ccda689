import CProgram
import Glibc

/// What is said where the memory that a process may have (`ulimit -v`) does not suffice: Swift ends without a word then.
enum MemoryLimit {
  /// How the terminal was set when the program began.
  private nonisolated(unsafe) static var terminal = termios()

  /// How many bytes of addresses the process may have; nil without a limit.
  private static let addresses: rlim_t? = {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur != rlim_t.max else { return nil }
    return limit.rlim_cur
  }()

  /// Whether the addresses leave no room for a thread on each core: one more is waited for without end then.
  static let isTight = addresses.map { $0 < 64 << 20 } ?? false

  /// Says so, and leaves the terminal as it was, if memory runs out under a limit; without one nothing is changed.
  static func watch() {
    guard addresses != nil else { return }
    // A thread's own pool of memory asks for 128 MB of addresses, again and again where they are not to be had.
    hereof_use_one_pool()
    tcgetattr(STDIN_FILENO, &terminal)
    for number in [SIGABRT, SIGSEGV, SIGILL, SIGTRAP] {
      signal(number) { _ in
        // Only what is safe in a handler: the words are in the binary.
        if isatty(STDIN_FILENO) == 1 { tcsetattr(STDIN_FILENO, TCSANOW, &MemoryLimit.terminal) }
        // The mouse off, no bracketed paste, the cursor shown, the other screen left.
        let screen: StaticString = "\u{1B}[?1002l\u{1B}[?1006l\u{1B}[?2004l\u{1B}[?25h\u{1B}[?1049l"
        if isatty(STDOUT_FILENO) == 1 { _ = write(STDOUT_FILENO, screen.utf8Start, screen.utf8CodeUnitCount) }
        let words: StaticString = "hereof: the memory that this process may have (ulimit -v) is used up\n"
        _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
        _exit(2)
      }
    }
  }
}
