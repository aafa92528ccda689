/// References of a member that lead to another: "Section 4.1 of the Lease", "Exhibit C of the Lease".
extension CaseLinksBuilder {
  func references(_ index: Int, _ amended: Int?) -> [Int: CaseLinks.Target] {
    guard value.members.count > 1 else { return [:] }
    let agreement = value.members[index].agreement
    let reading = agreement.reading
    let span = reading.bytes.span
    var out: [Int: CaseLinks.Target] = [:]
    var resolvers: [Int: ReferenceResolver] = [:]
    var named: [String: PaperDirectory.Outcome] = [:]
    func outcome(_ name: String) -> PaperDirectory.Outcome {
      let found = named[name] ?? member(named: name, in: index)
      named[name] = found
      return found
    }
    lazy var given = given(in: agreement)
    func isGiven(_ words: ReferenceWords) -> Bool { words.items.contains { given.contains(ReferenceResolver.flat($0.path)) } }
    for (number, reference) in agreement.references.enumerated() {
      // "This Exhibit B is attached to the Supply Agreement"
      if reference.status == .attachment, let own = attachedMembers[index]?.name, reference.targets == [own], !reference.attached {
        out[number] = .paper(member: index)
        continue
      }
      if reference.status == .attachment, !reference.attached, let name = reference.targets.first,
        let paper = attachments[index]?[name.lowercasedBytes]
      {
        out[number] = .paper(member: paper)
      }
      guard reference.status == .external else { continue }
      let target: Int
      var scope: Int?
      if let owner = reference.owner {
        let name = agreement.words(owner)
        switch outcome(name) {
        case .member(let found): target = found
        case .several(let found):
          out[number] = .ambiguous(found)
          continue
        case .none:
          // "paragraph 2 of Exhibit C of the Lease"
          if let (label, paper) = Self.attachment(named: name), case .member(let found) = outcome(paper),
            case let tree = value.members[found].agreement.provisions,
            let id = tree.indices.first(where: {
              tree[$0].kind == .attachment && tree[$0].number.lowercasedBytes == label.lowercasedBytes
            })
          {
            (target, scope) = (found, id)
            break
          }
          // In an amendment "the Agreement" is the one it changes.
          guard let amended, Self.isPlain(name) || directory.resembles(amended, paperWords(name, in: index))
          else {
            if Self.isPaper(name) { out[number] = .absent(name) }
            continue
          }
          target = amended
        }
      } else if let amended, value.members[index].kind == .amendment {
        target = amended
      } else if let name = pointedBack(
        span, reading.reading(reference.range.lowerBound)..<reading.reading(reference.range.upperBound), index),
        case .member(let found) = outcome(name)
      {
        target = found
      } else {
        continue
      }
      let start = reading.reading(reference.range.lowerBound)
      let end = reading.reading(reference.range.upperBound)
      guard let words = ReferenceGrammar.parse(span, start, min(span.count, end + 1)), !words.isLettersOnly else { continue }
      let resolver = resolvers[target] ?? value.members[target].agreement.resolver()
      resolvers[target] = resolver
      if words.isAttachment {
        // What is not in the file may be filed elsewhere.
        let found = resolver.resolveAttachments(words)
        if !found.found.isEmpty {
          out[number] = .provisions(member: target, ids: found.found)
        } else if let paper = found.names.first.flatMap({ attachments[target]?[$0.lowercasedBytes] }) {
          out[number] = .paper(member: paper)
        }
        continue
      }
      let found = resolver.resolve(words, from: scope).found
      if !found.isEmpty {
        out[number] = .provisions(member: target, ids: found)
      } else if target != amended || !isGiven(words) {
        out[number] = .missing(member: target)
      }
    }
    return out
  }

