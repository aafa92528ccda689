/// An instruction of an amendment: which part of which provision it changes, and how.
struct Amendment {
  /// What is named as changed. References are given by their index in the amendment.
  enum Target: Equatable {
    /// The provisions or attachments that a reference names.
    case reference(Int)
    /// An item that is named by its letters alone, and the reference that names the provision it is of: "Section 2.3 is amended by
    /// deleting subsection (b) thereof". Of a paragraph the part of the attachment too: "paragraph 2 of Part 1 of Schedule 1".
    case item(Int, of: Int, part: Int? = nil)
    /// Definitions by the names of their terms, in the provision that a reference names, or anywhere.
    case definitions([String], in: Int?)
    /// An item by its label, `(b)`, the name of the definition it is of, and the provision that is in: "clause (b) of the definition of
    /// "Debt" in Section 1.1".
    case definitionItem([UInt8], of: String, in: Int?)
    /// The provision that bears a heading: "the section of the Lease entitled "Upkeep"".
    case heading(String)
    /// What the new words begin with, numbers or terms: "The following sections are restated", "Article 3 is modified as follows: 3.1 …".
    case told(in: Int?)
    /// The agreement as a whole.
    case agreement
    /// Nothing that was understood.
    case none
  }

  enum Change: Equatable {
    /// The part reads as new words do; ranges are of the amendment's text.
    case restate(Range<Int>)
    case delete
    /// Words go out and others come in; nil for none.
    case substitute(old: Spot, new: Range<Int>?)
    case insert(Range<Int>, InsertionPlace)
    /// The provision named is new.
    case add(Range<Int>)
    /// The words are an item that is new below the provision named.
    case addItem(Range<Int>)
    /// The words are definitions that come among those of the provision named.
    case define(Range<Int>)
    /// An attachment is replaced by one of the amendment's own, which a reference names; nil for "the schedule to this deed".
    case replaceAttachment(by: Int?)
    /// The provision bears the number of another reference: "Section 5.3 is renumbered as Section 5.2".
    case renumber(Int)
    /// What was asked for was not understood, and why.
    case unknown(String)
  }

  /// Where words come in.
  enum InsertionPlace: Equatable {
    case start, end
    /// Behind all, as a paragraph of its own.
    case below
    /// Behind or before other words of the part.
    case after(Spot)
    case before(Spot)
  }

  /// What of a part goes out, or beside which words come in.
  enum Spot: Equatable {
    /// Words that stand there once.
    case words(Range<Int>)
    /// Words at each place where they stand: "wherever it appears".
    case each(Range<Int>)
    /// Words at the first place where they stand: "in the first place where it appears".
    case first(Range<Int>)
    /// Words that nothing but a mark stands behind: "the word "and" at the end of clause (b)".
    case last(Range<Int>)
    /// Words right before the label of an item: "the word "and" before clause (c)".
    case beforeItem(Range<Int>, [UInt8])
    /// A mark, the only one of its kind or the one at the end: "the period at the end of clause (c)".
    case mark(UInt8, isLast: Bool)
  }

  /// What of a provision is changed.
  enum Part: Equatable {
    case whole
    case heading
    case sentence(Pick)
    case paragraph(Pick)
  }

  /// One or more of the sentences or paragraphs of a provision: the second, the last, the penultimate, the last three.
  struct Pick: Equatable {
    /// From 1, or from the end where `isFromEnd`.
    var first: Int
    var count = 1
    var isFromEnd = false
  }

  var target: Target
  var part: Part
  var change: Change
  /// The words that ask for it, in the amendment's text; those that ask for several changes at once make them all or none.
  var range: Range<Int>
  /// Whether a restatement gives the whole, and not perhaps only what its words begin with: "in its entirety", "to read as follows".
  var isWhole = true
  /// When it holds, where it does not hold at once and for good.
  var limits: [InstructionLimit] = []
  /// The name of the paper that it says it changes: "The Guaranty is amended by deleting Section 3.04".
  var paper: Range<Int>?

  /// A deletion with what the next sentence puts in its place; nil where nothing goes out, or something came in.
  func change(withNew words: Range<Int>) -> Change? {
    switch change {
    case .delete: .restate(words)
    case .substitute(let old, nil): .substitute(old: old, new: words)
    default: nil
    }
  }

  /// Whether what is asked for was not understood.
  var isUnknown: Bool { if case .unknown = change { true } else { false } }

  /// The reference that tells which paper is changed: that of the provision an item is of.
  var owner: Int? {
    if case .item(_, let holder, _) = target { return holder }
    return reference
  }

  /// The reference that names what is changed; nil where none does.
  var reference: Int? {
    switch target {
    case .reference(let index), .item(let index, _, _), .told(let index?), .definitions(_, let index?),
      .definitionItem(_, of: _, in: let index?):
      index
    case .told(nil), .definitions(_, nil), .definitionItem(_, of: _, in: nil), .heading, .agreement, .none: nil
    }
  }
}

extension Amendment.Spot {
  var isEach: Bool { if case .each = self { true } else { false } }
}
