/// Makes what a document holds safe to send to a terminal: controls, bidirectional overrides and invisible characters become visible.
///
/// ```swift
/// Scrubber.scrubbed("a\u{1B}[2J")   // "a^[[2J"
/// ```
///
/// Every text that leaves (grid, standard output, standard error, file names) passes here once.
package enum Scrubber {
  /// What stands for a character that must not be sent, or nil when it may.
  package static func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x00..<0x20: return "^" + String(Unicode.Scalar(UInt8(scalar.value + 0x40)))
    case 0x7F: return "^?"
    case 0x80..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F, 0x00AD:
      return "<U+" + String(repeating: "0", count: max(0, 4 - String(scalar.value, radix: 16).count))
        + String(scalar.value, radix: 16, uppercase: true) + ">"
    default: return nil
    }
  }

  /// A text with every such character made visible; line feeds are kept when `keepingLines`.
  package static func scrubbed(_ text: some StringProtocol, keepingLines: Bool = false) -> String {
    if !text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) { return String(text) }
    var out = ""
    for scalar in text.unicodeScalars {
      if keepingLines, scalar == "\n" || scalar == "\t" {
        out.unicodeScalars.append(scalar)
      } else if let visible = escape(scalar) {
        out += visible
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
