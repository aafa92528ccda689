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
    // Whether recitals bear figures, and where a lone number 1 stood last.
    var haveFigures = false
    var firstClause: Int?
    // Whether the parties bear numbers in brackets.
    var haveBrackets = false
    // The paragraph that introduces the parties; one that is a title introduces a list, and parties named in a sentence bear no numbers.
    var introduced: Int?
    func isListed(_ paragraph: Int) -> Bool {
      horizon[paragraph].range.count <= 20 || endsOpen(span, horizon[paragraph].range)
    }
    for (index, paragraph) in horizon.enumerated() {
      let range = paragraph.range
      if range.isEmpty { continue }
      if opening == nil, witnessesClauses(span, paragraphs, index) {
        closing = range.lowerBound
        break
      }
      if opening == nil, let end = titleEnd(span, range) { opening = end }
      // Flattened: `… ("Buyer") RECITALS: A. The … NOW, THEREFORE, … 1. …` in one paragraph.
      if opening == nil, range.count > 200, range.lowerBound < 12_000, let inside = inside(span, range) {
        return Recitals(range: inside, parties: 0..<0)
      }
      if introduced == nil, introducesParties(span, range) { introduced = index }
      if isNowTherefore(span, range) {
        closing = range.lowerBound
        break
      }
      if opening != nil || introduced.map({ isListed($0) && $0 < index }) ?? false, isBodyTitle(span, range) {
        closing = range.lowerBound
        break
      }
      // A first article or clause closes recitals that nothing else does.
      if let marker = ProvisionMarker.parse(span, range.lowerBound, range.upperBound) {
        if opening == nil, let introduced, isListed(introduced), index - introduced <= 3, marker.opened, marker.values == [1] {
          haveBrackets = true
        }
        if let opening, range.lowerBound > opening {
          // Recitals may be numbered 1., 1.1, 2. themselves: then the clauses begin where 1 comes again.
          if marker.isFirst, marker.keyword == .none, !haveFigures, !isFirstClause(span, paragraphs, index, opening: opening) {
            haveFigures = true
          } else if marker.isFirst || marker.keyword == .article || !haveFigures && marker.isDotted && marker.values.last! <= 1 {
            closing = range.lowerBound
            break
          }
        } else if opening == nil, marker.keyword == .article || marker.isDotted && marker.values.last! <= 1 {
          // Parties numbered as clauses are: the clauses begin where 1 comes again, which is the last before its own 1.1.
          if introduced != nil, let firstClause { closing = firstClause }
          break
        } else if opening == nil, marker.isFirst, marker.keyword == .none, let introduced, isListed(introduced),
          index - introduced <= mostRecitals
        {
          // "(2) ELM LIMITED (the "Buyer")", then "1. Work.": a number in another dress is the first clause's.
          if haveBrackets, !marker.opened, marker.close == .period {
            closing = range.lowerBound
            break
          }
          firstClause = range.lowerBound
        }
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
    if let introduced {
      let between = horizon[introduced].range.lowerBound
      // A word such as "Article" or "Clause" before a number is no party's.
      let keyword = horizon.first { paragraph in
        paragraph.range.lowerBound > between
          && ProvisionMarker.parse(span, paragraph.range.lowerBound, paragraph.range.upperBound).map { $0.keyword != .none }
            ?? false
      }
      let last = horizon[min(introduced + mostRecitals, horizon.count - 1)].range.upperBound
      let limit = min(opening ?? closing ?? between, keyword?.range.lowerBound ?? .max)
      // Parties named in a sentence end soon, or what has numbers behind it is no list of them.
      if limit > between, isListed(introduced) || limit <= last { parties = between..<min(limit, last) }
    }
    return Recitals(range: range, parties: parties)
  }

  /// Whether the number 1 of a paragraph is the first clause's: lettered recitals stand before it, or it is not right below their title,
  /// or neither NOW, THEREFORE nor another number 1 follows soon.
  private static func isFirstClause(_ span: Span<UInt8>, _ paragraphs: [Paragraph], _ here: Int, opening: Int) -> Bool {
    let lettered = paragraphs[..<here].contains { paragraph in
      guard paragraph.range.lowerBound > opening,
        let marker = ProvisionMarker.parse(span, paragraph.range.lowerBound, paragraph.range.upperBound)
      else { return false }
      return !marker.parts[0].kind.isArabic && marker.close != .none
    }
    if lettered { return true }
    // Recitals stand right below their title and are few: no second number 1 that comes soon makes this one the clauses' own.
    guard let title = paragraphs.firstIndex(where: { $0.range.upperBound >= opening }), here - title <= 2
    else { return true }
    return !paragraphs[(here + 1)...].prefix(mostRecitals).contains { paragraph in
      if isNowTherefore(span, paragraph.range) { return true }
      guard let marker = ProvisionMarker.parse(span, paragraph.range.lowerBound, paragraph.range.upperBound) else { return false }
      return marker.keyword == .article && marker.values == [1] || marker.isFirst && marker.keyword == .none
    }
  }

  /// How many paragraphs recitals with figures may have, and a list of parties.
  private static let mostRecitals = 14

  /// The lettered recitals between their title and NOW, THEREFORE within one paragraph.
  private static func inside(_ span: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    // A title in capitals, or "… with reference to the following facts: A. The Seller makes".
    let openings: [(words: StaticString, isTitle: Bool)] = [
      ("recitals", true), ("background", true), ("whereas", true), ("the following facts", false),
    ]
    for (title, isTitle) in openings {
      guard let at = span.firstIndex(of: title, in: range), !isTitle || span[at].isUpper && span[at + 1].isUpper else { continue }
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

  /// Whether "WITNESSETH as follows:" stands right above clause 1, and no recitals follow.
  private static func witnessesClauses(_ span: Span<UInt8>, _ paragraphs: [Paragraph], _ index: Int) -> Bool {
    let range = paragraphs[index].range
    guard range.count < 60, span.firstIndex(of: "witnesseth", in: range) != nil,
      span.firstIndex(of: "as follows", in: range) != nil,
      let next = paragraphs[(index + 1)...].first(where: { !$0.range.isEmpty })?.range,
      let marker = ProvisionMarker.parse(span, next.lowerBound, next.upperBound)
    else { return false }
    return marker.isFirst && marker.parts[0].kind.isArabic && marker.textStart < next.upperBound
      && !span.matchesWord("whereas", at: marker.textStart)
  }

  private static func titleEnd(_ span: Span<UInt8>, _ range: Range<Int>) -> Int? {
    for title in RecitalTitle.all {
      guard let goesOn = RecitalTitle.begins(span, range, title) else { continue }
      let head = range.lowerBound..<min(range.upperBound, range.lowerBound + title.count)
      if range.count <= title.count * 2 + 8 || range.count < 60 && !ClauseEnding.closesClause(span, range)
        || goesOn && TitleWords.isCapitals(span, head)
      {
        return range.upperBound < span.count && range.count <= 60 ? range.upperBound : range.lowerBound
      }
    }
    return nil
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
      || operative.contains { (words: StaticString) in span.matches(words, at: at) }
  }

  /// Words that say that the clauses begin, as English papers print them.
  private static let operative: [StaticString] = [
    "it is agreed", "it is hereby agreed", "now it is", "now this deed", "this deed witnesses", "this agreement witnesses",
    "the parties agree as follows", "the parties hereby agree as follows", "the parties have agreed as follows", "agreed terms",
    "operative provisions", "operative part", "now this agreement witnesses", "whereby the parties agree",
    "whereby it is agreed", "wherefore the parties agree", "now the parties agree",
  ]

  /// Whether a paragraph ends where the parties are to follow: "This Agreement is made on 4 June 2022 between:".
  private static func endsOpen(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var end = span.skipSpaces(endingAt: range.upperBound)
    if end > range.lowerBound, span[end - 1] == Ascii.colon { end = span.skipSpaces(endingAt: end - 1) }
    return span.matchesWord("between", endingAt: end) || span.matchesWord("among", endingAt: end)
      || span.matchesWord("amongst", endingAt: end)
  }

  private static func introducesParties(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    // `BETWEEN:` on a line of its own, or the words in an introduction.
    if range.count <= 20 {
      for word: StaticString in ["between", "among", "parties", "the parties"] where span.matchesWord(word, at: range.lowerBound) {
        return true
      }
      return false
    }
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 600)
    return span.firstIndex(of: " between", in: head) != nil || span.firstIndex(of: " among", in: head) != nil
  }
}
