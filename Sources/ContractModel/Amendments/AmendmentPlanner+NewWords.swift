/// The words that come in: which provisions they are of, and how they are printed.
extension AmendmentPlanner {
  /// Whether new words begin with the number of a provision below another, and not with its own.
  func tellsBelow(_ id: Int, _ new: Range<Int>) -> Bool {
    guard !places.leads(amending.words(new), id), let first = leading(new.lowerBound, new.upperBound) else { return false }
    return first != id && agreement.provisions.path(to: first).contains(id)
  }

  /// The provision whose number stands at a place of the amendment's text: `3.1 Upkeep.`, `"Section 3.4. Insurance."`.
  func leading(_ start: Int, _ end: Int) -> Int? {
    let words = amending.words(start..<min(end, start + 60))
    var text = Substring(words.drop { Self.isQuote($0.unicodeScalars.first) || $0 == " " })
    for keyword in ["section ", "article ", "paragraph ", "clause "] where text.lowercased().hasPrefix(keyword) {
      text = text.dropFirst(keyword.count)
    }
    var label = text.prefix { $0.isNumber || $0.isLetter || $0 == "." || $0 == "(" || $0 == ")" }
    while label.last == "." { label = label.dropLast() }
    guard let first = label.first, first.isNumber || first == "(" || label.contains(".") else { return nil }
    return agreement.provision(numbered: String(label))
  }

  /// Provisions or definitions that the new words themselves name, each at its beginning.
  func told(_ holder: Int?, _ change: Amendment.Change, _ name: String) -> [Step] {
    guard case .restate(let new) = change else { return failed(name, InstructionParser.unclear) }
    let defined = definedStretches(new)
    if !defined.isEmpty { return definitions(defined.map(\.name), holder, change) }
    let found = cut(new) { paragraph, last -> Int? in
      // What stands below the provision before goes on with it.
      leading(paragraph.lowerBound, paragraph.upperBound).flatMap { id in
        last.map { agreement.provisions.path(to: id).contains($0) } ?? false ? nil : id
      }
    }
    guard let found else { return failed(name, "its new words do not tell which provisions they are") }
    return found.map { step($0.opening, .restate(unquoted($0.range)), .whole) }
  }

  /// New words cut at the paragraphs that open something, each with what it opens; those between go on with it. Nil where the first opens
  /// nothing.
  ///
  /// `opening` is given a paragraph and what the one before opened; `trim` takes the marks from a paragraph.
  func cut<Opening>(
    _ new: Range<Int>, trim: (Range<Int>) -> Range<Int> = { $0 },
    at opening: (_ paragraph: Range<Int>, _ last: Opening?) -> Opening?
  ) -> [(opening: Opening, range: Range<Int>)]? {
    let reading = amending.reading
    var out: [(opening: Opening, range: Range<Int>)] = []
    for paragraph in reading.paragraphs(reading.reading(new)) {
      let source = trim(reading.source(paragraph))
      if let found = opening(source, out.last?.opening) {
        out.append((found, source))
      } else if let last = out.indices.last {
        out[last].range = out[last].range.lowerBound..<source.upperBound
      } else {
        return nil
      }
    }
    return out.isEmpty ? nil : out
  }

  /// Whether new words can be a provision's text: in marks, or with its number or heading, or where they are said to be its text, and do not
  /// begin with an item though words stand before its own items.
  func isText(_ new: Range<Int>, of id: Int, isWhole: Bool) -> Bool {
    let reading = amending.reading
    let start = reading.reading(new.lowerBound)
    if start > 0, reading.bytes[start - 1] == Ascii.quote { return true }
    let words = amending.words(new)
    if Self.isQuote(words.unicodeScalars.first) || places.leads(words, id) { return true }
    let heading = agreement.provisions[id].heading.map { agreement.words($0).lowercasedBytes } ?? ""
    if !heading.isEmpty, words.lowercasedBytes.hasPrefix(heading) { return true }
    let opensItem = words.utf8.first == Ascii.open || Self.isLabelled(words)
    guard opensItem else { return true }
    let isOne = reading.paragraphs(reading.reading(new)).count == 1
    return isWhole && !(places.hasParts(id) && (isOne || agreement.words(places.own(id)).contains(where: \.isLetter)))
  }

  /// New words as a paragraph of their own.
  func paragraph(_ words: Range<Int>) -> [SourceText.Insert] {
    [.marks(Self.paragraphBreak, at: words.lowerBound)] + printed(words)
  }

