/// A handful of small-letter words that a place in a text is compared with at once, and not one after another.
///
/// For example `WordSet("of", "to", "notwithstanding")`; words are of ASCII and have sixteen bytes at most. One with a hyphen is found
/// by `contains` alone, as a word ends at its hyphen.
struct WordSet: Sendable {
  /// The words by the hash of their first eight bytes, in a table that is a power of two; empty places are zeros.
  private var slots: [Key]
  private let bits: UInt64
  private let longest: Int

  private struct Key: Sendable {
    var first: UInt64 = 0
    var second: UInt64 = 0
  }

  init(_ words: StaticString...) { self.init(words) }

  init(_ words: [StaticString]) {
    var bits: UInt64 = 3
    while 1 << bits < words.count * 3 { bits += 1 }
    self.bits = bits
    slots = [Key](repeating: Key(), count: 1 << bits)
    longest = words.reduce(0) { max($0, $1.utf8CodeUnitCount) }
    precondition(longest <= 16)
    for word in words {
      let bytes = word.withUTF8Buffer { Array($0) }
      let key = Self.key(bytes.span, 0..<bytes.count)
      var slot = key.first.slot(bits: bits)
      while slots[slot].first != 0 { slot = (slot + 1) % slots.count }
      slots[slot] = key
    }
  }

  /// Whether the bytes of `word`, in any case of letters, are one of the words.
  @inline(__always) func contains(_ span: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard !word.isEmpty, word.count <= longest else { return false }
    let key = Self.key(span, word)
    let slots = slots.span
    var slot = key.first.slot(bits: bits)
    while slots.known(slot).first != 0 {
      if slots.known(slot).first == key.first, slots.known(slot).second == key.second { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  /// Whether one of the words ends just before `end`, with no letter before it.
  func ends(_ span: Span<UInt8>, at end: Int) -> Bool {
    var start = end
    while start > 0, end - start <= longest, span[start - 1].isWord { start -= 1 }
    return contains(span, start..<end)
  }

  /// Whether one of the words stands at `start` and ends there.
  func begins(_ span: Span<UInt8>, at start: Int) -> Bool {
    var end = start
    while end < span.count, end - start <= longest, span[end].isWord { end += 1 }
    return contains(span, start..<end)
  }

  @inline(__always) private static func key(_ span: Span<UInt8>, _ word: Range<Int>) -> Key {
    let first = span.padded(at: word.lowerBound)
    if word.count < 8 { return Key(first: (first & ((1 << UInt64(8 * word.count)) &- 1)).lowercasedBytes) }
    guard word.count > 8 else { return Key(first: first.lowercasedBytes) }
    let second = span.padded(at: word.lowerBound + 8)
    let unused = UInt64(8 * (16 - word.count))
    return Key(first: first.lowercasedBytes, second: ((second << unused) >> unused).lowercasedBytes)
  }
}
