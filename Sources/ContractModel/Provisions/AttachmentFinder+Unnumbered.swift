/// The one attachment of its kind, which has no number: `SCHEDULE`, `Schedule to the 2002 Master Agreement`.
extension AttachmentFinder {
  /// The one attachment of its kind: `SCHEDULE`, `Schedule to the 2002 Master Agreement`, `MASTER ANNEX: EQUITY SWAP`, where numbers begin
  /// anew below.
  static func unnumbered(
    _ span: Span<UInt8>, _ paragraphs: [Paragraph], _ index: Int, _ spoken: inout FirstMentions
  ) -> Start? {
    let range = paragraphs[index].range
    guard (5...120).contains(range.count), span[range.lowerBound].isUpper else { return nil }
    // A word before it belongs to the name.
    var head = range.lowerBound
    let isThe = span.matches("the ", at: head)
    if isThe {
      head += 4
    } else if !AttachmentLabel.keywords.begins(span, at: head) {
      while head < range.upperBound, span[head].isUpper { head += 1 }
      head = span.skipSpaces(head)
    }
    guard let (word, name) = AttachmentLabel.words.first(where: { span.matchesWord($0.word, at: head) }),
      name != "Exhibit", name != "Attachment"
    else { return nil }
    let end = head + word.utf8CodeUnitCount
    let label = range.lowerBound..<end
    // `Schedule – Particulars` is titled behind a dash.
    let dash = span.skipSpaces(end)
    let isDashed =
      dash > end && dash + 3 < range.upperBound
      && (span[dash] == Ascii.hyphen && span[dash + 1] == Ascii.space || span[dash] == 0xE2 && span[dash + 1] == 0x80)
    // `The Schedule` or `Schedule` alone on its line, `Schedule: Forms of claim`
    let isAlone = span[head].isUpper && (isThe || head == range.lowerBound) && end == range.upperBound
    let isNamed =
      head == range.lowerBound && end < range.upperBound && span[end] == Ascii.colon && range.count <= 70
      && !ClauseEnding.closesClause(span, range) && end + 2 < range.upperBound && span[end + 2].isUpper
    guard TitleWords.isCapitals(span, label) || isDashed && head == range.lowerBound && span[head].isUpper || isAlone || isNamed
    else {
      return nil
    }
    var heading: Range<Int>?
    if end < range.upperBound {
      let rest =
        span.skipSpaces(
          isDashed ? dash + (span[dash] == Ascii.hyphen ? 1 : 3) : end + (span[end] == Ascii.colon ? 1 : 0))..<range.upperBound
      let isTitled = (span[end] == Ascii.colon || isDashed) && TitleWords.isTitle(span, rest, words: 12) || isNamed
      guard
        isTitled
          || head == range.lowerBound && span.matches("to the ", at: rest.lowerBound) && !ClauseEnding.closesClause(span, range)
      else { return nil }
      if isTitled { heading = rest }
    } else if head > range.lowerBound, !isThe {
      return nil
    }
    // `EXHIBIT E`, and below it `SCHEDULE`: the title of that exhibit.
    if index > 0,
      let above = AttachmentLabel.read(span, paragraphs[index - 1].range.lowerBound, paragraphs[index - 1].range.upperBound),
      above.end == paragraphs[index - 1].range.upperBound
    {
      return nil
    }
    let isLabelAlone = end == range.upperBound || span[end] == Ascii.colon
    guard
      numbersBegin(span, paragraphs, behind: index)
        || isLabelAlone && (isThe || head == range.lowerBound) && spoken.place(of: word, span, paragraphs) < range.lowerBound
    else { return nil }
    var before = ""
    if head > range.lowerBound, !isThe {
      var bytes: [UInt8] = []
      for i in range.lowerBound..<span.skipSpaces(endingAt: head) {
        bytes.append(i == range.lowerBound ? span[i] : span[i].lowercased)
      }
      before = String(decoding: bytes, as: UTF8.self) + " "
    }
    return Start(paragraph: index, label: label, heading: heading, body: range.upperBound, number: before + name)
  }

  /// Where a text first speaks of attachments by their kind alone: "the goods described in the Schedule".
  struct FirstMentions {
    /// By the kind; beyond the text where it speaks of none.
    private var places: [String: Int] = [:]

    mutating func place(of word: StaticString, _ span: Span<UInt8>, _ paragraphs: [Paragraph]) -> Int {
      if let known = places["\(word)"] { return known }
      var place = Int.max
      for paragraph in paragraphs {
        guard let found = Self.place(of: word, span, paragraph.range) else { continue }
        place = found
        break
      }
      places["\(word)"] = place
      return place
    }

    private static func place(of word: StaticString, _ span: Span<UInt8>, _ range: Range<Int>) -> Int? {
      var from = range.lowerBound
      while let at = span.firstIndex(of: word, in: from..<range.upperBound) {
        from = at + word.utf8CodeUnitCount
        if span[at].isUpper, span.matchesWord("the", endingAt: span.skipSpaces(endingAt: at)),
          from == span.count || !span[from].isWord,
          AttachmentLabel.read(span, at, range.upperBound) == nil
        {
          return at
        }
      }
      return nil
    }
  }
}
