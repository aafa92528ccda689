/// What a sentence of an amendment says that asks for nothing the grammar reads: a limit of the changes before it, or an instruction in
/// other words, which is listed as not understood.
struct AmendmentSentence {
  /// In small letters, with single blanks.
  private let words: String

  init(_ bytes: ArraySlice<UInt8>) {
    words = String(decoding: bytes.map { $0 == Ascii.lineFeed ? Ascii.space : $0.lowercased }, as: UTF8.self)
  }

  private func has(_ phrases: [String]) -> Bool { phrases.contains { words.contains($0) } }

  /// Which changes a limit is of.
  enum Reach {
    /// Those of the sentence before: "This change ends on June 30, 2017".
    case last
    /// Those that the same provision of the amendment asks for: "This Section 1 shall cease to have effect on May 1, 2019".
    case provision
    /// Those that another provision of the amendment asks for, by its number: "Section 1 of this Amendment takes effect on May 1, 2018".
    case section(String)
    /// All: "This Amendment shall not become effective until the rent is paid".
    case all
  }

  /// What the sentence is about, behind its label.
  private var subject: Substring {
    let words = self.words.drop { !$0.isLetter }
    // "Section 3. The effectiveness of …"
    for keyword in ["section ", "clause ", "article ", "paragraph "] where words.hasPrefix(keyword) {
      let number = words.dropFirst(keyword.count).prefix { !$0.isWhitespace }
      guard number.first?.isNumber ?? false, let last = number.last, [".", ":", ")"].contains(last) else { break }
      return words[number.endIndex...].drop { !$0.isLetter }
    }
    return words
  }

  /// The reach and the kind of the limit that the sentence is, with the first date in it; nil where it limits nothing.
  func limit(_ date: CalendarDate?) -> (reach: Reach, kind: InstructionLimit.Kind)? {
    if endsAll { return (.all, .condition) }
    if let reach = ownSection.map(Reach.section) ?? reachOfAll ?? (isOfProvision ? .provision : nil) {
      // "This variation shall not apply to work ordered before the date of this deed"
      if has(["not apply to", "not have effect for", "not extend to"]), !has(["other provision", "other term"]) {
        return (reach, .condition)
      }
      let rules = has(["laws", "law of", "provisions of", "terms of", "terms and conditions", "rules of"])
      if has(Self.conditions) || !rules && has(["is subject to", "are subject to"]) { return (reach, kind(date)) }
      if has(Self.beginnings), let kind = beginning { return (reach, kind) }
      guard let date else { return nil }
      if has(["cease", " lapse", " expire", " terminate", "no further effect", "no further force"]) {
        return (reach, .until(date))
      }
      return has(Self.beginnings) ? (reach, .from(date)) : nil
    }
    if staysForSome { return (.last, .condition) }
    return isOfLast ? (.last, kind(date)) : nil
  }

  /// How an amendment begins to hold that says when, and gives no day: "shall become effective on the first date (the "Amendment Date") on
  /// which", "is effective as of the date first written above when the Bank has received"; nil where that is its own signing.
  private var beginning: InstructionLimit.Kind? {
    if has(["on which", " when ", " once ", "upon receipt", "if and when", "provided that"]) { return kind(nil) }
    guard has(["effective on the ", "effect on the ", "operative on the ", "effective upon the ", "force on the "]) else {
      return nil
    }
    if has(["date hereof", "date of this", "date first", "first written", "first above", "day first", "execution", "signing"]) {
      return nil
    }
    return has(["effective date", "effective time"]) ? .ownConditions : .condition
  }

