import ContractModel
import Foundation
import TestSupport
import Testing

/// Twice the input costs at most 2.3 times the work, for every operation and on the shapes of text that have been quadratic.
///
/// The work is processor time of this thread, the least of several rounds. What else the machine does adds to a round and takes nothing
/// from it, so rounds go on until the law is seen to hold, and up to a bound where it does not; only in release.
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
    ("duties without a stop", { "1. Pay. " + String(repeating: "the Party shall pay ", count: $0) }),
    ("a list of definitions", { count in (0..<count).map { "\"Term\($0)\" means the sum that is due.\n\n" }.joined() }),
    (
      "captions",
      { count in
        (1...count).map { number in
          let name = String(number).map { "ABCDEFGHIJ".map(String.init)[$0.wholeNumberValue ?? 0] }.joined()
          return "\(number). Load. It is ground.\n\nCARE OF LOAD \(name)\n\n\(number).1 As said in clause (b) above, it is dry.\n\n"
        }.joined()
      }
    ),
    (
      "references below a caption",
      { "1. A. (a) x; (b) y.\n\nCARE\n\n2.1 " + String(repeating: "As said in clause (b) above. ", count: $0) }
    ),
    (
      "slip sheets",
      { count in
        "1. A. B pays.\n\nBy: ______\n\n"
          + (0..<count).map { "EXHIBIT \($0 % 300)\n\nAPPENDIX \($0 % 7)\n\nSCHEDULE \($0) PRICES\n\n" }.joined()
      }
    ),
    (
      "titles without numbers",
      { count in
        (0..<count).map { "RULE OF \(String($0, radix: 36).uppercased())A. The corn is dry and it is kept so.\n\n" }.joined()
      }
    ),
    (
      "sets of rules",
      { count in (0..<count / 2).map { "ADDENDUM FOR UNIT\n\n1. Rule \($0) is said.\n\n2. It is kept.\n\n" }.joined() }
    ),
    ("blanks", { count in (0..<count).map { "The rent of unit \($0) is [amount] due June __, 2003. " }.joined() }),
  ]

  private static let operations: [(name: String, run: @Sendable (Agreement) -> Int)] = [
    ("parse", { Agreement(SourceText($0.text.bytes)).provisions.count }),
    ("check", { Checks.findings($0, least: .info).count }),
    ("limits", { TimeLimit.all(in: $0).count }),
    ("duties", { Duty.all(in: $0).count }),
    ("landmarks", { Landmarks($0).all.count }),
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
    let (small, large) = Self.least({ _ = operation.run(once) }, { _ = operation.run(twice) })
    #expect(Self.grows(small, large), "\(operation.name) of \(shape.name): \(small) s, then \(large) s")
  }

  /// Four times the input may cost six times the work here, where a square would cost sixteen: two whole agreements and what is between
  /// them outgrow a processor's cache on the way, and that alone has been a factor of one and a half.
  @Test("comparing grows with the text", arguments: shapes.indices)
  func comparing(_ which: Int) {
    /// A version, and one that lacks its last third and says something else there.
    func versions(_ count: Int) -> (old: Agreement, new: Agreement) {
      let text = "LEASE AGREEMENT\n\n" + Self.shapes[which].text(count)
      return (Fixtures.agreement(of: String(text.dropLast(text.count / 3)) + " and more"), Fixtures.agreement(of: text))
    }
    let (once, more) = (versions(3_000), versions(12_000))
    let (small, large) = Self.least(
      times: 6, { _ = ComparisonSummary(Comparison(once.old, once.new)) }, { _ = ComparisonSummary(Comparison(more.old, more.new)) }
    )
    #expect(Self.grows(small, large, times: 6), "\(Self.shapes[which].name): \(small) s, then \(large) s")
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
    let (small, large) = Self.least({ look(once) }, { look(twice) })
    #expect(Self.grows(small, large), "\(small) s, then \(large) s")
  }

  /// Whether the work of twice the input is within the law; what takes less than two milliseconds tells nothing.
  private static func grows(_ small: Double, _ large: Double, times: Double = 2.3) -> Bool { large < small * times + 0.002 }

  /// The least processor time of each of two bodies, run in turns: three rounds, and up to thirty while the law does not hold.
  private static func least(times: Double = 2.3, _ small: () -> Void, _ large: () -> Void) -> (Double, Double) {
    var least = (seconds(small), seconds(large))
    for round in 1..<30 where round < 3 || !grows(least.0, least.1, times: times) {
      least = (min(least.0, seconds(small)), min(least.1, seconds(large)))
    }
    return least
  }

  /// Processor time of this thread.
  private static func seconds(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    body()
    return now() - start
  }
}
