/// Abbreviations, whose period ends no sentence: "Inc. Licensee", "No. 5", "9 a.m. Eastern time".
enum Abbreviation {
  /// In small letters, without the last period.
  static let words: [StaticString] = [
    // Of companies and persons.
    "inc", "corp", "ltd", "co", "llc", "bros", "l.p", "l.l.c", "l.l.p", "n.a", "s.a", "n.v", "b.v", "s.p.a", "p.c", "mr", "ms",
    "mrs",
    "dr", "jr", "sr", "thos", "chas", "geo", "wm", "jas", "jno", "edw", "robt", "benj", "prof",
    // Of places and addresses.
    "u.s", "u.s.a", "r.o.c", "p.o", "st", "mt", "ave", "blvd", "rd", "ste", "ft", "av", "bl", "bldg", "hwy", "pkwy", "apt", "dept",
    // Of parts of a paper.
    "no", "nos", "art", "sec", "vs", "e.g", "i.e", "d/b/a",
    // Of times.
    "a.m", "p.m", "jan", "feb", "aug", "sept", "oct", "nov", "dec",
  ]

  private static let set = WordSet(words)
  private static let longest = 5

  /// Whether the period at a place belongs to an abbreviation or to the initial of a name: `Ann B. Oak`.
  static func closesAny(_ span: Span<UInt8>, _ period: Int) -> Bool {
    period >= 2 && span[period - 1].isUpper && !span[period - 2].isLetter || closes(span, period)
  }

  /// Whether the period at a place belongs to an abbreviation.
  static func closes(_ span: Span<UInt8>, _ period: Int) -> Bool {
    var start = period
    while start > 0, period - start <= longest,
      span[start - 1].isLetter || span[start - 1] == Ascii.period || span[start - 1] == Ascii.slash
    { start -= 1 }
    return set.contains(span, start..<period)
  }
}
