/// Finds time limits by their amount and unit, and reads the words around for how they are counted.
///
/// `thirty (30) days`, `30-day period`, `the tenth business day after`, `a month and a half`. No limits are ages, rates ("ten a year"),
/// bases of interest ("a year of 360 days"), and pay measured in time ("two years' salary").
struct TimeLimitFinder {
  private let agreement: Agreement
  private let terms: [String: Int]

  init(_ agreement: Agreement) {
    self.agreement = agreement
    terms = Dictionary(
      agreement.terms.enumerated().map { ($1.name.lowercasedBytes, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func limits() -> [TimeLimit] {
    let reading = agreement.reading
    let span = reading.bytes.span
    var out: [TimeLimit] = []
    var start = 0
    while start < span.count {
      let end = span.firstOffset(of: Ascii.lineFeed, in: start..<span.count)
      let sentence = SentenceWords(span, start..<end)
      for index in sentence.indices {
        if let limit = limit(sentence, index) { out.append(limit) }
      }
      start = end + 1
    }
    return out
  }

  // MARK: Amount and unit

  private static let units: [String: Period.Unit] = [
    "hour": .hour, "hours": .hour, "day": .day, "days": .day, "week": .week, "weeks": .week, "month": .month, "months": .month,
    "quarter": .quarter, "quarters": .quarter, "year": .year, "years": .year,
  ]
  private static let modifiers: Set<String> = [
    "calendar", "consecutive", "full", "additional", "further", "successive", "more", "complete", "normal", "clear", "whole",
    "entire",
    "continuous",
  ]
  private static let business: Set<String> = ["business", "working", "banking", "trading"]

  private func limit(_ words: SentenceWords, _ at: Int) -> TimeLimit? {
    guard var unit = Self.units[words[at]] else { return nil }
    let sentence = words.sentence(at)
    var before = at
    func skip(_ skipped: (String) -> Bool) { while before > sentence.lowerBound, skipped(words[before - 1]) { before -= 1 } }
    skip { $0 == "-" }
    if unit == .day, before > sentence.lowerBound, Self.business.contains(words[before - 1]) {
      unit = .businessDay
      before -= 1
    }
    skip { $0 == "-" || Self.modifiers.contains($0) }
    guard let amount = PrintedAmount.before(words, before, in: sentence) else { return nil }
    var halves = amount.halves
    var end = at + 1
    // "a month and a half"
    for half in ["and a half", "and one - half", "and one half"] where words.matches(half, at: end) {
      halves += 1
      end += half.split(separator: " ").count
      break
    }
    guard halves > 0, halves <= 40_000 else { return nil }
    let context = TimeLimitContext(words: words, amount: amount.start, unit: at, end: end, sentence: sentence)
    guard !context.isRate(amount), !context.isBasis(halves / 2), !context.isPayOrAge else { return nil }
    if amount.form == .ordinal, !context.countsFromHere { return nil }
    if amount.form == .article, !context.admitsArticle, end == at + 1 { return nil }
    let counting = context.counting()
    let reading = agreement.reading
    let range = reading.source(words.range(amount.start..<end))
    let trigger = context.trigger(counting).map { words.range($0) }
    return TimeLimit(
      range: range, period: Period(halves: halves, unit: unit), relation: counting.relation, isBackward: counting.isBackward,
      isDeemed: context.isDeemed, trigger: trigger.map { reading.source($0) },
      triggerTerm: trigger.flatMap { term(reading.bytes.span, $0) }, provision: agreement.provisions.innermost(at: range.lowerBound)
    )
  }

  /// The term a trigger is: "the Effective Date", "the Effective Date of this Agreement", "Production Startup".
  private func term(_ span: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var key = TermName.key(span, range)
    for article in ["the ", "a ", "an ", "such ", "its ", "any "] where key.hasPrefix(article) { key.removeFirst(article.count) }
    for tail in [" of this agreement", " hereof", " hereunder"] where key.hasSuffix(tail) { key.removeLast(tail.count) }
    return terms[key]
  }
}
