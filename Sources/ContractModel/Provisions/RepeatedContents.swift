/// Finds a table of contents that nothing else gives away: numbers and titles that come in quick succession and then again, with text.
///
/// For example flattened pages that begin `1. Definitions 1.1 Fees 1.2 Terms 2. Sale`, and a hundred lines on `1. Definitions. In this …`.
enum RepeatedContents {
  /// The range of candidates that are entries, or nil.
  static func find(_ candidates: [ProvisionCandidate], _ span: Span<UInt8>) -> Range<Int>? {
    // The first entries may have been known for what they are, and be no candidates.
    for first in candidates.indices.prefix(80) where first < 3 || begins(candidates[first].marker) {
      guard let second = candidates[(first + 1)...].firstIndex(where: { same($0, candidates[first], span) }), second - first >= 5
      else { continue }
      // Entries stand close together: no text between them.
      guard (candidates[second].start - candidates[first].start) / (second - first) < 260 else { continue }
      var found = 0
      let entries = candidates[first..<second].prefix(12)
      for entry in entries where candidates[second...].prefix(400).contains(where: { same($0, entry, span) }) { found += 1 }
      if found * 3 >= entries.count * 2 { return first..<second }
    }
    return nil
  }

  private static func begins(_ marker: ProvisionMarker) -> Bool {
    marker.values.allSatisfy { $0 <= 1 } && !marker.opened && marker.close != .bracket && marker.parts[0].kind != .lowerLetter
      && marker.parts[0].kind != .lowerRoman
  }

  /// The same number with the same first letters behind it.
  private static func same(_ a: ProvisionCandidate, _ b: ProvisionCandidate, _ span: Span<UInt8>) -> Bool {
    guard a.marker.keyword == b.marker.keyword, a.marker.parts == b.marker.parts, a.marker.opened == b.marker.opened else {
      return false
    }
    var i = a.marker.textStart
    var j = b.marker.textStart
    for _ in 0..<8 {
      while i < span.count, !span[i].isLetter { i += 1 }
      while j < span.count, !span[j].isLetter { j += 1 }
      guard i < span.count, j < span.count else { return false }
      if span[i].lowercased != span[j].lowercased { return false }
      i += 1
      j += 1
    }
    return true
  }
}
