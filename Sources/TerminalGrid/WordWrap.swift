/// Breaks words into rows of a given width.
///
/// A row takes as many words as fit; a word wider than a row is cut. Rows put end to end give back the words.
package enum WordWrap {
  /// A word to place: its width in cells and whether a blank stands before it when it does not begin a row.
  package struct Item: Equatable, Sendable {
    package var width: Int
    package var spaced: Bool
    package init(width: Int, spaced: Bool) {
      self.width = width
      self.spaced = spaced
    }
  }

  /// The index of the first item of each row. `first` and `rest` are the widths of the first row and of those after it.
  package static func rows(_ items: [Item], first: Int, rest: Int) -> [Int] {
    guard !items.isEmpty else { return [] }
    var starts = [0]
    var width = 0
    var limit = max(first, 1)
    for index in items.indices {
      let item = items[index]
      let needed = item.width + (width > 0 && item.spaced ? 1 : 0)
      // What is glued to the word before moves with it only if it fits; else it is cut here.
      if width > 0, width + needed > limit {
        starts.append(index)
        width = item.width
        limit = max(rest, 1)
      } else {
        width += needed
      }
    }
    return starts
  }

  /// Words of a plain text wrapped to rows, for messages and help; a line end begins a row, and a word wider than a row is cut.
  package static func wrap(_ text: String, width: Int) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { line -> [String] in
      let words = line.split(separator: " ", omittingEmptySubsequences: true).flatMap { pieces($0, width: max(width, 1)) }
      let starts = rows(
        words.map { Item(width: DisplayWidth.of($0.text), spaced: $0.isSpaced) }, first: width, rest: width)
      return starts.indices.map { row in
        let end = row + 1 < starts.count ? starts[row + 1] : words.count
        return words[starts[row]..<end].enumerated().reduce(into: "") {
          $0 += ($1.offset > 0 && $1.element.isSpaced ? " " : "") + $1.element.text
        }
      }
    }
  }

  /// A word in pieces that fit a row.
  private static func pieces(_ word: Substring, width: Int) -> [(text: Substring, isSpaced: Bool)] {
    guard DisplayWidth.of(word) > width else { return [(word, true)] }
    var out: [(text: Substring, isSpaced: Bool)] = []
    var start = word.startIndex
    var used = 0
    for index in word.indices {
      let wide = DisplayWidth.of(word[index...index])
      if used + wide > width, start < index {
        out.append((word[start..<index], out.isEmpty))
        start = index
        used = 0
      }
      used += wide
    }
    out.append((word[start...], out.isEmpty))
    return out
  }
}
