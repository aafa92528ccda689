import TerminalGrid
import Testing

@Suite struct GridTests {
  @Test func `nothing that could move a terminal is written raw`() {
    var grid = Grid(columns: 60, rows: 1)
    grid.write("a\u{1B}[2Jb\u{202E}c\u{7}\u{200B}\u{9B}d", row: 0, column: 0, Style())
    #expect(grid.text == "a^[[2Jb<U+202E>c^G<U+200B><U+009B>d")
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        #expect(grid[row, column].character.map { $0.unicodeScalars.allSatisfy { Scrubber.escape($0) == nil } } ?? true)
      }
    }
  }

  @Test func `wide characters take two cells and are not cut in half`() {
    var grid = Grid(columns: 4, rows: 1)
    let end = grid.write("甲乙丙", row: 0, column: 1, Style())
    #expect(end == 4)
    #expect(grid[0, 1].character == "甲")
    #expect(grid[0, 2].character == nil)
    #expect(grid[0, 3].character == " ")
  }

  @Test(arguments: [("a", 1), ("é", 1), ("e\u{301}", 1), ("甲", 2), ("👍", 2), ("\u{200B}", 0), ("한", 2)])
  func `display width`(_ text: String, _ width: Int) { #expect(DisplayWidth.of(text) == width) }

  @Test func `writing outside the grid does nothing`() {
    var grid = Grid(columns: 3, rows: 1)
    let before = grid
    grid.write("x", row: 5, column: 0, Style())
    grid.write("x", row: -1, column: 0, Style())
    grid.fill(row: 9, columns: 0..<3, Style())
    #expect(grid == before)
  }

  @Test func `rows put end to end give back the words`() {
    let text = "The quick brown fox jumps over the lazy dog and an extraordinarily long word"
    let letters = text.filter { $0 != " " }
    for width in 4...40 {
      let rows = WordWrap.wrap(text, width: width)
      #expect(rows.joined().filter { $0 != " " } == letters, "\(width)")
      let longest = rows.map(\.count).max() ?? 0
      #expect(longest <= width)
      // Only a word that is wider than a row is cut.
      if width >= 15 { #expect(rows.joined(separator: " ") == text) }
    }
    #expect(WordWrap.wrap("one two\nthree", width: 20) == ["one two", "three"])
  }

  @Test func `every key's name leads back to it`() {
    let keys: [Key] = [
      .character("j"), .character(" "), .control("w"), .alt("x"), .enter, .tab, .backTab, .escape, .backspace, .up, .pageDown,
      .altLeft, .function(5),
    ]
    for key in keys { #expect(Key(name: key.name) == key) }
    #expect(Key(name: "nonsense") == nil)
  }
}
