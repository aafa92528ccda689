import ArgumentParser
import ContractBrowser
import ContractModel

struct Amended: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print an agreement of a case as its amendments leave it, and what could not be applied.",
    discussion: """
      hereof amended FOLDER prints every agreement that the case amends; --of names one by its path.
      Only what is certain is applied. What is printed is computed from words and is no legal advice.
      """)

  @Option(help: "The path of the one agreement to print.")
  var of: String?
  @Flag(help: "Print only the changes, not the text.")
  var onlyChanges = false
  @OptionGroup var options: CaseOptions

  func run() throws {
    let loader = options.load()
    let value = loader.value
    let links = value.links
    let bases = value.members.indices.filter { index in
      of.map { value.members[index].path == $0 } ?? (links.amended.contains(index) && links.amended[index] == nil)
    }
    if let of, bases.isEmpty {
      StandardError.say("no agreement of the case is \(of)")
      throw Status.failed
    }
    let orphans = of == nil ? AmendedAgreement.orphans(in: value, links) : []
    if options.json {
      let made = bases.map { AmendedAgreement($0, in: value, links) }
      StandardOutput.write(bytes: AmendedReport.json(made, orphans, in: value, withText: !onlyChanges))
      if !loader.failures.isEmpty { throw Status.failed }
      return
    }
    for base in bases {
      let amended = AmendedAgreement(base, in: value, links)
      if !onlyChanges { StandardOutput.write(PlainText.text(amended.agreement, width: 80) + "\n") }
      StandardOutput.line("\(value.members[base].title) (\(value.members[base].path)) as amended:")
      for change in amended.changes { StandardOutput.line("  " + Self.words(change, value)) }
      if amended.changes.isEmpty { StandardOutput.line("  nothing in the case changes it") }
    }
    if bases.isEmpty, orphans.isEmpty, !value.members.isEmpty {
      StandardOutput.line("no agreement of the case is amended by another")
    }
    for change in orphans { StandardOutput.line(Self.words(change, value)) }
    StandardOutput.line("\n" + ClockReport.notice)
    if !loader.failures.isEmpty { throw Status.failed }
  }

  private static func words(_ change: AmendedAgreement.Change, _ value: Case) -> String {
    let member = value.members[change.member]
    let line = member.agreement.text.position(of: change.range.lowerBound).line
    let place = "\(member.path):\(line)"
    if let reason = change.reason { return "\(change.provision): unapplied, \(reason) (\(place))" }
    return "\(change.provision): \(change.kind.rawValue) (\(place))"
  }
}
