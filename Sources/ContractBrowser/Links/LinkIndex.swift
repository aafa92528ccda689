import ContractModel

/// Words of an agreement that lead somewhere, and words that are marked though they lead nowhere, in order of place.
package struct LinkIndex {
  package enum Kind: Equatable, Sendable {
    /// A use of a term.
    case use(term: Int)
    /// A place that makes a term; `link` when it is a pointer to the place that gives the meaning.
    case definition(term: Int, index: Int)
    case reference(Int)
    /// A use of a term that another agreement of the case defines, by its index among those.
    case borrowed(Int)
    /// The number of a provision that an amendment changed, by the index of the change.
    case changed(Int)
    /// A line of the table of contents, by the provision it names.
    case contents(Int)
  }

  package struct Mark: Equatable, Sendable {
    package let range: Range<Int>
    package let kind: Kind
    package let isLink: Bool
  }

  /// All marks, sorted by start, none overlapping.
  package let marks: [Mark]
  /// The terms of other agreements that are used here.
  let borrowed: [CaseLinks.BorrowedTerm]

  package init(_ agreement: Agreement, borrowed: [CaseLinks.BorrowedTerm] = [], amended: AmendedAgreement? = nil) {
    self.borrowed = borrowed
    var all: [Mark] = []
    all.reserveCapacity(agreement.references.count + agreement.terms.reduce(0) { $0 + $1.uses.count + $1.definitions.count })
    for (id, reference) in agreement.references.enumerated() {
      all.append(Mark(range: reference.range, kind: .reference(id), isLink: true))
    }
    for entry in ContentsEntries(agreement).entries {
      all.append(Mark(range: entry.range, kind: .contents(entry.provision), isLink: true))
    }
    for (term, defined) in agreement.terms.enumerated() {
      for (index, definition) in defined.definitions.enumerated() {
        all.append(
          Mark(range: definition.range, kind: .definition(term: term, index: index), isLink: definition.kind == .reference))
      }
      for use in defined.uses { all.append(Mark(range: use, kind: .use(term: term), isLink: true)) }
    }
    // Of several changes the last made the words that stand there.
    var changes: [Int: Int] = [:]
    for (provision, change) in amended?.changedProvisions ?? [] { changes[provision] = change }
    for (provision, change) in changes {
      all.append(Mark(range: agreement.provisions[provision].label, kind: .changed(change), isLink: true))
    }
    for (index, term) in borrowed.enumerated() {
      for use in term.uses { all.append(Mark(range: use, kind: .borrowed(index), isLink: true)) }
    }
    all.sort {
      $0.range.lowerBound < $1.range.lowerBound
        || $0.range.lowerBound == $1.range.lowerBound && $0.range.upperBound > $1.range.upperBound
    }
    var kept: [Mark] = []
    kept.reserveCapacity(all.count)
    for mark in all where mark.range.lowerBound >= (kept.last?.range.upperBound ?? 0) { kept.append(mark) }
    marks = kept
  }

  /// The index of the first mark that ends after `offset`.
  package func first(after offset: Int) -> Int {
    marks.boundary(behindAll: { $0.range.upperBound <= offset })
  }

  /// The index of the link that begins at an offset.
  package func link(at offset: Int) -> Int? {
    let index = first(after: offset)
    return index < marks.count && marks[index].range.lowerBound == offset && marks[index].isLink ? index : nil
  }

  /// The mark that covers an offset.
  package func mark(at offset: Int) -> Mark? {
    let index = first(after: offset)
    return index < marks.count && marks[index].range.contains(offset) ? marks[index] : nil
  }

  /// Indices of the links that begin in `range`.
  package func links(in range: Range<Int>) -> [Int] {
    var out: [Int] = []
    var index = first(after: range.lowerBound)
    while index < marks.count, marks[index].range.lowerBound < range.upperBound {
      if marks[index].isLink, marks[index].range.lowerBound >= range.lowerBound { out.append(index) }
      index += 1
    }
    return out
  }

  /// The next link after (or before) the one at `index`.
  package func next(after index: Int, forward: Bool) -> Int? {
    var i = index + (forward ? 1 : -1)
    while marks.indices.contains(i) {
      if marks[i].isLink { return i }
      i += forward ? 1 : -1
    }
    return nil
  }
}
