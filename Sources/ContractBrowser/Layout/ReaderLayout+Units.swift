import ContractModel

/// The units an agreement is laid out in: paragraphs to reflow, or physical lines as filed.
extension ReaderLayout {
  static func readingUnits(_ agreement: Agreement) -> [Unit] {
    var units: [Unit] = []
    let blocks = agreement.blocks
    let tree = agreement.provisions
    units.reserveCapacity(blocks.count)
    var i = 0
    var provision = 0
    while i < blocks.count {
      guard blocks[i].kind != .furniture else {
        i += 1
        continue
      }
      var end = i + 1
      var last = i
      while end < blocks.count, blocks[end].kind == .furniture || blocks[end].continues {
        if blocks[end].kind != .furniture { last = end }
        end += 1
      }
      let start = blocks[i].range.lowerBound
      while provision < tree.count, tree[provision].start < start { provision += 1 }
      let begins = provision < tree.count && tree[provision].start == start ? provision : nil
      let kind = blocks[i].kind
      let next = end < blocks.count ? blocks[end].kind : nil
      let together =
        kind == .contents && next == .contents
        || kind == .printed && next == .printed && adjacent(agreement, blocks[last], blocks[end])
        || end < blocks.count && isLine(agreement, blocks[last]) && isLine(agreement, blocks[end])
          && adjacent(agreement, blocks[last], blocks[end]) && !tree.begins(at: blocks[end].range.lowerBound)
      let range = start..<blocks[last].range.upperBound
      if range.count > part + 4_000, kind != .printed {
        appendParts(agreement, range, i..<(last + 1), kind, begins, &units)
      } else {
        let inside = begins ?? tree.innermost(at: start)
        // A heading on the line below its number stands where the number does.
        let isHeading = inside.flatMap { tree[$0].heading?.contains(start) } ?? false
        units.append(
          Unit(
            range: range, blocks: i..<(last + 1), kind: kind, begins: begins, inside: inside,
            centred: blocks[i].centred && !isHeading,
            spaced: !together))
      }
      i = end
    }
    return units
  }

  /// Whether a block is short lines, as of an address: nothing that is wrapped.
  private static func isLine(_ agreement: Agreement, _ block: Block) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading, block.range.count <= 200, !block.centred else { return false }
    let first = agreement.text.lines.index(at: block.range.lowerBound)
    return agreement.text.lines[first].clamped(to: block.range).count <= shortLine
  }

  /// A line of an address is not longer.
  private static let shortLine = 45

  private static func adjacent(_ agreement: Agreement, _ a: Block, _ b: Block) -> Bool {
    agreement.text.lines.index(at: b.range.lowerBound) - agreement.text.lines.index(at: a.range.upperBound) <= 1
  }

  /// A giant paragraph in parts, cut at blanks.
  private static func appendParts(
    _ agreement: Agreement, _ range: Range<Int>, _ blocks: Range<Int>, _ kind: Block.Kind, _ begins: Int?, _ units: inout [Unit]
  ) {
    let span = agreement.text.bytes.span
    var start = range.lowerBound
    var first = true
    while start < range.upperBound {
      var end = min(start + part, range.upperBound)
      if end < range.upperBound {
        var cut = end
        while cut > start + part / 2, span[cut] != 0x20, span[cut] != 0x0A { cut -= 1 }
        if cut == start + part / 2 {
          while end < range.upperBound, span[end] & 0xC0 == 0x80 { end += 1 }
        } else {
          end = cut
        }
      }
      units.append(
        Unit(
          range: start..<end, blocks: blocks, kind: kind, begins: first ? begins : nil,
          inside: begins ?? agreement.provisions.innermost(at: start), centred: false, spaced: end == range.upperBound))
      first = false
      start = end
    }
  }

  static func filedUnits(_ agreement: Agreement) -> [Unit] {
    var units: [Unit] = []
    units.reserveCapacity(agreement.text.lines.count)
    let span = agreement.text.bytes.span
    for line in agreement.text.lines {
      var start = line.lowerBound
      repeat {
        var end = min(start + 2_000, line.upperBound)
        while end < line.upperBound, span[end] & 0xC0 == 0x80 { end += 1 }
        units.append(
          Unit(range: start..<end, blocks: 0..<0, kind: .printed, begins: nil, inside: nil, centred: false, spaced: false))
        start = end
      } while start < line.upperBound
    }
    return units
  }

  /// The units of the provisions and definitions that hold a match, under the headings of those above them.
  static func holding(_ matches: [Range<Int>], _ units: [Unit], _ agreement: Agreement, _ landmarks: Landmarks) -> [Unit] {
    let tree = agreement.provisions
    // By where they begin.
    var holding: Set<Int> = []
    var above: Set<Int> = []
    for match in matches {
      if let landmark = landmarks.innermost(at: match.lowerBound) { holding.insert(landmark.range.lowerBound) }
      if let id = tree.innermost(at: match.lowerBound) { above.formUnion(tree.path(to: id)) }
    }
    var next = 0
    return units.filter { unit in
      if let own = landmarks.innermost(at: unit.range.lowerBound), holding.contains(own.range.lowerBound) { return true }
      if let begins = unit.begins, above.contains(begins) { return true }
      // The preamble and what follows the last provision belong to none.
      while next < matches.count, matches[next].upperBound <= unit.range.lowerBound { next += 1 }
      return unit.inside == nil && next < matches.count && matches[next].lowerBound < unit.range.upperBound
    }
  }
}
