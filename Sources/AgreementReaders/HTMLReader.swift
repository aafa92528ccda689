import CLibxml2
import ContractModel
import Glibc

/// Reads an HTML exhibit to plain text by libxml2's HTML parser: blocks on lines of their own, table rows as lines, `<PRE>` as it is.
///
/// A number in a cell of its own joins the paragraph in the next cell; rules and styles that break the page become page marks; what is
/// bold, underlined, italic, centred or a heading is marked, by element or by a style of its own, and links within the page are kept.
/// Never fetches anything: the parser is told to stay off the network, and scripts and styles are left out.
struct HTMLReader {
  private var out = StyledText()
  /// Whether white space waits to be written before the next word.
  private var pending = false
  private var preformatted = 0
  /// How many bytes stand as they were typed.
  private var typed = 0
  /// How many table rows are open.
  private var rows = 0
  /// What each open element began, the innermost last.
  private var begun: [Styles] = []

  /// Whether bytes look like an HTML page.
  static func reads(_ bytes: [UInt8], name: String) -> Bool {
    var hasTag = false
    for (i, byte) in bytes.prefix(4_096).enumerated() where byte == 0x3C {
      hasTag = true
      let word = bytes[(i + 1)...].prefix(13).map { $0 | 0x20 }
      if word.starts(with: "html".utf8) || word.starts(with: "!doctype html".utf8) { return true }
    }
    let lower = name.lowercased()
    return hasTag && (lower.hasSuffix(".htm") || lower.hasSuffix(".html"))
  }

  /// Whether libxml2 is there; loaded when first asked for.
  private static let isInstalled = hereof_xml_load() != 0

  /// The text of a page given as UTF-8.
  static func text(_ bytes: [UInt8]) throws(ReadingError) -> StyledText {
    guard isInstalled else { throw .missingLibrary("libxml2") }
    guard let document = hereof_html_parse(bytes, bytes.count) else { return StyledText() }
    defer { hereof_document_free(document) }
    var reader = HTMLReader()
    reader.out.reserveCapacity(bytes.count / 2)
    if let root = hereof_document_root(document) { reader.walk(root) }
    reader.out.isPreformatted = reader.typed * 2 > reader.out.count
    return reader.out
  }

  // MARK: Walking

  /// Goes through the tree without recursion, so that no depth of nesting is too much.
  private mutating func walk(_ root: OpaquePointer) {
    var node = root
    var entering = true
    while true {
      if entering {
        let descend = enter(node)
        if descend, let child = hereof_node_child(node) {
          node = child
          continue
        }
        leave(node)
      } else {
        leave(node)
      }
      if node == root { return }
      if let next = hereof_node_next(node) {
        node = next
        entering = true
      } else if let parent = hereof_node_parent(node) {
        node = parent
        entering = false
      } else {
        return
      }
    }
  }

  private enum Role { case skip, block, lineBreak, rule, row, cell, preformatted, changed, inline }

  private static let roles: [String: Role] = {
    var roles: [String: Role] = ["br": .lineBreak, "hr": .rule, "tr": .row, "td": .cell, "th": .cell, "pre": .preformatted]
    for name in ["s", "strike", "del", "ins"] { roles[name] = .changed }
    for name in ["script", "style", "head", "title", "noscript", "template", "object", "svg"] { roles[name] = .skip }
    for name in [
      "p", "div", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "center", "body", "section",
      "article", "dl",
      "dt", "dd", "address", "form", "fieldset", "caption", "header", "footer",
    ] { roles[name] = .block }
    return roles
  }()

  /// The styles that elements are made for.
  private static let kinds: [String: StyleMark.Kind] = [
    "b": .bold, "strong": .bold, "u": .underline, "i": .italic, "em": .italic, "center": .centred, "h1": .heading, "h2": .heading,
    "h3": .heading, "h4": .heading, "h5": .heading, "h6": .heading,
  ]

  private struct Element {
    var role: Role
    var kind: StyleMark.Kind?
  }

  /// Elements by the address of the name: libxml2 keeps one copy of each name of a page.
  private var known: [UnsafePointer<CChar>: Element] = [:]

  private mutating func element(_ node: OpaquePointer) -> Element {
    guard let name = hereof_node_name(node) else { return Element(role: .inline) }
    if let element = known[name] { return element }
    let word = String(cString: name)
    let element = Element(role: Self.roles[word] ?? .inline, kind: Self.kinds[word])
    known[name] = element
    return element
  }

  private struct Styles {
    var kinds: [StyleMark.Kind]
    var isNamed = false
    var isLinked = false
  }

  /// The styles of an element, its own and those its attributes give, each once.
  private static func styles(_ node: OpaquePointer, _ kind: StyleMark.Kind?) -> Styles {
    let bits = Int(hereof_node_styles(node))
    if bits == 0 { return Styles(kinds: kind.map { [$0] } ?? []) }
    var kinds = kind.map { [$0] } ?? []
    for (bit, kind) in [
      (hereof_style_bold, StyleMark.Kind.bold), (hereof_style_underline, .underline), (hereof_style_italic, .italic),
      (hereof_style_centred, .centred),
    ] where bits & bit != 0 && !kinds.contains(kind) { kinds.append(kind) }
    return Styles(kinds: kinds, isNamed: bits & hereof_style_named != 0, isLinked: bits & hereof_style_linked != 0)
  }

