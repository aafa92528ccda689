/// The words that recitals are headed with: `RECITALS`, `W I T N E S S E T H :`.
enum RecitalTitle {
  /// In small letters.
  static let all = ["recitals", "whereas", "witnesseth", "background", "preamble", "receitals"].map { Array($0.utf8) }

  /// Whether a line is such a title and nothing else.
  static func isAlone(_ span: Span<UInt8>, _ line: Range<Int>) -> Bool {
    span[line.lowerBound].isUpper && line.count < 30 && all.contains { begins(span, line, $0) == false }
  }

  /// Whether words go on behind the letters of a title, set apart by blanks or not (`W I T N E S S E T H : That`); nil for others.
  static func begins(_ span: Span<UInt8>, _ range: Range<Int>, _ title: [UInt8]) -> Bool? {
    var letters = 0
    for i in range {
      if span[i].isLetter {
        if letters == title.count { return true }
        guard span[i].lowercased == title[letters] else { return nil }
        letters += 1
      } else if !span[i].isSpace, span[i] != Ascii.colon, span[i] != Ascii.period, span[i] != Ascii.hyphen {
        break
      }
    }
    return letters == title.count ? false : nil
  }
}
