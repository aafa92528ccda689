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
    // The paper it names most is the one it changes.
    return names.max { ($0.value, $1.key) < ($1.value, $0.key) }.flatMap { $0.value > resolved ? $0.key : nil }
  }

  init(_ agreement: Agreement, _ amending: Agreement, base: Int, _ links: [Int: CaseLinks.Target]) {
    self.base = base
    self.links = links
    ownName = Self.ownName(base, links, amending)
    self.agreement = agreement
    self.amending = amending
    places = AmendedPlaces(agreement)
    resolver = agreement.resolver()
    ownResolver = amending.resolver()
  }

  func steps(_ found: Amendment) -> [Step] {
    guard let index = found.reference else {
      guard case .definition(let name) = found.part else { return [] }
      return [("“\(name)”", places.definition(of: name, in: nil).flatMap { edit(found.change, part: $0) })]
    }
    let reference = amending.references[index].range
    let printed = amending.words(reference)
    func failed(_ words: String) -> [Step] { [(printed, .failure(Reason(words: words)))] }
    if case .unknown(let reason) = found.change { return failed(reason) }
    switch links[index] {
    case .provisions(let member, _) where member != base, .missing(let member) where member != base:
      return failed("it is of another paper")
    case .absent(let name) where name != ownName: return failed("it is of the \(name), which is not in this case")
    case .ambiguous: return failed("which paper it is of is not certain")
    default: break
    }
    let span = amending.reading.bytes.span
    let start = amending.reading.reading(reference.lowerBound)
    let end = amending.reading.reading(reference.upperBound)
    guard let words = ReferenceGrammar.parse(span, start, min(span.count, end + 1)), !words.isLettersOnly else {
      return failed("which provision it is an item of is not said")
    }
    if words.isAttachment { return attachments(found.change, words) }
    if case .add(let new) = found.change {
      guard words.items.count == 1 else { return failed("it names several provisions at once") }
      let number = NewProvisionNumber(words.items[0].path.map { String(decoding: $0, as: UTF8.self) })
      return [(number.number, add(new, number, at: reference.lowerBound))]
    }
    let named = resolver.resolve(words, from: nil, exactly: true)
    guard !named.found.isEmpty, named.absent.isEmpty else {
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
    if named.found.count == 1, case .define(let new) = found.change { return define(new, named.found[0]) }
    if named.found.count > 1 {
      switch found.change {
      case .delete, .substitute: break
      default: return failed("it names several provisions at once")
      }
    }
    return named.found.map { step($0, found.change, found.part) }
  }

  // MARK: One provision

  private func step(_ id: Int, _ change: Amendment.Change, _ part: Amendment.Part) -> Step {
    let number = agreement.provisions[id].number
    switch change {
    case .restate(let new) where part == .whole:
      return (number, .success(Edit(range: places.restated(id, by: amending.words(new)), inserts: printed(new), kind: .restated)))
    case .insert(let new, after: nil) where part == .whole:
      let end = places.end(id)
      return (number, .success(Edit(range: end..<end, inserts: apart(new, at: end), kind: .inserted)))
    case .addItem(let new):
      guard let item = NewProvisionNumber(below: number, labelOf: amending.words(new)) else {
        return (number, .failure(Reason(words: "its new words have no number")))
      }
      return (item.number, add(new, item, at: new.lowerBound))
    default: return (number, places.part(part, of: id).flatMap { edit(change, part: $0) })
    }
  }

  /// What a change does to a stretch of the agreement.
  private func edit(_ change: Amendment.Change, part: Range<Int>) -> Result<Edit, Reason> {
    switch change {
    case .delete: return .success(Edit(range: part, inserts: [], kind: .deleted))
    case .restate(let new): return .success(Edit(range: part, inserts: printed(new), kind: .restated))
    case .substitute(let old, let new):
      return places.place(of: amending.words(old), in: part).map { place in
        Edit(range: place, inserts: new.map { [.words($0)] } ?? [], kind: .substituted)
      }
    case .insert(let words, let after):
      guard let after else {
        return .success(Edit(range: part.upperBound..<part.upperBound, inserts: apart(words, at: part.upperBound), kind: .inserted))
      }
      return places.place(of: amending.words(after), in: part).map { place in
        Edit(range: place.upperBound..<place.upperBound, inserts: [.words(words)], kind: .inserted)
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
    let own = ownResolver.resolveAttachments(words)
    return named.names.map { name in
      guard let id = named.found.first(where: { agreement.provisions[$0].number.lowercasedBytes == name.lowercasedBytes }) else {
        return (name, .failure(Reason(words: "the agreement as filed does not hold it")))
      }
      let body = places.body(id)
      switch change {
      case .delete: return (name, .success(Edit(range: body, inserts: [], kind: .deleted)))
      case .restate(let new) where named.names.count == 1:
        return (name, .success(Edit(range: body, inserts: apart(new, at: body.lowerBound), kind: .restated)))
      case .replaceAttachment:
        guard let new = own.found.first(where: { amending.provisions[$0].number.lowercasedBytes == name.lowercasedBytes }) else {
          return (name, .failure(Reason(words: "the amendment as filed does not hold the new one")))
        }
        let range = AmendedPlaces(amending).body(new)
        return (name, .success(Edit(range: body, inserts: printed(range), kind: .restated)))
      default: return (name, .failure(Reason(words: "what it changes was not understood")))
      }
    }
  }
}
