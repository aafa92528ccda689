/// What a line says that stands at the head or foot of pages, for deciding whether it may be page furniture.
///
/// `2. Deposit. The deposit is $1000.` is text however often it comes at the foot of a page; `Master Lease – Execution Version` may be a
/// running head.
enum FurnitureWords {
  enum Kind: Equatable, Sendable {
    /// A provision's number, with or without its words: `2. Deposit.`, `Section 3.02`.
    case provision
    /// An attachment's name: `SCHEDULE 2`.
    case attachment
    /// A label with a colon before what is filled in, or words over a signature: `Title: Vice President`, `Payment Instructions:`.
    case label
    /// A sentence, or part of one.
    case prose
    /// A note on what was left out for confidence, behind its sign: `* Material omitted and separately filed with the Commission`.
    case legend
    /// Nothing but signs: a rule, `[***]` where words were left out.
    case signs
    case other
  }

  static func kind(_ span: Span<UInt8>, _ content: Range<Int>) -> Kind {
    if let marker = ProvisionMarker.parse(span, content.lowerBound, content.upperBound),
      marker.keyword != .none || marker.isDotted || marker.close != .none
    {
      return .provision
    }
    if let label = AttachmentLabel.read(span, content.lowerBound, content.upperBound), label.end <= content.upperBound {
      return .attachment
    }
    var letters = 0
    var digits = 0
    for i in content {
      if span[i].isLetter { letters += 1 }
      if span[i].isDigit { digits += 1 }
    }
    if letters < 3, digits == 0 { return .signs }
    // `AGREED AND ACCEPTED` over a signature on each page of several.
    if isLabel(span, content) || signing.begins(span, at: content.lowerBound) { return .label }
    let first = span[content.lowerBound]
    if letters >= 12, first == 0x2A || first == 0x5B && content.count > 1 && span[content.lowerBound + 1] == 0x2A { return .legend }
    return isProse(span, content) && !claimsRights(span, content) ? .prose : .other
  }

  /// Whether a line says whose the form is: `© 2021 Oak Forms, Inc. All rights reserved.`
  private static func claimsRights(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    span.matches("\u{A9} ", at: content.lowerBound) || span.matchesWord("copyright", at: content.lowerBound)
      || span.firstIndex(of: "all rights reserved", in: content) != nil
  }

  /// What stands before the colon of a line that pages do repeat: `DocuSign Envelope ID: 8F2A`.
  private static let feet = WordSet(
    "source", "page", "doc", "document", "docusign", "envelope", "id", "file", "version", "draft", "ref",
    "initials", "initial")

  private static let signing = WordSet("agreed", "accepted", "acknowledged", "witness", "signed", "executed", "by")

  private static func isLabel(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    let colon = span.firstOffset(of: Ascii.colon, in: content)
    guard colon < content.upperBound, colon - content.lowerBound <= 40, colon > content.lowerBound else { return false }
    // "12:30", "https://"
    if colon + 1 < content.upperBound, span[colon + 1] != Ascii.space { return false }
    var at = content.lowerBound
    var words = 0
    while at < colon {
      if feet.begins(span, at: at) { return false }
      words += 1
      while at < colon, span[at] != Ascii.space { at += 1 }
      at = span.skipSpaces(at)
    }
    return words <= 5
  }

  /// Whether most of six words are in small letters, or of three that end a sentence.
  private static func isProse(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    var words = 0
    var small = 0
    var isInWord = false
    for i in content {
      let isBlank = span[i] <= Ascii.space
      if !isBlank, !isInWord {
        words += 1
        if span[i].isLower { small += 1 }
      }
      isInWord = !isBlank
    }
    let ends = ClauseEnding.closesClause(span, content)
    // "No smoking.", but not "Oak Holdings, Inc." or "All rights reserved."
    let isSentence = words >= 5 || span[content.lowerBound].isUpper && span.firstIndex(of: "reserved", in: content) == nil
    if ends, span[content.upperBound - 1] == Ascii.period, isSentence, small > 0 { return true }
    return words >= (ends ? 3 : 6) && small * 5 >= words * 3
  }
}
