/// What each decision about a number costs; the cheapest sum explains a text (`OutlineDecoder`).
///
/// A provision that goes on with an open series costs nothing. One refused number that plainly begins a provision costs more than one odd
/// step, so that a slip is taken as it is printed, and less than two, so that it never costs the provisions behind it.
enum NumberingCosts {
  /// A dotted number, or one with a keyword, that begins a paragraph and is no provision: `4.2 The Seller …`, `Section 9. …`.
  static let refusedNumber = 1.5
  /// A number with a keyword so refused that has a heading or a line of its own, on top: `Section 9. Law.` behind `Section 2.`
  static let refusedTitledKeyword = 1.0
  /// A lone number, a letter or a bracketed number so refused: `4. …`, `(b) …`.
  static let refusedItem = 1.2
  /// A number refused that has a heading, on top: `4.2 Price. …`.
  static let refusedHeading = 0.5
  /// A figure without a mark before a heading, refused: `4 Price`.
  static let refusedFigure = 0.8
  /// The number 1 refused before any other was taken, on top.
  static let refusedFirst = 1.5
  /// A number refused behind another on its line: the (a) of `4.2(a)`.
  static let refusedSecond = 0.6
  /// Each number left out in a series, `4` behind `2`.
  static let skipped = 0.35
  /// The most that numbers left out cost.
  static let mostSkipped = 1.5
  /// The same number again: `9.`, `9.`.
  static let repeated = 0.9
  /// A series that falls back to a number it had: `10.1` behind `14.3`.
  static let fallenBack = 1.4
  /// A series that begins with another number than its first.
  static let lateStart = 0.9
  /// A number that has no place by the rules of its kind, on top.
  static let irregular = 0.9
  /// A dotted number whose first parts are not those of an open provision: `6.1` where no 6 was seen.
  static let withoutParent = 0.6
  /// A number behind a colon, a semicolon or words that would go on with a series of paragraphs, refused: the (b) of a list within (a).
  static let refusedInSentence = 0.5
  /// What refusing a number in words quoted from another paper costs of what it costs elsewhere.
  static let shareInQuotation = 0.5
  /// A list that goes on counting below the next clause: (c) below 2 behind (a) and (b) below 1.
  static let countedOn = 0.5
  /// A titled number that goes on with a series of another keyword: `3. Fees.` behind `Section 2. Loans.`
  static let otherKeyword = 0.9
  /// A series at another level than the nearest.
  static let otherLevel = 0.7
  /// A provision with a heading below an item without one: `A. TERMS FOR TRIAL` below `(c) that you try out.`.
  static let headingBelowItem = 0.8
  /// A series right below one of its own look: `1.` below `3.`.
  static let belowItsLook = 0.3
  /// Another reading than the likelier: `(i)` as the letter behind (h).
  static let otherReading = 0.5
  /// A capital letter in a list of small ones: the I of h., I., j.
  static let otherCase = 0.3

  /// What an odd step costs right below a caption, of what it costs elsewhere, where the number has a heading: `13. General` below `CANADA`
  /// where 10.1 was the last.
  static let shareBelowCaption = 0.4

  /// The cost of saying that a candidate begins nothing.
  ///
  /// A number that leads an item's costs nothing where its provision is open: the 2 of `2.B.`.
  static func refusing(_ candidate: ProvisionCandidate) -> Double {
    let marker = candidate.marker
    guard candidate.isStrong else { return 0 }
    if candidate.lead == .afterNumber { return refusedSecond }
    if marker.close == .none, !marker.opened, marker.keyword == .none, !marker.isDotted {
      return candidate.heading == nil ? 0 : refusedFigure
    }
    let isNumber = marker.isDotted || marker.keyword != .none
    return (isNumber ? refusedNumber : refusedItem) + (candidate.heading == nil ? 0 : refusedHeading)
      + (marker.keyword != .none && (candidate.heading != nil || marker.textStart >= candidate.end) ? refusedTitledKeyword : 0)
  }
}
