import ContractModel
import TestSupport
import Testing

/// Terms that stand as labels before their meaning.
@Suite struct LabelledDefinitionTests {
  private func terms(_ text: String) -> [String] { Fixtures.agreement(of: text).terms.map(\.name) }

  @Test func `labels are terms below the words that announce them`() {
    let text = """
      1.1 Defined Terms. The following terms shall have the meanings set out after each:

      Grain: the wheat and the rye that the farm brings in.

      Mill: the mill at the ford, with its wheel and its sluice.

      Sack: a bag that holds a hundred pounds of either.
      """
    #expect(terms(text) == ["Grain", "Mill", "Sack"])
  }

  @Test func `numbered labels with a dash are terms`() {
    let text = """
      1. DEFINITIONS

      1.1 Grain - the wheat and the rye that the farm brings in.

      1.2 Mill - the mill at the ford, with its wheel and its sluice.

      1.3 Sack Count - the number of bags that leave the mill in a week.

      2. GRINDING

      2.1 Duty - The miller grinds whatever is brought to him.
      """
    #expect(terms(text) == ["Grain", "Mill", "Sack Count"])
  }

  @Test func `a caption before its term, quoted labels with a stop, and rarer verbs define`() {
    let list = """
      1. Definitions

      1.1 GRAIN refers to the wheat that the farm brings in.

      1.2 OPEN HOURS. Open Hours means the hours from eight to six.

      1.3 MILL (called "Our House" below) refers to the mill at the ford.

      1.4 Sack Count shall mean the number of bags in a week.
      """
    #expect(terms(list) == ["GRAIN", "Open Hours", "MILL", "Our House", "Sack Count"])
    let quoted = """
      1. Definitions

      1.1 "Advance." A sum that the baker pays under clause 4.

      1.2 "Toll." A share of the flour that the miller keeps.

      2. Work

      2.1 The miller grinds whatever is brought to him.
      """
    #expect(terms(quoted) == ["Advance", "Toll"])
    #expect(terms("2. Staff Posts shall be defined as posts that need a licence.\n") == ["Staff Posts"])
    #expect(terms("2. The sacks listed below are \"Returned Sacks.\"\n") == ["Returned Sacks"])
    #expect(terms("2. We call what you bring us \"Public Grain\".\n") == ["Public Grain"])
    #expect(terms("2. Please refer to the list. Debt and means little.\n") == [])
  }

  @Test func `six labels in the order of the alphabet are terms, announced or not`() {
    let labels = ["Axle", "Beam", "Cog", "Dam", "Edge Stone", "Flume"]
    let text = labels.map { "\($0): the \($0.lowercased()) of the mill at the ford, as it stands." }.joined(separator: "\n\n")
    #expect(terms(text) == labels)
  }

  @Test func `labels of addresses, of headings and of attachments are no terms`() {
    let text = """
      2.1 Notices: Each side writes to the other at the place below.

      2.2 Costs: Each side bears what it has spent.

      2.3 Assignment: Neither side may assign what it has here.

      Attention: the keeper of the mill at the ford

      Telephone: the number that the keeper has given to all

      Exhibit A: the list of the cogs of the mill at the ford
      """
    #expect(terms(text) == [])
  }

  @Test(arguments: [
    ("\"Drought\" exists at any date if the river is dry.", "Drought"),
    ("\"Sluices\" are the gates above the wheel.", "Sluices"),
    ("\u{2018}\u{2018}Toll\u{2019}\u{2019} means a tenth of the flour.", "Toll"),
    ("\"Toll\" by any farmer means the tenth that he leaves.", "Toll"),
    ("\"Toll Day\" applicable to any farm means the day it pays.", "Toll Day"),
    ("Each of the following shall constitute a \"Flood\": rain for a week.", "Flood"),
    ("What is left over shall be the \"Reserve\" of the mill.", "Reserve"),
  ])
  func `verbs that define`(sentence: String, term: String) {
    #expect(terms("1. Terms. \(sentence)") == [term])
  }

  @Test(arguments: [
    "1. Changes. Paragraphs \"E\" and \"F\" are hereby added to the deed.",
    "1. Usage. References to \"Articles\" and \"Sections\" are references to those of this deed.",
    "1. Lists. The deed has its Exhibits [\"A\"] and [\"B\"], and a list (the \"Schedule 2.07\").",
    "1. Status. The miller is no \"utility\" by virtue of his wheel within the meaning of the River Act.",
  ])
  func `words that are spoken of are not defined`(text: String) {
    #expect(terms(text) == [])
  }

