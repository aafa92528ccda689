import AgreementReaders
import ContractBrowser
import ContractModel
import Dispatch
import Glibc
import Synchronization

/// Reads the files of a case beside whatever else is done, and hands the agreements on in the order of the files.
final class CaseReading {
  private(set) var loader: CaseLoader
  private let total: Int
  /// How many files were handed to the loader.
  private(set) var taken = 0
  private let shared = Shared()
  private var isComposing = false

  /// What the threads that read share with the one that draws.
  private final class Shared: Sendable {
    let next = Mutex(0)
    let outcomes = Mutex<[Int: CaseLoader.Outcome]>([:])
    let composed = Mutex<[Case.Member]?>(nil)
    let arrived = DispatchSemaphore(value: 0)
  }

  init(_ paths: [String], _ options: AgreementReader.Options) {
    loader = CaseLoader(paths)
    let found = loader.found
    total = found.count
    let shared = shared
    // One file alone is read at once: a thread for it would only cost time.
    guard total > 1 else {
      var options = options
      options.progress = PageProgress.line()
      for file in found { loader.take(CaseLoader.open(file, options)) }
      PageProgress.end()
      taken = total
      loader.compare()
      return
    }
    for _ in 0..<min(total, Parallel.width) {
      BackgroundQueue.run {
        while true {
          let index = shared.next.withLock { next in
            defer { next += 1 }
            return next
          }
          guard index < found.count else { return }
          let outcome = CaseLoader.open(found[index], options)
          shared.outcomes.withLock { $0[index] = outcome }
          shared.arrived.signal()
        }
      }
    }
  }

  var isComplete: Bool { taken == total }
  var progress: ReadingProgress? { isComplete ? nil : ReadingProgress(done: taken, total: total) }

  /// Takes what was read since, waiting so long for the next file; true when there was something.
  func advance(milliseconds: Int) -> Bool {
    guard !isComplete else { return false }
    let before = taken
    takeReady()
    if taken == before, milliseconds > 0, shared.arrived.wait(timeout: .now() + .milliseconds(milliseconds)) == .success {
      takeReady()
    }
    if isComplete { loader.compare() }
    return taken > before
  }

  private func takeReady() {
    while let outcome = shared.outcomes.withLock({ $0.removeValue(forKey: taken) }) {
      loader.take(outcome)
      taken += 1
    }
  }

  /// The agreements as their amendments leave them, composed beside; nil until that is done.
  func composed() -> [Case.Member]? {
    guard isComplete else { return nil }
    if !isComposing {
      isComposing = true
      let shared = shared
      let value = loader.value
      BackgroundQueue.run {
        let members = Array(value.withAmended().members[value.members.count...])
        shared.composed.withLock { $0 = members }
      }
    }
    return shared.composed.withLock { $0 }
  }
}
