import CTomlPlusPlus

/// A value of a TOML file and where it stands.
///
/// ```swift
/// let settings = try TOMLValue.parse(bytes)
/// settings["theme"]?.string
/// ```
package struct TOMLValue: Sendable {
  /// Lines and columns from 1.
  package struct Position: Equatable, Sendable {
    package var line: Int
    package var column: Int
  }

  package struct SyntaxError: Error, Equatable {
    package var reason: String
    package var position: Position
  }

  package struct Entry: Sendable {
    package var key: String
    package var position: Position
    package var value: TOMLValue
  }

  package enum Content: Sendable {
    case table([Entry])
    case array([TOMLValue])
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case date(year: Int, month: Int, day: Int)
    /// A fraction, a time, or a date with one.
    case other
  }

  package var content: Content
  package var position: Position

  package static func parse(_ bytes: [UInt8]) throws(SyntaxError) -> TOMLValue {
    var reason = [CChar](repeating: 0, count: 300)
    var at = hereof_toml_position()
    let document = bytes.withUnsafeBytes { buffer in
      hereof_toml_parse(buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, &reason, reason.count, &at)
    }
    guard let document else {
      let words = String(decoding: reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      throw SyntaxError(reason: words, position: Position(at))
    }
    defer { hereof_toml_free(document) }
    return TOMLValue(hereof_toml_root(document))
  }

  private init(_ node: OpaquePointer) {
    position = Position(hereof_toml_node_position(node))
    let count = hereof_toml_node_count(node)
    switch hereof_toml_node_kind(node) {
    case hereof_toml_table:
      content = .table(
        (0..<count).map { index in
          var length = 0
          var at = hereof_toml_position()
          let key = hereof_toml_node_key(node, index, &length, &at)
          return Entry(
            key: Self.text(key, length), position: Position(at), value: TOMLValue(hereof_toml_node_value(node, index)))
        })
    case hereof_toml_array: content = .array((0..<count).map { TOMLValue(hereof_toml_node_value(node, $0)) })
    case hereof_toml_string:
      var length = 0
      let text = hereof_toml_node_string(node, &length)
      content = .string(Self.text(text, length))
    case hereof_toml_integer: content = .integer(Int(hereof_toml_node_integer(node)))
    case hereof_toml_boolean: content = .boolean(hereof_toml_node_boolean(node) != 0)
    case hereof_toml_date:
      var year: Int32 = 0
      var month: Int32 = 0
      var day: Int32 = 0
      hereof_toml_node_date(node, &year, &month, &day)
      content = .date(year: Int(year), month: Int(month), day: Int(day))
    default: content = .other
    }
  }

  private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
    guard let start else { return "" }
    return start.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
    }
  }

  // MARK: Reading

  /// The entries of a table; none for other values.
  package var entries: [Entry] { if case .table(let entries) = content { entries } else { [] } }
  package var array: [TOMLValue]? { if case .array(let values) = content { values } else { nil } }
  package var string: String? { if case .string(let text) = content { text } else { nil } }
  package var integer: Int? { if case .integer(let number) = content { number } else { nil } }
  package var boolean: Bool? { if case .boolean(let flag) = content { flag } else { nil } }
  package var isTable: Bool { if case .table = content { true } else { false } }

  package subscript(_ key: String) -> TOMLValue? { entries.first { $0.key == key }?.value }
}

extension TOMLValue.Position {
  fileprivate init(_ position: hereof_toml_position) {
    line = Int(position.line)
    column = Int(position.column)
  }
}
