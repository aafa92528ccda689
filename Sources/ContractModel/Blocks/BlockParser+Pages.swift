/// Where pages end and which numbers they print.
extension BlockParser {
  /// The page breaks: one for each run of furniture that holds a mark or a number, or form feed where those are the file's own pages.
  func pages(_ span: Span<UInt8>, hasPages: Bool) -> [PageBreak] {
    var breaks: [PageBreak] = []
    var i = 0
    while i < shapes.count {
      let isFeed = hasPages && shapes[i].startsPage
      guard shapes[i].furniture == .pageMark || shapes[i].furniture == .pageNumber || isFeed else {
        i += 1
        continue
      }
      var label: Range<Int>?
      var j = i
      var end = isFeed ? shapes[i].content.lowerBound : shapes[i].content.upperBound
      while j < shapes.count, shapes[j].isBlank || shapes[j].furniture != nil {
        if !shapes[j].isBlank { end = shapes[j].content.upperBound }
        if shapes[j].furniture == .pageNumber { label = label ?? shapes[j].content }
        j += 1
      }
      breaks.append(PageBreak(offset: end, label: label.map { Self.pageLabel(span, $0) }))
      // The form feed behind a page's number ends the same page.
      i = j < shapes.count && shapes[j].startsPage || j == i ? j + 1 : j
    }
    return breaks
  }

  /// The number of a page out of its line: `Page 4 of 85` is `4`, `- F-12 -` is `F-12`.
  static func pageLabel(_ span: Span<UInt8>, _ content: Range<Int>) -> String {
    var i = content.lowerBound
    if span.matches("page", at: i) { i += 4 }
    while i < content.upperBound, !span[i].isAlphanumeric { i += 1 }
    var end = i
    while end < content.upperBound, span[end].isAlphanumeric || span[end] == Ascii.hyphen { end += 1 }
    while end > i, span[end - 1] == Ascii.hyphen { end -= 1 }
    var bytes: [UInt8] = []
    for k in i..<end { bytes.append(span[k]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
