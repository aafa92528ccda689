import ContractBrowser
import ContractModel
import TestSupport
import Testing

/// The place is the line in sight, and definitions are places.
@Suite struct PlaceTests {
  /// A reader far below the beginning of 1.1.
  private func deep() -> BrowserDriver {
    var screen = BrowserDriver(Fixtures.longDefinitions)
    screen.press("Space", "Space", "Space")
    return screen
  }

  @Test(arguments: [
    ["x", "Esc"], ["i", "Esc"], ["p", "Esc"], ["t", "Esc"], ["?", "Esc"], ["J", "Esc"], ["0", "Esc"], ["&", "Esc"], ["s", "c"],
    ["v", "c"],
    ["g1", "C-w"], ["r", "r"], ["S", "Borrower", "Enter", "Esc"],
  ])
  func `what opens and closes leaves the text where it was`(keys: [String]) {
    var screen = deep()
    let before = screen.line(1)
    for key in keys { screen.press(key) }
    #expect(screen.line(1) == before)
  }

  @Test func `the first link in sight is selected, and not the first of a long section`() {
    var screen = deep()
    let row = screen.line(1)
    screen.press("Tab")
    #expect(screen.line(1) == row)
    #expect(!screen.reversed.isEmpty)
  }

  @Test func `steps go on from what is in sight`() {
    var screen = deep()
    let top = screen.browser.firstByteInSight
    screen.press("]")
    #expect(screen.browser.state.readers[0].place.cursor > top)
    screen.press("[", "[")
    #expect(screen.browser.state.readers[0].place.cursor > 400)
  }

  @Test func `a run of steps is one move in the way back`() {
    var screen = deep()
    let before = screen.line(3)
    screen.press("]", "]", "]", "]", "]", "]", "]", "]")
    #expect(screen.line(3) != before)
    screen.press("Backspace")
    #expect(screen.line(3) == before)
    screen.press("Backspace")
    #expect(screen.hint.contains("nothing to go back to"))
  }

  @Test func `the way back is listed with its words`() {
    var screen = BrowserDriver(Fixtures.longDefinitions)
    screen.press(":", "2.1", "Enter", ":", "2.2", "Enter", "J")
    #expect(screen.screen.contains("2 places on the way back"))
    #expect(screen.screen.contains("2.1       2.1 Sum. The Borrower shall pay"))
    screen.press("Enter")
    #expect(screen.status.contains("2.1 Sum"))
  }

  @Test func `each definition of a list is a stop, a crumb and a citation`() {
    var screen = BrowserDriver(Fixtures.longDefinitions, columns: 100)
    screen.press(":", "1.1", "Enter", "]", "]")
    #expect(screen.status.contains("1 Definitions > 1.1 Terms > \"Balance\""))
    screen.press("y")
    #expect(screen.effects == [.copy("Loan Agreement § 1.1 \"Balance\"")])
    screen.press("x")
    #expect(screen.screen.contains("“Balance”: 1 use"))
    #expect(screen.screen.contains("1.1 \"Advance\""))
    screen.press("Esc", "i")
    #expect(screen.screen.contains("1.1 \"Balance\" needs"))
    screen.press("Esc", "m")
    #expect(screen.hint.contains("marked 1.1 \"Balance\""))
  }

  @Test func `an item of a definition is that definition's`() {
    let agreement = Fixtures.longDefinitions.members[0].agreement
    let landmarks = Landmarks(agreement)
    let names = landmarks.all.map { landmarks.number(of: $0, in: agreement) }
    #expect(names.contains("1.1 \"Cover\"(a)"))
    #expect(names.contains("1.1 \"Debt\""))
  }

  @Test func `the outline folds terms under their section, and letters under their term`() {
    var screen = BrowserDriver(Fixtures.longDefinitions, columns: 120, rows: 40)
    screen.press("g1", "gg")
    #expect(!screen.screen.contains("“Cover”"))
    screen.press("j", until: "1.1 Terms")
    screen.press("l")
    let rows = (0..<38).map { screen.line($0).prefix(30) }
    let cover = rows.firstIndex { $0.contains("“Cover”") } ?? 0
    #expect(rows[cover + 1].contains("(a) the part"))
    #expect(rows[cover + 1].prefix { $0 == " " }.count > rows[cover].prefix { $0 == " " }.count)
    screen.press("z1")
    #expect(!screen.screen.contains("1.1 Terms\n") && !screen.line(4).contains("“"))
  }

