/// A numbered unit of an agreement: article, section, clause, lettered item, recital or attachment.
///
/// `number` is canonical: `8.9`, `IV`, `7.3(a)(i)`, `Recital A`, `Exhibit A/1.2`. All ranges are byte offsets into the source text;
/// `range` runs from the label to the end of the subtree.
public struct Provision: Sendable, Equatable {
  /// What a provision is.
  public enum Kind: String, Sendable, Equatable {
    case provision, recital, attachment
    /// A caption without a number, where captions are the outline; its number and label are empty.
    case heading
    /// A caption without a number between provisions whose numbers run on across it; its number and label are empty.
    case caption
  }
  /// Whether it is a provision of the text, a recital, an attachment or a caption.
  public let kind: Kind
  /// The canonical number, with those of its elders: `7.3(a)(i)`.
  public let number: String
  /// The label as printed, e.g. `Section 1.01`.
  public let label: Range<Int>
  /// The heading as printed, without its closing punctuation.
  public let heading: Range<Int>?
  /// Where the words behind label and heading begin.
  public let bodyStart: Int
  /// From the label to the end of the subtree.
  public internal(set) var range: Range<Int>
  /// The index of the provision this one stands in; nil at the top.
  public let parent: Int?
  /// 0 at the top.
  public let depth: Int
  /// The paper it is of, by its index in `ProvisionTree.papers`.
  public let paper: Int

  /// What stands before its number, which is why it was taken for a provision; nil for an attachment.
  package let lead: Lead?

  /// Where the label begins.
  public var start: Int { range.lowerBound }

  /// What stands before a number: a paragraph's beginning, or in running text what closed the words before.
  package enum Lead: String, Sendable, Equatable {
    case paragraph
    /// Another number: the (a) of `4.1(a)`.
    case afterNumber = "after a number"
    /// A heading on the same line: the (a) of `4. Fees. (a) Each month`.
    case afterHeading = "after a heading"
    case sentence = "after a sentence"
    case clause = "after a clause"
    /// A wide gap.
    case columns = "after a gap"
    case midSentence = "in a sentence"
  }
}

/// A number that could have begun a provision and was not taken for one.
package struct RefusedNumber: Sendable, Equatable {
  package enum Reason: String, Sendable, Equatable {
    case partOfAttachment = "in an attachment's label"
    case party = "numbers a party"
    case quotation = "in words quoted from another paper"
    case noPlace = "follows no series"
  }
  /// The number as printed, with its keyword.
  package let label: Range<Int>
  package let reason: Reason
}

/// One of the instruments in a file, with numbers of its own: the agreement, a second set of terms, a translation, the agreement behind its
/// amendment.
///
/// An attachment is a provision of the paper it belongs to.
public struct Paper: Sendable, Equatable {
  /// The title that begins it; nil for the first paper, which the agreement's own title names, and where none was seen.
  public let title: Range<Int>?
  /// Where it begins, as a byte offset: at its title, else at its first provision.
  public let start: Int
}

/// The provisions of an agreement in order of place, a flat array whose indices are their ids.
///
/// ```swift
/// let id = tree.innermost(at: 4_096)!
/// tree[id].number   // "8.9"
/// ```
public struct ProvisionTree: Sendable, Equatable, RandomAccessCollection {
  /// In order of place.
  public let provisions: [Provision]
  /// The papers in order of place; one at least.
  public let papers: [Paper]
  /// Numbers that were looked at and begin no provision, in order of place.
  package let refused: [RefusedNumber]
  /// For each caption the numbered provision that it stands in, or behind which it stands at the same level.
  private let scopes: [Int: Int]

  init(provisions: [Provision], papers: [Paper], refused: [RefusedNumber]) {
    self.provisions = provisions
    self.papers = papers
    self.refused = refused
    var scopes: [Int: Int] = [:]
    // The last one below each that is no caption.
    var last: [Int?: Int] = [:]
    for (id, provision) in provisions.enumerated() {
      guard provision.kind == .caption else {
        last[provision.parent] = id
        continue
      }
      let parent = provision.parent
      let before = last[parent].flatMap { provisions[$0].paper == provision.paper ? $0 : nil }
      scopes[id] = parent.map { provisions[$0].kind == .provision } ?? false ? parent : before ?? parent
    }
    self.scopes = scopes
  }

  /// The first id: 0.
  public var startIndex: Int { 0 }
  /// How many provisions there are.
  public var endIndex: Int { provisions.count }
  /// The provision of an id.
  public subscript(id: Int) -> Provision { provisions[id] }

  /// The deepest provision that holds a byte offset; nil before the first and in text that belongs to none.
  public func innermost(at offset: Int) -> Int? {
    var low = 0
    var high = provisions.count
    while low < high {
      let middle = (low + high) / 2
      if provisions[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    var id: Int? = low > 0 ? low - 1 : nil
    while let i = id, provisions[i].range.upperBound <= offset { id = provisions[i].parent }
    return id
  }

  /// The provision by whose number the words at a byte offset speak of "this Section" and "clause (a)": the deepest one, and below a
  /// caption the one that the caption stands in, or else behind.
  func scope(at offset: Int) -> Int? { innermost(at: offset).flatMap { provisions[$0].kind == .caption ? scopes[$0] : $0 } }

  /// The paper that a byte offset is in.
  public func paper(at offset: Int) -> Int { Swift.max(0, papers.boundary { $0.start <= offset } - 1) }

  /// Whether a provision's label stands at a byte offset.
  package func begins(at offset: Int) -> Bool {
    let id = provisions.boundary { $0.start < offset }
    return id < provisions.count && provisions[id].start == offset
  }

  /// The ids of the provisions directly below `id`, or of the top ones.
  public func children(of id: Int?) -> [Int] {
    guard let id else { return provisions.indices.filter { provisions[$0].parent == nil } }
    var out: [Int] = []
    var next = id + 1
    while next < provisions.count, provisions[next].start < provisions[id].range.upperBound || provisions[next].parent == id {
      if provisions[next].parent == id { out.append(next) }
      next += 1
    }
    return out
  }

  /// The next provision with the same parent.
  func sibling(after id: Int) -> Int? {
    var next = provisions.boundary(behindAll: { $0.start < provisions[id].range.upperBound })
    next = Swift.max(next, id + 1)
    let parent = provisions[id].parent
    while next < provisions.count, parent.map({ provisions[next].start < provisions[$0].range.upperBound }) ?? true {
      if provisions[next].parent == parent { return next }
      next += 1
    }
    return nil
  }

  /// The ids from the top down to `id`.
  public func path(to id: Int) -> [Int] {
    var out = [id]
    while let parent = provisions[out[0]].parent { out.insert(parent, at: 0) }
    return out
  }

  /// Whether a provision is `id` or stands somewhere below it.
  public func holds(_ id: Int, _ other: Int) -> Bool {
    var at: Int? = other
    while let i = at, i >= id {
      if i == id { return true }
      at = provisions[i].parent
    }
    return false
  }

  /// The attachment that holds a provision, if it stands in one.
  public func attachment(of id: Int) -> Int? {
    var at: Int? = id
    while let i = at {
      if provisions[i].kind == .attachment { return i }
      at = provisions[i].parent
    }
    return nil
  }
}
