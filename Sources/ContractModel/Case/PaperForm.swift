/// Whether a paper is a form that nobody has signed, and which of several of its kind it is.
enum PaperForm {
  /// `FORM OF AMENDMENT` or `DRAFT OF JULY 1` at the head, or a blank for the day it is made: `dated as of ________, 2017`.
  static func isForm(_ agreement: Agreement) -> Bool {
    let reading = agreement.reading
    let span = reading.bytes.span
    for paragraph in reading.paragraphs(0..<min(span.count, 3_000)).prefix(12) {
      let start = span[paragraph.lowerBound] == Ascii.openBracket ? paragraph.lowerBound + 1 : paragraph.lowerBound
      if paragraph.count < 80, ["form of", "draft of", "draft dated", "draft -"].contains(where: { span.matches($0, at: start) }) {
        return true
      }
      guard span.matches("this ", at: paragraph.lowerBound) else { continue }
      for words: StaticString in [
        "dated as of ", "dated ", "made as of ", "made on ", "entered into as of ", "entered into on ", "as of ",
      ] {
        guard let at = span.firstIndex(of: words, in: paragraph) else { continue }
        return isBlank(span, at + words.utf8CodeUnitCount)
      }
    }
    return false
  }

  /// `________`, `[●]`, `[DATE]`.
  private static func isBlank(_ span: Span<UInt8>, _ at: Int) -> Bool {
    guard at + 1 < span.count else { return false }
    if span.matches("__", at: at) { return true }
    guard span[at] == Ascii.openBracket else { return false }
    let next = span[at + 1]
    return next == 0x5F || next >= 0x80 || next == 0x2A || next == Ascii.space || span.matches("date", at: at + 1)
  }

  /// The number of an amendment by its title: 2 of "Amendment No. 2 to Lease" and of "Second Amendment"; nil where it has none.
  static func number(of title: String) -> Int? {
    let words = title.lowercasedBytes.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let amendment = words.firstIndex(where: { $0 == "amendment" }) else { return nil }
    if amendment > 0, let ordinal = SpelledNumber.ordinals[Word(words[amendment - 1])] { return ordinal }
    let next = words[(amendment + 1)...].prefix(2)
    return next.lazy.compactMap { Int($0) ?? SpelledNumber.cardinals[Word($0)] }.first
  }
}
