/// Words, pages or pictures of a file that are not in the text that was read from it, and why.
///
/// A conformed copy that prints `Rent is $400 $500` with the first sum struck is read as `Rent is $500`; the words `$400` are left out as
/// deleted, at the place where they stood. Together with the text, these account for all that a file holds.
public struct LeftOut: Sendable, Equatable {
  /// Why words are not in the text.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    /// Struck, or deleted under tracked changes.
    case deleted
    /// Put in under tracked changes, where the text before them is read.
    case inserted
    /// There for machines or drafters, and not shown: `display: none`, hidden text, comments of a page.
    case hidden
    /// Data about a page at its head, of no agreement: title, tags, dates of a web site.
    case metadata
    /// What readers of a draft wrote beside it.
    case comment
    /// The choices of a form that were not taken.
    case choice
    /// Heads and feet that a word processor prints on every page.
    case runningHead
    /// Numbers of lines in the margin of pleading paper.
    case lineNumber
    /// A page that is a picture.
    case picture
    /// A page whose font does not say which letters it prints.
    case unreadable
    /// A part of the file that was not there, or could not be read.
    case missing
  }
  /// Why they are not in the text.
  public let kind: Kind
  /// The byte offset in the text that the words stood at.
  public let offset: Int
  /// The words, white space folded; for pages without any, what they are.
  public let words: String
  /// The page from 1, in files that have pages.
  public let page: Int?

  /// Words that are not in the text, at the place where they would stand.
  public init(_ kind: Kind, at offset: Int, _ words: String, page: Int? = nil) {
    self.kind = kind
    self.offset = offset
    self.words = words
    self.page = page
  }
}
