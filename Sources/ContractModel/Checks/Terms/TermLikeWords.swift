/// Finds capitalised words that are used as a defined term is: in mid-sentence, behind an article, ending in a noun contracts define.
///
/// "on the Effective Date", "all Licensed Products"; not the names of firms, offices, statutes and places, and no piece of a longer name.
enum TermLikeWords {
  struct Run {
    var range: Range<Int>
    var words: Int
    /// Whether an article or the like stands before it.
    var isLed: Bool
    /// How often two words and more must be used so to count: once where the last of them is mostly a defined term's.
    var uses: Int
  }

  /// Runs of capitalised words in mid-sentence that end in a noun contracts define, behind an article or the like.
  ///
  /// Behind a comma may stand a name, so there only what begins with a party's own short name counts: "the Marks, Seller Improvements".
  static func runs(_ span: Span<UInt8>, _ starts: WordStarts, _ range: Range<Int>, _ roles: [[UInt8]]) -> [Run] {
    var out: [Run] = []
    starts.forEach(in: range) { i in
      guard span[i].isUpper, i > range.lowerBound + 1, span[i - 1] == Ascii.space,
        span[i - 2].isLower || span[i - 2] == Ascii.comma && begins(span, i, with: roles)
      else {
        // What a name or a comma leads is skipped whole: the end of "Network Protection Equipment" is no term.
        return span[i].isUpper ? max(capitalsEnd(span, i, range.upperBound), i + 1) : i + 1
      }
      let isLed = leadsTerm(span, i - 1)
      let start = i
      var end = i
      var words = 0
      var at = i
      while at < range.upperBound, words < 5 {
        let word = at
        while at < range.upperBound, span[at].isWord || span[at] == Ascii.hyphen { at += 1 }
        guard at > word, span[word].isUpper, at - word > 1, span[word + 1].isLower else { break }
        words += 1
        end = at
        guard at + 1 < range.upperBound, span[at] == Ascii.space else { break }
        // "Change of Control"
        if span.matches(" of ", at: at), at + 4 < range.upperBound, span[at + 4].isUpper { at += 4 } else { at += 1 }
      }
      let next = max(end, start + 1)
      // One capitalised word needs an article before it, but for what parties are called: "IBM grants Licensee a right".
      guard words > 1 || words == 1 && (isLed || persons.contains(span, start..<end)), words < 5, end < range.upperBound,
        !isInstitution(span, start..<end),
        let uses = uses(span, start..<end, isAlone: words == 1)
      else { return next }
      // "Contracts for the International Sale of Goods"
      for treaty: StaticString in ["contracts for the", "convention on the", "convention for the", "treaty on the"]
      where span.matchesWord(treaty, endingAt: start - 1) { return next }
      // "a Request for Arbitration" and "Yukon Territory" are names.
      if span.matches(" for ", at: end), end + 5 < range.upperBound, span[end + 5].isUpper { return next }
      if PlaceNames.begin(span, at: start) { return next }
      // "the Securities and Exchange Commission" goes on, and a "so-called" thing is a product.
      if span.matches(" and ", at: end), end + 5 < range.upperBound, span[end + 5].isUpper { return next }
      if span.matchesWord("so-called", endingAt: start - 1) { return next }
      // "Equipment/Network Plan" and "Event ofDefault" were cut.
      if span[end] == Ascii.slash || span.matches(" of", at: end) && end + 3 < range.upperBound && span[end + 3].isUpper {
        return next
      }
      // "the Closing Date Schedule 1" and "Notice 5" go on with a number; "Services, Inc." is a name.
      let behind = span.skipSpaces(end)
      if behind < range.upperBound, span[behind].isDigit || span[behind] == Ascii.quote || span[behind].isUpper && behind == end + 1
      {
        return next
      }
      if span.matches(", inc", at: end) || span.matches(", llc", at: end) || span.matches(", l", at: end)
        || span.matches(" of the state", at: end)
      {
        return next
      }
      // "the Change in Control Date" was cut.
      if span.matchesWord("change in", endingAt: start - 1) { return next }
      // "an Assignment of Project Documents" is a paper.
      if start > 3, span.matchesWord("a", endingAt: start - 1) || span.matchesWord("an", endingAt: start - 1),
        (start..<end).contains(where: { span.matches(" of ", at: $0) })
      {
        return next
      }
      guard !span.matchesWord("the", at: start), !isAnothers(span, start), !isCaption(span, start, range.lowerBound) else {
        return next
      }
      out.append(
        Run(
          range: start..<end, words: words, isLed: isLed || span[start - 2] == Ascii.comma || isPlaced(span, end),
          uses: uses))
      return next
    }
    return out
  }

