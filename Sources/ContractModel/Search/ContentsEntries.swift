/// Where the lines of a table of contents lead: by the number that a line begins with, else by the heading it names.
public struct ContentsEntries {
  /// A line of the contents and the provision it names.
  public struct Entry: Sendable, Equatable {
    /// The words of the line, without its leader dots and page number.
    public let range: Range<Int>
    /// The provision it leads to.
    public let provision: Int
  }

  /// The lines that name a provision of the text, in order of place.
  public let entries: [Entry]

  /// Reads the contents of an agreement; none where it has no contents.
  public init(_ agreement: Agreement) {
    let lines = agreement.blocks.filter { $0.kind == .contents }
    guard !lines.isEmpty else {
      entries = []
      return
    }
    var numbers: [String: Int] = [:]
    var headings: [String: Int] = [:]
    for id in agreement.provisions.indices.reversed() {
      numbers[PlaceQuery.key(agreement.provisions[id].number)] = id
      if let heading = agreement.heading(id) { headings[Self.folded(heading)] = id }
    }
    var entries: [Entry] = []
    for block in lines {
      let first = agreement.text.lines.index(at: block.range.lowerBound)
      let last = agreement.text.lines.index(at: max(block.range.lowerBound, block.range.upperBound - 1))
      for line in first...max(first, last) where line < agreement.text.lines.count {
        let range = Self.words(agreement.text.bytes, agreement.text.lines[line].clamped(to: block.range))
        guard !range.isEmpty, range.count < 200 else { continue }
        let words = agreement.words(range)
        // `ARTICLE I DEFINITIONS`, `2.1 License grant`: as few of the first words as name a place.
        let parts = words.split(separator: " ")
        let named = (1...3).lazy.filter { $0 <= parts.count }.compactMap { count -> Int? in
          guard let query = PlaceQuery(parts.prefix(count).joined(separator: " ")) else { return nil }
          return query.keys(around: nil).lazy.compactMap { numbers[$0] }.first
        }.first
        if let id = named ?? headings[Self.folded(words)] { entries.append(Entry(range: range, provision: id)) }
      }
    }
    self.entries = entries
  }

  /// The words of a line of contents: blanks, leader dots and the page number at its end are left out.
  private static func words(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int> {
    var low = line.lowerBound
    var high = line.upperBound
    func isFiller(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == Ascii.period || byte == 0x5F || byte == Ascii.hyphen }
    while low < high, bytes[low] <= 0x20 { low += 1 }
    while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
    var page = high
    while page > low, bytes[page - 1].isAlphanumeric || bytes[page - 1] == Ascii.hyphen { page -= 1 }
    // A page number stands behind leader dots or a gap.
    if page > low + 1, high - page <= 5, isFiller(bytes[page - 1]), isFiller(bytes[page - 2]) { high = page }
    while high > low, isFiller(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  /// Words to compare headings by: letters and figures alone, in small letters.
  private static func folded(_ words: String) -> String {
    String(decoding: words.utf8.lazy.filter { $0.isAlphanumeric || $0 >= 0x80 }.map(\.lowercased), as: UTF8.self)
  }
}
