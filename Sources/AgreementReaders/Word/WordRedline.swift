import ContractModel

/// Puts tracked changes into the package of a Word document: what did not change keeps its formatting to the byte.
///
/// All changes accepted, the document is what it was; all rejected, it has the words of the version before. (ECMA-376, part 1, 17.13.5.)
package struct WordRedline {
  /// What became of words.
  package enum Kind { case same, deleted, inserted }

  /// A paragraph of the comparison: its words in order, each with the blank before it.
  package struct Paragraph {
    /// Its words in order.
    package var runs: [(kind: Kind, text: String)] = []
    /// Whether words of the old version go on with it.
    package var isOldOpen = false
    /// The same of the new version.
    package var isNewOpen = false
    /// A paragraph without words.
    package init() {}
    /// Whether there are no words in it.
    package var isEmpty: Bool { runs.allSatisfy { $0.text.isEmpty } }
    /// Whether all of its words are of a kind.
    package func isAll(_ kind: Kind) -> Bool { runs.allSatisfy { $0.kind == kind || $0.text.isEmpty } }
  }

  private let bytes: [UInt8]
  private let markup: WordMarkup
  /// `w:author` and `w:date`, as they stand in a tag.
  private let signature: String
  /// The properties of the old version's paragraphs.
  private var properties: WordParagraphProperties?
  private var changes = 900_000
  /// What is put in the place of bytes, in order.
  private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

  /// The package with the changes; nil where it cannot carry them: it is no Word document, has tracked changes already, or its words are
  /// not those that were compared.
  /// `old` is the file of the version before: where it is a Word document too, its paragraphs come back as the items they were.
  package static func redlined(
    _ package: [UInt8], old: [UInt8], _ paragraphs: [Paragraph], author: String, date: String
  ) -> [UInt8]? {
    guard XMLDocument.isInstalled, let files = ArchiveReader.files(package), let parts = WordPackage(files),
      let well = XMLDocument(parts.mainPart), well.root.name == "document", let markup = WordMarkup(parts.mainPart),
      !markup.hasChanges
    else { return nil }
    let name = markup.prefix
    var redline = WordRedline(
      bytes: parts.mainPart, markup: markup,
      signature: "\(name)author=\"\(Markup.escaped(author))\" \(name)date=\"\(Markup.escaped(date))\"")
    redline.properties = WordParagraphProperties(from: old, into: parts)
    guard redline.place(ComparedCharacters(paragraphs)) else { return nil }
    let main = redline.edited()
    return ArchiveWriter.zip(files.map { ($0.name, $0.name == parts.main ? main : $0.bytes) })
  }

  private init(bytes: [UInt8], markup: WordMarkup, signature: String) {
    self.bytes = bytes
    self.markup = markup
    self.signature = signature
  }

  private func edited() -> [UInt8] {
    var out: [UInt8] = []
    var at = 0
    for edit in edits {
      out += bytes[at..<edit.range.lowerBound]
      out += edit.bytes
      at = edit.range.upperBound
    }
    return out + bytes[at...]
  }

  /// Deleted words by where they stood: beside an atom, or as paragraphs of their own beside a paragraph.
  private struct Deleted {
    var before: [Int: [String]] = [:]
    var behind: [Int: [String]] = [:]
    var beforeParagraph: [Int: [String]] = [:]
    var behindParagraph: [Int: [String]] = [:]

    func isAt(_ atom: Int) -> Bool { before[atom] != nil || behind[atom] != nil }
  }

  // MARK: Places

  /// Finds what became of each character of the document, and where deleted words stood; false where too few are found.
  private mutating func place(_ compared: ComparedCharacters) -> Bool {
    let units = markup.atoms.indices.filter { markup.atoms[$0].scalar != nil && !markup.atoms[$0].isBlank }
    let words = documentWords(units)
    var unitOf = [Int?](repeating: nil, count: compared.scalars.count)
    for run in WordDifference.runs(compared.words.map(\.key)[...], words.map(\.key)[...]) where run.kind == .same {
      for (a, b) in zip(run.old, run.new) {
        for (x, y) in zip(compared.words[a].range, words[b].range) { unitOf[x] = y }
      }
    }
    let found = unitOf.count { $0 != nil }
    guard found * 10 >= units.count * 9, found * 2 >= compared.scalars.count, !units.isEmpty else { return false }

    var kinds = [Kind?](repeating: nil, count: units.count)
    for (index, unit) in unitOf.enumerated() { if let unit { kinds[unit] = compared.isInserted[index] ? .inserted : .same } }
    fill(&kinds)
    let atoms = atomKinds(units, kinds)
    var deleted = Deleted()
    let (previous, next) = neighbours(unitOf)
    for deletion in compared.deletions {
      let (left, right) = (previous[deletion.at], next[deletion.at])
      let leftParagraph = left.map { markup.atoms[units[$0]].paragraph }
      let rightParagraph = right.map { markup.atoms[units[$0]].paragraph }
      if deletion.isParagraph, let right, leftParagraph == rightParagraph {
        // A line of a paragraph that has several.
        deleted.before[units[right], default: []].append(deletion.text + "\n")
        continue
      }
      if deletion.isParagraph {
        if let rightParagraph,
          leftParagraph.map({ markup.paragraphs[$0].depth > 0 }) ?? true
            || markup.paragraphs[rightParagraph].depth == 0
        {
          deleted.beforeParagraph[rightParagraph, default: []].append(deletion.text)
        } else if let leftParagraph {
          deleted.behindParagraph[leftParagraph, default: []].append(deletion.text)
        }
        continue
      }
      // The number that the list prints now is not in the document, and neither is the one it printed.
      if compared.isLabel(deletion, unitOf) { continue }
      let isHere = deletion.at < unitOf.count && unitOf[deletion.at] != nil
      if let right, isHere && !compared.isAtEnd(deletion) || left == nil || !compared.isBehindWord(deletion) {
        add(deletion.text, before: units[right], compared.isBlankBefore(deletion), &deleted)
      } else if let left {
        deleted.behind[units[left], default: []].append(deletion.text)
      }
    }
    write(atoms, deleted)
    return true
  }

  /// Puts deleted words before a character: before the blank that parts it from the word before, where there is one.
  private func add(_ text: String, before character: Int, _ isBlankBefore: Bool, _ deleted: inout Deleted) {
    var atom = character
    let paragraph = markup.atoms[atom].paragraph
    while atom > 0, markup.atoms[atom - 1].paragraph == paragraph, markup.atoms[atom - 1].isBlank,
      markup.atoms[atom - 1].text != nil
    {
      atom -= 1
    }
    if atom == character, atom > 0, markup.atoms[atom - 1].paragraph == paragraph, markup.atoms[atom - 1].isBlank, text.first == " "
    {
      // Behind a tab or a line break, which part words as a blank does.
      deleted.before[atom, default: []].append(text.dropFirst() + (isBlankBefore ? " " : ""))
      return
    }
    let isFirst = atom == 0 || markup.atoms[atom - 1].paragraph != paragraph
    deleted.before[atom, default: []].append(isFirst && isBlankBefore && atom == character ? text + " " : text)
  }

  /// Words of the document: characters of a paragraph with no blank between.
  private func documentWords(_ units: [Int]) -> [(key: UInt64, range: Range<Int>)] {
    var out: [(key: UInt64, range: Range<Int>)] = []
    for (index, atom) in units.enumerated() {
      let scalar = markup.atoms[atom].scalar ?? " "
      let isSameWord =
        index > 0 && markup.atoms[units[index - 1]].paragraph == markup.atoms[atom].paragraph
        && !markup.atoms[units[index - 1]..<atom].contains(where: \.isBlank)
      if isSameWord, let last = out.last {
        out[out.count - 1] = (ComparedCharacters.key(scalar, last.key), last.range.lowerBound..<(index + 1))
      } else {
        out.append((ComparedCharacters.key(scalar, nil), index..<(index + 1)))
      }
    }
    return out
  }

  /// The found characters before and from each character of the comparison on.
  private func neighbours(_ unitOf: [Int?]) -> (previous: [Int?], next: [Int?]) {
    var previous = [Int?](repeating: nil, count: unitOf.count + 1)
    var next = previous
    for i in unitOf.indices { previous[i + 1] = unitOf[i] ?? previous[i] }
    for i in unitOf.indices.reversed() { next[i] = unitOf[i] ?? next[i + 1] }
    return (previous, next)
  }

  /// What was not found is new where all around it is.
  private func fill(_ kinds: inout [Kind?]) {
    var start = 0
    while start < kinds.count {
      guard kinds[start] == nil else {
        start += 1
        continue
      }
      var end = start
      while end < kinds.count, kinds[end] == nil { end += 1 }
      let isNew = start > 0 && end < kinds.count && kinds[start - 1] == .inserted && kinds[end] == .inserted
      for i in start..<end { kinds[i] = isNew ? .inserted : .same }
      start = end
    }
  }

  /// What became of each atom: a blank goes with the character behind it, at the end of a paragraph with the one before.
  private func atomKinds(_ units: [Int], _ kinds: [Kind?]) -> [Kind] {
    var out = [Kind?](repeating: nil, count: markup.atoms.count)
    for (unit, atom) in units.enumerated() { out[atom] = kinds[unit] }
    for atom in out.indices.reversed() where out[atom] == nil && atom + 1 < out.count {
      if markup.atoms[atom + 1].paragraph == markup.atoms[atom].paragraph { out[atom] = out[atom + 1] }
    }
    for atom in out.indices where out[atom] == nil {
      out[atom] = atom > 0 && markup.atoms[atom - 1].paragraph == markup.atoms[atom].paragraph ? out[atom - 1] : .same
    }
    // A tab or a line break is new between new words alone.
    let kinds = out.map { $0 ?? .same }
    return kinds.indices.map { atom in
      guard markup.atoms[atom].text == nil, atom > 0 else { return kinds[atom] }
      return kinds[atom - 1] == .inserted ? kinds[atom] : .same
    }
  }

  // MARK: Writing

  private mutating func write(_ kinds: [Kind], _ deleted: Deleted) {
    var runsOf = [[Int]](repeating: [], count: markup.paragraphs.count)
    for (index, run) in markup.runs.enumerated() { runsOf[run.paragraph].append(index) }
    for (index, paragraph) in markup.paragraphs.enumerated() {
      for text in deleted.beforeParagraph[index] ?? [] { addParagraph(text, at: paragraph.range.lowerBound) }
      let atoms = runsOf[index].flatMap { Array(markup.runs[$0].atoms) }
      let words = atoms.filter { markup.atoms[$0].scalar != nil && !markup.atoms[$0].isBlank }
      let isNew = !words.isEmpty && words.allSatisfy { kinds[$0] == .inserted } && !atoms.contains(where: deleted.isAt)
      if isNew { markAsNew(paragraph) }
      for run in runsOf[index] { write(markup.runs[run], kinds, deleted, isNew: isNew) }
      for text in deleted.behindParagraph[index] ?? [] { addParagraph(text, at: paragraph.range.upperBound) }
    }
  }

  private mutating func change(_ kind: String) -> String {
    changes += 1
    return "<\(markup.prefix)\(kind) \(markup.prefix)id=\"\(changes)\" \(signature)"
  }

  /// Puts in a paragraph that was deleted, with the mark at its end.
  private mutating func addParagraph(_ text: String, at place: Int) {
    let name = markup.prefix
    let mark = change("del") + "/>"
    let (words, kept) = properties?.paragraph(text) ?? (text, "")
    let own = name == "w:" ? kept : kept.replacing("w:", with: name)
    let head = Array("<\(name)p><\(name)pPr>\(own)<\(name)rPr>\(mark)</\(name)rPr></\(name)pPr>".utf8)
    edits.append((place..<place, head + deletedRun(words, []) + Array("</\(name)p>".utf8)))
  }

  private mutating func deletedRun(_ text: String, _ properties: [UInt8]) -> [UInt8] {
    let name = markup.prefix
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      "<\(name)delText xml:space=\"preserve\">\(Markup.escaped(String($0)))</\(name)delText>"
    }
    return Array("\(change("del"))><\(name)r>".utf8) + properties
      + Array("\(lines.joined(separator: "<\(name)br/>"))</\(name)r></\(name)del>".utf8)
  }

  /// Marks the end of a paragraph as put in: rejected, it goes with its words.
  private mutating func markAsNew(_ paragraph: WordMarkup.Paragraph) {
    let name = markup.prefix
    let mark = change("ins") + "/>"
    func put(_ at: Int, _ text: String) { edits.append((at..<at, Array(text.utf8))) }
    guard let properties = paragraph.properties else {
      return put(paragraph.open.upperBound, "<\(name)pPr><\(name)rPr>\(mark)</\(name)rPr></\(name)pPr>")
    }
    let text = bytes[properties]
    func place(_ words: String) -> Int? { text.firstRange(of: Array(words.utf8))?.lowerBound }
    if text.suffix(2).elementsEqual("/>".utf8) {
      edits.append((properties, Array("<\(name)pPr><\(name)rPr>\(mark)</\(name)rPr></\(name)pPr>".utf8)))
    } else if let open = place("<\(name)rPr>") {
      put(open + name.utf8.count + 5, mark)
    } else if let empty = place("<\(name)rPr/>") {
      edits.append((empty..<(empty + name.utf8.count + 6), Array("<\(name)rPr>\(mark)</\(name)rPr>".utf8)))
    } else {
      // Behind it stand only the properties of a section and of a change. (17.3.1.26.)
      let end = place("<\(name)sectPr") ?? place("<\(name)pPrChange") ?? (properties.upperBound - name.utf8.count - 6)
      put(end, "<\(name)rPr>\(mark)</\(name)rPr>")
    }
  }

  /// Writes a run in parts: what stayed, what is new, and between them what was taken out.
  private mutating func write(_ run: WordMarkup.Run, _ kinds: [Kind], _ deleted: Deleted, isNew: Bool) {
    let name = markup.prefix
    let atoms = run.atoms
    let isSplit = atoms.contains(where: deleted.isAt)
    let isInserted = isNew || !atoms.isEmpty && atoms.allSatisfy { kinds[$0] == .inserted && markup.atoms[$0].scalar != nil }
    guard isSplit || isInserted || atoms.contains(where: { kinds[$0] == .inserted && markup.atoms[$0].text != nil }) else { return }
    if isInserted, !isSplit {
      let opening = change("ins") + ">"
      return edits.append((run.range, Array(opening.utf8) + bytes[run.range] + Array("</\(name)ins>".utf8)))
    }
    let properties = run.properties.map { Array(bytes[$0]) } ?? []
    var out: [UInt8] = []
    var at = atoms.lowerBound
    while at < atoms.upperBound {
      for text in deleted.before[at] ?? [] { out += deletedRun(text, properties) }
      let kind = kinds[at]
      var end = at + 1
      while end < atoms.upperBound, kinds[end] == kind, deleted.before[end] == nil, deleted.behind[end - 1] == nil { end += 1 }
      let part = Array(bytes[run.open]) + properties + content(at..<end) + Array("</\(name)r>".utf8)
      out += kind == .inserted ? Array("\(change("ins"))>".utf8) + part + Array("</\(name)ins>".utf8) : part
      for text in deleted.behind[end - 1] ?? [] { out += deletedRun(text, properties) }
      at = end
    }
    edits.append((run.range, out))
  }

  /// Atoms of a run as elements: characters of a text element in one of their own, with the bytes they had.
  private func content(_ atoms: Range<Int>) -> [UInt8] {
    let name = markup.prefix
    var out: [UInt8] = []
    var at = atoms.lowerBound
    while at < atoms.upperBound {
      guard let text = markup.atoms[at].text else {
        out += bytes[markup.atoms[at].range]
        at += 1
        continue
      }
      var end = at
      while end < atoms.upperBound, markup.atoms[end].text == text { end += 1 }
      let characters = bytes[markup.atoms[at].range.lowerBound..<markup.atoms[end - 1].range.upperBound]
      out += Array("<\(name)t xml:space=\"preserve\">".utf8) + characters + Array("</\(name)t>".utf8)
      at = end
    }
    return out
  }
}
