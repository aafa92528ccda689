import ContractBrowser
import ContractModel
import TestSupport
import Testing

/// Prompts are edited as everywhere, and `:` takes places as people write them.
@Suite struct PromptTests {
  @Test(arguments: [
    ("8.9", "8.9"), ("§ 8.9", "8.9"), ("§8.9", "8.9"), ("Section 3.3", "3.3"), ("Sec. 3.3", "3.3"), ("clause 4", "4 "),
    ("Article VIII", "8 "),
    ("Article 8", "8 "), ("p4", "3"),
  ])
  func `a place as people write it`(typed: String, number: String) {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", typed, "Enter")
    #expect(screen.status.contains("> \(number)"), "\(typed): \(screen.status)")
  }

  @Test func `in an exhibit its own numbers come first, and a number before what stands below it`() {
    var screen = BrowserDriver(Fixtures.longDefinitions, columns: 100)
    screen.press(":", "2", "Enter")
    #expect(screen.status.contains("> 2 Payment"))
    screen.press(":", "Exhibit A", "Enter", ":", "2", "Enter")
    #expect(screen.status.contains("Exhibit A > 2 Day"))
    screen.press(":", "2.1", "Enter")
    #expect(screen.status.contains("2.1 Sum"))
    let agreement = Fixtures.longDefinitions.members[0].agreement
    let found = agreement.provisions(called: "1").map { agreement.provisions[$0].number }
    #expect(found.first == "1" && found.dropFirst().first == "1.1")
  }

  @Test func `Roman and Arabic numbers of an article are the same`() {
    let agreement = Fixtures.agreement(
      of: "DEED\n\nARTICLE I\n\nSCOPE\n\n1.1 Aim. This is it.\n\nARTICLE II\n\nEND\n\n2.1 End. It ends.\n")
    for typed in ["Article 2", "ARTICLE II", "art. 2"] {
      let found = agreement.provisions(called: typed).map { agreement.provisions[$0].number }
      #expect(found.first == "II", "\(typed)")
    }
  }

  @Test func `spelled numbers are the same as figures`() {
    let agreement = Fixtures.agreement(
      of:
        "DEED\n\nARTICLE I\n\nSCOPE\n\n1.1 Aim. This is it.\n\nARTICLE II\n\nEND\n\n2.1 End. See Exhibit ONE.\n\nSigned by both\n\nEXHIBIT ONE\n\nGOODS\n\n1. Corn. Ten sacks.\n"
    )
    let wanted = [
      "Exhibit 1": "Exhibit ONE", "exhibit one": "Exhibit ONE", "Exhibit 1 1": "Exhibit ONE/1", "ARTICLE TWO": "II",
      "article 2": "II",
    ]
    for (typed, number) in wanted {
      let found = agreement.provisions(called: typed).map { agreement.provisions[$0].number }
      #expect(found.first == number, "\(typed): \(found)")
    }
  }

