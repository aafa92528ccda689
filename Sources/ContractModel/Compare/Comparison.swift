/// What changed between two versions of an agreement, provision by provision and word by word.
///
/// ```swift
/// let comparison = Comparison(old, new)
/// comparison.rows.first { $0.kind == .changed }?.deleted   // 3
/// ```
///
/// What only looks different is put aside and counted: lines and pages, quotation marks and dashes, the case of headings, and the numbers
/// that moved because a provision was put in, in the provisions themselves and in the references to them.
public struct Comparison: Sendable {
  /// A stretch of words of one kind.
  public struct Piece: Sendable, Equatable {
    /// What became of the words.
    public enum Kind: String, Sendable, Equatable {
      case same, deleted, inserted
      /// A number in a reference that leads to the same provision, which has another number now.
      case renumbered
    }
    /// What became of the words.
    public let kind: Kind
    /// The words in the old version; empty where they were put in.
    public let old: Range<Int>
    /// The words in the new version; empty where they were taken out.
    public let new: Range<Int>
    /// How many words there are, those of the new version where they are in both.
    public let words: Int
    /// Whether a paragraph begins with it.
    public let beginsParagraph: Bool
    /// Whether a paragraph ends with it.
    public let endsParagraph: Bool
    /// Whether a blank or a line end stands before it.
    public let isSpaced: Bool
    /// The same in the old version, of words that are in both.
    public let wasSpaced: Bool
    /// The move that took these words away or brought them, by an index both ends share; nil for words that did not move.
    public internal(set) var move: Int?

    /// The same words, of another kind.
    func of(_ kind: Kind) -> Piece {
      Piece(
        kind: kind, old: old, new: new, words: words, beginsParagraph: beginsParagraph, endsParagraph: endsParagraph,
        isSpaced: isSpaced, wasSpaced: wasSpaced, move: move)
    }
  }

  /// A provision of either version with what became of its words.
  public struct Row: Sendable, Equatable {
    /// What became of a provision.
    public enum Kind: String, Sendable, Equatable, CaseIterable { case same, changed, added, removed, moved }
    /// What became of it.
    public let kind: Kind
    /// The provision in each version; nil where it is not in it, and for what stands before the first provision.
    public let old: Int?
    /// The same in the new version.
    public let new: Int?
    /// Its words in order, the deleted ones where they stood.
    public let pieces: [Piece]
    /// How many words were taken out and put in; those that moved from or to another provision are not among them.
    public let deleted: Int
    /// How many words were put in.
    public let inserted: Int
    /// Whether it has another number than it had.
    public let isRenumbered: Bool
    /// Whether it moved with the provision it stands in, and no word of it changed.
    public internal(set) var isCarried = false
    /// Whether others that stand in it moved with it.
    public internal(set) var carries = false
    /// Whether it is no provision but where the paper is signed.
    public let isSigning: Bool
  }

  /// What was put aside.
  public struct Noise: Sendable, Equatable {
    /// Provisions that have another number and stand in the same order.
    public internal(set) var renumbered = 0
    /// References whose number follows that.
    public internal(set) var references = 0
    /// Words that are written otherwise: other quotation marks or dashes, the capitals of a heading, a hyphen at a line's end.
    public internal(set) var signs = 0
    /// Provisions whose words stood in another one before: it was split, or its number was not read.
    public internal(set) var splits = 0
    /// Words of tables of contents that only one version has: titles that follow from the provisions, and pages are no words.
    public internal(set) var contents = 0
  }

  /// The two versions.
  public let old: Agreement
  /// The new version.
  public let new: Agreement
  /// All provisions, in order of the new version; removed ones behind what they followed.
  public let rows: [Row]
  /// What was put aside.
  public let noise: Noise
  /// How much of the words of both is the same, from 0 to 1.
  public let share: Double

  let alignment: SectionAlignment
  /// For each word of the new version that is the same in the old one, that word.
  let sameWords: [Int?]
  /// The same the other way round.
  private let newOfOldWords: [Int?]
  let oldWords: CompareWords
  let newWords: CompareWords

  /// Whether nothing is different but what was put aside.
  public var isSame: Bool { rows.allSatisfy { $0.kind == .same } }

  /// Compares two versions. With `isStrict` nothing is put aside but lines and pages.
  public init(_ old: Agreement, _ new: Agreement, isStrict: Bool = false) {
    self.old = old
    self.new = new
    var oldWords = CompareWords(old, isStrict: isStrict)
    var newWords = CompareWords(new, isStrict: isStrict)
    if !isStrict {
      oldWords.joinBroken(old.text.bytes, knownIn: newWords)
      newWords.joinBroken(new.text.bytes, knownIn: oldWords)
    }
    self.oldWords = oldWords
    self.newWords = newWords
    alignment = SectionAlignment(oldWords, old, newWords, new)
    var builder = ComparisonBuilder(old, oldWords, new, newWords, alignment, isStrict: isStrict)
    builder.build()
    rows = builder.rows
    var noise = builder.noise
    noise.contents = Self.contentsDifference(old, new)
    self.noise = noise
    sameWords = builder.sameWords
    var newOfOldWords = [Int?](repeating: nil, count: oldWords.words.count)
    for (index, same) in builder.sameWords.enumerated() { if let same { newOfOldWords[same] = index } }
    self.newOfOldWords = newOfOldWords
    let same = builder.sameWords.count { $0 != nil }
    share = Double(2 * same) / Double(max(1, oldWords.words.count + newWords.words.count))
  }

  /// How many words of the tables of contents stand in one version alone.
  private static func contentsDifference(_ old: Agreement, _ new: Agreement) -> Int {
    func words(_ agreement: Agreement) -> [String: Int] {
      var out: [String: Int] = [:]
      for block in agreement.blocks where block.kind == .contents {
        for word in agreement.words(block.range).lowercasedBytes.split(whereSeparator: { !$0.isLetter }) where word.utf8.count > 1 {
          out[String(word), default: 0] += 1
        }
      }
      return out
    }
    let (before, after) = (words(old), words(new))
    return Set(before.keys).union(after.keys).reduce(0) { $0 + abs(before[$1, default: 0] - after[$1, default: 0]) }
  }

  /// The provision of the new version that one of the old version is, and the other way round; nil where it has none.
  public func newProvision(of old: Int) -> Int? {
    alignment.newOfOld[oldWords.sectionOf[old]].flatMap { newWords.sections[$0].provision }
  }
  /// The provision of the old version that one of the new version was.
  public func oldProvision(of new: Int) -> Int? {
    alignment.oldOfNew[newWords.sectionOf[new]].flatMap { oldWords.sections[$0].provision }
  }

  /// The place in the old version of what stands at a byte of the new one: of the same word, or of the last before it that both have.
  public func oldPlace(of offset: Int) -> Int { Self.place(of: offset, newWords, sameWords, oldWords) }

  /// The place in the new version of what stands at a byte of the old one.
  public func newPlace(of offset: Int) -> Int { Self.place(of: offset, oldWords, newOfOldWords, newWords) }

  private static func place(of offset: Int, _ here: CompareWords, _ same: [Int?], _ there: CompareWords) -> Int {
    let word = min(here.words.boundary { $0.range.upperBound <= offset }, here.words.count - 1)
    let found = same.prefix(word + 1).reversed().lazy.compactMap { $0 }.first
    return found.map { there.words[$0].range.lowerBound } ?? 0
  }
}
