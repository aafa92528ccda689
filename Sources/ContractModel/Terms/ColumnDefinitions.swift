/// Definitions in two columns, or in a table: terms on the left, meanings without a verb on the right.
///
/// `Business Day      a day on which banks are open`, below words that announce meanings: "In this agreement:", a heading of definitions.
/// Two rows at least must stand below each other; the row of heads, "Term  Meaning", is none.
enum ColumnDefinitions {
  static func find(_ reading: ReadingText, _ paragraphs: [Paragraph], _ text: SourceText) -> [DefinitionFinder.Found] {
    let span = reading.bytes.span
    var out: [DefinitionFinder.Found] = []
    var run: [DefinitionFinder.Found] = []
    // Whether the paragraph right above the rows announces meanings.
    var isAnnounced = false
    // Whether the heads of the columns stand right above: "Term   Meaning".
    var isBelowHead = false
    func close() {
      if run.count >= 2 { out += run }
      run.removeAll()
      isBelowHead = false
    }
    // The term that the paragraph before consists of: `Open Hours` above `the hours from 8 to 6`, as a list of `<dt>` and `<dd>` has it.
    var alone: Range<Int>?
    for paragraph in paragraphs where !paragraph.range.isEmpty {
      let range = paragraph.range
      if let term = alone {
        alone = nil
        if begins(span, range.lowerBound) || isAmount(span, range) {
          run.append(
            DefinitionFinder.Found(
              kind: .list, words: term,
              extent: term
                .lowerBound..<DefinitionFinder.sentence(span, range.lowerBound, behind: range.lowerBound, range).upperBound))
          continue
        }
        close()
        isAnnounced = announces(span, term)
      }
      guard isAnnounced || isBelowHead else {
        isBelowHead = isHead(span, range)
        isAnnounced = !isBelowHead && announces(span, range)
        continue
      }
      if extend(&run, reading, range, text) {
      } else if let found = row(reading, range, text, isRunning: !run.isEmpty || isBelowHead) {
        run.append(found)
      } else if let last = run.indices.last, span[range.lowerBound].isLower {
        // A meaning goes on below its first line.
        run[last].extent = run[last].extent.lowerBound..<range.upperBound
      } else if run.isEmpty, isHead(span, range) {
        isBelowHead = true
        continue
      } else if isAnnounced, isTermAlone(reading, range, text) {
        alone = range
      } else {
        close()
        isAnnounced = announces(span, range)
      }
    }
    close()
    return out
  }

