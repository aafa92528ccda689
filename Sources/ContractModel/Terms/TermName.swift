/// How a term's printed forms are compared: case, `(s)` and `(ies)`, plural and possessive aside.
enum TermName {
  /// The letters of a term in lower case, blanks single: what is the same for all its definitions.
  static func key(_ span: Span<UInt8>, _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for i in range { bytes.append(span[i].lowercased) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The singular of a lower-case name, changing its last word only.
  static func singular(_ name: [UInt8]) -> [UInt8] {
    func ends(_ suffix: String) -> Bool {
      name.count > suffix.utf8.count + 1 && name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
    guard name.last == 0x73 else { return name }
    if ends("ies") { return Array(name.dropLast(3)) + [0x79] }
    if ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("zes") { return Array(name.dropLast(2)) }
    if ends("ss") || ends("us") || ends("is") { return name }
    return ends("s") ? Array(name.dropLast()) : name
  }

  /// The plural of a lower-case name, changing its last word only.
  static func plural(_ name: [UInt8]) -> [UInt8] {
    guard let last = name.last, name.count > 1 else { return name }
    let before = name[name.count - 2]
    if last == 0x79, ![0x61, 0x65, 0x69, 0x6F, 0x75].contains(before) { return Array(name.dropLast()) + Array("ies".utf8) }
    if last == 0x73 || last == 0x78 || last == 0x7A || last == 0x68 && (before == 0x73 || before == 0x63) {
      return name + Array("es".utf8)
    }
    return name + [0x73]
  }

  /// The forms under which a printed term is used: `Battery(ies)` is used as "Battery" and "Batteries".
  static func forms(_ printed: [UInt8]) -> [[UInt8]] {
    let lower = printed.map(\.lowercased)
    var base = lower
    if let open = lower.lastIndex(of: Ascii.open), lower.last == Ascii.close, open > 0 {
      let inside = lower[(open + 1)..<(lower.count - 1)]
      if ["s", "es", "ies"].contains(where: { inside.elementsEqual($0.utf8) }) {
        base = Array(lower[..<open])
        return [base, plural(base), lower]
      }
    }
    let one = singular(base)
    var out = [base]
    if one != base { out.append(one) } else { out.append(plural(base)) }
    return out
  }

  /// A name to show: as printed, but `LICENSED PROPERTY` as `Licensed Property` where it is used so.
  static func display(_ printed: [UInt8], used: [UInt8]?) -> String {
    let capitals = printed.contains { $0.isUpper } && !printed.contains { $0.isLower }
    guard capitals, let used else { return String(decoding: printed, as: UTF8.self) }
    // "SOWs" is more than one "SOW".
    if used.starts(with: printed) { return String(decoding: printed, as: UTF8.self) }
    // "US LICENSOR" is used as "US Licensor".
    if used.map(\.lowercased) == printed.map(\.lowercased) { return String(decoding: used, as: UTF8.self) }
    return titled(printed)
  }

  /// Capitals as a title: `LICENSED PROPERTY` is `Licensed Property`.
  static func titled(_ printed: [UInt8]) -> String {
    var out = printed
    var start = true
    var wordStart = 0
    // Where the last number ended: `III` of `PHASE III` keeps its capitals.
    var numberEnd = 0
    // Whether a small word stood last: the A of `SALE OF A BOAT` is an article, that of `EXHIBIT A LEASE` is not.
    var isBehindSmall = false
    for i in printed.indices {
      if printed[i].isLetter {
        if start {
          wordStart = i
          numberEnd = romanEnd(printed, i) ?? numberEnd
        }
        if !start, i >= numberEnd { out[i] = printed[i].lowercased }
        start = false
      } else if printed[i] != Ascii.apostrophe {
        if isBehindSmall, i == wordStart + 1, out[wordStart] == 0x41, printed[i] == Ascii.space { out[wordStart] = 0x61 }
        isBehindSmall = false
        keepAcronym(printed, wordStart..<i, &out)
        if i - wordStart <= 3, i > wordStart, TitleWords.isSmall(out.span, wordStart..<i), wordStart > 0 {
          // "No. 2" is a number.
          let isNumber = i - wordStart == 2 && printed[i] == Ascii.period && out[wordStart] == 0x4E
          if !isNumber { out[wordStart] = out[wordStart].lowercased }
          isBehindSmall = !isNumber
        }
        start = true
      }
    }
    if !start { keepAcronym(printed, wordStart..<printed.endIndex, &out) }
    return String(decoding: out, as: UTF8.self)
  }

  private static func keepAcronym(_ printed: [UInt8], _ word: Range<Int>, _ out: inout [UInt8]) {
    guard word.count <= 4, acronyms.contains(printed.span, word) else { return }
    for letter in word { out[letter] = printed[letter] }
  }

  /// Short words that keep their capitals in a title of capitals.
  private static let acronyms = WordSet("llc", "llp", "plc", "usa", "uk", "eu", "isda", "nda", "msa", "dpa", "sla", "gmbh")

  /// Where a word ends that is a Roman number of two letters or more, written with I, V and X alone: `MIX` is a word.
  private static func romanEnd(_ printed: [UInt8], _ start: Int) -> Int? {
    let end = printed[start...].firstIndex { !$0.isAlphanumeric } ?? printed.endIndex
    guard end - start > 1, printed[start..<end].allSatisfy({ $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }) else { return nil }
    return Numeral.roman(printed.span, start, end)?.end == end ? end : nil
  }
}
