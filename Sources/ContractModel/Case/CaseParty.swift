/// Somebody who is a party to agreements of a case, under all the names they have there.
///
/// Names are the same when their words are, in capitals or not; and where an alias says so.
public struct CaseParty: Sendable, Equatable {
  /// What they are in one agreement.
  public struct Appearance: Sendable, Equatable {
    /// The agreement, by its index in the case.
    public let member: Int
    /// By its index among the agreement's parties.
    public let party: Int
    /// The short name there: `Licensee`; nil where no short name is given.
    public let role: String?
    /// Who signs for them there, as printed, each once.
    public let signatories: [String]
  }

  /// The name as first printed.
  public let name: String
  /// Other ways it is printed, and other names.
  public let variants: [String]
  /// In order of the members.
  public let appearances: [Appearance]
}

extension Case {
  /// The parties of all agreements, in order of where each first appears.
  public var parties: [CaseParty] {
    var keys: [String: Int] = [:]
    var groups: [(names: [String], appearances: [CaseParty.Appearance])] = []
    for (index, member) in members.enumerated() where !isCopy(index) {
      let agreement = member.agreement
      let block = agreement.parties.isEmpty ? SignatureBlock() : SignatureBlock.find(agreement)
      let signers = block.signers.map { signer in
        let heading = agreement.words(signer.heading)
        return (company: heading, name: CompanyName(heading), signer: signer, person: agreement.words(signer.person))
      }
      let changes = Self.nameChanges(agreement)
      for (number, party) in agreement.parties.enumerated() {
        let company = CompanyName(party.name)
        let signing = signers.filter { $0.signer.party.map { $0 == number } ?? ($0.name == company) }
        let names =
          Self.names(party, in: agreement) + party.aliases
          + changes.filter { Self.key($0.new) == Self.key(party.name) }.map(\.old)
          + signing.filter(\.signer.isNamed).map { Self.printed($0.company) }
        let known = Set(names.compactMap { keys[Self.key($0)] }).sorted()
        let group = known.first ?? groups.count
        if group == groups.count { groups.append(([], [])) }
        // A former name joins those who were taken for two.
        for other in known.dropFirst() {
          for name in groups[other].names {
            keys[Self.key(name)] = group
            if !groups[group].names.contains(name) { groups[group].names.append(name) }
          }
          groups[group].appearances += groups[other].appearances
          groups[other] = ([], [])
        }
        for name in names {
          keys[Self.key(name)] = group
          if !groups[group].names.contains(name) { groups[group].names.append(name) }
        }
        var signatories: [String] = []
        for signer in signing where !signatories.contains(where: { Self.key($0) == Self.key(signer.person) }) {
          signatories.append(signer.person)
        }
        groups[group].appearances.append(
          CaseParty.Appearance(member: index, party: number, role: party.role, signatories: signatories))
      }
    }
    return groups.filter { !$0.appearances.isEmpty }.map {
      CaseParty(
        name: $0.names[0], variants: Array($0.names.dropFirst()),
        appearances: $0.appearances.sorted { ($0.member, $0.party) < ($1.member, $1.party) })
    }
  }

  private static let formerly: [StaticString] = [
    "f/k/a", "fka ", "formerly known as", "previously known as", "formerly named", "previously named", "formerly called",
    "previously called",
    "successor by change of name to", "successor by name change to", "whose former name was", "whose former name is",
    "now known as", "n/k/a", "formerly",
  ]

