import RegularExpressions
import Testing

@Suite struct RegularExpressionTests {
  @Test func `case counts only when the pattern has capitals`() throws {
    let bytes = Array("the Term".utf8)
    #expect(try RegularExpression("term").firstMatch(in: bytes, from: 0) == 4..<8)
    #expect(try RegularExpression("TERM").firstMatch(in: bytes, from: 0) == nil)
  }

  @Test func `a pattern that would try for ever ends with no match`() throws {
    let bytes = [UInt8](repeating: 0x61, count: 40_000) + [0x21]
    #expect(try RegularExpression("(a+)+$").firstMatch(in: bytes, from: 0) == nil)
  }

  @Test func `a pattern that is none says where`() {
    #expect(throws: RegularExpression.SyntaxError.self) { try RegularExpression("(open") }
  }
}
