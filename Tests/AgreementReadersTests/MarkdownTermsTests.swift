import AgreementReaders
import ContractModel
import Testing

/// Parties and terms by the form that Markdown gives them: tables, bold words with a full stop.
@Suite struct MarkdownTermsTests {
  private func agreement(_ text: String) throws -> Agreement {
    Agreement(try #require(try AgreementReader.read(Array(text.utf8), name: "a.md").documents.first?.text))
  }

  @Test(arguments: [
    // A row for each, called by any one word beside a company.
    "| Party | Name | Address |\n|---|---|---|\n| Miller | Oak Mills Limited | Hull |\n| Baker | Elm Stores Limited | York |\n",
    // Roles over names.
    "| Miller | Baker |\n|---|---|\n| Oak Mills Limited | Elm Stores Limited |\n| 5 Quay Street | 8 Pier Road |\n",
    // Labels beside names.
    "| Miller: | Oak Mills Limited |\n|---|---|\n| Baker: | Elm Stores Limited |\n",
  ])
  func `a table of parties gives names and roles`(table: String) throws {
    let text = "# Mill Contract\n\n\(table)\n## 1. Work\n\nThe Miller grinds for the Baker.\n\n## 2. Pay\n\nThe Baker pays.\n"
    #expect(
      try agreement(text).parties.map { "\($0.name) as \($0.role ?? "nobody")" } == [
        "Oak Mills Limited as Miller", "Elm Stores Limited as Baker",
      ])
  }

  @Test func `bold words with a full stop, in the order of the alphabet below "Definitions", are terms`() throws {
    let terms =
      "**Season.** The months from April to October.\n\n**Toll.** A tenth of the flour.\n\n**Wheel.** The wheel of the mill.\n"
    let text = "# Mill Contract\n\n## 1. Definitions\n\n\(terms)\n## 2. Work\n\nThe Wheel turns each Season for the Toll.\n"
    #expect(try agreement(text).terms.map(\.name) == ["Season", "Toll", "Wheel"])
  }

  @Test func `captions are none, whatever they stand below`() throws {
    let captions =
      "**Interpretation.** Words mean what they say.\n\n**Headings.** These mean nothing.\n\n**Notices.** They are sent.\n"
    let text = "# Mill Contract\n\n## 1. Definitions and Interpretation\n\n\(captions)\n## 2. Work\n\nThe wheel turns.\n"
    #expect(try agreement(text).terms.isEmpty)
  }
}
