/// Finds references to provisions that this agreement does not have: "Section 9.7" where 9 ends at 9.6.
///
/// Only what is surely this agreement's own is an error: a form or an instrument attached, an amendment, and words that name another
/// paper behind the number speak for others, and there a finding is a hint; so it is where a good part of all references lead nowhere.
enum MissingReference: CheckRule {
  static let code = "missing-reference"
  static let severity = Finding.Severity.error
  static let summary = "a reference to a provision that is not there"
  static let example = "“Section 9.7” where 9 ends at 9.6"

  /// Above so many numbers that lead nowhere, no second look is taken at each: the numbering was not understood.
  private static let floodLimit = 300

  static func findings(_ agreement: Agreement) -> [Finding] {
    let leading = agreement.references.filter { $0.status == .missing || !$0.absent.isEmpty }
    guard !leading.isEmpty else { return [] }
    let second = PrintedNumberSearch(agreement)
    let numbers = Set(leading.flatMap { $0.status == .missing ? $0.targets : $0.absent })
    let isFlood = numbers.count > floodLimit
    let printed = isFlood ? [] : numbers.filter { second.isPrinted($0) }
    // The sign is this paper's where it leads to its provisions, or to nothing while no other paper is named with it.
    let signs = agreement.references.filter { agreement.text.bytes[$0.range.lowerBound] == 0xC2 }
    let isNumberedThrough = isNumberedThrough(agreement)
    let hasOwnSigns =
      signs.contains { $0.status == .internal }
      || isNumberedThrough
        && signs.allSatisfy { $0.status == .missing && $0.targets.allSatisfy { $0.prefix { $0.isNumber }.utf8.count <= 2 } }
    let missing = agreement.references.filter { reference in
      // No agreement has a clause 0.
      reference.status == .missing && reference.targets != ["0"] && !reference.targets.contains { printed.contains($0) }
        && !isItself(agreement, reference, hasOwnSigns: hasOwnSigns)
        && !(reference.targets.last.map { goesOn(agreement, reference, $0) } ?? false)
    }
    let found = agreement.references.count { $0.status == .internal }
    // Where many lead nowhere it is the numbering that was not understood, not the drafter who erred.
    // A few are the drafter's, whatever their share, where the clauses run from 1 on and count as the references do.
    let isFew = missing.count <= 6 && isNumberedThrough && missing.allSatisfy { countsAlike(agreement, $0) }
    let isSure =
      !isFlood && (isFew || missing.count * 4 <= found + 4) && !AmendedText.amends(agreement)
      && !AmendmentClassifier.servesAnother(agreement)
      && !second.restarts
    let keywords = ownKeywords(agreement)
    func severity(_ reference: CrossReference) -> Finding.Severity {
      isSure && (isSaidOwn(agreement, reference) || keywords.contains(keyword(agreement, reference)) && isOwn(agreement, reference))
        ? .error : .info
    }
    let listed = agreement.references.compactMap { reference -> Finding? in
      // Of a range only its ends are named; what is left out between them is the numbering's business.
      guard reference.status == .internal, !reference.absent.isEmpty else { return nil }
      let words = agreement.words(reference.range)
      guard let absent = reference.absent.last(where: { isNamed($0, in: words) && !printed.contains($0) }),
        !isNextItem(absent, words), !goesOn(agreement, reference, absent)
      else { return nil }
      return Finding(code, severity(reference), reference.range, subject: words, message(words, absent))
    }
    return listed
      + missing.map { reference in
        let words = agreement.words(reference.range)
        return Finding(code, severity(reference), reference.range, subject: words, message(words))
      }
  }

  /// The words by which a paper calls its provisions, by their first letters; a word by which none is found, where others find several,
  /// is another paper's: "Clause 17" of the standard clauses in a paper of Sections.
  private static func ownKeywords(_ agreement: Agreement) -> Set<UInt8> {
    var found: [UInt8: Int] = [:]
    var all: Set<UInt8> = []
    for reference in agreement.references {
      let keyword = keyword(agreement, reference)
      all.insert(keyword)
      if reference.status == .internal { found[keyword, default: 0] += 1 }
    }
    return found.values.max() ?? 0 < 3 ? all : Set(found.keys)
  }

