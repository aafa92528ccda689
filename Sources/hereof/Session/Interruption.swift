import Glibc
import Synchronization

/// Ctrl-C in work on many files: what is being done stops, and what it has by then is printed; pressed again, it ends the program at once.
enum Interruption {
  private static let isAsked = Atomic(false)
  private static let first = Mutex<(doing: String, done: Int, total: Int)?>(nil)

  /// From now on Ctrl-C asks instead of ending the program.
  static func watch() {
    // Made before the handler can run: what is in a handler must not wait.
    _ = isAsked.load(ordering: .relaxed)
    signal(SIGINT) { number in
      guard Interruption.isAsked.exchange(true, ordering: .relaxed) else { return }
      let bar: StaticString = "\r\u{1B}[K"
      if isatty(STDERR_FILENO) == 1 { _ = Glibc.write(STDERR_FILENO, bar.utf8Start, bar.utf8CodeUnitCount) }
      signal(number, SIG_DFL)
      raise(number)
    }
  }

  /// The work is done: Ctrl-C ends the program again.
  static func unwatch() { signal(SIGINT, SIG_DFL) }

  static var isRequested: Bool { isAsked.load(ordering: .relaxed) }

  /// Work has stopped because it was asked to, with so much done; what comes after it goes on.
  static func stopped(_ doing: String, done: Int, total: Int) {
    first.withLock { $0 = $0 ?? (doing, done, total) }
    isAsked.store(false, ordering: .relaxed)
  }

  /// What is said at the end where work was stopped: `stopped reading: 412 of 2074 done`.
  static var words: String? { first.withLock { $0 }.map { "stopped \($0.doing): \($0.done) of \($0.total) done" } }

  /// How the program ends then, as one that a signal ended: 128 and the number of the signal.
  static let status: Int32 = 128 + SIGINT
}
