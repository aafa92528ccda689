/// Finds the next occurrence of something in bytes: a literal here, an expression where a library lends one.
public struct TextMatcher: Sendable {
  /// The first match at or after an offset; nil when there is none.
  public let next: @Sendable (_ bytes: [UInt8], _ from: Int) -> Range<Int>?

  /// A matcher that gives the first match at or after an offset.
  public init(next: @escaping @Sendable (_ bytes: [UInt8], _ from: Int) -> Range<Int>?) { self.next = next }

  /// A pattern with its quotation marks, dashes, ligatures and blanks as the text is read: words copied from a page have the page's own.
  /// Blanks around it stay as they are typed.
  public static func asRead(_ pattern: String) -> String {
    let bytes = Array(pattern.utf8)
    guard let first = bytes.firstIndex(where: { $0 != Ascii.space }), let last = bytes.lastIndex(where: { $0 != Ascii.space })
    else {
      return pattern
    }
    let words = SourceText(Array(bytes[first...last]))
    let folded = TextFolding.fold(words, [Block(.paragraph, 0..<words.bytes.count)]).bytes
    return String(decoding: bytes[..<first] + folded + bytes[(last + 1)...], as: UTF8.self)
  }

  /// Literal words with smart case: capitals in the pattern must match, else case does not count.
  public static func literal(_ pattern: String) -> TextMatcher? {
    let pattern = asRead(pattern)
    let exact = pattern.utf8.contains { $0.isUpper }
    let wanted = exact ? Array(pattern.utf8) : pattern.utf8.map(\.lowercased)
    guard let first = wanted.first else { return nil }
    return TextMatcher { bytes, from in
      let span = bytes.span
      var i = max(from, 0)
      let last = span.count - wanted.count
      let fold: UInt8 = exact || !first.isLower ? 0 : 0x20
      func fits(_ at: Int) -> Bool {
        for k in 0..<wanted.count where (exact ? span[at + k] : span[at + k].lowercased) != wanted[k] { return false }
        return true
      }
      while i <= last {
        if i + 8 <= span.count {
          // Eight places at a time until one holds the first letter.
          var mask = ((span.eight(at: i) | .all(fold)) ^ .all(first)).exactZeroBytes
          while mask != 0 {
            let at = i + mask.firstMarked
            mask &= mask &- 1
            if at > last { return nil }
            if fits(at) { return at..<(at + wanted.count) }
          }
          i += 8
        } else {
          if fits(i) { return i..<(i + wanted.count) }
          i += 1
        }
      }
      return nil
    }
  }
}

/// A place that a search found.
public struct Match: Sendable, Equatable {
  /// The bytes of the source text.
  public let range: Range<Int>
  /// The provision it stands in.
  public let provision: Int?
  /// Whether it stands in what pages add to the text: a running head, a foot.
  public let isFurniture: Bool
}

extension Agreement {
  /// Every match in order of place. Words are matched as they are read, over line ends and pages; page furniture is searched apart.
  public func matches(_ matcher: TextMatcher, limit: Int = 100_000) -> [Match] {
    let read = places(of: matcher, limit: limit)
    let furniture = placesInFurniture(of: matcher, limit: limit - read.count)
    let all = read.map { Match(range: $0, provision: provisions.innermost(at: $0.lowerBound), isFurniture: false) }
    if furniture.isEmpty { return all }
    return (all + furniture.map { Match(range: $0, provision: nil, isFurniture: true) })
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The bytes of every match in the text as it is read, in order of place, over words that lines part too.
  public func places(of matcher: TextMatcher, limit: Int = 100_000) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var from = 0
    while found.count < limit, let match = matcher.next(reading.bytes, from) {
      if !match.isEmpty { found.append(match) }
      from = max(match.upperBound, match.lowerBound + 1)
      if from >= reading.bytes.count { break }
    }
    let broken = BrokenWordMatches(agreement: self).ranges(of: matcher, limit: limit - found.count).filter { match in
      let next = found.boundary(behindAll: { $0.upperBound <= match.lowerBound })
      return next >= found.count || found[next].lowerBound >= match.upperBound
    }
    if !broken.isEmpty { found = (found + broken).sorted { $0.lowerBound < $1.lowerBound } }
    var cursor = ReadingText.SourceCursor(reading)
    return found.map { cursor.source($0) }
  }

  /// The bytes of every match in page furniture, in order of place.
  public func placesInFurniture(of matcher: TextMatcher, limit: Int = 100_000) -> [Range<Int>] {
    var out: [Range<Int>] = []
    for block in blocks where block.kind == .furniture && block.furniture != .tableTag && block.furniture != .pageMark {
      let words = Array(text.bytes[block.range])
      var from = 0
      while out.count < limit, from < words.count, let found = matcher.next(words, from) {
        if !found.isEmpty { out.append((block.range.lowerBound + found.lowerBound)..<(block.range.lowerBound + found.upperBound)) }
        from = max(found.upperBound, found.lowerBound + 1)
      }
    }
    return out
  }

  /// Whether a place is in page furniture, which the reflowed text leaves out.
  public func isFurniture(_ offset: Int) -> Bool {
    let index = blocks.boundary { $0.range.upperBound <= offset }
    return index < blocks.count && blocks[index].kind == .furniture && blocks[index].range.contains(offset)
  }
}
