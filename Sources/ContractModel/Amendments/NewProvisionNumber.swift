/// The number of a provision that an amendment adds, and the numbers that can stand right before it.
///
/// `4.09` comes behind `4.08`, `10(k)` behind `10(j)`, `4A` behind `4`, `(iv)` behind `(iii)`.
struct NewProvisionNumber {
  /// Canonical, as the tree has it.
  let number: String
  /// Without the last part: `10` of `10(k)`; empty for `4.09`.
  private let outer: String
  private let last: String

  init(_ path: [String]) {
    number = path.joined()
    outer = path.dropLast().joined()
    last = path.last ?? ""
  }

  /// The number an item below a provision gets, from its label at the beginning of words: "(k) …", "g. …", "4.09 …".
  init?(below provision: String, labelOf words: String) {
    // Below "1.0" stands 1.1.
    let provision = provision.hasSuffix(".0") ? String(provision.dropLast(2)) : provision
    var label = words.prefix { !$0.isWhitespace }
    if label.hasPrefix("("), let close = label.firstIndex(of: ")") {
      label = label[label.index(after: label.startIndex)..<close]
    } else if let stop = label.last, stop == "." || stop == ")" {
      label = label.dropLast()
    } else if !label.hasPrefix(provision + ".") {
      return nil
    }
    guard (1...8).contains(label.utf8.count), label.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." }) else { return nil }
    if label.hasPrefix(provision + ".") {
      self.init([String(label)])
    } else {
      guard label.utf8.count <= 4, !label.contains(".") else { return nil }
      self.init([provision, "(\(label))"])
    }
  }

  /// Canonical numbers that could be the one before, the likelier first.
  var predecessors: [String] {
    if last.hasPrefix("(") { return Self.before(String(last.dropFirst().dropLast())).map { "\(outer)(\($0))" } }
    guard let dot = last.lastIndex(of: ".") else { return Self.before(last).map { outer + $0 } }
    return Self.before(String(last[last.index(after: dot)...])).map { outer + last[...dot] + $0 }
  }

  private static func before(_ item: String) -> [String] {
    let bytes = Array(item.utf8)
    if let value = Int(item) {
      guard value > 1 else { return [] }
      let digits = String(value - 1)
      let padded = String(repeating: "0", count: max(0, bytes.count - digits.utf8.count)) + digits
      return padded == digits ? [digits] : [padded, digits]
    }
    guard let end = bytes.last else { return [] }
    if bytes[0].isDigit {
      let stem = String(decoding: bytes.dropLast(), as: UTF8.self)
      return end.lowercased == 0x61 ? [stem] : [stem + String(UnicodeScalar(end - 1))]
    }
    var out: [String] = []
    if Set(bytes.map(\.lowercased)).count == 1 {
      if end.lowercased > 0x61 {
        out.append(String(repeating: String(UnicodeScalar(end - 1)), count: bytes.count))
      } else if bytes.count > 1 {
        out.append(String(repeating: String(UnicodeScalar(end + 25)), count: bytes.count - 1))
      }
    }
    if let roman = Numeral.roman(bytes.span, 0, bytes.count), roman.end == bytes.count, roman.value > 1 {
      out.append(String(decoding: Numeral.romanBytes(roman.value - 1), as: UTF8.self))
    }
    return out
  }

  /// Whether it can stand right behind another.
  func follows(_ other: NewProvisionNumber) -> Bool { predecessors.contains(other.number) }

  /// The marks that can follow one of an item: `(iv)` and `(iiii)` behind `(iii)`, `(j)` and `(ii)` behind `(i)`.
  static func after(_ label: String) -> [String] {
    let item = String(label.drop { $0 == "(" }.prefix { $0 != ")" })
    var out: [String] = []
    if let value = Int(item) { return ["(\(value + 1))"] }
    let bytes = Array(item.utf8)
    if let last = bytes.last, bytes.count == 1, last.lowercased < 0x7A { out.append("(\(UnicodeScalar(last + 1)))") }
    if let roman = Numeral.roman(bytes.span, 0, bytes.count), roman.end == bytes.count {
      let next = Numeral.romanBytes(roman.value + 1)
      out.append("(\(String(decoding: bytes[0].isUpper ? next.map { $0.isLower ? $0 - 0x20 : $0 } : next, as: UTF8.self)))")
    }
    return out
  }

  /// Whether words begin with the number: `4.09`, `Section 4.09`, `(k)`, `k.`.
  func leads(_ words: String) -> Bool {
    var text = words.lowercasedBytes
    for keyword in ["section ", "article ", "paragraph ", "clause ", "subsection "] where text.hasPrefix(keyword) {
      text.removeFirst(keyword.count)
    }
    let core = last.hasPrefix("(") ? String(last.dropFirst().dropLast()) : last
    return [number, last, core + ".", core + ")", core + " "].contains { text.hasPrefix($0.lowercasedBytes) }
  }

  /// The number as it is printed before words that have none.
  var label: String { last.hasPrefix("(") || last.contains(".") ? last + " " : last + ". " }
}
