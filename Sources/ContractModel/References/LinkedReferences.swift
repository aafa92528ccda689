/// References that the file itself leads somewhere: a cross-reference field of a Word document, a link within a page.
///
/// What the file's own link says is certain: words that were read as a reference take its target, and words that no keyword leads
/// ("see **Governing Law**") become one. Links in a table of contents, and to no provision, say nothing.
enum LinkedReferences {
  static func add(_ links: [TextLink], besides contents: Range<Int>?, _ tree: ProvisionTree, to found: [CrossReference])
    -> [CrossReference]
  {
    guard !links.isEmpty else { return found }
    var out: [CrossReference] = []
    var next = 0
    let led = links.compactMap { link -> (link: TextLink, id: Int)? in
      guard contents?.overlaps(link.range) != true, let id = tree.innermost(at: link.target) else { return nil }
      // A heading that leads to itself, or back to the table.
      return tree[id].label.overlaps(link.range) || tree[id].heading?.overlaps(link.range) == true ? nil : (link, id)
    }
    for reference in found {
      while next < led.count, led[next].link.range.upperBound <= reference.range.lowerBound {
        out.append(linked(led[next].link.range, [led[next].id], tree))
        next += 1
      }
      var ids: [Int] = []
      while next < led.count, led[next].link.range.lowerBound < reference.range.upperBound {
        if !ids.contains(led[next].id) { ids.append(led[next].id) }
        next += 1
      }
      // Of a list or range of which only a part is linked, the words say more.
      let isWhole = ids.count >= max(1, reference.targets.count)
      out.append(isWhole && !ids.isEmpty ? linked(reference.range, ids, tree, in: reference.provision) : reference)
    }
    return out + led[next...].map { linked($0.link.range, [$0.id], tree) }
  }

  private static func linked(_ range: Range<Int>, _ ids: [Int], _ tree: ProvisionTree, in provision: Int? = nil) -> CrossReference {
    let isAttachment = ids.allSatisfy { tree[$0].kind == .attachment }
    return CrossReference(
      range: range, status: isAttachment ? .attachment : .internal, targets: ids.map { tree[$0].number }, targetIDs: ids,
      absent: [],
      attached: isAttachment, provision: provision ?? tree.innermost(at: range.lowerBound), owner: nil)
  }
}
