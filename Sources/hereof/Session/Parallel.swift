import Dispatch
import Glibc
import Synchronization
import TerminalGrid

/// Work on many things at once, one on each core, with the results in the order of the things.
enum Parallel {
  /// `doing` is what is said while it lasts ("reading"), on a terminal's standard error only.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], doing: String, name: ((Item) -> String)? = nil, _ work: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(items.count)
    forEach(items, doing: doing, name: name, by: work, take: { results.append($0) })
    return results
  }

  private static let jobs = Mutex<Int?>(nil)

  /// Does so many things at once from now on; nil for one on each core.
  static func use(jobs count: Int?) { jobs.withLock { $0 = count } }

  /// How many things are done at once.
  static var width: Int { jobs.withLock { $0 } ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The same, each result taken as soon as those before it were: no more are kept than a few for each core. Ctrl-C leaves the rest undone.
  static func forEach<Item: Sendable, Result: Sendable>(
    _ items: [Item], doing: String, name: ((Item) -> String)? = nil, by work: @escaping @Sendable (Item) -> Result,
    take: (Result) -> Void
  ) {
    guard items.count > 1 else {
      for item in items { take(work(item)) }
      return
    }
    Interruption.watch()
    defer { Interruption.unwatch() }
    guard !MemoryLimit.isTight else {
      for (index, item) in items.enumerated() {
        if Interruption.isRequested { return Interruption.stopped(doing, done: index, total: items.count) }
        take(work(item))
      }
      return
    }
    let width = min(width, items.count)
    let ahead = min(items.count, width * 8)
    let slots = (0..<ahead).map { _ in Slot<Result>() }
    // Counted from zero: a semaphore may not be given up below the count it was made with.
    let room = DispatchSemaphore(value: 0)
    for _ in 0..<ahead { room.signal() }
    let next = Atomic(0)
    for _ in 0..<width {
      BackgroundQueue.run {
        while true {
          room.wait()
          let index = next.add(1, ordering: .relaxed).oldValue
          guard index < items.count, !Interruption.isRequested else { return }
          slots[index % ahead].put(work(items[index]))
        }
      }
    }
    var progress = Progress(doing: doing, total: items.count)
    for index in items.indices {
      guard let result = slots[index % ahead].take() else {
        progress.end()
        return Interruption.stopped(doing, done: index, total: items.count)
      }
      room.signal()
      progress.step(index + 1 < items.count ? name?(items[index + 1]) : nil)
      take(result)
    }
    progress.end()
  }

  /// A place for one result, which waits until it is there.
  private final class Slot<Result: Sendable>: Sendable {
    private let result = Mutex<Result?>(nil)
    private let isThere = DispatchSemaphore(value: 0)

    func put(_ value: Result) {
      result.withLock { $0 = value }
      isThere.signal()
    }

    /// Nil where Ctrl-C came first.
    func take() -> Result? {
      while !Interruption.isRequested {
        if isThere.wait(timeout: .now() + .milliseconds(100)) == .success { return taken() }
      }
      return nil
    }

    private func taken() -> Result {
      result.withLock { value in
        guard let taken = value.take() else { preconditionFailure("a slot is taken after it was filled") }
        return taken
      }
    }
  }
}

/// A bar on standard error, `reading [####------] 120 of 300 lease.docx`; only where that is a terminal, and only for work of some length.
private struct Progress: Sendable {
  let doing: String
  let total: Int
  private let isShown: Bool
  /// How wide the terminal is: a bar over two rows could not be taken back.
  private let columns: Int
  private let begun = Self.now()
  private var done = 0
  private var last = 0.0
  private var wasWritten = false

  init(doing: String, total: Int) {
    self.doing = doing
    self.total = total
    var size = winsize()
    columns = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    isShown = isatty(STDERR_FILENO) == 1 && Platform.variable("TERM") != "dumb" && total >= 8
  }

  /// `name` is what is done next.
  mutating func step(_ name: String?) {
    done += 1
    guard isShown else { return }
    let time = Self.now()
    // Quick work needs no words; slow work is told of ten times a second.
    guard time - begun > 0.2, time - last > 0.1 else { return }
    last = time
    wasWritten = true
    let marks = done * 20 / total
    let bar = String(repeating: "#", count: marks) + String(repeating: "-", count: 20 - marks)
    let last = (name?.split(separator: "/").last).map { " " + Scrubber.scrubbed(String($0)).prefix(30) } ?? ""
    Self.write("\r" + "\(doing) [\(bar)] \(done) of \(total)\(last)".prefix(columns - 1) + "\u{1B}[K")
  }

  func end() { if wasWritten { Self.write("\r\u{1B}[K") } }

  private static func write(_ text: String) { _ = text.withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) } }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
