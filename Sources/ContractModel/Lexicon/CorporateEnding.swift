/// What stands behind a company's name, or a person's, and belongs to it: `Inc.`, `GmbH`, `N.A.`, `Jr.`
enum CorporateEnding {
  /// Where an ending stops that begins at a place; nil where none does.
  static func end(_ span: Span<UInt8>, _ at: Int) -> Int? {
    // The longest: "S.A. de C.V." and not "S.A." alone.
    var longest: Int?
    for suffix: StaticString in [
      "inc.", "inc", "l.l.c.", "llc", "l.p.", "lp", "ltd.", "ltd", "limited", "n.a.", "corp.", "corporation", "incorporated",
      "co., ltd.", "co.", "s.a.", "llp", "l.l.p.", "plc", "gmbh", "n.v.", "b.v.", "national association", "ag", "p.c.", "pc", "jr.",
      "sr.", "iii", "ii", "m.d.", "aca", "acb", "fsb", "f.s.b.", "ph.d.", "esq.", "trustee", "a.g.", "lllp", "pty ltd", "s.p.a.",
      "sociedad de responsabilidad limitada", "sociedad anónima", "sociedad anÓnima", "sociedad anonima", "s.a. de c.v.",
      "s. de r.l. de c.v.", "s. de r.l.", "s.r.l.", "srl", "société anonyme", "e.k.", "e. k.", "e.v.", "kg", "ohg", "gbr", "ug",
      "se",
      "oy", "ab", "a/s", "aps", "k.k.", "pte. ltd.", "pte ltd", "(pty) ltd", "(pty) limited", "sdn bhd", "sdn. bhd.", "bhd",
      "s.à r.l.", "s. à r. l.", "s. à r.l.", "sàrl", "sarl", "s.a.s.", "sas", "s.l.", "s.l.u.", "s.a.u.",
      "sp. z o.o.", "sp. z o. o.", "d.o.o.", "s.r.o.", "a.s.", "kft.",
    ]
    where span.matches(suffix, at: at) {
      // "incorporated in England" describes; "trustee" in small letters is a capacity.
      if suffix.utf8CodeUnitCount >= 7, span[at].isLower { continue }
      let end = at + suffix.utf8CodeUnitCount
      if end + 1 < span.count, span[end] == Ascii.period, span[end + 1] == Ascii.comma {
        longest = max(longest ?? 0, end + 1)
      } else if end >= span.count || !span[end].isWord {
        longest = max(longest ?? 0, end)
      }
    }
    return longest
  }
}
