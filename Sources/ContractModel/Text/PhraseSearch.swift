/// Looking for words of our own in a text: sixteen places at a time, by three of their letters.
extension Span where Element == UInt8 {
  /// The first occurrence of `literal` (lower case) in `range`, in any case of letters.
  func firstIndex(of literal: StaticString, in range: Range<Int>) -> Int? {
    let length = literal.utf8CodeUnitCount
    let last = Swift.min(range.upperBound, count) - length
    guard length > 0, range.lowerBound >= 0, last >= range.lowerBound else { return nil }
    let start = unsafe literal.utf8Start
    // Blanks are everywhere: the first letter, the one behind it and the last are looked for, sixteen places at a time.
    var anchor = 0
    while anchor + 1 < length, unsafe start[anchor] == 0x20 { anchor += 1 }
    let steps = (anchor + 1 < length ? 1 : 0, length - 1 - anchor)
    let wanted = unsafe (start[anchor], start[anchor + steps.0], start[length - 1])
    let folds: (UInt8, UInt8, UInt8) = (wanted.0.isLower ? 0x20 : 0, wanted.1.isLower ? 0x20 : 0, wanted.2.isLower ? 0x20 : 0)
    @inline(__always) func others<Bytes: ByteLanes>(_ first: Bytes, _ second: Bytes, _ last: Bytes) -> Bytes {
      ((first | .all(folds.0)) ^ .all(wanted.0)) | ((second | .all(folds.1)) ^ .all(wanted.1))
        | ((last | .all(folds.2)) ^ .all(wanted.2))
    }
    var i = range.lowerBound + anchor
    let end = last + anchor
    while i <= end {
      while i + steps.1 + 16 <= count, i <= end,
        others(sixteen(at: i), sixteen(at: i + steps.0), sixteen(at: i + steps.1)).zeroBytes.isEmpty
      { i += 16 }
      if i + steps.1 + 8 <= count {
        var mask = others(eight(at: i), eight(at: i + steps.0), eight(at: i + steps.1)).exactZeroBytes
        while mask != 0 {
          let at = i + mask.firstMarked
          mask &= mask &- 1
          if at > end { return nil }
          if matches(literal, at: at - anchor) { return at - anchor }
        }
        i += 8
      } else if i <= end {
        if known(i) | folds.0 == wanted.0, matches(literal, at: i - anchor) { return i - anchor }
        i += 1
      }
    }
    return nil
  }
}
