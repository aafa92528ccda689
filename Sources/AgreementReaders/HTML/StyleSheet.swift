import CLibxml2

/// The rules of a page's own style sheets that decide what is shown and what is printed before it.
///
/// Selectors of element names, classes and ids are understood, alone, together or inside each other: `ol.terms > li`, `.gone`,
/// `li::before`. Others, and rules for other media than the screen, are left out. (CSS 2.2, 5 and 12.)
struct StyleSheet {
  struct Rule {
    var styles = hereof_styles()
    /// `counter-reset`, `counter-increment`, `content`, `list-style-type` as written.
    var declarations: [String: String] = [:]
  }

  /// One part of a selector: `ol.terms` is the name `ol` and the class `terms`.
  private struct Compound {
    var name = ""
    var id = ""
    var classes: [String] = []
  }

  private struct Entry {
    /// The element itself last, those around it before.
    var selector: [Compound]
    /// `before` or `after`, where the rule is of what is printed there.
    var place: String?
    var specificity: Int
    var rule: Rule
  }

  private var entries: [Entry] = []
  /// Entries by what their last part must have: a class, an id or a name.
  private var index: [String: [Int]] = [:]

  var isEmpty: Bool { entries.isEmpty }
  /// Whether anything is printed that stands in no element.
  private(set) var hasContent = false

  mutating func read(_ css: String) {
    var text = Substring(Self.withoutComments(css))
    while let open = text.firstIndex(of: "{"), entries.count < 5_000 {
      let head = text[..<open].drop { $0.isWhitespace || $0 == ";" }
      var body = text[text.index(after: open)...]
      if head.hasPrefix("@") {
        let isScreen = head.hasPrefix("@media") && (head.contains("screen") || head.contains("all")) && !head.contains("(")
        let close = Self.end(of: body)
        if isScreen { read(String(body[..<close])) }
        text = close < body.endIndex ? body[body.index(after: close)...] : ""
        continue
      }
      guard let close = body.firstIndex(of: "}") else { return }
      text = body[body.index(after: close)...]
      body = body[..<close]
      let rule = Self.rule(body)
      for selector in head.split(separator: ",") { add(selector, rule) }
    }
  }

  private static func withoutComments(_ css: String) -> String {
    var out = ""
    var rest = Substring(css)
    while let open = rest.firstRange(of: "/*") {
      out += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstRange(of: "*/") else { return out }
      rest = rest[close.upperBound...]
    }
    return out + rest
  }

  /// Where the block that is open ends.
  private static func end(of body: Substring) -> Substring.Index {
    var depth = 1
    for i in body.indices {
      if body[i] == "{" { depth += 1 }
      if body[i] == "}" { depth -= 1 }
      if depth == 0 { return i }
    }
    return body.endIndex
  }

  private static func rule(_ body: Substring) -> Rule {
    var rule = Rule()
    let text = String(body)
    text.withCString { hereof_styles_declare(&rule.styles, $0, text.utf8.count) }
    for declaration in body.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = parts[0].trimmed.lowercased()
      switch name {
      case "counter-reset", "counter-increment", "content", "list-style-type": rule.declarations[name] = parts[1].trimmed
      case "list-style": rule.declarations["list-style-type"] = parts[1].trimmed
      default: break
      }
    }
    return rule
  }

  private mutating func add(_ selector: Substring, _ rule: Rule) {
    var compounds: [Compound] = []
    var place: String?
    var specificity = 0
    for part in selector.split(whereSeparator: { $0.isWhitespace || $0 == ">" }) {
      guard place == nil, !part.contains(where: { "+~[*".contains($0) }) || part == "*" else { return }
      var compound = Compound()
      var rest = part == "*" ? "" : part
      if let colon = rest.firstIndex(of: ":") {
        let pseudo = rest[colon...].drop { $0 == ":" }.lowercased()
        guard pseudo == "before" || pseudo == "after" else { return }
        place = pseudo
        rest = rest[..<colon]
      }
      while !rest.isEmpty {
        let sign = rest.first == "." || rest.first == "#" ? rest.removeFirst() : " "
        let word = rest.prefix { $0 != "." && $0 != "#" }
        rest = rest.dropFirst(word.count)
        guard !word.isEmpty else { return }
        switch sign {
        case ".": compound.classes.append(String(word))
        case "#": compound.id = String(word)
        default: compound.name = word.lowercased()
        }
        specificity += sign == "#" ? 10_000 : sign == "." ? 100 : 1
      }
      compounds.append(compound)
    }
    guard let last = compounds.last else { return }
    let key = last.classes.first.map { "." + $0 } ?? (last.id.isEmpty ? last.name : "#" + last.id)
    index[key, default: []].append(entries.count)
    if rule.declarations["counter-increment"] != nil || rule.declarations["content"] != nil { hasContent = true }
    entries.append(Entry(selector: compounds, place: place, specificity: specificity, rule: rule))
  }

  /// What the rules say of an element, or of what is printed before it, the weakest first.
  func rules(_ node: HTMLNode, at place: String? = nil) -> [Rule] {
    let classes = node["class"].map { $0.split { $0.isWhitespace }.map(String.init) } ?? []
    let id = node["id"] ?? ""
    var found: [Int] = index[node.name] ?? []
    found += index[""] ?? []
    for name in classes { found += index["." + name] ?? [] }
    if !id.isEmpty { found += index["#" + id] ?? [] }
    return found.filter { entries[$0].place == place && matches(entries[$0].selector, node) }
      .sorted { (entries[$0].specificity, $0) < (entries[$1].specificity, $1) }.map { entries[$0].rule }
  }

  private func matches(_ selector: [Compound], _ node: HTMLNode) -> Bool {
    guard let last = selector.last, matches(last, node) else { return false }
    var wanted = selector.dropLast()
    var around = node.parent
    while let compound = wanted.last {
      guard let element = around, element.isElement else { return false }
      if matches(compound, element) { wanted = wanted.dropLast() }
      around = element.parent
    }
    return true
  }

  private func matches(_ compound: Compound, _ node: HTMLNode) -> Bool {
    if !compound.name.isEmpty, compound.name != node.name { return false }
    if !compound.id.isEmpty, compound.id != node["id"] { return false }
    guard !compound.classes.isEmpty else { return true }
    let classes = node["class"].map { $0.split { $0.isWhitespace } } ?? []
    return compound.classes.allSatisfy { wanted in classes.contains { $0 == wanted } }
  }
}