  /// Whether the words behind a reference say that it is this paper's: "Article XI hereof".
  private static func isSaidOwn(_ agreement: Agreement, _ reference: CrossReference) -> Bool {
    let span = agreement.text.bytes.span
    let next = span.skipSpaces(reference.range.upperBound)
    return ["hereof", "of this agreement", "of this contract", "of this lease"].contains {
      span.matchesWord($0, at: next)
    }
  }

  private static func keyword(_ agreement: Agreement, _ reference: CrossReference) -> UInt8 {
    agreement.text.bytes[reference.range.lowerBound].lowercased
  }

  /// Whether the clauses at the top are numbered 1, 2, 3 and on, with few left out; one may be printed twice and one out of its order.
  private static func isNumberedThrough(_ agreement: Agreement) -> Bool {
    let tree = agreement.provisions
    var last = 0
    var count = 0
    var values: Set<Int> = []
    var fallen = 0
    for id in tree.indices where tree[id].parent == nil && tree[id].kind == .provision {
      let number = Array(tree[id].number.utf8)
      guard let value = Int(String(decoding: ReferenceResolver.valueKey(number), as: UTF8.self)) else { return false }
      if value < last { fallen += 1 }
      last = value
      values.insert(value)
      count += 1
    }
    // One clause alone counts only where others stand below it: "1.", "1.1", "1.2".
    let isCounted = values.count > 1 || values.count == 1 && tree.count > 2
    return isCounted && count - values.count <= 1 && fallen <= 1
      && ((values.max() ?? 0) - values.count) * 2 <= values.count
  }

  /// Whether what a missing reference lies below counts its children as the reference does: `3(b)` is none of a clause with 3.1 and 3.2.
  private static func countsAlike(_ agreement: Agreement, _ reference: CrossReference) -> Bool {
    let tree = agreement.provisions
    return reference.targets.allSatisfy { target in
      let bytes = Array(target.utf8)
      guard let end = bytes.lastIndex(where: { $0 == Ascii.open || $0 == Ascii.period }), end + 1 < bytes.count,
        let parent = tree.indices.first(where: { tree[$0].number.utf8.elementsEqual(bytes[..<end]) }),
        let child = tree.children(of: parent).first
      else { return true }
      let own = tree[child].number.utf8.dropFirst(end).first { $0.isAlphanumeric }
      return own.map { $0.isDigit == bytes[end + 1].isDigit } ?? true
    }
  }

  private static let changing = WordSet(
    "delete", "change", "add", "insert", "revise", "replace", "substitute", "strike", "omit", "modify", "amend")

  /// "this Section 5" calls the provision it stands in by a number of its own, "a Section 9 exchange" speaks of a statute, "Section 47,
  /// Township 4 South" of land, "Section 1.02. Accounting Terms." is a heading; a bare § is a statute's where this agreement has none.
  private static func isItself(_ agreement: Agreement, _ reference: CrossReference, hasOwnSigns: Bool) -> Bool {
    let span = agreement.text.bytes.span
    let before = span.skipSpaces(endingAt: reference.range.lowerBound)
    for word: StaticString in ["this", "a", "an"] where span.matchesWord(word, endingAt: before) { return true }
    // "Subparagraph 3.2.1, delete lines 7-15": conditions that change a standard form.
    let after = span.skipSpaces(reference.range.upperBound)
    if before == 0 || span[before - 1].isLineEnd
      || before < reference.range.lowerBound && span[reference.range.lowerBound - 1].isLineEnd,
      after < span.count, span[after] == Ascii.comma || span[after] == Ascii.colon,
      changing.begins(span, at: span.skipSpaces(after + 1))
    {
      return true
    }
    let behind = reference.range.upperBound..<min(span.count, reference.range.upperBound + 70)
    for word: StaticString in ["located at", "located in", "property at", "land in"] where span.matchesWord(word, endingAt: before)
    {
      return true
    }
    for word: StaticString in ["township", "range ", "parish", "block ", "survey"]
    where span.firstIndex(of: word, in: behind) != nil {
      return true
    }
    if span[reference.range.lowerBound] == 0xC2, !hasOwnSigns { return true }
    // "Section 21 notices" are those of a statute.
    if span.matchesWord("notices", at: after) { return true }
    // "Section 1.409A-1(b)(9)" is a regulation's number, whoever prints it.
    for number: StaticString in ["409a", "280g", "4958"] where span.firstIndex(of: number, in: reference.range) != nil {
      return true
    }
    // "R.C.W. Section 62A", "O.C.G.A. ss. 13-1-11"
    if before > 3, span[before - 1] == Ascii.period, span[before - 2].isUpper, span[before - 3] == Ascii.period { return true }
    let end = reference.range.upperBound
    if end + 1 < span.count, span[end] == Ascii.hyphen, span[end + 1].isDigit { return true }
    let lines = agreement.text.lines
    let line = lines[lines.index(at: reference.range.lowerBound)].lowerBound
    let next = reference.range.upperBound
    guard reference.range.lowerBound - line < 8, next + 2 < span.count, span[next] == Ascii.period else { return false }
    let title = span.skipSpaces(next + 1)
    return title < span.count && span[title].isUpper
  }

