/// The signs that items without numbers begin with: `•`, `■`, `●`, `➢`, `·`.
enum Bullet {
  /// How many bytes the bullet at a place has; nil where none stands there. A hyphen is a bullet only where a blank follows and the writer
  /// has no other: whoever takes it for one asks for it.
  static func length(_ span: Span<UInt8>, _ at: Int) -> Int? {
    guard at + 2 < span.count else { return nil }
    if span[at] == 0xC2, span[at + 1] == 0xB7 { return 2 }
    guard span[at] == 0xE2 else { return nil }
    // U+2022 and U+2023; the blocks of geometric shapes and dingbats.
    if span[at + 1] == 0x80 { return span[at + 2] == 0xA2 || span[at + 2] == 0xA3 ? 3 : nil }
    return [0x96, 0x97, 0x9C, 0x9D, 0x9E].contains(span[at + 1]) ? 3 : nil
  }
}
