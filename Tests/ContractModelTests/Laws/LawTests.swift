import ContractModel
import TestSupport
import Testing

/// What holds for every text there is.
@Suite struct LawTests {
  private static let texts = Fixtures.texts

  private func check(_ agreement: Agreement, _ name: String) {
    if let law = Laws.broken(by: agreement) { Issue.record("\(name): \(law)") }
  }

  @Test(.heavy) func `blocks tile the bytes, ranges lie on characters, children lie in their parents`() {
    for text in Self.texts { check(Agreement(SourceText(text.bytes)), text.name) }
  }

  @Test func `parsing twice gives equal agreements`() {
    for text in Self.texts.prefix(12) {
      #expect(Agreement(SourceText(text.bytes)) == Agreement(SourceText(text.bytes)), "\(text.name)")
    }
  }

  @Test(.heavy) func `any prefix of a text parses`() {
    for text in Self.texts.prefix(5) {
      for length in stride(from: 0, to: min(text.bytes.count, 60_000), by: 1_777) {
        check(Agreement(SourceText(Array(text.bytes.prefix(length)))), "\(text.name) to \(length)")
      }
    }
  }

  /// What rules look at behind a match: numbers and their joints, and the names, signers, duties and days of a deed.
  private static let openEnds = [
    """
    2. Rest. As in Section 1 - Sections 1 and 2, Sections 1(a)(i) through (iv), §§ 1-2 and Exhibit C, Section II F (the
    "Rule"); "Fee" means "Price" or Schedule 1.1 -- thirty (30) days, [●] June __, 2003, hundred hundred hundred hundred hundred hundred
    hundred hundred hundred hundred hundred billion billion (9999999999999999999) ARTICLE II. Section 1;(a)
    """,
    """
    This Mill Deed is made between Oak Ltd ("Oak"), the banks named here (the "Banks"), and Fir Ltd ("Fir").

    1. Sale. Neither Oak, nor Fir, shall sing: (i) here; or (ii) there, and pays within 10 days after the Start Day (if any) on which it opens.

    SUM OF 200 €

    2. More. See Subpart 2.1 of the Lease with Ash Corp. dated May 1, 2010, Exhibit D through F and $5 on April 15, 2019.

    IN WITNESS WHEREOF

    OAK LTD ("Oak")

    By: /s/ Ann O'Birch
    """,
  ]

  @Test(.heavy, arguments: openEnds)
  func `a text may end anywhere`(text: String) {
    let text = Array(text.utf8)
    for ending in [
      "", " ", "-", " -", " - ", " and", " and ", ", ", "; ", " to ", " (", "(", "\"", " of the ", ".", ",,", " the the", ", the",
      " Subpart",
      " with ", " dated ",
    ] {
      for length in 0...text.count {
        let agreement = Agreement(SourceText(Array(text.prefix(length)) + Array(ending.utf8)))
        check(agreement, "to \(length) with “\(ending)”")
        if ending.isEmpty {
          _ = Duty.all(in: agreement).count + TimeLimit.all(in: agreement).count + Checks.findings(agreement).count
        }
      }
    }
  }

  @Test(.heavy) func `flipped bytes and shuffled lines parse`() {
    var random = Seeded(7)
    for text in Self.texts.prefix(6) {
      for _ in 0..<12 {
        var bytes = Array(text.bytes.prefix(40_000))
        guard !bytes.isEmpty else { continue }
        for _ in 0..<60 { bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random) }
        check(Agreement(SourceText(bytes)), "\(text.name), flipped")
        let lines = text.bytes.prefix(40_000).split(separator: 10, omittingEmptySubsequences: false).shuffled(using: &random)
        check(Agreement(SourceText(Array(lines.joined(separator: [10])))), "\(text.name), shuffled")
      }
    }
  }

  @Test func `every word survives in order when furniture is taken out`() {
    for text in Self.texts.prefix(6) {
      let agreement = Agreement(SourceText(text.bytes))
      var furniture: [UInt8] = agreement.text.bytes
      for block in agreement.blocks where block.kind == .furniture { for i in block.range { furniture[i] = 0x20 } }
      let wanted = String(decoding: furniture, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      let read = agreement.readingWords(0..<agreement.text.bytes.count).split(whereSeparator: \.isWhitespace)
      #expect(read == wanted, "\(text.name)")
    }
  }

  @Test(.heavy) func `hostile bytes give an agreement`() {
    let texts: [[UInt8]] = [
      [], [0], [0xFF, 0xFE], Array(repeating: 0x28, count: 50_000), Array(repeating: 0x22, count: 50_000),
      Array("1.1.1.1.1.1.1.1.1.1".utf8),
      Array(repeating: Array("Section ".utf8), count: 20_000).flatMap { $0 },
      Array(repeating: Array("(a) ".utf8), count: 20_000).flatMap { $0 },
      Array("a\r\nb\rc\n1. x\r2. y\r".utf8), Array("99999999999999999999. x".utf8), Array("ARTICLE 99999999999".utf8),
      [0xE2, 0x80], [0xC2], Array("§".utf8), Array("\u{202E}1. x".utf8),
    ]
    for bytes in texts { check(Agreement(SourceText(bytes)), "\(bytes.prefix(12))") }
  }
}
