/// A paragraph of the reading text and the block it begins in.
struct Paragraph {
  var range: Range<Int>
  var block: Int
  /// Whether a page break stands right before it.
  var afterPage: Bool

  /// The paragraphs of the reading text with the block each begins in.
  static func all(_ blocks: [Block], _ reading: ReadingText) -> [Paragraph] {
    var out: [Paragraph] = []
    let span = reading.bytes.span
    var start = 0
    var i = 0
    var afterPage = true
    func end(from start: Int) -> Int { span.firstOffset(of: Ascii.lineFeed, in: start..<span.count) }
    for index in blocks.indices {
      let block = blocks[index]
      if block.kind == .furniture { afterPage = true }
      guard block.kind.isRead, !block.continues || out.isEmpty else { continue }
      if !out.isEmpty { start = i + 1 }
      i = end(from: start)
      out.append(Paragraph(range: start..<i, block: index, afterPage: afterPage))
      afterPage = false
    }
    return out
  }
}
