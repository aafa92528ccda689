/// Finds the title an agreement gives itself: the title-like line before the preamble, else the name in its first sentence.
enum TitleFinder {
  static func title(
    _ text: SourceText, _ reading: ReadingText, _ blocks: [Block], _ paragraphs: [Paragraph], limit: Int
  ) -> String? {
    let span = reading.bytes.span
    if let title = captioned(span, paragraphs) { return title }
    var best: (score: Int, range: Range<Int>)?
    for (index, paragraph) in paragraphs.prefix(60).enumerated() where paragraph.range.lowerBound < max(limit, 200) {
      let range = paragraph.range
      guard range.count >= 4 else { continue }
      if range.count > 160 || span.matches("this ", at: range.lowerBound) {
        // "THIS SHARE PURCHASE AGREEMENT (this "Agreement") is made".
        if let name = selfName(span, range) {
          let score = 7
          if score > (best?.score ?? 0) { best = (score, name) }
          break
        }
        // A legend about what was left out for confidentiality may stand above the title.
        if isLegend(span, range) { continue }
        break
      }
      // "Project: …" is a field of a form.
      if isField(span, range) { continue }
      // A list of what is attached names papers too.
      if span.matches("exhibits ", at: range.lowerBound) || span.matches("schedules ", at: range.lowerBound) { continue }
      if isMergerClause(span, range) { continue }
      // "EXHIBIT B", "TO SUPPLY AGREEMENT": what it is attached to.
      if index > 0, span.matchesWord("to", at: range.lowerBound),
        AttachmentLabel.read(span, paragraphs[index - 1].range.lowerBound, paragraphs[index - 1].range.upperBound)?.end
          == paragraphs[index - 1].range.upperBound
      {
        continue
      }
      // What puts names in quotation marks is a sentence.
      guard span.firstOffset(of: Ascii.quote, in: range) == range.upperBound else { continue }
      // "1. Binding Contractual Terms" heads a provision, and "(including the License Option)" is a remark.
      if span[range.lowerBound] == Ascii.open || isNumbered(span, range) { continue }
      // Where nothing else is, the first line may be a title in the case of a sentence: "Agreement on commissioned processing".
      let isFirst =
        index == 0 && range.count < 120 && span[range.upperBound - 1] != Ascii.period && span[range.upperBound - 1] != Ascii.colon
      guard let kind = kindWord(span, range), isFirst || TitleWords.isTitle(span, range, words: 20) else { continue }
      // "TERMS", "Agreed terms" head a part.
      if index > 0, headsPart(span, range) { continue }
      var score = TitleWords.isTitle(span, range, words: 20) ? 6 + kind - index / 12 : isFirst ? 4 : 1
      // "Licence" is a heading where a title stood before.
      if best != nil, span.wordEnd(range.lowerBound) == range.upperBound, !TitleWords.isCapitals(span, range) { score -= 5 }
      if TitleWords.isCapitals(span, range) { score += 2 }
      if blocks[paragraph.block].centred { score += 1 }
      // In a file with paragraphs of its own nothing stands above the title.
      if index == 0, text.hasParagraphs { score += 1 }
      if span.matches("exhibit", at: range.lowerBound) || span.matches("form of", at: range.lowerBound) { score -= 2 }
      if span.firstIndex(of: ".htm", in: range) != nil { score -= 6 }
      if score >= (best?.score ?? 1) { best = (score, range) }
    }
    guard let range = best?.range else {
      return titleLine(text, limit: reading.source(min(limit, max(0, span.count - 1)))) ?? introduced(span).map { cased(span, $0) }
        ?? paragraphs.first.flatMap { text.hasParagraphs ? firstLine(span, $0.range) : nil } ?? firstName(span, paragraphs)
    }
    return cased(span, whole(span, range, paragraphs))
  }

  /// The title of a caption that dates the papers it names: "AMENDMENT NO. 2, dated 5 May 2015, to EMPLOYMENT AGREEMENT, dated July 1, 2012,
  /// between …" is Amendment No. 2 to Employment Agreement.
  private static func captioned(_ span: Span<UInt8>, _ paragraphs: [Paragraph]) -> String? {
    for paragraph in paragraphs.prefix(6) {
      let range = paragraph.range
      guard let (first, behind) = dated(span, range.lowerBound, range.upperBound), TitleWords.isCapitals(span, first),
        kindWord(span, first) != nil, span.matchesWord("to", at: behind),
        case let next = span.matches("to the ", at: behind) ? behind + 7 : behind + 3,
        let (second, _) = dated(span, next, range.upperBound), kindWord(span, second) != nil
      else { continue }
      return cased(span, first) + " to " + cased(span, second)
    }
    return nil
  }

