import ContractModel

/// The characters of a comparison's new version without its blanks, and between them the words that were deleted.
struct ComparedCharacters {
  struct Deletion {
    /// The character it stands before.
    var at: Int
    var text: String
    /// Whether it is a whole paragraph.
    var isParagraph: Bool
    /// The paragraph of the comparison it stands in.
    var paragraph: Int
  }

  private(set) var scalars: [UnicodeScalar] = []
  private(set) var isInserted: [Bool] = []
  /// Characters with no blank between, with a key by which equal words are equal.
  private(set) var words: [(key: UInt64, range: Range<Int>)] = []
  private(set) var deletions: [Deletion] = []
  /// The paragraph of each character, and whether a blank stands before it there.
  private var paragraphOf: [Int] = []
  private var isSpaced: [Bool] = []

  init(_ paragraphs: [WordRedline.Paragraph]) {
    for (index, paragraph) in paragraphs.enumerated() where !paragraph.isEmpty {
      if paragraph.isAll(.deleted) {
        let text = paragraph.runs.map(\.text).joined()
        deletions.append(Deletion(at: scalars.count, text: text, isParagraph: true, paragraph: index))
        continue
      }
      var isSpaced = true
      for run in paragraph.runs where !run.text.isEmpty {
        if run.kind == .deleted {
          deletions.append(Deletion(at: scalars.count, text: run.text, isParagraph: false, paragraph: index))
          continue
        }
        for scalar in run.text.unicodeScalars {
          guard scalar.value > 0x20, scalar.value != 0xA0 else {
            isSpaced = true
            continue
          }
          let isFirst = paragraphOf.last != index
          if isSpaced || isFirst {
            words.append((Self.key(scalar, nil), scalars.count..<(scalars.count + 1)))
          } else {
            let last = words[words.count - 1]
            words[words.count - 1] = (Self.key(scalar, last.key), last.range.lowerBound..<(scalars.count + 1))
          }
          scalars.append(scalar)
          isInserted.append(run.kind == .inserted)
          paragraphOf.append(index)
          self.isSpaced.append(isSpaced && !isFirst)
          isSpaced = false
        }
      }
    }
  }

  /// The key of a word with one more character. (FNV-1a.)
  static func key(_ scalar: UnicodeScalar, _ before: UInt64?) -> UInt64 {
    ((before ?? 14_695_981_039_346_656_037) ^ UInt64(scalar.value)) &* 1_099_511_628_211
  }

  /// Whether a word of the same paragraph stands before a deletion.
  func isBehindWord(_ deletion: Deletion) -> Bool { deletion.at > 0 && paragraphOf[deletion.at - 1] == deletion.paragraph }

  /// Whether nothing of its paragraph follows a deletion.
  func isAtEnd(_ deletion: Deletion) -> Bool {
    deletion.at == scalars.count || paragraphOf[deletion.at] != deletion.paragraph
  }

  /// Whether a blank parts a deletion from what follows it, where that was there before.
  func isBlankBefore(_ deletion: Deletion) -> Bool {
    deletion.at < scalars.count && paragraphOf[deletion.at] == deletion.paragraph && !isInserted[deletion.at]
      && (isSpaced[deletion.at] || !isBehindWord(deletion))
  }

  /// Whether a deletion is the number of a list whose new number, at the same place, is printed by the list and no text:
  /// `unitOf` has the characters that are text.
  func isLabel(_ deletion: Deletion, _ unitOf: [Int?]) -> Bool {
    guard !isBehindWord(deletion), !isAtEnd(deletion), unitOf[deletion.at] == nil else { return false }
    return !deletion.text.drop { $0 == " " }.contains(" ")
  }
}