  /// Whether it says that all falls where something happens: "If the sale does not close by May 1, 2019, this Amendment shall be null and void".
  var endsAll: Bool {
    // A title may stand before it: "2. Sale. If …"
    guard
      ["if ", "unless ", "in the event ", "should ", "in case "].contains(where: { subject.hasPrefix($0) || has([". " + $0]) }),
      has([
        "null and void", " void", "no force", "no effect", " lapse", "cease to have effect", "cease to be of",
        "have no further effect",
      ])
    else { return false }
    // "…, this First Amendment shall", "… then this Deed is"
    let papers = ["amendment", "deed", "letter", "variation", "addendum", "supplement", "agreement"]
    let isPaper = [", this ", " then this "].contains { lead in
      words.firstRange(of: lead).map { found in
        words[found.upperBound...].split(separator: " ").prefix(3).contains { papers.contains(String($0)) }
      } ?? false
    }
    return isPaper || has([", the amendments", ", these amendments", ", the foregoing", ", such amendment"])
  }

  /// What says when an amendment takes effect, where it hangs on something.
  private static let conditions = [
    "effective until", "effective unless", "effective only", "effective upon", "effective when", "effective if", "effective once",
    "operative until", "operative unless", "operative only", "operative upon", "operative when", "operative if", "operative once",
    "conditioned", "conditional", "contingent", "effect until", "effect unless", "effect only", "effect upon", "effect when",
    "effect once", "effect if", "force until", "force unless", "force upon", "force when", "force once", "day on which",
    "date on which",
    "condition to the effectiveness", "shall lapse if", "lapses if", "condition precedent", "void unless", "void if",
    "satisfied before", "take effect on the first", "takes effect on the first", "effect after", "takes effect when",
    "shall apply only", "applies only", "apply only", "binding until", "binding unless", "binding only", "binding when",
    "binding once", "binding if", "operation until", "operation unless", "operation upon", "operation when", "operation once",
    "effect as soon as", "effective as soon as", "binding as soon as",
  ]
  /// What says on which day it takes effect.
  private static let beginnings = [
    "into force", "take effect", "takes effect", "have effect", "has effect", "be effective", "is effective", "are effective",
    "become effective", "becomes effective", "made effective", "be operative", "become operative", "becomes operative",
  ]
  private static let papers = [
    "this amendment", "this deed", "this letter", "this addendum", "this variation", "this supplement", "this waiver",
    "this consent", "the amendments made", "this agreement",
    "the foregoing amendment", "the amendment", "these amendments", "the variation", "these variations", "the effectiveness",
    "as a condition to the effectiveness", "the amendments", "the following shall be satisfied", "the following conditions",
  ]

  private var reachOfAll: Reach? {
    let isOfAll =
      Self.papers.contains { subject.hasPrefix($0) } || subject.hasPrefix("this ") && subject.prefix(60).contains("amendment")
      || subject.prefix(40).contains("above takes effect") || subject.contains("effectiveness of this")
      || subject.contains("amendment set forth above") || subject.contains("amendments set forth above")
      || has(["foregoing amendment"])
    return isOfAll ? .all : nil
  }

  /// Whether it says how long a section of the amendment itself holds: "This Section 1 shall cease to have effect on May 1, 2019".
  var isOfProvision: Bool {
    ["this section ", "this paragraph ", "this clause ", "this article "].contains { subject.hasPrefix($0) }
      && has(["effect", "effective", "force"]) && !changes
  }

  private var changes: Bool { has([" amended", " deleted", " replaced", " restated"]) }

  /// The number of the section of the amendment that it says is in force from a day or on a condition: "Section 1 of this Amendment takes
  /// effect on May 1, 2018".
  private var ownSection: String? {
    let opening = subject.prefix(60)
    for keyword in ["section ", "paragraph ", "clause ", "article "] {
      guard let found = opening.firstRange(of: keyword) else { continue }
      let number = opening[found.upperBound...].prefix { $0.isNumber || $0 == "." || $0 == "(" || $0 == ")" || $0.isLetter }
      let behind = opening[number.endIndex...]
      let owns = [" of this ", " hereof ", " above "].contains { behind.hasPrefix($0) }
      guard owns, !number.isEmpty, has(["effect", "in force", "into force"]), !changes else { return nil }
      return String(number)
    }
    return nil
  }

