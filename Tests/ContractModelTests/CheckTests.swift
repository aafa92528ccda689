import ContractModel
import TestSupport
import Testing

@Suite struct CheckTests {
  private func findings(_ text: String, _ code: String) -> [Finding] {
    Checks.findings(Fixtures.agreement(of: text)).filter { $0.code == code }
  }

  @Test func `a blank is found where it stands`() {
    let marked = MarkedText("1. Law. The laws of 1️⃣[Delaware] govern from June 2️⃣__, 2003.\n")
    #expect(findings(marked.text, "placeholder").map(\.range.lowerBound) == [marked["1️⃣"], marked["2️⃣"]])
    #expect(findings(marked.text, "placeholder").map(\.subject) == ["[Delaware]", "__"])
  }

  @Test func `a changed letter, a redaction and a remark are no blanks`() {
    #expect(findings("1. Text. \"[T]he goods\" [***] [signature page follows] [Reserved] stay.\n", "placeholder").isEmpty)
  }

  @Test func `a missing provision and a missing attachment are found once each`() {
    let text = "1. Sale. As in Section 7 and Exhibit B.\n\n2. Price. As in Exhibit B and Section 1.\n"
    #expect(findings(text, "missing-reference").map(\.subject) == ["Section 7"])
    #expect(findings(text, "missing-attachment").map(\.subject) == ["Exhibit B"])
    for words in ["schedule 40 pipe", "Attachment 2 of Exhibit A"] {
      let text = "1. Sale. As in Exhibit A with \(words) and so on.\n\nEXHIBIT A\n\nGoods.\n"
      #expect(findings(text, "missing-attachment").isEmpty, "\(words)")
    }
  }

