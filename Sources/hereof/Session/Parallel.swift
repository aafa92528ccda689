import Dispatch
import Glibc
import Synchronization

/// Work on many things at once, one on each core, with the results in the order of the things.
enum Parallel {
  /// `doing` is what is said while it lasts ("reading"), on a terminal's standard error only.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], doing: String, _ work: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    guard items.count > 1 else { return items.map(work) }
    let results = Mutex([Result?](repeating: nil, count: items.count))
    let progress = Mutex(Progress(doing: doing, total: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let result = work(items[index])
      results.withLock { $0[index] = result }
      progress.withLock { $0.step() }
    }
    progress.withLock { $0.end() }
    return results.withLock { $0.compactMap { $0 } }
  }
}

/// A line on standard error that counts: `reading 120 of 665`; only where that is a terminal, and only for work of some length.
private struct Progress: Sendable {
  let doing: String
  let total: Int
  private let isShown: Bool
  private let begun = Self.now()
  private var done = 0
  private var last = 0.0
  private var wasWritten = false

  init(doing: String, total: Int) {
    self.doing = doing
    self.total = total
    isShown = isatty(STDERR_FILENO) == 1 && total >= 8
  }

  mutating func step() {
    done += 1
    guard isShown else { return }
    let time = Self.now()
    // Quick work needs no words; slow work is told of ten times a second.
    guard time - begun > 0.2, time - last > 0.1 else { return }
    last = time
    wasWritten = true
    Self.write("\r\(doing) \(done) of \(total)\u{1B}[K")
  }

  func end() { if wasWritten { Self.write("\r\u{1B}[K") } }

  private static func write(_ text: String) { _ = text.withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) } }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
