import ContractModel
import TestSupport
import Testing

/// Two versions of an agreement, provision by provision and word by word.
@Suite struct ComparisonTests {
  private static let base = """
    LOAN AGREEMENT

    This Loan Agreement is made as of May 1, 2004 between Oak Bank ("Bank") and Elm Ltd ("Borrower").

    1. Definitions. "Margin" means 2.5% a year. "Business Day" means a day on which banks are open.

    2. Loan. The Bank shall lend the Borrower $1,000,000 within 30 days after notice, as Section 4 says.

    3. Interest. The Borrower shall pay the Margin on the loan as Section 2 says, on each Business Day of the year.

    4. Notices. Notices go by post to the address that stands on the first page of this Agreement.

    5. Law. The law of Ohio governs this Agreement and all that follows from it, wherever a party may live.

    """

  private func compare(_ old: String, _ new: String, isStrict: Bool = false) -> Comparison {
    Comparison(Fixtures.agreement(of: old), Fixtures.agreement(of: new), isStrict: isStrict)
  }

  private func changed(_ comparison: Comparison) -> [Comparison.Row] { comparison.rows.filter { $0.kind != .same } }

  private func words(_ comparison: Comparison, _ kind: Comparison.Piece.Kind) -> [String] {
    comparison.rows.flatMap { row in
      row.pieces.filter { $0.kind == kind }.map {
        kind == .deleted ? comparison.old.readingWords($0.old) : comparison.new.readingWords($0.new)
      }
    }
  }

  @Test func `the same text is the same, whatever its lines, quotation marks and dashes`() {
    let other = Self.base.split(separator: " ", omittingEmptySubsequences: false).joined(separator: " ")
      .replacing("between Oak", with: "between\nOak").replacing("\"Bank\"", with: "“Bank”")
      .replacing("1. Definitions", with: "1. DEFINITIONS")
    #expect(compare(Self.base, other).isSame)
    #expect(!compare(Self.base, other, isStrict: true).isSame)
  }

  @Test func `a hyphen at a line's end and a dash of two hyphens are put aside and counted`() {
    let old = Self.base.replacing("wherever a party", with: "\u{2014} wherever a non-banking party")
    let new = old.replacing("governs", with: "gov-\nerns").replacing("\u{2014}", with: "--")
      .replacing("non-banking", with: "non-\nbanking")
    for comparison in [compare(old, new), compare(new, old)] {
      #expect(comparison.isSame, "\(words(comparison, .deleted)) \(words(comparison, .inserted))")
      #expect(comparison.noise.signs == 2)
    }
    #expect(!compare(old, new, isStrict: true).isSame)
  }

  @Test func `who signs is no part of the last provision, and a provision put in before it is one`() {
    let signed = "\nIN WITNESS WHEREOF, the parties have signed.\n\nOAK BANK\n\nBy: ______________\nName: Ann Ash\n"
    let old = Self.base + signed
    let new =
      Self.base + "6. Tax. Each party bears the taxes that the law of its own country puts on it.\n"
      + signed.replacing("Ann Ash", with: "Bea Birch")
    let rows = changed(compare(old, new))
    #expect(rows.map(\.isSigning) == [false, true])
    #expect(rows.map(\.kind) == [.added, .changed])
    #expect(rows.map(\.deleted) == [0, 2] && rows[1].inserted == 2)
  }

  @Test func `a provision whose number is now that of a neighbour is known by its words`() {
    let old = Self.base
    let new = old.replacing(
      "3. Interest. The Borrower shall pay the Margin on the loan as Section 2 says, on each Business Day of the year.\n\n",
      with: ""
    ).replacing("4. Notices. Notices go by post", with: "3. Notices. Notices go by mail").replacing(
      "5. Law.", with: "4. Law."
    ).replacing("Section 4", with: "Section 3")
    let comparison = compare(old, new)
    #expect(words(comparison, .inserted) == ["mail"])
    #expect(changed(comparison).map { comparison.old.provisions[$0.old ?? 0].number } == ["3", "4"])
  }

