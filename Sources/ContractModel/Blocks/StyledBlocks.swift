/// Headings and centred paragraphs that a file shows by its styles, where the words alone do not.
enum StyledBlocks {
  /// Marks blocks: one whose words are all set apart is a heading, when it is short and no sentence; one set in the middle is centred.
  static func apply(_ text: SourceText, to blocks: inout [Block]) {
    guard !text.styles.isEmpty else { return }
    let span = text.bytes.span
    var next = 0
    // How far the marks reach that began so far: those that set words apart, and those that centre.
    var marked = 0
    var centred = 0
    for index in blocks.indices where blocks[index].kind == .paragraph || blocks[index].kind == .heading {
      let block = blocks[index].range
      while next < text.styles.count, text.styles[next].range.lowerBound <= block.lowerBound {
        let mark = text.styles[next]
        if mark.kind == .centred {
          centred = max(centred, mark.range.upperBound)
        } else if mark.kind != .struck {
          marked = max(marked, mark.range.upperBound)
        }
        next += 1
      }
      if centred >= block.upperBound { blocks[index].centred = true }
      if marked >= block.upperBound, block.count <= 160, !blocks[index].continues, span[block.upperBound - 1] != Ascii.period,
        span[block.upperBound - 1] != Ascii.semicolon, span[block.upperBound - 1] != Ascii.comma,
        ProvisionMarker.parse(span, block.lowerBound, block.upperBound) == nil
      {
        blocks[index].kind = .heading
      }
    }
  }
}
