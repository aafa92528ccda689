import ContractModel
import TestSupport
import Testing

/// The text as it is read: what prints nothing and what a line's end divides.
@Suite struct ReadingTextTests {
  private func finds(_ words: String, in text: String) -> Bool {
    TextMatcher.literal(words).map { !Fixtures.agreement(of: text).matches($0).isEmpty } ?? false
  }

  @Test func `a compound that a line's end divides is one word, a hanging hyphen is not`() {
    #expect(finds("non-exclusive", in: "1. Grant. The grant is non-\nexclusive.\n"))
    #expect(finds("schedule a-1", in: "1. Sum. The sum of Schedule A-\n1 is due.\n"))
    #expect(finds("mid- and long-term", in: "1. Plan. The mid-\nand long-term plans.\n"))
  }

  @Test func `soft hyphens, joiners and ligatures stand in no word's way`() {
    #expect(finds("licensor", in: "1. Grant. The Licen\u{AD}sor grants.\n"))
    #expect(finds("widget", in: "1. Grant. The wid\u{AD}\nget.\n"))
    #expect(finds("no-signage", in: "1. Grant. A No\u{AD}Signage event.\n"))
    #expect(finds("office", in: "1. Grant. The o\u{FB03}ce and \u{200B}more.\n"))
  }

  @Test(arguments: [
    "\u{2003}\n\n1. Term. Text.\n", "\u{AD}\n\n1. Term. Text.\n",
    "1. Law. This deed shall be governed by and construed in accordance with the laws\n\n<PAGE>\n\n\u{2003}\n",
    "\"Base Rent\" as it is used in this long agreement of the parties and in the\n\n<PAGE>\n\n\u{2003}\n", "1. End \u{200B}\n",
    "1. Definitions. \"St. Louis Dock\" means one dock.\n\n2. Other. \"St. Louis Dock\" means another dock.\n",
    "Mr. John Smith,\n\nEsq.\n\nDear John:\n\nThis letter is an agreement.\n",
  ])
  func `blanks of every kind, abbreviations and torn names are read without a trap`(text: String) {
    let agreement = Fixtures.agreement(of: text)
    #expect(Checks.findings(agreement).allSatisfy { $0.range.upperBound <= agreement.text.bytes.count })
  }
}