  /// Without the marks around them.
  func unquoted(_ range: Range<Int>) -> Range<Int> {
    let reading = amending.reading
    let read = reading.reading(range)
    var (low, high) = (read.lowerBound, read.upperBound)
    if low < high, reading.bytes[low] == Ascii.quote { low += 1 }
    while high > low, reading.bytes[high - 1].isSpace { high -= 1 }
    let marks = reading.bytes[low..<high].count { $0 == Ascii.quote }
    if high > low, reading.bytes[high - 1] == Ascii.quote, marks % 2 == 1 { high -= 1 }
    return reading.source(low..<high)
  }

  /// Why new words are not the whole of a provision: they leave something out, or begin in the middle of a sentence.
  func fragment(_ new: Range<Int>, _ id: Int) -> String? {
    let words = amending.words(new)
    if ["***", "* * *", "[...]", "(...)", "[…]", "(…)", ". . . ."].contains(where: words.contains) {
      return "its new words leave something out"
    }
    guard let first = words.utf8.first else { return "its new words were not found" }
    let body = agreement.text.bytes[places.body(id)].first
    let isMiddle =
      [Ascii.comma, Ascii.semicolon, Ascii.close].contains(first)
      || first.isLower && body?.isUpper ?? false && !Self.isLabelled(words)
    // Of several lines each may open the words anew.
    let isOneLine = !amending.text.bytes[new].contains(Ascii.lineFeed)
    return isMiddle || isPiece(words, in: agreement.words(places.body(id)), isOneLine: isOneLine)
      ? InstructionParser.ambiguousPart : nil
  }

  /// Whether new words are a piece that takes the place of another piece, "20 days", and no text of a provision; or hold a mark that closes
  /// other words, `30 days" to "20 days`.
  private func isPiece(_ words: String, in old: String, isOneLine: Bool) -> Bool {
    let lower = words.lowercased()
    if ["reserved", "omitted", "deleted", "left blank", "not used", "n/a", "not applicable"].contains(where: lower.contains) {
      return false
    }
    let scalars = Array(words.unicodeScalars)
    let marks = scalars.indices.filter { Self.isQuote(scalars[$0]) && scalars[$0] != "'" && scalars[$0] != "`" }
    if marks.count % 2 == 1, isOneLine { return true }
    if let first = marks.first,
      scalars[first] == "”" || scalars[first] == "\"" && first > 0 && ![" ", "(", "\n"].contains(scalars[first - 1])
    {
      return true
    }
    let count = words.split(separator: " ").count
    guard count <= 7, old.split(separator: " ").count > 2 * count, ![".", ";", ":"].contains(words.last) else { return false }
    return !words.split(separator: " ").contains { Self.verbs.contains(String($0).lowercased()) }
  }
  private static let verbs: Set<String> = [
    "shall", "will", "must", "may", "is", "are", "means", "has", "have", "agrees", "agree", "does", "do",
  ]

  /// Whether words begin with a letter for a number: "a. Rent", "iv) Rent".
  static func isLabelled(_ words: String) -> Bool {
    let label = words.utf8.prefix { $0.isAlphanumeric }
    return label.count <= 4 && [Ascii.period, Ascii.close].contains(words.utf8.dropFirst(label.count).first ?? 0)
  }

  /// Words behind others, with a blank between sentences.
  func apart(_ words: Range<Int>, at place: Int) -> [SourceText.Insert] {
    let first = amending.text.bytes[words.lowerBound]
    let needsBlank =
      place > 0 && !agreement.text.bytes[place - 1].isSpace
      && (first.isAlphanumeric || first == Ascii.open || first == Ascii.openBracket)
    return (needsBlank ? [.marks([Ascii.space], at: words.lowerBound)] : []) + printed(words)
  }

  /// Words before others, with a blank between them unless they are figures or letters of one word.
  func before(_ words: Range<Int>, at place: Int) -> [SourceText.Insert] {
    let bytes = agreement.text.bytes
    let last = amending.text.bytes[words.upperBound - 1]
    let isApart = place < bytes.count && (bytes[place].isAlphanumeric || bytes[place] == Ascii.open) && !last.isSpace
    let lead = place > 0 && bytes[place - 1].isAlphanumeric && amending.text.bytes[words.lowerBound].isAlphanumeric
    return (lead ? [.marks([Ascii.space], at: words.lowerBound)] : []) + printed(words)
      + (isApart ? [.marks([Ascii.space], at: words.upperBound)] : [])
  }

  /// Words that come in at the end of a provision: a sentence stands behind the last one, or below the items where there are some.
  func ending(_ id: Int, with words: Range<Int>) -> Edit {
    let end = places.end(id)
    guard places.hasParts(id), !isPhrase(words) else { return ending(end..<end, with: words) }
    return Edit(range: end..<end, inserts: paragraph(words), kind: .inserted)
  }

