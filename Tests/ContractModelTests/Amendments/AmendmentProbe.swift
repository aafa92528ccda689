import ContractModel
import TestSupport

/// A short agreement of our own, made on March 3, 2011, and what an amendment of May 9, 2013 between the same parties makes of it.
struct AmendmentProbe {
  let agreement: String
  /// Its title, and what the amendment calls it: "Kiln Lease", "Lease".
  let title: String
  let name: String
  /// Each with its role.
  let parties: [(name: String, role: String)]

  func amended(_ instruction: String, asOf day: String? = nil, _ event: (name: String, day: String)? = nil) -> AmendedAgreement {
    let signatures = parties.map { "\($0.name.uppercased())\n\nBy: ____________\n\n" }.joined()
    let amendment = """
      FIRST AMENDMENT TO \(title.uppercased())

      This First Amendment to \(title) (this "Amendment") is made as of May 9, 2013 between
      \(parties.map { "\($0.name) (\"\($0.role)\")" }.joined(separator: " and ")), who are parties to the \(title) dated as of
      March 3, 2011 (the "\(name)").

      \(instruction)

      9. Rest. In all else the \(name) stays as it is.

      \(signatures)
      """
    var value = Case(title: "", members: MillLane.members([("agreement.txt", agreement), ("amendment.txt", amendment)]))
    value.day = day.flatMap { CalendarDate(iso: $0) }
    if let event { _ = value.events.add(event.name, on: CalendarDate(iso: event.day)!) }
    return AmendedAgreement(0, in: value)
  }
}

extension AmendedAgreement {
  /// All its words, with single blanks.
  var allWords: String { agreement.words(0..<agreement.text.bytes.count) }
}
