/// Writes JSON in the order given, with every control, bidirectional and zero-width character as a `\u` escape.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { $0.field("line", 3) }
/// ```
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }
  mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

  private mutating func nest(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
    separate()
    raw(open)
    needsComma = false
    body(&self)
    raw(close)
    needsComma = true
  }

  mutating func key(_ name: String) {
    separate()
    string(name)
    raw(":")
    needsComma = false
  }

  mutating func field(_ name: String, _ value: String?) {
    key(name)
    self.value(value)
  }
  mutating func field(_ name: String, _ value: Int?) {
    key(name)
    if let value { raw(String(value)) } else { raw("null") }
    needsComma = true
  }
  mutating func field(_ name: String, _ value: Bool) {
    key(name)
    raw(value ? "true" : "false")
    needsComma = true
  }
  mutating func field(_ name: String, _ values: [String]) {
    key(name)
    array { for value in values { $0.value(value) } }
  }
  mutating func field(_ name: String, _ values: [Int]) {
    key(name)
    array {
      for value in values {
        $0.separate()
        $0.raw(String(value))
        $0.needsComma = true
      }
    }
  }

  mutating func value(_ text: String?) {
    separate()
    if let text { string(text) } else { raw("null") }
    needsComma = true
  }

  /// A value that another writer wrote.
  mutating func value(written: [UInt8]) {
    separate()
    bytes.append(contentsOf: written)
    needsComma = true
  }

  /// What was written since bytes were last taken, where a document is written in parts.
  mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  mutating func lineFeed() { bytes.append(0x0A) }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = false
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func string(_ text: String) {
    bytes.append(0x22)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: raw("\\\"")
      case 0x5C: raw("\\\\")
      case 0x0A: raw("\\n")
      case 0x09: raw("\\t")
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: escape(scalar.value)
      default: raw(String(scalar))
      }
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ value: UInt32) {
    let digits = String(value, radix: 16)
    raw("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
  }
}
