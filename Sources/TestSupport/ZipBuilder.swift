/// Writes zip files whose entries are stored as they are, for tests of what reads archives.
///
/// ```swift
/// ZipBuilder.zip([("word/document.xml", bytes)])
/// ```
/// (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.)
package enum ZipBuilder {
  package static func zip(_ entries: [(name: String, bytes: [UInt8])], unixMode: UInt32 = 0o100644) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let start = out.count
      let name = Array(entry.name.utf8)
      let sum = crc32(entry.bytes)
      let common: [UInt8] =
        two(20) + two(0x0800) + two(0) + two(0) + two(0x21) + four(sum) + four(UInt32(entry.bytes.count))
        + four(UInt32(entry.bytes.count))
        + two(UInt16(name.count)) + two(0)
      out += four(0x0403_4B50) + common + name + entry.bytes
      directory +=
        four(0x0201_4B50) + two(0x0314) + common + two(0) + two(0) + two(0) + four(unixMode << 16) + four(UInt32(start)) + name
    }
    let start = UInt32(out.count)
    out += directory
    out +=
      four(0x0605_4B50) + two(0) + two(0) + two(UInt16(entries.count)) + two(UInt16(entries.count)) + four(UInt32(directory.count))
    return out + four(start) + two(0)
  }

  /// What gzip makes of bytes, stored and not packed (RFC 1951, 3.2.4; RFC 1952).
  package static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var rest = bytes[...]
    repeat {
      let part = rest.prefix(60_000)
      rest = rest.dropFirst(part.count)
      out += [rest.isEmpty ? 1 : 0] + two(UInt16(part.count)) + two(~UInt16(part.count)) + part
    } while !rest.isEmpty
    return out + four(crc32(bytes)) + four(UInt32(truncatingIfNeeded: bytes.count))
  }

  private static func two(_ value: UInt16) -> [UInt8] { [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)] }
  private static func four(_ value: UInt32) -> [UInt8] {
    two(UInt16(truncatingIfNeeded: value)) + two(UInt16(truncatingIfNeeded: value >> 16))
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 != 0 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
