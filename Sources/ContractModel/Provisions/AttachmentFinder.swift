/// Finds where attachments begin: `EXHIBIT A`, `Schedule 1.1`, `ANNEX I - Title`, `Attachment "B"`.
///
/// A filing caption above the agreement, a list of attachments, a running head and a reference that begins a line begin none.
struct AttachmentFinder {
  struct Start {
    var paragraph: Int
    /// Offsets in the reading text.
    var label: Range<Int>
    var heading: Range<Int>?
    var body: Int
    /// `Exhibit A`.
    var number: String
  }

  /// The attachments of a document: behind where its own provisions begin, or named in its words before they begin.
  ///
  /// `breaks` says whether a blank of the reading text is a line's end in the file.
  static func find(_ span: Span<UInt8>, _ paragraphs: [Paragraph], bodyStart: Int, breaks: (Int) -> Bool) -> [Start] {
    var starts: [Start] = []
    var seen: Set<String> = []
    var spoken = FirstMentions()
    // Whether the paper was signed above: a label that stands alone there is an attachment though nothing else stands below it.
    var isSigned = false
    // Where labels come last, which is known when it is first asked.
    var lastPlaces: [String: Int]?
    func comesAgain(_ number: String, behind index: Int) -> Bool {
      let places = lastPlaces ?? Self.lastPlaces(span, paragraphs)
      lastPlaces = places
      return places[number] ?? 0 > index
    }
    for index in paragraphs.indices {
      isSigned = isSigned || SigningLine.begins(span, paragraphs[index].range)
      guard let start = start(span, paragraphs, index, &spoken, breaks) else { continue }
      let isBehind = paragraphs[index].range.lowerBound > bodyStart
      guard
        isBehind
          || start.label.upperBound == paragraphs[index].range.upperBound
            && (isNamed(span, start, paragraphs[..<index]) || !starts.isEmpty && paragraphs[index].afterPage)
      else { continue }
      let isSlip =
        isSigned && isAloneInCapitals(span, paragraphs, index) && !comesAgain(start.number, behind: index)
      let hasText = start.body < paragraphs[index].range.upperBound
      if !isSlip, !hasText, isListed(span, paragraphs, index, start.number, comesAgain: { comesAgain($0, behind: index) }) {
        continue
      }
      if isAnnounced(span, paragraphs, index, start.number) { continue }
      if let last = starts.last, belongs(span, start, within: last.number) { continue }
      if seen.insert(start.number).inserted { starts.append(start) }
    }
    return starts
  }

  /// Whether running text before an attachment names it: "the words of Schedule 1 apply", in an agreement without numbers.
  private static func isNamed(_ span: Span<UInt8>, _ start: Start, _ paragraphs: ArraySlice<Paragraph>) -> Bool {
    let number = start.number.utf8.map(\.lowercased)
    return paragraphs.contains { paragraph in
      let range = paragraph.range
      var i = range.lowerBound + 1
      while i + number.count <= range.upperBound {
        i = span.firstOffset(of: Ascii.space, in: i..<range.upperBound) + 1
        guard i + number.count <= range.upperBound else { return false }
        if number.indices.allSatisfy({ span[i + $0].lowercased == number[$0] }),
          i + number.count == range.upperBound || !span[i + number.count].isWord
        {
          return true
        }
      }
      return false
    }
  }

  /// Whether "ADDENDUM NO. 1 TO SERVICES AGREEMENT" opens the file: the title of a paper that changes another.
  private static func isTitle(
    _ span: Span<UInt8>, _ paragraphs: [Paragraph], _ index: Int, _ rest: Range<Int>, _ number: String
  ) -> Bool {
    guard paragraphs[..<index].allSatisfy(\.range.isEmpty) else { return false }
    let next = rest.isEmpty ? paragraphs.dropFirst(index + 1).first.map(\.range.lowerBound) : rest.lowerBound
    return next.map { AttachmentLabel.isOfPaper(number, before: $0, span) } ?? false
  }

