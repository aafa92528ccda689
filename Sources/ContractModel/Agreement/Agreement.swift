/// An agreement as a model: its text, provisions, terms, references, parties, and what the model doubts.
///
/// ```swift
/// let agreement = Agreement(SourceText(bytes))
/// agreement.provisions[agreement.references[0].targetIDs[0]].number   // "8.9"
/// ```
///
/// Immutable. Any bytes give an agreement: parsing never fails and never traps; doubt is said in `health`.
public struct Agreement: Sendable, Equatable {
  /// The text it was read from; all ranges are byte offsets into it.
  public let text: SourceText
  /// Paragraphs, headings, tables and page furniture, in order of place.
  public let blocks: [Block]
  /// Where pages end, in order of place.
  public let pages: [PageBreak]
  /// The bytes of the table of contents, if there is one.
  public let contents: Range<Int>?
  /// Articles, sections, clauses, items, recitals and attachments.
  public let provisions: ProvisionTree
  /// Defined terms, in order of their first definition.
  public let terms: [DefinedTerm]
  /// Cross-references, in order of place.
  public let references: [CrossReference]
  /// Who the agreement is between, in the order they are named.
  public internal(set) var parties: [Party]
  /// The title it gives itself; a word for what it is where it gives none.
  public let title: String
  /// Whether it changes another: an amendment, a waiver, a letter that agrees to amend.
  public let amends: Bool
  /// The date it bears; nil where it bears no date.
  public let date: CalendarDate?
  /// The law that governs it, as printed: `Ohio`; nil where it names no law.
  public let governingLaw: String?
  /// What the model doubts, each a sentence.
  public let health: [String]
  var reading: ReadingText
  let index: AgreementIndex
  /// Where the text prints the marks of items.
  let printedItems: PrintedItems
  /// The word for one that gives itself no title.
  static let untitled = "Untitled agreement"

  /// Reads a text; see `AgreementParser` for the stages.
  public init(_ text: SourceText) { self = AgreementParser.parse(text) }

  init(
    text: SourceText, blocks: [Block], pages: [PageBreak], contents: Range<Int>?, provisions: ProvisionTree, terms: [DefinedTerm],
    references: [CrossReference], parties: [Party], title: String, amends: Bool, date: CalendarDate?, governingLaw: String?,
    health: [String],
    reading: ReadingText, printedItems: PrintedItems
  ) {
    self.text = text
    self.blocks = blocks
    self.pages = pages
    self.contents = contents
    self.provisions = provisions
    self.terms = terms
    self.references = references
    self.parties = parties
    self.title = title
    self.amends = amends
    self.date = date
    self.governingLaw = governingLaw
    self.health = health
    self.reading = reading
    self.printedItems = printedItems
    index = AgreementIndex(provisions, terms, references)
  }

  /// A provision's heading with white space folded, or nil.
  public func heading(_ id: Int) -> String? {
    guard let range = provisions[id].heading else { return nil }
    return words(range)
  }

  /// What a provision is called where one word must do: its number, or the words of a caption, which has none.
  public func name(of id: Int) -> String {
    provisions[id].number.isEmpty ? heading(id) ?? "" : provisions[id].number
  }

  /// The words of a range with white space folded to single blanks.
  public func words(_ range: Range<Int>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    for i in text.clamp(range) {
      let byte = text.bytes[i]
      if byte.isSpace {
        if out.last != Ascii.space, !out.isEmpty { out.append(Ascii.space) }
      } else {
        out.append(byte)
      }
    }
    while out.last == Ascii.space { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  /// The words of a definition as printed.
  public func printed(_ definition: Definition) -> String { words(definition.range) }
}

extension Agreement {
  /// The words of a range as they are read: furniture left out, white space folded, a line feed between paragraphs.
  public func readingWords(_ range: Range<Int>) -> String {
    let clamped = text.clamp(range)
    var out = ""
    for block in blocks
    where block.kind != .furniture && block.range.upperBound > clamped.lowerBound && block.range.lowerBound < clamped.upperBound {
      let part = max(block.range.lowerBound, clamped.lowerBound)..<min(block.range.upperBound, clamped.upperBound)
      if !out.isEmpty { out += block.continues ? " " : "\n" }
      out += words(part)
    }
    return out
  }
}
