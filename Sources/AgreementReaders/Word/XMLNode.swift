import CLibxml2

/// An XML document and its elements by local name; it lives as long as the document.
struct XMLDocument: ~Copyable {
  private let document: OpaquePointer
  let root: XMLNode

  /// Nil where the bytes are no well-formed XML; with `recovers`, what can be made of them counts.
  init?(_ bytes: [UInt8], recovers: Bool = false) {
    guard XMLDocument.isInstalled, let document = hereof_xml_parse(bytes, bytes.count, recovers ? 1 : 0) else { return nil }
    guard let root = hereof_document_root(document) else {
      hereof_document_free(document)
      return nil
    }
    self.document = document
    self.root = XMLNode(root)
  }

  deinit { hereof_document_free(document) }

  /// Whether libxml2 is there; loaded when first asked for.
  static let isInstalled = hereof_xml_load() != 0
}

/// An element, or the words between elements.
struct XMLNode: Equatable {
  private let node: OpaquePointer

  init(_ node: OpaquePointer) { self.node = node }

  /// The local name of an element; empty for words.
  var name: String { hereof_node_name(node).map { String(cString: $0) } ?? "" }

  /// The words of a text node.
  var text: String? { hereof_node_text_bytes(node).map { String(cString: $0) } }

  /// The value of an attribute by its local name.
  subscript(_ attribute: String) -> String? {
    guard let value = hereof_node_attribute(node, attribute) else { return nil }
    defer { hereof_text_free(value) }
    return String(cString: value)
  }

  var children: Children { Children(upcoming: hereof_node_child(node)) }

  struct Children: Sequence, IteratorProtocol {
    fileprivate var upcoming: OpaquePointer?
    mutating func next() -> XMLNode? {
      guard let node = upcoming else { return nil }
      upcoming = hereof_node_next(node)
      return XMLNode(node)
    }
  }

  /// The first child of a name.
  func child(_ name: String) -> XMLNode? { children.first { $0.name == name } }

  /// The attribute `val` of a child, by which most properties are given.
  func value(_ child: String) -> String? { self.child(child)?["val"] }

  /// Whether a property is on: its element is there, and does not say `0`, `false` or `none`.
  func isOn(_ property: String) -> Bool {
    guard let child = child(property) else { return false }
    return !["0", "false", "none", "off"].contains(child["val"] ?? "1")
  }

  /// The words of all text nodes below.
  var words: String {
    var out = ""
    for child in children { out += child.text ?? child.words }
    return out
  }
}
