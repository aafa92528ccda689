import ContractBrowser
import ContractModel
import Foundation
import TestSupport
import Testing

@Suite struct KeyStormTests {
  /// A definition that stands behind the items of its section, two agreements, an attachment, a table: what keys have stumbled over.
  private static let odd = """
    LOAN AGREEMENT

    1. Definitions. In this Agreement:

    (a) "Bank" means the lender; and

    (b) "Loan" means ten dollars.

    "Cover" means the ratio of Debt to Loan under Section 2(b). "Debt" means what the Bank is owed.

    2. Payment. The Loan is due:

    (a) in May; and

    (b) in June, with the Cover of Section 1 and Exhibit A.

    Item        Sum        Day
    Loan        $10        May 1

    EXHIBIT A

    1. Form. The Bank signs.
    """

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `any keys in any order break no law`(seed: UInt64) throws {
    var storm = KeyStorm(seed: seed)
    try storm.run(Fixtures.sampleCase, keys: 400)
    let small = Case(
      title: "",
      members: [
        Case.Member(path: "loan.txt", agreement: Fixtures.agreement(of: Self.odd)),
        Case.Member(path: "empty.txt", agreement: Fixtures.agreement(of: "x")),
      ])
    try storm.run(small, keys: 1_500)
  }

  /// Run by `.ci/fuzz browser KEYS FOLDER`: the longest agreements of a folder.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["HEREOF_STORM_FOLDER"] != nil))
  func `a storm of keys over real agreements`() throws {
    let environment = ProcessInfo.processInfo.environment
    let folder = URL(fileURLWithPath: environment["HEREOF_STORM_FOLDER"] ?? "")
    let total = environment["HEREOF_STORM_KEYS"].flatMap { Int($0) } ?? 1_000_000
    let size = { (file: URL) in (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0 }
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.fileSizeKey])
      .filter { $0.pathExtension == "txt" }.sorted { size($0) > size($1) }.prefix(40)
    for (index, file) in files.enumerated() {
      let agreement = Agreement(SourceText(Fixtures.file(file)))
      let value = Case(title: "", members: [Case.Member(path: file.lastPathComponent, agreement: agreement)])
      var storm = KeyStorm(seed: UInt64(index + 1))
      var left = total / files.count
      while left > 0 {
        let keys = min(left, 2_000)
        do { try storm.run(value, keys: keys) } catch { Issue.record("\(file.lastPathComponent): \(error.words)") }
        left -= keys
      }
    }
  }
}
