/// Definitions that an instruction restates, takes out or puts in.
extension AmendmentPlanner {
  func definitions(_ names: [String], _ holder: Int?, _ change: Amendment.Change) -> [Step] {
    let provision: Int?
    switch self.holder(holder) {
    case .success(let id): provision = id
    case .failure(let reason): return names.map { ("“\($0)”", .failure(reason)) }
    }
    func listed(_ name: String) -> String { provision.map { "\(agreement.provisions[$0].number) “\(name)”" } ?? "“\(name)”" }
    if names.count == 1, case .restate(let new) = change {
      // "by replacing the date with "June 12, 2020"": what defines nothing is a piece of the definition.
      let text = amending.words(new).lowercasedBytes
      let defines = ["mean", "has the meaning", "have the meaning", " is ", " are ", "includes", "refers to", ":"]
      if !text.contains(names[0].lowercasedBytes), !defines.contains(where: text.contains) {
        return [(listed(names[0]), .failure(Reason(words: InstructionParser.ambiguousPart)))]
      }
    }
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

  /// The provision that definitions are in, by the reference that names it; nil where none does.
  private func holder(_ reference: Int?) -> Result<Int?, Reason> {
    guard let reference, let words = grammar(reference) else { return .success(nil) }
    let named = resolver.resolve(words, from: nil, exactly: true)
    guard let id = named.found.first, named.found.count == 1, !places.isAmbiguous(id) else {
      return .failure(Reason(words: "the agreement has no such provision"))
    }
    return .success(id)
  }

  /// An item of a definition: a provision of its own below the term, or one that stands in its words.
  func definitionItem(_ label: [UInt8], of term: String, _ holder: Int?, _ found: Amendment) -> [Step] {
    let name = "“\(term)”" + String(decoding: label, as: UTF8.self)
    switch self.holder(holder).flatMap({ places.definition(of: term, in: $0) }) {
    case .failure(let reason): return [(name, .failure(reason))]
    case .success(let range):
      let tree = agreement.provisions
      let items = tree.indices.filter { id in
        range.contains(tree[id].start) && tree[id].number.utf8.suffix(label.count).elementsEqual(label)
          && tree[id].parent.map { tree[$0].start < range.lowerBound } ?? true
      }
      if items.count > 1 { return [(name, .failure(Reason(words: "the definition has it more than once")))] }
      if let id = items.first { return steps(id, found).map { (name, $0.1) } }
      guard agreement.printedItems.place(of: label, in: agreement.reading.reading(range)) != nil else {
        return [(name, .failure(Reason(words: "the definition has no such item")))]
      }
      return [inlineItem(label, within: range, name, found)]
    }
  }

  func hasSeveral(_ change: Amendment.Change) -> Bool {
    if case .restate(let new) = change { return definedStretches(new).count > 1 }
    return false
  }

  /// New words cut where each definition begins, with the names of the terms; none where the first defines nothing.
  func definedStretches(_ new: Range<Int>) -> [(name: String, range: Range<Int>)] {
    (cut(new) { paragraph, _ in definedName(paragraph) } ?? []).map { (name: $0.opening, range: $0.range) }
  }

  /// The term that a paragraph defines at its beginning: `"Rent" means`.
  func definedName(_ paragraph: Range<Int>) -> String? {
    let text = amending.words(paragraph)
    guard Self.isQuote(text.unicodeScalars.first) else { return Self.definesWithoutMarks(text) ? Self.term(at: text) : nil }
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

  /// Whether new words for a provision are definitions alone, and it holds others that they do not give: `Section 1.1 is amended as follows:
  /// "Yard" means the yard at Gimli.`
  func leavesDefinitionsOut(_ id: Int, _ new: Range<Int>) -> Bool {
    let given = definedStretches(new)
    guard let first = given.first, first.range.lowerBound <= unquoted(new).lowerBound + 2 else { return false }
    let names = Set(given.map { $0.name.lowercasedBytes })
    return places.definitions(in: id).contains { !names.contains($0.name.lowercasedBytes) }
  }

  /// Each definition comes behind the last one of the provision that precedes it in the alphabet, where they keep to that; else behind all.
  func define(_ new: Range<Int>, _ id: Int) -> [Step] {
    let number = agreement.provisions[id].number
    // "1.4 "Rent" means": a definition that is a provision.
    if NewProvisionNumber(below: number, labelOf: amending.words(new)) != nil { return addItems(new, below: id) }
    let existing = places.definitions(in: id)
    let names = existing.map { $0.name.lowercasedBytes }
    let isSorted = zip(names, names.dropFirst()).allSatisfy { $0 <= $1 }
    // What begins with no quotation mark goes on with the definition before.
    let definitions = cut(new) { paragraph, last -> Void? in
      let text = amending.words(paragraph)
      return last == nil || Self.isQuote(text.unicodeScalars.first) || Self.definesWithoutMarks(text) ? () : nil
    }
    let endsInPeriod = existing.first.map { agreement.words($0.range).hasSuffix(".") } ?? true
    return (definitions ?? []).map { _, all in
      let (words, end) = withoutJoint(all, endsInPeriod: endsInPeriod)
      let text = amending.words(words)
      guard let name = Self.term(at: text) else {
        return (number, .failure(Reason(words: "its new words define no term")))
      }
      let step = "\(number) “\(name)”"
      if agreement.term(named: name) != nil { return (step, .failure(Reason(words: "it is defined there already"))) }
      let before = isSorted ? existing.last { $0.name.lowercasedBytes < name.lowercasedBytes } : existing.last
      let pause = SourceText.Insert.marks(Self.paragraphBreak, at: words.lowerBound)
      if before == nil, let first = existing.first?.range.lowerBound {
        return (step, .success(Edit(range: first..<first, inserts: printed(words) + end + [pause], kind: .added)))
      }
      let place = before?.range.upperBound ?? places.end(id)
      return (step, .success(Edit(range: place..<place, inserts: paragraph(words) + end, kind: .added)))
    }
  }

  /// The words of one of several new definitions without what joins it to the next, and what closes it then: of `"Agent" means Elm; and` the
  /// words before the semicolon, and a full stop where the definitions of the agreement end so.
  private func withoutJoint(_ words: Range<Int>, endsInPeriod: Bool) -> (words: Range<Int>, end: [SourceText.Insert]) {
    let bytes = amending.text.bytes
    var high = words.upperBound
    func passBlanks() { while high > words.lowerBound, bytes[high - 1] <= Ascii.space { high -= 1 } }
    passBlanks()
    for joint: StaticString in ["and", "or"] where bytes.span.matchesWord(joint, endingAt: high) {
      high -= joint.utf8CodeUnitCount
      passBlanks()
      break
    }
    guard high > words.lowerBound + 1, bytes[high - 1] == Ascii.semicolon else { return (words, []) }
    return endsInPeriod
      ? (words.lowerBound..<high - 1, [.marks([Ascii.period], at: high - 1)]) : (words.lowerBound..<high, [])
  }

  /// The term that a definition begins with: `"Group" means …`, `Group: in relation to …`, `Harvest Month means …`.
  static func term(at text: String) -> String? {
    if isQuote(text.unicodeScalars.first) {
      return String(text.drop { isQuote($0.unicodeScalars.first) }.prefix { !isQuote($0.unicodeScalars.first) })
    }
    guard text.first?.isUppercase ?? false else { return nil }
    let head = text.prefix(70)
    let ends = [":", " means", " shall mean", " has the meaning"].compactMap { head.ranges(of: $0).first?.lowerBound }
    guard let end = ends.min(),
      head[..<end].split(separator: " ").allSatisfy({ $0.first?.isUppercase ?? false || $0.utf8.count <= 3 })
    else { return nil }
    return String(head[..<end])
  }

  /// Whether a paragraph begins as a definition without quotation marks does: `Harvest Month means …`.
  private static func definesWithoutMarks(_ text: String) -> Bool {
    guard let name = term(at: text) else { return false }
    return [" means ", " shall mean ", " has the meaning "].contains { text.dropFirst(name.count).hasPrefix($0) }
  }

  static func isQuote(_ scalar: UnicodeScalar?) -> Bool { scalar.map { ["\"", "“", "”", "'", "`"].contains($0) } ?? false }
}

extension String {
  /// Without the comma or period that stands within its marks.
  fileprivate var trimmingMarks: String {
    var text = Substring(self)
    while let last = text.last, [",", ".", " ", ":"].contains(last) { text = text.dropLast() }
    return String(text)
  }
}