  /// "the Additional Expenses set forth in Article 6": words that say where their meaning is.
  private static func isPlaced(_ span: Span<UInt8>, _ end: Int) -> Bool {
    for words: StaticString in [" set forth in ", " described in ", " specified in ", " provided for in ", " referred to in "]
    where span.matches(words, at: end) {
      let next = end + words.utf8CodeUnitCount
      return span.matchesWord("article", at: next) || span.matchesWord("section", at: next)
    }
    return false
  }

  /// Where capitalised words one behind another end.
  private static func capitalsEnd(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var i = start
    while i < limit, span[i].isUpper {
      while i < limit, span[i].isWord || span[i] == Ascii.hyphen || span[i] == Ascii.apostrophe { i += 1 }
      guard i + 1 < limit, span[i] == Ascii.space else { break }
      var next = i + 1
      for small: StaticString in ["of ", "for ", "and ", "of the "] where span.matches(small, at: next) {
        let after = next + small.utf8CodeUnitCount
        if after < limit, span[after].isUpper { next = after }
      }
      guard span[next].isUpper else { break }
      i = next
    }
    return i
  }

  /// "HealthGate's Finder Services" is a product, and "such Statistical Release" was named just before.
  private static func isAnothers(_ span: Span<UInt8>, _ start: Int) -> Bool {
    // "Confidential and Proprietary Information" was cut.
    for word: StaticString in [" and ", " or ", " & "] where span.matches(word, at: start - word.utf8CodeUnitCount) {
      var i = start - word.utf8CodeUnitCount
      while i > 0, span[i - 1].isWord || span[i - 1] == Ascii.hyphen { i -= 1 }
      if span[i].isUpper { return true }
    }
    if span[start - 2] == 0x73, start > 2, span[start - 3] == Ascii.apostrophe { return true }
    for word: StaticString in ["such", "said", "these", "those"] where span.matchesWord(word, endingAt: start - 1) { return true }
    return false
  }

  /// Whether a place stands in a bracket right behind a number: "Section 6.4 [Sourcing of Other Products]".
  private static func isCaption(_ span: Span<UInt8>, _ start: Int, _ low: Int) -> Bool {
    var i = start
    while i > low, start - i < 90, span[i] != Ascii.close, span[i] != Ascii.closeBracket {
      i -= 1
      if span[i] == Ascii.open || span[i] == Ascii.openBracket {
        let before = span.skipSpaces(endingAt: i)
        return before > low && span[before - 1].isDigit
      }
    }
    return false
  }

  private static func begins(_ span: Span<UInt8>, _ start: Int, with roles: [[UInt8]]) -> Bool {
    roles.contains { role in
      let end = start + role.count
      return end < span.count && span[end] == Ascii.space && role.indices.allSatisfy { span[start + $0].lowercased == role[$0] }
    }
  }

  /// Whether the words before a place lead a term: an article, a possessive or a word of quantity.
  private static func leadsTerm(_ span: Span<UInt8>, _ end: Int) -> Bool {
    if span.matchesWord("of the", endingAt: end), span[end - 6].isLower { return true }
    guard end > 0, leads.ends(span, at: end) else { return false }
    var start = end - 1
    while start > 0, span[start - 1].isWord { start -= 1 }
    return span[start].isLower
  }

  private static let leads = WordSet(
    "the", "any", "such", "each", "all", "an", "no", "its", "their", "every", "said", "these", "those", "our", "your")

