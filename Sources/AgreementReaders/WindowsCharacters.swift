/// The characters of Windows-1252 (WHATWG Encoding Standard, index windows-1252).
enum WindowsCharacters {
  /// The character of a byte; those below 0x80 are ASCII's, those from 0xA0 are Latin-1's.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    if byte >= 0x80, byte < 0xA0 { return Unicode.Scalar(high[Int(byte) - 0x80]) ?? "\u{FFFD}" }
    return Unicode.Scalar(byte)
  }

  /// The UTF-8 of the character a control of the range U+0080 to U+009F was meant to be; nil for other values.
  static func utf8(_ value: UInt8) -> [UInt8]? {
    guard value >= 0x80, value < 0xA0 else { return nil }
    let meant = scalar(value)
    return meant.value < 0xA0 ? nil : Array(String(meant).utf8)
  }

  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]
}
