/// References to attachments: which of them words name, and what stands in one.
extension ReferenceResolver {
  func resolveAttachments(_ words: ReferenceWords) -> (names: [String], found: [Int], missing: [String]) {
    let kind = ReferenceGrammar.kinds.first { $0.keyword == words.keyword }?.name ?? "Attachment"
    var names: [String] = []
    var found: [Int] = []
    var missing: [String] = []
    for (index, item) in expanded(words, kind).enumerated() {
      let name = Self.name(item.path[0], kind)
      guard !names.contains(name) else { continue }
      // "Annexes A through C" names B too.
      if words.items.indices.contains(index), item.upTo, index > 0, let from = words.items[index - 1].path[0].first,
        let to = item.path[0].first,
        words.items[index - 1].path[0].count == 1, item.path[0].count == 1, from < to, to - from < 26
      {
        for between in (from + 1)..<to {
          let name = Self.name([between], kind)
          names.append(name)
          if let id = attachment([between], kind) {
            found.append(id)
          } else {
            missing.append(name)
          }
        }
      }
      if let id = attachment(item.path[0], kind) {
        names.append(name)
        found.append(id)
      } else if let part = part(item.path[0], kind) {
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
  }

  /// The lettered part of an attachment that words name with it, or the attachment where it has no such part: `Annex I.A`.
  private func part(_ identifier: [UInt8], _ kind: String) -> Int? {
    guard let dot = identifier.lastIndex(of: Ascii.period), dot > 0, dot + 2 == identifier.count, identifier[dot + 1].isLetter
    else {
      return nil
    }
    return attachment(Array(identifier[..<dot]), kind).map { find([[identifier[dot + 1]]], in: $0, part: nil) ?? $0 }
  }

  /// The items of words with ranges that are printed as one name taken apart: `Exhibits A-C`, `Appendices I-III`, `Exhibits A-1 to A-3`.
  private func expanded(_ words: ReferenceWords, _ kind: String) -> [ReferenceWords.Item] {
    guard words.plural else { return words.items }
    func items(_ names: [[UInt8]]) -> [ReferenceWords.Item] {
      names.map { ReferenceWords.Item(path: [$0], range: words.items[0].range) }
    }
    if words.items.count == 1 {
      let name = words.items[0].path[0]
      guard attachments[Self.name(name, kind)] == nil, let dash = name.firstIndex(of: Ascii.hyphen), dash > 0, dash + 1 < name.count
      else {
        return words.items
      }
      let (low, high) = (Array(name[..<dash]), Array(name[(dash + 1)...]))
      if low.count == 1, high.count == 1, low[0].isUpper, high[0].isUpper, low[0] < high[0] {
        return items((low[0]...high[0]).map { [$0] })
      }
      if let from = Int(String(decoding: low, as: UTF8.self)), let to = Int(String(decoding: high, as: UTF8.self)), from < to,
        to - from < 40
      {
        return items((from...to).map { Array(String($0).utf8) })
      }
      let numerals = [low, high].map { numeral in
        Numeral.roman(numeral.span, 0, numeral.count).flatMap { $0.end == numeral.count ? $0.value : nil }
      }
      if let from = numerals[0], let to = numerals[1], from < to, to - from < 20 {
        return items((from...to).map { Numeral.romanBytes($0).map { $0.isLower ? $0 - 0x20 : $0 } })
      }
      return words.items
    }
    guard words.items.count == 2, words.items[1].upTo else { return words.items }
    let (low, high) = (words.items[0].path[0], words.items[1].path[0])
    guard let dash = low.firstIndex(of: Ascii.hyphen), high.count > dash + 1, low[...dash] == high[...dash],
      let from = Int(String(decoding: low[(dash + 1)...], as: UTF8.self)),
      let to = Int(String(decoding: high[(dash + 1)...], as: UTF8.self)),
      from < to, to - from < 40
    else { return words.items }
    return items((from...to).map { low[...dash] + Array(String($0).utf8) })
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
