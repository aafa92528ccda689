/// What became of every word of a file: shown, a line of the contents, page furniture, or left out and why.
///
/// ```swift
/// agreement.ledger.furniture.first   // 12 page numbers on 12 lines
/// ```
public struct Ledger: Sendable, Equatable {
  /// How much of the text is page furniture of one kind.
  public struct Furniture: Sendable, Equatable {
    /// The kind of furniture.
    public let kind: Block.Furniture
    /// How many lines of the file it takes.
    public let lines: Int
    /// How many words stand on them.
    public let words: Int
  }
  /// Words between blanks that are read as text of the agreement.
  public let shown: Int
  /// Words of the table of contents.
  public let contents: Int
  /// What pages add to the text, by kind.
  public let furniture: [Furniture]
  /// What the file holds besides, in order of place.
  public let leftOut: [LeftOut]

  /// The lines set aside as page furniture.
  public var furnitureLines: Int { furniture.reduce(0) { $0 + $1.lines } }
}

extension Agreement {
  /// The ledger of the agreement's words, counted anew each time.
  public var ledger: Ledger {
    var shown = 0
    var contents = 0
    var lines = [Int](repeating: 0, count: Block.Furniture.allCases.count)
    var words = lines
    for block in blocks {
      let count = Self.words(text.bytes.span, block.range)
      switch block.kind {
      case .contents: contents += count
      case .furniture:
        let kind = Block.Furniture.allCases.firstIndex(of: block.furniture ?? .runningHead) ?? 0
        lines[kind] += 1
        words[kind] += count
      case .heading, .paragraph, .printed: shown += count
      }
    }
    let kinds = Block.Furniture.allCases.indices.filter { lines[$0] > 0 }
    return Ledger(
      shown: shown, contents: contents,
      furniture: kinds.map { Ledger.Furniture(kind: Block.Furniture.allCases[$0], lines: lines[$0], words: words[$0]) },
      leftOut: text.leftOut)
  }

  /// How many words stand between the blanks of a range.
  private static func words(_ span: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    var isInWord = false
    for i in range {
      let isBlank = span[i] <= 0x20
      if !isBlank, !isInWord { count += 1 }
      isInWord = !isBlank
    }
    return count
  }
}

extension LeftOut {
  /// What is said of all that was left out of a text, a sentence for each kind, in the order that matters.
  public static func sentences(_ all: [LeftOut]) -> [String] {
    guard !all.isEmpty else { return [] }
    var out: [String] = []
    func pages(_ kind: Kind) -> String? {
      let numbers = all.filter { $0.kind == kind }.compactMap(\.page)
      return numbers.isEmpty ? nil : Self.ranges(numbers)
    }
    if let pages = pages(.picture) {
      out.append("\(pages) no readable text: pictures of pages, which need text recognition (ocrmypdf)")
    }
    if let pages = pages(.unreadable) { out.append("\(pages) no readable text: the fonts do not say which letters they print") }
    for entry in all where entry.kind == .missing { out.append(entry.words) }
    func count(_ kind: Kind, _ one: String, _ many: (Int) -> String, _ rest: String) {
      let count = all.count { $0.kind == kind }
      if count > 0 { out.append((count == 1 ? one : many(count)) + rest) }
    }
    count(.deleted, "a deletion is", { "deletions in \($0) places are" }, " left out (--changes original shows the text before)")
    count(.inserted, "an insertion is", { "insertions in \($0) places are" }, " left out (--changes accepted shows them)")
    count(.hidden, "hidden text is", { "hidden text in \($0) places is" }, " left out")
    return out
  }

  /// `page 2 has`, `pages 2 to 27 and 31 have`.
  private static func ranges(_ pages: [Int]) -> String {
    var parts: [String] = []
    var sorted = Array(Set(pages)).sorted()[...]
    while let first = sorted.first {
      var last = first
      sorted = sorted.dropFirst()
      while sorted.first == last + 1 {
        last += 1
        sorted = sorted.dropFirst()
      }
      parts.append(first == last ? "\(first)" : "\(first) to \(last)")
    }
    let isOne = Set(pages).count == 1
    let words = parts.count > 1 ? parts.dropLast().joined(separator: ", ") + " and " + parts[parts.count - 1] : parts[0]
    return (isOne ? "page " : "pages ") + words + (isOne ? " has" : " have")
  }
}
