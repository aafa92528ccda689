/// Characters inside words that print nothing, and letters that a font prints as one.
///
/// `Licen` soft hyphen `sor` reads `Licensor`; `oﬃce` with the ligature reads `office`, so that a search and a term find them.
enum InvisibleCharacters {
  /// The bytes of a soft hyphen, zero-width space, joiner, mark of direction, word joiner or byte order mark; nil for anything else.
  static func length(_ bytes: UnsafePointer<UInt8>) -> Int? {
    switch bytes[0] {
    case 0xC2: return bytes[1] == 0xAD ? 2 : nil
    case 0xE2:
      if bytes[1] == 0x80, (0x8B...0x8F).contains(bytes[2]) { return 3 }
      return bytes[1] == 0x81 && bytes[2] == 0xA0 ? 3 : nil
    case 0xEF: return bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : nil
    default: return nil
    }
  }

  /// The letters of a ligature (U+FB00 to U+FB06), whose three bytes stand at a place; nil for anything else.
  static func ligature(_ bytes: UnsafePointer<UInt8>) -> String? {
    guard bytes[0] == 0xEF, bytes[1] == 0xAC, (0x80...0x86).contains(bytes[2]) else { return nil }
    return letters[Int(bytes[2] - 0x80)]
  }

  private static let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// Text without them.
  static func cleaned(_ text: String, keepingSoftHyphens: Bool = false) -> String {
    // All of them begin with one of three bytes.
    guard text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    text.withCString { pointer in
      pointer.withMemoryRebound(to: UInt8.self, capacity: text.utf8.count + 1) { bytes in
        var i = 0
        while bytes[i] != 0 {
          if bytes[i] >= 0xC2 {
            if let length = length(bytes + i), !keepingSoftHyphens || bytes[i] != 0xC2 {
              i += length
              continue
            }
            if let letters = ligature(bytes + i) {
              out += letters.utf8
              i += 3
              continue
            }
          }
          out.append(bytes[i])
          i += 1
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
