/// A key as the terminal reports it.
package enum Key: Hashable, Sendable {
  case character(Character)
  case control(Character)
  case alt(Character)
  case enter, tab, backTab, escape, backspace, delete
  case up, down, left, right, altLeft, altRight
  case home, end, pageUp, pageDown
  case function(Int)
  /// Text between the marks of a bracketed paste.
  case paste(String)
  case click(row: Int, column: Int)
  /// The button moved while it was down, and came up.
  case drag(row: Int, column: Int)
  case release(row: Int, column: Int)
  case wheel(up: Bool, row: Int, column: Int)
  case resize

  /// The key as help and settings write it: `C-w`, `Space`, `M-Left`, `j`.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): character == " " ? "C-Space" : "C-\(character)"
    case .alt(let character): "M-\(character)"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .altLeft: "M-Left"
    case .altRight: "M-Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    case .paste: "paste"
    case .click: "click"
    case .drag: "drag"
    case .release: "release"
    case .wheel: "wheel"
    case .resize: "resize"
    }
  }

  /// The key of a name, as `name` writes it and as settings may (`Up`, `Down`, `Left`, `Right`); nil when there is none.
  package init?(name: String) {
    let named: [String: Key] = [
      "Space": .character(" "), "C-Space": .control(" "), "Enter": .enter, "Tab": .tab, "S-Tab": .backTab, "Esc": .escape,
      "Backspace": .backspace,
      "Delete": .delete,
      "↑": .up, "↓": .down, "←": .left, "→": .right, "Up": .up, "Down": .down, "Left": .left, "Right": .right, "M-Left": .altLeft,
      "M-Right": .altRight, "Home": .home, "End": .end, "PgUp": .pageUp, "PgDn": .pageDown,
    ]
    if let key = named[name] {
      self = key
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else if name.count == 3, name.hasPrefix("C-"), let character = name.last {
      self = .control(character)
    } else if name.count == 3, name.hasPrefix("M-"), let character = name.last {
      self = .alt(character)
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}
