import ContractBrowser
import ContractModel
import TerminalGrid
import TestSupport
import Testing

/// Tables, addresses and Chinese on the screen.
@Suite struct LayoutTests {
  private func screen(_ text: String, columns: Int = 80) -> BrowserDriver {
    BrowserDriver(Case(title: "", members: [Case.Member(path: "a.txt", agreement: Fixtures.agreement(of: text))]), columns: columns)
  }

  /// A page with a table, as readers give it: a line a row, four blanks between cells, and where each cell stood.
  private func table(_ rows: [[String]], columns: Int = 80) -> BrowserDriver {
    var bytes = Array("PRICES\n\nThey follow.\n\n".utf8)
    var cells: [TableCell] = []
    for row in rows {
      for (column, words) in row.enumerated() where !words.isEmpty {
        if bytes.last != 0x0A { bytes += Array("    ".utf8) }
        cells.append(TableCell(bytes.count..<(bytes.count + words.utf8.count), table: 1, column: column))
        bytes += Array(words.utf8)
      }
      bytes += Array("\n\n".utf8)
    }
    let agreement = Agreement(SourceText(bytes, hasParagraphs: true, cells: cells))
    return BrowserDriver(Case(title: "", members: [Case.Member(path: "a.html", agreement: agreement)]), columns: columns)
  }

  @Test func `columns of a table stand under each other with their heads, figures at their right`() {
    let screen = table([["Item", "Price"], ["Wheels for the cart", "10"], ["Axle", "12,000"]])
    #expect(screen.screen.contains("Item                  Price\n  Wheels for the cart      10\n  Axle                 12,000"))
  }

  @Test func `an empty cell keeps its column`() {
    let screen = table([["", "May", "June"], ["Wheels", "1", "2"], ["Axles", "", "4"]])
    #expect(screen.screen.contains("          May  June\n  Wheels    1     2\n  Axles           4"))
  }

  @Test func `what a cell says wraps in its column`() {
    let long = String(repeating: "carved of old oak ", count: 8)
    let screen = table([["Item", "Made of", "Sum"], ["Cart", long, "10"]], columns: 60)
    let rows = (0..<20).map { screen.line($0) }
    let first = rows.firstIndex { $0.contains("Cart") } ?? 0
    #expect(rows[first].contains("carved") && rows[first].hasSuffix("10"))
    #expect(rows[first + 1].hasPrefix("        ") && rows[first + 1].contains("oak"))
  }

  @Test func `a table is scrolled column by column, and no figure is cut`() {
    let figures = (1...12).map { "\($0).\($0 * 7)25%" }
    var screen = table([["Rate of it"] + figures, ["Fee of it"] + figures.reversed(), ["Sum"] + figures], columns: 60)
    for _ in 0..<4 {
      screen.press("l")
      for row in 0..<20 {
        let line = screen.line(row)
        guard let cut = line.firstIndex(of: "<") else { continue }
        let first = line[line.index(after: cut)...].split(separator: " ").first.map(String.init) ?? ""
        #expect(figures.contains(first), "\(line)")
      }
    }
    screen.press("h", "h", "h", "h")
    #expect(!screen.screen.contains("<"))
  }

  @Test func `a table that is too wide is scrolled with its first column kept`() {
    let row = ["Name of it"] + (1...12).map { "column \($0)" }
    var screen = table([row, row, row], columns: 60)
    screen.press("l", "l")
    #expect(screen.screen.contains("Name of it"))
    #expect(!screen.screen.contains("column 1 "))
    #expect(screen.screen.contains("<") && screen.screen.contains(">"))
  }

  @Test func `short lines in a run stay lines`() {
    let screen = screen(
      "LEASE\n\n1. Notices. They go to:\n\nOak Ltd\n12 High Street\nLondon EC1\n\n2. Rent. The rent that the Tenant owes the Landlord is due on the\n"
        + "first day of each month, without any deduction, at the office of the Landlord.\n")
    #expect(screen.screen.contains("        Oak Ltd\n        12 High Street\n        London EC1\n\n"))
    #expect(screen.screen.contains("is due on the\n        first day of each month, without any deduction, at the office of\n"))
  }

  @Test func `a sentence whose line ends early in a wide file is running text`() {
    let wide = String(repeating: "The miller grinds the corn that is brought to him on the day. ", count: 2)
    let screen = screen(
      "LEASE\n\n1. Corn. The corn is dry.\n\n\(wide)\n\(wide)\nIt is so.\n\n\(wide)\n\(wide)\nIt is so.\n\n"
        + "The sack that the miller is given for his work is weighed at the gate by the man whom\n"
        + "the owner has sent there for that work and whom the miller has not turned away from it.\n")
    let words = screen.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("by the man whom the owner"))
    #expect(!screen.screen.contains("whom\n"), "\(screen.screen)")
  }

  @Test(arguments: [30, 41, 52, 63])
  func `no line of Chinese begins with what closes`(columns: Int) {
    let screen = screen(
      "合作合同\n\n第一条 合作双方应当按照本合同的约定，履行各自的义务；任何一方不得擅自变更、解除合同。双方同意，本合同自签署之日起生效，有效期为三年（以下简称“合同期限”），期满后可以续签。\n",
      columns: columns)
    for row in 0..<22 {
      let first = screen.line(row).first { $0 != " " }
      let isClosing = first.map { "，、。；）”".contains($0) } ?? false
      #expect(!isClosing)
    }
  }

  @Test func `as filed, lines of 80 columns fit 80 columns`() {
    let line = String(repeating: "abcdefg ", count: 9) + "12345678"
    var screen = screen("DEED\n\n1. Words. \n\n\(line)\n\n2. More. Words.\n")
    screen.press("r")
    #expect(screen.screen.contains(line))
  }

  @Test func `a line of the contents leads to what it names`() {
    var screen = screen(
      "LEASE\n\nTABLE OF CONTENTS\n\n1. RENT .......... 2\n2. TERM .......... 3\n3. NOTICES .......... 4\n\nLEASE\n\n1. RENT\n\nThe rent is ten.\n\n2. TERM\n\n"
        + "One year.\n\n3. NOTICES\n\nBy post.\n")
    screen.press("Tab", "Tab", "Enter")
    #expect(screen.status.contains("2 Term"))
  }

  @Test func `a rule is one row however wide, and the page numbers of long contents are in sight`() {
    let rule = String(repeating: "=", count: 120)
    let leader = String(repeating: ".", count: 70)
    let screen = screen(
      "LEASE\n\n\(rule)\n\nTABLE OF CONTENTS\n\n1. RENT AND FEES \(leader) 21\n2. TERM \(leader)......... 37\n3. NOTICES \(leader)...... 45\n\n1. RENT AND FEES\n\nTen.\n\n2. TERM\n\nA year.\n\n3. NOTICES\n\nBy post.\n"
    )
    #expect((0..<22).count { screen.line($0).contains("====") } == 1)
    for page in ["21", "37", "45"] { #expect((0..<22).contains { screen.line($0).contains(" \(page)") }, "\(screen.screen)") }
  }
}
