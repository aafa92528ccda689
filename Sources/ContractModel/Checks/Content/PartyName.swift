/// Finds names that are nearly a party's, signatories who are no party, parties who do not sign, and one person under two names.
///
/// "VALENCE TECHNOLOGIES, INC." signs where Valence Technology, Inc. is the party; Chen Mengli signs above, Cheng Mengli below.
enum PartyName: CheckRule {
  static let code = "party-name"
  static let severity = Finding.Severity.warning
  static let summary = "a signatory whose name is nearly a party's, or one person under two names"
  static let example = "Acme Technologies, Inc. signs for Acme Technology, Inc."

  static func findings(_ agreement: Agreement) -> [Finding] {
    let block = SignatureBlock.find(agreement)
    return companies(agreement, block) + persons(agreement, block)
  }

  // MARK: Companies

  private static func companies(_ agreement: Agreement, _ block: SignatureBlock) -> [Finding] {
    let parties = agreement.parties.flatMap { party in
      ([party.name] + party.aliases).map { (party: party, name: CompanyName($0)) }
    }.filter { !$0.name.words.isEmpty }
    let signing = block.companies.map { (range: $0, name: CompanyName(agreement.words($0))) }
    guard !parties.isEmpty, !signing.isEmpty else { return [] }
    // Where many sign, lenders, guarantors and subsidiaries are named by their kind alone.
    let areFew = agreement.parties.count == 2 && Set(signing.map(\.name.words)).count <= 2
    var out: [Finding] = []
    var signed: Set<String> = []
    for party in parties where signing.contains(where: { $0.name == party.name }) { signed.insert(party.party.name) }
    for signatory in signing where !parties.contains(where: { $0.name == signatory.name }) {
      let words = agreement.words(signatory.range)
      if let near = parties.first(where: { !signed.contains($0.party.name) && signatory.name.isNearly($0.name) }) {
        signed.insert(near.party.name)
        // "EVERGREEN" on one line and "OAK TRUST, INC." below is the whole name.
        if near.name.words.dropFirst() == signatory.name.words[...], let first = near.name.words.first,
          CompanyName.words(
            of: agreement.words(max(0, signatory.range.lowerBound - first.utf8.count - 40)..<signatory.range.lowerBound)
          ).last == first
        {
          continue
        }
        out.append(
          Finding(
            code, .warning, signatory.range, subject: words, nearly(words, near.party.name),
            notes: [Finding.Note(range: near.party.range, message: "the party is named here")]))
      } else if areFew, !parties.contains(where: { $0.name.isAkin(signatory.name) }) {
        out.append(Finding(code, .info, signatory.range, subject: words, stranger(words)))
      }
    }
    for party in parties
    where areFew && party.name.isCompany && !signed.contains(party.party.name) && !signed.isEmpty
      && !signing.contains(where: { $0.name.isAkin(party.name) })
    {
      out.append(Finding(code, .info, party.party.range, subject: party.party.name, silent(party.party.name)))
    }
    return out
  }

  // MARK: Persons

  /// Names of signatories that differ in one letter of one word.
  private static func persons(_ agreement: Agreement, _ block: SignatureBlock) -> [Finding] {
    var out: [Finding] = []
    var seen: [(words: [String], range: Range<Int>)] = []
    for range in block.persons {
      let words = CompanyName.words(of: agreement.words(range))
      guard (2...4).contains(words.count), !seen.contains(where: { $0.words == words }) else { continue }
      if let other = seen.first(where: { isOnePerson($0.words, words) }) {
        let (name, before) = (agreement.words(range), agreement.words(other.range))
        out.append(
          Finding(
            code, .warning, range, subject: name, twoNames(name, before),
            notes: [Finding.Note(range: other.range, message: "“\(before)” is here")]))
      }
      seen.append((words, range))
    }
    return out
  }

  private static func isOnePerson(_ a: [String], _ b: [String]) -> Bool {
    guard a.count == b.count else { return false }
    let other = zip(a, b).filter { $0 != $1 }
    guard other.count == 1, let (x, y) = other.first, min(x.utf8.count, y.utf8.count) > 3 else { return false }
    return EditDistance.between(x, y) == 1
  }

  // MARK: Messages

  private static func nearly(_ words: String, _ party: String) -> String { "“\(words)” signs; the party is “\(party)”." }
  private static func stranger(_ words: String) -> String { "“\(words)” signs and is named nowhere as a party." }
  private static func silent(_ name: String) -> String { "“\(name)” is a party and is not among those who sign." }
  private static func twoNames(_ name: String, _ other: String) -> String { "“\(name)” and “\(other)” may be one person." }
}
