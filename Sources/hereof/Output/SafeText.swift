import ContractModel
import TerminalGrid

/// The text of an agreement with every offset as it is: what may not reach a terminal is replaced, byte for byte.
enum SafeText {
  static func bytes(_ text: SourceText) -> [UInt8] {
    let bytes = text.bytes
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    // What was found out about a character, for the few that are not ASCII.
    var known: [ArraySlice<UInt8>: Bool] = [:]
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 0x0A || (0x20..<0x7F).contains(byte) {
        out.append(byte)
        i += 1
        continue
      }
      // A form feed, which ends a page, is a blank to who reads the text.
      if byte == 0x0C {
        out.append(0x20)
        i += 1
        continue
      }
      var end = i + 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      let character = bytes[i..<end]
      let isSafe = known[character] ?? isSafe(String(decoding: character, as: UTF8.self))
      known[character] = isSafe
      if isSafe { out += character } else { out.append(contentsOf: repeatElement(0x3F, count: character.count)) }
      i = end
    }
    return out
  }

  private static func isSafe(_ character: String) -> Bool { Scrubber.scrubbed(character, keepingLines: true) == character }
}
