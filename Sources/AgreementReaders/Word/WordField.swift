/// A field of a Word document's text: its code first, which is not shown, then what it last printed.
struct WordField {
  var isCode = true
  var code = ""
  /// What a form's field shows: a box, ticked or not, or the entry that was chosen.
  var form: String?

  /// The words of the code, those in quotation marks as one: `SYMBOL 167 \f "Wingdings 2"`.
  private var words: [String] {
    var words: [String] = []
    var isQuoted = false
    var isOpen = false
    for character in code {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character == " " || character == "\u{A0}" {
        isOpen = false
      } else {
        if !isOpen { words.append("") }
        isOpen = true
        if character != "\"" { words[words.count - 1].append(character) }
      }
    }
    return words
  }

  /// The bookmark whose number or words the field prints: `REF _Ref17 \r \h`.
  var bookmark: String? {
    let words = words
    guard words.count > 1, words[0].uppercased() == "REF" else { return nil }
    return words[1]
  }

  /// The field's name, e.g. `LISTNUM`.
  var name: String { words.first?.uppercased() ?? "" }

  /// What fields print that keep no result: the words of `MACROBUTTON Name [enter name]`, the character of `SYMBOL 167`.
  var shown: String? {
    let words = words
    switch name {
    case "MACROBUTTON", "GOTOBUTTON": return words.count > 2 ? words.dropFirst(2).joined(separator: " ") : nil
    case "SYMBOL":
      guard words.count > 1, let code = UInt32(words[1]) else { return nil }
      return WordTextWriter.sign(code, font: argument(of: "f") ?? "")
    default: return nil
    }
  }

  /// The value behind a switch: 2 for `LISTNUM LegalDefault \l 2`.
  func value(_ name: String) -> Int? {
    argument(of: name).flatMap { Int($0) }
  }

  /// The word behind a switch.
  private func argument(of name: String) -> String? {
    let words = words
    guard let index = words.firstIndex(of: "\\" + name), index + 1 < words.count else { return nil }
    return words[index + 1]
  }

  /// The first word behind the name that is no switch.
  var argument: String? {
    let words = words
    return words.count > 1 && !words[1].hasPrefix("\\") ? words[1] : nil
  }

  /// What a form's field shows, by the data it begins with. (ECMA-376, part 1, 17.16.17.)
  static func form(_ data: XMLNode) -> String? {
    if let box = data.child("checkBox") {
      let isTicked = box.child("checked") != nil ? box.isOn("checked") : box.isOn("default")
      return isTicked ? "☒" : "☐"
    }
    guard let list = data.child("ddList") else { return nil }
    let entries = list.children.filter { $0.name == "listEntry" }.map { $0["val"] ?? "" }
    let chosen = (list.value("result") ?? list.value("default")).flatMap { Int($0) } ?? 0
    return entries.indices.contains(chosen) ? entries[chosen] : entries.first
  }
}

/// The numbers that Word computes for fields when it shows them: AUTONUM, AUTONUMLGL, AUTONUMOUT and LISTNUM.
///
/// (ECMA-376, part 1, 17.16.5.4 to 6 and 17.16.5.35.)
struct WordFieldNumbers {
  /// Counters of AUTONUM fields by the level of their paragraph's heading, of LISTNUM fields by list and level.
  private var counters: [String: [Int]] = [:]
  private var level = 0

  /// Begins a paragraph of a heading level; nil for one of no heading.
  mutating func begin(level: Int?) { self.level = level ?? 0 }

  /// The number a field prints; nil for one that prints none.
  mutating func number(of field: WordField) -> String? {
    switch field.name {
    case "AUTONUM", "AUTONUMLGL":
      let values = count("AUTONUM", level, nil)
      // AUTONUM prints its own level, the legal form those above too.
      return (field.name == "AUTONUM" ? "\(values[values.count - 1])" : values.map(String.init).joined(separator: ".")) + "."
    case "AUTONUMOUT":
      let values = count("AUTONUM", level, nil)
      return Self.outline(level, values[values.count - 1])
    case "LISTNUM":
      let list = field.argument ?? "NumberDefault"
      let level = min(max((field.value("l") ?? 1) - 1, 0), 8)
      let values = count(list, level, field.value("s"))
      let value = values[values.count - 1]
      switch list.lowercased() {
      case "legaldefault": return values.map(String.init).joined(separator: ".") + "."
      case "outlinedefault": return Self.outline(level, value)
      default:
        let format = ["decimal", "lowerLetter", "lowerRoman"][level % 3]
        let written = WordNumbering.written(value, format)
        return level < 3 ? written + ")" : level < 6 ? "(\(written))" : written + "."
      }
    default: return nil
    }
  }

  private mutating func count(_ list: String, _ level: Int, _ start: Int?) -> [Int] {
    var values = counters[list] ?? []
    while values.count <= level { values.append(values.count < level ? 1 : 0) }
    values.removeSubrange((level + 1)...)
    values[level] = start.map { min(max($0, 0), 32_767) } ?? values[level] + 1
    counters[list] = values
    return values
  }

  /// `I.`, `A.`, `1.`, `a)`, `(1)`, `(a)`, `(i)`.
  private static func outline(_ level: Int, _ value: Int) -> String {
    let formats = [
      "upperRoman", "upperLetter", "decimal", "lowerLetter", "decimal", "lowerLetter", "lowerRoman", "lowerLetter", "lowerRoman",
    ]
    let written = WordNumbering.written(value, formats[min(level, 8)])
    return level < 3 ? written + "." : level == 3 ? written + ")" : "(\(written))"
  }
}
