import AgreementReaders
import ContractModel
import Testing

/// Markdown is read as it is rendered.
@Suite struct MarkdownReaderTests {
  private func source(_ text: String) throws -> SourceText {
    try #require(try AgreementReader.read(Array(text.utf8), name: "a.md").documents.first?.text)
  }

  private func lines(_ text: String) throws -> [String] {
    let source = try source(text)
    return source.string(0..<source.bytes.count).split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
  }

  @Test func `lists are numbered by their order, and below each other`() throws {
    #expect(
      try lines("1. Hire.\n1. Pay.\n    1. Ten.\n    1. Five.\n1. End.\n") == [
        "1. Hire.", "2. Pay.", "2.1. Ten.", "2.2. Five.", "3. End.",
      ])
  }

  @Test func `each row of a table stands for itself, whatever it begins with`() throws {
    let table = "| word | meaning |\n|---|---|\n| lease | a right to use land |\n| rent | what is paid for it |\n"
    let agreement = Agreement(try source("# Terms\n\n1. Words. They are below.\n\n" + table))
    #expect(agreement.blocks.count == 5)
    #expect(agreement.blocks.allSatisfy { !$0.continues })
  }

  @Test func `entities, comments, struck words, tables and anchors come out as rendered`() throws {
    let text = """
      ---
      title: Hire Terms
      tags: [a, b]
      ---

      Hire Terms {#top}
      =========

      ## 1. Hire {#hire}

      Oak &amp; Elm hire ~~a hoist~~ a crane, &sect; 2. <!-- ask for more -->

      | Crane | Day |
      |-------|-----|
      | Tall  | $9  |

      > SCHEDULE 1
      """
    let read = try lines(text)
    #expect(read == ["Hire Terms", "1. Hire", "Oak & Elm hire a crane, § 2.", "Crane Day", "Tall $9", "SCHEDULE 1"])
    #expect(try source(text).leftOut.map(\.kind) == [.metadata, .deleted])
  }

  @Test func `places are near those of the file, lines and columns are the file's`() throws {
    let text = "---\ntitle: x\n---\n\n# **Terms**\n\n1. The *hirer* pays as Section **2** says.\n\n2. End.\n"
    let agreement = Agreement(try source(text))
    let reference = try #require(agreement.references.first)
    let place = agreement.text.position(of: reference.range.lowerBound)
    #expect(place == (7, 24))
    let offset = Array(text.utf8).count - Array("Section **2** says.\n\n2. End.\n".utf8).count
    #expect(abs(reference.range.lowerBound - offset) < 12)
  }

  @Test func `an item of a list that is counted anew stands on its own line`() throws {
    let text = """
      1. <span class="h" id="1">Hire</span>

          1. <span class="h" id="1.1">Boat.</span>  During the <span class="link">Season</span> the <span class="link">Hirer</span> may (a) row it; and (b) sail it.
          1. <span class="h" id="1.2">Oars.</span>  The <span class="link">Owner</span> lends two oars.
          1. <span class="h" id="1.3">Rope.</span>  The <span class="link">Hirer</span> brings its own.
      """
    let agreement = Agreement(try source(text))
    let lines = ["1.1", "1.2", "1.3"].map { number in
      agreement.provision(numbered: number).map { agreement.text.position(of: agreement.provisions[$0].range.lowerBound).line }
    }
    #expect(lines == [3, 4, 5])
  }

  @Test func `lines within a paragraph stay lines, as drafters mean them`() throws {
    #expect(
      Agreement(try source("1\\. Hire. The hirer shall:\n(a) pay; and\n(b) keep the crane.\n")).provisions.map(\.number) == [
        "1", "1(a)", "1(b)",
      ])
  }

  @Test func `attributes on a line of their own are no words`() throws {
    #expect(try lines("# Dock\n\n## 2. Law\n{: #law}\n\nOhio.\n") == ["Dock", "2. Law", "Ohio."])
  }

  @Test func `data in TOML and attributes of headings are no words`() throws {
    let text =
      "+++\ntitle = \"Dock\"\n+++\nDock Terms {#top}\n===\n\n## 1. Stay {-}\n\nThe boat stays.\n\n## 2. Law {#law}{: .x}\n\nOhio.\n"
    #expect(try lines(text) == ["Dock Terms", "1. Stay", "The boat stays.", "2. Law", "Ohio."])
  }
}
