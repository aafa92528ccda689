/// Finds the instructions of an amendment, sentence by sentence: `Section 2 is hereby deleted`, `is amended to read as follows: "…"`, `by
/// replacing "ten" with "five"`, `A new Section 4.5 is added`, `The last sentence of Section 3 is deleted`.
///
/// What is quoted, the new words themselves, and recitals ask for nothing.
struct AmendmentFinder {
  private let agreement: Agreement
  private let span: [UInt8]
  private let facts: InstructionFacts
  /// Where the amendment closes or asks anew; see `NewWords`.
  private let stops: [Int]
  private let signing: SigningPlaces
  /// What a sentence says of those below it: "Section 2.3 is amended as follows: (a) by deleting …".
  private struct Lead {
    var container: InstructionNoun?
    var limits: [InstructionLimit]
    var paper: Range<Int>?
    var end: Int
  }

  init(_ agreement: Agreement) {
    self.agreement = agreement
    span = agreement.reading.bytes
    stops = NewWords.stops(of: agreement)
    signing = SigningPlaces(agreement)
    facts = InstructionFacts(agreement)
  }

  func amendments() -> [Amendment] {
    var out: [Amendment] = []
    let forms = self.forms
    // Limits that the amendment gives itself, before or behind what it asks for, and the provisions of it that they are of.
    var general: [(limit: InstructionLimit, place: Range<Int>)] = []
    // What stands before is read already: an instruction and its new words.
    var done = 0
    var openLead: Lead?
    // The paper that was spoken of last.
    var last: Range<Int>?
    for paragraph in agreement.reading.paragraphs(0..<span.count) where paragraph.upperBound > done {
      // "In Schedule 2:" names what the items below change.
      let isLead = paragraph.count < 120 && span[paragraph.upperBound - 1] == Ascii.colon
      guard isLead || Self.stems.contains(where: { span.span.firstIndex(of: $0, in: paragraph) != nil }), !isRecital(paragraph),
        !forms.contains(where: { $0.contains(paragraph.lowerBound) })
      else { continue }
      let words = SentenceWords(span, paragraph)
      // What the clause before was said of, where its sentence goes on: "Section 4 is amended by (i) deleting …; (ii) adding …".
      var before: Lead?
      for clause in clauses(words) where words.range(clause).lowerBound >= done {
        let start = words.range(clause).lowerBound
        if let open = openLead, start >= open.end { openLead = nil }
        if AmendmentSentence(span[words.range(clause)]).isOfProvision {
          note(words.range(clause), &out, &general)
          continue
        }
        let (instruction, end, leadsItems) = read(words, clause, isItem: openLead != nil)
        guard let found = InstructionParser.parse(instruction, facts) else {
          if let holder = InstructionParser.holder(instruction, facts) {
            openLead = Lead(container: holder, limits: [], paper: nil, end: leadEnd(start))
            continue
          }
          if agreement.provisions.innermost(at: agreement.reading.source(start)) != nil,
            let paper = InstructionParser.headingPaper(instruction, facts)
          {
            openLead = Lead(container: nil, limits: [], paper: agreement.reading.source(paper), end: leadEnd(start))
          }
          note(words.range(clause), &out, &general)
          continue
        }
        let range = agreement.reading.source(
          start..<max(words.range(clause).upperBound, instruction.lexemes.last?.range.upperBound ?? 0))
        let goesOn = words[clause.upperBound] == ";"
        if !isFurtherItem(instruction) { before = nil }
        let lead = before ?? openLead
        var limits = found.limits.compactMap(limit)
        limits += lead?.limits ?? []
        let paper = found.pointsBack ? last : found.paper.map { agreement.reading.source($0) } ?? lead?.paper
        last = found.paper.map { agreement.reading.source($0) } ?? owner(instruction) ?? paper ?? last
        if found.doubt == nil, leadsItems || asksBelow(instruction, found) {
          openLead = Lead(container: container(found.subject), limits: limits, paper: paper, end: leadEnd(start))
          continue
        }
        if before == nil, goesOn, let holder = container(found.subject) {
          before = Lead(container: holder, limits: limits, paper: paper, end: span.count)
        }
        var made = AmendmentReducer(agreement, facts, found, range, limits, lead?.container, paper: paper).amendments()
        if made.contains(where: \.isUnknown), let halves = halves(words, clause, lead) {
          made = halves.map { half in
            var half = half
            half.range = range
            half.limits += lead?.limits ?? []
            half.paper = half.paper ?? paper
            return half
          }
        }
        if let last = out.last, let words = replacement(found), let change = last.change(withNew: agreement.reading.source(words)),
          agreement.reading.reading(last.range.upperBound) + 6 >= start
        {
          out[out.count - 1].change = change
        } else if made.contains(where: { $0.target != .none }) || isAsking(instruction) || isRevaluing(found, instruction) {
          out += made
        } else {
          note(words.range(clause), &out, &general)
          continue
        }
        done = max(words.range(clause).upperBound, end)
      }
    }
    for (limit, place) in general {
      for index in out.indices where place.overlaps(out[index].range) { out[index].limits.append(limit) }
    }
    return out
  }

