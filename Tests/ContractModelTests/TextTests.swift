import ContractModel
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
}
