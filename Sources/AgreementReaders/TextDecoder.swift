import ContractModel

/// Decodes text to UTF-8, keeping the way back to the file's offsets.
///
/// Byte order marks decide first (UTF-8, UTF-16), then NULs in every other place (UTF-16 again); bytes that are no UTF-8 are read as
/// Mac OS Roman where they say so or look so, else as Windows-1252, which is what filings of the nineties hold: `\x93Agreement\x94` is
/// “Agreement”, and which holds Latin-1.
enum TextDecoder {
  static func decode(_ bytes: [UInt8]) -> (bytes: [UInt8], offsets: PieceTable) {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, bigEndian: true) }
    if let bigEndian = unmarkedUTF16(bytes) { return utf16(bytes, bigEndian: bigEndian, from: 0) }
    var from = 0
    var table = PieceTable()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      from = 3
      table.append(at: 0, start: 3)
    }
    guard let bad = firstInvalid(bytes, from) else { return (from == 0 ? bytes : Array(bytes[from...]), table) }
    return eightBit(
      bytes, from, bad, table, MacintoshCharacters.writes(bytes) ? MacintoshCharacters.scalar : WindowsCharacters.scalar)
  }

  private static func firstInvalid(_ bytes: [UInt8], _ from: Int) -> Int? {
    let span = bytes.span
    var i = from
    while i < span.count {
      if span[i] < 0x80 {
        i += 1
      } else {
        let length = sequence(span, i)
        if length == 0 { return i }
        i += length
      }
    }
    return nil
  }

  private static func sequence(_ span: Span<UInt8>, _ i: Int) -> Int {
    let lead = span[i]
    let length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xC2 && lead < 0xE0 ? 2 : 0
    guard length > 0, i + length <= span.count else { return 0 }
    for k in 1..<length where span[i + k] & 0xC0 != 0x80 { return 0 }
    return length
  }

  private static func eightBit(
    _ bytes: [UInt8], _ from: Int, _ bad: Int, _ start: PieceTable, _ scalar: (UInt8) -> Unicode.Scalar
  ) -> (
    bytes: [UInt8], offsets: PieceTable
  ) {
    var table = start
    var out = Array(bytes[from..<bad])
    out.reserveCapacity(bytes.count + bytes.count / 50)
    let span = bytes.span
    var i = bad
    while i < span.count {
      let length = span[i] < 0x80 ? 1 : sequence(span, i)
      if length > 0 {
        for k in 0..<length { out.append(span[i + k]) }
        i += length
      } else {
        out.append(contentsOf: String(scalar(span[i])).utf8)
        i += 1
        table.append(at: out.count, start: i)
      }
    }
    return (out, table)
  }

  /// Whether text without a mark is UTF-16, and which byte comes first: nearly every other byte of English in it is NUL.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
    let head = bytes.prefix(512)
    guard head.count > 7 else { return nil }
    var even = 0
    var odd = 0
    for (index, byte) in head.enumerated() where byte == 0 { if index % 2 == 0 { even += 1 } else { odd += 1 } }
    let half = head.count / 2
    if even * 10 > half * 7, odd * 10 < half { return true }
    if odd * 10 > half * 7, even * 10 < half { return false }
    return nil
  }

  private static func utf16(_ bytes: [UInt8], bigEndian: Bool, from start: Int = 2) -> (bytes: [UInt8], offsets: PieceTable) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var i = start
    while i + 1 < bytes.count {
      units.append(bigEndian ? UInt16(bytes[i]) << 8 | UInt16(bytes[i + 1]) : UInt16(bytes[i + 1]) << 8 | UInt16(bytes[i]))
      i += 2
    }
    var out: [UInt8] = []
    out.reserveCapacity(units.count)
    var table = PieceTable()
    var original = start
    for scalar in String(decoding: units, as: UTF16.self).unicodeScalars {
      table.append(at: out.count, start: original)
      out.append(contentsOf: String(scalar).utf8)
      original += scalar.value > 0xFFFF ? 4 : 2
    }
    return (out, table)
  }
}
