/// Where a text prints a number so that it could begin a provision, whether the model took it for one or not: `20.1.2 delete any data`,
/// `ARTICLE 6A`, `C.` at a paragraph's beginning.
///
/// Made when something is missing; what is printed anywhere that it could be meant is not reported, whoever overlooked it.
struct PrintedNumbers {
  /// Places where a number begins a paragraph, or a sentence with a capital, by the number; offsets in the reading text, in order.
  private var numbers: [[UInt8]: [Int]] = [:]
  /// Where paragraphs begin with a mark, in brackets or not: `c`, `.2`; offsets in the reading text, in order.
  private var paragraphs: [[UInt8]: [Int]] = [:]
  /// Numbers by which paragraphs call themselves: "this Section 7.6".
  private(set) var selfNamed: Set<String> = []
  /// Numbers of the table of contents.
  private var listed: Set<[UInt8]> = []
  private let reading: ReadingText

  /// `contents` are the bytes of the table of contents in the source.
  init(_ reading: ReadingText, _ text: SourceText, contents: Range<Int>?) {
    self.reading = reading
    let bytes = reading.bytes
    let span = bytes.span
    collectNumbers(span, text)
    collectParagraphs(span)
    collectSelfNamed(span)
    if let contents { collectListed(text.bytes.span, contents) }
  }

  /// Where a number begins something, as offsets in the reading text.
  func places(_ number: String) -> [Int] { numbers[Self.folded(number)] ?? [] }

  /// Whether a paragraph begins with a mark, in a range of the reading text or anywhere.
  func beginsParagraph(_ mark: String, in range: Range<Int>? = nil) -> Bool {
    guard let places = paragraphs[Array(mark.utf8)] else { return false }
    guard let range else { return true }
    let first = places.boundary(behindAll: { $0 < range.lowerBound })
    return first < places.count && places[first] < range.upperBound
  }

  /// Whether the table of contents has a number, whose heading the text may have lost.
  func isListed(_ number: String) -> Bool { listed.contains(Array(number.utf8)) }

  // MARK: The pass

  /// The letter l is typed and scanned for the figure 1.
  private static func folded(_ number: String) -> [UInt8] { number.utf8.map { $0 == 0x6C ? 0x31 : $0.lowercased } }

  private mutating func collectNumbers(_ span: Span<UInt8>, _ text: SourceText) {
    var found: [([UInt8], Int)] = []
    reading.wordStarts.forEach(in: 0..<span.count) { i in
      guard span[i].isDigit, i == 0 || span[i - 1] != Ascii.period && span[i - 1] != 0x24 else { return i + 1 }
      var number: [UInt8] = []
      var at = i
      // Each part of the number may be where it ends: "5. 6 Fees" can be 5, and it can be 5.6.
      while true {
        while at < span.count, span[at].isAlphanumeric {
          number.append(span[at] == 0x6C ? 0x31 : span[at].lowercased)
          at += 1
        }
        if at >= span.count || span[at] >= 0x80 && span[at].isWord { break }
        if self.begins(span, i, end: at, text) { found.append((number, i)) }
        guard span[at] == Ascii.period, number.count < 24 else { break }
        var next = at + 1
        if next < span.count, span[next] == Ascii.space { next += 1 }
        guard next < span.count, span[next].isAlphanumeric else { break }
        number.append(Ascii.period)
        at = next
      }
      return i + 1
    }
    for (number, place) in found { numbers[number, default: []].append(place) }
  }

  /// Whether a number that ends at a place begins something where it stands.
  private func begins(_ span: Span<UInt8>, _ i: Int, end: Int, _ text: SourceText) -> Bool {
    var after = end
    if span[after] == Ascii.period, after + 1 < span.count { after += 1 }
    if span[after].isDigit { return false }
    let next = span.skipSpaces(after)
    guard next < span.count, next > after || span[after] == Ascii.open else { return false }
    if i == 0 || span[i - 1] == Ascii.lineFeed || followsHeadingWord(span, i) { return true }
    // "…; 20.1.2 delete any data": behind a semicolon an item may begin small.
    let closed = i > 1 && span[i - 1] == Ascii.space && span[i - 2] == Ascii.semicolon
    guard span[next].isUpper || span[next] == Ascii.open || span[next] == Ascii.quote || closed else { return false }
    return !PrintedItems.isLed(span, i) || beginsLine(text, reading.source(i)) && span[after - 1] == Ascii.period
  }

  /// Whether the keyword before a number stands at the beginning of its line in the file: "Section 7.7. Impairment."
  private func beginsLine(_ text: SourceText, _ place: Int) -> Bool {
    let bytes = text.bytes
    var i = place
    while i > 0, bytes[i - 1].isBlank || bytes[i - 1] == 0xA0 || bytes[i - 1] == 0xC2 { i -= 1 }
    while i > 0, bytes[i - 1].isLetter { i -= 1 }
    while i > 0, bytes[i - 1].isBlank { i -= 1 }
    return i == 0 || bytes[i - 1].isLineEnd
  }

  /// "ARTICLE 6A": the word that leads the number begins the paragraph itself.
  private func followsHeadingWord(_ span: Span<UInt8>, _ place: Int) -> Bool {
    let end = span.skipSpaces(endingAt: place)
    var start = end
    while start > 0, span[start - 1].isLetter { start -= 1 }
    return start < end && end < place && span[start].isUpper && (start == 0 || span[start - 1] == Ascii.lineFeed)
      && PrintedItems.isLed(span, place)
  }

  private mutating func collectParagraphs(_ span: Span<UInt8>) {
    var at = 0
    while at < span.count {
      let start = span[at] == Ascii.open && at > 0 ? at + 1 : at
      var end = start
      if end < span.count, span[end] == Ascii.period { end += 1 }
      while end < span.count, end - start < 12, span[end].isAlphanumeric { end += 1 }
      if end > start, end < span.count, !span[end].isWord {
        var mark: [UInt8] = []
        for i in start..<end { mark.append(span[i].lowercased) }
        paragraphs[mark, default: []].append(start)
      }
      at = span.firstOffset(of: Ascii.lineFeed, in: at..<span.count) + 1
    }
  }

  private mutating func collectSelfNamed(_ span: Span<UInt8>) {
    var from = 0
    while let at = span.firstIndex(of: "this section ", in: from..<span.count) {
      from = at + 13
      var end = from
      while end < span.count, span[end].isDigit || span[end] == Ascii.period && end + 1 < span.count && span[end + 1].isDigit {
        end += 1
      }
      if end > from { selfNamed.insert(TermName.key(span, from..<end)) }
    }
  }

  /// Every number of the contents, and what each begins with: 5 of 5.1.
  private mutating func collectListed(_ span: Span<UInt8>, _ range: Range<Int>) {
    var i = range.lowerBound
    while i < range.upperBound {
      guard span[i].isWord, i == 0 || !span[i - 1].isWord && span[i - 1] != Ascii.period else {
        i += 1
        continue
      }
      var number: [UInt8] = []
      var end = i
      while end < range.upperBound, number.count < 24 {
        while end < range.upperBound, span[end].isWord {
          number.append(span[end].lowercased)
          end += 1
        }
        listed.insert(number)
        guard end + 1 < range.upperBound, span[end] == Ascii.period, span[end + 1].isWord else { break }
        number.append(Ascii.period)
        end += 1
      }
      i = max(end, i + 1)
    }
  }
}
