import AgreementReaders
import Dispatch
import Synchronization

/// One path that is read beside the thread that draws, which can look how far it is and stop it.
final class FileWork: Sendable {
  private struct State {
    var pages = 0
    var total: Int?
    var isStopped = false
    var result: CaseLoader?
  }
  private let state = Mutex(State())
  private let done = DispatchSemaphore(value: 0)

  init(_ path: String, _ options: AgreementReader.Options) {
    var options = options
    options.progress = { [self] pages, total in take(pages, total) }
    let final = options
    BackgroundQueue.run { [self] in
      let loader = CaseLoader.load([path], final)
      state.withLock { $0.result = loader }
      done.signal()
    }
  }

  private func take(_ pages: Int, _ total: Int?) -> Bool {
    state.withLock {
      $0.pages = pages
      $0.total = total
      return !$0.isStopped
    }
  }

  /// Waits so many milliseconds for the end.
  func isDone(within milliseconds: Int) -> Bool { done.wait(timeout: .now() + .milliseconds(milliseconds)) == .success }

  func stop() { state.withLock { $0.isStopped = true } }

  /// `reading page 37 of 211 · Esc stops`
  var words: String {
    state.withLock { state in
      if state.isStopped { return "stopping" }
      return state.pages == 0
        ? "reading · Esc stops" : "reading page \(state.pages)\(state.total.map { " of \($0)" } ?? "") · Esc stops"
    }
  }

  /// What was read; nil before it is done.
  var result: CaseLoader? { state.withLock { $0.result } }
}
