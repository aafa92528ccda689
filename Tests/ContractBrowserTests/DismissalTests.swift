import ContractBrowser
import ContractModel
import TestSupport
import Testing

@Suite struct DismissalTests {
  @Test func `a finding is dismissed with a reason, stays in the list and is restored`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("e", "D")
    #expect(screen.hint.hasPrefix("dismiss because:"))
    screen.press("as in the original", "Enter")
    #expect(screen.effects == [.remember(0)])
    #expect(screen.browser.memory(0).dismissals.map(\.check) == ["doubled-punctuation"])
    #expect(screen.browser.memory(0).dismissals.map(\.section) == ["1.7"])
    screen.press("E", "e")
    #expect(screen.hint.contains("1 of 5"))
    screen.press("g4")
    #expect(screen.screen.contains("dismissed findings"))
    #expect(screen.screen.contains("as in the original: “therein..”"))
    screen.press("G", "D")
    #expect(screen.hint.contains("restored"))
    #expect(screen.browser.memory(0).dismissals.isEmpty)
    #expect(!screen.screen.contains("dismissed findings"))
  }

  @Test func `without a reason nothing is dismissed, and Esc leaves the question`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("e", "D", "Enter")
    #expect(screen.hint.contains("not dismissed"))
    screen.press("D", "never", "Esc")
    #expect(screen.browser.memory(0).dismissals.isEmpty)
    #expect(screen.effects.isEmpty)
  }

  @Test func `findings stand in order of place or under their checks, and a group folds`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("g4", "zg")
    let lines = (2..<13).map { screen.line($0).split(separator: "|").first?.trimmingBlanks ?? "" }.filter { !$0.isEmpty }
    #expect(
      lines.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
        "- undefined-term", "! 3.1", "- missing-attachment", "! 1.10", "- placeholder", "! 8.1", "- party-name", "! 8.12", "! 8.12",
        "- doubled-punctuation", "! 1.7",
      ])
    screen.press("j", "h")
    #expect(screen.screen.contains("+ undefined-term"))
    #expect(!screen.screen.contains("“Effective Date” is used"))
    screen.press("l")
    #expect(screen.screen.contains("“Effective Date” is used"))
    screen.press("zg")
    #expect(!screen.screen.contains("undefined-term"))
  }

  @Test func `a filter narrows the findings`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("g4", "/", "signs", "Enter")
    #expect(screen.screen.contains("VALENCE TECHNOLOGIES"))
    #expect(!screen.screen.contains("Effective Date"))
  }

  @Test func `the margin shows where something was found, once the agreement was looked through`() {
    var screen = BrowserDriver(Fixtures.sampleCase, findsOut: false)
    screen.press(":", "8.1", "Enter")
    func margins() -> [String] { (0..<22).map { String(screen.line($0).dropFirst().prefix(1)) } }
    #expect(!margins().contains("!"))
    screen.findOut()
    #expect(margins().contains("!"))
    screen.press("D", "agreed", "Enter")
    #expect(!margins().contains("!"))
  }

  @Test func `a dismissal survives edits elsewhere, a new number and new line ends`() {
    let text = "1. Sale. Sold.\n\n2. Law. The laws of the State of [Maine] govern this sale and all that comes of it.\n"
    let agreement = Fixtures.agreement(of: text)
    let finding = Checks.findings(agreement, only: ["placeholder"])[0]
    let dismissal = Dismissal(of: finding, in: agreement, because: "agreed")
    func covers(_ text: String) -> Bool {
      let other = Fixtures.agreement(of: text)
      return Checks.findings(other, only: ["placeholder"]).allSatisfy { dismissal.covers($0, in: other) }
    }
    #expect(covers(text))
    #expect(covers(text.replacing("Sold.", with: "Sold to the buyer, who pays.")))
    #expect(covers(text.replacing("2. Law.", with: "2. Price. Ten.\n\n3. Law.")))
    #expect(covers(text.replacing("the State of", with: "the\nState   of")))
    #expect(covers(text.replacing("The laws of the State of", with: "Those of")))
    #expect(!covers(text.replacing("[Maine]", with: "[Ohio]")))
    #expect(!covers("1. Law. Those of [Maine] hold.\n\n2. Sale. Sold.\n"))
  }

  @Test func `what two programs dismissed and restored is merged`() {
    func dismissal(_ check: String) -> Dismissal {
      Dismissal(check: check, section: "1", subject: "x", quote: "x", because: "so")
    }
    func memory(_ checks: [String]) -> Memory { Memory(path: "a", title: "A", dismissals: checks.map(dismissal)) }
    let merged = memory(["base", "ours"]).merged(base: memory(["base", "gone"]), theirs: memory(["gone", "base", "theirs"])) {
      "id"
    }
    #expect(merged.dismissals.map(\.check) == ["base", "ours", "theirs"])
    #expect(memory(["base"]).merged(base: memory(["base"]), theirs: memory([])) { "id" }.dismissals.isEmpty)
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String { String(self).split(separator: " ").joined(separator: " ") }
}