  @Test func `commands are named by how they begin, and what editors set is not taken for one`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "vs", "Enter")
    #expect(screen.browser.state.readers.count == 2)
    screen.press("o", ":", "set", "Enter")
    #expect(screen.hint.contains("nothing is called “set”"))
    screen.press("/", "patent", "Enter", ":", "noh", "Enter")
    #expect(screen.browser.state.search == nil)
  }

  @Test func `that nothing is called so is said while it is typed`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "zzqq")
    #expect(screen.screen.contains("nothing is called so"))
  }

  @Test func `the line is edited in its middle`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("/", "patnt", "Left", "Left", "e")
    #expect(screen.hint.hasPrefix("/patent"))
    screen.press("Home", "Delete", "End", "s", "C-a", "C-k")
    #expect(screen.hint.hasPrefix("/ ") || screen.hint == "/" || !screen.hint.contains("atents"))
    screen.press("one two", "C-w")
    #expect(screen.hint.hasPrefix("/one "))
  }

  @Test func `lines typed before come back, each kind its own`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("/", "patent", "Enter", "/", "royalty", "Enter", "&", "Telcordia", "Enter", "Esc", "Esc")
    screen.press("/", "Up")
    #expect(screen.hint.hasPrefix("/royalty"))
    screen.press("Up")
    #expect(screen.hint.hasPrefix("/patent"))
    screen.press("Down", "Down", "Esc", "&")
    #expect(screen.hint == "&")
    screen.press("Up")
    #expect(screen.hint.hasPrefix("&Telcordia"))
  }

  @Test func `a pattern can ask that case does not count`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("/", "TELCORDIA", "Enter")
    let few = screen.hint
    screen.press("/", "\\cTELCORDIA", "Enter")
    #expect(screen.hint != few && screen.hint.contains(" of "))
  }

  @Test func `a number or an attachment that is not there is said, and nothing else is gone to`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("Enter")
    let before = screen.status
    for name in ["Exhibit Q", "9.99", "Sch. 7"] {
      screen.press(":", name, "Enter")
      #expect(screen.hint.contains("there is no “\(name)” here"), "\(screen.hint)")
      #expect(screen.status == before)
    }
    screen.press(":", "theme pink", "Enter")
    #expect(screen.hint.contains("no theme is called pink"))
    screen.press(":", "open", "Enter")
    #expect(screen.hint.contains("open needs a name behind it"))
  }

  @Test func `where only some provisions are shown, steps keep to them and going elsewhere shows all`() {
    let text = (1...30).map { "\($0). Load \($0). The mill grinds \($0 % 7 == 0 ? "rye" : "oats") in month \($0).\n\n" }.joined()
    var screen = BrowserDriver(
      Case(title: "", members: [Case.Member(path: "a.txt", agreement: Fixtures.agreement(of: "MILL DEED\n\n" + text))]),
      columns: 80, rows: 16)
    screen.press("&", "rye", "Enter", "]")
    #expect(screen.status.contains("14 Load 14"), "\(screen.status)")
    screen.press("G")
    #expect(screen.status.contains("28 Load 28"), "\(screen.status)")
    screen.press(":", "5", "Enter")
    #expect(screen.status.contains("5 Load 5") && screen.screen.contains("grinds oats in month 5"), "\(screen.screen)")
  }

  @Test func `where only some provisions are shown, a search finds what stands in them, and the way back leads out`() {
    let text = """
      1. Rent. The rent is ten. The tenant pays it.

      2. Roof. The tenant mends the roof. A tenant who does not, leaves.

      3. Fire. The rent falls with the roof.

      """
    var screen = BrowserDriver(Case(title: "", members: [Case.Member(path: "a.txt", agreement: Fixtures.agreement(of: text))]))
    screen.press("&", "rent", "Enter", "/", "tenant", "Enter")
    #expect(screen.hint.contains("1 of 1"), "\(screen.hint)")
    screen.press("/", "mends", "Enter")
    #expect(screen.hint.contains("is not in"), "\(screen.hint)")
    screen.press("C-o")
    screen.press("C-o")
    #expect(screen.status.contains("top") || screen.status.contains("all"), "\(screen.status)")
  }

  @Test func `a day that is none can be mended where it was typed`() {
    let text = "1. Pay. Tenant pays within ten days after the Closing.\n\n2. End. None.\n"
    var screen = BrowserDriver(Case(title: "", members: [Case.Member(path: "a.txt", agreement: Fixtures.agreement(of: text))]))
    screen.press("g7", "a", "2006-13-45", "Enter")
    #expect(screen.status.contains("is no day"), "\(screen.screen)")
    screen.press("Backspace", "Backspace", "Backspace", "Backspace", "Backspace", "02-05", "Enter")
    #expect(screen.hint.contains("2006-02-05"), "\(screen.hint)")
  }

  @Test func `on a wide screen the text that a line of the prompt leads to is seen beside it`() {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: 120, rows: 30)
    screen.press(":", "8", ".", "9")
    #expect(screen.screen.components(separatedBy: "8.9").count > 2, "\(screen.screen)")
    screen.press("Esc")
    #expect(screen.browser.state.prompt == nil)
  }

  @Test func `a number is found in an agreement that is an exhibit itself`() {
    let agreement = Fixtures.agreement(
      of:
        "FORM 8-K\n\nExhibit 10.1\n\nKILN LOAN\n\nARTICLE I\n\nWORDS\n\nSECTION 1.01 Aim. This is it.\n\nSECTION 1.02 End. It ends.\n"
    )
    for typed in ["1.02", "Section 1.02", "s 1.02"] {
      let found = agreement.provisions(called: typed).map { agreement.provisions[$0].number }
      #expect(found.first?.hasSuffix("1.02") == true, "\(typed): \(found)")
    }
  }
}