  /// The paper named before a reference that points back to it: "the Lease is known. Section 4.1 thereof", "Section 4.1 of such agreement".
  private func pointedBack(_ span: Span<UInt8>, _ range: Range<Int>, _ index: Int) -> String? {
    let next = span.skipSpaces(range.upperBound)
    let pointers: [StaticString] = [
      "thereof", "thereto", "therein", "of such agreement", "of that agreement", "of said agreement", "of such lease",
      "of that lease",
      "of the same",
    ]
    guard pointers.contains(where: { span.matchesWord($0, at: next) }) else { return nil }
    var start = range.lowerBound
    while start > 0, span[start - 1] != Ascii.lineFeed { start -= 1 }
    // The name that stands last in the paragraph is meant.
    var best: (at: Int, name: String)?
    for paper in papers[index] {
      guard case .member = member(named: paper.key, in: index) else { continue }
      let key = Array(paper.key.utf8)
      var at = range.lowerBound - key.count
      while at >= start, at > best?.at ?? -1 {
        if span[at].lowercased == key[0], (0..<key.count).allSatisfy({ span[at + $0].lowercased == key[$0] }),
          at == 0 || !span[at - 1].isWord, !span[at + key.count].isWord
        {
          best = (at, paper.key)
          break
        }
        at -= 1
      }
    }
    return best?.name
  }

  /// The numbers that paragraphs of an amendment begin with, which are those of the provisions it gives as new: `Section 3.4. Insurance.`
  private func given(in agreement: Agreement) -> Set<[UInt8]> {
    let reading = agreement.reading
    let span = reading.bytes.span
    var out: Set<[UInt8]> = []
    func take(_ start: Int, _ paragraph: Range<Int>) {
      var at = start
      if span.matchesWord("section", at: at) { at = span.skipSpaces(at + 7) }
      var end = at
      while end < paragraph.upperBound, span[end].isAlphanumeric || [Ascii.period, Ascii.open, Ascii.close].contains(span[end]) {
        end += 1
      }
      while end > at, span[end - 1] == Ascii.period { end -= 1 }
      // What ends the paragraph is a number alone.
      if end > at, end < paragraph.upperBound { out.insert(Array(reading.bytes[at..<end])) }
    }
    for paragraph in reading.paragraphs(0..<reading.bytes.count) where !paragraph.isEmpty {
      if span[paragraph.lowerBound] != Ascii.quote { take(paragraph.lowerBound, paragraph) }
      // `A new Section 8 is added: "Section 8. Returns. …"`
      var from = paragraph.lowerBound
      while case let quote = span.firstOffset(of: Ascii.quote, in: from..<paragraph.upperBound), quote < paragraph.upperBound {
        from = quote + 1
        if quote == paragraph.lowerBound || span[quote - 1] == Ascii.space, from < paragraph.upperBound { take(from, paragraph) }
      }
    }
    return out
  }

  /// The attachment and the paper that words name: "Exhibit C of the Lease".
  private static func attachment(named words: String) -> (label: String, paper: String)? {
    var bytes = Array(words.utf8)
    if words.lowercasedBytes.hasPrefix("the ") { bytes.removeFirst(4) }
    let span = bytes.span
    guard let (label, end) = AttachmentLabel.read(span, 0, span.count) else { return nil }
    for joint: StaticString in [" of the ", " to the ", " of ", " to "] where span.matches(joint, at: end) {
      return (label, String(decoding: bytes[(end + joint.utf8CodeUnitCount)...], as: UTF8.self))
    }
    return nil
  }

  /// Whether one word names whatever agreement is spoken of; "the Note", "the Plan" and "the Amendment" are papers of their own.
  private static func isPlain(_ name: String) -> Bool {
    let words = PaperDirectory.words(name)
    return words.count == 1 && !PaperDirectory.ownKinds.contains(words[0]) && !besides.contains(words[0])
  }

  /// Papers that stand beside an agreement or change it.
  private static let besides: Set<String> = [
    "amendment", "addendum", "certificate", "schedule", "rider", "handbook", "manual", "rules", "regulations", "articles",
    "memorandum", "statement", "order", "code", "act", "law", "laws", "statute", "proposal", "budget", "guidelines", "policies",
  ]

  /// Whether a name is of a paper that could be in a case, and not of a statute.
  private static func isPaper(_ name: String) -> Bool {
    let words = PaperDirectory.words(name)
    guard let last = words.last else { return false }
    if words.count == 1 { return PaperDirectory.ownKinds.contains(last) }
    return words.contains(where: PaperDirectory.ownKinds.contains)
      || words.contains("memorandum") || words.contains("statement")
      || [
        "agreement", "contract", "lease", "note", "indenture", "deed", "guaranty", "mortgage", "amendment", "letter", "licence",
        "license", "undertaking", "addendum",
      ].contains(last)
      // "Heads of Terms", "Purchase Order"
      || words.count > 1 && ["terms", "sheet", "order", "conditions", "protocol", "warranty"].contains(last)
  }
}
