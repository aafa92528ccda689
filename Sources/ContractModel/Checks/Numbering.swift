/// Finds gaps and repeats in numbering: 3.1, 3.2, 3.4; (a), (b), (d); two provisions 5.2.
///
/// A number that stands somewhere between its neighbours in the text was printed, and only not read: that is no gap.
enum Numbering {
  static let code = "numbering"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let tree = agreement.provisions
    var out: [Finding] = []
    var last: [Int?: Int] = [:]
    for id in tree.indices where tree[id].kind == .provision {
      defer { last[tree[id].parent] = id }
      guard let before = last[tree[id].parent], let (form, value) = value(tree[id].number),
        let (other, previous) = self.value(tree[before].number),
        form == other, value != previous + 1
      else { continue }
      let label = agreement.words(tree[id].label)
      let note = [Finding.Note(range: tree[before].label, message: "\(tree[before].number) stands before it")]
      if value == previous {
        guard tree[id].number == tree[before].number else { continue }
        out.append(Finding(code, .info, tree[id].label, subject: label, "\(tree[id].number) comes twice.", notes: note))
      } else if value == previous + 2,
        !stands(agreement, printed(tree[id].number, value - 1, form), in: tree[before].start..<tree[id].start)
      {
        let missing = printed(tree[id].number, value - 1, form)
        out.append(
          Finding(
            code, .info, tree[id].label, subject: label,
            "\(tree[id].number) follows \(tree[before].number): there is no \(missing).", notes: note))
      }
    }
    return out
  }

  private enum Form { case number, letter }

  /// The last part of a canonical number: 4 of `3.4`, 2 of `3(b)`.
  private static func value(_ number: String) -> (Form, Int)? {
    if number.hasSuffix(")") {
      let inside = number.dropLast().split(separator: "(").last ?? ""
      if let value = Int(inside) { return (.number, value) }
      guard inside.utf8.count == 1, let letter = inside.utf8.first, letter.isLower, letter != 0x69, letter != 0x76, letter != 0x78
      else { return nil }
      return (.letter, Int(letter - 0x60))
    }
    let last = number.split(separator: "/").last?.split(separator: ".").last ?? ""
    // `3.10` after `3.1` printed without its nought, and `1.01`, are the drafter's business.
    return last.hasPrefix("0") ? nil : Int(last).map { (.number, $0) }
  }

  private static func printed(_ number: String, _ value: Int, _ form: Form) -> String {
    if number.hasSuffix(")") {
      let stem = number.prefix(upTo: number.lastIndex(of: "(") ?? number.startIndex)
      return "\(stem)(\(form == .letter ? String(UnicodeScalar(UInt8(0x60 + value))) : String(value)))"
    }
    guard let dot = number.lastIndex(of: ".") else { return "\(value)" }
    return number[...dot] + "\(value)"
  }

  /// Whether a number, or its last brackets, stands in a part of the text.
  private static func stands(_ agreement: Agreement, _ number: String, in range: Range<Int>) -> Bool {
    let last =
      number.lastIndex(of: "(").map { String(number[$0...]) } ?? (number.split(separator: "/").last.map(String.init) ?? number)
    let wanted = Array(last.utf8)
    let bytes = agreement.text.bytes
    var i = range.lowerBound
    while i + wanted.count <= min(range.upperBound, bytes.count) {
      if bytes[i] == wanted[0], bytes[i..<(i + wanted.count)].elementsEqual(wanted),
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

/// Finds a provision whose only child is one item: 3.2 with 3.2.1 and nothing after it.
enum LoneItem {
  static let code = "lone-item"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let tree = agreement.provisions
    var children = [Int](repeating: 0, count: tree.count)
    for id in tree.indices { if let parent = tree[id].parent { children[parent] += 1 } }
    return tree.indices.compactMap { id in
      guard let parent = tree[id].parent, children[parent] == 1, tree[parent].kind == .provision, tree[parent].depth > 0,
        tree[id].number.hasSuffix(".1") || tree[id].number.hasSuffix("(a)")
      else { return nil }
      let number = tree[id].number
      return Finding(code, .info, tree[id].label, subject: number, "\(number) is the only item of \(tree[parent].number).")
    }
  }
}
