/// Finds the next occurrence of something in bytes: a literal here, an expression where a library lends one.
public struct TextMatcher: Sendable {
  /// The first match at or after an offset; nil when there is none.
  public let next: @Sendable (_ bytes: [UInt8], _ from: Int) -> Range<Int>?

  public init(next: @escaping @Sendable (_ bytes: [UInt8], _ from: Int) -> Range<Int>?) { self.next = next }

  /// Literal words with smart case: capitals in the pattern must match, else case does not count.
  public static func literal(_ pattern: String) -> TextMatcher? {
    let exact = pattern.utf8.contains { $0.isUpper }
    let wanted = exact ? Array(pattern.utf8) : pattern.utf8.map(\.lowercased)
    guard let first = wanted.first else { return nil }
    return TextMatcher { bytes, from in
      let span = bytes.span
      var i = max(from, 0)
      let last = span.count - wanted.count
      search: while i <= last {
        let byte = exact ? span[i] : span[i].lowercased
        if byte == first {
          for k in 1..<max(wanted.count, 1) where (exact ? span[i + k] : span[i + k].lowercased) != wanted[k] {
            i += 1
            continue search
          }
          return i..<(i + wanted.count)
        }
        i += 1
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
}

extension Agreement {
  /// Every match in reading order. Words are matched as they are read: over line ends and pages, furniture left out.
  public func matches(_ matcher: TextMatcher, limit: Int = 100_000) -> [Match] {
    var out: [Match] = []
    var from = 0
    while out.count < limit, let found = matcher.next(reading.bytes, from) {
      if !found.isEmpty {
        let range = reading.source(found)
        out.append(Match(range: range, provision: provisions.innermost(at: range.lowerBound)))
      }
      from = max(found.upperBound, found.lowerBound + 1)
      if from >= reading.bytes.count { break }
    }
    return out
  }
}
