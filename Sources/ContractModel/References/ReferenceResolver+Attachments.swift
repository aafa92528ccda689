/// References to attachments: which of them words name, and what stands in one.
extension ReferenceResolver {
  func resolveAttachments(_ words: ReferenceWords) -> (names: [String], found: [Int], missing: [String]) {
    let kind = ReferenceGrammar.kinds.first { $0.keyword == words.keyword }?.name ?? "Attachment"
    var names: [String] = []
    var found: [Int] = []
    var missing: [String] = []
    for identifier in identifiers(words, kind) {
      let name = Self.name(identifier, kind)
      guard !names.contains(name) else { continue }
      if let id = attachment(identifier, kind) {
        names.append(name)
        found.append(id)
      } else if let part = part(identifier, kind) {
        names.append(tree[part].number)
        found.append(part)
      } else {
        names.append(name)
        missing.append(name)
      }
    }
    return (names, found, missing)
  }

  /// What an attachment is called by its kind and its identifier: `Exhibit A`.
  private static func name(_ identifier: [UInt8], _ kind: String) -> String {
    "\(kind) \(String(decoding: identifier, as: UTF8.self).uppercasedIdentifier)"
  }

  /// The attachment of an identifier, however its number is written: `Schedule 1`, `SCHEDULE ONE`.
  private func attachment(_ identifier: [UInt8], _ kind: String) -> Int? {
    attachments[Self.name(identifier, kind)] ?? attachmentsByValue[Array("\(kind) ".utf8) + Self.valueKey(identifier)]
      ?? item(identifier, kind)
  }

  /// The item of an attachment that letters in brackets name, or the attachment where it has no such item: `Schedule 1.1(a)`.
  private func item(_ identifier: [UInt8], _ kind: String) -> Int? {
    guard let open = identifier.firstIndex(of: Ascii.open), open > 0 else { return nil }
    return attachment(Array(identifier[..<open]), kind).map { find([Array(identifier[open...])], in: $0, part: nil) ?? $0 }
  }

  /// The lettered part of an attachment that words name with it, or the attachment where it has no such part: `Annex I.A`.
  private func part(_ identifier: [UInt8], _ kind: String) -> Int? {
    guard let dot = identifier.lastIndex(of: Ascii.period), dot > 0, dot + 2 == identifier.count, identifier[dot + 1].isLetter
    else {
      return nil
    }
    return attachment(Array(identifier[..<dot]), kind).map { find([[identifier[dot + 1]]], in: $0, part: nil) ?? $0 }
  }

  /// What words name, those within a range too: `Annexes A through C`, `Exhibits A-C`, `Appendices I - III`, `Exhibits A-1 to A-3`.
  private func identifiers(_ words: ReferenceWords, _ kind: String) -> [[UInt8]] {
    var out: [[UInt8]] = []
    for (index, item) in words.items.enumerated() {
      let name = item.path[0]
      if item.upTo, index > 0, let range = Self.range(from: words.items[index - 1].path[0], to: name) {
        out += range.dropFirst()
      } else if words.plural, words.items.count == 1, attachments[Self.name(name, kind)] == nil,
        let dash = name.firstIndex(of: Ascii.hyphen),
        let range = Self.range(from: Array(name[..<dash]), to: Array(name[(dash + 1)...]))
      {
        // One name as it is printed: `Exhibits A-C`.
        out += range
      } else {
        out.append(name)
      }
    }
    return out
  }

  /// Everything from one identifier to another that counts on from it; nil where none does: `A` to `C`, `I` to `IV`, `9` to `12`, `B-1` to `B-3`.
  private static func range(from low: [UInt8], to high: [UInt8]) -> [[UInt8]]? {
    if let dash = low.firstIndex(of: Ascii.hyphen) {
      guard high.count > dash + 1, low[...dash] == high[...dash], low[dash + 1].isDigit else { return nil }
      return range(from: Array(low[(dash + 1)...]), to: Array(high[(dash + 1)...]))?.map { low[...dash] + $0 }
    }
    if let from = Int(String(decoding: low, as: UTF8.self)), let to = Int(String(decoding: high, as: UTF8.self)), from < to,
      to - from < 40
    {
      return (from...to).map { Array(String($0).utf8) }
    }
    let numerals = [low, high].map { numeral in
      Numeral.roman(numeral.span, 0, numeral.count).flatMap { $0.end == numeral.count ? $0.value : nil }
    }
    // "Exhibits C to D" and "V to X" are letters; "I to V" begins with one.
    let areLetters = low.count == 1 && high.count == 1 && numerals[0] != 1
    if !areLetters, let from = numerals[0], let to = numerals[1], from < to, to - from < 20 {
      return (from...to).map { Numeral.romanBytes($0).map { $0.isLower ? $0 - 0x20 : $0 } }
    }
    guard low.count == 1, high.count == 1, low[0].isUpper, high[0].isUpper, low[0] < high[0] else { return nil }
    return (low[0]...high[0]).map { [$0] }
  }

  /// A provision of an attachment, in a part of it where one is named (`Part A`, `Chapter 2`): `Schedule 1/Part A/2.1`.
  func find(_ path: [[UInt8]], in attachment: Int, part: [UInt8]?) -> Int? {
    let name = Array(tree[attachment].number.utf8)
    let own = [Ascii.slash] + Self.flat(path)
    if let part { return byNumber[name + [Ascii.slash] + part + own] }
    if let id = byNumber[name + own] { return id }
    return inOnePart[name + own].flatMap { $0 < 0 ? nil : $0 }
  }
}
