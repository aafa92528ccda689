import ContractModel
import TerminalGrid

/// The text of an agreement with every offset as it is: what may not reach a terminal is replaced, byte for byte.
enum SafeText {
  static func bytes(_ text: SourceText) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.bytes.count)
    for scalar in text.string(0..<text.bytes.count).unicodeScalars {
      // A form feed, which ends a page, is a blank to who reads the text.
      if scalar == "\u{C}" {
        out.append(0x20)
        continue
      }
      let plain = String(scalar)
      let isSafe = scalar == "\n" || (0x20..<0x7F).contains(scalar.value) || Scrubber.scrubbed(plain, keepingLines: true) == plain
      out += isSafe ? Array(plain.utf8) : [UInt8](repeating: 0x3F, count: plain.utf8.count)
    }
    return out
  }
}