  /// Where a check finds something in marked source, against the marks.
  private func expect(_ code: String, _ source: String, at marks: [Character], _ location: SourceLocation = #_sourceLocation) {
    let marked = MarkedText(source)
    #expect(
      findings(marked.text, code).map(\.range.lowerBound) == marks.map { marked[$0] }, "\(findings(marked.text, code))",
      sourceLocation: location)
  }

  @Test func `a term nothing defines is found once, with how often it is used`() {
    let text = """
      1. Start. The parties begin work on the 1️⃣Effective Date and not before, as both have planned.

      2. End. One year after the Effective Date the work ends, whatever was then left undone.
      """
    expect("undefined-term", text, at: ["1️⃣"])
    #expect(
      findings(MarkedText(text).text, "undefined-term").map(\.message)
        == ["“Effective Date” is used like a defined term, 2 times, and defined nowhere."])
  }

  @Test func `names, statutes, offices, headings and defined terms are no undefined terms`() {
    for text in [
      "1. Start. \"Effective Date\" means May 1, 2003. The parties begin work on the Effective Date and not before.\n",
      "1. Start. The parties begin work on the day of signing (the \"Closing Date\"); on the Closing Date all is paid.\n",
      "1. Law. Goods are shipped only where the Office of Foreign Assets Control has no objection to the shipment.\n",
      "1. Law. Each party keeps the rules of the Federal Trade Commission on the National Do Not Call Costs that apply.\n",
      "1. Names. The buyer is a customer of the well known firm Northern Light Services, Inc. and remains one.\n",
      "1. EFFECTIVE DATE. the parties begin their work under it on the first day of the month after they sign.\n",
    ] { #expect(findings(text, "undefined-term").isEmpty, "\(text)") }
  }

  @Test func `an agreement that takes its terms from another gives hints only`() {
    let text =
      "1. Terms. Capitalized words not defined herein have the meanings of the loan agreement.\n\n"
      + "2. Start. The parties begin work on the Effective Date and not before, as both of them have planned.\n"
    #expect(findings(text, "undefined-term").map(\.severity) == [.info])
  }

  @Test func `a second definition is found and points to the first`() {
    let marked = MarkedText(
      "1. Terms. \"1️⃣Fee\" means ten dollars.\n\n2. Sale. Sold.\n\n3. More. \"2️⃣Fee\" means twenty dollars.\n")
    let found = findings(marked.text, "duplicate-term")
    #expect(found.map(\.range.lowerBound) == [marked["2️⃣"]])
    #expect(found.first?.notes.map(\.range.lowerBound) == [marked["1️⃣"]])
    #expect(found.map(\.severity) == [.warning])
    let inline = "1. Terms. \"Fee\" means ten dollars.\n\n2. Sale. Twenty dollars (the \"Fee\") are due.\n"
    #expect(findings(inline, "duplicate-term").map(\.severity) == [.info])
  }

  @Test func `a pointer with its target, one definition and an exhibit's own are no duplicates`() {
    for text in [
      "1. Terms. \"Fee\" has the meaning given in Section 2.\n\n2. Price. Ten dollars (the \"Fee\") are due.\n",
      "1. Terms. \"Fee\" means ten dollars. The Fee is due.\n\n2. Price. The Fee is paid.\n",
      "1. Terms. \"Fee\" means ten dollars.\n\nEXHIBIT A\n\n1. Terms. \"Fee\" means twenty dollars.\n",
    ] { #expect(findings(text, "duplicate-term").isEmpty, "\(text)") }
  }

  @Test func `a term never used is a hint`() {
    let text = "1. Terms. \"1️⃣Fee\" means ten dollars. \"Price\" means twenty dollars.\n\n2. Pay. The Price is due.\n"
    expect("unused-term", text, at: ["1️⃣"])
    #expect(findings(MarkedText(text).text, "unused-term").map(\.severity) == [.info])
    #expect(findings("1. Terms. \"Fee\" means ten dollars.\n\n2. Pay. All Fees are due.\n", "unused-term").isEmpty)
  }

  @Test func `words and figures that differ are found`() {
    expect("number-words", "1. Term. It ends after 1️⃣thirty (20) days.\n", at: ["1️⃣"])
    expect("number-words", "1. Price. The buyer pays 1️⃣Two Million Dollars (US $3,000,000).\n", at: ["1️⃣"])
    expect("number-words", "1. Count. There are 1️⃣one hundred and five (150) of them.\n", at: ["1️⃣"])
  }

  @Test func `amounts that agree, clause numbers and percentages do not differ`() {
    for words in [
      "thirty (30) days", "Two Million Five Hundred Thousand Dollars ($2,500,000.00)", "twenty-one (21) days",
      "one hundred and five (105)", "two and one-half (2.5) years", "five (5%) percent", "subsection one (a)", "in May (2003)",
    ] { #expect(findings("1. Term. The matter is \(words) for all.\n", "number-words").isEmpty, "\(words)") }
  }

  @Test func `a day no calendar has is an error`() {
    expect("date", "1. Term. It ends on 1️⃣April 31, 2004, and on 2️⃣February 29, 2003.\n", at: ["1️⃣", "2️⃣"])
    for date in ["April 30, 2004", "February 29, 2004", "May 2004", "June __, 2003", "March 31"] {
      #expect(findings("1. Term. It ends on \(date), at noon.\n", "date").isEmpty, "\(date)")
    }
  }

  @Test func `a small word printed twice is found`() {
    expect("doubled-word", "1. Sale. The seller sells 1️⃣the the goods and is paid 2️⃣for\nfor them.\n", at: ["1️⃣", "2️⃣"])
    for words in ["New York New York", "had had", "that that", "Party A a sum", "an on on-going", "the \"the\""] {
      #expect(findings("1. Sale. They say \(words) and so on.\n", "doubled-word").isEmpty, "\(words)")
    }
  }

  @Test func `punctuation printed twice is found`() {
    expect("doubled-punctuation", "1. Sale. As described therein1️⃣.. The goods2️⃣,, too.\n", at: ["1️⃣", "2️⃣"])
    for words in ["Acme, Inc.. It", "the R.O.C.. It", "and so on ... then", "a total of ....... 5", "an \"Event,, under it"] {
      #expect(findings("1. Sale. They say \(words) and so on.\n", "doubled-punctuation").isEmpty, "\(words)")
    }
  }

  @Test func `a title in brackets that is not the target's is a hint`() {
    let law = "1. Governing Law. Maine.\n\n2. Notices. By post.\n\n"
    expect("caption-mismatch", law + "3. Rest. As in Section 2 (1️⃣Governing Law) above.\n", at: ["1️⃣"])
    for words in [
      "Section 1 (Governing Law)", "Section 2 (Notice)", "Section 2 (the \"Rule\")", "Section 2 (and others)", "Section 2",
    ] { #expect(findings(law + "3. Rest. As in \(words) above.\n", "caption-mismatch").isEmpty, "\(words)") }
  }

  @Test func `gaps and repeats in numbering are hints, numbers that stand in the text are none`() {
    let marked = MarkedText("1. Sale. Sold.\n\n2. Price. Ten.\n\n1️⃣4. Law. Maine.\n\n5. Rest. None.\n")
    #expect(findings(marked.text, "numbering").map(\.range.lowerBound) == [marked["1️⃣"]])
    #expect(findings(marked.text, "numbering").map(\.message) == ["4 follows 2: there is no 3."])
    #expect(findings("1. Sale. Sold.\n\n2. Price. Ten. 3. Law. Maine.\n\n4. Rest. None.\n", "numbering").isEmpty)
    #expect(findings("1. Sale. Sold.\n\n2. Price. Ten.\n\n3. Law. Maine.\n", "numbering").isEmpty)
  }

  @Test func `an only item is a hint`() {
    let start = "1. Goods. Sold.\n\n2. Terms.\n\n2.1 Price. Ten.\n\n2.2 Tax. None.\n\n"
    expect("lone-item", start + "1️⃣2.2.1 Duty. None.\n\n2.3 Law. Maine.\n", at: ["1️⃣"])
    for rest in [
      "2.2.1 Duty. None.\n\n2.2.2 Toll. None.\n", "2.3 Law. Maine.\n", "3. Rest.\n\n3.1 End. None.\n\n3.2 Law. Maine.\n",
    ] { #expect(findings(start + rest, "lone-item").isEmpty, "\(rest)") }
  }

  @Test func `where most references lead nowhere they are hints`() {
    let law = "1. Sale. Sold.\n\n2. Law. Maine.\n\n"
    #expect(findings(law + "3. Rest. As in Section 9.\n", "missing-reference").map(\.severity) == [.error])
    let many = (10..<20).map { "As in Section \($0)." }.joined(separator: " ")
    #expect(findings(law + "3. Rest. \(many)\n", "missing-reference").allSatisfy { $0.severity == .info })
    #expect(findings(law + "3. Rest. \(many)\n", "missing-reference").count == 10)
  }

  @Test func `this Section within another is found`() {
    let start = "1. Sale. Sold.\n\n2. Price. Ten.\n\n"
    expect("misplaced-self-reference", start + "3. Tax. Under this 1️⃣Section 2 nothing is due.\n", at: ["1️⃣"])
    for words in ["this Section 3", "this Section", "Section 2", "this and Section 2"] {
      #expect(findings(start + "3. Tax. Under \(words) nothing is due.\n", "misplaced-self-reference").isEmpty, "\(words)")
    }
    let item = "3. Tax.\n\n(a) Under this Section 3 nothing is due.\n\n(b) None.\n"
    #expect(findings(start + item, "misplaced-self-reference").isEmpty)
  }

  @Test func `above for what comes and below for what came are found`() {
    let start = "1. Sale. Sold.\n\n2. Price. As in "
    let rest = " and so on.\n\n3. Law. Maine.\n"
    expect("wrong-direction", start + "1️⃣Section 3 above" + rest, at: ["1️⃣"])
    expect("wrong-direction", start + "1️⃣Section 1 below" + rest, at: ["1️⃣"])
    for words in ["Section 1 above", "Section 3 below", "Section 3", "Section 2 above"] {
      #expect(findings(start + words + rest, "wrong-direction").isEmpty, "\(words)")
    }
  }

  @Test func `a definition that points to the wrong provision is found`() {
    let start = "1. Terms. \"1️⃣Fee\" has the meaning given in Section 2.\n\n2. Price. Ten dollars"
    expect("misdirected-definition", start + ".\n\n3. Law. Ten dollars (the \"Fee\") are due.\n", at: ["1️⃣"])
    #expect(findings(MarkedText(start + " (the \"Fee\").\n\n3. Law. None.\n").text, "misdirected-definition").isEmpty)
    expect("misdirected-definition", start + ".\n\n3. Law. None.\n", at: ["1️⃣"])
  }

  @Test func `an exhibit nothing names is a hint`() {
    let text = "1. Sale. As in Exhibit A.\n\n2. Law. Maine.\n\nEXHIBIT A\n\nGoods.\n\n1️⃣EXHIBIT B\n\nPrices.\n"
    expect("unreferenced-attachment", text, at: ["1️⃣"])
    #expect(findings("1. Sale. As in Exhibit A.\n\nEXHIBIT A\n\nGoods.\n", "unreferenced-attachment").isEmpty)
  }

  @Test func `every check has a code of its own and a sentence`() {
    #expect(Set(Checks.all.map(\.code)).count == Checks.all.count)
    #expect(Checks.all.allSatisfy { !$0.summary.isEmpty })
  }
}