  @Test func `of a singular and a plural that are both defined each has its own uses`() {
    let agreement = Fixtures.agreement(
      of: """
        1. Terms. "Farm" means the home farm. "Farms" means it and its neighbours.

        2. Use. The Farms share the mill. The Farm mends it. The Farms pay.
        """)
    let uses = Dictionary(uniqueKeysWithValues: agreement.terms.map { ($0.name, $0.uses.count) })
    #expect(uses == ["Farm": 1, "Farms": 2])
  }

  @Test func `a term is made by what it equals, includes, when it occurs, and by what each is`() {
    func term(_ sentence: String) -> [String] { terms("1. WORDS\n\n1.1 Meanings. \(sentence)\n\n2. END\n\n2.1 The end.\n") }
    #expect(term("\"Fee\" shall equal ten dollars.") == ["Fee"])
    #expect(term("\"Secrets\" includes, without limitation, all plans.") == ["Secrets"])
    #expect(term("A \"Flood\" of the mill shall be deemed to have occurred if the ford rises.") == ["Flood"])
    #expect(term("\"Breach,\" wherever used herein, means a failure.") == ["Breach"])
    #expect(term("Oak and Elm are each a \"Miller\" and together constitute the \"Millers\".") == ["Miller", "Millers"])
    #expect(term("Whoever buys sacks (such persons, \"Buyers\") pays.") == ["Buyers"])
    // A condition says nothing of what it means.
    #expect(term("He pays if a \"Flood\" shall occur.").isEmpty)
  }

  @Test func `quoted words that a statute defines are its terms`() {
    let text = "1. PAY\n\n1.1 Cap. No \"parachute payment\" (as defined in Section 280G(b)(2) of the Code) is made.\n"
    let term = Fixtures.agreement(of: text).terms
    #expect(term.map(\.name) == ["parachute payment"])
    #expect(term.first?.definitions.map(\.kind) == [.external])
  }

  @Test(arguments: [
    "\"Season\" = the months from April to October.\n\n\"Toll\" = a tenth of the flour.",
    "Season = the months from April to October.\n\nToll = a tenth of the flour.",
  ])
  func `a term may equal its meaning`(list: String) {
    #expect(
      terms("1. DEFINITIONS\n\n\(list)\n\n2. WORK\n\n2.1 The mill works in the Season for the Toll.\n") == ["Season", "Toll"])
  }

  @Test func `figures that something equals are no meaning`() {
    #expect(
      terms("1. UNITS. In this agreement:\n\na. Small Sack = 1 Unit\n\nb. Large Sack = 3 Units\n\n2. WORK. It works.\n").isEmpty)
  }

  @Test func `"see clause 2" points to where a term is made`() throws {
    let agreement = Fixtures.agreement(
      of: "1. DEFINITIONS\n\n\"Prize\": see clause 2.1.\n\n2. WORK\n\n2.1 Who wins has a sack (the \"Prize\").\n")
    let term = try #require(agreement.terms.first)
    #expect(term.definitions.map(\.kind) == [.reference, .inline])
  }

  @Test func `below "shall have the following definitions" a numbered title is the term`() {
    let text =
      "1. WORDS. Capitalized words shall have the following definitions:\n\n1.1 Secret Data. Any data that is not public.\n\n1.2 Field. The trade in flour.\n\n2. WORK. It is done.\n"
    #expect(terms(text) == ["Secret Data", "Field"])
  }

  @Test func `a title one level above the numbered meanings is no term`() {
    let text =
      "1.1 Words. These words have the meanings set forth below:\n\n1.1.1 Flour. What the mill grinds.\n\n1.1.2 Sack. Fifty kilos of it.\n\n1.2 Headings, Gender. Each word has its usual sense.\n"
    #expect(terms(text) == ["Flour", "Sack"])
  }

  @Test func `titles of clauses beside definitions are no terms, and keep none from being one`() {
    let text =
      "1. WORDS\n\n1.1 Definitions. In this deed:\n\nDebt: all that the mill owes to anyone.\n\nFarm: the farm by the river and its barns.\n\n1.2 Headings. They mean nothing here.\n\n1.3 Gender. Each means both.\n"
    #expect(terms(text) == ["Debt", "Farm"])
  }
}