  /// Whether what was taken out or changed goes on for some: "However, it shall continue to govern work ordered before the date hereof", "It
  /// shall nevertheless remain binding as regards the second yard".
  private var staysForSome: Bool {
    let phrases = [
      "it shall continue", "it continues", "it shall nevertheless", "it nevertheless", "it still ", "it shall still",
      "it shall remain",
      "it remains", "it will continue", "it will remain", "it shall survive", "it survives",
    ]
    // "and it shall remain in full force and effect" closes an amendment and limits nothing.
    return !subject.hasPrefix("this ") && !has(["full force"])
      && phrases.contains { subject.hasPrefix($0) || words.contains(" " + $0) }
  }

  private var isOfLast: Bool {
    // "Notwithstanding the foregoing, … this Amendment shall control" ranks the papers and limits nothing.
    if has(["inconsisten", "conflict", "discrepanc"]), has(["control", "prevail", "govern"]) { return false }
    let isOfChange = [
      "change", "deletion", "replacement", "increase", "reduction", "amendment", "modification", "extension", "variation", "waiver",
      "alteration", "substitution", "insertion", "addition", "suspension",
    ].contains { noun in ["this ", "the foregoing ", "such ", "the "].contains { subject.hasPrefix($0 + noun) } }
    if isOfChange,
      has([
        " ends ", " expires ", " lapses ", " end on", " expire on", " lapse on", " lapse if", " cease on", " terminate on",
        " only ", " until ", " unless ", " if ", " when ", " once ", " upon ", " not apply",
        "not affect",
      ])
    {
      return true
    }
    // "It comes back into force on January 1, 2018.", "For ovens bought in 2015, however, it remains in force."
    let isBack = has(["back into force", "back into effect", "be reinstated on", "is reinstated on", "be revived", "is revived"])
    let isKept = has([", however,", " however "]) && has(["remain", "continue", "in force", "in effect", "appl"])
    if isBack || isKept && !has(["this amendment", "full force and effect"]) { return true }
    if subject.hasPrefix("notwithstanding the foregoing") || has(["as it stood", "continue to apply to", "continues to apply to"])
      || subject.hasPrefix("the foregoing shall not") || words.contains("remain subject to") && words.contains(" before ")
    {
      return true
    }
    // What stays as it was: "liens granted before the date hereof shall continue to be governed by Section 5.04".
    let isOfWhole = [
      "except as", "save as", "in all other", "this amendment", "nothing", "all other", "the agreement", "all of the",
      "each of the",
    ].contains { subject.hasPrefix($0) }
    return !isOfWhole
      && has([
        "continue to be governed by", "continues to be governed by", "clause shall continue to govern",
        "clause continues to govern",
        "section shall continue to govern", "section continues to govern", "provision shall continue to govern",
        "remain governed by", "shall continue to apply", "may however",
        "may, however,", "may reinstate",
      ])
  }

  /// What the limit says: a day it ends with, what the signing itself brings about, or something else that must happen.
  private func kind(_ date: CalendarDate?) -> InstructionLimit.Kind {
    if let date,
      has([
        " ends on", " expires on", " lapses on", " end on", " expire on", " lapse on", " cease on", " terminate on", " until ",
        "back into force on", "back into effect on", "reinstated on",
      ]),
      !has(["not become", "no force", "no effect"])
    {
      return .until(date)
    }
    // The papers that parties exchange as they sign.
    let isSigning = has([
      "conditions", "condition precedent", "following condition", "condition to the effectiveness", "execution", "executed",
      "counterpart", "signature", "signed", "date hereof", "date first", "date of this", "delivered to", "delivery", "receipt by",
      "have received", "has received", "satisfied", "satisfaction",
    ])
    let isOther = has([
      "shall not become effective", "conditioned upon", "contingent", "no force", "no effect", "only when", "effect only",
      "shall lapse",
    ])
    return isSigning && !isOther ? .ownConditions : .condition
  }

