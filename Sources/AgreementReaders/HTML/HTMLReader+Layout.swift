import CLibxml2
import ContractModel

/// Tables that set paragraphs side by side, whose cells are read one after another.
extension HTMLReader {
  /// Whether a row's cells hold paragraphs of their own, lists or tables, so that they are read one after another.
  mutating func isLayout(_ row: HTMLNode) -> Bool {
    var cell = row.child
    while let at = cell {
      defer { cell = at.next }
      guard at.isElement, at.name == "td" || at.name == "th" else { continue }
      if blocks(at) > 1 { return true }
    }
    return false
  }

  /// How many blocks with words a cell holds; lines that `<br>` ends count where there are three.
  mutating func blocks(_ cell: HTMLNode) -> Int {
    var count = 0
    var breaks = 0
    var hasWords = false
    var node = cell.following(in: cell)
    while let at = node, count < 2 {
      if let text = at.text {
        var i = 0
        // Blanks, and the signs without width that converters put into cells that shall not be empty.
        while text[i] != 0 {
          if text[i] <= 0x20 {
            i += 1
          } else if text[i] == 0xC2, text[i + 1] == 0xA0 {
            i += 2
          } else if text[i] == 0xE2, text[i + 1] == 0x80, (0x8B...0x8D).contains(text[i + 2]) {
            i += 3
          } else {
            break
          }
        }
        if text[i] != 0, !hasWords {
          hasWords = true
          count += 1
        }
      } else if at.isElement {
        switch element(at).role {
        case .block where !["tbody", "thead", "tfoot", "center", "table"].contains(at.name), .item, .row, .preformatted:
          hasWords = false
        case .lineBreak:
          breaks += 1
          if hasWords, breaks >= 2 { return 2 }
        default: break
        }
      }
      node = at.following(in: cell)
    }
    return count
  }
}
