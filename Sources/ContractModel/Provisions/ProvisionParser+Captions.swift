/// Captions among numbered provisions: what each stands below, and which are none.
extension ProvisionParser {
  /// Adds the captions before an offset that are no part of a heading or a title; `parent` is what the next number stands below.
  mutating func addCaptions(until limit: Int, parent: Int?) {
    while let caption = captions.first, caption.range.lowerBound < limit {
      captions.removeFirst()
      let last = drafts.last.map { max($0.body, $0.heading?.upperBound ?? 0, $0.label.upperBound) } ?? 0
      guard caption.range.lowerBound >= last, !isHeadingOfLast(caption),
        !(caption.mayBeText && drafts.last(where: { $0.kind != .caption })?.kind == .provision),
        drafts.contains(where: { $0.kind != .caption }) || !isTitle(caption)
      else { continue }
      let level = givenHeadings[caption.paragraph] ?? 0
      addCaption(caption.range, level: level, parent: holder(ofLevel: level, within: parent))
    }
  }

  /// Adds a line that is a place of the outline; `level` is the heading's that the file gives, or 0.
  mutating func addCaption(_ range: Range<Int>, level: Int, parent: Int?) {
    drafts.append(
      Draft(
        kind: .caption, marker: nil, printed: "", start: range.lowerBound, label: range.lowerBound..<range.lowerBound,
        heading: range, body: range.upperBound, parent: parent, style: nil, paper: papers.count - 1, level: level))
  }

  /// Whether a line above the first number is the title again: `RESELLER AGREEMENT`; `AGREEMENT` alone heads what is agreed.
  private func isTitle(_ caption: Captions.Caption) -> Bool {
    let span = reading.bytes.span
    guard caption.range.contains(where: { span[$0] == Ascii.space }) else { return false }
    return PaperNouns.ends(span, caption.range) || span.matchesWord("plan", endingAt: caption.range.upperBound)
  }

  /// What a caption of a level stands below: the last open heading that the file gives a higher level, `## 7. Fees` above `### Taxes`, where
  /// that stands below `parent`; else `parent` itself.
  private func holder(ofLevel level: Int, within parent: Int?) -> Int? {
    guard level > 1 else { return parent }
    var at = drafts.isEmpty ? nil : drafts.count - 1
    while let id = at, id != parent, drafts[id].paper == papers.count - 1 {
      if drafts[id].level > 0, drafts[id].level < level {
        return parent == nil || ancestor(of: drafts[id], isAt: parent) ? id : parent
      }
      at = drafts[id].parent
    }
    return parent
  }

  private func ancestor(of draft: Draft, isAt wanted: Int?) -> Bool {
    var at = draft.parent
    while let id = at, id != wanted { at = drafts[id].parent }
    return at == wanted
  }

  /// Whether a caption is the heading of a provision whose number stands alone above it: `Clause 7 - Optional`, `Docking clause`.
  private func isHeadingOfLast(_ caption: Captions.Caption) -> Bool {
    guard let last = drafts.last, last.kind == .provision else { return false }
    guard let heading = last.heading else { return caption.range.lowerBound - last.body < 16 }
    return givenHeadings[caption.paragraph] == nil && reading.bytes.span[heading.upperBound] != Ascii.period
      && caption.range.lowerBound - heading.upperBound < 4
  }
}
