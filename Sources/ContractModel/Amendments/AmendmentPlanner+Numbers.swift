/// Whether numbers and headings that an amendment prints agree with those of the provision it names; where they do not, it is not certain
/// which one is meant.
extension AmendmentPlanner {
  /// The heading of a provision, where the amendment gives it another behind its number: "Section 4.2 (Taxes)" where 4.2 is "Deposit".
  func otherHeading(_ id: Int, behind reference: Int) -> String? {
    guard let heading = agreement.provisions[id].heading, let caption = caption(behind: reference) else { return nil }
    let printed = agreement.words(heading)
    let own = Self.stems(printed)
    let given = Self.stems(caption)
    return own.isEmpty || given.isEmpty || !own.isDisjoint(with: given) ? nil : printed
  }

  /// What stands behind a reference as its heading: `Section 4.2 (Taxes)`, `Section 4.2, entitled "Taxes"`.
  private func caption(behind reference: Int) -> String? {
    let reading = amending.reading
    let bytes = reading.bytes
    let start = bytes.span.skipSpaces(reading.reading(amending.references[reference].range.upperBound))
    let near = start..<min(bytes.count, start + 100)
    guard !near.isEmpty else { return nil }
    if bytes[start] == Ascii.open {
      guard start + 1 < bytes.count, bytes[start + 1].isUpper, let close = near.first(where: { bytes[$0] == Ascii.close }) else {
        return nil
      }
      let words = String(decoding: bytes[start + 1..<close], as: UTF8.self)
      // A heading is in capitals but for its small words: not "(Page 3)" and not "(The Buyer pays nothing)".
      let isHeading = words.split(separator: " ").allSatisfy { $0.first?.isUppercase ?? false || $0.utf8.count <= 3 }
      return isHeading && !words.contains(where: \.isNumber) && !words.contains("\"") ? words : nil
    }
    var at = bytes[start] == Ascii.comma ? bytes.span.skipSpaces(start + 1) : start
    for word: StaticString in ["entitled", "titled", "captioned", "headed"] where bytes.span.matchesWord(word, at: at) {
      at = bytes.span.skipSpaces(at + word.utf8CodeUnitCount)
      guard at < bytes.count, bytes[at] == Ascii.quote,
        let close = (at + 1..<min(bytes.count, at + 100)).first(where: { bytes[$0] == Ascii.quote })
      else { return nil }
      return String(decoding: bytes[at + 1..<close], as: UTF8.self)
    }
    return nil
  }

  /// The beginnings of the longer words, which say what a heading is of in any form: "Pay", "Payment" and "Payments".
  private static func stems(_ words: String) -> Set<String> {
    Set(
      words.lowercased().split { !$0.isLetter }.filter { $0.utf8.count > 2 && $0 != "the" && $0 != "and" }.map {
        String($0.prefix(4))
      })
  }

  /// Why new words are not those of a provision: they bear the number of another one.
  func otherNumber(_ new: Range<Int>, _ id: Int) -> String? {
    let words = amending.words(new)
    guard !places.leads(words, id), let label = Self.label(of: words) else { return nil }
    let number = agreement.provisions[id].number
    if label.hasPrefix("(") {
      // "(b)" for 2.2(a); "(i)" may be an item of it.
      guard let own = number.last == ")" ? number.lastIndex(of: "(").map({ String(number[$0...]) }) : nil else { return nil }
      let begins = ["(a)", "(A)", "(i)", "(I)", "(1)", "(v)", "(x)"]
      let isOne =
        own.utf8.count == 3 && label.utf8.count == 3 && own.utf8.dropFirst().first?.isLower == label.utf8.dropFirst().first?.isLower
      return isOne && own != label && !begins.contains(label) ? "its new words bear the number \(label)" : nil
    }
    let (own, given) = (Self.figures(number), Self.figures(label))
    // What stands below it or opens above it is read as such.
    let isKin =
      given.starts(with: own)
      || agreement.provisions.path(to: id).contains { Self.figures(agreement.provisions[$0].number) == given }
    return isKin || own.isEmpty ? nil : "its new words bear the number \(label)"
  }

  /// The number that words begin with: `3.4 Weighing.`, `Section 7. Storage`, `(b) upon`; nil for `2.5 percent` and `30 days`.
  private static func label(of words: String) -> String? {
    var text = Substring(words).drop { isQuote($0.unicodeScalars.first) || $0 == " " }
    if text.first == "(", let close = text.prefix(6).firstIndex(of: ")") { return String(text[...close]) }
    var isNamed = false
    for keyword in ["section ", "clause ", "article "] where text.prefix(10).lowercased().hasPrefix(keyword) {
      text = text.dropFirst(keyword.count)
      isNamed = true
    }
    var label = text.prefix { $0.isNumber || $0 == "." }
    let rest = text[label.endIndex...]
    let isClosed = label.last == "."
    while label.last == "." { label = label.dropLast() }
    guard !label.isEmpty, label.contains(".") || isNamed || isClosed, rest.first == " " || rest.first == "\n" else { return nil }
    let next = rest.drop { $0 == " " || $0 == "\n" }.first
    return next?.isUppercase ?? false ? String(label) : nil
  }

  /// The figures of a number, part by part, so that `3.01` is `3.1`: none for one that begins with letters.
  private static func figures(_ number: String) -> [Int] {
    number.prefix { $0.isNumber || $0 == "." }.split(separator: ".").compactMap { Int($0) }
  }

  /// New words of an item without the number and the heading of what it is in, where they print that too: "2.2 Termination." above "(a) …".
  func withoutOuterHeading(_ new: Range<Int>, _ id: Int) -> Range<Int> {
    let reading = amending.reading
    let paragraphs = reading.paragraphs(reading.reading(new)).map { reading.source($0) }
    guard paragraphs.count > 1, let parent = agreement.provisions[id].parent, let heading = agreement.provisions[parent].heading
    else {
      return new
    }
    func letters(_ words: String) -> [UInt8] { words.utf8.filter(\.isAlphanumeric).map(\.lowercased) }
    let first = letters(amending.words(paragraphs[0]))
    let outer = letters(agreement.words(agreement.provisions[parent].label) + agreement.words(heading))
    return first == outer ? paragraphs[1].lowerBound..<new.upperBound : new
  }
}
