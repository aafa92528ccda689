/// The lists of a Word document, and the numbers they print.
///
/// A paragraph names a list (`numId`) and a level; the list's abstract definition says how each level counts and how its number is
/// written, `%1.%2` for `3.4`. Lists of one definition count on together unless one of them starts anew. (ECMA-376, part 1, 17.9.)
struct WordNumbering {
  struct Level {
    var format = "decimal"
    /// `%1.%2`
    var text = ""
    var start = 1
    /// The level whose next number begins this one anew; by default any higher one.
    var restart: Int?
    /// Whether all its numbers are written in figures.
    var isLegal = false
    var suffix = "tab"
    /// The paragraph style that carries this level.
    var style: String?
    /// Whether its number is hidden: counted and not printed.
    var isHidden = false
  }

  private var definitions: [String: [Int: Level]] = [:]
  /// The abstract definition of each list, with levels it changes and numbers it starts anew from.
  private var lists: [String: (definition: String, levels: [Int: Level], starts: [Int: Int])] = [:]
  private var counters: [String: [Int?]] = [:]
  private var begun: Set<String> = []

  init(_ root: XMLNode?) {
    guard let root else { return }
    // A definition may have its levels from a list style: the one that is that style's (17.9.21, 17.9.27).
    var definitionOfStyle: [String: String] = [:]
    var styleOfDefinition: [String: String] = [:]
    defer {
      for (id, style) in styleOfDefinition where definitions[id]?.isEmpty ?? true {
        definitions[id] = definitionOfStyle[style].flatMap { definitions[$0] }
      }
    }
    for child in root.children where child.name == "abstractNum" {
      if let id = child["abstractNumId"], let style = child.value("styleLink") { definitionOfStyle[style] = id }
      if let id = child["abstractNumId"], let style = child.value("numStyleLink") { styleOfDefinition[id] = style }
      guard let id = child["abstractNumId"] else { continue }
      var levels: [Int: Level] = [:]
      for level in child.children where level.name == "lvl" {
        if let index = Int(level["ilvl"] ?? ""), (0..<9).contains(index) { levels[index] = Self.level(level) }
      }
      definitions[id] = levels
    }
    for child in root.children where child.name == "num" {
      guard let id = child["numId"], let definition = child.value("abstractNumId") else { continue }
      var levels: [Int: Level] = [:]
      var starts: [Int: Int] = [:]
      for change in child.children where change.name == "lvlOverride" {
        guard let index = Int(change["ilvl"] ?? ""), (0..<9).contains(index) else { continue }
        if let level = change.child("lvl") { levels[index] = Self.level(level) }
        if let start = change.value("startOverride").flatMap({ Int($0) }).map({ min(max($0, 0), 32_767) }) { starts[index] = start }
      }
      lists[id] = (definition, levels, starts)
    }
  }

  private static func level(_ node: XMLNode) -> Level {
    var level = Level()
    level.format = node.value("numFmt") ?? "decimal"
    level.text = String((node.value("lvlText") ?? "").prefix(100))
    level.start = min(max(node.value("start").flatMap { Int($0) } ?? 1, 0), 32_767)
    level.restart = node.value("lvlRestart").flatMap { Int($0) }
    level.isLegal = node.isOn("isLgl")
    level.suffix = node.value("suff") ?? "tab"
    level.style = node.value("pStyle")
    level.isHidden = node.child("rPr")?.isOn("vanish") ?? false
    return level
  }

  private func level(_ list: String, _ index: Int) -> Level? {
    guard let known = lists[list] else { return nil }
    return known.levels[index] ?? definitions[known.definition]?[index]
  }

  /// The level of a list that a paragraph style carries.
  func level(of style: String, in list: String) -> Int? {
    guard let known = lists[list] else { return nil }
    return (0..<9).first { (known.levels[$0] ?? definitions[known.definition]?[$0])?.style == style }
  }

