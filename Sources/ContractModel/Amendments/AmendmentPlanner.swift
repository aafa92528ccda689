/// Says what an instruction of an amendment puts where in an agreement.
struct AmendmentPlanner {
  /// What comes into the place of a range of the agreement's text.
  struct Edit {
    var range: Range<Int>
    var inserts: [SourceText.Insert]
    var kind: AmendedAgreement.Change.Kind
  }

  typealias Reason = AmendedPlaces.Reason
  /// One provision of those that an instruction names: its number, and what is done.
  typealias Step = (provision: String, edit: Result<Edit, Reason>)

  let agreement: Agreement
  let amending: Agreement
  let places: AmendedPlaces
  /// Places of the amendment itself, for its own attachments.
  let ownPlaces: AmendedPlaces
  let resolver: ReferenceResolver
  /// Finds the amendment's own attachments.
  let ownResolver: ReferenceResolver
  private let facts: InstructionFacts

  /// The agreement as signed, by its index in the case, and where the amendment's references lead.
  let base: Int
  let links: [Int: CaseLinks.Target]
  /// What the amendment calls the agreement, where that name leads nowhere by itself: "the GMP Agreement".
  let ownName: String?
  /// The papers that the amendment gives short names to, by these.
  let named: [String: NamedPaper]
  /// The short names that the amendment gives the agreement.
  let called: [String]
  /// What limits an instruction is judged by.
  let day: CalendarDate?
  let events: Events

