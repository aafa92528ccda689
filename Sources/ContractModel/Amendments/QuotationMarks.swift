/// Reads single quotation marks as double ones, as English and Australian papers print them: `after ‘sacks’ insert ‘of flour’`.
extension Agreement {
  /// The agreement with double marks in its reading text, where single ones hold words; the marks within these are single then.
  var inDoubleMarks: Agreement {
    let quotations = SingleQuotation.all(in: self)
    guard !quotations.isEmpty else { return self }
    var bytes = reading.bytes
    for quotation in quotations {
      for at in quotation.range where bytes[at] == Ascii.quote { bytes[at] = Ascii.apostrophe }
      for at in quotation.openings + [quotation.range.upperBound] { bytes[at] = Ascii.quote }
    }
    var out = self
    out.reading = reading.with(bytes)
    return out
  }
}

/// Words between single quotation marks, perhaps of several paragraphs, each of which may open them anew.
private struct SingleQuotation {
  /// Behind the first mark, up to the one that closes; of the reading text.
  var range: Range<Int>
  /// The marks that open it.
  var openings: [Int]

  static func all(in agreement: Agreement) -> [SingleQuotation] {
    let span = agreement.reading.bytes.span
    var out: [SingleQuotation] = []
    let paragraphs = Array(agreement.reading.paragraphs(0..<span.count))
    var done = 0
    for (index, paragraph) in paragraphs.enumerated() where paragraph.upperBound > done {
      var at = max(paragraph.lowerBound, done)
      while let open = opening(span, at..<paragraph.upperBound) {
        at = open + 1
        if let close = closing(span, open, paragraph.upperBound) {
          out.append(SingleQuotation(range: open + 1..<close, openings: [open]))
          at = close + 1
        } else if let further = running(span, open, paragraphs[index...].prefix(reach)) {
          out.append(further)
          done = further.range.upperBound + 1
          break
        }
      }
    }
    return out
  }

  /// How many paragraphs one may run through.
  private static let reach = 12

  /// A mark before a word and behind none, outside double marks: not that of `Sellers' goods`, nor that of `the '33 Act`.
  private static func opening(_ span: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var isQuoted = false
    for at in range {
      if span[at] == Ascii.quote { isQuoted.toggle() }
      guard span[at] == Ascii.apostrophe, !isQuoted, at + 2 < range.upperBound else { continue }
      let before = at == 0 ? Ascii.space : span[at - 1]
      guard before.isSpace || before == Ascii.open, !span[at + 1].isSpace, span[at + 1] != Ascii.apostrophe else { continue }
      if span[at + 1].isDigit, span[at + 2].isDigit, !span.byte(at + 3).isWord, span.byte(at + 3) == Ascii.space { continue }
      return at
    }
    return nil
  }

  /// Whether a mark stands behind a word and before none.
  private static func closes(_ span: Span<UInt8>, _ at: Int) -> Bool {
    span[at] == Ascii.apostrophe && !span[at - 1].isSpace && !span.byte(at + 1).isWord
  }

  /// The mark that closes what another opens in its paragraph; the apostrophe of `‘sixty days’ notice’` closes nothing.
  private static func closing(_ span: Span<UInt8>, _ open: Int, _ end: Int) -> Int? {
    let next = opening(span, open + 1..<end) ?? end
    let marks = (open + 2..<max(open + 2, next)).filter { closes(span, $0) }
    return marks.first { $0 == marks.last || !isGenitive(span, $0) }
  }

  private static func isGenitive(_ span: Span<UInt8>, _ at: Int) -> Bool {
    span[at - 1].lowercased == 0x73 && span.byte(at + 1) == Ascii.space && span.byte(at + 2).isLetter
  }

  /// A quotation that its paragraph does not close: it runs to a mark at the end of a paragraph below.
  private static func running(_ span: Span<UInt8>, _ open: Int, _ paragraphs: ArraySlice<Range<Int>>) -> SingleQuotation? {
    var openings = [open]
    for paragraph in paragraphs.dropFirst() {
      if span[paragraph.lowerBound] == Ascii.apostrophe { openings.append(paragraph.lowerBound) }
      var last = paragraph.upperBound - 1
      while last > paragraph.lowerBound, [Ascii.period, Ascii.semicolon, Ascii.space].contains(span[last]) { last -= 1 }
      if last > paragraph.lowerBound, closes(span, last) { return SingleQuotation(range: open + 1..<last, openings: openings) }
    }
    return nil
  }
}
