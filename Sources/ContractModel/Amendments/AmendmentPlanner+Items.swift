/// Items of a provision that an instruction names, or that are new: "the first sentence of Section 2(b)(iii)", "a new clause (k)".
extension AmendmentPlanner {
  func item(_ index: Int, of holder: Int, part: Int?, _ found: Amendment) -> [Step] {
    guard let words = grammar(index), var outer = grammar(holder) else { return failed(found, InstructionParser.unclear) }
    if let part, let path = grammar(part)?.items.first?.path { outer.inner.append((.part, path)) }
    return items(words, of: outer, found)
  }

  func items(_ words: ReferenceWords, of outer: ReferenceWords, _ found: Amendment) -> [Step] {
    if outer.isAttachment { return words.keyword == .part ? part(words, of: outer, found) : paragraphs(words, of: outer, found) }
    let named = resolver.resolve(outer, from: nil, exactly: true)
    guard let id = named.found.first, named.found.count == 1, named.absent.isEmpty else {
      return failed(found, "the agreement has no such provision")
    }
    if places.isAmbiguous(id) { return failed(found, "the agreement has \(agreement.provisions[id].number) more than once") }
    if case .addItem(let new) = found.change { return addItems(new, below: id) }
    if case .add(let new) = found.change { return addItems(new, below: id) }
    var steps: [Step] = []
    for item in words.items {
      let label = ReferenceResolver.flat(item.path)
      let number = agreement.provisions[id].number + String(decoding: label, as: UTF8.self)
      if let child = agreement.provision(numbered: number) {
        steps += self.steps(child, found)
      } else {
        steps.append(inlineItem(label, of: id, found))
      }
    }
    if steps.count > 1, case .restate = found.change { return failed(found, "its new words do not tell the provisions apart") }
    return steps
  }

  /// A part of an attachment: "Part 2 of Schedule 1".
  private func part(_ words: ReferenceWords, of outer: ReferenceWords, _ found: Amendment) -> [Step] {
    let named = resolver.resolveAttachments(outer)
    guard let holder = named.found.first, named.found.count == 1, outer.inner.isEmpty, words.items.count == 1,
      case let number =
        "\(agreement.provisions[holder].number)/Part \(String(decoding: ReferenceResolver.flat(words.items[0].path), as: UTF8.self))",
      let id = agreement.provision(numbered: number), !places.isAmbiguous(id)
    else { return failed(found, "which attachment it is of is not certain") }
    if case .add = found.change { return failed(found, "the agreement has \(number) already") }
    return steps(id, found)
  }

  /// Paragraphs of an attachment: "Paragraph 2 of Schedule 1", "a new paragraph 3" of it.
  private func paragraphs(_ words: ReferenceWords, of outer: ReferenceWords, _ found: Amendment) -> [Step] {
    let named = resolver.resolveAttachments(outer)
    // "In Part 1 of Schedule 1, in paragraph 2": the paragraph is of the part.
    guard named.names.count == 1, let holder = named.found.first, named.found.count == 1, words.keyword != .part,
      outer.inner.isEmpty || outer.inner.count == 1 && outer.inner[0].keyword == .part
    else {
      return failed(found, "which attachment it is of is not certain")
    }
    let name = agreement.provisions[holder].number
    let part = outer.inner.first.map { Array("Part ".utf8) + ReferenceResolver.flat($0.path) }
    if case .add(let new) = found.change {
      guard words.items.count == 1, part == nil else { return failed(found, InstructionParser.several) }
      let path = words.items[0].path.map { String(decoding: $0, as: UTF8.self) }
      let number = NewProvisionNumber([name + "/"] + path)
      return [(number.number, add(new, number, at: found.range.lowerBound))]
    }
    var steps: [Step] = []
    for item in words.items {
      guard let id = resolver.find(item.path, in: holder, part: part) else {
        return failed(found, "\(name) has no such paragraph")
      }
      if places.isAmbiguous(id) { return failed(found, "\(name) has such a paragraph more than once") }
      steps += self.steps(id, found)
    }
    if steps.count > 1, case .restate = found.change { return failed(found, "its new words do not tell the provisions apart") }
    return steps
  }

  /// An item of running text: "(iii) a list of spare parts".
  func inlineItem(_ label: [UInt8], of id: Int, _ found: Amendment) -> Step {
    inlineItem(label, within: places.own(id), agreement.provisions[id].number + String(decoding: label, as: UTF8.self), found)
  }

  /// An item in the words of a range of the agreement.
  func inlineItem(_ label: [UInt8], within range: Range<Int>, _ name: String, _ found: Amendment) -> Step {
    guard found.part == .whole, let item = places.item(label, within: range) else {
      return (name, .failure(Reason(words: "it is an item of running text, and no provision of its own")))
    }
    switch found.change {
    case .restate(let new):
      return (name, .success(Edit(range: item, inserts: printed(places.fitted(new, in: amending, to: item)), kind: .restated)))
    case .substitute, .insert: return (name, edit(found.change, part: item))
    default: return (name, .failure(Reason(words: "it is an item of running text, and no provision of its own")))
    }
  }

  /// Items that are new below a provision, each by the number its words begin with: "(k) …", "1.4 …" and "1.5 …".
  func addItems(_ new: Range<Int>, below id: Int) -> [Step] {
    let number = agreement.provisions[id].number
    let found = cut(new, trim: unquoted) { paragraph, last -> NewProvisionNumber? in
      NewProvisionNumber(below: number, labelOf: amending.words(paragraph)).flatMap { item in
        last.map(item.follows) ?? true ? item : nil
      }
    }
    return found.map(addProvisions) ?? failed(number, "its new words have no number")
  }

  /// Several new provisions, each where its number begins a paragraph of the new words: "5.3 Training. …", "5.4 Staff. …".
  func addNumbered(_ new: Range<Int>, _ words: ReferenceWords, _ found: Amendment) -> [Step] {
    let numbers = words.items.map { NewProvisionNumber($0.path.map { String(decoding: $0, as: UTF8.self) }) }
    var left = numbers[...]
    let pieces = cut(new, trim: unquoted) { paragraph, _ -> NewProvisionNumber? in
      left.first.map { $0.leads(amending.words(paragraph)) } ?? false ? left.removeFirst() : nil
    }
    guard let pieces, left.isEmpty, zip(numbers, numbers.dropFirst()).allSatisfy({ $1.follows($0) }) else {
      return failed(found, InstructionParser.several)
    }
    return addProvisions(pieces)
  }

  /// New provisions with their numbers, one behind the other from where the first belongs.
  private func addProvisions(_ new: [(opening: NewProvisionNumber, range: Range<Int>)]) -> [Step] {
    switch places.new(new[0].opening) {
    case .success(let place):
      new.map { number, range in
        (number.number, .success(Edit(range: place..<place, inserts: paragraph(range), kind: .added)))
      }
    case .failure(let reason): [(new[0].opening.number, .failure(reason))]
    }
  }

  func add(_ new: Range<Int>, _ number: NewProvisionNumber, at reference: Int) -> Result<Edit, Reason> {
    places.new(number).map { place in
      var inserts: [SourceText.Insert] = [.marks(Self.paragraphBreak, at: new.lowerBound)]
      if !number.leads(amending.words(new)) { inserts.append(.marks(Array(number.label.utf8), at: reference)) }
      return Edit(range: place..<place, inserts: inserts + printed(new), kind: .added)
    }
  }
}
