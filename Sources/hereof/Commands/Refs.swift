import ArgumentParser
import ContractModel

struct Refs: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print the cross-references of agreements and where each leads.")
  @OptionGroup var options: CaseOptions

  func run() throws {
    try options.read { member in
      let agreement = member.agreement
      var cursor = PositionCursor(agreement.text)
      for reference in agreement.references {
        let place = cursor.position(of: reference.range.lowerBound)
        let here = reference.provision.map { agreement.provisions[$0].number } ?? "preamble"
        StandardOutput.line(
          "\(member.path):\(place.line):\(place.column): [\(here)] \(agreement.words(reference.range)) \(Self.words(reference))")
      }
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
