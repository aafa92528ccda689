import ContractModel
import TestSupport
import Testing

/// Headings without numbers among provisions whose numbers run on.
@Suite struct CaptionTests {
  /// An agreement whose lines that begin with `#` are headings of that level as the file gives them.
  private func agreement(headed text: String) -> Agreement {
    var bytes: [UInt8] = []
    var marks: [StyleMark] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let level = line.prefix { $0 == "#" }.count
      let words = Array(level > 0 ? line.utf8.dropFirst(level + 1) : line.utf8[...])
      if level > 0 { marks.append(StyleMark(.heading, bytes.count..<(bytes.count + words.count), level: level)) }
      bytes += words + [0x0A]
    }
    return Agreement(SourceText(bytes, styles: marks))
  }

  private func outline(_ agreement: Agreement) -> [String] {
    agreement.provisions.indices.map { String(repeating: "  ", count: agreement.provisions[$0].depth) + agreement.name(of: $0) }
  }

  private let terms = """
    ## 1. Orders

    Oak sends each order to the mill in writing, and Elm confirms it within three days.

    ### Changes

    An order may be changed until the grain is on the lorry, as section 2.1 says.

    ### Taxes

    Prices are without taxes, which the buyer pays beside them in every case.

    ## 2. Payment

    2.1 Oak pays within thirty days of the invoice that it has received.

    2.2 Late sums bear interest from the day on which they were due.

    ## Signatures

    Each party signs this agreement by the person whose name is printed below.
    """

  @Test func `captions stand in the provision that the file ranks above them, or behind the last one`() {
    let agreement = agreement(headed: terms)
    #expect(outline(agreement) == ["1", "  Changes", "  Taxes", "2", "  2.1", "  2.2", "Signatures"])
    #expect(agreement.provisions[1].kind == .caption)
  }

  @Test func `what stands below a caption at the top is no part of the provision before it`() throws {
    let agreement = agreement(headed: terms)
    #expect(agreement.words(agreement.provisions[5].range) == "2.2 Late sums bear interest from the day on which they were due.")
    #expect(agreement.words(agreement.provisions[0].range).contains("which the buyer pays beside them"))
  }

  @Test func `numbers run on across captions and references go on to find them`() throws {
    let agreement = agreement(headed: terms)
    let reference = try #require(agreement.references.first)
    #expect(reference.targets == ["2.1"])
    #expect(Checks.findings(agreement, only: ["numbering", "missing-reference"]).isEmpty)
    #expect(agreement.health.isEmpty)
  }

  @Test func `many captions are no numbers that come more than once`() {
    let text = (1...8).map {
      "## \($0). Load\n\nThe mill grinds this load by hand and in no other way.\n\n### Care\n\nIt is kept dry.\n"
    }
    let agreement = agreement(
      headed: "This agreement is between Oak and Elm, and it is about flour.\n\n" + text.joined(separator: "\n"))
    #expect(agreement.provisions.count { $0.kind == .caption } == 8)
    #expect(agreement.health.isEmpty)
  }

  @Test func `a name in capitals over an address, and capitals within a provision, take nothing from it`() {
    let agreement = Fixtures.agreement(
      of: """
        MILL AGREEMENT

        This agreement is made between Oak Limited and Elm Limited on the first of May.

        1. Notices. Each notice is sent by post to the address that stands below here.

        ASH BREWER BANK

        38 Fountain Square, in the city that has the same name as the bank.

        OAK BREWER MILLS

        to the clerk at 4 Mill Lane, who opens what comes in the morning of each working day.

        Each party may change its address by notice to the other party in the same way.

        CONTRACTOR:

        to the foreman at 9 Hill Road, who opens what comes in the evening of each day.

        2. Law. Ohio law governs this agreement.
        """)
    #expect(outline(agreement) == ["1", "2"])
    #expect(agreement.words(agreement.provisions[0].range).hasSuffix("in the evening of each day."))
  }

  @Test func `the title of a number that stands alone above it is that provision's, and a further line of a title is no caption`() {
    let agreement = Fixtures.agreement(
      of: """
        MILL AGREEMENT

        This agreement is made between Oak Limited and Elm Limited on the first of May.

        1. Notices. Each notice is sent by post to the address that stands below here.

        SECTION 2

        LAW AND JURISDICTION

        2.1 Ohio law governs this agreement and all that follows from it.

        AND FURTHER MATTERS

        2.2 The courts of Ohio decide what is in dispute between the parties.
        """)
    #expect(!agreement.provisions.contains { $0.kind == .caption })
  }

  @Test func `a line of capitals that comes again and again is the head of a page`() {
    let text = (1...6).map {
      "\($0). The mill grinds load number \($0) by hand and in no other way than that.\n\nFLOUR TRADE PAPER\n\n"
    }
    let agreement = Fixtures.agreement(of: "MILL AGREEMENT\n\n" + text.joined() + "7. Ohio law governs this agreement in all.\n")
    #expect(!agreement.provisions.contains { $0.kind == .caption })
  }

  @Test func `lines of capitals between closed paragraphs are captions`() {
    let agreement = Fixtures.agreement(
      of:
        """
        MILL AGREEMENT

        This agreement is made between Oak Limited and Elm Limited on the first of May.

        RECITALS

        A. Oak owns a mill on the river and wishes to let it.

        B. Elm wishes to grind its grain there.

        ARTICLE I

        1.1 Oak lets the mill to Elm for the season that begins on the first of June.

        PAYMENT AND ACCOUNTS

        2.1 Elm pays the rent of each month before that month begins.

        OAK LIMITED

        By: ______________
        """)
    #expect(outline(agreement) == ["RECITALS", "Recital A", "Recital B", "I", "  1.1", "  PAYMENT AND ACCOUNTS", "  2.1"])
  }

  @Test(arguments: [
    "CONFIDENTIAL TREATMENT REQUESTED", "By: ________", "JANUARY 7, 2013", "RENT = [BASE] + [INDEX]", "REDACTED", "FISH",
  ])
  func `notes, dates, formulas and lines to sign on are no captions`(line: String) {
    let agreement = Fixtures.agreement(
      of:
        """
        1. Oak lets the mill to Elm for the season that begins on the first of June.

        \(line)

        2. Elm pays the rent of each month before that month begins, without any deduction.
        """)
    #expect(outline(agreement) == ["1", "2"])
  }

  @Test func `a line of capitals that goes on with a paragraph or a heading is no caption`() {
    let agreement = Fixtures.agreement(
      of:
        """
        ARTICLE I - DELAYS AND EXTENSION OF THE TIME
        FOR DELIVERY

        1.1 Oak delivers the grain when the river can be crossed again, and no later.

        THE MILL IS LET AS IT STANDS, AND OAK DISCLAIMS ALL WARRANTIES OF

        MERCHANTABILITY, SATISFACTORY QUALITY

        or of fitness for a purpose that Elm has not told Oak of in writing before.

        1.2 Elm pays the rent of each month before that month begins.
        """)
    #expect(!agreement.provisions.contains { $0.kind == .caption })
  }

  @Test func `the letters below a caption are those of the provision that it stands behind`() throws {
    let agreement = agreement(
      headed: """
        1. The mill is let with all of the following:

        (a) the wheel that turns in the river by the house;

        (b) the stones that were cut in the year before.

        ## Care

        The things named in clause (b) above are turned once in each year by the tenant.

        2. Elm pays the rent of each month before that month begins.
        """)
    let reference = try #require(agreement.references.first)
    #expect(reference.targets == ["1(b)"])
  }
}
