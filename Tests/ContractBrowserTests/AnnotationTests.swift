import ContractBrowser
import ContractModel
import TerminalGrid
import TestSupport
import Testing

@Suite struct AnnotationTests {
  private func driver(rows: Int = 24, columns: Int = 80) -> BrowserDriver {
    BrowserDriver(
      Case(title: "", members: [Case.Member(path: "a.txt", agreement: Fixtures.licenseBack)]), columns: columns, rows: rows)
  }

  @Test func `a note is written on the provision, shown in the margin and the hint, listed and kept`() {
    var screen = driver()
    screen.press(":", "8.9", "Enter", "a", "ask who pays", "Enter")
    #expect(screen.effects == [.remember(0)])
    #expect(screen.hint.contains("noted on 8.9"))
    #expect(screen.screen.contains("|+   8.9"))
    screen.press("C-l")
    #expect(screen.hint == " note: ask who pays")
    screen.press("g6")
    #expect(screen.screen.contains("8.9 ask who pays"))
    let memory = screen.browser.memory(0)
    #expect(memory.annotations.map(\.number) == ["8.9"])
    #expect(memory.annotations[0].quote.split(separator: " ").count > 5)
  }

  @Test func `a mark is set and taken away by the same key`() {
    var screen = driver()
    screen.press(":", "2.1", "Enter", "m")
    #expect(screen.hint.contains("marked 2.1"))
    #expect(screen.browser.memory(0).annotations.filter { !$0.isDeleted }.count == 1)
    screen.press("m")
    #expect(screen.hint.contains("no longer marked"))
    #expect(screen.browser.memory(0).annotations.allSatisfy { $0.isDeleted })
  }

  @Test func `a text is opened where it was left`() {
    var screen = driver()
    screen.press(":", "7.3", "Enter", "d")
    let memory = screen.browser.memory(0)
    var again = driver()
    again.browser.recall(memory, 0, changedSince: false)
    #expect(again.status == screen.status)
    #expect(again.line(0) == screen.line(0))
    again.press("Backspace")
    #expect(!again.hint.contains("nothing to go back to"))
  }

  @Test func `in a changed text notes stay with their words, or say that they are lost`() {
    let old = Fixtures.agreement(of: "1. FEES\n\n1.1 Amount. The Buyer pays ten.\n\n1.2 Timing. Payment is due at once.\n")
    let new = Fixtures.agreement(of: "1. PARTS\n\n1.1 Wheels. Four of them.\n\n2. FEES\n\n2.1 Timing. Payment is due at once.\n")
    func note(_ number: String) -> Annotation {
      let landmarks = Landmarks(old)
      let provision = landmarks.all.first { landmarks.number(of: $0, in: old) == number }!
      return Annotation(
        id: number, number: number, offset: provision.range.lowerBound, quote: Memory.quote(of: provision, in: old), note: "n",
        isMarked: false,
        changed: 1, isDeleted: false)
    }
    let fitted = Memory(path: "", title: "", annotations: [note("1.2"), note("1.1")]).fitted(to: new)
    #expect(fitted.annotations[0].offset == new.provisions.provisions.first { $0.number == "2.1" }!.start)
    #expect(fitted.annotations[1].offset == new.provisions.provisions.first { $0.number == "1.1" }!.start)
    let gone = Memory(path: "", title: "", annotations: [note("1.2")]).fitted(to: Fixtures.agreement(of: "1. PARTS\n"))
    #expect(gone.annotations[0].offset == -1)
  }

  @Test func `what two programs write of one agreement is all kept`() {
    func annotation(_ id: String, _ note: String, _ changed: Int = 1) -> Annotation {
      Annotation(id: id, number: "1", offset: 0, quote: "q", note: note, isMarked: false, changed: changed, isDeleted: false)
    }
    let base = Memory(path: "", title: "", annotations: [annotation("a", "first")])
    var ours = base
    ours.annotations[0].note = "ours"
    ours.annotations.append(annotation("b", "new here"))
    var theirs = base
    theirs.annotations[0].note = "theirs"
    theirs.annotations.append(annotation("c", "new there"))
    let merged = ours.merged(base: base, theirs: theirs) { "copy" }
    #expect(Set(merged.annotations.map(\.note)) == ["ours", "theirs", "new here", "new there"])
    // What only the other one changed is taken from it; what neither did stays.
    let quiet = base.merged(base: base, theirs: theirs) { "copy" }
    #expect(Set(quiet.annotations.map(\.note)) == ["theirs", "new there"])
  }

  @Test func `notes are exported as Markdown with citations`() {
    var screen = driver()
    screen.press(":", "8.9", "Enter", "a", "who [pays]?", "Enter")
    let text = NotesMarkdown.text(screen.browser.memory(0), of: Fixtures.licenseBack)
    #expect(text.hasPrefix("## License Back Agreement\n\n- **License Back Agreement § 8.9** Attorney's fees: who \\[pays\\]?\n"))
  }

  @Test func `where nothing can be copied that is said`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("Enter", "y")
    #expect(screen.hint.contains("no provision here to copy"))
  }
}
