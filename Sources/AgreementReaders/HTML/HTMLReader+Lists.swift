import CLibxml2
import ContractModel

/// The numbers of lists, what marks above and below the line read as, and what style sheets count and print.
extension HTMLReader {
  /// What a figure or letters set above or below the line read as; nil for what is longer than a note's mark.
  func raised(_ node: HTMLNode, _ bits: Int) -> String? {
    let words = node.words().text
    guard !words.isEmpty, words.count <= 4 else { return nil }
    if bits & hereof_style_lowered != 0 { return RaisedText.below(words) }
    let isMark =
      words.allSatisfy { $0.isNumber || "()[]*†‡".contains($0) } || ["st", "nd", "rd", "th", "TM", "SM", "®", "™"].contains(words)
    return isMark ? RaisedText.above(words) : nil
  }

  /// Counts items that are struck or not seen, and yet in their places.
  mutating func countItems(_ node: HTMLNode, _ role: HTMLElement.Role) {
    if role == .item { _ = lists.item(value: node["value"].flatMap { Self.whole($0) }, isNumberless: false) }
    guard role == .deleted else { return }
    var child = node.child
    while let at = child {
      if at.name == "li" { _ = lists.item(value: at["value"].flatMap { Self.whole($0) }, isNumberless: false) }
      child = at.next
    }
  }

  /// The type that a style gives the markers of a list or an item, empty for one that prints no number; nil where none does.
  func markerType(_ node: HTMLNode, _ rules: [StyleSheet.Rule]) -> String? {
    let css = node["style"].flatMap { Self.listStyle($0) } ?? rules.compactMap { $0.declarations["list-style-type"] }.last
    // `list-style: inside lower-roman` has the type among others.
    return css?.lowercased().split(separator: " ").lazy.compactMap { OrderedLists.type(css: String($0)) }.first
  }

  /// A whole number as pages write it, blanks before it and more behind it apart.
  static func whole(_ text: String) -> Int? {
    let trimmed = text.drop { $0.isWhitespace }
    let sign = trimmed.first == "-" ? trimmed.prefix(1) : ""
    return Int(sign + trimmed.dropFirst(sign.count).prefix { $0.isASCII && $0.isNumber })
  }

  mutating func beginList(_ node: HTMLNode, _ rules: [StyleSheet.Rule], isNumberless: Bool) {
    let type = markerType(node, rules) ?? node["type"]
    let isReversed = node["reversed"] != nil
    var start = node["start"].flatMap { Self.whole($0) }
    if start == nil, isReversed {
      var count = 0
      var child = node.child
      while let item = child {
        if item.name == "li" { count += 1 }
        child = item.next
      }
      start = count
    }
    lists.begin(type: type, start: start ?? 1, isReversed: isReversed, isOfDefinition: node.parent?.name == "dd")
  }

  static func listStyle(_ style: String) -> String? {
    guard let found = style.lowercased().firstRange(of: "list-style") else { return nil }
    let value = style.lowercased()[found.upperBound...].drop { $0 != ":" }.dropFirst().prefix { $0 != ";" }
    return String(value)
  }

  /// Counts what the style sheet counts, and writes what it prints before the element; what it prints behind it is for later.
  mutating func printContent(_ node: HTMLNode, _ rules: [StyleSheet.Rule]) -> String? {
    for rule in rules { counters.enter(rule, depth: begun.count + 1) }
    let before = sheet.rules(node, at: "before")
    for rule in before { counters.enter(rule, depth: begun.count + 1) }
    if let content = before.compactMap({ $0.declarations["content"] }).last, let text = counters.text(content, node),
      text.contains(where: { !$0.isWhitespace })
    {
      if content.contains("counter") { writeNumber(text.split { $0.isWhitespace }.joined(separator: " ")) } else { write(text) }
    }
    let after = sheet.rules(node, at: "after").compactMap { $0.declarations["content"] }.last
    return after.flatMap { counters.text($0, node) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  mutating func writeNumber(_ number: String) {
    if pending, let last = out.last, last != 0x0A, last != 0x20 { out.append(0x20) }
    out.append(number)
    pending = true
    numberEnd = out.count
  }
}