  /// The name of a paper that a place begins with, and where the words go on behind its date: "EMPLOYMENT AGREEMENT, dated July 1, 2012, |".
  private static func dated(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> (name: Range<Int>, end: Int)? {
    let reach = start..<max(start, min(limit, start + 120))
    guard start < limit, span[start].isUpper, let word = span.firstIndex(of: "dated", in: reach) else { return nil }
    var end = word
    while end > start, [Ascii.space, Ascii.comma, Ascii.open].contains(span[end - 1]) { end -= 1 }
    var at = span.skipSpaces(word + 5)
    for lead: StaticString in ["as of ", "the ", "of "] where span.matches(lead, at: at) { at += lead.utf8CodeUnitCount }
    guard end > start, let date = DateParser.parse(span, at) else { return nil }
    at = date.end
    while at < limit, [Ascii.space, Ascii.comma, Ascii.close].contains(span[at]) { at += 1 }
    return (start..<end, at)
  }

  /// The first line of a file with paragraphs of its own, where it reads as a title: `Cover Page`, `Founder Share Repurchase Notice`.
  private static func firstLine(_ span: Span<UInt8>, _ range: Range<Int>) -> String? {
    guard (4...100).contains(range.count), TitleWords.isTitle(span, range, words: 14), span[range.upperBound - 1] != Ascii.colon,
      !isNumbered(span, range), span[range.lowerBound].isUpper,
      AttachmentLabel.read(span, range.lowerBound, range.upperBound) == nil
    else { return nil }
    return cased(span, range)
  }

  /// The first line of a text, where it is short and says what kind of paper it heads, in the case of a sentence or in capitals:
  /// `Allotment tenancy`, `STATEMENT OF WORK NO. 3`.
  private static func firstName(_ span: Span<UInt8>, _ paragraphs: [Paragraph]) -> String? {
    guard let range = paragraphs.first(where: { !$0.range.isEmpty })?.range, (8...80).contains(range.count),
      span[range.lowerBound].isUpper,
      ![Ascii.period, Ascii.colon, Ascii.comma, Ascii.semicolon].contains(span[range.upperBound - 1]), !isNumbered(span, range),
      !TitleWords.hasVerb(span, range), AttachmentLabel.read(span, range.lowerBound, range.upperBound) == nil,
      !notTitles.begins(span, at: range.lowerBound),
      PaperNouns.occurs(span, range) || names.contains(where: { containsWord(span, $0, range) })
    else { return nil }
    return cased(span, range)
  }

  private static let notTitles = WordSet(
    "ex", "page", "source", "draft", "execution", "final", "version", "copy", "table", "item", "part", "form")

  /// Words for papers beside `PaperNouns` that headings and firms have too, so that they count in the first line alone.
  private static let names: [StaticString] = [
    "tenancy", "arrangement", "confirmation", "statement of work", "receipt", "conveyance", "bond", "debenture", "protocol",
    "constitution", "letter", "rules", "notice", "invoice", "charge", "instrument", "heads", "proposal", "engagement", "schedule",
  ]

  /// Whether words head a part of a paper and are no title: "TERMS", "Agreed terms".
  private static func headsPart(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let end = span[range.upperBound - 1] == Ascii.colon ? range.upperBound - 1 : range.upperBound
    for words: StaticString in ["terms", "the terms", "agreed terms", "terms agreed", "operative terms"]
    where span.matches(words, at: range.lowerBound) && range.lowerBound + words.utf8CodeUnitCount == end { return true }
    return false
  }

  /// Whether a number with a period stands first.
  private static func isNumbered(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let marker = ProvisionMarker.parse(span, range.lowerBound, range.upperBound), marker.keyword == .none else {
      return false
    }
    return marker.close == .period && marker.parts[0].kind.isArabic && marker.textStart < range.upperBound
  }

  /// Whether a word with a colon stands first: "Project: Mill Lane", and not "Re: Lease Agreement".
  private static func isField(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound, span[at].isWord { at += 1 }
    return at < range.upperBound && at > range.lowerBound && span[at] == Ascii.colon
      && !span.matchesWord("re", at: range.lowerBound)
      && !span.matchesWord("subject", at: range.lowerBound)
  }

  /// Whether words head the clause that says nothing else was agreed: "Entire Agreement".
  private static func isMergerClause(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    span.matches("entire agreement", at: range.lowerBound) || span.matches("whole agreement", at: range.lowerBound)
  }

  private static func isLegend(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for words: StaticString in [
      "omitted", "excluded", "confidential treatment", "separately filed", "filed separately", "redacted",
    ]
    where span.firstIndex(of: words, in: range) != nil { return true }
    return false
  }

  /// A line of the cover that is a title by itself, where the lines around it run together: `$45,000,000`, `CREDIT AGREEMENT`, `dated as of`.
  private static func titleLine(_ text: SourceText, limit: Int) -> String? {
    let span = text.bytes.span
    for line in text.lines.prefix(120) where line.lowerBound < max(limit, 600) {
      var low = line.lowerBound
      var high = line.upperBound
      while low < high, span[low].isSpace { low += 1 }
      while high > low, span[high - 1].isSpace { high -= 1 }
      let range = low..<high
      guard range.count >= 8, range.count < 90, TitleWords.isTitle(span, range, words: 10), !isMergerClause(span, range) else {
        continue
      }
      for word: StaticString in ["agreement", "contract", "lease", "indenture", "guaranty", "amendment"]
      where span.matchesWord(word, endingAt: range.upperBound) { return cased(span, range) }
    }
    return nil
  }

  /// The title with the lines above that belong to it: `AMENDMENT NO. 6`, `to`, `CREDIT AGREEMENT`; without a filing caption before it.
  private static func whole(_ span: Span<UInt8>, _ range: Range<Int>, _ paragraphs: [Paragraph]) -> Range<Int> {
    var title = withoutCaption(span, range)
    var own = paragraphs.firstIndex { $0.range.lowerBound == range.lowerBound }
    // `AMENDMENT TO`, `AMENDED AND RESTATED`, `EMPLOYMENT AGREEMENT`
    if let index = own, index >= 1, case let above = paragraphs[index - 1].range, above.count <= 40,
      span.matchesWord("amended and restated", endingAt: above.upperBound)
    {
      title = above.lowerBound..<title.upperBound
      own = index - 1
    }
    if let index = own, index >= 1 {
      // `SECOND AMENDMENT`, `TO EMPLOYMENT AGREEMENT`; `AMENDMENT ONE`, `EMPLOYMENT AGREEMENT`.
      let above = paragraphs[index - 1].range
      let isAmendment = span.firstIndex(of: "amendment", in: above) != nil && above.count <= 40
      if span.matchesWord("to", at: title.lowerBound) || isAmendment && span.firstIndex(of: "amendment", in: title) == nil,
        (4...60).contains(above.count), TitleWords.isTitle(span, above, words: 8), kindWord(span, above) != nil,
        span.firstOffset(of: Ascii.quote, in: above) == above.upperBound,
        TitleWords.isCapitals(span, above) == TitleWords.isCapitals(span, title)
      {
        title = above.lowerBound..<title.upperBound
      }
    }
    if let index = own, index >= 2 {
      // `DEED OF VARIATION`, `RELATING TO`, `A LEASE OF UNIT 9`
      let (first, joint) = (paragraphs[index - 2].range, paragraphs[index - 1].range)
      let isJoint =
        joint.count <= 8 && (span.matchesWord("to", at: joint.lowerBound) || span.matchesWord("of", at: joint.lowerBound))
        || ["relating to", "supplemental to", "in relation to", "pursuant to"].contains { span.matches($0, at: joint.lowerBound) }
      if isJoint, first.count < 60, TitleWords.isTitle(span, first, words: 8), kindWord(span, first) != nil {
        title = first.lowerBound..<title.upperBound
      }
    }
    if let index = own { title = withoutCaption(span, joined(span, title, paragraphs, index)) }
    // `Re: Severance Agreement Dear ______`: the greeting is on the next line.
    if let dear = span.firstIndex(of: " dear ", in: title) { title = title.lowerBound..<dear }
    return title
  }

  /// A title without what a filing puts before it: `EXECUTION COPY SUPPLY AGREEMENT`, `10.4 FIRST AMENDMENT`.
  private static func withoutCaption(_ span: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var title = range
    for lead: StaticString in ["execution copy", "execution version", "conformed copy"]
    where span.matchesWord(lead, at: title.lowerBound) && title.count > lead.utf8CodeUnitCount + 8 {
      title = span.skipSpaces(title.lowerBound + lead.utf8CodeUnitCount)..<title.upperBound
    }
    // "ADDENDUM NO. 1 TO SERVICES AGREEMENT" is all title, "EXHIBIT 10.1 AMENDMENT TO LEASE" is not.
    if let (number, end) = AttachmentLabel.read(span, title.lowerBound, title.upperBound), end + 8 < title.upperBound,
      number.contains(".") || !AttachmentLabel.isOfPaper(number, before: span.skipSpaces(end), span)
    {
      title = span.skipSpaces(end)..<title.upperBound
    }
    var at = title.lowerBound
    while at < title.upperBound, span[at].isDigit || span[at] == Ascii.period { at += 1 }
    let number = title.lowerBound..<at
    if number.count >= 3, number.contains(where: { span[$0] == Ascii.period }), span.byte(at) == Ascii.space,
      title.upperBound - at > 8,
      span.byte(at + 1).isUpper
    {
      title = (at + 1)..<title.upperBound
    }
    return title
  }

  /// A title with the lines that its first word goes on from and its last one leads to: `SALES`, `AND CO-MARKETING AGREEMENT`;
  /// `AGREEMENT FOR THE PURCHASE OF ALL OF THE`, `SHARES OF OAK MILLS`.
  private static func joined(_ span: Span<UInt8>, _ range: Range<Int>, _ paragraphs: [Paragraph], _ own: Int) -> Range<Int> {
    var title = range
    func isLine(_ index: Int) -> Bool {
      guard paragraphs.indices.contains(index) else { return false }
      let line = paragraphs[index].range
      return (3...90).contains(line.count) && TitleWords.isTitle(span, line, words: 14) && !isNumbered(span, line)
        && AttachmentLabel.read(span, line.lowerBound, line.upperBound)?.end != line.upperBound
        && ![Ascii.period, Ascii.colon].contains(span[line.upperBound - 1]) && DateParser.month(span, line.lowerBound) == nil
        && TitleWords.isCapitals(span, withoutCaption(span, line)) == TitleWords.isCapitals(span, withoutCaption(span, range))
    }
    var index = paragraphs.firstIndex { $0.range.contains(title.lowerBound) } ?? own
    for _ in 0..<3
    where isLine(index - 1) && (joints.begins(span, at: title.lowerBound) || endsInJoint(span, paragraphs[index - 1].range)) {
      index -= 1
      title = paragraphs[index].range.lowerBound..<title.upperBound
    }
    index = paragraphs.firstIndex { $0.range.upperBound >= title.upperBound } ?? own
    for _ in 0..<3
    where isLine(index + 1)
      && (endsInJoint(span, title) || isFurther(span, paragraphs[index + 1].range)
        || endsInOwner(span, title, before: paragraphs[index + 1].range))
    {
      index += 1
      title = title.lowerBound..<paragraphs[index].range.upperBound
    }
    return title
  }

  /// `First Amendment to the Oak Banks, Inc.` above `Supplemental Retirement Plan`: whose paper it is, and the paper on the next line.
  private static func endsInOwner(_ span: Span<UInt8>, _ title: Range<Int>, before next: Range<Int>) -> Bool {
    PartyFinder.endsInCorporateForm(span, title.lowerBound, title.upperBound) && kindWord(span, next) != nil
      && span.firstIndex(of: " to ", in: title) != nil
  }

  /// `FOR CONSTRUCTION AND OTHER MATTERS` below `LOAN AGREEMENT`: in capitals, without figures.
  private static func isFurther(_ span: Span<UInt8>, _ line: Range<Int>) -> Bool {
    goingOn.begins(span, at: line.lowerBound) && TitleWords.isCapitals(span, line) && !line.contains(where: { span[$0].isDigit })
  }

  private static func endsInJoint(_ span: Span<UInt8>, _ title: Range<Int>) -> Bool {
    var word = title.upperBound
    while word > title.lowerBound, span[word - 1].isLetter { word -= 1 }
    return joints.contains(span, word..<title.upperBound) || span.matchesWord("the", at: word)
  }

  /// Words that no title begins or ends with.
  private static let joints = WordSet("and", "to", "of", "for", "with")

  /// Words that a title goes on with on its next line.
  private static let goingOn = WordSet("for", "of", "regarding", "relating", "concerning", "respecting")

  /// Whether the words name a kind of paper; the score of the name.
  private static func kindWord(_ span: Span<UInt8>, _ range: Range<Int>) -> Int? {
    for word: StaticString in [
      "agreement", "contract", "lease", "sublease", "amendment", "indenture", "guaranty", "guarantee", "plan", "note", "deed",
      "mortgage",
      "license", "licence", "clauses", "addendum", "warrant", "waiver", "policy", "charter", "bylaws", "letter of intent",
      "memorandum", "settlement", "nda", "playbook",
      "terms", "order", "consent", "release", "assignment", "undertaking", "declaration", "supplement", "restated", "certificate",
    ]
    where containsWord(span, word, range) { return word.utf8CodeUnitCount > 4 ? 2 : 1 }
    return nil
  }

  private static func containsWord(_ span: Span<UInt8>, _ word: StaticString, _ range: Range<Int>) -> Bool {
    var from = range.lowerBound
    while let at = span.firstIndex(of: word, in: from..<range.upperBound) {
      from = at + 1
      // "AMENDMENTS" too, but no "CONTRACTORS".
      var end = at + word.utf8CodeUnitCount
      if end < range.upperBound, span[end].lowercased == 0x73 { end += 1 }
      if at == range.lowerBound || !span[at - 1].isWord, end >= range.upperBound || !span[end].isWord { return true }
    }
    return false
  }

  private static func selfName(_ span: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var at = range.lowerBound
    if let (_, end) = AttachmentLabel.read(span, at, range.upperBound) { at = span.skipSpaces(end) }
    if span.matches("this ", at: at) { at += 5 }
    let start = at
    var end: Int?
    while at < min(range.upperBound, start + 120) {
      let wordStart = at
      while at < range.upperBound, span[at].isWord || span[at] == Ascii.hyphen || span[at] == 0x26 { at += 1 }
      guard at > wordStart, span[wordStart].isUpper || TitleWords.isSmall(span, wordStart..<at) else { break }
      if end != nil, startsSentence(span, wordStart) { break }
      for word: StaticString in ["agreement", "contract", "lease", "amendment", "indenture", "guaranty", "note", "deed", "license"]
      where word.utf8CodeUnitCount == at - wordStart && span.matches(word, at: wordStart) { end = at }
      guard at < range.upperBound, span[at] == Ascii.space else { break }
      at += 1
    }
    guard let end, end - start > 8 || start == range.lowerBound + 5 else { return nil }
    return start..<end
  }

  /// The name in an introduction that stands in the midst of other words: `CONFIDENTIAL … THIS SUPPLY AGREEMENT (the "Agreement") is made`.
  private static func introduced(_ span: Span<UInt8>) -> Range<Int>? {
    var from = 0
    let limit = min(span.count, 4_000)
    while let at = span.firstIndex(of: "this ", in: from..<limit) {
      from = at + 5
      guard at == 0 || !span[at - 1].isWord, let name = selfName(span, at..<min(span.count, at + 200)),
        name.contains(where: { span[$0] == Ascii.space })
      else { continue }
      let next = span.skipSpaces(name.upperBound)
      guard next < span.count else { return nil }
      if span[next] == Ascii.open || span[next] == Ascii.comma { return name }
      for word: StaticString in ["is made", "is entered", "is dated", "dated", "made", "entered", "by and", "between"]
      where span.matches(word, at: next) { return name }
    }
    return nil
  }

  /// Whether a word behind a title begins the agreement's first sentence: `SERVICE AGREEMENT This Agreement is made`.
  private static func startsSentence(_ span: Span<UInt8>, _ at: Int) -> Bool {
    for word: StaticString in ["this", "dated", "between", "among", "by", "made", "effective", "party a", "the parties"]
    where span.matchesWord(word, at: at) { return true }
    return false
  }

  /// A title in title case: `LICENSE BACK AGREEMENT` as `License Back Agreement`.
  static func cased(_ span: Span<UInt8>, _ range: Range<Int>) -> String {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, !span[low].isAlphanumeric { low += 1 }
    if high - low > 8, span.matches("re:", at: low) { low = span.skipSpaces(low + 3) }
    while high > low,
      span[high - 1] == Ascii.period || span[high - 1] == Ascii.space || span[high - 1] == Ascii.hyphen
        || span[high - 1] == Ascii.colon || span[high - 1] == Ascii.comma
    { high -= 1 }
    var bytes: [UInt8] = []
    for i in low..<high { bytes.append(span[i] == Ascii.lineFeed ? Ascii.space : span[i]) }
    let isCapitals = bytes.contains { $0.isUpper } && !bytes.contains { $0.isLower }
    return isCapitals ? TermName.titled(bytes) : String(decoding: bytes, as: UTF8.self)
  }
}
