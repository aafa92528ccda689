/// Where an agreement is signed: the companies and persons named there.
///
/// It runs from the words of execution ("IN WITNESS WHEREOF") to the first attachment; companies stand alone on a line or in a column of
/// one and end in "Inc.", "Ltd." or the like, persons behind "Name:" or "/s/".
struct SignatureBlock {
  private(set) var companies: [Range<Int>] = []
  private(set) var persons: [Range<Int>] = []
  /// Who signs under which company's name.
  private(set) var signers: [(company: Range<Int>, person: Range<Int>)] = []

  /// The longest block looked at, in bytes.
  private static let limit = 12_000

  static func find(_ agreement: Agreement) -> SignatureBlock {
    var out = SignatureBlock()
    guard let range = range(agreement) else { return out }
    let text = agreement.text
    let span = text.bytes.span
    var line = text.lines.index(at: range.lowerBound) + 1
    var isUnderBy = false
    // The company that stands above each column, by where the column begins.
    var above: [(column: Int, company: Range<Int>)] = []
    while line < text.lines.count, text.lines[line].lowerBound < range.upperBound {
      for cell in cells(span, text.lines[line]) {
        let begins = span.matches("by:", at: cell.lowerBound) || span.matches("by ", at: cell.lowerBound)
        let column = cell.lowerBound - text.lines[line].lowerBound
        if let person = person(span, cell) {
          out.persons.append(person)
          let nearest = above.min { abs($0.column - column) < abs($1.column - column) }
          if let nearest, abs(nearest.column - column) <= columnWidth { out.signers.append((nearest.company, person)) }
        } else if !begins, !isUnderBy, isCompany(agreement.words(cell)) {
          out.companies.append(cell)
          above.removeAll { abs($0.column - column) <= columnWidth }
          above.append((column, cell))
        } else if !begins, isInstitution(agreement.words(cell)) {
          // Who signs below signs for the bank, and no more for the company above it.
          above.removeAll { abs($0.column - column) <= columnWidth }
          above.append((column, cell))
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
    var start: Int?
    var from = 0
    while let at = span.firstIndex(of: "in witness whereof", in: from..<attached) {
      start = at
      from = at + 18
    }
    for words: StaticString in ["signature page", "duly authorized representative", "on behalf of"] where start == nil {
      start = span.firstIndex(of: words, in: max(0, attached - 4_000)..<attached)
    }
    return start.map { $0..<min(attached, $0 + limit) }
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
    guard isLed, at < cell.upperBound, cell.upperBound - at < 40, span[at].isUpper else { return nil }
    for i in at..<cell.upperBound where !(span[i].isLetter || span[i] == Ascii.space || span[i] == Ascii.period) { return nil }
    return at..<cell.upperBound
  }

  /// "FLEET NATIONAL BANK": a name without a company's ending.
  private static func isInstitution(_ words: String) -> Bool {
    guard words.utf8.count < 60, words.first?.isUppercase ?? false, !words.contains(":") else { return false }
    return CompanyName.words(of: words).contains {
      ["bank", "trust", "association", "fund", "partners", "partnership"].contains($0)
    }
  }

  private static func isCompany(_ words: String) -> Bool {
    guard words.utf8.count < 80, words.first?.isUppercase ?? false else { return false }
    let name = CompanyName(words)
    return name.isCompany && !name.words.isEmpty && name.words.count < 9
      && words.utf8.last.map { $0.isLetter || $0 == Ascii.period || $0 == Ascii.comma } ?? false
  }
}
