/// Where a paper is signed: `IN WITNESS WHEREOF`, `OAK, INC.` above `By: ______`, `Signed at Boise this 9 July 2016`.
///
/// What stands from there on belongs to no provision: an amendment that deletes the last one leaves the signatures.
struct SigningPlaces {
  /// Where each such part begins, as offsets in the source, in order.
  let starts: [Int]

  init(_ agreement: Agreement) {
    let reading = agreement.reading
    let span = reading.bytes.span
    let parties = agreement.parties.map(\.name.lowercasedBytes)
    let paragraphs = Array(reading.paragraphs(0..<span.count))
    let provisions = Set(agreement.provisions.provisions.map { reading.reading($0.start) })
    var starts: [Int] = []
    for (index, paragraph) in paragraphs.enumerated() {
      if SigningLine.opensSignatures(span, paragraph), !provisions.contains(paragraph.lowerBound) {
        starts.append(reading.source(paragraph.lowerBound))
      } else if SigningLine.begins(span, paragraph) {
        // The names above the line belong to it.
        var first = index
        while first > 0, index - first < 4, paragraphs[first - 1].count < 90,
          !provisions.contains(paragraphs[first - 1].lowerBound),
          Self.isName(span, paragraphs[first - 1], reading, parties)
        { first -= 1 }
        starts.append(reading.source(paragraphs[first].lowerBound))
      }
    }
    self.starts = starts.sorted()
  }

  /// Where the first such part begins within a range; its end where there is none.
  func end(of range: Range<Int>) -> Int {
    let next = starts.boundary(behindAll: { $0 < range.lowerBound })
    return next < starts.count ? min(starts[next], range.upperBound) : range.upperBound
  }

  /// Whether a paragraph names who signs: a party, words in capitals, or `Buyer:`.
  private static func isName(_ span: Span<UInt8>, _ paragraph: Range<Int>, _ reading: ReadingText, _ parties: [String]) -> Bool {
    if TitleWords.isCapitals(span, paragraph) || span[paragraph.upperBound - 1] == Ascii.colon { return true }
    let words = String(decoding: reading.bytes[paragraph], as: UTF8.self).lowercasedBytes
    return parties.contains { words.hasPrefix($0) }
  }
}