  @Test func `a word that was replaced is taken out and put in where it stands`() {
    let comparison = compare(Self.base, Self.base.replacing("Ohio", with: "Texas"))
    #expect(words(comparison, .deleted) == ["Ohio"])
    #expect(words(comparison, .inserted) == ["Texas"])
    #expect(changed(comparison).map { $0.new.map { comparison.new.provisions[$0].number } } == ["5"])
  }

  @Test func `a provision that was put in paints nothing but itself, and the numbers that follow are put aside`() {
    let inserted =
      "3. Fees. The Borrower shall pay a fee of one percent of the loan on the day on which it signs this paper.\n\n3. Interest"
    var new = Self.base.replacing("3. Interest", with: inserted)
    for (old, now) in [
      ("5. Law", "6. Law"), ("4. Notices", "5. Notices"), ("3. Interest", "4. Interest"), ("Section 4 says", "Section 5 says"),
    ] {
      new = new.replacing(old, with: now)
    }
    let comparison = compare(Self.base, new)
    #expect(changed(comparison).map(\.kind) == [.added])
    #expect(words(comparison, .deleted).isEmpty)
    #expect(comparison.noise.renumbered == 3 && comparison.noise.references == 1)
    #expect(ComparisonSummary(comparison).references.isEmpty)
  }

  @Test func `a provision that was moved and edited is moved, with its edits inside`() {
    let notices = "4. Notices. Notices go by post to the address that stands on the first page of this Agreement.\n\n"
    let moved = "5. Notices. Notices go by post or by mail to the address that stands on the first page of this Agreement.\n"
    let new = Self.base.replacing(notices, with: "").replacing("5. Law", with: "4. Law") + moved
    let comparison = compare(Self.base, new)
    #expect(changed(comparison).map(\.kind) == [.moved])
    #expect(words(comparison, .inserted) == ["or by mail"])
    #expect(words(comparison, .deleted).isEmpty)
  }

  @Test func `a paragraph that was split shows each word once`() {
    let new = Self.base.replacing(" \"Business Day\" means", with: "\n\n1.1 \"Business Day\" means")
    let comparison = compare(Self.base, new)
    #expect(words(comparison, .deleted).isEmpty)
    #expect(words(comparison, .inserted).isEmpty)
  }

  @Test func `a provision that was taken out is removed where it stood`() {
    let law = "5. Law. The law of Ohio governs this Agreement and all that follows from it, wherever a party may live.\n"
    let comparison = compare(Self.base, Self.base.replacing(law, with: ""))
    #expect(changed(comparison).map(\.kind) == [.removed])
    // The stops and commas are words of their own, the number is none.
    #expect(changed(comparison)[0].deleted == 19)
  }

  @Test func `what matters is said first: terms with their users, figures, duties, references, parties`() {
    let new = Self.base.replacing("2.5%", with: "3.5%").replacing("shall lend", with: "may lend")
      .replacing("30 days", with: "60 days").replacing("Elm Ltd", with: "Ash Ltd")
    let comparison = compare(Self.base, new)
    let summary = ComparisonSummary(comparison)
    #expect(summary.terms.map(\.name) == ["Margin"])
    #expect(summary.terms[0].users.map { comparison.new.provisions[$0].number } == ["3"])
    #expect(summary.figures.map { comparison.new.words($0.new) } == ["3.5% a year", "60 days after notice"])
    #expect(summary.duties.map { [$0.old.modality, $0.new.modality] } == [[.shall, .may]])
    #expect(summary.partiesAdded == ["Ash Ltd"] && summary.partiesRemoved == ["Elm Ltd"])
    #expect(summary.partiesReplaced.map { "\($0.old) > \($0.new)" } == ["Elm Ltd > Ash Ltd"])
  }

  @Test func `who took whose place is told where one took the place of one`() {
    func loan(_ lenders: String) -> String {
      "LOAN DEED\n\nThis deed is made between Oak Ltd (the \"Borrower\"), \(lenders).\n\n1. Loan. Each Lender lends ten.\n\n2. Law. Ohio.\n"
    }
    func replaced(_ old: String, _ new: String) -> [String] {
      ComparisonSummary(compare(loan(old), loan(new))).partiesReplaced.map { "\($0.old) > \($0.new)" }
    }
    #expect(replaced("and Elm Ltd (the \"Lender\")", "and Fir Ltd (the \"Lender\")") == ["Elm Ltd > Fir Ltd"])
    #expect(replaced("Elm Ltd (a \"Lender\") and Ash Ltd (a \"Lender\")", "and Fir Ltd (a \"Lender\")") == [])
  }

