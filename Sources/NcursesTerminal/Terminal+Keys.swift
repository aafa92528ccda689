import CNcurses
import TerminalGrid

/// What comes in: keys, pastes, changes of size, and the end of the terminal.
extension Terminal {
  /// The next key, waiting at most some milliseconds.
  package func nextEvent(milliseconds: Int32) -> Event {
    if let key = readKey() { return .key(key) }
    if hereof_signal() != 0 { return .ended }
    switch hereof_wait(input, milliseconds) {
    case -1: return .ended
    case 1:
      if let key = readKey() {
        emptyReads = 0
        return .key(key)
      }
      if hereof_signal() != 0 { return .ended }
      // Readable and empty, again and again: the other end is gone.
      emptyReads += 1
      return emptyReads > 3 ? .ended : .idle
    default:
      if hereof_signal() != 0 { return .ended }
      // A changed size interrupts the wait.
      if let key = readKey() { return .key(key) }
      return .idle
    }
  }

  private func readKey() -> Key? {
    var code: wint_t = 0
    switch wget_wch(hereof_screen(), &code) {
    case KEY_CODE_YES: return special(Int32(code))
    case OK: return plain(code)
    default: return nil
    }
  }

  private func plain(_ code: wint_t) -> Key? {
    switch code {
    case 0x1B:
      var next: wint_t = 0
      guard wget_wch(hereof_screen(), &next) == OK, let scalar = Unicode.Scalar(UInt32(next)) else { return .escape }
      if next == 0x1B { return .escape }
      return .alt(Character(scalar))
    case 0x0D, 0x0A: return .enter
    case 0x09: return .tab
    case 0x7F, 0x08: return .backspace
    case 0: return .control(" ")
    case 1..<0x20: return .control(Character(Unicode.Scalar(UInt8(code) + 0x60)))
    default: return Unicode.Scalar(UInt32(code)).map { .character(Character($0)) }
    }
  }

  private func special(_ code: Int32) -> Key? {
    switch code {
    case hereof_resize_key():
      shown = nil
      return .resize
    case hereof_mouse_key():
      var row: Int32 = 0
      var column: Int32 = 0
      switch hereof_mouse_event(&row, &column) {
      case 1: return .click(row: Int(row), column: Int(column))
      case 4: return .wheel(up: true, row: Int(row), column: Int(column))
      case 5: return .wheel(up: false, row: Int(row), column: Int(column))
      default: return nil
      }
    case Code.pasteBegin: return .paste(readPaste())
    case Code.pasteEnd: return nil
    case Code.altLeft: return .altLeft
    case Code.altRight: return .altRight
    case KEY_UP: return .up
    case KEY_DOWN: return .down
    case KEY_LEFT: return .left
    case KEY_RIGHT: return .right
    case KEY_HOME: return .home
    case KEY_END: return .end
    case KEY_PPAGE: return .pageUp
    case KEY_NPAGE: return .pageDown
    case KEY_BACKSPACE: return .backspace
    case KEY_DC: return .delete
    case KEY_BTAB: return .backTab
    case KEY_ENTER: return .enter
    default:
      for number in 1...12 where code == hereof_key_function(Int32(number)) { return .function(number) }
      return nil
    }
  }

  private func readPaste() -> String {
    var text = ""
    var quiet = 0
    while quiet < 20, text.utf8.count < 100_000 {
      var code: wint_t = 0
      switch wget_wch(hereof_screen(), &code) {
      case KEY_CODE_YES:
        if Int32(code) == Code.pasteEnd { return text }
      case OK:
        if let scalar = Unicode.Scalar(UInt32(code)) { text.unicodeScalars.append(scalar == "\r" ? "\n" : scalar) }
        quiet = 0
      default:
        if hereof_wait(input, 10) <= 0 { quiet += 1 }
      }
    }
    return text
  }
}
