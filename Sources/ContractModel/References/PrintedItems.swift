/// Where a text prints the mark of an item: "shall pay (i) the rent and (ii) the tax", `b)`, `2. for what is in stock`, `c.` at a
/// paragraph's beginning.
///
/// Found in one pass over the text and kept by mark, so that asking for the same "(b)" thirty thousand times costs no search of the text,
/// and the answer does not depend on what was asked before.
struct PrintedItems: Sendable {
  /// What can be asked of a mark.
  private enum Form: UInt8 {
    /// It can be the mark of an item, in any form and any case of letters.
    case item
    /// It stands in brackets: `(b)`; in any case of letters, and in that case.
    case bracketed, bracketedAlike
    /// It stands in brackets behind a blank, and no keyword or other number leads it: no reference's; in that case of letters.
    case unled
  }

  private struct Key: Hashable, Sendable {
    var form: Form
    /// The letters and figures, the last lowest.
    var letters: UInt64
  }

  /// Where marks begin, as offsets in the reading text: in groups, and in order of place within a group.
  private var starts: [Int32]
  /// The range of `starts` of each group.
  private let groups: [Key: Range<Int32>]

  /// A mark has at most eight letters or figures: `(xxxviii)`.
  private static let longest = 8

  init(_ reading: ReadingText) {
    let bytes = reading.bytes
    let span = bytes.span
    var found: [(key: Key, start: Int32)] = []
    func add(_ form: Form, _ letters: UInt64, _ start: Int) {
      found.append((Key(form: form, letters: letters), Int32(truncatingIfNeeded: start)))
    }
    func wordStart(_ end: Int) -> Int {
      var start = end
      while start > 0, end - start <= Self.longest, span[start - 1].isAlphanumeric { start -= 1 }
      return start
    }
    func opensParagraph(_ place: Int) -> Bool { place == 0 || span[place - 1] == Ascii.lineFeed }
    // What a bracket closes.
    var at = 0
    while true {
      at = span.firstOffset(of: Ascii.close, in: at..<span.count)
      guard at < span.count else { break }
      let end = at
      at += 1
      let start = wordStart(end)
      guard start < end, end - start <= Self.longest, start == 0 || !span[start - 1].isWord else { continue }
      let isOpened = start > 0 && span[start - 1] == Ascii.open
      let place = isOpened ? start - 1 : start
      let isBracketed = isOpened && (place == 0 || span[place - 1] == Ascii.space || span[place - 1] == Ascii.close)
      let isLed = Self.isLed(span, place)
      let (letters, folded) = Self.letters(span, start..<end)
      if opensParagraph(place) || !isLed { add(.item, folded, start) }
      guard isBracketed else { continue }
      add(.bracketed, folded, start)
      add(.bracketedAlike, letters, start)
      if !isLed, place > 0, span[place - 1] == Ascii.space { add(.unled, letters, start) }
    }
    // What a period closes: figures within a sentence.
    at = 0
    while true {
      at = span.firstOffset(of: Ascii.period, in: at..<span.count)
      guard at + 1 < span.count else { break }
      let end = at
      at += 1
      guard end > 0, span[end - 1].isDigit, span[end + 1] == Ascii.space else { continue }
      let start = wordStart(end)
      guard start > 0, end - start <= Self.longest, span[start - 1] == Ascii.space, (start..<end).allSatisfy({ span[$0].isDigit })
      else { continue }
      add(.item, Self.letters(span, start..<end).folded, start)
    }
    // What begins a paragraph.
    at = 0
    while at < span.count {
      let start = span[at] == Ascii.open ? at + 1 : at
      var end = start
      while end < span.count, end - start <= Self.longest, span[end].isAlphanumeric { end += 1 }
      if end > start, end < span.count, end - start <= Self.longest, span[end] == Ascii.period || span[end] == Ascii.space {
        add(.item, Self.letters(span, start..<end).folded, start)
      }
      at = span.firstOffset(of: Ascii.lineFeed, in: at..<span.count) + 1
    }
    // Grouped by counting: how many each has, then each in its place.
    var counts: [Key: Int32] = [:]
    for item in found { counts[item.key, default: 0] += 1 }
    var ranges: [Key: Range<Int32>] = [:]
    ranges.reserveCapacity(counts.count)
    var next: Int32 = 0
    for (key, count) in counts {
      ranges[key] = next..<(next + count)
      counts[key] = next
      next += count
    }
    var starts = [Int32](repeating: 0, count: found.count)
    for item in found {
      let slot = counts[item.key, default: 0]
      starts[Int(slot)] = item.start
      counts[item.key] = slot + 1
    }
    for (key, range) in ranges where key.form == .item && range.count > 1 {
      starts[Int(range.lowerBound)..<Int(range.upperBound)].sort()
    }
    self.starts = starts
    groups = ranges
  }

