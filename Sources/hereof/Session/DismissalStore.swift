import ContractBrowser
import ContractModel

/// Where the dismissed findings of an agreement are kept: in the state folder, or in a file that settings or the command line name.
struct DismissalStore {
  let file: DismissalFile?
  let state: MemoryStore?

  enum Failure: Error {
    case syntax(String)
    case unwritable(String)

    var words: String {
      switch self {
      case .syntax(let words): words
      case .unwritable(let path): "nothing is kept: \(path) cannot be written"
      }
    }
  }

  /// The name an agreement has in a file of dismissals.
  static func name(_ member: Case.Member) -> String {
    member.path == "-" ? "standard input" : member.path.split(separator: "/").last.map(String.init) ?? member.path
  }

  /// All that are kept of an agreement, wherever they are.
  func dismissals(of member: Case.Member) throws(Failure) -> [Dismissal] {
    try inFile(member) + (state?.recall(member, path: MemoryStore.absolute(member.path))?.memory.dismissals ?? [])
  }

  /// Those that the file holds of an agreement.
  func inFile(_ member: Case.Member) throws(Failure) -> [Dismissal] {
    guard let file else { return [] }
    do { return try file.entries().filter { $0.agreement == Self.name(member) }.map(\.dismissal) } catch {
      throw .init(error, file)
    }
  }

  /// Keeps some and lets go of others: in the file where there is one, else in the state folder.
  func change(_ member: Case.Member, adding: [Dismissal], removing: [Dismissal]) throws(Failure) {
    if let file {
      do { try file.change(Self.name(member), adding: adding, removing: removing) } catch { throw .init(error, file) }
      if removing.isEmpty { return }
    }
    guard let state else { return }
    let path = MemoryStore.absolute(member.path)
    let recalled = state.recall(member, path: path)
    var memory = recalled?.memory.fitted(to: member.agreement) ?? Memory(path: member.path, title: member.agreement.title)
    let before = memory
    memory.dismissals.removeAll { known in removing.contains { $0.isOfSameFinding(as: known) } }
    if file == nil {
      memory.dismissals += adding.filter { new in !memory.dismissals.contains { $0.isOfSameFinding(as: new) } }
    }
    guard memory != before || recalled == nil && !memory.dismissals.isEmpty else { return }
    switch state.keep(memory, of: member, path: path, base: recalled?.memory) {
    case .success: return
    case .failure(.folder(let path)), .failure(.file(let path)): throw .unwritable(path)
    }
  }
}

extension DismissalStore.Failure {
  fileprivate init(_ failure: DismissalFile.Failure, _ file: DismissalFile) {
    switch failure {
    case .syntax(let words): self = .syntax(words)
    case .unwritable: self = .unwritable(file.path)
    case .foreign: self = .syntax("\(file.path) is written in a way that only its writer should change: take the entry out by hand")
    }
  }
}