  /// Whether an instruction is a further item of a sentence: "(ii) adding …", "and by deleting …".
  private func isFurtherItem(_ instruction: InstructionWords) -> Bool {
    var head = instruction.behindLabel(0, before: instruction.count)
    if instruction[head] == "and" { head = instruction.behindLabel(head + 1, before: instruction.count) }
    return instruction[head] == "by" || InstructionVerb.of(instruction[head])?.form == .gerund
  }

  /// What two halves of a sentence ask for, parted by "and", that is not understood as one: "In Section 5.1, "ten" is replaced by "five" and,
  /// in Section 7, "red" is replaced by "blue"". What limits one of them limits both.
  private func halves(_ words: SentenceWords, _ clause: Range<Int>, _ lead: Lead?) -> [Amendment]? {
    var isQuoted = false
    for index in clause {
      if words[index] == "\"" { isQuoted.toggle() }
      guard !isQuoted, words[index] == "and", index > clause.lowerBound else { continue }
      let end = words[index - 1] == "," ? index - 1 : index
      let start = words[index + 1] == "," ? index + 2 : index + 1
      guard start < clause.upperBound, let first = asked(words, clause.lowerBound..<end, lead) else { continue }
      guard let second = asked(words, start..<clause.upperBound, lead) ?? halves(words, start..<clause.upperBound, lead) else {
        continue
      }
      let limits = (first.first?.limits ?? []) + (second.first?.limits ?? [])
      return (first + second).map { found in
        var found = found
        found.limits = limits
        return found
      }
    }
    return nil
  }

  /// What a stretch of a sentence asks for by itself, where all of it is understood and names its place.
  private func asked(_ words: SentenceWords, _ stretch: Range<Int>, _ lead: Lead?) -> [Amendment]? {
    // What a colon or a mark leaves open goes on in other sentences.
    guard !stretch.isEmpty, !stretch.contains(where: { words[$0] == ":" }), stretch.count(where: { words[$0] == "\"" }) % 2 == 0
    else {
      return nil
    }
    var instruction = InstructionWords(span, facts.references)
    _ = instruction.read(words, stretch, introduces: { _ in false })
    guard let found = InstructionParser.parse(instruction, facts), found.doubt == nil, found.namesPlace else { return nil }
    let made = AmendmentReducer(
      agreement, facts, found, agreement.reading.source(words.range(stretch)), found.limits.compactMap(limit), lead?.container,
      paper: found.paper.map { agreement.reading.source($0) }
    ).amendments()
    return made.isEmpty || made.contains(where: { $0.isUnknown || $0.target == .none }) ? nil : made
  }

  /// Keeps what a sentence says that the grammar does not read: a limit of what was asked for, or another instruction.
  private func note(
    _ clause: Range<Int>, _ out: inout [Amendment], _ general: inout [(limit: InstructionLimit, place: Range<Int>)]
  ) {
    let sentence = AmendmentSentence(span[clause])
    let range = agreement.reading.source(clause)
    if let (reach, kind) = sentence.limit(date(in: clause)) {
      let limit = InstructionLimit(kind: kind, range: range)
      switch reach {
      case .all: general.append((limit, 0..<Int.max))
      case .provision:
        let tree = agreement.provisions
        if let top = tree.innermost(at: range.lowerBound).flatMap({ tree.path(to: $0).first }) {
          general.append((limit, tree[top].range))
        }
      case .section(let number):
        general.append((limit, agreement.provision(numbered: number).map { agreement.provisions[$0].range } ?? 0..<Int.max))
      case .last:
        let last = out.last?.range
        for index in out.indices where out[index].range == last { out[index].limits.append(limit) }
      }
    } else if sentence.looksLikeInstruction {
      let first = facts.references.boundary(behindAll: { $0.range.lowerBound < clause.lowerBound })
      let named = first < facts.references.count && facts.references[first].range.upperBound <= clause.upperBound
      out.append(
        Amendment(
          target: named ? .reference(facts.references[first].index) : .none, part: .whole,
          change: .unknown(InstructionParser.unclear),
          range: range))
    }
  }

