import ContractBrowser
import ContractModel
import TerminalGrid
import TestSupport
import Testing

@Suite struct ReadingTests {
  @Test func `numbers hang in the margin and text is reflowed`() {
    let text = "1.   FEES\n\n     1.1 \"Fee\" means ten, as\nsaid in Section 2 below.\n\n2.   TERM. One\nyear.\n"
    var screen = BrowserDriver(
      Case(title: "", members: [Case.Member(path: "2004_fees.txt", agreement: Fixtures.agreement(of: text))]), columns: 50, rows: 12
    )
    screen.press("Esc", "Z")
    #expect(
      screen.screen == """
        | 1.    FEES

            1.1   "Fee" means ten, as said in Section 2
                  below.

          2.    TERM. One year.




         fees > 1 Fees                                all
         Z does nothing here · ? for help
        """)
  }

  @Test func `over a provision gone to stands the article it is in, not the provision before it`() {
    let items = (1...12).map { "3.\($0) Sale \($0). The mill sells flour to whoever asks for it.\n\n" }.joined()
    let text = "ARTICLE 3 SALES\n\n\(items)ARTICLE 4 LAW\n\n4.1 Law. Ohio.\n"
    var screen = BrowserDriver(
      Case(title: "", members: [Case.Member(path: "mill.txt", agreement: Fixtures.agreement(of: text))]), columns: 60, rows: 14)
    screen.press(":", "3.8", "Enter")
    #expect(screen.screen.hasPrefix("  3 Sales\n"), "\(screen.screen)")
    #expect(!screen.screen.contains("3.7"))
    #expect(screen.screen.contains("3.8   Sale 8"))
  }

  @Test func `as filed shows the lines and the furniture at the same place`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "3.3", "Enter", "r")
    #expect(screen.screen.contains("Page 3"))
    #expect(screen.screen.contains("<PAGE>"))
    #expect(screen.status.contains("as filed"))
    screen.press("r")
    #expect(!screen.screen.contains("<PAGE>"))
    #expect(screen.screen.contains("p. 4"))
  }

  @Test func `every size draws and keeps the place`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "8.9", "Enter")
    for (columns, rows) in [(60, 20), (20, 5), (160, 48), (24, 6), (400, 3), (1, 1), (80, 24)] {
      screen.browser.resize(columns: columns, rows: rows)
      #expect(screen.grid.columns == columns && screen.grid.rows == rows)
      if columns < 24 || rows < 6 { #expect(screen.screen.hasPrefix(String("too small".prefix(columns)))) }
    }
    #expect(screen.status.contains("8.9 Attorney's fees"))
    #expect(screen.screen.contains("8.9"))
  }

  @Test func `scrolling down and up by every step returns to the text`() {
    for (down, up, top) in [
      ("j", "k", "LICENSE BACK"), ("d", "u", "LICENSE BACK"), ("PgDn", "PgUp", "LICENSE BACK"), ("]", "[", "RECITALS"),
      ("}", "{", "RECITALS"),
    ] {
      var screen = BrowserDriver(Fixtures.sampleCase)
      for _ in 0..<7 { screen.press(down) }
      #expect(screen.browser.state.readers[0].place.cursor > 0, "\(down)")
      for _ in 0..<200 { screen.press(up) }
      #expect(screen.line(0).contains(top), "\(up)")
    }
  }

  @Test func `the bottom is the end of the text, and the top its beginning`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("G")
    #expect(screen.status.hasSuffix("end"))
    screen.press("gg")
    #expect(screen.status.hasSuffix("top"))
    #expect(screen.line(0).contains("LICENSE BACK AGREEMENT"))
  }

  @Test(.heavy) func `any key on any screen draws`() {
    var keys = CommandEntry.table.flatMap(\.keys).map(\.name).filter { $0 != "q" && $0 != "C-c" }
    keys += ["z", "é", "Z", "7"]
    var random = SystemRandomNumberGenerator()
    for size in [(80, 24), (60, 20), (130, 40), (24, 6)] {
      var screen = BrowserDriver(Fixtures.sampleCase, columns: size.0, rows: size.1)
      var pressed: [String] = []
      for _ in 0..<400 {
        let key = keys.randomElement(using: &random)!
        pressed.append(key)
        screen.press(key)
        #expect(screen.grid.rows == size.1, "\(pressed)")
      }
    }
  }

  @Test func `a document's control characters never reach the grid`() {
    let text = "1. \u{1B}]52;c;AAAA\u{7} TITLE\u{202E}. The \u{1B}[31m\"F\u{200B}ee\" means ten.\n\n2. More. See Section 1.\n"
    for columns in [80, 130] {
      var screen = BrowserDriver(
        Case(title: "", members: [Case.Member(path: "a", agreement: Fixtures.agreement(of: text))]), columns: columns)
      screen.press("g1", "g2", "g3", "r")
      for row in 0..<24 {
        for column in 0..<columns {
          #expect(screen.grid[row, column].character.map { $0.unicodeScalars.allSatisfy { Scrubber.escape($0) == nil } } ?? true)
        }
      }
    }
  }

  @Test(.heavy) func `a paragraph of five megabytes is read a part at a time`() {
    let text = "1. LONG. " + String(repeating: "word and word ", count: 360_000) + "\n\n2. END. Done.\n"
    var screen = BrowserDriver(Case(title: "", members: [Case.Member(path: "a", agreement: Fixtures.agreement(of: text))]))
    screen.press("PgDn", "]", "PgUp", "G", "r", "gg")
    #expect(screen.screen.contains("word"))
  }

  @Test func `first run says what there is`() {
    let screen = BrowserDriver(Fixtures.sampleCase)
    #expect(screen.hint == " 63 provisions, 24 terms, 1 attachment missing · 3 agreements (0) · ? for help")
  }
}