  private mutating func anchor(_ node: OpaquePointer) {
    for attribute in ["id", "name"] {
      guard let value = hereof_node_attribute(node, attribute) else { continue }
      out.anchor(String(cString: value))
      hereof_text_free(value)
    }
  }

  private mutating func beginLink(_ node: OpaquePointer) {
    guard let value = hereof_node_attribute(node, "href") else { return out.beginLink("") }
    out.beginLink(String(cString: value + 1))
    hereof_text_free(value)
  }

  /// Begins a node; false when what is in it is left out.
  private mutating func enter(_ node: OpaquePointer) -> Bool {
    if let content = hereof_node_text_bytes(node) {
      write(content)
      return false
    }
    guard hereof_node_get_kind(node) == hereof_node_element else { return false }
    let element = element(node)
    if element.role == .skip { return false }
    // What a style marks begins behind the line feeds that lead to it.
    defer {
      let styles = Self.styles(node, element.kind)
      for kind in styles.kinds { out.begin(kind) }
      if styles.isNamed { anchor(node) }
      if styles.isLinked { beginLink(node) }
      begun.append(styles)
    }
    switch element.role {
    case .skip: break
    case .block:
      if breaksPage(node, .before) { pageMark() }
      paragraph()
    case .preformatted:
      paragraph()
      preformatted += 1
    case .lineBreak: lineFeed()
    case .rule:
      pageMark()
    case .row:
      line()
      rows += 1
    case .cell: cell()
    // A page that compares two versions sets the old word and the new one side by side: they are two.
    case .changed: pending = true
    case .inline: break
    }
    return true
  }

  private mutating func leave(_ node: OpaquePointer) {
    guard hereof_node_get_kind(node) == hereof_node_element else { return }
    let element = element(node)
    if element.role == .skip { return }
    if let styles = begun.popLast() {
      for kind in styles.kinds { out.end(kind) }
      if styles.isLinked { out.endLink() }
    }
    switch element.role {
    case .block:
      paragraph()
      if breaksPage(node, .after) { pageMark() }
    case .preformatted:
      preformatted -= 1
      paragraph()
    case .row:
      rows = max(0, rows - 1)
      paragraph()
    case .changed: pending = true
    default: break
    }
  }

  private enum Side: String {
    case before = "page-break-before"
    case after = "page-break-after"
  }

  /// Whether a style asks for a new page before or after: `page-break-before: always`.
  private func breaksPage(_ node: OpaquePointer, _ side: Side) -> Bool {
    guard let style = hereof_node_attribute(node, "style") else { return false }
    defer { hereof_text_free(style) }
    guard let found = hereof_text_find(style, side.rawValue) else { return false }
    var value = found + side.rawValue.utf8.count
    while value.pointee == 0x20 || value.pointee == 0x3A { value += 1 }
    return strncasecmp(value, "always", 6) == 0
  }

  // MARK: Writing

  private mutating func write(_ content: UnsafePointer<UInt8>) {
    var i = 0
    while content[i] != 0 {
      let byte = content[i]
      if preformatted > 0 {
        out.append(byte)
        typed += 1
        i += 1
        continue
      }
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C {
        pending = true
      } else {
        if pending, let last = out.last, last != 0x0A, last != 0x20 { out.append(0x20) }
        pending = false
        if byte == 0xC2, let character = WindowsCharacters.utf8(content[i + 1]) {
          // `&#147;` means what Windows-1252 means by 147 (HTML Living Standard, 13.2.5.84).
          out.append(character)
          i += 2
          continue
        }
        out.append(byte)
      }
      i += 1
    }
  }

  private mutating func trimBlanks() {
    guard preformatted == 0 else { return }
    while out.last == 0x20 || out.last == 0x09 { out.removeLast() }
  }

  private mutating func lineFeed() {
    trimBlanks()
    pending = false
    out.append(0x0A)
  }

  private mutating func line() {
    trimBlanks()
    pending = false
    if let last = out.last, last != 0x0A { out.append(0x0A) }
  }

  private mutating func paragraph() {
    // Inside a row a paragraph goes on with its line.
    if rows > 0 {
      pending = true
      return
    }
    line()
    if out.count >= 2, out.bytes[out.count - 2] != 0x0A { out.append(0x0A) }
  }

  private mutating func cell() {
    pending = false
    guard let last = out.last, last != 0x0A else { return }
    // A number in a cell of its own stands before its words; other columns are set apart.
    trimBlanks()
    out.append(isNumber(lineEnd: out.count) ? "  " : "    ")
  }

  /// Whether the line so far is a provision's number or a bullet.
  private func isNumber(lineEnd end: Int) -> Bool {
    var start = end
    while start > 0, out.bytes[start - 1] != 0x0A, end - start <= 14 { start -= 1 }
    return end - start <= 14 && end > start && !out.bytes[start..<end].contains(0x20)
  }

  private mutating func pageMark() {
    line()
    out.append("\n<PAGE>\n\n")
  }
}
