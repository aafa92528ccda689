/// The characters of Mac OS Roman (Unicode's mapping ROMAN.TXT), which papers of the nineties are written in here and there.
enum MacintoshCharacters {
  static func scalar(_ byte: UInt8) -> Unicode.Scalar { byte < 0x80 ? Unicode.Scalar(byte) : high[Int(byte) - 0x80] }

  /// Whether bytes that are no UTF-8 are in it: they say so, or set quotation marks and apostrophes as it does and never as Windows does.
  static func writes(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(2_048).map { $0 < 0x80 ? $0 | 0x20 : 0x20 }, as: UTF8.self)
    if head.contains("charset=macintosh") || head.contains("charset=x-mac-roman") { return true }
    func isLetter(_ at: Int) -> Bool { bytes.indices.contains(at) && (bytes[at] | 0x20) &- 0x61 < 26 }
    var count = 0
    for i in bytes.indices.prefix(1 << 20) where bytes[i] >= 0x80 {
      switch bytes[i] {
      case 0x91...0x94, 0x96, 0x97: return false
      // ’ between letters, “ before one behind a blank, ” behind one before none.
      case 0xD5 where isLetter(i - 1) && isLetter(i + 1): count += 1
      case 0xD2 where !isLetter(i - 1) && isLetter(i + 1): count += 1
      case 0xD3 where isLetter(i - 1) && !isLetter(i + 1): count += 1
      default: break
      }
    }
    return count > 2
  }

  private static let high: [Unicode.Scalar] = Array(
    ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ").unicodeScalars)
}
