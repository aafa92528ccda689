import ContractBrowser
import Synchronization

/// Runs what the browser wants to find out beside the thread that draws, and keeps the results until they are fetched.
final class LibraryWorkshop: Sendable {
  private let found = Mutex<[Library.Result]>([])

  func start(_ work: Library.Work) {
    BackgroundQueue.run { [self] in
      let result = work.run()
      found.withLock { $0.append(result) }
    }
  }

  /// What was found out since this was last asked.
  func results() -> [Library.Result] {
    found.withLock { results in
      defer { results = [] }
      return results
    }
  }
}
