/// Tells whether a paper changes another: by its title, by its introduction ("This Amendment is made", "we have agreed to amend the Letter
/// Agreement as follows"), or as it says so again and again.
enum AmendmentClassifier {
  static func isAmendment(_ title: String?, _ reading: ReadingText, _ keywords: KeywordIndex) -> Bool {
    let span = reading.bytes.span
    if titleSays(title ?? "") || saysItOften(span, keywords) || letterSays(span) { return true }
    // What is amended and restated stands for itself.
    return (introductionSays(span, keywords) || wishesToChange(span)) && title?.lowercasedBytes.contains("restated") != true
  }

  private static let titleWords: [StaticString] = [
    "amendment", "supplement", "addendum", "modification", "change order", "waiver", "amending", "deed of variation",
    "variation of",
    "variation agreement", "variation deed", "agreement of variation", "letter of variation", "variation letter",
    "letter of amendment", "amendment letter", "agreement to amend", "avenant",
    "endorsement no", "rider no", "novation", "memorandum of variation", "change note", "nachtrag",
  ]

  static func titleSays(_ title: String) -> Bool {
    let bytes = Array(title.utf8)
    let span = bytes.span
    return titleWords.contains { span.firstIndex(of: $0, in: 0..<span.count) != nil }
  }

  /// Whether the first sentences say what the paper does: `this First Amendment`, `have agreed to further amend`, `is hereby amended as
  /// follows`.
  private static func introductionSays(_ span: Span<UInt8>, _ keywords: KeywordIndex) -> Bool {
    for at in keywords[.amended] where at > 0 {
      if at >= 3_000 { return false }
      if span.matchesWord("amendment", at: at), follows(span, at, ["this", "this first", "this second", "this third"]) {
        return true
      }
      if span.matchesWord("amend", at: at), follows(span, at, ["agreed to", "agreed to further", "agree to", "agree to further"]) {
        return true
      }
      if span.matchesWord("amended as follows", at: at), follows(span, at, ["is hereby", "are hereby"]) { return true }
    }
    return false
  }

  /// Whether the paper says in its first sentences that it changes one there is: "The parties wish to vary the Original Agreement as set out
  /// below", "The parties hereby amend the Supply Contract".
  private static func wishesToChange(_ span: Span<UInt8>) -> Bool {
    let head = 0..<min(span.count, 3_000)
    for verb: StaticString in [" vary the ", " amend the ", " modify the ", " extend the ", " alter the ", " change the "] {
      var from = head.lowerBound
      while let at = span.firstIndex(of: verb, in: from..<head.upperBound) {
        from = at + 1
        let name = at + verb.utf8CodeUnitCount
        let isMeant = ["wish to", "wishes to", "desire to", "desires to", "agreed to", "agree to", "hereby", "now wish to"].contains
        {
          span.matchesWord($0, endingAt: at)
        }
        guard isMeant, name < span.count, span[name].isUpper else { continue }
        // The name: words with a capital each, the last of them a paper's.
        var end = name
        while end < span.count, span[end].isUpper, end - name < 60 { end = span.skipSpaces(span.wordEnd(end)) }
        if PaperNouns.occurs(span, name..<end) { return true }
      }
    }
    return false
  }

  /// Whether a letter says that it changes an agreement: "This letter confirms our agreement to change the Supply Agreement as follows:".
  private static func letterSays(_ span: Span<UInt8>) -> Bool {
    let head = 0..<min(span.count, 2_500)
    for verb: StaticString in ["to change", "to vary", "to modify", "to alter", "to amend"] {
      guard let at = span.firstIndex(of: verb, in: head) else { continue }
      let (before, behind) = (max(0, at - 60)..<at, at..<min(span.count, at + 300))
      let isAgreed = ["agreement", "agree", "agreed", "proposal"].contains { span.matchesWord($0, endingAt: at - 1) }
      let isLetter = span.firstIndex(of: "letter", in: before) != nil || span.firstIndex(of: "dear ", in: head) != nil
      if isAgreed, isLetter, span.firstIndex(of: "as follows", in: behind) != nil {
        return true
      }
    }
    // "We have agreed that the Agreement is amended with effect from 1 June 2021 as follows:"
    guard span.firstIndex(of: "this letter", in: head) != nil || span.firstIndex(of: "dear ", in: head) != nil else { return false }
    for verb: StaticString in [
      "agreement is amended", "agreement is varied", "agreement is modified", "agreement shall be amended",
      "agreement shall be varied", "agreement will be amended", "agreement will be varied", "agreement is hereby amended",
      "agreement is hereby varied", "agreement be amended", "agreement be varied",
    ] {
      guard let at = span.firstIndex(of: verb, in: head) else { continue }
      if span.firstIndex(of: "as follows", in: at..<min(span.count, at + 140)) != nil { return true }
    }
    return false
  }

  private static func follows(_ span: Span<UInt8>, _ at: Int, _ words: [StaticString]) -> Bool {
    words.contains { span.matchesWord($0, endingAt: at - 1) }
  }

  /// Whether the text says three times that something "is hereby amended", and soon for the first time: an amendment by another name.
  private static func saysItOften(_ span: Span<UInt8>, _ keywords: KeywordIndex) -> Bool {
    var count = 0
    for at in keywords[.amended] where span.matches("amended", at: at) {
      if at > (count == 0 ? 12_000 : 40_000) { return false }
      for verb: StaticString in ["is hereby", "are hereby", "is", "hereby", "shall be"]
      where span.matchesWord(verb, endingAt: at > 0 ? at - 1 : 0) {
        count += 1
        break
      }
      if count == 3 { return true }
    }
    return false
  }

  /// Whether the paper is a schedule or order under another agreement, whose sections it means.
  static func servesAnother(_ agreement: Agreement) -> Bool {
    let span = agreement.reading.bytes.span
    let head = 0..<min(span.count, 4_000)
    for words: StaticString in [
      "incorporates by reference all", "is issued pursuant to the", "schedule is attached to", "exhibit is attached to",
    ] where span.firstIndex(of: words, in: head) != nil { return true }
    return false
  }
}
