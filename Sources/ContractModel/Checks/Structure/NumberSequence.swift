/// The numbers of provisions beside each other, and where they do not follow one another.
enum NumberSequence {
  enum Form { case number, letter, roman }

  /// A provision whose number is not the one behind its neighbour's.
  struct Break {
    let id: Int
    let before: Int
    /// The numbers left out, joined by "or"; nil where the neighbour's comes again.
    let missing: String?
    /// Whether the series goes on around it as it should, in the body of the agreement, on lines of their own.
    let isSure: Bool

    func finding(_ code: String, _ agreement: Agreement) -> Finding {
      let tree = agreement.provisions
      let number = tree[id].number
      return Finding(
        code, isSure ? .warning : .info, tree[id].label, subject: agreement.words(tree[id].label),
        missing.map { "\(number) follows \(tree[before].number): there is no \($0)." } ?? "\(number) comes twice.",
        notes: [Finding.Note(range: tree[before].label, message: "\(tree[before].number) stands before it")])
    }
  }

  static func breaks(in agreement: Agreement, of forms: Form...) -> [Break] {
    let tree = agreement.provisions
    var out: [Break] = []
    var last: [Int?: Int] = [:]
    let numbers = Set(tree.map(\.number))
    lazy var amended = AmendedText(agreement)
    for id in tree.indices where tree[id].kind == .provision {
      defer { last[tree[id].parent] = id }
      // A second set of numbers is no gap and no repeat.
      guard let before = last[tree[id].parent], tree[before].paper == tree[id].paper, let (form, value) = value(tree[id].number),
        forms.contains(form), let (other, previous) = self.value(tree[before].number), other == form, value != previous + 1,
        // What an amendment quotes has another paper's numbers.
        !amended.quotes(at: tree[id].start), !amended.quotes(at: tree[before].start)
      else { continue }
      if value == previous {
        // Lists of an attachment that stand beside one another begin with 1 each.
        guard tree[id].number == tree[before].number, value > 1 || tree.attachment(of: id) == nil, !isInserted(agreement, id),
          !isContinued(agreement, id),
          !isTranslated(agreement, before, id)
        else { continue }
        out.append(
          Break(
            id: id, before: before, missing: nil,
            isSure: goesOn(agreement, from: id, value, form) && comesFrom(agreement, before, value, form)
              && tree[id].bodyStart < tree[id].range.upperBound))
      } else if (previous + 2...previous + 4).contains(value) {
        let isPadded = isPadded(tree[id].number) || isPadded(tree[before].number)
        let missing = (previous + 1..<value).map { printed(tree[id].number, $0, form, isPadded: isPadded) }
        let between = tree[before].start..<tree[id].start
        let siblings = (tree[id].parent.map { tree[$0].start } ?? 0)..<tree[id].start
        if !isRedacted(agreement, between),
          missing.allSatisfy({
            !numbers.contains($0) && !stands(agreement, $0, in: between) && !beginsLine(agreement, $0, in: siblings)
          })
        {
          out.append(
            Break(
              id: id, before: before, missing: missing.joined(separator: " or "),
              isSure: goesOn(agreement, from: id, value, form) || endsArticle(agreement, id, before, previous, form)))
        }
      }
    }
    return out
  }

  /// Whether the next provision beside one bears the next number, and both stand at a line's beginning.
  private static func goesOn(_ agreement: Agreement, from id: Int, _ value: Int, _ form: Form) -> Bool {
    let tree = agreement.provisions
    guard tree.attachment(of: id) == nil, beginsLine(agreement, id),
      let next = tree.sibling(after: id), beginsLine(agreement, next),
      let (other, following) = self.value(tree[next].number)
    else { return false }
    return other == form && following == value + 1
  }

  /// Whether a provision is the last of an article, behind two or more that follow one another: 1.01, 1.02, 1.04.
  private static func endsArticle(_ agreement: Agreement, _ id: Int, _ before: Int, _ previous: Int, _ form: Form) -> Bool {
    let tree = agreement.provisions
    return form == .number && tree[id].number.contains(".") && tree.attachment(of: id) == nil && beginsLine(agreement, id)
      && tree.sibling(after: id).map { article(tree[$0].number) != article(tree[id].number) } ?? true
      && comesFrom(agreement, before, previous, form)
  }

