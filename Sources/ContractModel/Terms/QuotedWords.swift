/// Words between quotation marks in the reading text.
struct QuotedWords {
  /// The opening mark, the words without closing punctuation, and the offset behind the closing mark.
  var open: Int
  var words: Range<Int>
  var end: Int

  /// The quoted words of one paragraph; a mark that is never closed opens nothing.
  static func inParagraph(_ span: Span<UInt8>, _ range: Range<Int>, into out: inout [QuotedWords]) {
    let first = out.count
    inDoubleMarks(span, range, into: &out)
    let doubled = out.count
    inSingleMarks(span, range, besides: first..<doubled, into: &out)
    if out.count > doubled, doubled > first { out[first...].sort { $0.open < $1.open } }
  }

  /// Words between single marks, as English and European papers print them: `'Goods' means`; `Sellers' goods` opens nothing.
  private static func inSingleMarks(
    _ span: Span<UInt8>, _ range: Range<Int>, besides known: Range<Int>, into out: inout [QuotedWords]
  ) {
    var i = range.lowerBound
    while true {
      i = span.firstOffset(of: Ascii.apostrophe, in: i..<range.upperBound)
      guard i + 2 < range.upperBound else { return }
      defer { i += 1 }
      let before = i == range.lowerBound ? Ascii.space : span[i - 1]
      guard before == Ascii.space || before == Ascii.open, span[i + 1].isLetter else { continue }
      // The closing mark stands behind a word and before none; a mark before a letter is an apostrophe.
      var close = i + 1
      let limit = min(range.upperBound, i + 90)
      while close < limit, span[close] != Ascii.quote,
        !(span[close] == Ascii.apostrophe && (close + 1 >= range.upperBound || !span[close + 1].isWord))
      { close += 1 }
      guard close < limit, span[close] == Ascii.apostrophe, !known.contains(where: { out[$0].open < close && out[$0].end > i })
      else {
        continue
      }
      close = behindGenitive(span, close, limit)
      var high = close
      while high > i + 1, span[high - 1] == Ascii.space || span[high - 1] == Ascii.comma || span[high - 1] == Ascii.colon {
        high -= 1
      }
      let low = pastArticle(span, i + 1, high)
      guard high > low else { continue }
      out.append(QuotedWords(open: i, words: low..<high, end: close + 1))
      i = close
    }
  }

  /// Where single marks close whose first end is a plural's apostrophe: `'Guests' Property' means`.
  private static func behindGenitive(_ span: Span<UInt8>, _ mark: Int, _ limit: Int) -> Int {
    guard span[mark - 1] == 0x73, mark + 2 < limit, span[mark + 1] == Ascii.space, span[mark + 2].isUpper else { return mark }
    var at = mark + 2
    let last = min(limit, span.count - 1)
    while at < last, span[at].isWord || span[at] == Ascii.space && span[at + 1].isUpper { at += 1 }
    return at < last && span[at] == Ascii.apostrophe && !span[at + 1].isWord ? at : mark
  }

  private static func inDoubleMarks(_ span: Span<UInt8>, _ range: Range<Int>, into out: inout [QuotedWords]) {
    var i = range.lowerBound
    while true {
      i = span.firstOffset(of: Ascii.quote, in: i..<range.upperBound)
      guard i < range.upperBound else { return }
      let opens =
        i == range.lowerBound
        || !span[i - 1].isWord && span[i - 1] != Ascii.period && span[i - 1] != Ascii.comma && span[i - 1] != 0x25
      guard opens else {
        i += 1
        continue
      }
      var j = i + 1
      let limit = min(range.upperBound, i + 130)
      while j < limit, span[j] != Ascii.quote { j += 1 }
      // `"Any amount (the "Early Amount") …`: the next mark opens too, and the first one, of a longer quotation, closes nothing here.
      let opensAgain =
        j < limit && j + 1 < range.upperBound && span[j + 1].isUpper && (span[j - 1] == Ascii.open || span[j - 1] == Ascii.space)
      guard j < limit, j > i + 1, !opensAgain else {
        i = opensAgain ? j : i + 1
        continue
      }
      var low = i + 1
      var high = j
      while low < high, span[low] == Ascii.space { low += 1 }
      while high > low,
        span[high - 1] == Ascii.space || span[high - 1] == Ascii.comma
          || span[high - 1] == Ascii.period && !Abbreviation.closes(span, high - 1) || span[high - 1] == Ascii.semicolon
          || span[high - 1] == Ascii.colon
      { high -= 1 }
      low = pastArticle(span, low, high)
      if low < high { out.append(QuotedWords(open: i, words: low..<high, end: j + 1)) }
      i = j + 1
    }
  }

  /// Behind the article before a term, which belongs to no term: `"a Fault" means`, `'the Company'`; "The Limited" is a name.
  private static func pastArticle(_ span: Span<UInt8>, _ low: Int, _ high: Int) -> Int {
    if high - low > 3, span.matches("a ", at: low), span[low].isLower, span[low + 2].isUpper { return low + 2 }
    let isNamed = high - low > 6 && span.matches("the ", at: low) && span[low + 4].isUpper
    return isNamed && CorporateEnding.end(span, low + 4) != high ? low + 4 : low
  }
}
