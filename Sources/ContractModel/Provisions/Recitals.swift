/// The part before the first provision: parties, and recitals up to "NOW, THEREFORE".
///
/// For example `RECITALS`, then `A. The Seller owns …`, `B. The Buyer wishes …`, then `NOW, THEREFORE, the parties agree`. Numbers in
/// the list of parties above (`1) ACME, Inc. ("Acme")`) are no provisions.
struct Recitals: Sendable, Equatable {
  /// Where lettered recitals may stand, in reading offsets; empty when there are none.
  var range: Range<Int>
  /// Where the parties are named.
  var parties: Range<Int>

  static func find(_ span: Span<UInt8>, _ paragraphs: [Paragraph]) -> Recitals {
    let horizon = paragraphs.prefix(400)
    var opening: Int?
    var closing: Int?
    var between: Int?
    for paragraph in horizon {
      let range = paragraph.range
      if range.isEmpty { continue }
      if opening == nil, let end = titleEnd(span, range) { opening = end }
      // Flattened: `… ("Buyer") RECITALS: A. The … NOW, THEREFORE, … 1. …` in one paragraph.
      if opening == nil, range.count > 200, range.lowerBound < 12_000, let inside = inside(span, range) {
        return Recitals(range: inside, parties: 0..<0)
      }
      if between == nil, introducesParties(span, range) { between = range.lowerBound }
      if isNowTherefore(span, range) {
        closing = range.lowerBound
        break
      }
      if opening != nil, isBodyTitle(span, range) {
        closing = range.lowerBound
        break
      }
      // A first article closes recitals that nothing else does.
      if let marker = ProvisionMarker.parse(span, range.lowerBound, range.upperBound),
        marker.keyword == .article || marker.isDotted && marker.values.last! <= 1, opening == nil || range.lowerBound > opening!
      {
        if opening != nil { closing = range.lowerBound }
        break
      }
    }
    // "in reference to the following facts:" opens recitals too, where lettered paragraphs and NOW, THEREFORE follow.
    if opening == nil, let closing {
      for paragraph in horizon where paragraph.range.lowerBound < closing {
        if let marker = ProvisionMarker.parse(span, paragraph.range.lowerBound, paragraph.range.upperBound),
          marker.parts[0].kind == .upperLetter, marker.parts[0].value == 1, marker.close != .none
        {
          opening = paragraph.range.lowerBound
          break
        }
      }
    }
    var range = 0..<0
    if let opening, let closing, closing >= opening { range = opening..<closing }
    if let opening, closing == nil { range = opening..<recitalEnd(span, paragraphs, from: opening) }
    var parties = 0..<0
    if let between {
      let limit = opening ?? closing ?? between
      if limit > between { parties = between..<limit }
    }
    return Recitals(range: range, parties: parties)
  }

  /// The lettered recitals between their title and NOW, THEREFORE within one paragraph.
  private static func inside(_ span: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    for title: StaticString in ["recitals", "background", "whereas"] {
      guard let at = span.firstIndex(of: title, in: range), span[at].isUpper, span[at + 1].isUpper else { continue }
      var first = at + title.utf8CodeUnitCount
      while first < range.upperBound, span[first] == Ascii.colon || span[first] == Ascii.space { first += 1 }
      guard let marker = ProvisionMarker.parse(span, first, range.upperBound), marker.parts[0].kind == .upperLetter,
        marker.parts[0].value == 1
      else { continue }
      for words: StaticString in ["now, therefore", "now therefore", "in consideration of"] {
        if let end = span.firstIndex(of: words, in: first..<range.upperBound) { return first..<end }
      }
    }
    return nil
  }

  /// Without NOW, THEREFORE the recitals end where the letters stop and a number 1 begins.
  private static func recitalEnd(_ span: Span<UInt8>, _ paragraphs: [Paragraph], from opening: Int) -> Int {
    for paragraph in paragraphs where paragraph.range.lowerBound > opening {
      guard let marker = ProvisionMarker.parse(span, paragraph.range.lowerBound, paragraph.range.upperBound) else { continue }
      if marker.keyword != .none || marker.parts[0].kind.isArabic { return paragraph.range.lowerBound }
    }
    return opening
  }

  private static let titles = ["recitals", "whereas", "witnesseth", "background", "preamble", "receitals"].map { Array($0.utf8) }

  private static func titleEnd(_ span: Span<UInt8>, _ range: Range<Int>) -> Int? {
    for title in titles {
      guard let goesOn = begins(span, range, title) else { continue }
      let head = range.lowerBound..<min(range.upperBound, range.lowerBound + title.count)
      if range.count <= title.count * 2 + 8 || range.count < 60 && !ClauseEnding.closesClause(span, range)
        || goesOn && TitleWords.isCapitals(span, head)
      {
        return range.upperBound < span.count && range.count <= 60 ? range.upperBound : range.lowerBound
      }
    }
    return nil
  }

  /// Whether words go on behind the letters of a title, set apart by blanks or not (`W I T N E S S E T H : That`); nil for others.
  private static func begins(_ span: Span<UInt8>, _ range: Range<Int>, _ title: [UInt8]) -> Bool? {
    var letters = 0
    for i in range {
      if span[i].isLetter {
        if letters == title.count { return true }
        guard span[i].lowercased == title[letters] else { return nil }
        letters += 1
      } else if !span[i].isSpace, span[i] != Ascii.colon, span[i] != Ascii.period, span[i] != Ascii.hyphen {
        break
      }
    }
    return letters == title.count ? false : nil
  }

  private static func isBodyTitle(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count < 24
      && (span.matchesWord("agreement", at: range.lowerBound) || span.matchesWord("agreements", at: range.lowerBound)
        || span.matchesWord("terms", at: range.lowerBound))
  }

  static func isNowTherefore(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let at = range.lowerBound
    return span.matches("now, therefore", at: at) || span.matches("now therefore", at: at) || span.matches("now,therefore", at: at)
      || span.matches("therefore,", at: at) || span.matches("in consideration of", at: at)
  }

  private static func introducesParties(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    // `BETWEEN:` on a line of its own, or the words in an introduction.
    if range.count <= 20 {
      return span.matchesWord("between", at: range.lowerBound) || span.matchesWord("among", at: range.lowerBound)
    }
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 600)
    return span.firstIndex(of: " between", in: head) != nil || span.firstIndex(of: " among", in: head) != nil
  }
}
