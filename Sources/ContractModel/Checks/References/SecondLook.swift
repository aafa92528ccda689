/// A second look at the text for what the model did not find, before a check says that it is not there.
///
/// An item can stand in running text ("shall pay (i) … and (ii) …"), a heading in mid-line, a number in the table of contents alone.
/// What is printed anywhere that it could be meant is not missing, whoever overlooked it.
struct SecondLook {
  private let agreement: Agreement
  private var byValue: [String: [Int]] = [:]
  /// Numbers by which paragraphs call themselves, "this Section 7.6", whether their own number was kept or not.
  private var selfNamed: Set<String> = []
  init(_ agreement: Agreement) {
    self.agreement = agreement
    let tree = agreement.provisions
    for id in tree.indices where tree[id].kind == .provision {
      let own = tree[id].number.split(separator: "/").last.map(String.init) ?? tree[id].number
      byValue[Self.value(own), default: []].append(id)
    }
    let span = agreement.reading.bytes.span
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

  /// Whether the numbers of the body begin anew again and again, as a file does that lost its own.
  var restarts: Bool {
    let tree = agreement.provisions
    return (byValue["1"] ?? []).count { tree[$0].parent == nil && tree[$0].kind == .provision } > 2
  }

  /// Whether a provision's number is printed where it could begin that provision.
  func isPrinted(_ number: String) -> Bool {
    // Scanners read the figure 1 as the letter l, and some print the number of a section in brackets.
    if number.contains("(l)"), isPrinted(number.replacing("(l)", with: ".1")) { return true }
    if number.hasPrefix("("), let close = number.firstIndex(of: ")"), number.dropFirst().first?.isNumber ?? false {
      return isPrinted(String(number[number.index(after: number.startIndex)..<close] + number[number.index(after: close)...]))
    }
    let whole = Self.value(Self.figures(number))
    if byValue[whole] != nil { return true }
    // "paragraph C", which nothing else says more of
    if !whole.contains(where: \.isNumber) { return beginsParagraph(whole) || byValue.keys.contains { $0.hasSuffix("(\(whole))") } }
    // `5(c)(ii)`: the nearest provision above that is there, and the brackets below it in its own words.
    var stem = whole
    var items: [Substring] = []
    while stem.hasSuffix(")"), let open = stem.lastIndex(of: "(") {
      items.insert(stem[stem.index(after: open)..<stem.index(before: stem.endIndex)], at: 0)
      stem = String(stem[..<open])
      if selfNamed.contains(stem) { return true }
      // "5.01(b), (c)(i), (j) and (n)": behind a deeper item the list goes on further out.
      if let outer = stem.lastIndex(of: "("), stem.hasSuffix(")"), let last = items.last,
        byValue["\(stem[..<outer])(\(last))"] != nil
      {
        return true
      }
      if let ids = byValue[stem] {
        // A list that follows "any of the following:" and was torn away, and a first item that lost its mark, are there all the same.
        if ids.contains(where: endsInColon) { return true }
        if items.first == "a", byValue[stem + "(b)"] != nil, byValue[stem + "(a)"] == nil { return true }
        return ids.contains { holds(items, in: agreement.provisions[$0].range) }
      }
    }
    if byValue.keys.contains(where: { $0.hasPrefix(stem + ".") }) { return items.isEmpty }
    // An article whose paragraphs call themselves 7.5 and 7.6 and bear no numbers lost them all.
    if let dot = stem.firstIndex(of: "."), selfNamed.contains(where: { $0.hasPrefix(stem[...dot]) && byValue[$0] == nil }) {
      return true
    }
    // 4.2 is what 4.02 is called.
    if let dot = stem.lastIndex(of: "."), stem.distance(from: dot, to: stem.endIndex) == 2,
      byValue["\(stem[...dot])0\(stem[stem.index(after: dot)...])"] != nil
    {
      return true
    }
    // Forms of construction contracts print `.2` below 3.8.2.
    if let dot = stem.lastIndex(of: "."), let ids = byValue[String(stem[..<dot])],
      ids.contains(where: { id in beginsParagraph(String(stem[dot...]), in: agreement.provisions[id].range) })
    {
      return true
    }
    if let dot = stem.lastIndex(of: "."), let places = begins(String(stem[..<dot])),
      places.contains(where: { beginsParagraph(String(stem[dot...]), in: $0..<min($0 + 4_000, agreement.text.bytes.count)) })
    {
      return true
    }
    guard let places = begins(stem), !places.isEmpty else { return isListed(Array(stem.utf8)) }
    return items.isEmpty || places.contains { holds(items, in: $0..<min($0 + 12_000, agreement.text.bytes.count)) }
  }

  private func endsInColon(_ id: Int) -> Bool {
    let bytes = agreement.text.bytes
    var end = agreement.provisions[id].range.upperBound
    while end > agreement.provisions[id].bodyStart, bytes[end - 1].isSpace || bytes[end - 1].isDigit { end -= 1 }
    return end > agreement.provisions[id].bodyStart && bytes[end - 1] == Ascii.colon
  }

  /// A number with the letters l, I and O beside figures read as 1 and 0.
  private static func figures(_ number: String) -> String {
    var bytes = Array(number.utf8)
    for i in bytes.indices {
      let beside =
        i > 0 && bytes[i - 1].isDigit || i + 1 < bytes.count && bytes[i + 1].isDigit || i > 0 && bytes[i - 1] == Ascii.period
      guard beside else { continue }
      if bytes[i] == 0x6C || bytes[i] == 0x49 && i > 0 { bytes[i] = 0x31 }
      if bytes[i] == 0x4F { bytes[i] = 0x30 }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `XIII.1(b)`, `XIII(1)(b)` and `13.1(B)` in one form: `13.1(b)` read item by item.
  private static func value(_ number: String) -> String {
    var key = String(decoding: ReferenceResolver.valueKey(Array(number.utf8)), as: UTF8.self)
    // A first bracket of figures is a part behind a period: III(1) is III.1.
    if let open = key.firstIndex(of: "("), open != key.startIndex, let close = key[open...].firstIndex(of: ")"),
      key[..<open].allSatisfy(\.isNumber), key[key.index(after: open)..<close].allSatisfy(\.isNumber)
    {
      key = String(key[..<open]) + "." + key[key.index(after: open)..<close] + key[key.index(after: close)...]
    }
    return key
  }

  private func holds(_ items: [Substring], in range: Range<Int>) -> Bool {
    let reading = agreement.reading
    return InlineItems.stand(
      items.map { Array($0.utf8) }, in: reading.reading(range.lowerBound)..<reading.reading(range.upperBound), of: reading)
  }

  /// Places (in the source) where a whole number begins something: a paragraph, or a sentence with a capital.
  private func begins(_ number: String) -> [Int]? {
    let reading = agreement.reading
    let span = reading.bytes.span
    let wanted = Array(number.utf8)
    guard let first = wanted.first, first.isDigit else { return nil }
    var out: [Int] = []
    var i = 0
    while true {
      i = span.firstOffset(of: first, in: i..<span.count)
      guard i + wanted.count < span.count else { break }
      defer { i += 1 }
      guard i == 0 || !span[i - 1].isWord && span[i - 1] != Ascii.period && span[i - 1] != 0x24,
        var after = end(of: wanted, span, i)
      else { continue }
      guard !span[after].isWord else { continue }
      if span[after] == Ascii.period, after + 1 < span.count { after += 1 }
      if span[after].isDigit { continue }
      let next = span.skipSpaces(after)
      guard next < span.count, next > after || span[after] == Ascii.open else { continue }
      let startsParagraph = i == 0 || span[i - 1] == Ascii.lineFeed || followsHeadingWord(span, i)
      // "…; 20.1.2 delete any data": behind a semicolon an item may begin small.
      let closed = i > 1 && span[i - 1] == Ascii.space && span[i - 2] == Ascii.semicolon
      let capital = span[next].isUpper || span[next] == Ascii.open || span[next] == Ascii.quote || closed
      if startsParagraph
        || capital && (!InlineItems.isLed(span, i) || beginsLine(reading.source(i)) && span[after - 1] == Ascii.period)
      {
        out.append(reading.source(i))
      }
    }
    return out
  }

  /// Whether the keyword before a number stands at the beginning of its line in the file: "Section 7.7. Impairment."
  private func beginsLine(_ place: Int) -> Bool {
    let bytes = agreement.text.bytes
    var i = place
    while i > 0, bytes[i - 1].isBlank || bytes[i - 1] == 0xA0 || bytes[i - 1] == 0xC2 { i -= 1 }
    while i > 0, bytes[i - 1].isLetter { i -= 1 }
    while i > 0, bytes[i - 1].isBlank { i -= 1 }
    return i == 0 || bytes[i - 1].isLineEnd
  }

  /// Where a number ends that is printed at a place, perhaps with a blank behind a period ("5. 6") or the letter l for the figure 1.
  private func end(of number: [UInt8], _ span: Span<UInt8>, _ start: Int) -> Int? {
    var at = start
    for (index, byte) in number.enumerated() {
      if index > 0, number[index - 1] == Ascii.period, at < span.count, span[at] == Ascii.space { at += 1 }
      guard at < span.count, span[at].lowercased == byte || byte == 0x31 && span[at] == 0x6C else { return nil }
      at += 1
    }
    return at < span.count ? at : nil
  }

  /// "ARTICLE 6A": the word that leads the number begins the paragraph itself.
  private func followsHeadingWord(_ span: Span<UInt8>, _ place: Int) -> Bool {
    let end = span.skipSpaces(endingAt: place)
    var start = end
    while start > 0, span[start - 1].isLetter { start -= 1 }
    return start < end && end < place && span[start].isUpper && (start == 0 || span[start - 1] == Ascii.lineFeed)
      && InlineItems.isLed(span, place)
  }

  /// Whether the table of contents has a number, whose heading the text may have lost.
  private func isListed(_ number: [UInt8]) -> Bool {
    guard let range = agreement.contents else { return false }
    let span = agreement.text.bytes.span
    var i = range.lowerBound
    while i + number.count < range.upperBound {
      if number.indices.allSatisfy({ span[i + $0] == number[$0] }), i == 0 || !span[i - 1].isWord && span[i - 1] != Ascii.period,
        !span[i + number.count].isWord
      {
        return true
      }
      i += 1
    }
    return false
  }

  /// Whether a paragraph begins with a mark and what closes it: `C.`, `c)`, `.2`.
  private func beginsParagraph(_ mark: String, in range: Range<Int>? = nil) -> Bool {
    let reading = agreement.reading
    let span = reading.bytes.span
    let wanted = Array(mark.utf8)
    var i = range.map { reading.reading($0.lowerBound) } ?? 0
    let end = range.map { reading.reading($0.upperBound) } ?? span.count
    while i + wanted.count < end {
      if wanted.indices.allSatisfy({ span[i + $0].lowercased == wanted[$0] }), !span[i + wanted.count].isWord { return true }
      i = min(span.firstOffset(of: Ascii.lineFeed, in: i..<end), end - 1) + 1
      if i < end, span[i] == Ascii.open { i += 1 }
    }
    return false
  }
}
