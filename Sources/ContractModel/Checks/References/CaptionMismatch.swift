/// Finds references whose words in brackets name another title than their target bears: "Section 9.2 (Governing Law)" where 9.2 is Notices.
enum CaptionMismatch: CheckRule {
  static let code = "caption-mismatch"
  static let severity = Finding.Severity.info
  static let summary = "a reference whose words in brackets name another title"
  static let example = "“Section 9.2 (Governing Law)” where 9.2 is Notices"

  static func findings(_ agreement: Agreement) -> [Finding] {
    agreement.references.compactMap { reference in
      guard reference.status == .internal, reference.targetIDs.count == 1, let id = reference.targetIDs.first,
        let heading = agreement.heading(id), let caption = caption(agreement, behind: reference.range.upperBound)
      else { return nil }
      let words = agreement.words(caption)
      guard !agree(words, heading) else { return nil }
      let number = agreement.provisions[id].number
      return Finding(
        code, .info, caption, subject: words, "“\(words)” is not the title of \(number), which is “\(heading)”.",
        notes: [Finding.Note(range: agreement.provisions[id].label, message: "\(number) is “\(heading)”")])
    }
  }

  /// Words in brackets right behind a reference that read as a title.
  private static func caption(_ agreement: Agreement, behind end: Int) -> Range<Int>? {
    let span = agreement.text.bytes.span
    let open = span.skipSpaces(end)
    guard open + 3 < span.count, span[open] == Ascii.open else { return nil }
    var close = open + 1
    while close < span.count, close - open < 90, span[close] != Ascii.close { close += 1 }
    guard close < span.count, span[close] == Ascii.close, span[open + 1].isUpper, close - open > 5 else { return nil }
    let inside = (open + 1)..<close
    for i in inside where span[i].isDigit || span[i] == Ascii.quote || span[i] == Ascii.openBracket { return nil }
    guard TitleWords.isTitle(span, inside, words: 10), !TitleWords.isCapitals(span, inside) || inside.count > 6 else { return nil }
    return inside
  }

  /// Whether two titles share a word of some length: "Term; Termination" and "Termination" do.
  private static func agree(_ a: String, _ b: String) -> Bool {
    func words(_ text: String) -> Set<String> {
      Set(text.lowercased().split { !$0.isLetter }.filter { $0.count > 3 }.map { String($0.prefix(6)) })
    }
    let (x, y) = (words(a), words(b))
    return x.isEmpty || y.isEmpty || !x.isDisjoint(with: y)
  }
}