  /// Whether a reference is surely to this agreement: in its body, and with no other paper named behind it.
  private static func isOwn(_ agreement: Agreement, _ reference: CrossReference) -> Bool {
    // "paragraph (c)" without a number may be that of a list with no place of its own.
    guard reference.provision.flatMap({ agreement.provisions.attachment(of: $0) }) == nil,
      reference.range.contains(where: { agreement.text.bytes[$0].isDigit }), !namesAnotherPaper(agreement, reference)
    else { return false }
    let reading = agreement.reading
    let span = reading.bytes.span
    var at = reading.reading(reference.range.upperBound)
    // What may stand between a number and its paper: "(f), (g) and/or (h)", "(Taxes)", ", subsections (a) through (g),".
    let limit = min(span.count, at + 120)
    while at < limit, span[at] != Ascii.lineFeed {
      if span[at] == Ascii.open {
        while at < limit, span[at] != Ascii.close { at += 1 }
        at += 1
        continue
      }
      guard span[at].isLetter else {
        at += 1
        continue
      }
      let word = at
      while at < limit, span[at].isWord { at += 1 }
      if isTail(span, word) { continue }
      // "… and Section 7(b) (Clients) in the Letter"
      let isIn =
        span.matches("in the ", at: word) && span.skipSpaces(word + 7) < span.count && span[span.skipSpaces(word + 7)].isUpper
      guard isIn || span.matches("of", at: word) else { return true }
      // "of the Revolving Credit Agreement", "ofthe Lease", "of such Plan"; "of Article X" goes on
      at = span.skipSpaces(word + 2)
      if span.matchesWord("article", at: at) || span.matchesWord("section", at: at) {
        at = span.skipSpaces(at + 7)
        while at < limit, span[at].isAlphanumeric || span[at] == Ascii.period { at += 1 }
        continue
      }
      if span.matchesWord("this", at: at) { return true }
      for article: StaticString in ["the", "such", "said", "that", "any", "its", "a", "an", "each", "my", "his", "their", "your"]
      where span.matches(article, at: at) {
        at = span.skipSpaces(at + article.utf8CodeUnitCount)
        break
      }
      if at < span.count, span[at].isUpper { return false }
      // "of my former employment agreement"
      let name = min(at, span.count)..<min(span.count, at + 50)
      for kind: StaticString in ["agreement", "lease", "plan", "contract", "act", "code", "indenture", "policy", "statute"]
      where span.firstIndex(of: kind, in: name) != nil { return false }
      return true
    }
    return true
  }

  /// Whether the sentence speaks of a paper with a name of its own: "the Employment Agreement, including Section 9".
  private static func namesAnotherPaper(_ agreement: Agreement, _ reference: CrossReference) -> Bool {
    let reading = agreement.reading
    let span = reading.bytes.span
    let place = reading.reading(reference.range.lowerBound)
    let title = agreement.title.lowercasedBytes
    var low = place
    while low > 0, place - low < 240, span[low - 1] != Ascii.lineFeed { low -= 1 }
    var high = place
    while high < span.count, high - place < 200, span[high] != Ascii.lineFeed { high += 1 }
    for word: StaticString in ["agreement", "lease", "plan", "indenture", "contract", "note", "uniform commercial code", "ucc"] {
      var from = low
      while let at = span.firstIndex(of: word, in: from..<high) {
        from = at + word.utf8CodeUnitCount
        guard span[at].isUpper, at > 1, span[at - 1] == Ascii.space else { continue }
        if word.utf8CodeUnitCount == 3 || word.utf8CodeUnitCount > 12 { return true }
        // "Credit Agreement", but not "this Agreement", "the Agreement" or the title's own words.
        var start = at - 1
        while start > 0, span[start - 1].isWord || span[start - 1] == Ascii.hyphen { start -= 1 }
        guard span[start].isUpper else { continue }
        let name = TermName.key(span, start..<from)
        if !title.hasSuffix(name) { return true }
      }
    }
    // "as defined for purposes of Article 9"
    return span.firstIndex(of: "for purposes of article", in: max(low, place - 20)..<min(high, place + 12)) != nil
  }

