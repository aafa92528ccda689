/// Labels of attachments that begin none: entries of a list, and what an attachment has of its own.
extension AttachmentFinder {
  /// Whether another label stands in the words behind one, as in a list of attachments: `Exhibit A: Budget Exhibit B: Plans`.
  static func namesAnother(_ span: Span<UInt8>, _ rest: Range<Int>) -> Bool {
    guard rest.count <= 400 else { return false }
    for i in rest where i > rest.lowerBound && span[i].isUpper && span[i - 1] == Ascii.space {
      guard let next = AttachmentLabel.read(span, i, rest.upperBound), next.end < rest.upperBound, span[next.end] == Ascii.colon
      else { continue }
      return true
    }
    return false
  }

  /// Whether labels stand one after another with no text between: a list of attachments.
  ///
  /// `comesAgain` says whether a later paragraph begins with the label again.
  static func isListed(
    _ span: Span<UInt8>, _ paragraphs: [Paragraph], _ index: Int, _ number: String, comesAgain: (String) -> Bool
  ) -> Bool {
    func named(_ i: Int) -> (number: String, end: Int)? {
      guard paragraphs.indices.contains(i), paragraphs[i].range.count < 160 else { return nil }
      return AttachmentLabel.read(span, paragraphs[i].range.lowerBound, paragraphs[i].range.upperBound)
    }
    func labelled(_ i: Int) -> Bool { named(i) != nil }
    // What the last entry of a list names and stands alone below it is the attachment.
    if let this = named(index), this.end == paragraphs[index].range.upperBound, named(index - 1)?.number == this.number {
      return false
    }
    // `ATTACHMENT E`, and below it `Exhibit C modifications`: the heading of one that changes another, or gives another anew,
    // `APPENDIX 2` above `SCHEDULE 2 PRICES`.
    let isAboveAnother =
      named(index).map { this in
        let range = paragraphs[index].range
        return this.end == range.upperBound && TitleWords.isCapitals(span, range)
          && named(index + 1).map { $0.number.prefix { $0 != " " } != this.number.prefix { $0 != " " } } ?? false
          && (!TitleWords.isCapitals(span, paragraphs[index + 1].range)
            || named(index + 1).map { $0.end < paragraphs[index + 1].range.upperBound } ?? false
              && !comesAgain(this.number))
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

  /// Whether a label in capitals is all that a paragraph has, and no title of a list stands above the labels: the sheet before an exhibit
  /// that was not filed, `EXHIBIT A`, and below it `EXHIBIT B`.
  static func isAloneInCapitals(_ span: Span<UInt8>, _ paragraphs: [Paragraph], _ index: Int) -> Bool {
    func isLabel(_ i: Int) -> Bool {
      let range = paragraphs[i].range
      return AttachmentLabel.read(span, range.lowerBound, range.upperBound)?.end == range.upperBound
        && TitleWords.isCapitals(span, range)
    }
    guard isLabel(index) else { return false }
    var above = index - 1
    while above >= 0, index - above < 40, isLabel(above) || paragraphs[above].range.isEmpty { above -= 1 }
    guard above >= 0 else { return false }
    let title = paragraphs[above].range
    return title.count > 80
      || !title.contains { (span.byte($0 - 1).isWord == false || $0 == title.lowerBound) && lists.begins(span, at: $0) }
  }

  /// The last paragraph that begins with each label.
  static func lastPlaces(_ span: Span<UInt8>, _ paragraphs: [Paragraph]) -> [String: Int] {
    var out: [String: Int] = [:]
    for (index, paragraph) in paragraphs.enumerated() {
      if let label = AttachmentLabel.read(span, paragraph.range.lowerBound, paragraph.range.upperBound) {
        out[label.number] = index
      }
    }
    return out
  }

  private static let lists = WordSet(
    "exhibits", "schedules", "annexes", "appendices", "attachments", "annexures", "addenda", "list", "index", "contents", "table")

  /// Whether an entry belongs to a list that a sentence announces: "The following schedules are part of this Agreement:", and below it
  /// `SCHEDULE I: Terms of Business and`, `Conditions.`, `SCHEDULE II: Software`.
  static func isAnnounced(_ span: Span<UInt8>, _ paragraphs: [Paragraph], _ index: Int, _ number: String) -> Bool {
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
  static func belongs(_ span: Span<UInt8>, _ start: Start, within open: String) -> Bool {
    guard open.hasPrefix("Exhibit"), !start.number.hasPrefix("Exhibit") else { return false }
    let at = span.skipSpaces(start.label.upperBound)
    return span.matchesWord("to", at: at) && !span.matches("to credit", at: at)
  }
}