  private static func start(
    _ span: Span<UInt8>, _ paragraphs: [Paragraph], _ index: Int, _ spoken: inout FirstMentions, _ breaks: (Int) -> Bool
  ) -> Start? {
    var range = paragraphs[index].range
    guard !range.isEmpty else { return nil }
    // A long paragraph begins one by its first words alone.
    if range.count > 140, AttachmentLabel.read(span, range.lowerBound, range.upperBound) == nil { return nil }
    // `"EXHIBIT A"`, `[EXHIBIT C]`
    let (first, last) = (span[range.lowerBound], span[range.upperBound - 1])
    if (4...24).contains(range.count),
      first == Ascii.quote || first == Ascii.openBracket || first == Ascii.open && span[range.lowerBound + 1].isUpper,
      last == Ascii.quote || last == Ascii.closeBracket || last == Ascii.close
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    var head = range.lowerBound
    // `THIS IS SCHEDULE "A" TO THE AGREEMENT …`, `Form of Schedule I to the …`
    if (1...140).contains(range.count), span[head] == 0x54 || span[head] == 0x46 {
      for words: StaticString in ["this is ", "form of "] where span.matches(words, at: head) { head += words.utf8CodeUnitCount }
    }
    // A stray mark at the head of a page: `.EXHIBIT A`, `? EXHIBIT A`.
    if range.count < 140 {
      var letter = head
      while letter < range.upperBound, letter - head < 4, !span[letter].isAlphanumeric, span[letter] != Ascii.quote { letter += 1 }
      if letter > head, letter < range.upperBound, TitleWords.isCapitals(span, letter..<range.upperBound) {
        head = letter
        // `* EXHIBIT A *`, `-- EXHIBIT A --`
        var high = range.upperBound
        while high > head, !span[high - 1].isAlphanumeric, span[high - 1] != Ascii.quote, span[high - 1] != Ascii.close {
          high -= 1
        }
        range = range.lowerBound..<high
      }
    }
    var isCounted = false
    // A number that Word went on counting with: `18. Appendix 1 – Security`, where 1 comes next.
    if let marker = ProvisionMarker.parse(span, head, range.upperBound), marker.keyword == .none, marker.close == .period,
      !marker.isDotted, let (_, end) = AttachmentLabel.read(span, marker.textStart, range.upperBound), range.count <= 140,
      end + 2 < range.upperBound, span[end] == Ascii.space, span[end + 1] == Ascii.hyphen || span[end + 1] == 0xE2,
      numbersBegin(span, paragraphs, behind: index)
    {
      head = marker.textStart
      isCounted = true
    }
    guard let (number, end) = AttachmentLabel.read(span, head, range.upperBound) ?? dashed(span, head..<range.upperBound) else {
      return titledAbove(span, paragraphs, index, breaks) ?? unnumbered(span, paragraphs, index, &spoken)
    }
    var at = end
    while at < range.upperBound,
      span[at] == Ascii.space || span[at] == Ascii.hyphen || span[at] == Ascii.colon || span[at] == Ascii.period || span[at] == 0xE2
        || span[at] == 0x80 || span[at] == 0x94 || span[at] == 0x93
    { at += 1 }
    let rest = at..<range.upperBound
    let capitals = TitleWords.isCapitals(span, head..<end) || span[head + 1].isUpper
    let label = (isCounted ? range.lowerBound : head)..<end
    if namesAnother(span, rest) || isTitle(span, paragraphs, index, rest, number) { return nil }
    // "THE FIRST SCHEDULE above referred to"
    let isReferred = ["above referred to", "hereinbefore referred to", "referred to above"].contains {
      span.matches($0, at: at) && rest.count <= $0.utf8CodeUnitCount + 1
    }
    // `Schedule A¹`: the mark of a note.
    let isNote = rest.count <= 3 && !rest.isEmpty && rest.allSatisfy { span[$0] >= 0x80 || span[$0] == 0x2A }
    let above = paragraphs[..<index].last { !$0.range.isEmpty }?.range
    // "shall be issued in the form of", "Schedule H-1.": the end of a sentence that its lines broke.
    if rest.isEmpty, span[range.upperBound - 1] == Ascii.period, let above, above.count > 20,
      span[above.upperBound - 1].isLower || span[above.upperBound - 1] == Ascii.comma
    {
      return nil
    }
    if rest.isEmpty || isReferred || isNote {
      let heading = nextHeading(span, paragraphs, index)
      return Start(paragraph: index, label: label, heading: heading, body: range.upperBound, number: number)
    }
    let short = range.count <= 140
    // "EXHIBIT B, RULES OF THE CENTRE"
    let isCapitalised = short && span[end] == Ascii.comma && TitleWords.isCapitals(span, range)
    if span[end] == Ascii.semicolon || span[end] == Ascii.comma && !isCapitalised { return nil }
    if isCapitalised {
      let title = min(span.skipSpaces(end + 1), range.upperBound)..<range.upperBound
      return title.isEmpty ? nil : Start(paragraph: index, label: label, heading: title, body: range.upperBound, number: number)
    }
    // `Schedule 1`, and on the line below it `List of the shops`: the label has its line to itself.
    if range.count <= 100, end < range.upperBound, span[end] == Ascii.space, breaks(end), span[at].isUpper,
      !ClauseEnding.closesClause(span, range), !(at..<range.upperBound).contains(where: { span[$0] == Ascii.space && breaks($0) })
    {
      return Start(paragraph: index, label: label, heading: rest, body: range.upperBound, number: number)
    }
    // `Exhibit B`, `Goods`, and the text on the lines below; `EXHIBIT 10.1` is a filing's.
    if range.count <= 600, head == range.lowerBound, !number.contains("."), end < range.upperBound, span[end] == Ascii.space,
      breaks(end), span[at].isUpper,
      let line = rest.first(where: { span[$0] == Ascii.space && breaks($0) }), line - at <= 60,
      TitleWords.isTitle(span, at..<line, words: 8), span[line + 1].isUpper, span[range.upperBound - 1] == Ascii.period
    {
      return Start(paragraph: index, label: label, heading: at..<line, body: line + 1, number: number)
    }
    if short, TitleWords.isTitle(span, rest, words: 22), !span.matchesWord("hereto", at: at),
      !(ClauseEnding.closesClause(span, range) && !capitals && span[range.upperBound - 1] != Ascii.close)
    {
      // "TO CREDIT AGREEMENT" says whose it is; the title is what follows.
      var heading: Range<Int>? = rest
      if span.matchesWord("to", at: at) || span.matchesWord("page", at: at) { heading = nil }
      if span[at].isLower, heading != nil { return nil }
      return Start(
        paragraph: index, label: label, heading: heading ?? nextHeading(span, paragraphs, index),
        body: range.upperBound, number: number)
    }
    // `Schedule 2 (Prices and payment)`, `Schedule 1. Description of the goods`, `Schedule 2 Prices and delivery`: titles in the case of a
    // sentence, between the end of a clause and a number 1.
    if short, rest.count <= 60, above.map({ ClauseEnding.closesClause(span, $0) }) ?? false, !TitleWords.hasVerb(span, rest),
      numbersBegin(span, paragraphs, behind: index)
    {
      let isBracketed = span[at] == Ascii.open && span[range.upperBound - 1] == Ascii.close
      let title = isBracketed ? at + 1..<range.upperBound - 1 : rest
      if !title.isEmpty, span[title.lowerBound].isUpper, isBracketed || span[range.upperBound - 1].isAlphanumeric {
        return Start(paragraph: index, label: label, heading: title, body: range.upperBound, number: number)
      }
    }
    // "Schedule A - What we sell": a title that reads like a sentence, behind a dash.
    if short, rest.count <= 60, span[at].isUpper, !ClauseEnding.closesClause(span, range),
      !TitleWords.hasVerb(span, rest) || capitals || numbersBegin(span, paragraphs, behind: index),
      (end..<at).contains(where: { span[$0] == Ascii.hyphen || span[$0] == 0xE2 || span[$0] == Ascii.colon }),
      end < range.upperBound, span[end] == Ascii.space || span[end] == Ascii.colon
    {
      return Start(paragraph: index, label: label, heading: rest, body: range.upperBound, number: number)
    }
    // "SCHEDULE A - Details about the Goods": a label in capitals and what a dash sets behind it.
    if short, TitleWords.isCapitals(span, head..<max(head, end - 2)), span[at].isUpper, at > end + 1,
      (end..<at).contains(where: { span[$0] == Ascii.hyphen || span[$0] == Ascii.colon || span[$0] == 0xE2 }),
      !ClauseEnding.closesClause(span, range)
    {
      return Start(paragraph: index, label: label, heading: rest, body: range.upperBound, number: number)
    }
    // `EXHIBIT A FINAL RELEASE The undersigned releases …`: label and title in capitals, and the text behind them.
    if TitleWords.isCapitals(span, head..<end), !span.matchesWord("to", at: at),
      let (title, body) = HeadingParser.capitals(span, rest), span[body].isUpper,
      HeadingParser.opensSentence(span, at: body) || title.contains(where: { span[$0] == Ascii.space }) && title.count >= 10
    {
      return Start(paragraph: index, label: label, heading: title, body: body, number: number)
    }
    // Flattened: the label in capitals at the head of a page; `Exhibit I to the Loan Agreement SECURITY AGREEMENT` says whose it is.
    let isOfThis = paragraphs[index].afterPage && (span.matches("to the ", at: at) || span.matches("to this ", at: at))
    if isOfThis { at = span.wordEnd(span.wordEnd(at) + 1) + 1 }
    guard !short, at < range.upperBound, span[at].isUpper, paragraphs[index].afterPage || capitals && range.count > 400 else {
      return nil
    }
    let word = at..<min(range.upperBound, at + 24)
    let isTitled =
      capitals && !isOfThis
      ? TitleWords.isCapitals(span, word) || paragraphs[index].afterPage && TitleWords.isTitle(span, word, words: 5)
      : TitleWords.isTitle(span, word, words: 5)
    guard isTitled || span[end] != Ascii.space else { return nil }
    return Start(paragraph: index, label: label, heading: nil, body: at, number: number)
  }

