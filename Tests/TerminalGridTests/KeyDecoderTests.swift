import TerminalGrid
import Testing

/// Sequences that terminals send: each is read to its end, known or not.
@Suite struct KeyDecoderTests {
  /// The key of a sequence behind its escape, and how many bytes were left unread.
  private func key(_ sequence: String) -> (key: Key?, left: Int) {
    var bytes = Array(sequence.unicodeScalars.map(\.value))
    let introducer = UInt8(bytes.removeFirst())
    let first = bytes.removeFirst()
    let key = KeyDecoder.key(introducer: introducer, first: first) { bytes.isEmpty ? nil : bytes.removeFirst() }
    return (key, bytes.count)
  }

  @Test(arguments: [
    ("[H", Key.home), ("OH", .home), ("[1~", .home), ("[7~", .home), ("[F", .end), ("OF", .end), ("[4~", .end), ("[8~", .end),
    ("[A", .up), ("OB", .down), ("[1;3D", .altLeft), ("[1;3C", .altRight), ("[5~", .pageUp), ("[Z", .backTab),
    ("[11~", .function(1)),
    ("OP", .function(1)), ("[[A", .function(1)), ("[24~", .function(12)), ("[97;5u", .control("a")), ("[27u", .escape),
    ("[<0;10;5M", .click(row: 4, column: 9)), ("[<0;10;5m", .release(row: 4, column: 9)), ("[<32;11;5M", .drag(row: 4, column: 10)),
    ("[<64;1;1M", .wheel(up: true, row: 0, column: 0)),
  ])
  func `a key in the form of one terminal or another`(sequence: String, wanted: Key) {
    let read = key(sequence)
    #expect(read.key == wanted && read.left == 0)
  }

  @Test(arguments: ["[I", "[O", "[?1;2c", "[12;40R", "[>0;276;0c", "[200;3~", "[25~", "[M !!", "[<0;10M", "Ox", "[?2026;2$y"])
  func `what is no key is read to its end and does nothing`(sequence: String) {
    let read = key(sequence)
    #expect(read.key == nil && read.left == 0)
  }
}
