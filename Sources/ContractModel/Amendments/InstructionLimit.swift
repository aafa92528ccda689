/// What keeps an instruction from holding at once and for good: "Effective upon the opening of the second bakery", "Until March 31, 2017",
/// "solely with respect to ovens delivered after May 1".
struct InstructionLimit: Equatable {
  enum Kind: Equatable {
    /// It takes effect on a day.
    case from(CalendarDate)
    /// It ends with a day.
    case until(CalendarDate)
    /// It hangs on something else.
    case condition
    /// It hangs on what the whole amendment does: "subject to the conditions in Section 4 of this Amendment".
    case ownConditions
  }

  var kind: Kind
  /// The words that say so, in the amendment's text.
  var range: Range<Int>

  /// Words that begin a limit, before the instruction or behind it.
  static let starters: Set<Word> = [
    "if", "when", "whenever", "upon", "until", "unless", "subject", "solely", "only", "during", "provided", "conditioned",
    "contingent", "except", "while", "through", "commencing", "beginning", "effective", "insofar", "concurrently", "simultaneously",
    "retroactive", "retroactively", "immediately", "notwithstanding", "once", "temporarily", "but",
  ]

  /// The limit that words of an amendment say; nil where they limit nothing.
  ///
  /// - Parameter words: In small letters, with single blanks.
  /// - Parameter date: The first date among them.
  static func limit(_ words: String, date: CalendarDate?, _ range: Range<Int>) -> InstructionLimit? {
    func has(_ phrases: String...) -> Bool { phrases.contains { words.contains($0) } }
    let isTimed =
      words.hasPrefix("effective") || words.hasPrefix("as of") || words.hasPrefix("from and after")
      || words.hasPrefix("commencing") || words.hasPrefix("beginning") || words.hasPrefix("on and after") || words.hasPrefix("on ")
      || words.hasPrefix("from") || words.hasPrefix("with effect") || words.hasPrefix("retroactive")
      || words.hasPrefix("immediately")
      || words.hasPrefix("upon the effective") || words.hasPrefix("upon effective") || words.hasPrefix("subject to")
      || words.hasPrefix("upon satisfaction") || words.hasPrefix("upon the satisfaction")
    // "Effective on the later of January 1, 2017 and the opening of the second bakery"
    if has("the later of", "the latest of", "the earlier of", "the earliest of"),
      !has("effective date", "date hereof", "date of this")
    {
      return InstructionLimit(kind: .condition, range: range)
    }
    if isTimed {
      if has(
        "conditions precedent", "conditions set forth", "conditions in", "conditions contained", "conditions to", "conditions of",
        "effective date", "effectiveness", "effective time", "terms and conditions", "terms and on")
      {
        return InstructionLimit(kind: .ownConditions, range: range)
      }
      // "Commencing on the first anniversary of the date of this Amendment", "the first day of the month following the date hereof"
      let isLater = has("anniversary", "days after", "months after", "years after", "month after", "year after", "following the")
      if !isLater,
        has(
          "date hereof", "date of this", "date first", "first written", "first above", "execution of this", "execution hereof",
          "signing of this", "effective immediately", "date above", "even date", "day first") || words == "effective"
          || words == "immediately"
      {
        return nil
      }
      if let date, !has("upon", "subject to") { return InstructionLimit(kind: .from(date), range: range) }
    }
    if let date, words.hasPrefix("until") || words.hasPrefix("through") {
      return InstructionLimit(kind: .until(date), range: range)
    }
    return InstructionLimit(kind: .condition, range: range)
  }

  /// Why it keeps a change from being made on a day, with what has happened; nil where it does not.
  ///
  /// - Parameter day: The day asked about; nil for none in particular.
  func refusal(in amendment: Agreement, _ day: CalendarDate?, _ events: Events) -> String? {
    let words = "“\(amendment.words(range))”"
    switch kind {
    case .ownConditions: return nil
    case .from(let date): return day.map { $0 < date } == true ? "it takes effect later: \(words)" : nil
    case .until(let date): return day.map { $0 <= date } == true ? nil : "it holds for a time only: \(words)"
    case .condition:
      let isMet = events.happened(by: day).contains { amendment.words(range).lowercasedBytes.contains($0.lowercasedBytes) }
      if isMet { return nil }
      let opening = amendment.words(range).lowercasedBytes
      let isPartial = ["except", "other than", "solely", "only", "for purposes", "with respect to"].contains {
        opening.hasPrefix($0)
      }
      return isPartial ? "it holds for a part only: \(words)" : "it takes effect on a condition: \(words)"
    }
  }
}
