import CLibxml2
import ContractModel

/// What an element of a page does to the text, by its name.
struct HTMLElement {
  enum Role {
    /// Not shown, and no words: scripts, styles, drawings.
    case skip
    /// Not shown, though it has words: facts for machines, templates.
    case unseen
    case block, lineBreak, rule, row, cell, preformatted, inline
    case deleted, inserted
    case orderedList, list, item
    case superscript, `subscript`
    /// The mark of a page's end in filed text, which is never closed.
    case page
    case input, choice, typed, picture
    /// A block that is shown when it is open.
    case dialog
  }
  var role: Role
  var kind: StyleMark.Kind?

  init(named name: String) {
    role = Self.roles[name] ?? .inline
    kind = Self.kinds[name]
  }

  static let plain = HTMLElement(named: "span")

  private static let roles: [String: Role] = {
    var roles: [String: Role] = [
      "br": .lineBreak, "hr": .rule, "page": .page, "tr": .row, "td": .cell, "th": .cell, "pre": .preformatted, "ol": .orderedList,
      "ul": .list,
      "menu": .list, "dir": .list, "li": .item, "sup": .superscript, "sub": .subscript, "input": .input, "select": .choice,
      "textarea": .typed, "ins": .inserted, "img": .picture, "svg": .picture, "object": .picture, "ix:header": .unseen,
      "ix:hidden": .unseen, "ix:resources": .unseen, "ix:references": .unseen, "hidden": .unseen, "resources": .unseen,
      "template": .unseen, "noscript": .unseen, "dialog": .dialog,
    ]
    for name in ["s", "strike", "del"] { roles[name] = .deleted }
    for name in [
      "script", "style", "head", "title", "iframe", "canvas", "audio", "video", "datalist",
    ] { roles[name] = .skip }
    for name in [
      "p", "div", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "center", "body", "section", "article", "dl", "dt",
      "dd",
      "address", "form", "fieldset", "caption", "header", "footer", "main", "nav", "aside", "figure", "figcaption", "details",
      "summary", "legend", "xmp", "listing", "tbody", "thead", "tfoot",
    ] { roles[name] = .block }
    return roles
  }()

  /// The styles that elements are made for.
  private static let kinds: [String: StyleMark.Kind] = [
    "b": .bold, "strong": .bold, "u": .underline, "i": .italic, "em": .italic, "center": .centred, "h1": .heading, "h2": .heading,
    "h3": .heading, "h4": .heading, "h5": .heading, "h6": .heading, "dfn": .bold,
  ]
}

/// An element or text of a parsed page.
struct HTMLNode: Equatable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  var child: HTMLNode? { hereof_node_child(pointer).map { HTMLNode($0) } }
  var next: HTMLNode? { hereof_node_next(pointer).map { HTMLNode($0) } }
  var parent: HTMLNode? { hereof_node_parent(pointer).map { HTMLNode($0) } }
  var isElement: Bool { hereof_node_get_kind(pointer) == hereof_node_element }
  var name: String { hereof_node_name(pointer).map { String(cString: $0) } ?? "" }
  /// The bytes of a text node, ended by zero.
  var text: UnsafePointer<UInt8>? { hereof_node_text_bytes(pointer) }

  /// The level that the name of a heading gives: 2 of `h2`; 0 of others.
  var headingLevel: Int { name.count == 2 && name.hasPrefix("h") ? Int(name.dropFirst()) ?? 0 : 0 }

  subscript(_ attribute: String) -> String? {
    guard let value = hereof_node_attribute(pointer, attribute) else { return nil }
    defer { hereof_text_free(value) }
    return String(cString: value)
  }

  /// The node behind this one in the order of the page that is inside `root`, with or without what is in this one.
  func following(in root: HTMLNode, entering: Bool = true) -> HTMLNode? {
    if entering, let child { return child }
    var node = self
    while node != root {
      if let next = node.next { return next }
      guard let parent = node.parent else { return nil }
      node = parent
    }
    return nil
  }

  /// Whether this is the first mark of a table's columns, `<S>`, which holds the others: `<C>` is no element of HTML.
  /// See the tags for tables of the EDGAR Filer Manual.
  var marksColumns: Bool {
    guard name == "s" else { return false }
    var node = child
    while let at = node {
      if at.isElement, at.name == "c" { return true }
      node = at.following(in: self)
    }
    return false
  }

  /// The words in it, white space folded; whether they stand in blocks of their own, and whether a blank begins or ends them.
  func words() -> (text: String, hasBlocks: Bool, hasBlankEdge: Bool) {
    var bytes: [UInt8] = []
    var hasBlocks = false
    var hasBlankEdge = false
    var node: HTMLNode? = self
    while let at = node {
      var enters = true
      if let content = at.text {
        var i = 0
        while content[i] != 0 {
          if content[i] <= 0x20 {
            if bytes.isEmpty { hasBlankEdge = true }
            if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
          } else {
            bytes.append(content[i])
          }
          i += 1
        }
      } else if at.isElement {
        let role = HTMLElement(named: at.name).role
        switch role {
        case .skip: enters = false
        case .block, .dialog, .row, .cell, .lineBreak, .preformatted, .item, .orderedList, .list:
          hasBlocks = hasBlocks || at != self && role != .cell && role != .lineBreak
          if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
        default: break
        }
      }
      node = at.following(in: self, entering: enters)
    }
    if bytes.last == 0x20 {
      bytes.removeLast()
      hasBlankEdge = true
    }
    return (String(decoding: bytes, as: UTF8.self), hasBlocks, hasBlankEdge)
  }
}