  /// Whether a word of a name says that it is an office or a statute: "Office of Foreign Assets Control", "Uniform Securities Act".
  private static func isInstitution(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(span.firstOffset(of: Ascii.space, in: start..<range.upperBound), range.upperBound)
      // "Comptroller-General of Patents"
      let isGeneral = end > 8 && span.matchesWord("general", endingAt: end) && span[end - 8] == Ascii.hyphen
      if isGeneral || institutions.contains(span, start..<end) { return true }
      start = end + 1
    }
    return false
  }

  private static let institutions = WordSet(
    "office", "department", "bureau", "board", "commission", "ministry", "agency", "center", "centers", "federal", "national",
    "act",
    "code", "administration", "internal", "postal",
    "registrar", "registry", "united", "institute", "official", "public", "land", "comptroller", "inspectorate",
    "ombudsman")

  /// How many uses tell a term by its last word: one for a noun that agreements define mostly, three for one that they define at times; nil
  /// for another.
  private static func uses(_ span: Span<UInt8>, _ range: Range<Int>, isAlone: Bool) -> Int? {
    var start = range.upperBound
    while start > range.lowerBound, span[start - 1].isWord { start -= 1 }
    if nouns.contains(span, start..<range.upperBound) { return 1 }
    // "Business Day"; the days of the calendar have names.
    if span.matchesWord("day", at: start) || span.matchesWord("days", at: start) {
      return workingDays.begins(span, at: range.lowerBound) && start > range.lowerBound ? 1 : nil
    }
    if rarerNouns.contains(span, start..<range.upperBound) || isAlone && persons.contains(span, start..<range.upperBound) {
      return 2
    }
    return !isAlone && seldomNouns.contains(span, start..<range.upperBound) ? 3 : nil
  }

  /// Nouns that end defined terms of three agreements and more of those counted, and that names of bodies and papers rarely end in.
  private static let seldomNouns = WordSet(
    "account", "action", "activity", "agent", "area", "availability", "base", "baseline", "cap", "capacity", "change", "changes",
    "charge", "conditions", "content", "criteria", "currency", "deadline", "defect", "defects", "deposit", "disability",
    "documentation", "earnings", "efforts", "employee", "employees", "entities", "entity", "exceptions", "exposure", "features",
    "goods", "incident", "inventory", "investment", "investments", "item", "items", "know-how", "launch", "level", "levels",
    "liability", "limitation", "margin", "meeting", "offering", "operator", "personnel", "point", "points", "portion", "premium",
    "programme", "purpose", "purposes", "quarter", "quote", "ratio", "rent", "rents", "sales", "segment", "specification",
    "standards", "sum", "sums", "tax", "taxes", "termination", "test", "testing", "tests", "unit", "units", "use", "uses",
    "warranties", "works", "year", "years")

  private static let workingDays = WordSet("business", "banking", "exchange", "settlement", "trading", "working")

  /// Whether a word in small letters is what parties are called.
  static func isPerson(_ key: String) -> Bool {
    let bytes = Array(key.utf8)
    return persons.contains(bytes.span, 0..<bytes.count)
  }

  /// Who is a party to an agreement, or is dealt with as one.
  private static let persons = WordSet(
    "assignee", "assignor", "bank", "borrower", "buyer", "client", "company", "competitor", "consultant", "contractor",
    "controller", "customer", "customers", "debtor", "distributor", "employer", "executive", "franchisee", "franchisor",
    "guarantor", "indemnitee", "insurer", "landlord", "lender", "lenders", "lessee", "lessor", "licensee", "licensor", "manager",
    "owner", "participant", "processor", "provider", "purchaser", "recipient", "representative", "seller", "sponsor",
    "subcontractor", "subcontractors", "subsidiaries", "subsidiary", "supplier", "tenant", "transferee", "trustee", "user", "users",
    "vendor")

  /// Nouns that end defined terms of eight agreements and more of those counted, and other words too.
  private static let rarerNouns = WordSet(
    "acceptance", "accounts", "acquisition", "administrator", "advance", "advances", "application", "approval", "assignment",
    "assumption", "balance", "benefit", "benefits", "bonus", "borrower", "borrowers", "borrowing", "centre", "charges", "claim",
    "client", "commitment", "commitments", "committee", "communications", "compensation", "competitor", "completion", "contract",
    "contractor", "contracts", "contribution", "cost", "customer", "customers", "data", "dataset", "debt", "disposition", "dispute",
    "distribution", "distributor", "encumbrances", "expenditures", "expense", "financing", "guarantee", "holder", "income",
    "indemnitee", "inventions", "laws", "lender", "lenders", "license", "licensee", "licensor", "lien", "liens", "limit", "loan",
    "loans", "loss", "mandate", "material", "number", "obligation", "order", "orders", "owner", "package", "participant", "party",
    "phase", "phases", "properties", "provider", "purchaser", "recipient", "representative", "representatives", "requirement",
    "requirements", "reserve", "revenue", "revenues", "salary", "security", "service", "share", "subcontractor", "subcontractors",
    "subsidiaries", "subsidiary", "supplier", "support", "system", "transaction", "transactions", "transfer", "transferee", "user",
    "users", "version", "warrants", "warranty", "website")

  private static let nouns = WordSet(
    "date", "period", "term", "price", "expenses", "improvements", "products", "product", "services", "payment", "payments",
    "fee", "fees", "information", "property", "rights", "amount", "amounts", "event", "territory", "technology",
    "documents", "obligations", "premises", "equipment", "software", "materials", "notice", "request", "default", "closing",
    "collateral", "specifications", "deliverables", "royalties", "royalty", "costs", "losses", "damages", "claims",
    "affiliates", "affiliate", "persons", "person", "control", "grant", "release", "shares", "assets", "proceeds", "work",
    "project", "facility", "site", "milestone", "milestones", "invoice", "budget", "records", "marks", "trademarks",
    "patents", "improvement", "address", "percentage", "rate", "value", "sweepstakes", "consideration", "indebtedness",
    "liabilities", "approvals", "permits", "securities", "option", "options", "award", "awards")
}