  private static let signs = [
    " hereafter ", "is hereby deleted", "is hereby changed", "is raised", "hereby raised", "hereby lowered", "agree to reduce",
    "agree to increase", "instead of reading", "having read", "be read as", "is to read", "shall instead", "agreed to be",
    "is changed from",
    "are changed from", "is raised from", "is lowered from", "is extended from", "revoked and", "is revoked", "each reference",
    "any reference",
    "all references", "every reference", "references to", "wherever the", "reads as follows instead", "following meanings",
    "shall henceforth", "is suspended", "are suspended", "temporarily replaced", "read as if", "from now on", "is hereby waived",
    "shall no longer", "be understood to mean", "understood to mean", "that part of", "following wording", "new wording",
    "be taken out", "be put in", "\" substitute \"", "is rescinded", "are rescinded", "hereby rescinded", "is withdrawn",
    "are withdrawn",
    "is altered", "are altered", "is complemented", "are complemented", "by the following paragraph", "by the following clause",
    "by the following sentence", "is repealed", "are repealed", "in its place", "adopted in",
    "is reduced to", "is increased to", "is extended to", "is postponed", "are reduced to", "are increased to", "are extended to",
    "shall have added", "is reworded", "are reworded", "is rewritten", "newly worded", "as if clause", "as if section",
    "were deleted",
    "shall be transposed", "are transposed", "cease to apply", "is extended by", "are extended by", " becomes section",
    " becomes clause",
    " becomes article", " becomes schedule", " becomes exhibit", " becomes §", "\" becomes \"", "shall be extended to",
    "is omitted", "are omitted", "is dropped", "are dropped", "is shortened", "is lengthened", "construed as references",
    "construed as a reference", "by novation", "there shall be inserted", "there shall be added", "there shall be substituted",
    "there is added", "there is inserted", "there is substituted", "hereby waives", "hereby waive", "shall not apply during",
    "in place of \"", "\" insert \"", "\" delete \"", "construed as if", "amended by replacing", "amended by deleting",
    "amended by adding", "amended by inserting", "amended by striking", "amended by substituting", "is extended for",
    "are extended for", "be expanded", "is expanded", "\" substitute", "replace it with", "by deleting the", "by omitting the",
    "is deleted", "are deleted", "is replaced", "are replaced", "is amended by", "are amended by", "is amended to",
    "are amended to",
    ", by replacing \"", ", by deleting \"", ", by inserting \"", ", by adding \"", "is renamed", "are renamed", "is decreased",
    "are decreased", "be decreased", "shall be increased", "shall be reduced", "shall be extended", "extended through",
    "is superseded by", "are superseded by", "is revised only", "are revised only", "shall automatically be amended",
    "is hereby amended as follows", "are hereby amended as follows", "shall amend section", "shall amend clause",
    "intentionally deleted", "intentionally omitted", "deemed to refer to", "be followed by", "shall include a new",
    "should read", "is changed to", "are changed to", "is augmented", "are augmented",
    "no longer applies", "no longer apply", "is renewed for", "is renewed to", "is hereby renewed", "amended: \"", "revised: \"",
    "effect as if", "deemed to read", "hereby struck", "is struck", "are struck", "following shall replace",
    "no further force or effect",
    "hereby created", "now provide as follows", "now provides as follows", "hereby rewritten", "disapplied", "\" to read \"",
    "with the substitution of", "superseded by the following", ", change \"", ", delete \"", ", replace \"", ", insert \"",
    "agree to extend the", "agrees to extend the", "is hereby extended", "goes up", "go up", "goes down", "go down",
    "hereby incorporate", "redefined", "hereby extend", "hereby changed to", "is varied as follows",
    "are varied as follows", "terminated and of no",
  ]
  /// What asks as a recipe does: "Delete the clause and put this in its place".
  private static let imperatives = [
    "please delete ", "please replace ", "please insert ", "delete ", "replace ", "insert ", "substitute ", "omit ", "strike ",
    "renumber ", "increase ", "reduce ", "decrease ",
    "extend ", "change ",
  ]

