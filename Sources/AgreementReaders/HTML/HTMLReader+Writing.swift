import ContractModel

/// Words, blanks, lines, paragraphs and page marks of the text, as a browser would set them.
extension HTMLReader {
  mutating func write(_ text: String) {
    text.withCString { $0.withMemoryRebound(to: UInt8.self, capacity: text.utf8.count + 1) { write($0, isSign: true) } }
  }

  mutating func write(_ content: UnsafePointer<UInt8>, isSign: Bool = false) {
    if !isSign, let font = begun.last?.font, preformatted == 0 {
      let typed = String(cString: content)
      // Letters of a word are letters, whatever font a page asks for; signs are typed one or two at a time.
      let count = typed.unicodeScalars.count { $0.value > 0x20 }
      if count <= 3 || typed.unicodeScalars.allSatisfy({ $0.value <= 0x20 || $0.value >= 0x80 }) { return write(font.text(typed)) }
    }
    var i = 0
    while content[i] != 0 {
      let byte = content[i]
      if preformatted > 0 {
        if out.count == numberEnd { out.append(0x20) }
        out.append(byte)
        typed += 1
        i += 1
        continue
      }
      if byte == 0x0A, begun.last?.keepsLines ?? false, rows == 0 {
        lineFeed()
        i += 1
        continue
      }
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C {
        pending = true
        i += 1
        continue
      }
      if byte >= 0xC2 {
        if let length = InvisibleCharacters.length(content + i) {
          i += length
          continue
        }
        if let letters = InvisibleCharacters.ligature(content + i) {
          writeBlank()
          out.append(letters.utf8)
          i += 3
          continue
        }
      }
      if pendingUnlessMark, byte == 0x2E || byte == 0x2C || byte == 0x3B || byte == 0x3A || byte == 0x29 { pending = false }
      writeBlank()
      if byte == 0xC2, let character = WindowsCharacters.utf8(content[i + 1]) {
        // `&#147;` means what Windows-1252 means by 147 (HTML Living Standard, 13.2.5.84).
        out.append(character)
        i += 2
        continue
      }
      out.append(byte)
      i += 1
    }
  }

  private mutating func writeBlank() {
    if pending, let last = out.last, last != 0x0A, last != 0x20 { out.append(0x20) }
    pending = false
    pendingUnlessMark = false
  }

  mutating func trimBlanks() {
    guard preformatted == 0 else { return }
    while out.last == 0x20 || out.last == 0x09 { out.removeLast() }
  }

  mutating func lineFeed() {
    if out.count == numberEnd { return }
    trimBlanks()
    pending = false
    out.append(0x0A)
  }

  mutating func line() {
    if out.count == numberEnd {
      pending = true
      return
    }
    trimBlanks()
    pending = false
    if let last = out.last, last != 0x0A { out.append(0x0A) }
  }

  mutating func paragraph() {
    // Inside a row a paragraph goes on with its line, and so do an item's words with its number.
    if rows > 0 || out.count == numberEnd {
      pending = true
      return
    }
    line()
    if out.count >= 2, out.bytes[out.count - 2] != 0x0A { out.append(0x0A) }
  }

  mutating func pageMark() {
    line()
    out.append("\n<PAGE>\n\n")
  }
}
