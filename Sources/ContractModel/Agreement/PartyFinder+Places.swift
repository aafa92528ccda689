/// Places in the description of a party, whose "and" and commas part no names: "organized under the laws of Trinidad and Tobago".
extension PartyFinder {
  /// Whether an "and" only joins words of a description: "organized under the laws of Delaware and Nevada".
  static func describes(_ span: Span<UInt8>, _ from: Int, _ at: Int, _ after: Int) -> Bool {
    // "incorporated in England and Wales"
    if span.matchesWord("wales", at: after), span.matchesWord("england", endingAt: at) { return true }
    // No role and no comma since the name: "Fifth Third Bank and PNC Bank" is two parties; "laws of Trinidad and Tobago" one.
    let tail = max(from, at - 60)..<at
    if let laws = span.firstIndex(of: "laws of", in: tail), span.firstIndex(of: ",", in: laws..<at) == nil,
      span.firstIndex(of: ")", in: laws..<at) == nil
    {
      return true
    }
    // "located at Berlin and Munich", "whose registered office is at Hull and York", "registered in Northern Ireland and the Isle of Man"
    for words: StaticString in [
      "located at", "located in", "offices in", "offices at", "office at", "office is at", "offices are at", "registered in",
      "incorporated in", "organised in", "organized in", "resident in", "registered with", "registered at", "registered under",
    ] {
      if let place = span.firstIndex(of: words, in: tail), span.firstOffset(of: Ascii.comma, in: place..<at) == at,
        span.firstIndex(of: ")", in: place..<at) == nil, !isCompany(span, after, min(span.count, after + 120))
      {
        return true
      }
    }
    // "a resident of Trinidad and Tobago"; people have two names.
    for words: StaticString in ["resident of", "citizen of", "national of", "domiciled in"] {
      if let place = span.firstIndex(of: words, in: tail), span.firstOffset(of: Ascii.comma, in: place..<at) == at,
        span.firstIndex(of: ")", in: place..<at) == nil
      {
        let end = span.wordEnd(after)
        let next = span.skipSpaces(end)
        return end < span.count && (span[end] == Ascii.comma || next < span.count && span[next] == Ascii.open)
      }
    }
    return false
  }

  static func placeName(_ span: Span<UInt8>, _ at: Int) -> Bool {
    for word: StaticString in ["suite", "floor", "street", "delaware", "new york", "california", "texas"]
    where span.matches(word, at: at) { return true }
    return false
  }
}
