/// Makes amendments of what the grammar read in an instruction: "deleting (b) and substituting in its place …" is one restatement.
struct AmendmentReducer {
  private let agreement: Agreement
  private let facts: InstructionFacts
  private var instruction: InstructionParser.Instruction
  /// The words that ask, in the amendment's text.
  private let range: Range<Int>
  private let limits: [InstructionLimit]
  /// What a sentence above names as changed.
  private var lead: InstructionNoun?
  /// The paper that is named as changed, in the amendment's text.
  private let paper: Range<Int>?

  init(
    _ agreement: Agreement, _ facts: InstructionFacts, _ instruction: InstructionParser.Instruction, _ range: Range<Int>,
    _ limits: [InstructionLimit], _ lead: InstructionNoun?, paper: Range<Int>?
  ) {
    self.paper = paper
    self.agreement = agreement
    self.facts = facts
    self.instruction = instruction
    self.range = range
    self.limits = limits
    self.lead = lead
  }

  func amendments() -> [Amendment] {
    if let doubt = instruction.doubt { return [unknown(doubt)] }
    if case .several(let subjects) = instruction.subject {
      return forEach(subjects) { reducer, subject in reducer.instruction.subject = subject }
    }
    if case .several(let leads)? = lead { return forEach(leads) { reducer, lead in reducer.lead = lead } }
    let operations = merged()
    if operations.isEmpty { return [unknown(InstructionParser.unclear)] }
    return whole(
      operations.flatMap { operation in
        let each = operation.forEachOfSeveral
        return each.count == 1 ? each.map(amendment) : ofEach(each.map(amendment))
      })
  }

  /// What is asked for of each of several: words that go out or come in, and no text of one provision.
  private func forEach(_ nouns: [InstructionNoun], _ take: (inout AmendmentReducer, InstructionNoun) -> Void) -> [Amendment] {
    whole(
      ofEach(
        nouns.flatMap { noun -> [Amendment] in
          var reducer = self
          take(&reducer, noun)
          return reducer.amendments()
        }))
  }

  /// What is understood of an instruction is not done without the rest.
  private func whole(_ made: [Amendment]) -> [Amendment] {
    made.first { if case .unknown = $0.change { true } else { false } }.map { [$0] } ?? made
  }

  /// Changes of each of several, unless they are one text that several cannot all read as.
  private func ofEach(_ made: [Amendment]) -> [Amendment] {
    let isOneText = made.contains {
      switch $0.change {
      case .restate, .add, .addItem, .define, .replaceAttachment: true
      default: false
      }
    }
    return isOneText ? [unknown(InstructionParser.several)] : made
  }

  private func unknown(_ reason: String, _ target: Amendment.Target? = nil) -> Amendment {
    Amendment(target: target ?? named ?? .none, part: .whole, change: .unknown(reason), range: range, limits: limits, paper: paper)
  }

  /// The first reference of the instruction, to list it by.
  private var named: Amendment.Target? {
    switch target(instruction.subject, in: lead) {
    case .success(let target) where target.target != .agreement && target.target != .none: return target.target
    default: break
    }
    let own = agreement.reading.reading(range)
    let first = facts.references.boundary(behindAll: { $0.range.lowerBound < own.lowerBound })
    guard first < facts.references.count, facts.references[first].range.lowerBound < own.upperBound else { return nil }
    return .reference(facts.references[first].index)
  }

  /// The operations without those that only lead others, each deletion joined with what takes its place.
  private func merged() -> [InstructionOperation] {
    var out: [InstructionOperation] = []
    for operation in instruction.operations {
      if operation.verb == .amend, operation.words == nil, instruction.operations.count > 1 { continue }
      if let last = out.last, last.verb == .delete, last.words == nil, comesForLast(operation) {
        out[out.count - 1].verb = .replace
        out[out.count - 1].words = operation.words
        out[out.count - 1].new = operation.new
        out[out.count - 1].isEverywhere = last.isEverywhere || operation.isEverywhere
        if last.container == nil { out[out.count - 1].container = operation.container }
        continue
      }
      out.append(operation)
    }
    return out
  }

  /// "and inserting "five"", "and substituting in its place …", "and replace it with …".
  private func comesForLast(_ operation: InstructionOperation) -> Bool {
    guard operation.words != nil || operation.new != nil, operation.place == nil, !operation.isObjectUnknown else { return false }
    switch operation.object {
    case nil, .pronoun?: return [.insert, .substitute, .replace, .restate].contains(operation.verb)
    default: return false
    }
  }

  private struct Named {
    var target: Amendment.Target
    var part: Amendment.Part = .whole
  }
  private struct Doubt: Error { var reason: String }

