import ContractModel

/// Words that are not in the text and are shown where they stood: `Rent is [-$400-] $500 a month.`
struct StruckWords: Equatable {
  /// Where words stand that are not in the text.
  enum Place: Equatable {
    /// Among the words of a paragraph, at its first or behind its last where that is the place.
    case within
    /// On rows of their own below the paragraph that holds the place: a paragraph struck whole.
    case below
    /// Within a paragraph where the place lies inside it, else below.
    case asItLies
  }
  /// Why they are shown, which decides their colours.
  enum Reason: Equatable {
    /// The file itself strikes, deletes or hides them.
    case leftOut
    /// The old version has them.
    case deleted
    /// The old version has them here, and the new one elsewhere.
    case moved
  }

  /// The byte of the text at which they stood.
  var offset: Int
  var words: String
  var place = Place.asItLies
  var reason = Reason.leftOut
}

/// Which words that are not in the text a reader shows.
package enum ShownStruck: Hashable {
  case none
  /// What the file strikes, deletes or hides.
  case ofFile
  /// Where the new one of two versions is read, what the old one had in its place: a redline.
  case ofOldVersion(ComparedPair)
}
