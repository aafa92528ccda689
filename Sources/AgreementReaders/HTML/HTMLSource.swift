/// The bytes of a page without what its parser reads as words and a browser does not.
///
/// Word writes `<![if !supportLists]>(a)<![endif]>` around the numbers of its lists, and old pages `&nbsp` without its semicolon. (HTML
/// Living Standard, 13.2.5.42: markup that is no comment, declaration or section is passed over as far as the next `>`; 13.2.5.73:
/// named character references.)
enum HTMLSource {
  static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
    guard needsCleaning(bytes) else { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 64)
    // How many `<s>` were written as deletions and are not closed yet.
    var strikes = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 0x3C, i + 1 < bytes.count, bytes[i + 1] == 0x21 {
        if let end = passedOver(bytes, i) {
          i = end
          continue
        }
        // What looks like markup in a comment is part of it: `<!--[if mso]> … <![endif]-->`.
        if let end = commentEnd(bytes, i) {
          out.append(contentsOf: bytes[i..<end])
          i = end
          continue
        }
      }
      // A strike around paragraphs, which the parser would end at the first of them: `<s><p>`.
      if byte == 0x3C, let found = strike(bytes, i, open: strikes) {
        if found.isShort { strikes += found.isEnd ? -1 : 1 }
        out.append(contentsOf: found.tag)
        i = found.end
        continue
      }
      out.append(byte)
      i += 1
      if byte == 0x26, let name = openReference(bytes, i) {
        out.append(contentsOf: bytes[i..<(i + name)])
        out.append(0x3B)
        i += name
      }
    }
    return out
  }

  private static func needsCleaning(_ bytes: [UInt8]) -> Bool {
    bytes.firstPlace(of: "<![") != nil || bytes.firstPlace(of: "<!-->") != nil || bytes.firstPlace(of: "<!--->") != nil
      || bytes.firstPlace(of: "<strike") != nil || bytes.firstPlace(of: "<s><") != nil || bytes.firstPlace(of: "<STRIKE") != nil
      || names.contains { bytes.firstPlace(of: $0) != nil }
  }

  private struct Strike {
    /// Behind the tag, and the tag of a deletion in its place.
    var end: Int
    var tag: [UInt8]
    var isEnd: Bool
    var isShort: Bool
  }

  /// `<strike>` and `</strike>`, `<s>` before the tag of a block, and the `</s>` of an `open` one; nil for others: `<S>` alone begins a
  /// column of an old filing.
  private static func strike(_ bytes: [UInt8], _ start: Int, open: Int) -> Strike? {
    var at = start + 1
    let isEnd = at < bytes.count && bytes[at] == 0x2F
    if isEnd { at += 1 }
    let word = bytes[at...].prefix(7).map { $0 | 0x20 }
    let isLong = word.starts(with: "strike".utf8) && word.count == 7 && !(0x61...0x7A).contains(word[6])
    let isShort = bytes[at...].starts(with: "s>".utf8)
    guard isLong || isShort, let close = bytes[at...].prefix(400).firstIndex(of: 0x3E) else { return nil }
    if isShort {
      let isOfBlock = isEnd ? open > 0 : open > 0 || blocks.contains { bytes[(close + 1)...].starts(with: $0.utf8) }
      guard isOfBlock else { return nil }
    }
    let tag = Array((isEnd ? "</del" : "<del").utf8) + (isEnd || isShort ? [0x3E] : bytes[(at + 6)...close])
    return Strike(end: close + 1, tag: tag, isEnd: isEnd, isShort: isShort)
  }
  private static let blocks = ["<p>", "<p ", "<div", "<h1", "<h2", "<h3", "<li", "<table"]

  /// Where markup ends that is no comment and no document type; nil for those.
  private static func passedOver(_ bytes: [UInt8], _ start: Int) -> Int? {
    let rest = bytes[start...]
    if rest.starts(with: "<!-->".utf8) { return start + 5 }
    if rest.starts(with: "<!--->".utf8) { return start + 6 }
    if rest.starts(with: "<!--".utf8) { return nil }
    let word = rest.dropFirst(2).prefix(7).map { $0 | 0x20 }
    if word.elementsEqual("doctype".utf8) { return nil }
    return rest.firstIndex(of: 0x3E).map { $0 + 1 }
  }

  /// Where a comment ends that begins at `start`; nil where none begins there. One that is never closed goes to the end of the page.
  private static func commentEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard bytes[start...].starts(with: "<!--".utf8) else { return nil }
    var i = start + 6
    while i < bytes.count {
      if bytes[i] == 0x3E, bytes[i - 1] == 0x2D, bytes[i - 2] == 0x2D { return i + 1 }
      i += 1
    }
    return bytes.count
  }

  private static let names: [StaticString] = ["&nbsp", "&copy", "&reg", "&sect", "&para", "&amp", "&quot", "&middot"]

  /// The length of a name that a semicolon should end and does not: `nbsp` before a blank.
  private static func openReference(_ bytes: [UInt8], _ start: Int) -> Int? {
    for name in names {
      let length = name.utf8CodeUnitCount - 1
      guard start + length <= bytes.count, (0..<length).allSatisfy({ bytes[start + $0] == name.utf8Start[$0 + 1] }) else {
        continue
      }
      let next = start + length < bytes.count ? bytes[start + length] : 0x20
      let isWord = (next | 0x20) >= 0x61 && (next | 0x20) <= 0x7A || next >= 0x30 && next <= 0x39 || next == 0x3B || next == 0x3D
      return isWord ? nil : length
    }
    return nil
  }
}
