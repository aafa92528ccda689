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

  private let agreement: Agreement
  private let amending: Agreement
  private let places: AmendedPlaces
  private let resolver: ReferenceResolver
  /// Finds the amendment's own attachments.
  private let ownResolver: ReferenceResolver

  /// The agreement as signed, by its index in the case, and where the amendment's references lead.
  private let base: Int
  private let links: [Int: CaseLinks.Target]
  /// What the amendment calls the agreement, where that name leads nowhere by itself: "the GMP Agreement".
  private let ownName: String?
  /// What limits an instruction is judged by.
  private let day: CalendarDate?
  private let events: Events

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
    ownName = isNamed ? nil : Self.ownName(base, links, amending)
    places = AmendedPlaces(agreement)
    resolver = agreement.resolver()
    ownResolver = amending.resolver()
  }

  /// The paper that the amendment names most, where it is named more often than what leads to the agreement.
  private static func ownName(_ base: Int, _ links: [Int: CaseLinks.Target], _ amending: Agreement) -> String? {
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
    func failed(_ words: String) -> [Step] { [(name(found), .failure(Reason(words: words)))] }
    if let index = found.owner, let reason = foreign(index) { return failed(reason) }
    if case .unknown(let reason) = found.change { return failed(reason) }
    if let refusal = found.limits.lazy.compactMap({ $0.refusal(in: amending, day, events) }).first { return failed(refusal) }
    switch found.target {
    case .none: return failed(InstructionParser.unclear)
    case .agreement:
      guard case .substitute(let old, let new, let everywhere) = found.change else { return failed(InstructionParser.unclear) }
      return substitutions(old, new, in: 0..<agreement.text.bytes.count, everywhere: everywhere, name(found))
    case .heading(let heading):
      let ids = agreement.provisions.indices.filter { id in
        agreement.provisions[id].heading.map { agreement.words($0).lowercasedBytes == heading.lowercasedBytes } ?? false
      }
      guard let id = ids.first, ids.count == 1 else {
        return failed(ids.isEmpty ? "no provision has that heading" : "several provisions have that heading")
      }
      return [step(id, found.change, found.part)]
    case .definitions(let names, let holder): return definitions(names, holder, found.change)
    case .told(let holder): return told(holder, found.change, name(found))
    case .item(let index, let holder): return item(index, of: holder, found)
    case .reference(let index): return provisions(index, found)
    }
  }

  /// What an instruction names, as the amendment prints it.
  func name(_ found: Amendment) -> String {
    if let reference = found.reference { return amending.words(amending.references[reference].range) }
    switch found.target {
    case .definitions(let names, _): return names.map { "“\($0)”" }.joined(separator: ", ")
    case .heading(let heading): return "“\(heading)”"
    default:
      let words = amending.words(found.range)
      return words.utf8.count <= 60 ? words : "\(words.prefix(60).split(separator: " ").dropLast().joined(separator: " ")) …"
    }
  }

  /// Why a reference is of another paper, or may be; nil for one of the agreement.
  private func foreign(_ index: Int) -> String? {
    switch links[index] {
    case .provisions(let member, _) where member != base, .missing(let member) where member != base: return "it is of another paper"
    case .absent(let name) where name != ownName:
      return "it is of the \(name), which is not in this case"
    case .ambiguous: return "which paper it is of is not certain"
    default: return nil
    }
  }

  private func grammar(_ index: Int) -> ReferenceWords? {
    let reading = amending.reading
    let range = amending.references[index].range
    let start = reading.reading(range.lowerBound)
    return ReferenceGrammar.parse(reading.bytes.span, start, min(reading.bytes.count, reading.reading(range.upperBound) + 1))
  }

  // MARK: What is named

  private func provisions(_ index: Int, _ found: Amendment) -> [Step] {
    func failed(_ words: String) -> [Step] { [(name(found), .failure(Reason(words: words)))] }
    guard let words = grammar(index) else { return failed(InstructionParser.unclear) }
    if words.isLettersOnly {
      let reading = amending.reading
      guard let outer = InstructionFacts.outer(words, reading.bytes.span, reading.reading(amending.references[index].range)) else {
        return failed("which provision it is an item of is not said")
      }
      return items(words, of: outer, found)
    }
    if words.isAttachment { return attachments(found.change, words) }
    if case .add(let new) = found.change {
      guard words.items.count == 1 else { return failed(InstructionParser.several) }
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
        resolver.resolve(words, from: nil).found.isEmpty
          ? "the agreement has no such provision" : "it is an item of running text, and no provision of its own")
    }
    if let twice = named.found.first(where: places.isAmbiguous) {
      return failed("the agreement has \(agreement.provisions[twice].number) more than once")
    }
    if named.found.count > 1, case .restate(let new) = found.change {
      guard let stretches = stretches(new, named.found) else { return failed("its new words do not tell the provisions apart") }
      return zip(named.found, stretches).map { step($0, .restate($1), found.part) }
    }
    if named.found.count == 1 {
      let id = named.found[0]
      switch found.change {
      case .define(let new): return define(new, id)
      case .addItem(let new): return addItems(new, below: id)
      case .substitute(let old, let new, let everywhere) where everywhere && found.part == .whole:
        return substitutions(old, new, in: places.body(id), everywhere: true, name(found))
      // "is modified as follows: 3.1 …" gives what is below anew, and not the whole.
      case .restate(let new) where found.part == .whole && !found.isWhole && tellsBelow(id, new):
        return told(index, found.change, name(found))
      default: break
      }
    }
    if named.found.count > 1 {
      switch found.change {
      case .delete, .substitute: break
      default: return failed(InstructionParser.several)
      }
    }
    return named.found.map { step($0, found.change, found.part) }
  }

  /// Whether new words begin with the number of a provision below another, and not with its own.
  private func tellsBelow(_ id: Int, _ new: Range<Int>) -> Bool {
    guard !places.leads(amending.words(new), id), let first = leading(new.lowerBound, new.upperBound) else { return false }
    return first != id && agreement.provisions.path(to: first).contains(id)
  }

  /// The provision whose number stands at a place of the amendment's text: `3.1 Upkeep.`, `"Section 3.4. Insurance."`.
  private func leading(_ start: Int, _ end: Int) -> Int? {
    let words = amending.words(start..<min(end, start + 60))
    var text = Substring(words.drop { Self.isQuote($0.unicodeScalars.first) || $0 == " " })
    for keyword in ["section ", "article ", "paragraph ", "clause "] where text.lowercased().hasPrefix(keyword) {
      text = text.dropFirst(keyword.count)
    }
    var label = text.prefix { $0.isNumber || $0.isLetter || $0 == "." || $0 == "(" || $0 == ")" }
    while label.last == "." { label = label.dropLast() }
    guard let first = label.first, first.isNumber || first == "(" || label.contains(".") else { return nil }
    return agreement.provision(numbered: String(label))
  }

  /// Provisions or definitions that the new words themselves name, each at its beginning.
  private func told(_ holder: Int?, _ change: Amendment.Change, _ name: String) -> [Step] {
    func failed(_ words: String) -> [Step] { [(name, .failure(Reason(words: words)))] }
    guard case .restate(let new) = change else { return failed(InstructionParser.unclear) }
    let defined = definedStretches(new)
    if !defined.isEmpty { return definitions(defined.map(\.name), holder, change) }
    let reading = amending.reading
    var found: [(id: Int, range: Range<Int>)] = []
    for paragraph in reading.paragraphs(reading.reading(new)) {
      let source = reading.source(paragraph)
      if let id = leading(source.lowerBound, source.upperBound),
        !found.contains(where: { agreement.provisions.path(to: id).contains($0.id) })
      {
        found.append((id, source))
      } else if let last = found.indices.last {
        found[last].range = found[last].range.lowerBound..<source.upperBound
      } else {
        return failed("its new words do not tell which provisions they are")
      }
    }
    guard !found.isEmpty else { return failed("its new words do not tell which provisions they are") }
    return found.map { step($0.id, .restate(unquoted($0.range)), .whole) }
  }

  /// Without the marks around them.
  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    let reading = amending.reading
    let read = reading.reading(range)
    var (low, high) = (read.lowerBound, read.upperBound)
    if low < high, reading.bytes[low] == Ascii.quote { low += 1 }
    while high > low, reading.bytes[high - 1].isSpace { high -= 1 }
    let marks = reading.bytes[low..<high].count { $0 == Ascii.quote }
    if high > low, reading.bytes[high - 1] == Ascii.quote, marks % 2 == 1 { high -= 1 }
    return reading.source(low..<high)
  }

  private func item(_ index: Int, of holder: Int, _ found: Amendment) -> [Step] {
    func failed(_ words: String) -> [Step] { [(name(found), .failure(Reason(words: words)))] }
    guard let words = grammar(index), let outer = grammar(holder) else { return failed(InstructionParser.unclear) }
    return items(words, of: outer, found)
  }

  private func items(_ words: ReferenceWords, of outer: ReferenceWords, _ found: Amendment) -> [Step] {
    func failed(_ words: String) -> [Step] { [(name(found), .failure(Reason(words: words)))] }
    guard !outer.isAttachment else { return failed(InstructionParser.unclear) }
    let named = resolver.resolve(outer, from: nil, exactly: true)
    guard let id = named.found.first, named.found.count == 1, named.absent.isEmpty else {
      return failed("the agreement has no such provision")
    }
    if places.isAmbiguous(id) { return failed("the agreement has \(agreement.provisions[id].number) more than once") }
    if case .addItem(let new) = found.change { return addItems(new, below: id) }
    if case .add(let new) = found.change { return addItems(new, below: id) }
    var steps: [Step] = []
    for item in words.items {
      let label = ReferenceResolver.flat(item.path)
      let number = agreement.provisions[id].number + String(decoding: label, as: UTF8.self)
      if let child = agreement.provision(numbered: number) {
        steps.append(step(child, found.change, found.part))
      } else {
        steps.append(inlineItem(label, of: id, found))
      }
    }
    if steps.count > 1, case .restate = found.change { return failed("its new words do not tell the provisions apart") }
    return steps
  }

  /// An item of running text: "(iii) a list of spare parts".
  private func inlineItem(_ label: [UInt8], of id: Int, _ found: Amendment) -> Step {
    let name = agreement.provisions[id].number + String(decoding: label, as: UTF8.self)
    guard found.part == .whole, let item = places.item(label, in: id) else {
      return (name, .failure(Reason(words: "it is an item of running text, and no provision of its own")))
    }
    switch found.change {
    case .restate(let new):
      return (name, .success(Edit(range: item, inserts: printed(places.fitted(new, in: amending, to: item)), kind: .restated)))
    case .substitute, .insert: return (name, edit(found.change, part: item))
    default: return (name, .failure(Reason(words: "it is an item of running text, and no provision of its own")))
    }
  }

  /// Words that go out wherever they stand, or at the one place they do.
  private func substitutions(_ old: Range<Int>, _ new: Range<Int>?, in range: Range<Int>, everywhere: Bool, _ name: String)
    -> [Step]
  {
    let inserts = new.map { [SourceText.Insert.words($0)] } ?? []
    let found = everywhere ? places.all(amending.words(old), in: range) : []
    if !everywhere {
      return [
        (name, places.place(of: amending.words(old), in: range).map { Edit(range: $0, inserts: inserts, kind: .substituted) })
      ]
    }
    guard !found.isEmpty else { return [(name, .failure(Reason(words: "“\(amending.words(old))” is not there")))] }
    return found.map { place in
      let number = agreement.provisions.innermost(at: place.lowerBound).map { agreement.provisions[$0].number } ?? name
      return (number, .success(Edit(range: place, inserts: inserts, kind: .substituted)))
    }
  }

  // MARK: Definitions

  private func definitions(_ names: [String], _ holder: Int?, _ change: Amendment.Change) -> [Step] {
    var provision: Int?
    if let holder, let words = grammar(holder) {
      let named = resolver.resolve(words, from: nil, exactly: true)
      guard let id = named.found.first, named.found.count == 1, !places.isAmbiguous(id) else {
        return names.map { ("“\($0)”", .failure(Reason(words: "the agreement has no such provision"))) }
      }
      provision = id
    }
    func listed(_ name: String) -> String { provision.map { "\(agreement.provisions[$0].number) “\(name)”" } ?? "“\(name)”" }
    if names.count == 1, !hasSeveral(change) {
      return [(listed(names[0]), places.definition(of: names[0], in: provision).flatMap { edit(change, part: $0) })]
    }
    switch change {
    case .delete:
      return names.map { name in (listed(name), places.definition(of: name, in: provision).flatMap { edit(.delete, part: $0) }) }
    case .restate(let new):
      let stretches = definedStretches(new)
      guard stretches.map({ $0.name.lowercasedBytes }).sorted() == names.map(\.lowercasedBytes).sorted() else {
        return names.map { (listed($0), .failure(Reason(words: "its new words do not tell the definitions apart"))) }
      }
      return stretches.map { stretch in
        (
          listed(stretch.name),
          places.definition(of: stretch.name, in: provision).flatMap { edit(.restate(stretch.range), part: $0) }
        )
      }
    default: return names.map { (listed($0), .failure(Reason(words: InstructionParser.several))) }
    }
  }

  private func hasSeveral(_ change: Amendment.Change) -> Bool {
    if case .restate(let new) = change { return definedStretches(new).count > 1 }
    return false
  }

  /// New words cut where each definition begins, with the names of the terms; none where the first defines nothing.
  private func definedStretches(_ new: Range<Int>) -> [(name: String, range: Range<Int>)] {
    let reading = amending.reading
    var out: [(name: String, range: Range<Int>)] = []
    for paragraph in reading.paragraphs(reading.reading(new)) {
      let source = reading.source(paragraph)
      if let name = definedName(source) {
        out.append((name, source))
      } else if let last = out.indices.last {
        out[last].range = out[last].range.lowerBound..<source.upperBound
      } else {
        return []
      }
    }
    return out
  }

  /// The term that a paragraph defines at its beginning: `"Rent" means`.
  private func definedName(_ paragraph: Range<Int>) -> String? {
    let text = amending.words(paragraph)
    guard Self.isQuote(text.unicodeScalars.first) else { return nil }
    let behind = text.drop { Self.isQuote($0.unicodeScalars.first) }
    let name = behind.prefix { !Self.isQuote($0.unicodeScalars.first) }
    guard (1...80).contains(name.utf8.count), name.endIndex < behind.endIndex else { return nil }
    let rest = behind[name.endIndex...].dropFirst().lowercased()
    let verbs = [
      "means", "shall mean", "will mean", "has the meaning", "shall have the meaning", "is ", "shall be", "includes",
      "with respect", "as ",
    ]
    let trimmed = rest.drop { $0 == " " || $0 == "," || $0 == ":" || Self.isQuote($0.unicodeScalars.first) }
    return verbs.contains { trimmed.hasPrefix($0) } ? String(name).trimmingMarks : nil
  }

  // MARK: One provision

  private func step(_ id: Int, _ change: Amendment.Change, _ part: Amendment.Part) -> Step {
    let number = agreement.provisions[id].number
    switch change {
    case .restate(let new) where part == .whole:
      if let reason = fragment(new, id) { return (number, .failure(Reason(words: reason))) }
      return (number, .success(Edit(range: places.restated(id, by: amending.words(new)), inserts: printed(new), kind: .restated)))
    case .insert(let new, .end) where part == .whole:
      let end = places.end(id)
      return (number, .success(Edit(range: end..<end, inserts: apart(new, at: end), kind: .inserted)))
    default: return (number, places.part(part, of: id).flatMap { edit(change, part: $0) })
    }
  }

  /// Why new words are not the whole of a provision: they leave something out, or begin in the middle of a sentence.
  private func fragment(_ new: Range<Int>, _ id: Int) -> String? {
    let words = amending.words(new)
    if words.contains("***") || words.contains("* * *") || words.contains("[...]") || words.contains(". . . .") {
      return "its new words leave something out"
    }
    guard let first = words.utf8.first else { return "its new words were not found" }
    let body = agreement.text.bytes[places.body(id)].first
    let isMiddle =
      [Ascii.comma, Ascii.semicolon, Ascii.close].contains(first)
      || first.isLower && body?.isUpper ?? false && !Self.isLabelled(words)
    return isMiddle ? InstructionParser.ambiguousPart : nil
  }

  /// Whether words begin with a letter for a number: "a. Rent", "iv) Rent".
  private static func isLabelled(_ words: String) -> Bool {
    let label = words.utf8.prefix { $0.isAlphanumeric }
    return label.count <= 4 && [Ascii.period, Ascii.close].contains(words.utf8.dropFirst(label.count).first ?? 0)
  }

  /// Items that are new below a provision, each by the number its words begin with: "(k) …", "1.4 …" and "1.5 …".
  private func addItems(_ new: Range<Int>, below id: Int) -> [Step] {
    let number = agreement.provisions[id].number
    let reading = amending.reading
    var found: [(item: NewProvisionNumber, range: Range<Int>)] = []
    for paragraph in reading.paragraphs(reading.reading(new)) {
      let source = unquoted(reading.source(paragraph))
      if let item = NewProvisionNumber(below: number, labelOf: amending.words(source)),
        found.isEmpty || item.follows(found[found.count - 1].item)
      {
        found.append((item, source))
      } else if let last = found.indices.last {
        found[last].range = found[last].range.lowerBound..<source.upperBound
      } else {
        return [(number, .failure(Reason(words: "its new words have no number")))]
      }
    }
    guard let first = found.first else { return [(number, .failure(Reason(words: "its new words have no number")))] }
    return places.new(first.item).fold(
      { place in
        found.map { item, range in
          var inserts: [SourceText.Insert] = [.marks(Self.paragraphBreak, at: range.lowerBound)]
          inserts += printed(range)
          return (item.number, .success(Edit(range: place..<place, inserts: inserts, kind: .added)))
        }
      }, { reason in [(first.item.number, .failure(reason))] })
  }

  /// What a change does to a stretch of the agreement.
  private func edit(_ change: Amendment.Change, part: Range<Int>) -> Result<Edit, Reason> {
    switch change {
    case .delete: return .success(Edit(range: part, inserts: [], kind: .deleted))
    case .restate(let new): return .success(Edit(range: part, inserts: printed(new), kind: .restated))
    case .substitute(let old, let new, _):
      return places.place(of: amending.words(old), in: part).map { place in
        Edit(range: place, inserts: new.map { [.words($0)] } ?? [], kind: .substituted)
      }
    case .insert(let words, .end):
      return .success(Edit(range: part.upperBound..<part.upperBound, inserts: apart(words, at: part.upperBound), kind: .inserted))
    case .insert(let words, .after(let old)):
      return places.place(of: amending.words(old), in: part).map { place in
        Edit(range: place.upperBound..<place.upperBound, inserts: [.words(words)], kind: .inserted)
      }
    case .insert(let words, .before(let old)):
      return places.place(of: amending.words(old), in: part).map { place in
        Edit(range: place.lowerBound..<place.lowerBound, inserts: [.words(words)], kind: .inserted)
      }
    case .unknown(let reason): return .failure(Reason(words: reason))
    case .add, .addItem, .define, .replaceAttachment: return .failure(Reason(words: "what it changes was not understood"))
    }
  }

  /// Words behind others, with a blank between sentences.
  private func apart(_ words: Range<Int>, at place: Int) -> [SourceText.Insert] {
    let needsBlank = place > 0 && !agreement.text.bytes[place - 1].isSpace && amending.text.bytes[words.lowerBound].isAlphanumeric
    return (needsBlank ? [.marks([Ascii.space], at: words.lowerBound)] : []) + printed(words)
  }

  /// Words of the amendment without page furniture among them, and without the marks that open quoted paragraphs anew.
  private func printed(_ words: Range<Int>) -> [SourceText.Insert] {
    let bytes = amending.text.bytes
    let first = amending.blocks.boundary(behindAll: { $0.range.upperBound <= words.lowerBound })
    var out: [SourceText.Insert] = []
    var end = words.lowerBound
    for block in amending.blocks[first...] {
      guard block.range.lowerBound < words.upperBound else { break }
      guard block.kind.isRead else { continue }
      var low = max(block.range.lowerBound, words.lowerBound)
      let high = min(block.range.upperBound, words.upperBound)
      guard low < high else { continue }
      if !out.isEmpty {
        // What stood between two paragraphs stays, unless there was furniture in it.
        let isBlank = bytes[end..<low].allSatisfy(\.isSpace)
        out.append(isBlank ? .words(end..<low) : .marks(block.continues ? [Ascii.space] : Self.paragraphBreak, at: low))
        if let mark = reopening(low..<high) { low = mark }
      }
      out.append(.words(low..<high))
      end = high
    }
    return out.isEmpty ? [.words(words)] : out
  }

  /// Where a paragraph begins behind a mark that opens it anew: one that nothing in it closes.
  private func reopening(_ paragraph: Range<Int>) -> Int? {
    let bytes = amending.text.bytes[paragraph]
    let marks: [[UInt8]] = [[0xE2, 0x80, 0x9C], [Ascii.quote]]
    guard let mark = marks.first(where: { bytes.starts(with: $0) }) else { return nil }
    var opened = 0
    var at = paragraph.lowerBound
    while at < paragraph.upperBound {
      if bytes[at] == Ascii.quote {
        opened += opened > 0 ? -1 : 1
      } else if bytes[at] == 0xE2, at + 2 < paragraph.upperBound, bytes[at + 1] == 0x80 {
        if bytes[at + 2] == 0x9C { opened += 1 }
        if bytes[at + 2] == 0x9D { opened -= 1 }
      }
      at += 1
    }
    return opened > 0 ? paragraph.lowerBound + mark.count : nil
  }

  private static let paragraphBreak: [UInt8] = [Ascii.lineFeed, Ascii.lineFeed]

  private func add(_ new: Range<Int>, _ number: NewProvisionNumber, at reference: Int) -> Result<Edit, Reason> {
    places.new(number).map { place in
      var inserts: [SourceText.Insert] = [.marks(Self.paragraphBreak, at: new.lowerBound)]
      if !number.leads(amending.words(new)) { inserts.append(.marks(Array(number.label.utf8), at: reference)) }
      return Edit(range: place..<place, inserts: inserts + printed(new), kind: .added)
    }
  }

  /// Each definition comes behind the last one of the provision that precedes it in the alphabet, where they keep to that; else behind all.
  private func define(_ new: Range<Int>, _ id: Int) -> [Step] {
    let number = agreement.provisions[id].number
    // "1.4 "Rent" means": a definition that is a provision.
    if NewProvisionNumber(below: number, labelOf: amending.words(new)) != nil { return addItems(new, below: id) }
    let existing = places.definitions(in: id)
    let names = existing.map { $0.name.lowercasedBytes }
    let isSorted = zip(names, names.dropFirst()).allSatisfy { $0 <= $1 }
    let reading = amending.reading
    let definitions = reading.paragraphs(reading.reading(new)).map { reading.source($0) }.reduce(into: [Range<Int>]()) {
      out, paragraph in
      // What begins with no quotation mark goes on with the definition before.
      if Self.isQuote(amending.text.string(paragraph).unicodeScalars.first) || out.isEmpty {
        out.append(paragraph)
      } else {
        out[out.count - 1] = out[out.count - 1].lowerBound..<paragraph.upperBound
      }
    }
    return definitions.map { words in
      let text = amending.words(words)
      guard Self.isQuote(text.unicodeScalars.first) else {
        return (number, .failure(Reason(words: "its new words define nothing in quotation marks")))
      }
      let name = String(text.drop { Self.isQuote($0.unicodeScalars.first) }.prefix { !Self.isQuote($0.unicodeScalars.first) })
      let step = "\(number) “\(name)”"
      if agreement.term(named: name) != nil { return (step, .failure(Reason(words: "it is defined there already"))) }
      let before = isSorted ? existing.last { $0.name.lowercasedBytes < name.lowercasedBytes } : existing.last
      let pause = SourceText.Insert.marks(Self.paragraphBreak, at: words.lowerBound)
      if before == nil, let first = existing.first?.range.lowerBound {
        return (step, .success(Edit(range: first..<first, inserts: printed(words) + [pause], kind: .added)))
      }
      let place = before?.range.upperBound ?? places.end(id)
      return (step, .success(Edit(range: place..<place, inserts: [pause] + printed(words), kind: .added)))
    }
  }

  private static func isQuote(_ scalar: UnicodeScalar?) -> Bool { scalar.map { ["\"", "“", "”", "'", "`"].contains($0) } ?? false }

  /// New words cut where each of several provisions begins; nil where they do not begin with the numbers in order.
  private func stretches(_ new: Range<Int>, _ ids: [Int]) -> [Range<Int>]? {
    let reading = amending.reading
    let span = reading.bytes.span
    let range = reading.reading(new)
    var starts: [Int] = []
    for paragraph in reading.paragraphs(range) where starts.count < ids.count {
      let place = span[paragraph.lowerBound] == Ascii.quote ? paragraph.lowerBound + 1 : paragraph.lowerBound
      let opening = reading.bytes[place..<max(place, min(paragraph.upperBound, place + 40))]
      if places.leads(String(decoding: opening, as: UTF8.self), ids[starts.count]) {
        starts.append(place)
      } else if starts.isEmpty {
        return nil
      }
    }
    guard starts.count == ids.count else { return nil }
    return starts.indices.map { index in
      var stop = index + 1 < starts.count ? starts[index + 1] : range.upperBound
      while stop > starts[index], span[stop - 1].isSpace || span[stop - 1] == Ascii.quote { stop -= 1 }
      return reading.source(starts[index]..<stop)
    }
  }

  // MARK: Attachments

  private func attachments(_ change: Amendment.Change, _ words: ReferenceWords) -> [Step] {
    let named = resolver.resolveAttachments(words)
    return named.names.map { name in
      guard let id = named.found.first(where: { agreement.provisions[$0].number.lowercasedBytes == name.lowercasedBytes }) else {
        return (name, .failure(Reason(words: "the agreement as filed does not hold it")))
      }
      let body = places.body(id)
      switch change {
      case .delete: return (name, .success(Edit(range: body, inserts: [], kind: .deleted)))
      case .restate(let new) where named.names.count == 1:
        return (name, .success(Edit(range: body, inserts: apart(new, at: body.lowerBound), kind: .restated)))
      case .insert(let new, .end) where named.names.count == 1:
        let inserts = [SourceText.Insert.marks(Self.paragraphBreak, at: new.lowerBound)] + printed(new)
        return (name, .success(Edit(range: body.upperBound..<body.upperBound, inserts: inserts, kind: .inserted)))
      case .substitute where named.names.count == 1: return (name, edit(change, part: body))
      case .replaceAttachment(let index):
        let own = grammar(index).map { ownResolver.resolveAttachments($0) }
        guard let new = own?.found.first, own?.found.count == 1 else {
          return (name, .failure(Reason(words: "the amendment as filed does not hold the new one")))
        }
        let range = AmendedPlaces(amending).body(new)
        return (name, .success(Edit(range: body, inserts: printed(range), kind: .restated)))
      default: return (name, .failure(Reason(words: "what it changes was not understood")))
      }
    }
  }
}

extension Result {
  /// One value of either.
  fileprivate func fold<T>(_ success: (Success) -> T, _ failure: (Failure) -> T) -> T {
    switch self {
    case .success(let value): success(value)
    case .failure(let reason): failure(reason)
    }
  }
}

extension String {
  /// Without the comma or period that stands within its marks.
  fileprivate var trimmingMarks: String {
    var text = Substring(self)
    while let last = text.last, [",", ".", " ", ":"].contains(last) { text = text.dropLast() }
    return String(text)
  }
}
