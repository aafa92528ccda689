import ContractModel
import TestSupport
import Testing

@Suite struct TextTests {
  @Test func `lines end at line feeds, carriage returns and both`() {
    let text = SourceText(Array("a\r\nbb\rccc\nd".utf8))
    #expect(text.lines.map { text.string($0) } == ["a", "bb", "ccc", "d"])
  }

  @Test func `columns count scalars from 1`() {
    let text = SourceText(Array("a\n“é” x".utf8))
    let x = text.bytes.count - 1
    #expect(text.position(of: x) == (2, 5))
    var cursor = PositionCursor(text)
    #expect(cursor.position(of: 0) == (1, 1))
    #expect(cursor.position(of: x) == (2, 5))
    #expect(cursor.position(of: 2) == (2, 1))
  }

  @Test func `bytes that are no UTF-8 become visible and lead back to the file`() {
    let text = SourceText([0x61, 0xFF, 0x62, 0xC3, 0x63])
    #expect(text.string(0..<text.bytes.count) == "a\u{FFFD}b\u{FFFD}c")
    #expect(text.fileOffset(of: text.bytes.count - 1) == 4)
  }

  @Test func `a search reads over line ends and pages`() {
    let agreement = Agreement(
      SourceText(Array("1. SALE. The Seller sells all of the goods that it now owns and will own of the\nlast harvest.\n".utf8)))
    #expect(agreement.matches(TextMatcher.literal("the last")!).count == 1)
    #expect(agreement.matches(TextMatcher.literal("seller")!).count == 1)
    #expect(agreement.matches(TextMatcher.literal("SELLER")!).isEmpty)
  }

  @Test(arguments: ["\n", "\r", "\r\n"]) func `a line ends wherever its end stands`(end: String) {
    for before in 0...40 {
      for after in 0...18 {
        let lines = [String(repeating: "a", count: before), String(repeating: "b", count: after)]
        let text = SourceText(Array((lines[0] + end + lines[1]).utf8))
        #expect(text.lines.map { text.string($0) } == (after == 0 ? [lines[0]] : lines))
      }
    }
  }

  @Test(arguments: ["x", "é", "—"]) func `words are found wherever they stand`(filling: String) {
    for count in 0...70 {
      let filler = String(repeating: filling, count: count)
      let agreement = Agreement(
        SourceText(Array("1. RENT. \"Rent\" means money.\n\n2. DUE. A \(filler) sum is due as Rent under Section 1".utf8)))
      #expect(agreement.terms.map { $0.uses.map { agreement.text.string($0) } } == [["Rent"]])
      #expect(agreement.references.map { agreement.text.string($0.range) } == ["Section 1"])
      #expect(agreement.matches(TextMatcher.literal("section 1")!).count == 1)
      #expect(agreement.matches(TextMatcher.literal("as rent un")!).count == 1)
    }
  }

  @Test func `dashes part words`() {
    let agreement = Agreement(
      SourceText(Array("1. RENT. \"Rent\" means money.\n\n2. DUE. Pay the Rent—and pay it now—Section 1 says how much.".utf8)))
    #expect(agreement.terms.map(\.uses.count) == [1])
    #expect(agreement.references.map(\.targets) == [["1"]])
  }

  @Test func `narrow, thin, en and em spaces are blanks`() {
    for blank in ["\u{202F}", "\u{2009}", "\u{2002}", "\u{2003}\u{2003}", "\u{A0}"] {
      let agreement = Agreement(
        SourceText(
          Array("1.\(blank)Closing\(blank)Date.\(blank)It is Monday.\n\n2.\(blank)Rent.\(blank)See Section\(blank)1.\n".utf8)))
      #expect(agreement.provisions.map(\.number) == ["1", "2"])
      #expect(agreement.provisions.map { $0.heading.map { agreement.text.string($0) } } == ["Closing\(blank)Date", "Rent"])
      #expect(agreement.references.map(\.targets) == [["1"]])
    }
  }

  @Test(arguments: [
    ("confidential papers", ["confiden-\ntial papers"]), ("cross-border plan", ["cross-\nborder plan"]),
    ("co-owner", ["co-\nowner", "co-owner"]), ("crossborder", ["cross-\nborder"]), ("plan safe", ["plan safe"]), ("crossroads", []),
  ])
  func `a search finds a word that a line's end parts, with its hyphen and without`(words: String, found: [String]) throws {
    let agreement = Fixtures.agreement(
      of:
        "SERVICE DEED\n\n1. Secrets. Each side keeps the confiden-\ntial papers of its co-\nowner and any cross-\nborder plan safe.\n\n"
        + "2. Law. The co-owner lives in Hull.\n")
    let matcher = try #require(TextMatcher.literal(words))
    #expect(agreement.places(of: matcher).map { agreement.text.string($0) } == found)
  }
}
