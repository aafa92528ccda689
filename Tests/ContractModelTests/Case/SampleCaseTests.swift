import ContractModel
import TestSupport
import Testing

/// What must hold on the three agreements, in our words and, where they are there, in their own.
@Suite struct SampleCaseTests {
  private func versions(_ sample: Agreement, _ name: String) -> [Agreement] {
    guard let shared = Fixtures.shared else { return [sample] }
    return [sample, Agreement(SourceText(Fixtures.file(shared.appendingPathComponent("seeds/\(name).txt"))))]
  }

  private func term(_ name: String, _ agreement: Agreement) -> DefinedTerm? {
    agreement.terms.first { $0.name.lowercased() == name.lowercased() }
  }

  @Test func `License Back has 63 provisions, two recitals and 24 terms from 31 definitions`() {
    for agreement in versions(Fixtures.licenseBack, "license-back-agreement") {
      let numbers = agreement.provisions.filter { $0.kind != .caption }.map(\.number)
      #expect(numbers.count == 65)
      #expect(numbers.filter { $0.hasPrefix("Recital") } == ["Recital A", "Recital B"])
      #expect(Set(["3.2.1", "5.1.1", "7.1.1", "7.2.2", "8.12"]).isSubset(of: numbers))
      #expect(agreement.terms.count == 24)
      #expect(agreement.terms.reduce(0) { $0 + $1.definitions.count } == 31)
      #expect(term("control", agreement) != nil)
      #expect(term("punitive", agreement) == nil)
      #expect(agreement.date?.iso == "2000-11-03")
      #expect(agreement.parties.count == 4)
    }
  }

  @Test(arguments: [
    ("Action", "8.9"), ("Confidential Information", "4.1"), ("Indemnified Party", "7.3"), ("Indemnifying Party", "7.3"),
    ("Licensors Indemnified Parties", "7.1"), ("Telcordia Indemnified Party", "7.2"), ("Term", "3.1"),
  ])
  func `seven terms by reference have both their places`(_ name: String, _ target: String) throws {
    for agreement in versions(Fixtures.licenseBack, "license-back-agreement") {
      let found = try #require(self.term(name, agreement))
      #expect(found.definitions.map(\.kind).contains(.reference))
      #expect(found.definitions.first { $0.kind == .reference }?.target == target)
      #expect(found.definitions.contains { $0.kind != .reference && agreement.provisions[$0.provision!].number == target })
    }
  }

  @Test func `plurals are uses of their singular`() {
    for agreement in versions(Fixtures.licenseBack, "license-back-agreement") {
      for (name, plural) in [("Licensed Property", "Licensed Properties"), ("Permitted Technology", "Permitted Technologies")] {
        #expect(term(name, agreement)?.uses.contains { agreement.words($0) == plural } == true)
      }
    }
  }

  @Test func `8.10 is one reference to ten provisions and Schedule 1.1 is not there`() {
    for agreement in versions(Fixtures.licenseBack, "license-back-agreement") {
      let survival = agreement.references.first { agreement.provisions[$0.provision!].number == "8.10" }
      #expect(survival?.targets == ["1", "2.2", "2.3", "3.4", "3.5", "4", "5", "6", "7", "8"])
      let schedule = agreement.references.first { $0.status == .attachment }
      #expect(schedule?.targets == ["Schedule 1.1"])
      #expect(schedule?.attached == false)
    }
  }

  @Test func `page breaks do not break paragraphs`() {
    for agreement in versions(Fixtures.licenseBack, "license-back-agreement") {
      for number in ["3.3", "4.3", "7.3"] {
        let id = agreement.provisions.firstIndex { $0.number == number }!
        #expect(!agreement.readingWords(agreement.provisions[id].range).contains("\n"), "\(number)")
      }
    }
  }