  private func date(in range: Range<Int>) -> CalendarDate? {
    for at in range where span[at].isAlphanumeric && (at == 0 || !span[at - 1].isWord) {
      if let found = DateParser.parse(span.span, at) { return found.date }
    }
    return nil
  }

  private static let stems: [StaticString] = [
    "amend", "delet", "replac", "restated", "add", "insert", "substitut", "strik", "stricken", "modif", "revis", "shall read",
    "now read", "chang", "renumber", "correct", "void", "no further force", "supplement", "cancel", "remov", "eliminat", "extended",
    "deemed references", "increased", "reduced", "omit", "deemed to be references", "which provides", "which reads",
    "currently reads", "shall mean", "hereafter", "instead", "read as", "to read", "having read", "agreed to be", "raised",
    "revoked",
    "varied", "variation", "cease to have", "suspended", "reference", "refers to", "meaning", "foregoing", "this change",
    "as it stood", "waived", "no longer", "effect", "subject to", "condition", "into force", "lapse", "governed", "rescind",
    "withdraw",
    "wording", "complement", "postpone", "taken out", "put in", "repeal", "adopted", "alter", "understood", "may however",
    "reinstate", "reword", "rewrit", "worded", "transpos", "becomes", "cease to apply", "as if ", "shorten", "lengthen", "lower",
    "dropped", "waive", "not apply", "construed as", "novat", "there shall be", "there is", "terminate", "in lieu",
    "rename", "expand", "decreas", "followed by", "deemed to refer", "shall be $", "shall be £", "shall be €",
    "is to be $", "is to be £", "is to be €",
  ]

  /// Where forms of other papers stand, in the reading text: an exhibit headed "Form of Second Amendment" asks for nothing.
  private var forms: [Range<Int>] {
    agreement.provisions.provisions.filter { provision in
      provision.kind == .attachment && provision.heading.map { agreement.words($0).lowercasedBytes.hasPrefix("form of") } ?? false
    }.map { agreement.reading.reading($0.range) }
  }

  private func isRecital(_ paragraph: Range<Int>) -> Bool {
    if span.span.matchesWord("whereas", at: paragraph.lowerBound) { return true }
    return agreement.provisions.innermost(at: agreement.reading.source(paragraph.lowerBound)).map {
      agreement.provisions[$0].kind == .recital
    }
      ?? false
  }

  private func limit(_ range: Range<Int>) -> InstructionLimit? {
    let words = String(decoding: span[range].map { $0 == Ascii.lineFeed ? Ascii.space : $0.lowercased }, as: UTF8.self)
    guard var limit = InstructionLimit.limit(words, date: date(in: range), agreement.reading.source(range)) else { return nil }
    switch limit.kind {
    case .condition, .ownConditions:
      if let day = definedDay(words) { limit.kind = .from(day) }
    case .from, .until: break
    }
    return limit
  }

  /// The day of a term that words name and the amendment dates: "On and as of the Amendment Effective Date" where that "means April 1, 2017".
  private func definedDay(_ words: String) -> CalendarDate? {
    for term in agreement.terms where term.name.lowercasedBytes.hasSuffix(" date") && words.contains(term.name.lowercasedBytes) {
      guard let meaning = term.meaning() else { continue }
      let range = agreement.reading.reading(meaning.extent)
      let text = String(decoding: span[range].map(\.lowercased), as: UTF8.self)
      // A day that hangs on something is none: "the later of April 1, 2017 and the day on which …".
      if ["later of", "earlier of", "on which", "satisf", "receipt"].contains(where: text.contains) { continue }
      if let day = date(in: range) { return day }
    }
    return nil
  }

  // MARK: Sentences that lead others

  /// Whether the items below ask for the changes: "is amended as follows: (a) by deleting …".
  private func asksBelow(_ instruction: InstructionWords, _ found: InstructionParser.Instruction) -> Bool {
    found.doubt == nil && found.operations.allSatisfy { $0.verb == .amend && $0.words == nil }
      && instruction.lexemes.indices.contains {
        instruction.length(ofAny: ["as follows", "following respects", "following manner", "set forth below"], at: $0) != nil
      }
  }

