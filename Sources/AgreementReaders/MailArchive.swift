/// A page saved with its pictures as one mail (MHTML): the page is the first part that is HTML. (RFC 2045 and 2557.)
enum MailArchive {
  /// Whether bytes are such a mail: its head names the version of the format and parts that belong together.
  static func reads(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(2_048), as: UTF8.self).lowercased()
    return head.contains("mime-version:") && head.contains("multipart/related")
  }

  /// The page's bytes; nil where no part is a page.
  static func page(_ bytes: [UInt8]) -> [UInt8]? {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    var rest = text[...]
    while let found = rest.firstRange(of: "Content-Type:") ?? rest.firstRange(of: "Content-type:") {
      let headEnd = rest[found.lowerBound...].firstRange(of: "\n\n") ?? rest.endIndex..<rest.endIndex
      let head = headerLines(around: found.lowerBound, in: rest, to: headEnd.lowerBound)
      rest = rest[headEnd.upperBound...]
      // The mail as a whole says of what type its first part is.
      guard head.contains("text/html"), !head.contains("multipart/") else { continue }
      let body = rest.firstRange(of: "\n--").map { rest[..<$0.lowerBound] } ?? rest
      if head.contains("quoted-printable") { return quotedPrintable(Array(body.utf8)) }
      if head.contains("base64") { return base64(Array(body.utf8)) }
      return Array(body.utf8)
    }
    return nil
  }

  /// The header that a field stands in, in small letters.
  private static func headerLines(around field: String.Index, in text: Substring, to end: String.Index) -> String {
    let start = text[..<field].ranges(of: "\n\n").last?.upperBound ?? text.startIndex
    return text[start..<end].lowercased()
  }

  private static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    func digit(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46: byte - 0x37
      case 0x61...0x66: byte - 0x57
      default: nil
      }
    }
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x3D, i + 1 < bytes.count, bytes[i + 1] == 0x0A {
        i += 2
      } else if bytes[i] == 0x3D, i + 2 < bytes.count, let high = digit(bytes[i + 1]), let low = digit(bytes[i + 2]) {
        out.append(high << 4 | low)
        i += 3
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return out
  }

  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
      case 0x2B: value = 62
      case 0x2F: value = 63
      default: continue
      }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        bits &= (1 << UInt32(count)) - 1
      }
    }
    return out
  }
}