  @Test func `a reference that was left behind by what it led to is said`() {
    let inserted =
      "4. Fees. The Borrower shall pay a fee of one percent of the loan on the day on which it signs this paper.\n\n5. Notices"
    let new = Self.base.replacing("5. Law", with: "6. Law").replacing("4. Notices", with: inserted)
    let summary = ComparisonSummary(compare(Self.base, new))
    #expect(summary.references.count == 1)
    let comparison = compare(Self.base, new)
    #expect(summary.references.first.map { comparison.new.words($0.range) } == "Section 4")
  }

  @Test func `figures at the beginning of a paragraph are words and no numbers of provisions`() {
    let grid = "GRID\n\n1. Ratio. As follows:\n\n4.00 to 1.00\n\n12.5 million\n\n2. Term. One year.\n"
    let comparison = compare(grid, grid.replacing("4.00 to", with: "5.00 to"))
    #expect(words(comparison, .deleted) == ["4.00"] && words(comparison, .inserted) == ["5.00"])
  }

  @Test func `headings without words of their own go with their items`() {
    let old = "DEED\n\n1. Scope\n\n1.1 The mill is let to Ash for a year.\n\n2. Ending\n\n2.1 It ends when a year has gone by.\n"
    let new =
      "DEED\n\n1. Scope\n\n1.1 The mill is let to Ash for a year.\n\n2. Cover\n\n2.1 Ash insures the mill against fire and flood.\n\n3. Ending\n\n"
      + "3.1 It ends when a year has gone by.\n"
    let comparison = compare(old, new)
    #expect(changed(comparison).map(\.kind) == [.added, .added])
  }

  @Test func `a reference in a list and at the end of a range follows`() {
    let old =
      "DEED\n\n1. Aim. See Sections 2, 3 and 4, and Sections 2 to 4.\n\n2. Mill. The mill is let to Ash for a year and a day.\n\n"
      + "3. Rent. Ash pays ten a month to Fir at the mill.\n\n4. End. It ends when a year has gone by for both.\n"
    let new = old.replacing("2, 3 and 4", with: "2, 4 and 5").replacing("2 to 4", with: "2 to 5")
      .replacing("4. End", with: "5. End").replacing(
        "3. Rent", with: "3. Cover. Ash insures the mill against fire and flood and wind.\n\n4. Rent")
    let comparison = compare(old, new)
    #expect(changed(comparison).map(\.kind) == [.added])
    #expect(ComparisonSummary(comparison).references.isEmpty && ComparisonSummary(comparison).figures.isEmpty)
  }

  @Test func `two that have nothing in common are said to`() {
    let comparison = compare(Self.base, "DEED\n\n1. Gift. Ash gives Fir a mill.\n")
    #expect(comparison.share < 0.2)
    #expect(!comparison.isSame)
    #expect(compare("", "").isSame)
    #expect(compare(Self.base, "").rows.allSatisfy { $0.kind == .removed || $0.new == nil })
  }

