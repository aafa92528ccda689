/// Where a text prints the mark of an item: "shall pay (i) the rent and (ii) the tax", `b)`, `2. for what is in stock`, `c.` at a
/// paragraph's beginning.
///
/// Found in one pass over the text and kept by mark, so that asking for the same "(b)" thirty thousand times costs no search of the text,
/// and the answer does not depend on what was asked before.
struct PrintedItems: Sendable {
  /// What can be asked of a mark.
  private enum Form: UInt64 {
    /// It can be the mark of an item, in any form and any case of letters.
    case item
    /// It stands in brackets: `(b)`; in any case of letters, and in that case.
    case bracketed, bracketedAlike
    /// It stands in brackets behind a blank, and no keyword or other number leads it: no reference's; in that case of letters.
    case unled
  }

  /// Where marks begin, as offsets in the reading text, by form, letters and figures.
  private let places: PlacesByKey

  /// A mark has at most seven letters or figures: `(xxxviii)`.
  private static let longest = 7

  init(_ reading: ReadingText, _ paragraphs: [Paragraph]) {
    let bytes = reading.bytes
    let span = bytes.span
    var found: [(key: UInt64, place: Int32)] = []
    var items: [(key: UInt64, place: Int32)] = []
    func add(_ form: Form, _ letters: UInt64, _ start: Int) {
      let mark = (Self.key(form, letters), Int32(truncatingIfNeeded: start))
      if form == .item { items.append(mark) } else { found.append(mark) }
    }
    func wordStart(_ end: Int) -> Int {
      var start = end
      while start > 0, end - start <= Self.longest, span[start - 1].isAlphanumeric { start -= 1 }
      return start
    }
    func opensParagraph(_ place: Int) -> Bool { place == 0 || span[place - 1] == Ascii.lineFeed }
    var at = 0
    while true {
      at = span.firstOffset(in: at..<span.count, where: ClosesMark())
      guard at < span.count else { break }
      let end = at
      at += 1
      if span[end] == Ascii.period {
        // Figures within a sentence.
        guard end > 0, span[end - 1].isDigit, end + 1 < span.count, span[end + 1] == Ascii.space else { continue }
        let start = wordStart(end)
        guard start > 0, end - start <= Self.longest, span[start - 1] == Ascii.space, (start..<end).allSatisfy({ span[$0].isDigit })
        else { continue }
        add(.item, Self.letters(span, start..<end).folded, start)
        continue
      }
      let start = wordStart(end)
      guard start < end, start == 0 || !span[start - 1].isWord, Self.canBeMark(span, start..<end) else { continue }
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
    for paragraph in paragraphs {
      let first = paragraph.range.lowerBound
      guard first < span.count else { continue }
      let start = span[first] == Ascii.open ? first + 1 : first
      var end = start
      while end < span.count, end - start <= Self.longest, span[end].isAlphanumeric { end += 1 }
      if end < span.count, span[end] == Ascii.period || span[end] == Ascii.space, Self.canBeMark(span, start..<end) {
        add(.item, Self.letters(span, start..<end).folded, start)
      }
    }
    items.sort { $0.place < $1.place }
    places = PlacesByKey(found, items)
  }

  /// Whether letters and figures are such as mark items: `12`, `b`, `aa`, `xiv`, `A1`.
  private static func canBeMark(_ span: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard !word.isEmpty, word.count <= longest else { return false }
    if word.count < 3 { return true }
    let first = span[word.lowerBound].lowercased
    return word.allSatisfy { span[$0].isDigit } || word.allSatisfy { span[$0].lowercased == first }
      || word.allSatisfy { isRoman(span[$0]) } || word.count == 3 && word.contains { span[$0].isDigit }
  }

  private static func isRoman(_ byte: UInt8) -> Bool {
    switch byte.lowercased {
    case 0x69, 0x76, 0x78, 0x6C, 0x63, 0x64, 0x6D: true
    default: false
    }
  }

  private static func key(_ form: Form, _ letters: UInt64) -> UInt64 { form.rawValue << 56 | letters }

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

  /// Where an item, `(b)`, is printed in a range of the reading text and is no reference; nil where it is not.
  func place(of item: [UInt8], in range: Range<Int>) -> Int? {
    guard let end = first(.unled, item, in: (range.lowerBound + 1)..<max(range.lowerBound + 1, range.upperBound)) else {
      return nil
    }
    return end - item.count + 1
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
    let key = Self.key(form, form == .item || form == .bracketed ? folded : letters)
    guard let place = places.first(of: key, from: range.lowerBound), place + word.count < range.upperBound else { return nil }
    return place + word.count
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

  /// Whether a mark in brackets ends at a place: "(e)", and not "(real or personal)".
  private static func closesMark(_ span: Span<UInt8>, _ end: Int) -> Bool {
    guard end > 2, span[end - 1] == Ascii.close else { return false }
    var start = end - 1
    while start > 0, end - start <= longest + 1, span[start - 1].isAlphanumeric { start -= 1 }
    return start > 0 && span[start - 1] == Ascii.open && canBeMark(span, start..<(end - 1))
  }

  /// Whether figures that end at a place are an amount and no provision's number: "up to $50,000 and (c) …".
  private static func isAmount(_ span: Span<UInt8>, _ end: Int) -> Bool {
    var start = end
    while start > 0, span[start - 1].isDigit || span[start - 1] == Ascii.comma || span[start - 1] == Ascii.period { start -= 1 }
    return (start..<end).contains { span[$0] == Ascii.comma } || start > 0 && span[start - 1] == 0x24
      || start > 2 && span[start - 1] >= 0x80
  }

  /// Whether the word before a place leads a number in running text: "Section 5", "16.1(e) or (f)".
  static func isLed(_ span: Span<UInt8>, _ place: Int) -> Bool {
    var end = span.skipSpaces(endingAt: place)
    if end > 0, span[end - 1] == Ascii.comma { end -= 1 }
    // "breach of clause 2.1(c), or (iii) change in law": a numeral of two letters or more goes on with no letter.
    let isNumeral =
      place + 2 < span.count && span[place] == Ascii.open && isRoman(span[place + 1]) && isRoman(span[place + 2])
    for word: StaticString in ["and", "or", "and/or", "through", "to"] where span.matchesWord(word, endingAt: end) {
      end = span.skipSpaces(endingAt: end - word.utf8CodeUnitCount)
      if end > 0, span[end - 1] == Ascii.comma {
        end -= 1
        if isNumeral, end > 3, span[end - 1] == Ascii.close, span[end - 3] == Ascii.open,
          !span[end - 2].isSmallNumeral
        {
          return false
        }
      }
      return end > 0 && (closesMark(span, end) || span[end - 1].isDigit && !isAmount(span, end))
    }
    return leads.ends(span, at: end) || end == place && end > 0 && (span[end - 1].isWord || span[end - 1] == Ascii.close)
  }
}

/// What may close a mark.
private struct ClosesMark: ByteTest {
  @inline(__always) func marks<Bytes: ByteLanes>(_ bytes: Bytes) -> Bytes {
    (bytes ^ .all(Ascii.close)).zeroBytes | (bytes ^ .all(Ascii.period)).zeroBytes
  }
}

extension PrintedItems: Equatable {
  /// It follows from the text, which is compared itself.
  static func == (a: PrintedItems, b: PrintedItems) -> Bool { true }
}
