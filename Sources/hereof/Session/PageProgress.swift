import Glibc
import Synchronization

/// A line on a terminal's standard error that counts the pages of a long file while it is read: `reading page 37 of 211`.
enum PageProgress {
  private static let wasShown = Mutex(false)

  /// Told how many pages are read; nothing is said of what is quick, or where no person looks.
  static func line() -> @Sendable (_ pages: Int, _ total: Int?) -> Bool {
    guard isatty(STDERR_FILENO) == 1 else { return { _, _ in true } }
    let state = Mutex((begun: now(), shown: 0.0))
    return { pages, total in
      let text = state.withLock { state -> String? in
        let time = now()
        guard time - state.begun > 0.5, time - state.shown > 0.1, pages > 0 else { return nil }
        state.shown = time
        return "\rreading page \(pages)\(total.map { " of \($0)" } ?? "") · Ctrl-C stops\u{1B}[K"
      }
      if text != nil { wasShown.withLock { $0 = true } }
      if let text { _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) } }
      return true
    }
  }

  /// Takes the line away.
  static func end() { if wasShown.withLock({ $0 }) { _ = "\r\u{1B}[K".withCString { write(STDERR_FILENO, $0, strlen($0)) } } }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
