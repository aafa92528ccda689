/// What the title of a paper ends in, in the languages that agreements are drafted in side by side.
enum PaperNouns {
  private static let nouns: [StaticString] = [
    "agreement", "contract", "deed", "terms", "conditions", "policy", "licence", "license", "addendum", "supplement", "rider",
    "vertrag", "vereinbarung",
    "bedingungen",
    "contrat", "accord", "convention", "contrato", "acuerdo", "convenio", "contratto", "accordo", "overeenkomst", "sözleşmesi",
  ]

  /// Whether a title has such a noun for one of its words: `ADDITIONAL TERMS FOR EUROPE`.
  static func occurs(_ span: Span<UInt8>, _ title: Range<Int>) -> Bool {
    if ends(span, title) { return true }
    return title.contains { at in
      (at == title.lowerBound || !span[at - 1].isWord) && nouns.contains { (noun: StaticString) in span.matchesWord(noun, at: at) }
    }
  }

  /// Whether a title ends in such a noun: `KAUFVERTRAG`, `TERMS AND CONDITIONS`.
  static func ends(_ span: Span<UInt8>, _ title: Range<Int>) -> Bool {
    nouns.contains { (noun: StaticString) in
      title.count >= noun.utf8CodeUnitCount && span.matches(noun, at: title.upperBound - noun.utf8CodeUnitCount)
    }
  }
}