  /// A number without its last part: 1 of `1.04`.
  private static func article(_ number: String) -> Substring { number.prefix(upTo: number.lastIndex(of: ".") ?? number.startIndex) }

  /// `24.B` and `3.4(A)` behind 24 and 3.4 are provisions put in, and no repeats.
  private static func isInserted(_ agreement: Agreement, _ id: Int) -> Bool {
    let span = agreement.text.bytes.span
    var i = agreement.provisions[id].label.upperBound
    while i < span.count, span[i] == Ascii.period || span[i] == Ascii.open || span[i] == Ascii.close { i += 1 }
    guard i > 0, i + 1 < span.count, span[i].isLetter, !span[i - 1].isSpace else { return false }
    return span[i + 1] == Ascii.period || span[i + 1] == Ascii.close
      || (span[i + 1].isSpace || span[i + 1] == 0xC2) && span[i].isUpper && span[i - 1] != Ascii.space
  }

  /// Whether two provisions of one number are in two scripts: `1.1 Sale.` and then `1.1 出售。` is its translation.
  private static func isTranslated(_ agreement: Agreement, _ first: Int, _ second: Int) -> Bool {
    let span = agreement.text.bytes.span
    func isLatin(_ id: Int) -> Bool? {
      let provision = agreement.provisions[id]
      // Cyrillic, Arabic, Chinese and others begin at U+0370, behind the letters of Europe's languages.
      return (provision.label.upperBound..<max(provision.label.upperBound, provision.range.upperBound)).first {
        span[$0].isLetter || span[$0] >= 0xCD
      }
      .map { span[$0].isLetter }
    }
    guard let one = isLatin(first), let other = isLatin(second) else { return false }
    return one != other
  }

  /// "11. Segments, continued"
  private static func isContinued(_ agreement: Agreement, _ id: Int) -> Bool {
    guard let heading = agreement.provisions[id].heading else { return false }
    let span = agreement.text.bytes.span
    return span.firstIndex(of: "continued", in: heading) != nil || span.firstIndex(of: "cont'd", in: heading) != nil
  }

  private static func isRedacted(_ agreement: Agreement, _ range: Range<Int>) -> Bool {
    let span = agreement.text.bytes.span
    return span.firstIndex(of: "(...)", in: range) != nil || span.firstIndex(of: "[*", in: range) != nil
      || span.firstIndex(of: "***", in: range) != nil
      || span.firstIndex(of: "redacted", in: range) != nil
  }

  /// Whether the last part of a number begins a line in a part of the text: `(3)`, `c.`, `c` and a tab.
  private static func beginsLine(_ agreement: Agreement, _ number: String, in range: Range<Int>) -> Bool {
    let last = Array((number.hasSuffix(")") ? String(number.dropLast().split(separator: "(").last ?? "") : number).utf8)
    let span = agreement.text.bytes.span
    var line = agreement.text.lines.index(at: range.lowerBound)
    while line < agreement.text.lines.count, agreement.text.lines[line].lowerBound < range.upperBound {
      var i = agreement.text.lines[line].lowerBound
      let end = agreement.text.lines[line].upperBound
      while i < end, span[i].isBlank || span[i] == Ascii.open { i += 1 }
      if i + last.count < end, last.indices.allSatisfy({ span[i + $0] == last[$0] }), !span[i + last.count].isWord,
        span[i + last.count] != Ascii.period || !(i + last.count + 1 < end && span[i + last.count + 1].isDigit),
        i + last.count + 1 >= end || span[i + last.count] != Ascii.space || span[i + last.count + 1].isBlank
      {
        return true
      }
      line += 1
    }
    return false
  }

  private static func comesFrom(_ agreement: Agreement, _ id: Int, _ value: Int, _ form: Form) -> Bool {
    let tree = agreement.provisions
    guard beginsLine(agreement, id), let last = tree.indices[..<id].last(where: { tree[$0].parent == tree[id].parent }),
      let (other, before) = self.value(tree[last].number)
    else { return false }
    return other == form && before == value - 1
  }

  private static func beginsLine(_ agreement: Agreement, _ id: Int) -> Bool {
    let span = agreement.text.bytes.span
    var i = agreement.provisions[id].label.lowerBound
    while i > 0, span[i - 1].isBlank { i -= 1 }
    guard i == 0 || span[i - 1].isLineEnd else { return false }
    // "as in Section" at the end of the line before: the number is that reference's.
    let before = span.skipSpaces(endingAt: i)
    for word: StaticString in ["section", "sections", "article", "and", "or", "to"] where span.matchesWord(word, endingAt: before) {
      return false
    }
    return true
  }

