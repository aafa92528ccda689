/// The canonical numbers of provisions: the printed number with those of what it stands below, `2(a)(i)`, `Schedule 1/Part A/2.1`, `III.4`.
extension ProvisionParser {
  /// The groups whose provisions each count from 1, by the keywords of both: then a number needs its group.
  func groupsThatRestart() -> Set<GroupPair> {
    var ones: [GroupPair: Int] = [:]
    for draft in drafts {
      guard let pair = groupPair(draft), draft.marker?.parts[0].value == 1 else { continue }
      ones[pair, default: 0] += 1
    }
    return Set(ones.filter { $0.value > 1 }.keys)
  }

  /// Whether plain numbers run on through sections: 1 and 2 in `SECTION A`, 3 and 4 in `SECTION B`.
  func numbersRunThroughSections() -> Bool {
    var last: (section: Int, value: Int)?
    for draft in drafts {
      guard let parent = draft.parent, let style = draft.style, style.form == .decimal, style.parts == 1, style.keyword == .none,
        drafts[parent].style?.keyword == .section, drafts[parent].style?.parts == 1, let value = draft.marker?.parts[0].value
      else { continue }
      if let last, last.section != parent { return value == last.value + 1 }
      last = (parent, value)
    }
    return false
  }

  /// The keywords of a group and of the numbers in it: clauses of Parts.
  struct GroupPair: Hashable {
    let group: ProvisionMarker.Keyword
    let keyword: ProvisionMarker.Keyword
  }

  /// The group a lone number stands in; nil where it stands in none.
  private func groupPair(_ draft: Draft) -> GroupPair? {
    guard let parent = draft.parent, let style = draft.style, style.form == .decimal, style.parts == 1,
      let group = drafts[parent].style?.keyword, NumberingSeries.groups(group), group != style.keyword,
      group != .section || style.keyword != .none || runsThroughSections && drafts[parent].style?.parts == 1
    else { return nil }
    return GroupPair(group: group, keyword: style.keyword)
  }

  func number(_ draft: Draft, parent: Provision?, _ restarting: Set<GroupPair>) -> String {
    guard let marker = draft.marker, let style = draft.style else { return draft.printed }
    let pair = groupPair(draft)
    let isBelowPart = draft.parent.map { drafts[$0].style?.keyword == .part } ?? false
    let attachment = attachmentName(draft)
    if style.parts > 1 || style.keyword == .article || style.keyword == .part
      || (pair.map({ !restarting.contains($0) }) ?? false) || isBelowPart && !attachment.isEmpty && style.form == .decimal
    {
      // Inside an attachment every number carries its name, and that of its part: `Schedule 1/Part A/2.1`.
      if style.keyword == .part { return (attachment.isEmpty ? "" : attachment + "/") + partWord(draft) + draft.printed }
      if attachment.isEmpty { return draft.printed }
      return attachment + (part(draft).map { "/" + partWord($0) + $0.printed } ?? "") + "/" + draft.printed
    }
    if let parent, parent.kind == .heading {
      let number = marker.opened ? "(" + draft.printed + ")" : draft.printed
      return attachment.isEmpty ? number : attachment + "/" + number
    }
    guard let parent, parent.kind != .attachment, !isBelowPart else {
      let number = marker.opened ? "(" + draft.printed + ")" : draft.printed
      return parent.map { $0.number + "/" + number } ?? number
    }
    var number = parent.number
    number.reserveCapacity(number.utf8.count + draft.printed.utf8.count + 2)
    // Articles that each count their sections anew: `II.1`, `A.IV`.
    if countsByArticle(draft) {
      number += "."
      number += draft.printed
      return number
    }
    number += "("
    number += draft.printed
    number += ")"
    return number
  }

  /// Whether it is a number without brackets, `1.` or `I.`, right below Roman or lettered articles.
  private func countsByArticle(_ draft: Draft) -> Bool {
    guard let style = draft.style, !style.opened, !style.bracket, style.form == .decimal || style.form == .upperRoman,
      let id = draft.parent, let above = drafts[id].style, !above.opened, !above.bracket,
      drafts[id].parent == nil
    else { return false }
    return above.form == .upperLetter || above.form == .upperRoman
  }

  /// The part that a provision stands in.
  private func part(_ draft: Draft) -> Draft? { ancestor(of: draft) { $0.style?.keyword == .part } }

  /// `Part ` or `Chapter `, as the paper calls it: a part's number never stands for an article's.
  private func partWord(_ draft: Draft) -> String {
    reading.bytes[draft.label.lowerBound].lowercased == 0x63 ? "Chapter " : "Part "
  }

  private func attachmentName(_ draft: Draft) -> String { ancestor(of: draft) { $0.kind == .attachment }?.printed ?? "" }

  /// The nearest draft above one that passes a test.
  private func ancestor(of draft: Draft, where passes: (Draft) -> Bool) -> Draft? {
    var at = draft.parent
    while let id = at {
      if passes(drafts[id]) { return drafts[id] }
      at = drafts[id].parent
    }
    return nil
  }
}
