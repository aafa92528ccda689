import TerminalGrid

/// What a part of the screen is, for themes; names are dotted, and a theme that lacks `heading.2` gives it `heading`.
package enum Scope: Int, CaseIterable, Sendable {
  case text
  case dim
  case dimDeleted
  case heading
  case heading1
  case heading2
  case headingSticky
  case number
  case termDefinition
  case termUse
  case termCommon
  case reference
  case referenceMissing
  case referenceAttachment
  case referenceExternal
  case referenceAmended
  case linkSelected
  case linkLabel
  case provisionCurrent
  case landed
  case annotation
  case searchMatch
  case searchCurrent
  case changeDeleted
  case changeDeletedStruck
  case changeInserted
  case changeMoved
  case pageNumber
  case contents
  case border
  case borderFocused
  case tab
  case tabSelected
  case list
  case listSelected
  case listDetail
  case status
  case statusPlace
  case hint
  case hintKey
  case message
  case warning
  case prompt
  case promptMatch

  /// The name a theme gives it by.
  package var name: String {
    switch self {
    case .text: "text"
    case .dim: "dim"
    case .dimDeleted: "dim.deleted"
    case .heading: "heading"
    case .heading1: "heading.1"
    case .heading2: "heading.2"
    case .headingSticky: "heading.sticky"
    case .number: "number"
    case .termDefinition: "term.definition"
    case .termUse: "term.use"
    case .termCommon: "term.common"
    case .reference: "reference"
    case .referenceMissing: "reference.missing"
    case .referenceAttachment: "reference.attachment"
    case .referenceExternal: "reference.external"
    case .referenceAmended: "reference.amended"
    case .linkSelected: "link.selected"
    case .linkLabel: "link.label"
    case .provisionCurrent: "provision.current"
    case .landed: "landed"
    case .annotation: "annotation"
    case .searchMatch: "search.match"
    case .searchCurrent: "search.current"
    case .changeDeleted: "change.deleted"
    case .changeDeletedStruck: "change.deleted.struck"
    case .changeInserted: "change.inserted"
    case .changeMoved: "change.moved"
    case .pageNumber: "page.number"
    case .contents: "contents"
    case .border: "border"
    case .borderFocused: "border.focused"
    case .tab: "tab"
    case .tabSelected: "tab.selected"
    case .list: "list"
    case .listSelected: "list.selected"
    case .listDetail: "list.detail"
    case .status: "status"
    case .statusPlace: "status.place"
    case .hint: "hint"
    case .hintKey: "hint.key"
    case .message: "message"
    case .warning: "warning"
    case .prompt: "prompt"
    case .promptMatch: "prompt.match"
    }
  }
}

extension Scope {
  /// Whether a theme may use a name: a scope's, or the first part of one.
  package static func isName(_ name: String) -> Bool { allCases.contains { $0.name == name || $0.name.hasPrefix(name + ".") } }
}

/// A style for every scope.
package struct Theme: Equatable, Sendable {
  package let name: String
  private var styles: [Style]

  /// Takes styles by dotted name; a scope without one takes that of its name with the last part dropped, then `text`.
  package init(name: String, styles given: [String: Style]) {
    self.name = name
    let base = given["text"] ?? Style()
    styles = Scope.allCases.map { scope in
      var key = scope.name
      while true {
        if let style = given[key] {
          // A style that sets no background stands on the text's.
          return Style(
            style.foreground == .standard ? base.foreground : style.foreground,
            on: style.background == .standard ? base.background : style.background, style.attributes)
        }
        guard let dot = key.lastIndex(of: ".") else { return base }
        key = String(key[..<dot])
      }
    }
  }

  package subscript(_ scope: Scope) -> Style { styles[scope.rawValue] }

  /// Whether it has colours beside the sixteen that terminals name.
  package var hasExactColours: Bool {
    func isExact(_ colour: Colour) -> Bool {
      switch colour {
      case .standard: false
      case .indexed(let index): index >= 16
      case .rgb: true
      }
    }
    return styles.contains { isExact($0.foreground) || isExact($0.background) }
  }

  /// A theme that needs no colour: for tests and terminals that have none.
  package static let plain = Theme(
    name: "plain",
    styles: [
      "heading": Style(.standard, .standardBackground, .bold), "number": Style(.standard, .standardBackground, .bold),
      "term.definition": Style(.standard, .standardBackground, .bold),
      "term.use": Style(.standard, .standardBackground, .underline),
      "reference": Style(.standard, .standardBackground, .underline),
      "link.selected": Style(.standard, .standardBackground, .reverse),
      "link.label": Style(.standard, .standardBackground, [.reverse, .bold]),
      "landed": Style(.standard, .standardBackground, .bold),
      "search.match": Style(.standard, .standardBackground, .reverse),
      "search.current": Style(.standard, .standardBackground, [.reverse, .bold]),
      "list.selected": Style(.standard, .standardBackground, .reverse),
      "tab.selected": Style(.standard, .standardBackground, .reverse),
      "status": Style(.standard, .standardBackground, .reverse), "hint.key": Style(.standard, .standardBackground, .bold),
      "warning": Style(.standard, .standardBackground, .bold),
      "dim": Style(.standard, .standardBackground, .dim), "page.number": Style(.standard, .standardBackground, .dim),
    ])
}

extension Style {
  fileprivate init(_ foreground: Colour, _ background: Colour, _ attributes: Attributes) {
    self.init(foreground, on: background, attributes)
  }
}

extension Colour {
  fileprivate static var standardBackground: Colour { .standard }
}
