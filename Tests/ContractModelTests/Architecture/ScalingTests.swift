import ContractModel
import Foundation
import TestSupport
import Testing

/// Twice the input costs at most 2.3 times the work, for every operation and on the shapes of text that have been quadratic.
///
/// The work is processor time of this thread, the best of several rounds, so that a busy machine does not count; only in release.
@Suite(.heavy, .serialized) struct ScalingTests {
  private static let shapes: [(name: String, text: @Sendable (Int) -> String)] = [
    (
      "clause (b) above",
      { "1. First. (a) one; (b) two.\n\n2. Second. " + String(repeating: "As said in clause (b) above. ", count: $0) }
    ),
    ("Section N below", { count in (1...count).map { "\($0). Head. As said in Section \($0 + 1) below.\n\n" }.joined() }),
    ("missing items", { count in "1. First. " + (0..<count).map { "As in Section 7(\($0 % 9))(\($0)). " }.joined() }),
    (
      "pointers", { count in (0..<count).map { "\"Term\($0)\" has the meaning set forth in Section \($0 % 50 + 2).\n\n" }.joined() }
    ),
    ("capitalised words", { count in (0..<count).map { "pay on the Zorro\($0) Date when due. " }.joined(separator: "\n\n") }),
    (
      "ordinary provisions",
      { count in
        (1...count).map { "\($0). Fees. The Seller shall pay \"Fee\($0)\" within thirty (30) days after notice.\n\n" }.joined()
      }
    ),
    ("blanks", { count in (0..<count).map { "The rent of unit \($0) is [amount] due June __, 2003. " }.joined() }),
  ]

  private static let operations: [(name: String, run: @Sendable (Agreement) -> Int)] = [
    ("parse", { Agreement(SourceText($0.text.bytes)).provisions.count }),
    ("check", { Checks.findings($0, least: .info).count }),
    ("limits", { TimeLimit.all(in: $0).count }),
    ("duties", { Duty.all(in: $0).count }),
    ("search", { search($0) }),
  ]

  private static func search(_ agreement: Agreement) -> Int {
    guard let matcher = TextMatcher.literal("fee") else { return 0 }
    return agreement.places(of: matcher).count
  }

  private static let combinations: [(shape: Int, operation: Int)] = shapes.indices.flatMap { shape in
    operations.indices.map { (shape, $0) }
  }

  @Test("work grows with the text", arguments: combinations)
  func linear(_ which: (shape: Int, operation: Int)) {
    let shape = Self.shapes[which.shape]
    let operation = Self.operations[which.operation]
    let head = "LEASE AGREEMENT\n\n"
    let once = Fixtures.agreement(of: head + shape.text(6_000))
    let twice = Fixtures.agreement(of: head + shape.text(12_000))
    let (small, large) = (Self.seconds { _ = operation.run(once) }, Self.seconds { _ = operation.run(twice) })
    // What takes less than two milliseconds tells nothing.
    #expect(large < 0.002 || large < small * 2.3 + 0.002, "\(operation.name) of \(shape.name): \(small) s, then \(large) s")
  }

  @Test("a case grows with its agreements")
  func cases() {
    func deal(_ count: Int) -> Case {
      Case(
        title: "",
        members: (0..<count).map { number in
          let text =
            "CREDIT AGREEMENT NUMBER \(number)\n\n1. Terms. \"Loan\" means loan \(number) of the Supply Agreement number \(number + 1).\n\n2. Pay. As Section 2 of the Credit Agreement Number \(number) says.\n"
          return Case.Member(path: "\(number).txt", agreement: Fixtures.agreement(of: text))
        })
    }
    func look(_ value: Case) {
      let links = value.links
      for member in value.members.indices { _ = Checks.findings(in: value, links, member: member, least: .info) }
    }
    let (once, twice) = (deal(400), deal(800))
    let (small, large) = (Self.seconds { look(once) }, Self.seconds { look(twice) })
    #expect(large < small * 2.3 + 0.002, "\(small) s, then \(large) s")
  }

  /// Processor time of this thread, the best of five rounds.
  private static func seconds(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    return (0..<5).map { _ in
      let start = now()
      body()
      return now() - start
    }.min() ?? 0
  }
}