  /// The last part of a canonical number: 4 of `3.4`, 2 of `3(b)`.
  private static func value(_ number: String) -> (Form, Int)? {
    let bytes = number.utf8
    if bytes.last == Ascii.close {
      let inside = bytes.dropLast().suffix(while: { $0 != Ascii.open })
      if let value = Int(Substring(inside)) { return (.number, value) }
      // A letter that may be a numeral says nothing by itself: (i), (v), (x).
      if inside.count > 1, inside.allSatisfy(\.isSmallNumeral) {
        let letters = Array(inside)
        return Numeral.roman(letters.span, 0, letters.count).flatMap { $0.end == letters.count ? (.roman, $0.value) : nil }
      }
      guard inside.count == 1, let letter = inside.first, letter.isLower, !letter.isSmallNumeral
      else { return nil }
      return (.letter, Int(letter - 0x60))
    }
    let last = bytes.suffix(while: { $0 != Ascii.slash && $0 != Ascii.period })
    // `1.0` and `1.00` head what is below them, and `1.01` is the first.
    return last.first == Ascii.zero && (last.count != 2 || last.last == Ascii.zero)
      ? nil : Int(Substring(last)).map { (.number, $0) }
  }

  /// Whether the last part of a number has a nought before its figure: `1.02`.
  private static func isPadded(_ number: String) -> Bool {
    let last = number.utf8.suffix(while: { $0 != Ascii.period })
    return last.count == 2 && last.first == Ascii.zero
  }

  private static func printed(_ number: String, _ value: Int, _ form: Form, isPadded: Bool) -> String {
    if number.hasSuffix(")") {
      let stem = number.prefix(upTo: number.lastIndex(of: "(") ?? number.startIndex)
      let last =
        switch form {
        case .letter: String(UnicodeScalar(UInt8(0x60 + value)))
        case .roman: String(decoding: Numeral.romanBytes(value), as: UTF8.self)
        case .number: String(value)
        }
      return "\(stem)(\(last))"
    }
    guard let dot = number.lastIndex(of: ".") else { return "\(value)" }
    return number[...dot] + (isPadded && value < 10 ? "0\(value)" : "\(value)")
  }

  /// Whether a byte is a figure, or the letter that is typed or scanned for it: l and I for 1, O for 0.
  private static func isAlike(_ byte: UInt8, _ wanted: UInt8) -> Bool {
    byte == wanted || wanted == 0x31 && (byte == 0x6C || byte == 0x49) || wanted == 0x30 && byte == 0x4F
  }

  /// Whether a number, or its last brackets, stands in a part of the text.
  private static func stands(_ agreement: Agreement, _ number: String, in range: Range<Int>) -> Bool {
    let last =
      number.lastIndex(of: "(").map { String(number[$0...]) } ?? (number.split(separator: "/").last.map(String.init) ?? number)
    let wanted = Array(last.utf8)
    // Scanners read the letter l as the figure 1.
    if last == "(l)", stands(agreement, "(1)", in: range) { return true }
    let bytes = agreement.text.bytes
    var i = range.lowerBound
    while i + wanted.count <= min(range.upperBound, bytes.count) {
      if isAlike(bytes[i], wanted[0]), wanted.indices.allSatisfy({ isAlike(bytes[i + $0], wanted[$0]) }),
        i + wanted.count >= bytes.count || !bytes[i + wanted.count].isDigit
      {
        return true
      }
      i += 1
    }
    // `b)` and `b.` are the printed forms of (b) as well.
    guard last.hasPrefix("("), last.utf8.count == 3 else { return false }
    let letter = wanted[1]
    i = range.lowerBound + 1
    while i + 1 < min(range.upperBound, bytes.count) {
      if bytes[i] == letter, !bytes[i - 1].isWord, bytes[i + 1] == Ascii.close || bytes[i + 1] == Ascii.period { return true }
      i += 1
    }
    return false
  }
}

extension BidirectionalCollection {
  /// The longest end of it whose elements all pass a test.
  fileprivate func suffix(while passes: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, passes(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