  /// A name alone on its line with marks about its letter or number: `SCHEDULE - B`, `ANNEXURE–II`, `EXHIBIT: A`, `EXHIBIT (A)`,
  /// `EXHIBIT -A-`, `EXHIBIT #A`, `ANNEXURE – "A"`; `E X H I B I T  A`.
  private static func dashed(_ span: Span<UInt8>, _ range: Range<Int>) -> (number: String, end: Int)? {
    if let spaced = spaced(span, range) { return spaced }
    // `Exhibit - C: Rules`
    let colon = span.firstOffset(of: Ascii.colon, in: range.lowerBound..<min(range.upperBound, range.lowerBound + 24))
    let isTitled = range.count <= 100 && colon < min(range.upperBound, range.lowerBound + 24) && colon > range.lowerBound + 9
    let range = isTitled ? range.lowerBound..<span.skipSpaces(endingAt: colon) : range
    guard range.count <= 24,
      let name = AttachmentLabel.words.first(where: {
        let end = range.lowerBound + $0.word.utf8CodeUnitCount
        return span.matches($0.word, at: range.lowerBound) && end < range.upperBound && !span[end].isAlphanumeric
      })
    else { return nil }
    var start = range.lowerBound + name.word.utf8CodeUnitCount
    var high = range.upperBound
    // The marks before the letter, and those that close them.
    let marks = [Ascii.space, Ascii.hyphen, Ascii.colon, Ascii.open, Ascii.quote, 0x23]
    while start < high, marks.contains(span[start]) || span.isGeneralPunctuation(at: start) { start += span[start] < 0x80 ? 1 : 3 }
    while high > start, [Ascii.space, Ascii.hyphen, Ascii.close, Ascii.quote].contains(span[high - 1]) { high -= 1 }
    guard start < high, high - start <= 5, (start..<high).allSatisfy({ span[$0].isAlphanumeric || span[$0] == Ascii.hyphen }),
      span[start].isUpper || span[start].isDigit, AttachmentLabel.identifies(span, start..<high)
    else { return nil }
    return ("\(name.name) \(String(decoding: (start..<high).map { span[$0] }, as: UTF8.self))", range.upperBound)
  }

