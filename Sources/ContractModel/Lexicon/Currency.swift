/// What sums of money are counted in, as it stands beside their figures.
enum Currency {
  private static let codes: Set<Word> = [
    "usd", "eur", "gbp", "chf", "jpy", "cad", "aud", "sgd", "zar", "inr", "cny", "rmb", "hkd", "nzd", "sek", "nok", "dkk",
  ]
  private static let names: Set<Word> = [
    "dollar", "dollars", "euro", "euros", "pound", "pounds", "sterling", "yen", "francs", "rand", "rupees",
  ]

  private static let signs: Set<Word> = ["$", "£", "¥", "€"]

  /// Whether a token is a currency's sign or code: `$`, `eur`.
  static func isSignOrCode(_ token: Word) -> Bool { signs.contains(token) || codes.contains(token) }

  /// Whether a word is a currency's name: `dollars`, `sterling`.
  static func isName(_ span: Span<UInt8>, _ word: Range<Int>) -> Bool { names.contains(Word(span, word)) }

  /// Where a currency's sign ends that stands at a place: `$`, `£`, `¥`, `€`.
  static func signEnd(_ span: Span<UInt8>, at place: Int) -> Int? {
    for sign: StaticString in ["$", "£", "¥", "€"] where span.matches(sign, at: place) { return place + sign.utf8CodeUnitCount }
    return nil
  }

  /// Whether words are a currency's sign, code or name: `$`, `US$`, `€`, `EUR`, `dollars`.
  static func stands(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    // The last bytes of `£`, `¥` and `€`.
    if span[last] == 0x24 || [0xA3, 0xA5].contains(span[last]) && range.count > 1 && span[last - 1] == 0xC2 { return true }
    if span[last] == 0xAC, range.count > 2, span[last - 2] == 0xE2 { return true }
    return codes.contains(Word(span, range)) || isName(span, range)
  }
}