  /// Whether it gives a matter of a place another value: "In Appendix 2 the price of oats shall be £360", "The Fee shall be £12,000 a year",
  /// "The Expiration Date shall be May 31, 2024".
  private var revalues: Bool {
    if subject.hasPrefix("the "), let be = subject.firstRange(of: " shall be "),
      subject.distance(from: subject.startIndex, to: be.lowerBound) < 70, !subject[..<be.lowerBound].contains(",")
    {
      var given = subject[be.upperBound...]
      if given.hasPrefix("deemed to be ") { given = given.dropFirst(13) }
      let value = Array(given.utf8.prefix(40))
      if Self.isValue(value.span, at: 0) { return true }
    }
    guard subject.hasPrefix("in "), let be = subject.firstRange(of: " shall be ") ?? subject.firstRange(of: " is to be ") else {
      return false
    }
    let places = ["section", "clause", "article", "paragraph", "appendix", "schedule", "exhibit", "annex"]
    guard let noun = subject.split(separator: " ").dropFirst().first, places.contains(String(noun)) else { return false }
    return subject[be.upperBound...].prefix(12).contains { $0.isNumber }
  }

  /// Whether a figure, a sum or a day begins at a place: "6 per cent", "£12,000", "May 31, 2024".
  static func isValue(_ span: Span<UInt8>, at place: Int) -> Bool {
    if span.byte(place).isDigit || Currency.signEnd(span, at: place) != nil { return true }
    return DateParser.month(span, place).map { span.byte(span.skipSpaces($0.end)).isDigit } ?? false
  }

  /// Whether it keeps a provision from holding: "Section 6 shall not apply to barley", "Notwithstanding Section 6, …", "waives Section 6".
  private var setsAside: Bool {
    let nouns = ["section ", "clause ", "article ", "paragraph "]
    return nouns.contains { subject.hasPrefix("notwithstanding " + $0) || has(["waives " + $0, "waive " + $0]) }
      || has([" not apply"]) && nouns.contains { subject.hasPrefix($0) }
  }

  /// Whether a sentence that names a place of another paper changes it, in whatever words: "By this Amendment the parties replace Section 3.1 of
  /// the Lease", "Section 3.1 of the Lease now reads as follows".
  func changes(aPlaceThatIsNamed isNamed: Bool) -> Bool {
    isNamed && !has(["nothing ", "whereas", "as amended", "as modified", "be construed", "remain", "represent", "warrant"])
      && has([
        " replace ", " replaces ", " delete ", " deletes ", " insert ", " inserts ", " substitute ", " substitutes ", "changed to",
        " reads as",
        " read as", "is hereby", "are hereby", "that reads", "hereby agree to change", " restate ", " restates ", " amend ",
        " amends ",
      ])
  }

  /// Whether the words look like an instruction: "As used in the Lease, "Price" shall mean $40".
  var looksLikeInstruction: Bool {
    if has([
      "this amendment", " herein ", " hereunder", " hereto ", "nothing ", "whereas", "as amended", "as modified", "date of this",
      "clarifies",
    ]) {
      return false
    }
    if has(Self.signs) || revalues || setsAside || Self.imperatives.contains(where: { subject.hasPrefix($0) }) { return true }
    // "The definition of "Fee" shall include the tax"
    if subject.hasPrefix("the definition of "),
      has(["shall include", "shall also include", "shall not include", "shall exclude", "includes", "excludes"])
    {
      return true
    }
    // "In lieu of the deposit required by Section 4.2, the Buyer shall"; bronze in lieu of brass is a matter of the work.
    if has(["in lieu of"]), has(["section ", "clause ", "article ", "paragraph "]) { return true }
    guard has(["shall mean", "shall now mean", "shall have the meaning", "\" means", "shall be read"]) else { return false }
    return has([
      "term \"", "terms \"", "as used in", "for all purposes", "definition", "in section", "of the lease", "of the agreement",
    ])
  }
}
