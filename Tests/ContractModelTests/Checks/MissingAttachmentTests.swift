import Testing

@Suite struct MissingAttachmentTests {
  @Test func `an exhibit that is not attached is found once`() {
    expect(
      "missing-attachment", "1. Sale. As in 1️⃣Exhibit B.\n\n2. Price. As in Exhibit B and Section 1.\n", at: ["1️⃣"], .warning,
      messages: ["Exhibit B is named here and is not in the file."])
  }

  @Test func `what is attached, part of it, and a size of pipe are not missing`() {
    expectNone(
      "missing-attachment",
      ["the goods", "schedule 40 pipe", "Attachment 2 of Exhibit A"].map {
        "1. Sale. As in Exhibit A with \($0) and so on.\n\nEXHIBIT A\n\nGoods.\n"
      })
  }

  @Test func `a list that lacks several is one finding, which names each`() {
    expect(
      "missing-attachment", "1. Sale. As in 1️⃣Annexes A through C.\n\n2. Price. As in 2️⃣Exhibits D, F and H.\n", at: ["1️⃣", "2️⃣"],
      .warning,
      messages: [
        "Annex A, Annex B and Annex C are named here and are not in the file.",
        "Exhibit D, Exhibit F and Exhibit H are named here and are not in the file.",
      ])
  }

  @Test func `an attachment is seen behind a stray mark, a dash, and below its title`() {
    expectNone(
      "missing-attachment",
      [".EXHIBIT A", "EXHIBIT - A", "LIST OF GOODS EXHIBIT A", "?    EXHIBIT A"].map {
        "1. Sale. As in Exhibit A.\n\n2. Price. Ten.\n\n                    \($0)\n\nGoods are boards.\n"
      })
  }

  @Test func `of several attachments those that are not there are named`() {
    expect(
      "missing-attachment", "1. Papers. 1️⃣Exhibits A and B are part of this deed.\n\n2. Law. Ohio.\n\nEXHIBIT A\n\nThe boats.\n",
      at: ["1️⃣"],
      .warning, messages: ["Exhibit B is named here and is not in the file."])
  }

  @Test func `a paper filed without its schedules is told of once`() {
    let names = ["A", "B", "C", "D", "E", "F"]
    let text = names.enumerated().map { "\($0 + 1). Paper. As in Exhibit \($1) the mill grinds.\n\n" }.joined() + "7. Law. Ohio.\n"
    let found = findings("missing-attachment", text)
    #expect(found.count == 1 && found[0].notes.count == 5, "\(found)")
    #expect(found[0].message == "Exhibit A to Exhibit F are named here and are not in the file.")
  }

  @Test func `many that follow one another are told by the first and the last`() {
    let text = "1. Papers. As in Annexes 12, 9, 10 and 11, 3 and 4.\n\n2. Law. Ohio.\n"
    #expect(
      findings("missing-attachment", text).map(\.message) == [
        "Annex 3, Annex 4 and Annex 9 to Annex 12 are named here and are not in the file."
      ])
  }

  @Test func `a rider or an enclosure that is not attached may be a paper of its own`() {
    expectNone("missing-attachment", ["1. Cover. As Rider 2 and Enclosure 3 and Addendum 4 say.\n\n2. Law. Ohio.\n"])
  }
}