  @Test func `the technology contract has 88 numbered provisions, 13 articles, and lettered items below them`() {
    for agreement in versions(Fixtures.technology, "contract-for-technology-investment") {
      let provisions = agreement.provisions.filter { $0.kind == .provision }
      #expect(provisions.filter { !$0.number.contains("(") }.count == 88)
      #expect(provisions.filter { $0.depth == 0 }.map(\.number) == (1...13).map(String.init))
      #expect(provisions.map(\.number).filter { $0.hasPrefix("7.3(") } == ["7.3(a)", "7.3(b)", "7.3(c)", "7.3(d)", "7.3(e)"])
      #expect(provisions.map(\.number).filter { $0.hasPrefix("3.2(") }.count == 6)
      #expect(!agreement.provisions.contains { $0.kind == .attachment })
      #expect(agreement.parties.map(\.role) == ["Valence", "Fengfan", "Licensee"])
    }
  }

  @Test func `its terms and references resolve`() {
    for agreement in versions(Fixtures.technology, "contract-for-technology-investment") {
      let names = Set(agreement.terms.map(\.name))
      #expect(
        names.isSuperset(of: [
          "Powder(LVP)", "Bellcore(P1a) Cells", "Battery(ies)", "Valence's Technology Investment", "Technology Information",
          "breaching Party",
        ]))
      #expect((32...34).contains(names.count))
      #expect(!names.contains("confidential"))
      #expect(term("PRC", agreement)?.definitions.count == 3)
      let targets = Set(agreement.references.map(\.targets))
      #expect(targets.isSuperset(of: [["5.6", "9"], ["2", "8"], ["10", "11.4", "11.5", "11.6", "13"]]))
      #expect(agreement.references.allSatisfy { $0.status != .missing })
      #expect(agreement.references.filter { $0.status == .external }.count == 2)
      let exhibits = Set(agreement.references.filter { $0.status == .attachment && !$0.attached }.flatMap(\.targets))
      #expect(exhibits == ["Exhibit A", "Exhibit B", "Exhibit C", "Exhibit D", "Exhibit E"])
    }
  }

  @Test func `the letter has six provisions, five terms and a date`() {
    for agreement in versions(Fixtures.letter, "ridgeway-letter-agreement") {
      #expect(agreement.provisions.map(\.number) == ["1", "2", "3", "4", "5", "6"])
      #expect(agreement.terms.count == 5)
      #expect(agreement.date?.iso == "1999-11-29")
      #expect(agreement.parties.map(\.role) == ["Purchaser", "Company"])
    }
  }

  @Test(.heavy) func `checks find what is wrong in these agreements and not what is right`() {
    func found(_ agreement: Agreement, _ code: String) -> [String] {
      Checks.findings(agreement).filter { $0.code == code && $0.severity > .info }.map(\.subject)
    }
    for license in versions(Fixtures.licenseBack, "license-back-agreement") {
      #expect(found(license, "doubled-punctuation") == [".."])
      #expect(found(license, "missing-attachment") == ["Schedule 1.1"])
      #expect(found(license, "undefined-term") == ["Effective Date"])
      #expect(found(license, "placeholder") == ["[Delaware]"])
      #expect(found(license, "duplicate-term").isEmpty)
      #expect(found(license, "missing-reference").isEmpty)
      #expect(found(license, "party-name") == ["VALENCE TECHNOLOGIES, INC.", "VALENCE CAYMAN ISLANDS LIMITED"])
      #expect(Checks.findings(license).filter { $0.code == "lone-item" }.map(\.subject) == ["3.2.1"])
    }
    for technology in versions(Fixtures.technology, "contract-for-technology-investment") {
      #expect(found(technology, "undefined-term") == ["Additional Expenses", "Valence Improvements"])
      #expect(found(technology, "duplicate-term") == ["PRC"])
      #expect(found(technology, "party-name") == ["Cheng Mengli"])
      // Five at once are one finding.
      #expect(found(technology, "missing-attachment") == ["Exhibit A"])
      #expect(found(technology, "placeholder") == ["__"])
      #expect(found(technology, "missing-reference").isEmpty)
    }
  }
}