  /// Every word of both versions is in exactly one piece.
  @Test(arguments: [3, 7, 11]) func `each word is shown once`(step: Int) {
    let old = Fixtures.licenseBack
    let words = Fixtures.bytes("license-back-agreement").split(separator: 0x20, omittingEmptySubsequences: false)
    let kept = words.enumerated().filter { $0.offset % (step * 40) != 0 }.map { Array($0.element) }
    let new = Agreement(SourceText(Array(kept.joined(separator: [0x20]))))
    let comparison = Comparison(old, new)
    var seenOld: [Range<Int>] = []
    var seenNew: [Range<Int>] = []
    for piece in comparison.rows.flatMap(\.pieces) {
      if piece.kind != .inserted, !piece.old.isEmpty { seenOld.append(piece.old) }
      if piece.kind != .deleted, !piece.new.isEmpty { seenNew.append(piece.new) }
    }
    for seen in [seenOld.sorted { $0.lowerBound < $1.lowerBound }, seenNew.sorted { $0.lowerBound < $1.lowerBound }] {
      for (a, b) in zip(seen, seen.dropFirst()) { #expect(a.upperBound <= b.lowerBound) }
    }
  }

  /// The words that differ between two texts, moved ones left out, and how many provisions did.
  private func changed(_ old: String, _ new: String) -> (words: Int, rows: Int) {
    let comparison = Comparison(Fixtures.agreement(of: old), Fixtures.agreement(of: new))
    return (comparison.rows.reduce(0) { $0 + $1.deleted + $1.inserted }, comparison.rows.count { $0.kind != .same })
  }

  @Test func `a text whose lines and items are set otherwise differs in nothing`() {
    let clause =
      "The miller grinds (a) the rye that the farmer brings, (b) the oats that the widow brings, and (c) nothing else at all."
    let old = "MILL DEED\n\n1. Grain. \(clause)\n\n2. Law. Maine.\n"
    let new =
      "MILL DEED\n\n1. Grain. The miller grinds\n\n(a) the rye that the farmer brings,\n\n(b) the oats that the widow brings, and\n\n(c) nothing else at all.\n\n2. Law. Maine.\n"
    #expect(changed(old, new).words == 0)
    #expect(changed(new, old).words == 0)
  }

  @Test func `a paragraph that moved with a word edited in it is moved, and the word alone is new`() {
    let block =
      "Some states do not allow the WORD of certain warranties or the limit of liability, so that the limits above may not hold for the miller."
    let (sun, rain) = (
      "The wheel turns by day and rests by night in every month of the year but May.",
      "Maine's law governs, and its courts decide whatever the two cannot settle by talking."
    )
    let old = "MILL DEED\n\n1. Wheel. \(sun)\n\n\(block.replacing("WORD", with: "exclusion"))\n\n2. Law. \(rain)\n"
    let new = "MILL DEED\n\n1. Wheel. \(sun)\n\n2. Law. \(rain)\n\n\(block.replacing("WORD", with: "feather"))\n"
    let comparison = Comparison(Fixtures.agreement(of: old), Fixtures.agreement(of: new))
    #expect(comparison.rows.reduce(0) { $0 + $1.deleted } == 1 && comparison.rows.reduce(0) { $0 + $1.inserted } == 1)
  }

  @Test func `a reference to a provision of the same number and heading leads where it led`() {
    let old =
      "MILL DEED\n\n1. Wheel. As Section 2 says.\n\n2. Oil. The miller oils the wheel with lard each day.\n\n3. Law. Maine.\n"
    let new = "MILL DEED\n\n1. Wheel. As Section 2 says.\n\n2. Oil. No oil is bought.\n\n3. Law. Maine.\n"
    let comparison = Comparison(Fixtures.agreement(of: old), Fixtures.agreement(of: new))
    #expect(ComparisonSummary(comparison).references.isEmpty)
  }

  @Test func `a provision written anew is told by its heading, and what comes before it is new`() {
    let old =
      "MILL DEED\n\n1. Wheel. It turns.\n\n2. Toll. The toll for each sack is nine pence, less what the widow owes.\n\n3. Law. Maine.\n"
    let new =
      "MILL DEED\n\n1. Wheel. It turns.\n\n2. Warden. The farmer may name a warden who sees to all that is done here.\n\n"
      + "3. Toll. Toll is free in May unless snow lies on the upper road.\n\n4. Law. Maine.\n"
    let rows = Comparison(Fixtures.agreement(of: old), Fixtures.agreement(of: new)).rows
    #expect(rows.filter { $0.kind == .added }.compactMap(\.new).count == 1)
    #expect(rows.contains { $0.kind == .changed && $0.old == 1 && $0.new == 2 })
  }

  @Test(arguments: [
    ("clause 1(b)", "clause 1(c)"), ("paragraph (b)", "paragraph (c)"),
  ])
  func `a letter in a reference follows its item`(before: String, after: String) {
    let old =
      "LEASE\n\n1. Care. The tenant keeps:\n\n(a) the mast; and\n\n(b) the long oar of ash; and is bound by \(before).\n\n2. Law. Ohio.\n"
    let new = old.replacingOccurrences(of: "(b) the long oar", with: "(b) a dry dog with a vest;\n\n(c) the long oar")
      .replacingOccurrences(of: before, with: after)
    let comparison = compare(old, new)
    #expect(changed(comparison).map(\.kind) == [.added])
    #expect(comparison.noise.references > 0)
  }

  @Test func `a schedule is known by what stands in it, and references to it follow`() {
    let old =
      "LEASE\n\n1. Boats. The boats in Schedule 2 are let.\n\n2. Law. Ohio.\n\nSCHEDULE 1\n\n1. Prices of the boats in dollars a month.\n\nSCHEDULE 2\n\n1. The red boat and the blue boat in the harbour.\n"
    let new = old.replacingOccurrences(of: "Schedule 2", with: "Schedule 3").replacingOccurrences(
      of: "SCHEDULE 2", with: "SCHEDULE 2\n\n1. Dogs that may sail if they are dry and calm.\n\nSCHEDULE 3")
    let comparison = compare(old, new)
    #expect(changed(comparison).map(\.kind) == [.added, .added])
    #expect(
      changed(comparison).compactMap { $0.new.map { comparison.new.provisions[$0].number } } == ["Schedule 2", "Schedule 2/1"])
  }