  // MARK: Questions

  /// Whether an item, `(b)`, is printed in a range of the reading text behind its first byte and a blank, and is no reference.
  func isPrinted(_ item: [UInt8], within range: Range<Int>) -> Bool {
    first(.unled, item, in: (range.lowerBound + 2)..<max(range.lowerBound + 2, range.upperBound)) != nil
  }

  /// Whether an item, `(b)`, is printed in a range of the reading text, anywhere but within one part of it.
  func isPrinted(_ item: [UInt8], in range: Range<Int>, but part: Range<Int>, sameCase: Bool) -> Bool {
    let form: Form = sameCase ? .bracketedAlike : .bracketed
    // The bracket itself is the first byte of the item.
    return first(form, item, in: (range.lowerBound + 1)..<max(range.lowerBound + 1, min(range.upperBound, part.lowerBound + 1)))
      != nil
      || first(
        form, item,
        in: max(range.lowerBound, part.upperBound) + 1..<max(range.upperBound, part.upperBound + 1, range.lowerBound + 1))
        != nil
  }

  /// Whether items stand one behind another in a range of the reading text, in any form: `b`, and then `ii`.
  func appearInOrder(_ items: [[UInt8]], in range: Range<Int>) -> Bool {
    var at = range.lowerBound
    for item in items where !item.isEmpty {
      guard let found = first(.item, item, in: at..<max(at, range.upperBound)) else { return false }
      at = found
    }
    return true
  }

  /// Where the first mark of a form ends that begins in a range and goes no further; brackets around the mark do not count.
  private func first(_ form: Form, _ item: [UInt8], in range: Range<Int>) -> Int? {
    let word = Array(item.first == Ascii.open ? item.dropFirst().dropLast() : item[...])
    guard !word.isEmpty, word.count <= Self.longest else { return nil }
    let (letters, folded) = Self.letters(word.span, 0..<word.count)
    let key = Key(form: form, letters: form == .item || form == .bracketed ? folded : letters)
    guard let group = groups[key] else { return nil }
    let alike = starts[Int(group.lowerBound)..<Int(group.upperBound)]
    let index = alike.boundary(behindAll: { Int($0) < range.lowerBound })
    guard index < alike.endIndex, Int(alike[index]) + word.count < range.upperBound else { return nil }
    return Int(alike[index]) + word.count
  }

  /// The bytes of a mark as a number, as they are and in small letters.
  private static func letters(_ span: Span<UInt8>, _ word: Range<Int>) -> (printed: UInt64, folded: UInt64) {
    var printed: UInt64 = 0
    for i in word { printed = printed << 8 | UInt64(span[i]) }
    return (printed, printed.lowercasedBytes)
  }

  // MARK: Keywords

  /// Words that lead a number in running text, so that it begins nothing.
  private static let leads = WordSet(
    "section", "sections", "article", "articles", "paragraph", "paragraphs", "clause", "clauses", "subsection", "subsections",
    "subparagraph", "subclause", "exhibit", "schedule", "annex", "appendix", "attachment")

  /// Whether the word before a place leads a number in running text: "Section 5", "16.1(e) or (f)".
  static func isLed(_ span: Span<UInt8>, _ place: Int) -> Bool {
    var end = span.skipSpaces(endingAt: place)
    if end > 0, span[end - 1] == Ascii.comma { end -= 1 }
    for word: StaticString in ["and", "or", "and/or", "through", "to"] where span.matchesWord(word, endingAt: end) {
      end = span.skipSpaces(endingAt: end - word.utf8CodeUnitCount)
      if end > 0, span[end - 1] == Ascii.comma { end -= 1 }
      return end > 0 && (span[end - 1] == Ascii.close || span[end - 1].isDigit)
    }
    return leads.ends(span, at: end) || end == place && end > 0 && (span[end - 1].isWord || span[end - 1] == Ascii.close)
  }
}

extension PrintedItems: Equatable {
  /// It follows from the text, which is compared itself.
  static func == (a: PrintedItems, b: PrintedItems) -> Bool { true }
}
