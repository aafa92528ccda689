/// Finds the instructions of an amendment, sentence by sentence: `Section 2 is hereby deleted`, `is amended to read as follows: "…"`, `by
/// replacing "ten" with "five"`, `A new Section 4.5 is added`, `The last sentence of Section 3 is deleted`.
///
/// What is quoted, the new words themselves, and recitals ask for nothing.
struct AmendmentFinder {
  let agreement: Agreement
  let span: [UInt8]
  let facts: InstructionFacts
  /// Where the amendment closes or asks anew; see `NewWords`.
  let stops: [Int]
  let signing: SigningPlaces
  /// What a sentence says of those below it: "Section 2.3 is amended as follows: (a) by deleting …".
  struct Lead {
    var container: InstructionNoun?
    var limits: [InstructionLimit]
    var paper: Range<Int>?
    var end: Int
    /// The sentence, where items below must tell what it asks for, and none has yet; in the reading text.
    var asks: Range<Int>?
  }

  init(_ original: Agreement) {
    agreement = original.inDoubleMarks
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
      guard isLead || Self.stems.contains(where: { span.span.firstIndex(of: $0, in: paragraph) != nil }) || givesValue(paragraph),
        !isRecital(paragraph),
        !forms.contains(where: { $0.contains(paragraph.lowerBound) })
      else { continue }
      let words = SentenceWords(span, paragraph)
      // What the clause before was said of, where its sentence goes on: "Section 4 is amended by (i) deleting …; (ii) adding …".
      var before: Lead?
      for whole in clauses(words) {
        guard let clause = rest(of: whole, in: words, behind: done) else { continue }
        let start = words.range(clause).lowerBound
        if let open = openLead, start >= open.end {
          noteUnread(open, &out)
          openLead = nil
        }
        // "If the mill is not sold by May 1, 2019, this First Amendment shall be null and void" deletes nothing.
        let sentence = AmendmentSentence(span[words.range(clause)])
        if sentence.isOfProvision || sentence.endsAll {
          note(sentence, words.range(clause), &out, &general)
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
          note(sentence, words.range(clause), &out, &general)
          continue
        }
        let range = agreement.reading.source(
          start..<max(words.range(clause).upperBound, instruction.lexemes.last?.range.upperBound ?? 0))
        let continues = words[clause.upperBound] == ";"
        if !isFurtherItem(instruction) { before = nil }
        let lead = before ?? openLead
        var limits = found.limits.compactMap(limit)
        limits += lead?.limits ?? []
        let paper = found.pointsBack ? last : found.paper.map { agreement.reading.source($0) } ?? lead?.paper
        last = found.paper.map { agreement.reading.source($0) } ?? owner(instruction) ?? paper ?? last
        if found.doubt == nil, leadsItems || asksBelow(instruction, found) {
          if let open = openLead { noteUnread(open, &out) }
          openLead = Lead(
            container: container(found.subject), limits: limits, paper: paper, end: leadEnd(start), asks: words.range(clause))
          continue
        }
        if before == nil, continues, let holder = container(found.subject) {
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
          note(sentence, words.range(clause), &out, &general)
          continue
        }
        openLead?.asks = nil
        done = max(words.range(clause).upperBound, end)
      }
    }
    if let open = openLead { noteUnread(open, &out) }
    for (limit, place) in general {
      for index in out.indices where place.overlaps(out[index].range) { out[index].limits.append(limit) }
    }
    return out
  }

  /// A clause, or where it began in new words that are read already what it goes on with behind them: `… is all." and Section 1.2 is deleted`;
  /// nil where nothing is left.
  private func rest(of clause: Range<Int>, in words: SentenceWords, behind done: Int) -> Range<Int>? {
    if words.range(clause).lowerBound >= done { return clause }
    guard words.range(clause).upperBound > done,
      let first = clause.first(where: {
        words.tokens[$0].range.lowerBound >= done && !["\"", "'", ".", ",", ";", "and"].contains(words[$0])
      }), ["section", "clause", "article", "paragraph", "schedule", "exhibit"].contains(words[first]), words.tokens[first].isCapital
    else { return nil }
    return first..<clause.upperBound
  }

  /// Whether a sentence names a provision or an attachment of another paper: "Section 3.1 of the Lease".
  private func namesPlace(_ clause: Range<Int>) -> Bool {
    var index = facts.references.boundary(behindAll: { $0.range.lowerBound < clause.lowerBound })
    while index < facts.references.count, facts.references[index].range.upperBound <= clause.upperBound {
      let reference = agreement.references[facts.references[index].index]
      if reference.status == .external, reference.owner != nil { return true }
      index += 1
    }
    return false
  }

  /// Keeps a sentence that leads to what no item below it asked for: "The Hirer's address is changed to: 9 Oak Way".
  private func noteUnread(_ lead: Lead, _ out: inout [Amendment]) {
    guard let clause = lead.asks else { return }
    out.append(unread(clause))
  }

  /// An instruction that was not understood, at the first provision that it names.
  private func unread(_ clause: Range<Int>) -> Amendment {
    let first = facts.references.boundary(behindAll: { $0.range.lowerBound < clause.lowerBound })
    let named = first < facts.references.count && facts.references[first].range.upperBound <= clause.upperBound
    return Amendment(
      target: named ? .reference(facts.references[first].index) : .none, part: .whole, change: .unknown(InstructionParser.unclear),
      range: agreement.reading.source(clause))
  }

  /// Keeps what a sentence says that the grammar does not read: a limit of what was asked for, or another instruction.
  private func note(
    _ sentence: AmendmentSentence, _ clause: Range<Int>, _ out: inout [Amendment],
    _ general: inout [(limit: InstructionLimit, place: Range<Int>)]
  ) {
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
    } else if sentence.looksLikeInstruction || sentence.changes(aPlaceThatIsNamed: namesPlace(clause)) {
      out.append(unread(clause))
    }
  }

  private func date(in range: Range<Int>) -> CalendarDate? {
    for at in range where span[at].isAlphanumeric && (at == 0 || !span[at - 1].isWord) {
      if let found = DateParser.parse(span.span, at) { return found.date }
    }
    return nil
  }

  /// Whether words give something a value: "The Fee shall be £12,000", "The Expiration Date shall be May 31, 2024".
  private func givesValue(_ paragraph: Range<Int>) -> Bool {
    var from = paragraph.lowerBound
    while let at = span.span.firstIndex(of: " shall be ", in: from..<paragraph.upperBound) {
      if AmendmentSentence.isValue(span.span, at: at + 10) { return true }
      from = at + 10
    }
    return false
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
    "notwithstanding", "rename", "expand", "decreas", "followed by", "deemed to refer",
    "is to be $", "is to be £", "is to be €", "shall include a new", "should read", "augment", " struck", "renewed", "created",
    "incorporate", "redefin", "deemed to", "hereby extend", "now provide", "to extend", "disappl", "supersede", "the definition of",
    "goes up", "go up", "goes down", "go down", "continue to govern",
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

  func limit(_ range: Range<Int>) -> InstructionLimit? {
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
}