  /// Whether what names no provision asks for something all the same: it gives words.
  private func isAsking(_ instruction: InstructionWords) -> Bool { instruction.lexemes.contains { $0.kind != .word } }

  /// Whether a sentence gives a term or an amount another value without naming a provision: "the term of this agreement is hereby extended
  /// by one year", "the commitment is hereby reduced to $51,837,193". Nothing tells where, and so it is listed and not done.
  private func isRevaluing(_ found: InstructionParser.Instruction, _ instruction: InstructionWords) -> Bool {
    guard found.operations.contains(where: { $0.verb == .revalue }),
      instruction.lexemes.contains(where: { $0.word == "hereby" })
    else { return false }
    return instruction.lexemes.contains { lexeme in
      lexeme.word == "$" || lexeme.word.figures != nil || SpelledNumber.cardinals[lexeme.word] != nil
    }
  }

  /// The words that a sentence puts in the place of what the one before it takes out: "The following is added in substitution thereof: …".
  private func replacement(_ found: InstructionParser.Instruction) -> Range<Int>? {
    guard found.doubt == nil, found.operations.count == 1, case .pronoun? = found.operations[0].object else { return nil }
    return found.operations[0].words
  }

  /// The paper that the last reference of an instruction is said to be of.
  private func owner(_ instruction: InstructionWords) -> Range<Int>? {
    instruction.lexemes.indices.reversed().lazy.compactMap { index in
      instruction.reference(index).flatMap { self.agreement.references[$0].owner }
    }.first
  }

  private func container(_ noun: InstructionNoun) -> InstructionNoun? {
    switch noun {
    case .provision, .item, .definitions, .heading: noun
    default: nil
    }
  }

  /// Where the provision ends that a sentence stands in, or the amendment.
  private func leadEnd(_ start: Int) -> Int {
    let source = agreement.reading.source(start)
    return agreement.provisions.innermost(at: source).map { agreement.reading.reading(agreement.provisions[$0].range.upperBound) }
      ?? span.count
  }

  // MARK: Reading

  /// The words of an instruction that begins with a clause, over the paragraphs it runs through, and where it ends.
  ///
  /// - Parameter isItem: Whether a sentence above leads it, so that "(a) the deletion of "ten"" asks.
  private func read(_ words: SentenceWords, _ clause: Range<Int>, isItem: Bool) -> (InstructionWords, end: Int, leadsItems: Bool) {
    var out = InstructionWords(span, facts.references)
    out.readsNounsAsVerbs = isItem
    let own = words.range(clause).lowerBound
    var words = words
    var stretch = clause
    var end = words.range(clause).upperBound
    var leadsItems = false
    while let colon = out.read(words, stretch, introduces: introduces) ?? periodForColon(out, words, stretch) {
      var targets: [String] = []
      for lexeme in out.lexemes { if case .reference(let index) = lexeme.kind { targets += facts.numbers(index) } }
      // "Section 5.2 is amended by: • replacing …": what stands below asks, whatever it is.
      if leadingWords.contains(out[out.count - 1]), MainVerb.find(out)?.verb == .amend {
        leadsItems = true
        break
      }
      let search = NewWords(
        agreement, facts, own: own, targets: targets, stops: stops, signing: signing, isSeveral: namesSeveral(out))
      guard let found = search.words(behind: colon) else {
        leadsItems = search.asks(behind: colon)
        break
      }
      out.add(newWords: found)
      end = max(end, found.upperBound)
      guard let next = goesOn(found.upperBound, words, stretch) else { break }
      (words, stretch) = next
      end = max(end, words.range(stretch).upperBound)
    }
    return (out, end, leadsItems)
  }

  /// Words before a colon behind which only further instructions can stand.
  private let leadingWords: Set<Word> = ["by", "changes", "amendments", "modifications", "variations", "respects", "to"]

  /// Whether a colon behind words introduces new ones: they ask for something, or give what is.
  private func introduces(_ words: InstructionWords) -> Bool {
    if MainVerb.find(words) != nil { return true }
    return ["provides", "reads", "read", "states"].contains(words[words.count - 1])
  }

  private func namesSeveral(_ words: InstructionWords) -> Bool {
    words.lexemes.indices.contains {
      ["sections", "definitions", "terms", "paragraphs", "provisions", "subsections", "articles"].contains(words[$0])
        || (words.reference($0).map { facts.numbers($0).count > 1 } ?? false)
    }
  }

