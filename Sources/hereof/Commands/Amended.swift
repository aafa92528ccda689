import ArgumentParser
import ContractBrowser
import ContractModel

struct Amended: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amended",
    abstract: "Print an agreement of a case as its amendments leave it, and what could not be applied.",
    discussion: """
      hereof amended FOLDER prints every agreement that the case amends; --of names one by its path.
      Only what is certain is applied. A change that holds from a day or for a time is applied with --as-of, one that hangs on an event
      with --event "opening of the second bakery=2016-09-01". What is printed is computed from words and is no legal advice.
      """)

  @Option(help: "The path of the one agreement to print.")
  var of: String?
  @Flag(help: "Print only the changes, not the text.")
  var onlyChanges = false
  @Option(help: "The day on which the agreement is read, for changes that hold from a day or for a time: 2016-09-01.")
  var asOf: String?
  @OptionGroup var given: EventOptions
  @OptionGroup var options: CaseOptions

  func run() throws {
    let day = try asOf.map { try EventOptions.day($0, of: "--as-of") }
    let events = try given.dated()
    let loader = options.load()
    var value = loader.value
    value.day = day
    value.events = events.completed(by: value.events)
    let links = value.links
    let bases = value.members.indices.filter { index in
      of.map { value.members[index].path == $0 }
        ?? (links.amended.contains(index) && links.amended[index] == nil || links.restated.contains(index))
    }
    if let of, bases.isEmpty {
      StandardError.say("no agreement of the case is \(of)")
      throw Status.failed
    }
    let orphans = of == nil || options.json ? AmendedAgreement.orphans(in: value, links) : []
    let unplaced = AmendedAgreement.unplaced(in: value, links)
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
      for member in amended.amendments { StandardOutput.line("  " + Self.summary(of: member, amended, value)) }
      if amended.amendments.isEmpty {
        StandardOutput.line(unplaced.isEmpty ? "  nothing in the case changes it" : "  nothing in the case is known to change it")
      }
    }
    if bases.isEmpty, orphans.isEmpty, !value.members.isEmpty {
      StandardOutput.line("no agreement of the case is amended by another")
    }
    for change in orphans { StandardOutput.line(Self.words(change, value)) }
    for member in unplaced {
      let name = "\(value.members[member].title) (\(value.members[member].path))"
      StandardOutput.line("\(name): which agreement it changes is not certain; nothing of it is applied")
    }
    StandardOutput.line("\n" + ClockReport.notice)
    if !loader.failures.isEmpty { throw Status.failed }
  }

  private static func words(_ change: AmendedAgreement.Change, _ value: Case) -> String {
    let member = value.members[change.member]
    let line = member.agreement.text.position(of: change.range.lowerBound).line
    let place = "\(member.path):\(line)"
    if let reason = change.reason { return "\(change.provision): unapplied, \(reason) (\(place))" }
    let condition = change.condition.map { ", “\($0)”" } ?? ""
    return "\(change.provision): \(change.kind.rawValue)\(condition) (\(place))"
  }

  /// How much of an amendment was carried out: `2 of 3 changes applied`.
  private static func summary(of member: Int, _ amended: AmendedAgreement, _ value: Case) -> String {
    let changes = amended.changes.filter { $0.member == member }
    let name = "\(value.members[member].title) (\(value.members[member].path))"
    if changes.isEmpty { return "\(name): \(AmendedReport.nothingUnderstood)" }
    let applied = changes.count { $0.reason == nil }
    return "\(name): \(applied) of \(changes.count) change\(changes.count == 1 ? "" : "s") applied"
  }
}
