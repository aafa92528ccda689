/// Keys in the sequences that terminals send and terminfo does not name here: PuTTY's Home, the Linux console's, arrows in both forms.
///
/// ECMA-48, 5.4: after CSI come parameters (0x30–0x3F), intermediates (0x20–0x2F) and one final byte (0x40–0x7E). A sequence is read to
/// its end also where it means nothing: no part of it is a key.
package enum KeyDecoder {
  /// The key of a sequence; `next` gives its following bytes, nil where none comes. Nil where it is no key: a focus report, an answer.
  package static func key(introducer: UInt8, first: UInt32, _ next: () -> UInt32?) -> Key? {
    if introducer == 0x4F { return letter(first, modifier: 1) }
    var parameters = ""
    var byte = first
    // The Linux console sends F1 to F5 as CSI [ A to CSI [ E.
    if byte == 0x5B { return next().flatMap { (0x41...0x45).contains($0) ? .function(Int($0) - 0x40) : nil } }
    while (0x20...0x3F).contains(byte) {
      if parameters.utf8.count < 64 { parameters.unicodeScalars.append(Unicode.Scalar(UInt8(byte))) }
      guard let following = next() else { return nil }
      byte = following
    }
    if parameters.hasPrefix("<") { return mouse(parameters, isRelease: byte == 0x6D) }
    // What X10's mouse reports behind the sequence belongs to it.
    if byte == 0x4D, parameters.isEmpty {
      for _ in 0..<3 { _ = next() }
      return nil
    }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0.prefix { $0.isNumber }) ?? 1 }
    let modifier = numbers.count > 1 ? numbers[1] : 1
    switch byte {
    case 0x7E: return numbers.first.flatMap { numbered($0) }
    // A key with its code point, as kitty and xterm's modifyOtherKeys send it.
    case 0x75: return numbers.first.flatMap { codePoint($0, modifier: modifier) }
    // Focus reports, and everything that answers a question.
    case 0x49, 0x4F: return nil
    // `CSI 12;40 R` says where the cursor is; with a first parameter of 1 it is F3.
    case 0x50...0x53 where !parameters.isEmpty && numbers.first != 1: return nil
    default: return parameters.hasPrefix("?") || parameters.hasPrefix(">") ? nil : letter(byte, modifier: modifier)
    }
  }

  /// What the mouse did, as xterm reports it in decimal numbers (mode 1006): button, column and row.
  private static func mouse(_ parameters: String, isRelease: Bool) -> Key? {
    let numbers = parameters.dropFirst().split(separator: ";").compactMap { Int($0) }
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
    let (column, row) = (numbers[1] - 1, numbers[2] - 1)
    // 64 is the wheel, 32 a movement; the lowest bits are the button, the left one 0; 4, 8 and 16 are keys held down.
    switch numbers[0] & ~0x1C {
    case 64: return .wheel(up: true, row: row, column: column)
    case 65: return .wheel(up: false, row: row, column: column)
    case 32: return isRelease ? nil : .drag(row: row, column: column)
    case 0: return isRelease ? .release(row: row, column: column) : .click(row: row, column: column)
    default: return nil
    }
  }

  private static func letter(_ byte: UInt32, modifier: Int) -> Key? {
    switch byte {
    case 0x41: .up
    case 0x42: .down
    case 0x43: modifier == 3 ? .altRight : .right
    case 0x44: modifier == 3 ? .altLeft : .left
    case 0x46: .end
    case 0x48: .home
    case 0x4D: .enter
    case 0x5A: .backTab
    case 0x50...0x53: .function(Int(byte) - 0x4F)
    default: nil
    }
  }

  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 4, 8: .end
    case 3: .delete
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  private static func codePoint(_ value: Int, modifier: Int) -> Key? {
    guard let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init) else { return nil }
    // One more than the sum of Shift 1, Alt 2, Control 4.
    let held = max(modifier - 1, 0)
    switch value {
    case 9: return held & 1 != 0 ? .backTab : .tab
    case 13: return .enter
    case 27: return .escape
    case 127: return .backspace
    case ..<32: return nil
    default:
      if held & 4 != 0 { return .control(Character(scalar)) }
      return held & 2 != 0 ? .alt(Character(scalar)) : .character(Character(scalar))
    }
  }
}