/// The counters of a style sheet: `counter-increment: clause` and `content: counters(clause, ".")`. (CSS Lists 3, 4.)
struct StyleCounters {
  /// The values of each counter, the innermost last, with the depth of the element it belongs to.
  private var values: [String: [(value: Int, depth: Int)]] = [:]

  /// Takes what an element at a depth resets and counts on.
  mutating func enter(_ rule: StyleSheet.Rule, depth: Int) {
    for (name, value) in Self.pairs(rule.declarations["counter-reset"], standard: 0) {
      if values[name]?.last?.depth == depth { _ = values[name]?.popLast() }
      values[name, default: []].append((value, depth))
    }
    for (name, step) in Self.pairs(rule.declarations["counter-increment"], standard: 1) {
      if values[name, default: []].isEmpty { values[name] = [(0, depth)] }
      let last = values[name]!.count - 1
      values[name]![last].value = values[name]![last].value.addingReportingOverflow(step).partialValue
    }
  }

  /// Ends the counters of what stood inside an element at a depth.
  mutating func leave(depth: Int) {
    for name in values.keys { while let last = values[name]?.last, last.depth > depth { _ = values[name]?.popLast() } }
  }

  private static func pairs(_ text: String?, standard: Int) -> [(String, Int)] {
    var out: [(String, Int)] = []
    for word in (text ?? "").split(whereSeparator: { $0.isWhitespace }) where word != "none" {
      if let value = Int(word), !out.isEmpty { out[out.count - 1].1 = value } else { out.append((String(word), standard)) }
    }
    return out
  }

  /// What `content` prints: strings, attributes, and counters as figures, letters or Roman numerals; nil where it is something else.
  func text(_ content: String, _ node: HTMLNode) -> String? {
    var out = ""
    var rest = Substring(content)
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.dropFirst()
      } else if first == "\"" || first == "'" {
        let string = rest.dropFirst().prefix { $0 != first }
        out += Self.unescaped(string)
        rest = rest.dropFirst(string.count + 2)
      } else if rest.hasPrefix("open-quote") || rest.hasPrefix("close-quote") {
        out += rest.hasPrefix("open") ? "“" : "”"
        rest = rest.drop { $0.isLetter || $0 == "-" }
      } else if rest.hasPrefix("attr("), let close = rest.firstIndex(of: ")") {
        out += node[String(rest.dropFirst(5)[..<close]).filter { !$0.isWhitespace }] ?? ""
        rest = rest[rest.index(after: close)...]
      } else if rest.hasPrefix("counter"), let open = rest.firstIndex(of: "("), let close = rest.firstIndex(of: ")"), open < close {
        let parts = rest[rest.index(after: open)..<close].split(separator: ",").map { $0.trimmed }
        guard let name = parts.first else { return nil }
        let isNested = rest.hasPrefix("counters")
        let separator = isNested && parts.count > 1 ? parts[1].trimmingQuotes : ""
        let style = parts.count > (isNested ? 2 : 1) ? parts[isNested ? 2 : 1] : "decimal"
        let all = values[name] ?? []
        out += (isNested ? all[...] : all.suffix(1)).map { Self.written($0.value, style) }.joined(separator: separator)
        rest = rest[rest.index(after: close)...]
      } else {
        return nil
      }
    }
    return out
  }

  /// A string without its escapes: `\00a7 ` is `§`. Signs of icon fonts are left out.
  private static func unescaped(_ string: Substring) -> String {
    var out = String.UnicodeScalarView()
    var rest = string.unicodeScalars[...]
    while let first = rest.popFirst() {
      guard first == "\\" else {
        out.append(first)
        continue
      }
      let digits = rest.prefix { $0.properties.isASCIIHexDigit }.prefix(6)
      guard !digits.isEmpty else { continue }
      rest = rest.dropFirst(digits.count)
      if rest.first == " " { rest = rest.dropFirst() }
      if let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16), let scalar = Unicode.Scalar(value) {
        out.append(scalar)
      }
    }
    return String(String.UnicodeScalarView(out.filter { !(0xE000...0xF8FF).contains($0.value) && $0.value >= 0x20 }))
  }

  private static func written(_ value: Int, _ style: String) -> String {
    switch OrderedLists.type(css: style) ?? "1" {
    case "a": WordNumbering.written(value, "lowerLetter")
    case "A": WordNumbering.written(value, "upperLetter")
    case "i": WordNumbering.written(value, "lowerRoman")
    case "I": WordNumbering.written(value, "upperRoman")
    default: "\(value)"
    }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var out = self
    while out.first?.isWhitespace == true { out.removeFirst() }
    while out.last?.isWhitespace == true { out.removeLast() }
    return String(out)
  }
}

extension String {
  fileprivate var trimmingQuotes: String { String(drop { $0 == "\"" || $0 == "'" }.prefix { $0 != "\"" && $0 != "'" }) }
}
