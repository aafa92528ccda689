import CNcurses
import TerminalGrid

/// Reading keys: what curses knows, what begins with an escape, and pasted text.
extension Terminal {
  func readKey() -> Key? {
    var code: wint_t = 0
    switch wget_wch(hereof_screen(), &code) {
    case KEY_CODE_YES: return special(Int32(code))
    case OK: return plain(code)
    default: return nil
    }
  }

  private func plain(_ code: wint_t) -> Key? {
    switch code {
    case 0x1B: return afterEscape()
    case 0x0D, 0x0A: return .enter
    case 0x09: return .tab
    case 0x7F, 0x08: return .backspace
    case 0: return .control(" ")
    // `C-a` to `C-z`, then `C-\\`, `C-]`, `C-^` and `C-_`.
    case 1..<0x1B: return .control(Character(Unicode.Scalar(UInt8(code) + 0x60)))
    case 0x1C..<0x20: return .control(Character(Unicode.Scalar(UInt8(code) + 0x40)))
    default: return Unicode.Scalar(UInt32(code)).map { .character(Character($0)) }
    }
  }

  /// What an escape begins: Alt with a key, or a sequence that terminfo does not name, which is read to its end whether it is known or
  /// not.
  private func afterEscape() -> Key? {
    guard let next = nextByte(milliseconds: 0) else { return .escape }
    switch next {
    // Alt with a key that sends a sequence: `ESC ESC [ A`.
    case 0x1B: return afterEscape()
    case 0x5B, 0x4F:
      // Alone they are Alt with a bracket or a letter.
      guard let first = nextByte(milliseconds: Self.sequenceDelay) else { return .alt(next == 0x5B ? "[" : "O") }
      let key = KeyDecoder.key(introducer: UInt8(next), first: first) { self.nextByte(milliseconds: Self.sequenceDelay) }
      switch key {
      case .click, .drag, .release, .wheel: return options.mouse ? key : nil
      default: return key
      }
    case 0x5D, 0x50, 0x5E, 0x5F, 0x58:
      // An answer of the terminal (OSC, DCS, PM, APC, SOS): up to its end nothing of it was typed.
      guard var byte = nextByte(milliseconds: Self.sequenceDelay) else { return .alt(Character(Unicode.Scalar(UInt8(next)))) }
      var isEscaped = false
      while byte != 0x07, !(isEscaped && byte == 0x5C) {
        isEscaped = byte == 0x1B
        guard let following = nextByte(milliseconds: Self.sequenceDelay) else { return nil }
        byte = following
      }
      return nil
    default: return Unicode.Scalar(UInt32(next)).map { .alt(Character($0)) }
    }
  }

  /// How long the rest of a sequence is waited for, in milliseconds: over ssh it may come in two packets.
  private static let sequenceDelay: Int32 = 25

  private func nextByte(milliseconds: Int32) -> wint_t? {
    var code: wint_t = 0
    if wget_wch(hereof_screen(), &code) == OK { return code }
    guard milliseconds > 0, hereof_wait(input, milliseconds) == 1, wget_wch(hereof_screen(), &code) == OK else { return nil }
    return code
  }

  private func special(_ code: Int32) -> Key? {
    switch code {
    case hereof_resize_key():
      shown = nil
      return .resize
    case hereof_mouse_key():
      // What terminfo takes for the beginning of a report was read by curses: `CSI <`, or `CSI M` of old.
      let key = KeyDecoder.key(introducer: 0x5B, first: hereof_mouse_is_decimal() != 0 ? 0x3C : 0x4D) {
        self.nextByte(milliseconds: Self.sequenceDelay)
      }
      return options.mouse ? key : nil
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