  /// Counts a paragraph and says what is printed before it: its number with the blank behind it; nil where nothing is.
  mutating func next(list: String, level index: Int) -> String? {
    guard (0..<9).contains(index), let known = lists[list], let level = level(list, index) else { return nil }
    var counts = counters[known.definition] ?? [Int?](repeating: nil, count: 9)
    // The first paragraph of a list that starts anew.
    if begun.insert("\(list)/\(index)").inserted, let start = known.starts[index] {
      counts[index] = start
    } else {
      counts[index] = counts[index].map { $0 + 1 } ?? level.start
    }
    // A level above that was never printed counts as begun.
    for above in 0..<index where counts[above] == nil { counts[above] = self.level(list, above)?.start ?? 1 }
    for below in (index + 1)..<9 where below < 9 {
      let restart = self.level(list, below)?.restart
      if restart == 0 { continue }
      if restart.map({ index < $0 }) ?? true { counts[below] = nil }
    }
    counters[known.definition] = counts
    if level.isHidden || level.format == "none" && level.text.isEmpty { return nil }
    if level.format == "bullet" { return "• " }
    var out = ""
    var scalars = level.text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "%" else {
        out.unicodeScalars.append(scalar)
        continue
      }
      guard let digit = scalars.next(), let number = Int(String(digit)), (1...9).contains(number) else { continue }
      let count = counts[number - 1] ?? self.level(list, number - 1)?.start ?? 1
      // "Article I" above "Section 1.01": legal numbering turns letters and Roman numerals into figures, and leaves the zero of figures.
      let own = self.level(list, number - 1)?.format ?? "decimal"
      let format = level.isLegal && own != "decimalZero" ? "decimal" : own
      out += Self.written(count, format)
    }
    guard out.contains(where: { !$0.isWhitespace }) else { return nil }
    return out + (level.suffix == "nothing" ? "" : level.suffix == "space" ? " " : "  ")
  }

  /// A number as a format writes it (ECMA-376, part 1, 17.18.59).
  static func written(_ value: Int, _ format: String) -> String {
    switch format {
    case "lowerLetter": return letters(value).lowercased()
    case "upperLetter": return letters(value)
    case "lowerRoman": return roman(value).lowercased()
    case "upperRoman": return roman(value)
    case "decimalZero": return value < 10 ? "0\(value)" : "\(value)"
    case "ordinal": return ordinal(value)
    case "cardinalText": return words(value)
    case "ordinalText": return value < ordinals.count && value >= 0 ? ordinals[value] : ordinal(value)
    case "none": return ""
    default: return "\(value)"
    }
  }

  /// `A` to `Z`, then `AA`, `BB`.
  private static func letters(_ value: Int) -> String {
    guard value > 0, value <= 780 else { return "\(value)" }
    let letter = String(UnicodeScalar(UInt8(0x41 + (value - 1) % 26)))
    return String(repeating: letter, count: (value - 1) / 26 + 1)
  }

  private static func roman(_ value: Int) -> String {
    guard value > 0, value < 4_000 else { return "\(value)" }
    var rest = value
    var out = ""
    for (size, text) in [
      (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
      (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while rest >= size {
        out += text
        rest -= size
      }
    }
    return out
  }

  private static func ordinal(_ value: Int) -> String {
    let tens = value % 100
    let suffix = (11...13).contains(tens) ? "th" : value % 10 == 1 ? "st" : value % 10 == 2 ? "nd" : value % 10 == 3 ? "rd" : "th"
    return "\(value)\(suffix)"
  }

  private static let ordinals = [
    "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth",
    "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth", "Twentieth",
  ]

  private static func words(_ value: Int) -> String {
    let ones = [
      "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen",
      "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    ]
    let tens = ["", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
    guard (0..<100).contains(value) else { return "\(value)" }
    if value < 20 { return ones[value] }
    return tens[value / 10] + (value % 10 == 0 ? "" : "-" + ones[value % 10].lowercased())
  }
}