  /// `isNamed` says that the amendment calls the agreement by a name that leads to it.
  init(
    _ agreement: Agreement, _ amending: Agreement, base: Int, _ links: [Int: CaseLinks.Target], isNamed: Bool, _ day: CalendarDate?,
    _ events: Events
  ) {
    self.base = base
    self.links = links
    self.agreement = agreement
    self.amending = amending
    self.day = day
    self.events = events
    named = Dictionary(NamedPaper.all(in: amending).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let called = named.values.filter { $0.date != nil && $0.date == agreement.date }.map(\.key)
    let own = isNamed ? nil : Self.ownName(base, links, amending)
    // Where the amendment gives the agreement a short name by its date, another name is another paper's.
    ownName = own.flatMap { name in
      guard called.isEmpty || called.contains(name.lowercasedBytes) else { return nil }
      return Self.isDatedOtherwise(name, in: amending, than: agreement.date) ? nil : name
    }
    self.called = called + [ownName].compactMap { $0 }
    places = AmendedPlaces(agreement)
    ownPlaces = AmendedPlaces(amending)
    resolver = agreement.resolver()
    ownResolver = amending.resolver()
    facts = InstructionFacts(amending)
  }

  /// Whether the amendment gives a paper another date where it names it: "the Framework Agreement dated 5 January 2018".
  private static func isDatedOtherwise(_ name: String, in amending: Agreement, than date: CalendarDate?) -> Bool {
    let span = amending.text.bytes.span
    return amending.references.contains { reference in
      guard let owner = reference.owner, amending.words(owner) == name, let date,
        case var at = span.skipSpaces(owner.upperBound), span.matches("dated ", at: at)
      else { return false }
      at = span.skipSpaces(at + 6)
      if span.matches("as of ", at: at) { at = span.skipSpaces(at + 6) }
      return DateParser.parse(span, at).map { $0.date != date } ?? false
    }
  }

  /// The paper that the amendment names most, where it is named more often than what leads to the agreement.
  static func ownName(_ base: Int, _ links: [Int: CaseLinks.Target], _ amending: Agreement) -> String? {
    var names: [String: Int] = [:]
    var resolved = 0
    for (reference, target) in links {
      switch target {
      case .provisions(base, _), .missing(base): resolved += amending.references[reference].owner == nil ? 0 : 1
      case .absent(let name):
        if !PaperDirectory.words(name).contains(where: PaperDirectory.ownKinds.contains) { names[name, default: 0] += 1 }
      default: break
      }
    }
    return names.max { ($0.value, $1.key) < ($1.value, $0.key) }.flatMap { $0.value > resolved ? $0.key : nil }
  }

  /// What an instruction changes, place by place; for one that cannot be carried out, why.
  func steps(_ found: Amendment) -> [Step] {
    if let index = found.owner, let reason = foreign(index) { return failed(found, reason) }
    if let paper = found.paper, !isOwn(paper) { return failed(found, "it is of the \(amending.words(paper))") }
    if let reason = describedOtherwise(found) { return failed(found, reason) }
    if case .unknown(let reason) = found.change { return failed(found, reason) }
    if let refusal = found.limits.lazy.compactMap({ $0.refusal(in: amending, day, events) }).first { return failed(found, refusal) }
    switch found.target {
    case .none: return failed(found, InstructionParser.unclear)
    case .agreement:
      guard case .substitute(let old, let new) = found.change else { return failed(found, InstructionParser.unclear) }
      return substitutions(old, new, in: 0..<agreement.text.bytes.count, name(found))
    case .heading(let heading):
      let ids = agreement.provisions.indices.filter { id in
        agreement.provisions[id].heading.map { agreement.words($0).lowercasedBytes == heading.lowercasedBytes } ?? false
      }
      guard let id = ids.first, ids.count == 1 else {
        return failed(found, ids.isEmpty ? "no provision has that heading" : "several provisions have that heading")
      }
      return [step(id, found.change, found.part)]
    case .definitions(let names, let holder): return definitions(names, holder, found.change)
    case .definitionItem(let label, let name, let holder): return definitionItem(label, of: name, holder, found)
    case .told(let holder): return told(holder, found.change, name(found))
    case .item(let index, let holder, let part): return item(index, of: holder, part: part, found)
    case .reference(let index): return provisions(index, found)
    }
  }

  /// One step that cannot be carried out, and why.
  func failed(_ name: String, _ words: String) -> [Step] { [(name, .failure(Reason(words: words)))] }

  func failed(_ found: Amendment, _ words: String) -> [Step] { failed(name(found), words) }

  /// What an instruction names, as the amendment prints it.
  func name(_ found: Amendment) -> String {
    if let reference = found.reference { return amending.words(amending.references[reference].range) }
    switch found.target {
    case .definitions(let names, _): return names.map { "“\($0)”" }.joined(separator: ", ")
    case .definitionItem(_, let name, _): return "“\(name)”"
    case .heading(let heading): return "“\(heading)”"
    default:
      let words = amending.words(found.range)
      return words.utf8.count <= 60 ? words : "\(words.prefix(60).split(separator: " ").dropLast().joined(separator: " ")) …"
    }
  }

  func grammar(_ index: Int) -> ReferenceWords? { facts.grammar(index) }

  func provisions(_ index: Int, _ found: Amendment) -> [Step] {
    guard var words = grammar(index) else { return failed(found, InstructionParser.unclear) }
    let range = amending.reading.reading(amending.references[index].range)
    if let inner = words.inner.last {
      // `Article 8, Section 8.2` and `Section 2 of Article 3` name the section, `Schedule 1, paragraph 2` a part of an attachment.
      guard words.keyword == .article else { return attachmentParagraph(words, found) }
      let container = resolver.resolve(words, from: nil).found.first
      let own = container.flatMap { resolver.find(inner.path, below: $0) }.map { agreement.provisions[$0].number }
      words.keyword = inner.keyword
      words.items = [ReferenceWords.Item(path: own.map { [Array($0.utf8)] } ?? inner.path, range: words.range)]
      words.inner = []
    } else if !words.isLettersOnly, words.range.upperBound < range.upperBound {
      return failed(found, "which provision it is a part of is not certain")
    }
    if words.isLettersOnly {
      let reading = amending.reading
      guard let outer = InstructionFacts.outer(words, reading.bytes.span, reading.reading(amending.references[index].range)) else {
        return failed(found, "which provision it is an item of is not said")
      }
      return items(words, of: outer, found)
    }
    if words.isAttachment {
      guard found.part == .whole else { return failed(found, "it changes a part of an attachment") }
      return attachments(found.change, words)
    }
    if case .add(let new) = found.change {
      guard words.items.count == 1 else { return addNumbered(new, words, found) }
      let number = NewProvisionNumber(words.items[0].path.map { String(decoding: $0, as: UTF8.self) })
      return [(number.number, add(new, number, at: amending.references[index].range.lowerBound))]
    }
    let named = resolver.resolve(words, from: nil, exactly: true)
    guard !named.found.isEmpty, named.absent.isEmpty else {
      if let path = words.items.first?.path, words.items.count == 1, path.count > 1,
        let holder = agreement.provision(numbered: String(decoding: ReferenceResolver.flat(Array(path.dropLast())), as: UTF8.self)),
        let label = path.last
      {
        return [inlineItem(label, of: holder, found)]
      }
      return failed(
        found,
        resolver.resolve(words, from: nil).found.isEmpty
          ? "the agreement has no such provision" : "it is an item of running text, and no provision of its own")
    }
    if let twice = named.found.first(where: places.isAmbiguous) {
      return failed(found, "the agreement has \(agreement.provisions[twice].number) more than once")
    }
    if named.found.count > 1, case .restate(let new) = found.change {
      guard let stretches = stretches(new, named.found) else {
        return failed(found, "its new words do not tell the provisions apart")
      }
      return zip(named.found, stretches).map { step($0, .restate($1), found.part) }
    }
    if named.found.count == 1 {
      let id = named.found[0]
      if let heading = otherHeading(id, behind: index) {
        return failed(found, "\(agreement.provisions[id].number) is headed “\(heading)”")
      }
      switch found.change {
      case .define(let new): return define(new, id)
      case .addItem(let new): return addItems(new, below: id)
      // "is modified as follows: 3.1 …" gives what is below anew, and not the whole.
      case .restate(let new) where found.part == .whole && !found.isWhole && tellsBelow(id, new):
        return told(index, found.change, name(found))
      case .restate(let new) where found.part == .whole && !found.isWhole && leavesDefinitionsOut(id, new):
        return failed(found, "it gives some of the definitions and does not say what becomes of the others")
      // "is changed as follows: (a) the basket: increase to $1,000": no text of the provision.
      case .restate(let new) where found.part == .whole && !isText(new, of: id, isWhole: found.isWhole):
        return failed(found, InstructionParser.unclear)
      default: break
      }
    }
    if named.found.count > 1 {
      switch found.change {
      case .delete, .insert, .substitute: break
      default: return failed(found, InstructionParser.several)
      }
    }
    return named.found.flatMap { steps($0, found) }
  }

  /// A paragraph that stands behind the attachment it is of: "Schedule 1, paragraph 2", "paragraph 2 of Part 1 of Schedule 1".
  private func attachmentParagraph(_ words: ReferenceWords, _ found: Amendment) -> [Step] {
    let named = resolver.resolve(words, from: nil, exactly: true)
    guard named.found.count == 1, named.absent.isEmpty, let id = named.found.first,
      agreement.provisions[id].number.utf8.contains(Ascii.slash), !places.isAmbiguous(id)
    else { return failed(found, "which paragraph of the attachment it is is not certain") }
    return steps(id, found)
  }

  /// What an instruction does to a provision: one step, or one for each place of the words that go out wherever they stand.
  func steps(_ id: Int, _ found: Amendment) -> [Step] {
    let number = agreement.provisions[id].number
    switch found.change {
    case .substitute(let old, let new) where old.isEach && found.part == .whole:
      return substitutions(old, new, in: places.body(id), number)
    case .insert(let words, .after(.each(let old))) where found.part == .whole: return insertions(words, old, isAfter: true, id)
    case .insert(let words, .before(.each(let old))) where found.part == .whole: return insertions(words, old, isAfter: false, id)
    case .renumber(let reference): return [(number, renumbered(id, reference))]
    default: return [step(id, found.change, found.part)]
    }
  }

  /// Words that come in beside others wherever those stand: "inserting "fresh" before "flour" each time it appears".
  private func insertions(_ words: Range<Int>, _ old: Range<Int>, isAfter: Bool, _ id: Int) -> [Step] {
    let number = agreement.provisions[id].number
    let found = places.all(amending.words(old), in: places.body(id))
    guard !found.isEmpty else { return failed(number, "“\(amending.words(old))” is not in the provision") }
    return found.map { place in
      let at = isAfter ? place.upperBound : place.lowerBound
      return (
        number, .success(Edit(range: at..<at, inserts: isAfter ? apart(words, at: at) : before(words, at: at), kind: .inserted))
      )
    }
  }

  /// The number of a provision, printed as another; what is below it must not be printed by its number.
  private func renumbered(_ id: Int, _ reference: Int) -> Result<Edit, Reason> {
    func isNumber(_ byte: UInt8) -> Bool { byte.isAlphanumeric || [Ascii.period, Ascii.open, Ascii.close].contains(byte) }
    /// The figures or letters at the end of words, without what closes them.
    func number(_ bytes: ArraySlice<UInt8>) -> Range<Int>? {
      var end = bytes.endIndex
      while end > bytes.startIndex, !bytes[end - 1].isAlphanumeric, bytes[end - 1] != Ascii.close { end -= 1 }
      var start = end
      while start > bytes.startIndex, isNumber(bytes[start - 1]) { start -= 1 }
      return start < end && (bytes[start] == Ascii.open) == (bytes[end - 1] == Ascii.close) ? start..<end : nil
    }
    let unclear = Reason(words: "it renumbers provisions")
    let label = agreement.provisions[id].label
    let range = amending.references[reference].range
    guard let old = number(agreement.text.bytes[label]), let new = number(amending.text.bytes[range]),
      (agreement.text.bytes[old.lowerBound] == Ascii.open) == (amending.text.bytes[new.lowerBound] == Ascii.open)
    else { return .failure(unclear) }
    let printed = agreement.words(old)
    let isPrinted = agreement.provisions.children(of: id).contains {
      agreement.words(agreement.provisions[$0].label).contains(printed)
    }
    guard !isPrinted else { return .failure(unclear) }
    return .success(Edit(range: old, inserts: [.words(new)], kind: .substituted))
  }

  /// Words that go out wherever they stand, or at the one place they do.
  func substitutions(_ old: Amendment.Spot, _ new: Range<Int>?, in range: Range<Int>, _ name: String) -> [Step] {
    guard case .each(let words) = old else { return [(name, edit(.substitute(old: old, new: new), part: range))] }
    let inserts = new.map { [SourceText.Insert.words($0)] } ?? []
    let old = amending.words(words)
    var edits = places.whole(old, in: range).map { Edit(range: $0, inserts: inserts, kind: .substituted) }
    guard !edits.isEmpty else { return failed(name, "“\(old)” is not there") }
    // A noun's plural goes with it: "Lenders" with "Lender".
    let plural = String(decoding: TermName.plural(Array(old.utf8)), as: UTF8.self)
    let plurals = old.utf8.last?.isLetter == true ? places.whole(plural, in: range) : []
    if !plurals.isEmpty {
      guard let new, let marks = pluralEnding(of: amending.words(new)) else {
        return failed(name, "its plural, “\(plural)”, stands there too")
      }
      edits += plurals.map {
        Edit(range: $0, inserts: [.words(new), .marks(marks, at: new.upperBound - 1)], kind: .substituted)
      }
      edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
    return edits.map { edit in
      let number = agreement.provisions.innermost(at: edit.range.lowerBound).map { agreement.provisions[$0].number } ?? name
      return (number, .success(edit))
    }
  }

  /// What makes a plural of words by coming behind them; nil where more of them changes.
  private func pluralEnding(of words: String) -> [UInt8]? {
    let bytes = Array(words.utf8)
    let plural = TermName.plural(bytes)
    return plural.count > bytes.count && plural.starts(with: bytes) && bytes.last?.isLetter == true
      ? Array(plural[bytes.count...]) : nil
  }

  /// The place in a part of the agreement of what an instruction names there.
  private func place(of spot: Amendment.Spot, in part: Range<Int>) -> Result<Range<Int>, Reason> {
    switch spot {
    case .words(let words), .each(let words): places.place(of: amending.words(words), in: part)
    case .first(let words): places.first(amending.words(words), in: part)
    case .last(let words): places.last(amending.words(words), in: part)
    case .beforeItem(let words, let label): places.before(label, amending.words(words), in: part)
    case .mark(let mark, let isLast): places.mark(mark, isLast: isLast, in: part)
    }
  }

  func step(_ id: Int, _ change: Amendment.Change, _ part: Amendment.Part) -> Step {
    let number = agreement.provisions[id].number
    switch change {
    case .restate(let whole) where part == .whole:
      let new = withoutOuterHeading(whole, id)
      let words = amending.words(new)
      if let reason = fragment(new, id) ?? otherNumber(new, id) { return (number, .failure(Reason(words: reason))) }
      var range = places.restated(id, by: words)
      // "Only the Buyer may terminate this Agreement:" is not the whole of what has items; they stay.
      if places.hasParts(id), words.hasSuffix(":") { range = range.lowerBound..<places.own(id).upperBound }
      return (number, .success(Edit(range: range, inserts: printed(new), kind: .restated)))
    case .insert(let new, .end) where part == .whole: return (number, .success(ending(id, with: new)))
    case .insert(let new, .start) where part == .whole:
      // Behind the heading.
      let start = agreement.provisions[id].bodyStart
      return (number, .success(Edit(range: start..<start, inserts: before(new, at: start), kind: .inserted)))
    default: return (number, places.part(part, of: id).flatMap { edit(change, part: $0) })
    }
  }

  /// What a change does to a stretch of the agreement.
  func edit(_ change: Amendment.Change, part: Range<Int>) -> Result<Edit, Reason> {
    switch change {
    case .delete: return .success(Edit(range: part, inserts: [], kind: .deleted))
    case .restate(let new): return .success(Edit(range: part, inserts: printed(new), kind: .restated))
    case .substitute(let old, let new):
      return place(of: old, in: part).map { place in
        Edit(
          range: new == nil ? places.withBlank(place) : places.withTail(place, of: new.map(amending.words)),
          inserts: new.map { [.words($0)] } ?? [], kind: .substituted)
      }
    case .insert(let words, .end): return .success(ending(part, with: words))
    case .insert(let words, .below):
      return .success(
        Edit(
          range: part.upperBound..<part.upperBound, inserts: paragraph(words), kind: .inserted))
    case .insert(let words, .start):
      return .success(Edit(range: part.lowerBound..<part.lowerBound, inserts: before(words, at: part.lowerBound), kind: .inserted))
    case .insert(let words, .after(let old)):
      return place(of: old, in: part).map { place in
        Edit(range: place.upperBound..<place.upperBound, inserts: apart(words, at: place.upperBound), kind: .inserted)
      }
    case .insert(let words, .before(let old)):
      return place(of: old, in: part).map { place in
        Edit(range: place.lowerBound..<place.lowerBound, inserts: before(words, at: place.lowerBound), kind: .inserted)
      }
    case .unknown(let reason): return .failure(Reason(words: reason))
    case .add, .addItem, .define, .replaceAttachment, .renumber: return .failure(Reason(words: InstructionParser.unclear))
    }
  }
}