  /// A name whose letters are set apart by blanks: `E X H I B I T  A`.
  private static func spaced(_ span: Span<UInt8>, _ range: Range<Int>) -> (number: String, end: Int)? {
    guard (14...40).contains(range.count), span[range.lowerBound + 1] == Ascii.space, span[range.lowerBound + 3] == Ascii.space
    else {
      return nil
    }
    let letters = range.filter { span[$0] != Ascii.space }.map { span[$0] }
    guard letters.count * 2 + 2 >= range.count, letters.allSatisfy({ $0.isUpper || $0.isDigit }) else { return nil }
    let word = String(decoding: letters, as: UTF8.self).lowercased()
    guard let name = AttachmentLabel.words.first(where: { word.hasPrefix($0.word.description) }) else { return nil }
    let rest = letters.dropFirst(name.word.utf8CodeUnitCount)
    guard (1...3).contains(rest.count) else { return nil }
    return ("\(name.name) \(String(decoding: rest, as: UTF8.self))", range.upperBound)
  }

  /// A title in capitals above the name: `LIST OF GOODS`, `EXHIBIT A`.
  private static func titledAbove(_ span: Span<UInt8>, _ paragraphs: [Paragraph], _ index: Int, _ breaks: (Int) -> Bool) -> Start? {
    let range = paragraphs[index].range
    guard (8...140).contains(range.count) else { return nil }
    var blank = range.upperBound - 1
    while blank > range.lowerBound, span[blank] != Ascii.space { blank -= 1 }
    guard AttachmentLabel.keywords.ends(span, at: blank) || AttachmentLabel.keywords.ends(span, at: range.upperBound) else {
      return nil
    }
    let isCapitals = TitleWords.isCapitals(span, range)
    guard isCapitals || span[range.lowerBound].isUpper else { return nil }
    // The name stands at the end.
    for at in max(range.lowerBound + 3, range.upperBound - 28)..<range.upperBound
    where span[at - 1] == Ascii.space && span[at].isUpper {
      // "KEY MILESTONE SCHEDULE" and a 1 below it is no name; a name on a line of its own is one.
      guard let (number, end) = AttachmentLabel.read(span, at, range.upperBound), end == range.upperBound,
        breaks(at - 1) && !(at..<end).contains(where: { span[$0] == Ascii.space && breaks($0) })
          || isCapitals && !span[end - 1].isDigit
      else { continue }
      let title = range.lowerBound..<span.skipSpaces(endingAt: at)
      // "AS SET OUT IN", "SEE": the words lead to it.
      let leads: [StaticString] = ["in", "to", "see", "of", "and", "by", "under", "or", "with", "on", "as", "per", "from"]
      guard TitleWords.isTitle(span, title, words: 12), !leads.contains(where: { span.matchesWord($0, endingAt: title.upperBound) })
      else { return nil }
      return Start(paragraph: index, label: at..<end, heading: title, body: range.upperBound, number: number)
    }
    return nil
  }

