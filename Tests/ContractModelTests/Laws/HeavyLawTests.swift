import ContractModel
import Foundation
import TestSupport
import Testing

/// The laws on thousands of texts; only in release, where they take seconds.
@Suite(.heavy) struct HeavyLawTests {
  @Test func `ten thousand mutations keep the laws`() {
    let texts = Fixtures.texts.filter { $0.bytes.count < 80_000 }
    var random = Seeded(2611)
    var failures: [String] = []
    for round in 0..<10_000 {
      let text = texts[round % texts.count]
      var bytes = text.bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes = Mutation.allCases.randomElement(using: &random)!.apply(to: bytes, using: &random)
      }
      if let law = Laws.broken(by: Agreement(SourceText(bytes))) { failures.append("\(text.name), round \(round): \(law)") }
    }
    #expect(failures.isEmpty, "\(failures.prefix(5))")
  }

  @Test func `every prefix of thirty texts keeps the laws, a kilobyte at a time`() {
    var failures: [String] = []
    for text in Fixtures.texts.filter({ $0.bytes.count < 250_000 }).prefix(30) {
      for length in stride(from: 0, through: text.bytes.count, by: 1_024) {
        if let law = Laws.broken(by: Agreement(SourceText(Array(text.bytes.prefix(length))))) {
          failures.append("\(text.name) to \(length): \(law)")
        }
      }
    }
    #expect(failures.isEmpty, "\(failures.prefix(5))")
  }

  @Test func `every agreement of the corpus keeps the laws`() {
    guard let shared = Fixtures.shared else { return }
    var failures: [String] = []
    for folder in ["corpus/edgar-text", "corpus/cuad-text"] {
      let url = shared.appendingPathComponent(folder)
      for name in ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted() {
        let bytes = Fixtures.file(url.appendingPathComponent(name))
        if let law = Laws.broken(by: Agreement(SourceText(bytes))) { failures.append("\(name): \(law)") }
      }
    }
    #expect(failures.isEmpty, "\(failures.prefix(5))")
  }

  /// A text that is made to be slow takes hours where some step asks the whole text about each of its lines.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "See Section #.# of this Agreement.", "amended to read as follows: [blank] [_____]", "as set out in Exhibit A-# hereto.",
      "the Zorro Term# shall pay.", "\"Zorro#\" means a thing, and the Zorro# is good.", "(((((((((((((((([[[[[[[[[[{{{{{{{{{{",
      "\"\"\" it \"is amended to read as follows: \"", "thirty-one (#) days", "#.# Heading. Text of ( #.#(a).",
      "Schedule # and Annex #",
    ])
  func `twenty thousand lines of one kind are parsed and checked to the end`(line: String) {
    let lines = (1...20_000).map { line.replacing("#", with: "\($0)") }
    let agreement = Agreement(
      SourceText(Array(("LEASE AGREEMENT\n\n1. Lease. The parties agree.\n\n" + lines.joined(separator: "\n")).utf8)))
    let findings = Checks.findings(agreement, least: .info)
    #expect(findings.allSatisfy { $0.range.upperBound <= agreement.text.bytes.count })
  }

  /// Rules look so and so many bytes ahead: what they look at may end, or be parted, at any of them.
  @Test(arguments: [
    "1. %: Next Words. The rest.", "1. % - Next Words. The rest.", "1. Made by and between %, , Elm Ltd., and Fir Inc.",
    "This Agreement is made by %, a company of Ohio (\"Oak\"), and Elm.", "1. \"%\" means a tree (the \"%\").",
    "1. Base % (as defined in the % Agreement) as in Section 1 of the % Act, or % as % may %.",
    "1. Law. Governed by the laws, %, of the State of % and no other.", "1. Law. The laws of % shall govern.",
    "EXHIBIT A %", "1. % as follows: 1.1 Sale. (a) %; or (b) %; and (c) %.", "Dear %:\n\nThis letter of % is made to % by %.",
    "Oak RECITALS: A. % NOW, THEREFORE, the two agree. 1. %", "Grain: %\n\nMill: %\n\nSack: the %", "% 2003 % May 1, 2003, %",
    "1. Pay % within thirty (30) days of %, unless %. 1.1 The % shall % by %.",
  ])
  func `what is looked at ahead may stop at any byte`(form: String) {
    var failures: [String] = []
    for filling in ["Oak ", "oak, "] {
      for length in 0...340 {
        let text = form.replacing("%", with: String(repeating: filling, count: 90).prefix(length)) + "\n\n2. End. It ends.\n"
        if let law = Laws.broken(by: Agreement(SourceText(Array(text.utf8)))) { failures.append("\(length) of \(filling): \(law)") }
      }
    }
    #expect(failures.isEmpty, "\(failures.prefix(5))")
  }
}
