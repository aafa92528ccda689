import ContractModel

/// Decodes text to UTF-8, keeping the way back to the file's offsets.
///
/// Byte order marks decide first (UTF-8, UTF-16); then bytes that are no UTF-8 are read as Windows-1252, which is what filings of the
/// nineties hold: `\x93Agreement\x94` is “Agreement”.
enum TextDecoder {
  static func decode(_ bytes: [UInt8]) -> (bytes: [UInt8], offsets: OffsetTable) {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, bigEndian: true) }
    var from = 0
    var table = OffsetTable()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      from = 3
      table.append(text: 0, original: 3)
    }
    guard let bad = firstInvalid(bytes, from) else { return (from == 0 ? bytes : Array(bytes[from...]), table) }
    return windows(bytes, from, bad, table)
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

  private static func windows(_ bytes: [UInt8], _ from: Int, _ bad: Int, _ start: OffsetTable) -> (
    bytes: [UInt8], offsets: OffsetTable
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
        out.append(contentsOf: String(WindowsCharacters.scalar(span[i])).utf8)
        i += 1
        table.append(text: out.count, original: i)
      }
    }
    return (out, table)
  }

  private static func utf16(_ bytes: [UInt8], bigEndian: Bool) -> (bytes: [UInt8], offsets: OffsetTable) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var i = 2
    while i + 1 < bytes.count {
      units.append(bigEndian ? UInt16(bytes[i]) << 8 | UInt16(bytes[i + 1]) : UInt16(bytes[i + 1]) << 8 | UInt16(bytes[i]))
      i += 2
    }
    var out: [UInt8] = []
    out.reserveCapacity(units.count)
    var table = OffsetTable()
    var original = 2
    for scalar in String(decoding: units, as: UTF16.self).unicodeScalars {
      table.append(text: out.count, original: original)
      out.append(contentsOf: String(scalar).utf8)
      original += scalar.value > 0xFFFF ? 4 : 2
    }
    return (out, table)
  }
}