  /// What a noun names, within what another one does.
  private func target(_ noun: InstructionNoun?, in outer: InstructionNoun?) -> Result<Named, Doubt> {
    switch noun {
    case .provision(let index)?:
      if case .provision(let holder)? = outer, holder != index, facts.isAttachment(holder), !facts.isAttachment(index) {
        return .success(Named(target: .item(index, of: holder)))
      }
      // "Clause 6 is amended by deleting sub-clause 1": no clause 1 of the agreement.
      if case .provision(let holder)? = outer, holder != index, facts.isSubdivision(index) {
        return .failure(Doubt(reason: InstructionParser.ambiguousPart))
      }
      // "The definition of "Debt" is amended by deleting "ten" in clause (b) thereof".
      if case .definitions(let names, let holder)? = outer, names.count == 1, let label = facts.label(index) {
        return .success(Named(target: .definitionItem(label, of: agreement.words(source(names[0])), in: holder)))
      }
      guard facts.isItem(index), case .provision(let holder)? = outer, holder != index else {
        return .success(Named(target: .reference(index)))
      }
      return .success(Named(target: .item(index, of: holder)))
    case .item(let index, let holder, let part)?: return .success(Named(target: .item(index, of: holder, part: part)))
    case .part(let part, let whole)?:
      return target(whole ?? outer, in: whole == nil ? nil : outer).flatMap { found in
        guard found.part == .whole else { return .failure(Doubt(reason: InstructionParser.ambiguousPart)) }
        if case .definitions = found.target { return .failure(Doubt(reason: InstructionParser.ambiguousPart)) }
        return .success(Named(target: found.target, part: part))
      }
    case .definitions(let names, let holder)?:
      var place = holder
      if place == nil, case .provision(let index)? = outer { place = index }
      return .success(Named(target: .definitions(names.map { agreement.words(source($0)) }, in: place)))
    case .definitionItem(let label, let name, let holder)?:
      var place = holder
      if place == nil, case .provision(let index)? = outer { place = index }
      return .success(Named(target: .definitionItem(label, of: agreement.words(source(name)), in: place)))
    case .heading(let range)?: return .success(Named(target: .heading(agreement.words(source(range)))))
    case .following(.provisions)?, .following(.definitions)?:
      if case .provision(let index)? = outer { return .success(Named(target: .told(in: index))) }
      return .success(Named(target: .told(in: nil)))
    case .agreement?: return .success(Named(target: .agreement))
    case .pronoun?, nil:
      if let outer, case .pronoun = outer { return .success(Named(target: .none)) }
      return outer.map { target($0, in: nil) } ?? .success(Named(target: .none))
    case .words?, .mark?, .following?, .newProvision?, .ownAttachment?: return .success(Named(target: .none))
    case .several?: return .failure(Doubt(reason: InstructionParser.several))
    case .unknown?: return .failure(Doubt(reason: InstructionParser.ambiguousPart))
    }
  }

  /// Whether a noun holds others: a provision, and not words.
  private func holds(_ noun: InstructionNoun?) -> Bool {
    switch noun {
    case .provision?, .item?, .part?, .definitions?, .definitionItem?, .heading?, .agreement?: true
    default: false
    }
  }

  private func amendment(_ operation: InstructionOperation) -> Amendment {
    let subject = holds(instruction.subject) ? instruction.subject : nil
    // What an operation names itself lies within the subject: "Section 2.3 is amended by deleting subsection (b)".
    var outer = operation.container ?? subject
    if case .agreement? = outer { outer = operation.container ?? lead ?? outer } else { outer = outer ?? lead }
    if case .unknown = instruction.subject, operation.object == nil || isUnknown(operation.object), operation.container == nil,
      operation.place?.noun == nil, !isPlaced(operation)
    {
      return unknown(named == nil ? InstructionParser.unclear : InstructionParser.ambiguousPart)
    }
    if operation.isObjectUnknown, [.delete, .replace, .restate].contains(operation.verb) {
      return unknown(InstructionParser.ambiguousPart)
    }
    if operation.isPartial { return unknown("it gives a part of the provision and does not say which") }
    switch operation.verb {
    case .insert, .substitute: return insertion(operation, outer)
    case .delete: return deletion(operation, outer)
    case .amend, .restate, .replace: return restatement(operation, outer)
    case .revalue: return revaluation(operation)
    case .renumber:
      guard case .provision(let new)? = operation.new else { return unknown("it renumbers provisions") }
      return made(target(operation.object ?? instruction.subject, in: inner(operation, outer))) { _ in .renumber(new) }
    }
  }

