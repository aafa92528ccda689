/// A second look at the text for what the model did not find, before a check says that it is not there.
///
/// An item can stand in running text ("shall pay (i) … and (ii) …"), a heading in mid-line, a number in the table of contents alone.
/// What is printed anywhere that it could be meant is not missing, whoever overlooked it.
struct PrintedNumberSearch {
  private let agreement: Agreement
  private let printed: PrintedNumbers
  private let items: PrintedItems
  private var byValue: [String: [Int]] = [:]
  /// What numbers of the tree begin and end with: `5.` of 5.1, `(c)` of 4(c).
  private var stems: Set<String> = []
  private var lastItems: Set<String> = []
  /// The articles whose paragraphs call themselves by numbers that nothing bears: `7.`.
  private var lostArticles: Set<String> = []

  init(_ agreement: Agreement) {
    self.agreement = agreement
    printed = PrintedNumbers(agreement.reading, agreement.text, contents: agreement.contents)
    items = agreement.printedItems
    let tree = agreement.provisions
    for id in tree.indices where tree[id].kind == .provision {
      let own = tree[id].number.split(separator: "/").last.map(String.init) ?? tree[id].number
      byValue[Self.value(own), default: []].append(id)
    }
    for number in byValue.keys {
      for dot in number.indices where number[dot] == "." { stems.insert(String(number[...dot])) }
      if number.hasSuffix(")"), let open = number.lastIndex(of: "(") { lastItems.insert(String(number[open...])) }
    }
    for number in printed.selfNamed where byValue[number] == nil {
      if let dot = number.firstIndex(of: ".") { lostArticles.insert(String(number[...dot])) }
    }
  }

  /// Whether the numbers of the body begin anew again and again, as a file does that lost its own.
  var restarts: Bool {
    let tree = agreement.provisions
    return (byValue["1"] ?? []).count { tree[$0].parent == nil && tree[$0].kind == .provision } > 2
  }

  /// Whether a provision's number is printed where it could begin that provision.
  ///
  /// - Parameter trustsSelf: Whether a provision that calls itself by a number, "this Section 4.8", shows that the number was printed.
  func isPrinted(_ number: String, trustsSelf: Bool = true) -> Bool {
    // Scanners read the figure 1 as the letter l, and some print the number of a section in brackets.
    if number.contains("(l)"), isPrinted(number.replacing("(l)", with: ".1"), trustsSelf: trustsSelf) { return true }
    if number.hasPrefix("("), let close = number.firstIndex(of: ")"), number.dropFirst().first?.isNumber ?? false {
      return isPrinted(
        String(number[number.index(after: number.startIndex)..<close] + number[number.index(after: close)...]),
        trustsSelf: trustsSelf)
    }
    let whole = Self.value(Self.figures(number))
    if byValue[whole] != nil { return true }
    // "paragraph C", which nothing else says more of
    if !whole.contains(where: \.isNumber) { return printed.beginsParagraph(whole) || lastItems.contains("(\(whole))") }
    // `5(c)(ii)`: the nearest provision above that is there, and the brackets below it in its own words.
    var stem = whole
    var items: [Substring] = []
    while stem.hasSuffix(")"), let open = stem.lastIndex(of: "(") {
      items.insert(stem[stem.index(after: open)..<stem.index(before: stem.endIndex)], at: 0)
      stem = String(stem[..<open])
      if trustsSelf, printed.selfNamed.contains(stem) { return true }
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
    if stems.contains(stem + ".") { return items.isEmpty }
    // An article whose paragraphs call themselves 7.5 and 7.6 and bear no numbers lost them all.
    if trustsSelf, let dot = stem.firstIndex(of: "."), lostArticles.contains(String(stem[...dot])) { return true }
    // 4.2 is what 4.02 is called.
    if let dot = stem.lastIndex(of: "."), stem.distance(from: dot, to: stem.endIndex) == 2,
      byValue["\(stem[...dot])0\(stem[stem.index(after: dot)...])"] != nil
    {
      return true
    }
    // Forms of construction contracts print `.2` below 3.8.2.
    if let dot = stem.lastIndex(of: ".") {
      let rest = String(stem[dot...])
      let reading = agreement.reading
      let above = byValue[String(stem[..<dot])] ?? []
      if above.contains(where: { printed.beginsParagraph(rest, in: reading.reading(agreement.provisions[$0].range)) }) {
        return true
      }
      if printed.places(String(stem[..<dot])).contains(where: { printed.beginsParagraph(rest, in: $0..<($0 + 4_000)) }) {
        return true
      }
    }
    let places = printed.places(stem)
    guard !places.isEmpty else { return printed.isListed(stem) }
    return items.isEmpty || places.contains { self.items.appearInOrder(items.map { Array($0.utf8) }, in: $0..<($0 + 12_000)) }
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
    self.items.appearInOrder(items.map { Array($0.utf8) }, in: agreement.reading.reading(range))
  }
}