  private static func isTail(_ span: Span<UInt8>, _ word: Int) -> Bool {
    for known: StaticString in [
      "and", "or", "to", "through", "section", "sections", "subsection", "subsections", "paragraph", "paragraphs", "clause",
      "clauses",
    ] where span.matchesWord(known, at: word) { return true }
    return false
  }

  /// "(d) change Section 2.13(a), (e) change the price": an item whose own letter's neighbour stands before the reference.
  private static func goesOn(_ agreement: Agreement, _ reference: CrossReference, _ number: String) -> Bool {
    guard let last = number.split(separator: "(").last, number.hasSuffix(")"), let before = Self.predecessor(last.dropLast()) else {
      return false
    }
    let reading = agreement.reading
    let span = reading.bytes.span
    let place = reading.reading(reference.range.lowerBound)
    let mark = Array("(\(before))".utf8)
    // Of the same paragraph.
    var i = place
    while i > 0, place - i < 400, span[i - 1] != Ascii.lineFeed { i -= 1 }
    while i + mark.count <= place {
      if span[i] == Ascii.open, mark.indices.allSatisfy({ span[i + $0] == mark[$0] }) {
        return reference.targets.count > 1 || i + 200 > place
      }
      i += 1
    }
    return false
  }

  /// The mark before one in a list: `d` before `e`, `iii` before `iv`.
  private static func predecessor(_ mark: Substring) -> String? {
    let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    if mark.utf8.count > 1 || mark == "v" || mark == "x" {
      return romans.firstIndex(of: String(mark)).flatMap { $0 > 0 ? romans[$0 - 1] : nil }
    }
    guard let letter = mark.utf8.first, letter > 0x61, letter.isLower else { return nil }
    return String(UnicodeScalar(letter - 1))
  }

  /// "under Sections 3.6 and 4.8 and (ii) the failure": the sentence's own list goes on behind the reference.
  private static func isNextItem(_ number: String, _ words: String) -> Bool {
    guard number.hasSuffix(")"), let open = number.lastIndex(of: "("),
      let start = words.ranges(of: number[open...]).last?.lowerBound
    else { return false }
    var before = words[..<start]
    // "paragraph 4 (a) to (h)" ends with its last.
    if ["to ", "through ", "until "].contains(where: { before.hasSuffix($0) }) { return false }
    while let last = before.last, !last.isNumber, last != ")" { before.removeLast() }
    guard before.last == ")", let opened = before.lastIndex(of: "("), before.distance(from: opened, to: before.endIndex) == 3,
      let letter = before[before.index(after: opened)...].utf8.first, let own = number[number.index(after: open)...].utf8.first
    else { return true }
    return abs(Int(letter) - Int(own)) > 6
  }

  private static func isNamed(_ number: String, in words: String) -> Bool {
    let bytes = Array(words.utf8)
    let wanted = Array((number.lastIndex(of: "(").map { String(number[$0...]) } ?? number).utf8)
    return bytes.indices.contains { i in
      bytes[i...].starts(with: wanted) && (i == 0 || !bytes[i - 1].isAlphanumeric && bytes[i - 1] != Ascii.period)
        && (i + wanted.count >= bytes.count || !bytes[i + wanted.count].isAlphanumeric)
    }
  }

  private static func message(_ words: String) -> String { "“\(words)” is not in this agreement." }
  private static func message(_ words: String, _ absent: String) -> String {
    "“\(words)” names \(absent), which is not in this agreement."
  }
}