  /// Whether an operation names its place though its sentence has no subject: "There is added a new Section 8", or "(iii) adding at the end
  /// the following" under what a sentence before names.
  private func isPlaced(_ operation: InstructionOperation) -> Bool {
    if case .newProvision(_?)? = operation.new { return true }
    if case .following(.definitions)? = operation.new, lead != nil { return true }
    return operation.verb == .insert && lead != nil && operation.place.map { $0.kind == .end || $0.kind == .start } ?? false
  }

  /// What holds everything that is asked for: the subject, or that of the sentence above.
  private var whole: InstructionNoun? {
    guard holds(instruction.subject) else { return lead }
    if case .agreement = instruction.subject { return lead ?? instruction.subject }
    return instruction.subject
  }

  private func isUnknown(_ noun: InstructionNoun?) -> Bool {
    if case .unknown? = noun { return true }
    return false
  }

  private func made(_ named: Result<Named, Doubt>, isWhole: Bool = true, _ change: (Named) -> Amendment.Change) -> Amendment {
    switch named {
    case .failure(let doubt): return unknown(doubt.reason)
    case .success(let found):
      let change = change(found)
      if found.target == .none { return unknown(InstructionParser.unclear) }
      return Amendment(
        target: found.target, part: found.part, change: change, range: range, isWhole: isWhole, limits: limits, paper: paper)
    }
  }

  private func source(_ range: Range<Int>) -> Range<Int> { agreement.reading.source(range) }

  private func deletion(_ operation: InstructionOperation, _ outer: InstructionNoun?) -> Amendment {
    if let old = spot(operation.object, operation) {
      return made(target(outer, in: whole)) { _ in .substitute(old: old, new: nil) }
    }
    // "by deleting the following definitions: …"
    if case .following? = operation.object { return unknown(InstructionParser.unclear) }
    return made(target(operation.object ?? instruction.subject, in: inner(operation, outer))) { found in
      found.target == .agreement ? .unknown(InstructionParser.unclear) : operation.words.map { .restate(source($0)) } ?? .delete
    }
  }

  /// What holds the object: not the object itself.
  private func inner(_ operation: InstructionOperation, _ outer: InstructionNoun?) -> InstructionNoun? {
    operation.container ?? (operation.object == nil || isSubject(operation.object) ? lead : outer ?? lead)
  }

  /// Whether what goes out is what the sentence is said of, so that only what leads it can hold it: "(b) paragraph 2 shall be deleted".
  private func isSubject(_ noun: InstructionNoun?) -> Bool {
    if case .provision(let index)? = noun, case .provision(index) = instruction.subject { return true }
    return false
  }

  private func restatement(_ operation: InstructionOperation, _ outer: InstructionNoun?) -> Amendment {
    if let old = spot(operation.object, operation) {
      guard let new = operation.words else { return unknown("its new words were not found") }
      return made(target(outer, in: whole)) { _ in .substitute(old: old, new: source(fitted(new, to: operation.object))) }
    }
    let isWhole = operation.verb != .amend || operation.isRead
    // "is amended as follows: May 1 shall be changed to June 1": what stands for new words asks itself.
    if !isWhole, let words = operation.words, asks(words) { return unknown(InstructionParser.unclear) }
    return made(target(operation.object ?? instruction.subject, in: inner(operation, outer)), isWhole: isWhole) { found in
      if case .provision(let new)? = operation.new { return .replaceAttachment(by: new) }
      if case .ownAttachment? = operation.new { return .replaceAttachment(by: nil) }
      guard let words = operation.words else {
        return operation.verb == .amend
          ? .unknown(InstructionParser.unclear) : .unknown("its new words were not found")
      }
      return found.target == .agreement ? .unknown(InstructionParser.unclear) : .restate(source(words))
    }
  }

  /// Whether the first sentence of words asks for a change.
  private func asks(_ range: Range<Int>) -> Bool {
    let bytes = agreement.reading.bytes
    let words = SentenceWords(bytes, range.lowerBound..<bytes.span.firstOffset(of: Ascii.lineFeed, in: range))
    guard words.count > 0 else { return false }
    var instruction = InstructionWords(bytes, facts.references)
    _ = instruction.read(words, words.sentence(0), introduces: { _ in false })
    return MainVerb.find(instruction) != nil
  }