  /// Words that come in at the end of a part. What is no sentence of its own, "or by letter", "; provided that …", comes before the mark that
  /// ends the part, and takes its place where it brings one.
  func ending(_ part: Range<Int>, with words: Range<Int>) -> Edit {
    let marks = [Ascii.period, Ascii.semicolon, Ascii.comma, Ascii.colon]
    let end = part.upperBound
    guard end > 0, isPhrase(words), marks.contains(agreement.text.bytes[end - 1]) else {
      return Edit(range: end..<end, inserts: apart(words, at: end), kind: .inserted)
    }
    let bringsMark = marks.contains(amending.text.bytes[words.upperBound - 1])
    return Edit(range: end - 1..<(bringsMark ? end : end - 1), inserts: apart(words, at: end - 1), kind: .inserted)
  }

  /// Whether words go on with a sentence: they begin in small letters, or with a comma or a semicolon, and with no number of an item.
  private func isPhrase(_ words: Range<Int>) -> Bool {
    let text = amending.words(words)
    guard let first = text.utf8.first(where: { !$0.isSpace }) else { return false }
    return [Ascii.comma, Ascii.semicolon].contains(first) || first.isLower && !Self.isLabelled(text)
  }

  /// Words of the amendment without page furniture among them, and without the marks that open quoted paragraphs anew.
  func printed(_ words: Range<Int>) -> [SourceText.Insert] {
    let bytes = amending.text.bytes
    let first = amending.blocks.boundary(behindAll: { $0.range.upperBound <= words.lowerBound })
    var out: [SourceText.Insert] = []
    var end = words.lowerBound
    for block in amending.blocks[first...] {
      guard block.range.lowerBound < words.upperBound else { break }
      guard block.kind.isRead else { continue }
      var low = max(block.range.lowerBound, words.lowerBound)
      let high = min(block.range.upperBound, words.upperBound)
      guard low < high else { continue }
      if !out.isEmpty {
        // What stood between two paragraphs stays, unless there was furniture in it.
        let isBlank = bytes[end..<low].allSatisfy(\.isSpace)
        out.append(isBlank ? .words(end..<low) : .marks(block.continues ? [Ascii.space] : Self.paragraphBreak, at: low))
        if let mark = reopening(low..<high) { low = mark }
      }
      out.append(.words(low..<high))
      end = high
    }
    return out.isEmpty ? [.words(words)] : out
  }

  /// Where a paragraph begins behind a mark that opens it anew: one that nothing in it closes.
  func reopening(_ paragraph: Range<Int>) -> Int? {
    let bytes = amending.text.bytes[paragraph]
    let marks: [[UInt8]] = [[0xE2, 0x80, 0x9C], [Ascii.quote]]
    guard let mark = marks.first(where: { bytes.starts(with: $0) }) else { return nil }
    var opened = 0
    var at = paragraph.lowerBound
    while at < paragraph.upperBound {
      if bytes[at] == Ascii.quote {
        opened += opened > 0 ? -1 : 1
      } else if bytes[at] == 0xE2, at + 2 < paragraph.upperBound, bytes[at + 1] == 0x80 {
        if bytes[at + 2] == 0x9C { opened += 1 }
        if bytes[at + 2] == 0x9D { opened -= 1 }
      }
      at += 1
    }
    return opened > 0 ? paragraph.lowerBound + mark.count : nil
  }

  static let paragraphBreak: [UInt8] = [Ascii.lineFeed, Ascii.lineFeed]

  /// New words cut where each of several provisions begins; nil where they do not begin with the numbers in order.
  func stretches(_ new: Range<Int>, _ ids: [Int]) -> [Range<Int>]? {
    let reading = amending.reading
    let span = reading.bytes.span
    let range = reading.reading(new)
    var starts: [Int] = []
    for paragraph in reading.paragraphs(range) where starts.count < ids.count {
      let place = span[paragraph.lowerBound] == Ascii.quote ? paragraph.lowerBound + 1 : paragraph.lowerBound
      let opening = reading.bytes[place..<max(place, min(paragraph.upperBound, place + 40))]
      if places.leads(String(decoding: opening, as: UTF8.self), ids[starts.count]) {
        starts.append(place)
      } else if starts.isEmpty {
        return nil
      }
    }
    guard starts.count == ids.count else { return nil }
    return starts.indices.map { index in
      var stop = index + 1 < starts.count ? starts[index + 1] : range.upperBound
      while stop > starts[index], span[stop - 1].isSpace || span[stop - 1] == Ascii.quote { stop -= 1 }
      // "(...)" between two of them stands for those that stay.
      while let feed = (starts[index]..<stop).last(where: { span[$0] == Ascii.lineFeed }),
        !(feed..<stop).contains(where: { span[$0].isWord })
      { stop = feed }
      return reading.source(starts[index]..<stop)
    }
  }
}