  /// Whether the next number or letter behind a paragraph is the first of its kind: 1., (a), Part 1.
  static func numbersBegin(_ span: Span<UInt8>, _ paragraphs: [Paragraph], behind index: Int) -> Bool {
    for paragraph in paragraphs[(index + 1)...].prefix(20) {
      // Another attachment begins, or the next entry of a list.
      if AttachmentLabel.read(span, paragraph.range.lowerBound, paragraph.range.upperBound) != nil { return false }
      guard let marker = ProvisionMarker.parse(span, paragraph.range.lowerBound, paragraph.range.upperBound) else { continue }
      return marker.parts.count == 1 && marker.parts[0].value == 1
    }
    return false
  }

  /// What a letter is about, `Re: Notice of Payment`, below its letterhead.
  private static func subject(_ span: Span<UInt8>, _ paragraphs: [Paragraph], _ first: Int) -> Range<Int>? {
    for paragraph in paragraphs.dropFirst(first).prefix(8) {
      let range = paragraph.range
      guard range.count > 6, range.count <= 120, span.matches("re:", at: range.lowerBound) else { continue }
      return span.skipSpaces(range.lowerBound + 3)..<range.upperBound
    }
    return nil
  }

  private static func nextHeading(_ span: Span<UInt8>, _ paragraphs: [Paragraph], _ index: Int) -> Range<Int>? {
    guard index + 1 < paragraphs.count else { return nil }
    let next = paragraphs[index + 1].range
    if next.count <= 80, next.count > 2, span[next.lowerBound] == Ascii.openBracket || span[next.lowerBound] == Ascii.open {
      if span.firstIndex(of: "letterhead", in: next) != nil { return subject(span, paragraphs, index + 2) }
      // "[Attached]", "(see attached)": a remark.
      if span.firstIndex(of: "attached", in: next) != nil, next.count < 30 { return nil }
    }
    guard next.count <= 120, TitleWords.isTitle(span, next, words: 16),
      ProvisionMarker.parse(span, next.lowerBound, next.upperBound) == nil,
      AttachmentLabel.read(span, next.lowerBound, next.upperBound) == nil
    else { return nil }
    return next
  }
}