  /// The lines of the file that a paragraph runs over, in reading offsets.
  private static func lines(_ reading: ReadingText, _ range: Range<Int>, _ text: SourceText) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = range.lowerBound
    guard range.count < 4_000 else { return [range] }
    for at in range where at + 1 < range.upperBound && reading.bytes[at] == Ascii.space {
      let (first, next) = (reading.source(at), reading.source(at + 1))
      guard text.bytes[first].isLineEnd || next > first + 1 && text.bytes[first..<next].contains(where: \.isLineEnd) else {
        continue
      }
      out.append(start..<at)
      start = at + 1
    }
    out.append(start..<range.upperBound)
    return out
  }

  /// Adds the lines of a paragraph to a run of rows, where there are two or more and each is a row or goes on with one, in small letters and
  /// further in: `Hire Charge   £200 a day, or such sum` above `              as the parties agree;`. False, and the run as it was, for
  /// other paragraphs.
  private static func extend(
    _ run: inout [DefinitionFinder.Found], _ reading: ReadingText, _ range: Range<Int>, _ text: SourceText
  ) -> Bool {
    let lines = lines(reading, range, text)
    guard lines.count > 1 else { return false }
    let (count, last) = (run.count, run.last)
    for line in lines {
      if let found = row(reading, line, text, isRunning: true) {
        run.append(found)
      } else if reading.bytes[line.lowerBound].isLower, let last = run.indices.last,
        indent(reading.source(line.lowerBound), text) > indent(reading.source(run[last].words.lowerBound), text)
      {
        run[last].extent = run[last].extent.lowerBound..<line.upperBound
      } else {
        run.removeLast(run.count - count)
        if let last { run[count - 1] = last }
        return false
      }
    }
    guard run.count >= count + (count == 0 ? 2 : 1) else {
      run.removeLast(run.count - count)
      if let last { run[count - 1] = last }
      return false
    }
    return true
  }

  /// The blanks before a place on its line, in cells; a tab counts for eight.
  private static func indent(_ place: Int, _ text: SourceText) -> Int {
    var at = place
    var cells = 0
    while at > 0, text.bytes[at - 1].isBlank {
      at -= 1
      cells += text.bytes[at] == 0x09 ? 8 : 1
    }
    return cells
  }

  /// Whether words begin with a figure or a sign of money, and not with the number of a provision: `£200 a day.`, `3 June 2031.`
  static func isAmount(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let first = span[range.lowerBound]
    // `£` and `€` begin beyond ASCII.
    guard first.isDigit || (first == 0x24 || first >= 0xC2) && range.prefix(5).contains(where: { span[$0].isDigit }) else {
      return false
    }
    guard let marker = ProvisionMarker.parse(span, range.lowerBound, range.upperBound) else { return true }
    return DateParser.month(span, marker.textStart) != nil
  }

  /// Whether a paragraph is a term and nothing else: two to six words, or one, each with a capital.
  private static func isTermAlone(_ reading: ReadingText, _ range: Range<Int>, _ text: SourceText) -> Bool {
    let span = reading.bytes.span
    return range.count <= 60 && range.count > 1 && span[range.lowerBound].isUpper && TitleWords.isTitle(span, range, words: 6)
      && !TitleWords.isCapitals(span, range)
      && range.allSatisfy { span[$0].isLetter || span[$0] == Ascii.space || span[$0] == Ascii.hyphen || span[$0] >= 0x80 }
      && !range.dropLast().contains { isGap(reading, $0, text) }
  }

  /// Whether words announce the meanings of terms: `1. Definitions`, `In this Agreement:`.
  static func announces(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count < 400 else { return false }
    if span.firstIndex(of: "following", in: range) != nil && span.firstIndex(of: "meaning", in: range) != nil { return true }
    if span[range.upperBound - 1] == Ascii.colon {
      for words: StaticString in ["in this", "meaning", "terms", "definitions", "interpretation", "expressions"]
      where span.firstIndex(of: words, in: range) != nil { return true }
    }
    return range.count < 60
      && ["definition", "interpretation", "glossary"].contains { span.firstIndex(of: $0, in: range) != nil }
  }

  /// `Term  Meaning`, `Expression  Definition`, and `Term  Section` above an index of terms.
  private static func isHead(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count < 40
      && ["term", "defined term", "expression", "word", "no"].contains { span.matchesWord($0, at: range.lowerBound) }
      && (span.matchesWord("meaning", endingAt: range.upperBound) || span.matchesWord("definition", endingAt: range.upperBound)
        || span.matchesWord("section", endingAt: range.upperBound) || span.matchesWord("clause", endingAt: range.upperBound)
        || span.matchesWord("location", endingAt: range.upperBound) || span.firstIndex(of: "what it means", in: range) != nil)
  }

  /// A term, a gap of two blanks or more in the file, and words that begin as a meaning does.
  /// In a list that has begun, a meaning may begin with anything: `Daily Limit   10,000 calls`.
  private static func row(_ reading: ReadingText, _ range: Range<Int>, _ text: SourceText, isRunning: Bool) -> DefinitionFinder
    .Found?
  {
    let span = reading.bytes.span
    var low = range.lowerBound
    // The number of a row: `1   Receiver   whoever the Bank appoints`.
    var digits = low
    while digits < range.upperBound, span[digits].isDigit || span[digits] == Ascii.period { digits += 1 }
    if digits > low, isGap(reading, digits, text) { low = digits + 1 }
    if low < range.upperBound, span[low] == Ascii.quote { low += 1 }
    guard low < range.upperBound, span[low].isUpper else { return nil }
    var at = low
    while at < min(range.upperBound, low + 60), !isGap(reading, at, text) { at += 1 }
    guard at < min(range.upperBound, low + 60), at > low + 1 else { return nil }
    let meaning = at + 1
    var end = at
    while end > low, [Ascii.quote, Ascii.colon, Ascii.space].contains(span[end - 1]) { end -= 1 }
    guard end > low, range.upperBound - meaning >= (isRunning ? 4 : 8), TitleWords.isTitle(span, low..<end, words: 6),
      !TitleWords.isSmall(span, low..<end), !(low..<end).contains(where: { span[$0].isDigit || span[$0] == Ascii.period }),
      isRunning || begins(span, meaning)
    else { return nil }
    let extent = low..<DefinitionFinder.sentence(span, low, behind: meaning, range).upperBound
    return isPlace(span, meaning..<range.upperBound)
      ? DefinitionFinder.Found(kind: .reference, words: low..<end, extent: extent, pointer: meaning..<range.upperBound)
      : DefinitionFinder.Found(kind: .list, words: low..<end, extent: extent)
  }

  /// Whether a row of an index says where its term is defined: `Section 2.01`, `2.01(a)`, `Preamble`.
  private static func isPlace(_ span: Span<UInt8>, _ words: Range<Int>) -> Bool {
    for word: StaticString in ["preamble", "recitals"] where span.matches(word, at: words.lowerBound) && words.count <= 9 {
      return true
    }
    if let marker = ProvisionMarker.parse(span, words.lowerBound, words.upperBound) {
      return marker.textStart >= words.upperBound && (marker.isDotted || marker.keyword != .none)
    }
    return ReferenceGrammar.parse(span, words.lowerBound, words.upperBound)?.range.upperBound == words.upperBound
  }

  /// Whether a blank of the reading text stands for two or more of the file, or for a tab.
  private static func isGap(_ reading: ReadingText, _ at: Int, _ text: SourceText) -> Bool {
    guard at + 1 < reading.bytes.count, reading.bytes[at] == Ascii.space else { return false }
    let (first, next) = (reading.source(at), reading.source(at + 1))
    return next > first + 1 && text.bytes[first..<next].allSatisfy(\.isBlank) || text.bytes[first] == 0x09
  }

  private static let openings = WordSet(
    "a", "an", "the", "any", "all", "each", "every", "means", "has", "as", "such", "that", "those", "in", "with", "one", "two",
    "three",
    "ten")

  /// Whether a meaning may begin at a place.
  static func begins(_ span: Span<UInt8>, _ at: Int) -> Bool {
    span[at].isLower || openings.begins(span, at: at) || span[at] == Ascii.quote
  }
}
