/// Where an agreement is signed: the companies and persons named there.
///
/// It runs from the words of execution ("IN WITNESS WHEREOF") to the first attachment; companies stand alone on a line or in a column of
/// one and end in "Inc.", "Ltd." or the like, persons behind "Name:" or "/s/". Who signs below a party's name or role, `SELLER`, signs for
/// it; one who is a party himself signs for himself, and below a heading that names no party nobody is said to sign for anyone.
struct SignatureBlock {
  /// Who signs, and for whom.
  struct Signer {
    /// What stands above: the company's name, or what the party is called.
    let heading: Range<Int>
    /// The party that the heading names, by its index; nil where only its name can tell.
    let party: Int?
    /// Whether the heading is the company's name and nothing else.
    let isNamed: Bool
    let person: Range<Int>
  }

  private(set) var companies: [Range<Int>] = []
  private(set) var persons: [Range<Int>] = []
  /// Who signs under which company's name.
  private(set) var signers: [Signer] = []

  /// The longest block looked at, in bytes.
  private static let limit = 12_000

  /// What stands above a column, by where the column begins.
  private struct Heading {
    let column: Int
    let range: Range<Int>
    let party: Int?
    var isNamed = true
  }

  static func find(_ agreement: Agreement) -> SignatureBlock {
    var out = SignatureBlock()
    guard let range = range(agreement) else { return out }
    let text = agreement.text
    let span = text.bytes.span
    let names = SigningNames(agreement.parties)
    var line = text.lines.index(at: range.lowerBound) + 1
    var isUnderBy = false
    var above: [Heading] = []
    while line < text.lines.count, text.lines[line].lowerBound < range.upperBound {
      for cell in cells(span, text.lines[line]) {
        let begins = span.matches("by:", at: cell.lowerBound) || span.matches("by ", at: cell.lowerBound)
        let column = cell.lowerBound - text.lines[line].lowerBound
        func head(_ heading: Heading?) {
          above.removeAll { abs($0.column - column) <= columnWidth }
          if let heading { above.append(heading) }
        }
        let words = agreement.words(cell)
        if let person = person(span, cell) {
          out.persons.append(person)
          let nearest = above.min { abs($0.column - column) < abs($1.column - column) }
          if let own = names.individual(agreement.words(person)) {
            out.signers.append(Signer(heading: person, party: own, isNamed: false, person: person))
          } else if let nearest, abs(nearest.column - column) <= columnWidth {
            out.signers.append(Signer(heading: nearest.range, party: nearest.party, isNamed: nearest.isNamed, person: person))
          }
        } else if !begins, !isUnderBy, isCompany(words) {
          out.companies.append(cell)
          head(Heading(column: column, range: cell, party: nil))
        } else if !begins, let party = names.called(words) {
          // `"COMPANY"` below its signature closes what was signed for it.
          let isClosed = above.contains { abs($0.column - column) <= columnWidth && $0.party == party }
          head(
            isClosed && span[cell.lowerBound] == Ascii.quote
              ? nil : Heading(column: column, range: cell, party: party, isNamed: false))
        } else if !begins, let party = names.opening(words) {
          head(Heading(column: column, range: cell, party: party, isNamed: false))
        } else if !begins, isInstitution(words) || isOtherHeading(span, cell) {
          // Who signs below signs for the bank, and no more for the company above it.
          head(Heading(column: column, range: cell, party: nil))
        }
        // "By: Acme Holdings, Inc., its general partner" signs for another.
        isUnderBy = begins && cell.count <= 4
      }
      line += 1
    }
    return out
  }

  /// How far apart, in bytes, words of one column may begin.
  private static let columnWidth = 16

  /// Where the words of execution stand; nil where there are none.
  static func start(_ agreement: Agreement) -> Int? { range(agreement)?.lowerBound }

  private static func range(_ agreement: Agreement) -> Range<Int>? {
    let span = agreement.text.bytes.span
    let tree = agreement.provisions
    let attached = tree.indices.first { tree[$0].kind == .attachment }.map { tree[$0].start } ?? span.count
    // Each page to sign may begin with the words: the first of those that stand near each other.
    var start: Int?
    var last = 0
    var from = 0
    while let at = span.firstIndex(of: "in witness whereof", in: from..<attached) {
      if start == nil || at - last > limit { start = at }
      last = at
      from = at + 18
    }
    for words: StaticString in ["signature page", "duly authorized representative", "on behalf of"] where start == nil {
      start = span.firstIndex(of: words, in: max(0, attached - 4_000)..<attached)
    }
    return start.map { $0..<min(attached, max($0, last) + limit) }
  }

  /// The columns of a line: parts set apart by three blanks or more, or a tab.
  private static func cells(_ span: Span<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start: Int?
    var end = line.lowerBound
    for i in line {
      if span[i].isSpace {
        // "Name:   Jane Roe" is one.
        if let first = start, i - end >= 2 || span[i] == 0x09, !span.matches("name:", at: end - 5),
          !span.matches("by:", at: end - 3)
        {
          out.append(first..<end)
          start = nil
        }
      } else {
        if start == nil { start = i }
        end = i + 1
      }
    }
    if let first = start, end > first { out.append(first..<end) }
    return out
  }

  /// The name behind "Name:", "By:" or "/s/".
  private static func person(_ span: Span<UInt8>, _ cell: Range<Int>) -> Range<Int>? {
    var at = cell.lowerBound
    var isLed = false
    for lead: StaticString in ["by:", "name:", "/s/", "s/"] where span.matches(lead, at: at) {
      at = span.skipSpaces(at + lead.utf8CodeUnitCount)
      isLed = true
    }
    guard isLed, at < cell.upperBound, cell.upperBound - at < 48, span[at].isUpper else { return nil }
    let marks = [Ascii.space, Ascii.period, Ascii.apostrophe, Ascii.hyphen]
    for i in at..<cell.upperBound where !(span[i].isLetter || span[i] >= 0x80 || marks.contains(span[i])) { return nil }
    return at..<cell.upperBound
  }

  /// "FLEET NATIONAL BANK": a name without a company's ending.
  static func isInstitution(_ words: String) -> Bool {
    guard words.utf8.count < 60, words.first?.isUppercase ?? false, !words.contains(":") else { return false }
    return CompanyName.words(of: words).contains {
      ["bank", "trust", "association", "fund", "partners", "partnership"].contains($0)
    }
  }

  /// `GUARANTORS:`, `OAK BANK, as Agent`: a heading of others.
  private static func isOtherHeading(_ span: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    guard cell.count < 120, span[cell.lowerBound].isUpper else { return false }
    if span.firstIndex(of: ", as ", in: cell) != nil { return true }
    guard span[cell.upperBound - 1] == Ascii.colon, TitleWords.isCapitals(span, cell) else { return false }
    for word: StaticString in ["attest", "witness", "title", "name", "by", "its", "date", "address"]
    where span.matchesWord(word, at: cell.lowerBound) { return false }
    return true
  }

  private static func isCompany(_ words: String) -> Bool {
    guard words.utf8.count < 80, words.first?.isUppercase ?? false else { return false }
    let name = CompanyName(words)
    return name.isCompany && !name.words.isEmpty && name.words.count < 9
      && words.utf8.last.map { $0.isLetter || $0 == Ascii.period || $0 == Ascii.comma } ?? false
  }
}
