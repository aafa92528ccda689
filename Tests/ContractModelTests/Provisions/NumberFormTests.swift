import ContractModel
import TestSupport
import Testing

/// Numbers in the forms that traditions and programs print them in, and the lines they stand on.
@Suite struct NumberFormTests {
  /// The canonical numbers of a text's provisions, in order.
  private func numbers(_ text: String) -> [String] { Fixtures.agreement(of: text).provisions.map(\.number) }

  @Test func `letters and numerals glued to a number, with a full stop or without, are items and sections`() {
    #expect(
      numbers(
        "1. Orders.\n\n1.a. Placing. By mail.\n\n1.a.i. Day. Friday.\n\n1.a.ii. Place. The mill.\n\n1.b. Forecasts. Monthly.\n\n2. Pay. Ten.\n"
      )
        == ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)", "2"])
    #expect(
      numbers("1. Orders\n\n1.A Placing. By mail.\n\n1.B Forecasts. Monthly.\n\n2. Law. Ohio.\n") == ["1", "1(A)", "1(B)", "2"])
    #expect(
      numbers("ARTICLE I Goods\n\nI.1 Flour. Ground.\n\nI.2 Bread. Baked.\n\nARTICLE II Pay\n\nII.1 Price. Ten.\n")
        == ["I", "I.1", "I.2", "II", "II.1"])
    #expect(numbers("1. A.\n\n1.1 One.\n\n1.2 Two.\n\n1.2A Put in later.\n\n1.3 Three.\n") == ["1", "1.1", "1.2", "1.2A", "1.3"])
    // "1.A company" without a B is a slip for "1. A company".
    #expect(!numbers("1.A Company may join.\n\n2. Law. Ohio.\n").contains("1(A)"))
  }

  @Test func `items on lines of their own need nothing to close them`() {
    #expect(
      numbers("LEASE\n\n1. Repairs. The tenant shall repair\na) the wheel\nb) the race and\nc) the roof.\n\n2. Rent. Ten.\n")
        == ["1", "1(a)", "1(b)", "1(c)", "2"])
    #expect(
      numbers(
        "LEASE\n\n1. Repairs. The tenant shall:\na. mend the wheel;\nb. mend the race; and\nc. mend the roof.\n\n2. Rent. Ten.\n")
        == ["1", "1(a)", "1(b)", "1(c)", "2"])
    #expect(
      numbers("TOW AGREEMENT\n\n1. Tow. The tug tows the barge:\n\n1.1 by day; and\n\n1.2 in calm seas.\n\n2. Hire. Ten.\n")
        == ["1", "1.1", "1.2", "2"])
  }

  @Test func `clauses run through lettered sections, of which C is the third`() {
    #expect(
      numbers(
        "TERMS\n\nSECTION A: BOOKING\n\n1. Tickets. One each.\n\n2. Changes. Once.\n\nSECTION B: THE TRIP\n\n3. Boarding. At ten.\n\nSECTION C: CLAIMS\n\n4. Delay. We pay.\n\n5. Courts. Of Oslo.\n"
      ) == ["A", "1", "2", "B", "3", "C", "4", "5"])
  }

  @Test func `an addendum counts anew, with a sentence between its title and its first number`() {
    let agreement = Fixtures.agreement(
      of:
        "LICENCE TERMS\n\n1. Use. It is used.\n\n2. Price. Ten.\n\n3. End. It ends.\n\nTRIAL ADDENDUM\n\nIf you take part, these terms apply too.\n\n1. Reports. You tell us.\n\n2. No promise. As Section 1 of this Addendum says.\n"
    )
    #expect(agreement.provisions.map(\.number) == ["1", "2", "3", "", "1", "2"])
    #expect(agreement.references.map(\.targetIDs) == [[4]])
  }

  @Test func `headings of a trustee's duties are headings`() {
    let agreement = Fixtures.agreement(
      of:
        "TRUST AGREEMENT\n\nThis agreement is between Ms Bell and the trustee.\n\nDUTIES OF THE TRUSTEE\n\n1. Keep the fund.\n\n2. Keep accounts.\n\nRIGHTS OF THE TRUSTEE\n\n1. Take a fee.\n\nEND OF THE TRUST\n\nThe trust ends in 2040.\n"
    )
    #expect(agreement.provisions.filter { $0.kind == .heading }.count == 3)
  }

  @Test func `a whole number with a nought holds the numbers behind its point`() {
    #expect(
      numbers("1.0 SCOPE\n\n1.1 Mills.\n\n2.0 TERM\n\n2.1 A year.\n\n12.0 LAW\n\n12.1 Ohio.\n")
        == ["1.0", "1.1", "2.0", "2.1", "12.0", "12.1"])
    let agreement = Fixtures.agreement(of: "1.0 SCOPE\n\n1.1 Mills, as Section 2 says.\n\n2.0 TERM\n\n2.1 A year.\n")
    #expect(agreement.references.map(\.targets) == [["2.0"]])
    #expect(agreement.provisions[3].parent == 2)
  }

  @Test func `the one schedule or annex of a paper needs no letter`() {
    let text = """
      MASTER AGREEMENT

      1. Payments. As Part 2(b) of the Schedule says.

      2. Law. Ohio.

      SCHEDULE
      to the Master Agreement

      Part 1

      (a) None.

      Part 2

      (a) Ten.

      (b) Twelve.

      MASTER ANNEX: SWAPS

      1. Swaps. Daily.
      """
    let agreement = Fixtures.agreement(of: text)
    let found = agreement.provisions.map(\.number)
    #expect(found.contains("Schedule") && found.contains("Schedule/Part 2/(b)") && found.contains("Master Annex/1"))
    #expect(agreement.references.map(\.targets).first == ["Schedule/Part 2/(b)"])
  }

  @Test func `an appendix keeps its name behind a number that went on counting`() {
    let text = "1. A.\n\n2. B.\n\n3. Appendix 1 - Safety\n\n1. Doors. Locked.\n\n2. Keys. Kept.\n"
    #expect(numbers(text) == ["1", "2", "Appendix 1", "Appendix 1/1", "Appendix 1/2"])
    // A list of the appendices right above is none.
    let listed =
      "1. Rules.\n\n2. Appendixes\n\nAppendix 1: Safety\n\nAppendix 2: Helpers\n\n3. Appendix 1 - Safety\n\n1. Doors. Locked.\n\n2. Keys. Kept.\n\nAppendix 2 - Helpers\n\nElm helps.\n"
    #expect(numbers(listed) == ["1", "2", "Appendix 1", "Appendix 1/1", "Appendix 1/2", "Appendix 2"])
  }

  @Test func `a number and its title stand apart from text on the next line`() {
    let text = """
      LICENCE

      This licence is given by Oak Limited, whose mill stands at the end of Ford Road, to you.

      1 Acceptance
      You accept it.

      2 Use of the mill and the Owner's duties
      Grind here. See clause 1.
      """
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.map(\.number) == ["1", "2"])
    #expect(agreement.provisions.indices.map { agreement.heading($0) } == ["Acceptance", "Use of the mill and the Owner's duties"])
  }

  @Test func `lines of numbers one below another are provisions of their own`() {
    #expect(
      numbers(
        "1. Words\n1.1 A mill is a mill.\n2. Grant of rights\n2.1 Right to the weir\nYou may use it.\n2.2 Right of way\nYou may pass.\n"
      )
        == ["1", "1.1", "2", "2.1", "2.2"])
    #expect(
      numbers(
        "1. Deliveries. Due on sight of:\na) drawings of the mill;\nb) a design of the weir;\nc) flour; and\nd) bread.\n2. End. Done.\n"
      )
        == ["1", "1(a)", "1(b)", "1(c)", "1(d)", "2"])
  }

  @Test func `a list of references ends where the next number of the list begins a line`() {
    let text = "1. Rules.\n\n1.1 Oak acts under\nSections 11.2 or 11.3; and\n1.2 Elm acts under Section 1.1.\n"
    #expect(numbers(text) == ["1", "1.1", "1.2"])
  }

  @Test func `a title that ends in a word of references leads no number below it`() {
    #expect(
      numbers("1. Docking clause\n\n(a) Who is no party may join.\n\n(b) It signs.\n\n2. Law. Ohio.\n") == [
        "1", "1(a)", "1(b)", "2",
      ])
  }

  @Test func `attachments may be set between dashes, quotes and stars`() {
    for (line, number) in [
      ("ANNEXURE \u{2013} \"A\"", "Annexure A"), ("* EXHIBIT A *", "Exhibit A"), ("Schedule \u{2013} Rates", "Schedule"),
      ("THE SCHEDULE", "Schedule"),
    ] {
      #expect(numbers("1. Sale. None.\n\n2. Law. Ohio.\n\n\(line)\n\n1. Flour costs ten.\n").dropLast().last == number, "\(line)")
    }
  }

  @Test func `a titled number goes on with a series of another keyword`() {
    #expect(
      numbers("Section 1. Goods. Hats.\n\nSection 2. Price. Ten.\n\n3. Duties.\n\n3.1 Care. Good.\n\nSection 4. Law. Ohio.\n") == [
        "1", "2", "3", "3.1", "4",
      ])
  }

  @Test func `doubled letters are a list below small Roman numerals, and go on behind z`() {
    #expect(
      numbers(
        "1. Care.\n\n(a) It pays:\n\n(i) any cost of:\n\n(aa) oil; and\n\n(bb) wood; and\n\n(ii) any loss.\n\n2. Law. Ohio.\n") == [
          "1", "1(a)", "1(a)(i)", "1(a)(i)(aa)", "1(a)(i)(bb)", "1(a)(ii)", "2",
        ])
  }

  @Test func `what a provision says in one sentence is no heading, and words that lead a list are none`() {
    let agreement = Fixtures.agreement(
      of:
        "1. Fees.\n\n1.1 The fixed fee excludes tax.\n\n1.2 Each bears its cost.\n\n2. Words.\n\n2.1 In this deed:\n\n(a) it is that; and\n\n(b) no more.\n\n3. Governing law.\n\nOhio.\n"
    )
    #expect(
      agreement.provisions.indices.map { agreement.heading($0) } == ["Fees", nil, nil, "Words", nil, nil, nil, "Governing law"])
  }

  @Test(arguments: ["The Schedule", "Schedule", "Schedule: Forms of claim"])
  func `a schedule headed in small letters begins one`(line: String) {
    #expect(
      numbers("1. Hire. As in the Schedule.\n\n2. Law. Ohio.\n\n\(line)\n\n1. A crane.\n\n2. A fee.\n") == [
        "1", "2", "Schedule", "Schedule/1", "Schedule/2",
      ])
  }

  @Test func `the last recital ends where the parties agree`() {
    let agreement = Fixtures.agreement(
      of:
        "MILL DEED\n\nA. Oak has a mill.\n\nB. Elm wants it.\n\nNOW, THEREFORE, the parties agree as follows:\n\nOak sells the mill.\n"
    )
    let recital = agreement.provisions[1]
    #expect(agreement.words(recital.range).hasSuffix("Elm wants it."))
  }

  @Test(arguments: [
    (
      "1. Notices. One counts:\n\n(i) if it is handed over;\n\n(ii) if it is sent;\n\n(iii)if it is read; and\n\n(iv) in no other case.\n\n2. Law. Maine.\n",
      ["1", "1(i)", "1(ii)", "1(iii)", "1(iv)", "2"]
    ),
    (
      "PART I\nWORDS\n\nSUBPART 1.1. Use. \"Toll\" means ten.\n\nSUBPART 1.2. More. See Subpart 2.1.\n\nPART II\nTOLL\n\nSUBPART 2.1. Sum. The toll is paid.\n",
      ["Part I", "1.1", "1.2", "Part II", "2.1"]
    ),
    (
      "LEASE\n\n1 Yard\n1.a Gate\nThe gate is let.\n1.b Shed\nThe shed is let.\n2 Rent\n2.a Sum\nTen.\n2.b Day\nFriday.\n",
      ["1", "1(a)", "1(b)", "2", "2(a)", "2(b)"]
    ),
    (
      "DEED\n\n1 (1) The Mill grinds corn.\n\n  (2) The Miller sweeps.\n\n2 (1) The price is ten.\n\n  (2) It is paid.\n",
      ["1", "1(1)", "1(2)", "2", "2(1)", "2(2)"]
    ),
    (
      "LEASE\n\n5 RENT\n\n5.1 The Tenant pays.\n\n5A CHARGE\n\n5A.1 The Tenant pays more.\n\n6 REST\n\n6.1 Nothing else is due.\n",
      ["5", "5.1", "5A", "5A.1", "6", "6.1"]
    ),
    (
      "LEASE\n\n1. RENT\n\n1.1 The Tenant pays.\n\n1A. CHARGE\n\n1A.1 The Tenant pays more.\n\n2. REST\n\n2.1 Nothing else is due.\n",
      ["1", "1.1", "1A", "1A.1", "2", "2.1"]
    ),
    (
      "DEED\n\n1. Gate.\n\n1.1. The Miller has the key.\n\n1.2. 10.2.2. The Baker has another.\n\n1.3. 10.2.3. Nobody else has one.\n\n2. Law. Maine.\n",
      ["1", "1.1", "1.2", "1.3", "2"]
    ),
    (
      "DEED\n\n1.1 Each of these counts:\n\n  * (i) the first load of corn;\n\n  * (ii) the first sack of flour.\n\n1.2 Nothing else does.\n",
      ["1.1", "1.1(i)", "1.1(ii)", "1.2"]
    ),
    (
      "DEED\n\n1. Term. It runs until:\n\n(a) the mill burns; or\n\n(b) both have done all that this deed asks of them.\n\n1.\n\n2. Change. It means a sale.\n\n3. Cause. It means theft.\n",
      ["1", "1(a)", "1(b)", "2", "3"]
    ),
  ])
  func `numbers in rarer forms begin provisions, and the number of a page begins none`(text: String, wanted: [String]) {
    #expect(numbers(text) == wanted)
  }

  @Test func `recitals are lettered with nothing behind the letter too`() {
    #expect(
      numbers(
        "MILL DEED\n\nThis deed is made on 1 May 2020 between Ash Ltd (\"Ash\") and Fir Ltd (\"Fir\").\n\nRECITALS\n\nA  Ash grinds corn.\n\nB  Fir brings corn.\n\nIT IS AGREED:\n\n1. SALE\n\n1.1 As Recital B says, Fir buys.\n\n2. LAW\n\n2.1 Maine.\n"
      ).filter { !$0.isEmpty } == ["Recital A", "Recital B", "1", "1.1", "2", "2.1"])
  }

  @Test func `a heading may begin with figures, a row or a sum may not`() {
    let agreement = Fixtures.agreement(
      of:
        "PLAN AGREEMENT\n\n1. Plans\n\n1.1 30 Day Rule. Ten.\n\n1.2 401(k) Plan. Kept.\n\n1.3 10b5-1 Plans. None.\n\n1.4 2018 Term Loans. Paid.\n\n2. Law. Ohio.\n\n2.1 30 May 2018 is a day.\n"
    )
    #expect(agreement.provisions.map(\.number) == ["1", "1.1", "1.2", "1.3", "1.4", "2"])
    #expect(
      agreement.provisions.compactMap { $0.heading.map { agreement.words($0) } }
        == ["Plans", "30 Day Rule", "401(k) Plan", "10b5-1 Plans", "2018 Term Loans", "Law"])
  }

  @Test func `a number, a blank and a letter in brackets are an item of the number above`() {
    #expect(
      numbers("SALE\n\n1 Orders\n\n1 (a) List. One.\n\n1 (b) Mail. Two.\n\n2 Price\n\n2 (a) Sum. Ten.\n\n2 (b) Tax. Five.\n")
        == ["1", "1(a)", "1(b)", "2", "2(a)", "2(b)"])
  }
}