  private func insertion(_ operation: InstructionOperation, _ outer: InstructionNoun?) -> Amendment {
    guard let words = operation.words else { return unknown("its new words were not found") }
    let new = source(words)
    switch operation.new {
    case .newProvision(let index?)? where !facts.isItem(index):
      // "Schedule 1 is amended by adding a new paragraph 3"
      if case .provision(let holder)? = outer, facts.isAttachment(holder), !facts.isAttachment(index) {
        return made(.success(Named(target: .item(index, of: holder)))) { _ in .add(new) }
      }
      return made(.success(Named(target: .reference(index)))) { _ in .add(new) }
    case .newProvision(nil)?, .following(.provisions)?:
      // "adding a new paragraph at the end thereof": one that no number begins is no item.
      guard let place = operation.place, !agreement.reading.bytes[words.lowerBound].isDigit,
        agreement.reading.bytes[words.lowerBound] != Ascii.open
      else { return made(target(outer, in: whole)) { _ in .addItem(new) } }
      switch place {
      case (.end, let noun): return made(target(noun, in: outer)) { _ in .insert(new, .below) }
      case (.after, .part(let part, let whole)?):
        return made(target(.part(part, of: whole), in: outer)) { _ in .insert(new, .below) }
      default: return unknown(InstructionParser.unplaced)
      }
    case .newProvision?: return made(target(outer, in: whole)) { _ in .addItem(new) }
    case .following(.definitions)?, .definitions?:
      return made(target(outer, in: whole)) { _ in .define(new) }
    default: break
    }
    switch operation.place {
    case (.end, let noun)?:
      return made(target(noun, in: outer)) { _ in .insert(new, .end) }
    case (.start, let noun)?:
      return made(target(noun, in: outer)) { _ in .insert(new, .start) }
    case (.after, let noun?)? where spot(noun, operation) != nil:
      let place = Amendment.InsertionPlace.after(spot(noun, operation)!)
      return made(target(outer, in: whole)) { _ in .insert(source(fitted(words, to: noun)), place) }
    case (.before, let noun?)? where spot(noun, operation) != nil:
      let place = Amendment.InsertionPlace.before(spot(noun, operation)!)
      return made(target(outer, in: whole)) { _ in .insert(source(fitted(words, to: noun)), place) }
    case (.after, .part(let part, let whole)?)?:
      return made(target(.part(part, of: whole), in: outer)) { _ in .insert(new, .end) }
    case nil:
      // "supplemented with the following"
      if operation.object != nil, holds(operation.object) {
        return made(target(operation.object, in: lead)) { _ in .insert(new, .end) }
      }
      return unknown(InstructionParser.unplaced)
    default: return unknown(InstructionParser.unplaced)
    }
  }

  /// "The Expiration Date is extended from May 31, 2019 to May 31, 2021".
  private func revaluation(_ operation: InstructionOperation) -> Amendment {
    // "In Section 6.03 the amount of "$500,000" is hereby increased to "$600,000""
    if case .words(let old) = instruction.subject, let new = operation.words, let holder = operation.container ?? lead {
      return made(target(holder, in: nil)) { _ in .substitute(old: .words(source(old)), new: source(new)) }
    }
    guard case .words(let old)? = operation.object, let new = operation.words else { return unknown(InstructionParser.unclear) }
    return made(target(instruction.subject, in: nil)) { _ in .substitute(old: .words(source(old)), new: source(new)) }
  }

  /// What an operation names of the words that stand there: words or a mark.
  private func spot(_ noun: InstructionNoun?, _ operation: InstructionOperation) -> Amendment.Spot? {
    switch noun {
    case .words(let range)?:
      if let label = operation.itemBehind { return .beforeItem(source(range), label) }
      return operation.isEverywhere
        ? .each(source(range))
        : operation.isAtFirst ? .first(source(range)) : operation.isAtEnd ? .last(source(range)) : .words(source(range))
    case .mark(let mark, let isLast)?: return .mark(mark, isLast: isLast)
    default: return nil
    }
  }

  /// New words as they fit those that go out or stand beside them.
  private func fitted(_ new: Range<Int>, to noun: InstructionNoun?) -> Range<Int> {
    if case .words(let old)? = noun { return bare(new, like: old) }
    return new
  }

  /// Words without the period that stands inside the marks as the sentence ends there, unless the others have one too.
  private func bare(_ words: Range<Int>, like other: Range<Int>) -> Range<Int> {
    let bytes = agreement.reading.bytes
    let stops = [Ascii.period, Ascii.comma]
    // `", with its subsidiaries," after "Oak"`: what a comma opens another one closes.
    if words.count > 1, bytes[words.lowerBound] == Ascii.comma, bytes[words.upperBound - 1] == Ascii.comma { return words }
    // `", with its subsidiaries,".` has a mark of its own behind those of the quotation.
    if bytes.count > words.upperBound + 1, bytes[words.upperBound] == Ascii.quote,
      stops.contains(bytes[words.upperBound + 1]) || bytes[words.upperBound + 1] == Ascii.semicolon
    {
      return words
    }
    guard words.count > 1, stops.contains(bytes[words.upperBound - 1]), !other.isEmpty, !stops.contains(bytes[other.upperBound - 1])
    else {
      return words
    }
    return words.lowerBound..<words.upperBound - 1
  }
}
