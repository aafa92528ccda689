/// Tells whether a paper changes another: by its title, by its introduction ("This Amendment is made", "we have agreed to amend the Letter
/// Agreement as follows"), or as it says so again and again.
enum AmendingPaper {
  static func isOne(_ title: String?, _ reading: ReadingText, _ keywords: KeywordIndex) -> Bool {
    let span = reading.bytes.span
    if titleSays(title ?? "") || saysItOften(span, keywords) { return true }
    // What is amended and restated stands for itself.
    return introductionSays(span) && title?.lowercasedBytes.contains("restated") != true
  }

  private static let titleWords: [StaticString] = [
    "amendment", "supplement", "addendum", "modification", "change order", "waiver", "amending",
  ]

  static func titleSays(_ title: String) -> Bool {
    let bytes = Array(title.utf8)
    let span = bytes.span
    return titleWords.contains { span.firstIndex(of: $0, in: 0..<span.count) != nil }
  }

  private static let introducing: [StaticString] = [
    "this amendment", "this first amendment", "this second amendment", "this third amendment", "agreed to amend",
    "agreed to further amend", "agree to amend", "agree to further amend", "is hereby amended as follows",
    "are hereby amended as follows",
  ]

  private static func introductionSays(_ span: Span<UInt8>) -> Bool {
    let head = 0..<min(span.count, 3_000)
    return introducing.contains { words in
      span.firstIndex(of: words, in: head).map { span.matchesWord(words, at: $0) } ?? false
    }
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
}
