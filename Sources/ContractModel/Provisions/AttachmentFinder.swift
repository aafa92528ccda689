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
    for index in paragraphs.indices {
      guard let start = start(span, paragraphs, index, &spoken, breaks) else { continue }
      let isBehind = paragraphs[index].range.lowerBound > bodyStart
      guard
        isBehind
          || start.label.upperBound == paragraphs[index].range.upperBound
            && (isNamed(span, start, paragraphs[..<index]) || !starts.isEmpty && paragraphs[index].afterPage)
      else { continue }
      if isListed(span, paragraphs, index, start.number) || isAnnounced(span, paragraphs, index, start.number) { continue }
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

  /// `SCHEDULE - B` alone on its line.
  private static func dashed(_ span: Span<UInt8>, _ range: Range<Int>) -> (number: String, end: Int)? {
    // `Exhibit - C: Rules`
    let colon = span.firstOffset(of: Ascii.colon, in: range.lowerBound..<min(range.upperBound, range.lowerBound + 24))
    let isTitled = range.count <= 100 && colon < min(range.upperBound, range.lowerBound + 24) && colon > range.lowerBound
    let range = isTitled ? range.lowerBound..<span.skipSpaces(endingAt: colon) : range
    guard range.count <= 24, let name = AttachmentLabel.words.first(where: { span.matchesWord($0.word, at: range.lowerBound) })
    else { return nil }
    var dash = span.skipSpaces(range.lowerBound + name.word.utf8CodeUnitCount)
    let isLong =
      dash + 2 < range.upperBound && span[dash] == 0xE2 && span[dash + 1] == 0x80
      && (span[dash + 2] == 0x93 || span[dash + 2] == 0x94)
    guard dash < range.upperBound, span[dash] == Ascii.hyphen || isLong else { return nil }
    dash += isLong ? 3 : 1
    var start = span.skipSpaces(dash)
    var high = range.upperBound
    // `ANNEXURE – "A"`
    if start < high, span[start] == Ascii.quote, span[high - 1] == Ascii.quote {
      start += 1
      high -= 1
    }
    guard start < high, high - start <= 2, span[start].isUpper || span[start].isDigit else { return nil }
    var letters: [UInt8] = []
    for i in start..<high { letters.append(span[i]) }
    return ("\(name.name) \(String(decoding: letters, as: UTF8.self))", range.upperBound)
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

  /// The one attachment of its kind: `SCHEDULE`, `Schedule to the 2002 Master Agreement`, `MASTER ANNEX: EQUITY SWAP`, where numbers begin
  /// anew below.
  private static func unnumbered(
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
  private struct FirstMentions {
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

  /// Whether the next number or letter behind a paragraph is the first of its kind: 1., (a), Part 1.
  private static func numbersBegin(_ span: Span<UInt8>, _ paragraphs: [Paragraph], behind index: Int) -> Bool {
    for paragraph in paragraphs[(index + 1)...].prefix(20) {
      // Another attachment begins, or the next entry of a list.
      if AttachmentLabel.read(span, paragraph.range.lowerBound, paragraph.range.upperBound) != nil { return false }
      guard let marker = ProvisionMarker.parse(span, paragraph.range.lowerBound, paragraph.range.upperBound) else { continue }
      return marker.parts.count == 1 && marker.parts[0].value == 1
    }
    return false
  }

  /// Whether another label stands in the words behind one, as in a list of attachments: `Exhibit A: Budget Exhibit B: Plans`.
  private static func namesAnother(_ span: Span<UInt8>, _ rest: Range<Int>) -> Bool {
    guard rest.count <= 400 else { return false }
    for i in rest where i > rest.lowerBound && span[i].isUpper && span[i - 1] == Ascii.space {
      guard let next = AttachmentLabel.read(span, i, rest.upperBound), next.end < rest.upperBound, span[next.end] == Ascii.colon
      else { continue }
      return true
    }
    return false
  }

  private static func nextHeading(_ span: Span<UInt8>, _ paragraphs: [Paragraph], _ index: Int) -> Range<Int>? {
    guard index + 1 < paragraphs.count else { return nil }
    let next = paragraphs[index + 1].range
    guard next.count <= 120, TitleWords.isTitle(span, next, words: 16),
      ProvisionMarker.parse(span, next.lowerBound, next.upperBound) == nil,
      AttachmentLabel.read(span, next.lowerBound, next.upperBound) == nil
    else { return nil }
    return next
  }

  /// Whether labels stand one after another with no text between: a list of attachments.
  private static func isListed(_ span: Span<UInt8>, _ paragraphs: [Paragraph], _ index: Int, _ number: String) -> Bool {
    func named(_ i: Int) -> (number: String, end: Int)? {
      guard paragraphs.indices.contains(i), paragraphs[i].range.count < 160 else { return nil }
      return AttachmentLabel.read(span, paragraphs[i].range.lowerBound, paragraphs[i].range.upperBound)
    }
    func labelled(_ i: Int) -> Bool { named(i) != nil }
    // What the last entry of a list names and stands alone below it is the attachment.
    if let this = named(index), this.end == paragraphs[index].range.upperBound, named(index - 1)?.number == this.number {
      return false
    }
    // `ATTACHMENT E`, and below it `Exhibit C modifications`: the heading of one that changes another.
    let isAboveAnother =
      named(index).map { this in
        let range = paragraphs[index].range
        return this.end == range.upperBound && TitleWords.isCapitals(span, range)
          && named(index + 1).map { $0.number.prefix { $0 != " " } != this.number.prefix { $0 != " " } } ?? false
          && !TitleWords.isCapitals(span, paragraphs[index + 1].range)
      } ?? false
    let next = labelled(index + 1) && !paragraphs[index + 1].afterPage && !isAboveAnother
    // What an entry of the list right above names, and what has numbers of its own: `Appendix 1: Safety`, `Appendix 2: Others`, and then
    // `Appendix 1 – Safety` with its 1.
    if !next, (max(0, index - 6)..<index).contains(where: { named($0)?.number == number }),
      numbersBegin(span, paragraphs, behind: index)
    {
      return false
    }
    let before = labelled(index - 1) && !paragraphs[index].afterPage
    if before, !next {
      // The last of a list has no text of its own before the next page; the first real one has.
      let after = index + 1 < paragraphs.count ? paragraphs[index + 1] : nil
      if after == nil || after!.afterPage || labelled(index - 2) { return true }
      // The agreement goes on below its list, and what the list names comes itself later.
      guard let next = ProvisionMarker.parse(span, after!.range.lowerBound, after!.range.upperBound), next.parts[0].kind.isArabic,
        next.parts[0].value > 1, next.close == .period
      else { return false }
      return (index + 1..<paragraphs.count).contains { named($0)?.number == named(index)?.number }
    }
    return next
  }

  /// Whether an entry belongs to a list that a sentence announces: "The following schedules are part of this Agreement:", and below it
  /// `SCHEDULE I: Terms of Business and`, `Conditions.`, `SCHEDULE II: Software`.
  private static func isAnnounced(_ span: Span<UInt8>, _ paragraphs: [Paragraph], _ index: Int, _ number: String) -> Bool {
    var at = index
    while at > 0, index - at < 24, !paragraphs[at].afterPage, paragraphs[at].range.count < 160 {
      at -= 1
      let range = paragraphs[at].range
      // What the list has named comes itself.
      if AttachmentLabel.read(span, range.lowerBound, range.upperBound)?.number == number { return false }
      guard let last = range.last, span[last] == Ascii.colon else { continue }
      return range.contains { ($0 == range.lowerBound || span[$0 - 1] == Ascii.space) && severalAttachments.begins(span, at: $0) }
    }
    return false
  }

  private static let severalAttachments = WordSet(
    "exhibits", "schedules", "annexes", "appendices", "attachments", "annexures", "addenda")

  /// `Schedule I to Compliance Certificate` inside an exhibit is that exhibit's own.
  private static func belongs(_ span: Span<UInt8>, _ start: Start, within open: String) -> Bool {
    guard open.hasPrefix("Exhibit"), !start.number.hasPrefix("Exhibit") else { return false }
    let at = span.skipSpaces(start.label.upperBound)
    return span.matchesWord("to", at: at) && !span.matches("to credit", at: at)
  }
}