  /// The changes of names that an agreement tells: "Buyer changed its name from Fern Mills, Inc. to Bracken Textiles, Inc. on May 1, 2005".
  private static func nameChanges(_ agreement: Agreement) -> [(old: String, new: String)] {
    let span = agreement.reading.bytes.span
    var out: [(old: String, new: String)] = []
    var from = 0
    while out.count < 20, let at = span.firstIndex(of: "name from ", in: from..<span.count) {
      from = at + 10
      let limit = min(span.count, from + 120)
      guard span[from].isUpper, let to = span.firstIndex(of: " to ", in: from..<limit), span.byte(to + 4).isUpper else { continue }
      // The new name ends where its words in capitals do; the comma before a corporate form is the name's own.
      var end = to + 4
      while end < min(span.count, to + 90), ![Ascii.semicolon, Ascii.open, Ascii.close, Ascii.lineFeed].contains(span[end]) {
        if span[end] == Ascii.comma, CorporateEnding.end(span, span.skipSpaces(end + 1)) == nil { break }
        if span[end] == Ascii.space, span.byte(end + 1).isLower || span.byte(end + 1).isDigit { break }
        end += 1
      }
      let bytes = agreement.reading.bytes
      out.append((String(decoding: bytes[from..<to], as: UTF8.self), String(decoding: bytes[to + 4..<end], as: UTF8.self)))
    }
    return out
  }

  /// The name of a party, and those it had before: "Rowan Games, Inc. f/k/a Thistle, Inc.", "Rowan Games, Inc. (formerly Thistle, Inc.)".
  private static func names(_ party: Party, in agreement: Agreement) -> [String] {
    let reading = agreement.reading
    let span = reading.bytes.span
    let name = reading.reading(party.range)
    let near = name.lowerBound..<min(span.count, name.upperBound + 120)
    var found: (at: Int, end: Int)?
    for words in formerly where found == nil {
      if let at = span.firstIndex(of: words, in: near) { found = (at, at + words.utf8CodeUnitCount) }
    }
    guard let (at, behind) = found,
      // Only what describes the party may stand between: ", a Nevada corporation (which was".
      at < name.upperBound
        || !(name.upperBound..<at).contains(where: {
          reading.bytes[$0] == Ascii.quote || reading.bytes[$0] == Ascii.semicolon || reading.bytes[$0] == Ascii.lineFeed
            || span.matchesWord("and", at: $0) && span[$0 - 1] == Ascii.space
        })
    else { return [party.name] }
    // "(formerly: Fern Mills, Inc. and before that Moss Mills, Inc.)"
    var start = span.skipSpaces(span.byte(behind) == Ascii.colon ? behind + 1 : behind)
    if span[min(start, span.count - 1)] == Ascii.quote { start += 1 }
    var end = start
    while end < span.count, end - start < 80,
      ![Ascii.close, Ascii.semicolon, Ascii.open, Ascii.lineFeed, Ascii.quote].contains(span[end])
    {
      // "Thistle, Inc., a California corporation": the comma before the corporate form is the name's own.
      if span[end] == Ascii.comma, CorporateEnding.end(span, span.skipSpaces(end + 1)) == nil { break }
      if span.matches(" and before that", at: end) || span.matches(" and later", at: end) { break }
      end += 1
    }
    while end > start, span[end - 1].isSpace { end -= 1 }
    guard end > start, span[start].isUpper else { return [party.name] }
    let current = at < name.upperBound ? agreement.words(reading.source(name.lowerBound..<at)).trimmingMark : party.name
    return [current, party.name, String(decoding: reading.bytes[start..<end], as: UTF8.self)].reduce(into: []) { out, name in
      if !out.contains(name) { out.append(name) }
    }
  }

  /// A name as it stands above a signature, without the comma or colon behind it.
  private static func printed(_ name: String) -> String {
    var name = Substring(name)
    while let last = name.last, last == "," || last == ":" { name.removeLast() }
    return String(name)
  }

  private static func key(_ name: String) -> String {
    name.plainWords.filter { $0 != "the" }.joined(separator: " ")
  }
}

extension String {
  /// Without the blank, comma or bracket at its end.
  fileprivate var trimmingMark: String {
    var name = Substring(self)
    while let last = name.last, [" ", ",", "("].contains(last) { name.removeLast() }
    return String(name)
  }
}