  /// A period at the end of a line that should be a colon: "is amended to read as follows."
  private func periodForColon(_ out: InstructionWords, _ words: SentenceWords, _ stretch: Range<Int>) -> Int? {
    let last = words.tokens[stretch.upperBound - 1]
    guard last.word == ".", last.range.upperBound < span.count, span[last.range.upperBound] == Ascii.lineFeed else { return nil }
    let isAsked = out.lexemes.indices.contains {
      out.length(ofAny: ["as follows", "the following", "set forth below"], at: $0) != nil
    }
    return isAsked && !out.lexemes.contains { $0.kind == .newWords || $0.kind == .quote } ? last.range.lowerBound : nil
  }

  /// What a sentence goes on with behind new words: `"…" and by deleting`, or a paragraph that begins in small letters: `with the following`.
  private func goesOn(_ end: Int, _ words: SentenceWords, _ stretch: Range<Int>) -> (SentenceWords, Range<Int>)? {
    let paragraphEnd = words.range(stretch).upperBound
    if end < paragraphEnd {
      guard let next = stretch.first(where: { words.tokens[$0].range.lowerBound > end }), words[next] != ".",
        words.tokens[next].range.lowerBound < paragraphEnd
      else { return nil }
      return (words, next..<stretch.upperBound)
    }
    var next = end
    while next < span.count, span[next].isSpace || span[next] == Ascii.quote { next += 1 }
    guard next < span.count, next == 0 || span[next - 1] == Ascii.lineFeed, NewWords.goesOn(span.span, next) else { return nil }
    let following = SentenceWords(span, next..<span.span.firstOffset(of: Ascii.lineFeed, in: next..<span.count))
    return following.count > 0 ? (following, following.sentence(0)) : nil
  }

  /// Whether what a sentence asks for stands behind its colon: `shall be varied as follows: in clause 2.2, "five" shall become "three"; and in
  /// clause 3.1, …`, `Section 3 is varied: "by day" becomes "by night".`
  private func asksBehind(_ words: SentenceWords, _ colon: Int, _ end: Int) -> Bool {
    if words[colon + 1] == "\"", (colon..<end).contains(where: { ["become", "becomes"].contains(words[$0]) }) { return true }
    guard words[colon - 1] == "follows" || leadingWords.contains(words[colon - 1]),
      let stop = (colon..<end).first(where: { words[$0] == ";" })
    else { return false }
    if words[colon + 1] == "in" { return true }
    // "as follows: (a) Section 5.1 is amended by replacing "ten" with "five"; (b) …"
    guard words[colon + 1] == "(", words[colon + 3] == ")" else { return false }
    var item = InstructionWords(span, facts.references)
    item.readsNounsAsVerbs = true
    _ = item.read(words, colon + 1..<stop, introduces: { _ in false })
    return InstructionParser.parse(item, facts) != nil
  }

  /// Sentences, cut at semicolons outside quotation marks.
  private func clauses(_ words: SentenceWords) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var at = 0
    while at < words.count {
      let sentence = words.sentence(at)
      var start = at
      var isQuoted = false
      for index in sentence {
        if words[index] == "\"" {
          isQuoted.toggle()
          // "… instrument." Section 5 is amended": what follows the mark is a sentence of its own.
          if !isQuoted, words[index - 1] == ".", sentence.contains(index + 1), words.tokens[index + 1].isCapital {
            out.append(start..<index + 1)
            start = index + 1
          }
        }
        // "with "7.12". In addition": neither does the period behind the mark end what SentenceWords calls a sentence.
        if words[index] == ".", !isQuoted, words[index - 1] == "\"", sentence.contains(index + 1),
          words.tokens[index + 1].isCapital || words[index + 1].isFigures && words[index + 2] == "."
        {
          out.append(start..<index + 1)
          start = index + 1
        }
        if words[index] == ":", !isQuoted, asksBehind(words, index, sentence.upperBound) {
          out.append(start..<index + 1)
          start = index + 1
        }
        // What is provided behind a semicolon limits what is before it.
        if words[index] == ";", !isQuoted, index > start, words[index + 1] != "provided" {
          out.append(start..<index)
          start = words[index + 1] == "and" && sentence.contains(index + 2) ? index + 2 : index + 1
        }
      }
      if start < sentence.upperBound { out.append(start..<sentence.upperBound) }
      at = sentence.upperBound
    }
    return out
  }
}
