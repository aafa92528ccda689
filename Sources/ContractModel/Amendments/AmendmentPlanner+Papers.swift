/// Which paper an instruction is of: the agreement, or another that its names, parties or dates tell.
extension AmendmentPlanner {
  /// Why the paper that an instruction names is none of this case's, by what is said behind its name: "the Lease dated June 1, 2010" where
  /// the lease has another date, "the Lease with Beech Corp." where Beech is no party; nil where nothing speaks against it.
  func describedOtherwise(_ found: Amendment) -> String? {
    guard let name = found.owner.flatMap({ amending.references[$0].owner }) ?? found.paper else { return nil }
    let span = amending.text.bytes.span
    var at = span.skipSpaces(name.upperBound)
    if at < span.count, span[at] == Ascii.comma { at = span.skipSpaces(at + 1) }
    if span.matches("with ", at: at), span.byte(at + 5).isUpper {
      let other = PaperDirectory.words(amending.words(at + 5..<min(span.count, at + 65)))
      let isParty = agreement.parties.contains { party in
        PaperDirectory.words(party.name).first == other.first
          || party.role.map { PaperDirectory.words($0).first == other.first } ?? false
      }
      return isParty || agreement.parties.isEmpty ? nil : "the agreement is with others"
    }
    guard span.matches("dated ", at: at), let own = agreement.date else { return nil }
    at = span.skipSpaces(at + 6)
    if span.matches("as of ", at: at) { at = span.skipSpaces(at + 6) }
    guard let date = DateParser.parse(span, at), date.date != own else { return nil }
    // The day of the first signing is told in many places: "dated as of May 1, 2010, as amended and restated".
    let words = amending.words(at..<date.end)
    let isToldElsewhere =
      amending.words(0..<min(name.lowerBound, 6_000)).contains(words)
      || agreement.words(0..<min(agreement.text.bytes.count, 6_000)).contains(words)
    return isToldElsewhere ? nil : "the agreement has another date"
  }

  /// Why a reference is of another paper, or may be; nil for one of the agreement.
  func foreign(_ index: Int) -> String? {
    switch links[index] {
    case .provisions(let member, _) where member != base, .missing(let member) where member != base:
      let name = amending.references[index].owner.map { "the \(amending.words($0)), " } ?? ""
      return "it is of \(name)another paper"
    case .absent(let name) where name != ownName:
      return "it is of the \(name), which is not in this case"
    case .ambiguous: return "which paper it is of is not certain"
    case nil:
      // A name that the case does not know and that is not the agreement's: "Clause 2.2 of the Heads of Terms".
      guard let owner = amending.references[index].owner, !owner.isEmpty, !isOwn(owner) else { return nil }
      return "it is of the \(amending.words(owner)), which is not in this case"
    default: return nil
    }
  }

  /// Whether a name of a paper is the agreement's: its title or a part of it, what the amendment calls it, or "Agreement".
  func isOwn(_ range: Range<Int>) -> Bool {
    let name = amending.words(range)
    let qualifiers: Set<String> = [
      "original", "principal", "existing", "current", "present", "underlying", "foregoing", "aforesaid", "amended", "restated",
    ]
    let words = PaperDirectory.plain(PaperDirectory.words(name)).filter { !qualifiers.contains($0) }
    // "Section 6 of the First Amendment"
    if PaperDirectory.words(name).contains("amendment"), !agreement.title.lowercasedBytes.contains("amendment") { return false }
    if words.isEmpty || words == ["agreement"] || name == ownName { return true }
    let title = agreement.title == Agreement.untitled ? [] : PaperDirectory.plain(PaperDirectory.words(agreement.title))
    // Where the amendment calls it the "Loan Agreement", the "Security Agreement" is another than the Loan and Security Agreement.
    let names = called.map {
      Set(PaperDirectory.plain(PaperDirectory.words($0))).subtracting(qualifiers).subtracting(["agreement"])
    }
    let isOther = !names.isEmpty && names.allSatisfy { !$0.isEmpty && $0.isDisjoint(with: words) } && Set(words) != Set(title)
    func isTitle(_ words: [String]) -> Bool {
      if isOther { return false }
      return title.isEmpty
        ? !words.contains(where: PaperDirectory.ownKinds.contains)
        : Set(words).isSubset(of: title) || Set(title).isSubset(of: words)
    }
    guard var paper = named[name.lowercasedBytes] ?? named[words.joined(separator: " ")] else { return isTitle(words) }
    // "(the "Original Loan Agreement"; as amended hereby, the "Loan Agreement")"
    if paper.date == nil, let original = named[paper.name.lowercasedBytes] { paper = original }
    return paper.date != nil && paper.date == agreement.date
      || isTitle(PaperDirectory.plain(PaperDirectory.words(paper.name)).filter { !qualifiers.contains($0) })
  }
}
