/// An instruction of an amendment: which part of which provision it changes, and how.
struct Amendment {
  enum Change: Equatable {
    /// The part reads as new words do; ranges are of the amendment's text.
    case restate(Range<Int>)
    case delete
    /// Words go out and others come in; nil for none.
    case substitute(old: Range<Int>, new: Range<Int>?)
    /// Words come in behind others, or at the end.
    case insert(Range<Int>, after: Range<Int>?)
    /// The provision named is new.
    case add(Range<Int>)
    /// The words are an item that is new below the provision named.
    case addItem(Range<Int>)
    /// The words are definitions that come among those of the provision named.
    case define(Range<Int>)
    /// An attachment is replaced by the amendment's own of that name.
    case replaceAttachment
    /// What was asked for was not understood, and why.
    case unknown(String)
  }

  /// What of a provision is changed.
  enum Part: Equatable {
    case whole
    /// By its number from 1; nil for the last.
    case sentence(Int?)
    case paragraph(Int?)
    /// The definition of a term, by its name.
    case definition(String)
  }

  /// The index of the reference that names the provision; nil where only a definition is named.
  var reference: Int?
  var part: Part
  var change: Change
  /// The words that ask for it, in the amendment's text.
  var range: Range<Int>
}
