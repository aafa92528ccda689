import ArgumentParser
import ContractModel

struct Refs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refs", abstract: "Print the cross-references of agreements and where each leads.")
  @OptionGroup var options: CaseOptions

  func run() throws {
    try options.readCase { value, links, index in
      let member = value.members[index]
      let agreement = member.agreement
      var cursor = PositionCursor(member.agreement.text, path: member.path)
      for (number, reference) in agreement.references.enumerated() {
        let place = cursor.place(of: reference.range.lowerBound)
        let here = agreement.place(reference.provision)
        StandardOutput.line(
          "\(place.path):\(place.line):\(place.column): [\(here)] \(agreement.words(reference.range)) "
            + (links.references[index][number].map { Self.words($0, in: value) } ?? Self.words(reference)))
      }
    }
  }

  /// Where a reference to another agreement leads.
  private static func words(_ target: CaseLinks.Target, in value: Case) -> String {
    func name(_ member: Int) -> String { "\(value.members[member].title) (\(value.members[member].path))" }
    switch target {
    case .provisions(let member, let ids):
      return "→ \(ids.map { value.members[member].agreement.provisions[$0].number }.joined(separator: ", ")) of \(name(member))"
    case .missing(let member): return "is missing in \(name(member))"
    case .paper(let member): return "→ \(name(member))"
    case .ambiguous(let members): return "is of one of \(members.map(name).joined(separator: ", "))"
    case .absent(let name): return "is of the \(name), which is not in the case"
    }
  }

  private static func words(_ reference: CrossReference) -> String {
    let targets = reference.targets.joined(separator: ", ")
    switch reference.status {
    case .internal:
      return "→ \(targets)" + (reference.absent.isEmpty ? "" : " (not there: \(reference.absent.joined(separator: ", ")))")
    case .missing: return "is missing"
    case .attachment: return "→ \(targets)" + (reference.attached ? "" : " (not attached)")
    case .external: return "is another document's"
    }
  }
}