  @Test func `the name of what a row is in stands over it when it begins further up`() {
    let screen = deep()
    #expect(screen.line(0).contains("1 Definitions > 1.1 Terms"))
  }

  @Test func `a clause that still fills the top stays the one that is read`() {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: 80, rows: 24)
    screen.press(":", "5.1.2", "Enter", "j", "j", "j")
    #expect(screen.line(0).contains("5.1.2"))
    #expect(screen.status.contains("5.1.2"))
    for _ in 0..<6 { screen.press("j") }
    #expect(!screen.status.contains("5.1.2"))
  }

  @Test func `selecting begins with the provision that is read`() {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: 80, rows: 24)
    screen.press(":", "5.1.2", "Enter", "V")
    let start = screen.browser.state.selection?.start
    #expect(start == screen.browser.state.readers[0].place.cursor)
  }

  @Test func `crumbs of an exhibit do not repeat it`() {
    var screen = BrowserDriver(Fixtures.longDefinitions, columns: 100)
    screen.press(":", "Exhibit A 2", "Enter")
    #expect(screen.status.contains("Exhibit A > 2 Day"))
    #expect(!screen.status.contains("Exhibit A/2"))
    screen.press("y")
    #expect(screen.effects == [.copy("Loan Agreement, Exhibit A § 2")])
  }

  @Test(arguments: 44...60)
  func `a title that is cut ends in its sign, with no blank before it`(columns: Int) {
    let agreement = Fixtures.agreement(
      of:
        "MILLING AND FLOUR TRADE AGREEMENT OF THE NORTH\n\nThis Agreement is made between Oak Ltd and Elm Ltd.\n\n1. Grain. It is sown.\n\n1.1 The Harvest. Oak reaps it.\n\n2. Law. Ohio.\n"
    )
    var screen = BrowserDriver(Case(title: "", members: [.init(path: "mill.txt", agreement: agreement)]), columns: columns)
    screen.press(":", "1.1", "Enter")
    #expect(screen.status.contains("1.1 The Harvest"))
    for sign in [">", "›"] { #expect(!screen.status.contains(" \(sign) >")) }
  }

  @Test func `what fills the screen names the place`() {
    var screen = BrowserDriver(Fixtures.longDefinitions)
    screen.press(":", "2", "Enter")
    for _ in 0..<14 { screen.press("k") }
    #expect(screen.status.contains("1.1"))
  }

  @Test func `items with the same letters in several definitions stand under their own`() {
    let text =
      "LOAN\n\n1. Definitions. In this Agreement:\n\n\"Debt\" means:\n\n(a) what is owed; and\n\n(b) what is due.\n\n\"Lien\" means:\n\n"
      + "(a) a pledge; and\n\n(b) a charge.\n\n2. Term. One year.\n"
    var screen = BrowserDriver(
      Case(title: "", members: [Case.Member(path: "loan.txt", agreement: Fixtures.agreement(of: text))]), columns: 120, rows: 30)
    screen.press("za")
    let rows = (2..<14).map { String(screen.line($0).prefix(34)) }
    let lien = rows.firstIndex { $0.contains("“Lien”") } ?? 0
    #expect(rows[lien + 1].contains("(a) a pledge") && !rows[lien + 1].contains("Lien"))
    screen.press("C-w", ":", "Lien", "Enter", "]")
    #expect(screen.status.contains("1 Definitions > \"Lien\" > (a)"))
  }

  @Test func `definitions before any provision are landmarks too`() {
    let agreement = Fixtures.agreement(of: "LOAN\n\n\"Debt\" means what is owed.\n\n\"Lien\" means a pledge.\n")
    let landmarks = Landmarks(agreement)
    #expect(landmarks.all.map { landmarks.number(of: $0, in: agreement) } == ["\"Debt\"", "\"Lien\""])
    var screen = BrowserDriver(Case(title: "", members: [Case.Member(path: "loan.txt", agreement: agreement)]))
    screen.press("]", "]", "x", "Esc", "g1")
    #expect(screen.screen.contains("“Lien”") || screen.status.contains("Lien"))
  }
}