  @Test func `what Unicode prints in two ways, and lines to fill in, are the same`() {
    let old =
      "LEASE\n\n1. Cafe\u{301}. The o\u{FB03}ce is open\u{37E} it is «new» and soft\u{AD}ly lit. Signed ____ here.\n\n2. Law. Ohio.\n"
    let new = "LEASE\n\n1. Caf\u{E9}. The office is open; it is \"new\" and softly lit. Signed ________ here.\n\n2. Law. Ohio.\n"
    #expect(compare(old, new).isSame)
    #expect(!compare(old, new, isStrict: true).isSame)
  }

  @Test func `a full stop of one provision is never that of another`() {
    let comparison = compare(
      "LEASE\n\n1. The boat is in Annex A.\n\n2. Elm pays in cash and in fish.\n",
      "LEASE\n\n1. The boat is in Annex B.\n\n2. Dogs sail if they are dry.\n\n3. Elm pays in cash and in fish.\n")
    #expect(
      words(comparison, .inserted) == ["B.", "2. Dogs sail if they are dry."]
        || words(comparison, .inserted) == ["B", "2. Dogs sail if they are dry."])
  }

  @Test func `a clause that was put in shares no words with a sentence that was taken out of another`() {
    let old =
      "DEED between Oak Ltd (\"Oak\") and Elm Ltd (\"Elm\")\n\n1. Work. Oak grinds.\n\n2. Remedies. Elm may seek relief at law. Each bears its own fees and costs unless this deed or a law must provide otherwise.\n\n3. End. Each promise survives the end of this deed.\n"
    let new =
      "DEED between Oak Ltd (\"Oak\") and Elm Ltd (\"Elm\")\n\n1. Work. Oak grinds.\n\n2. Remedies. Elm may seek relief at law.\n\n3. Force and Reach. If any part of this deed must not stand, the rest of it stays in full force and effect.\n\n4. End. Each promise survives the end of this deed.\n"
    let comparison = compare(old, new)
    #expect(
      words(comparison, .deleted) == ["Each bears its own fees and costs unless this deed or a law must provide otherwise."])
    #expect(
      words(comparison, .inserted).joined(separator: " ")
        == "3. Force and Reach. If any part of this deed must not stand, the rest of it stays in full force and effect.")
  }

  @Test func `a sentence that went to the next clause as it was is no word out and in`() {
    let moved = "Each of the two keeps a copy of the list of sacks for three years."
    let old = "DEED\n\n1. Work. Oak grinds. \(moved)\n\n2. Pay. Elm pays.\n\n3. End. It ends.\n"
    let new = "DEED\n\n1. Work. Oak grinds.\n\n2. Pay. \(moved) Elm pays.\n\n3. End. It ends.\n"
    #expect(words(compare(old, new), .deleted).filter { $0.contains("keeps") }.count <= 1)
  }
}
