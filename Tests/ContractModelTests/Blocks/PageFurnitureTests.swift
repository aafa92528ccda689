import ContractModel
import TestSupport
import Testing

/// What pages add to the text is set aside by its place and rhythm; what agreements say is not, however alike its lines are.
@Suite struct PageFurnitureTests {
  /// Lines that are set aside.
  private func furniture(_ text: String) -> [String] {
    let agreement = Fixtures.agreement(of: text)
    return agreement.blocks.filter { $0.kind == .furniture && $0.furniture != .pageMark }.map { agreement.words($0.range) }
  }

  private func pages(_ pages: [String], mark: String = "\n<PAGE>\n\n") -> String { pages.joined(separator: mark) }

  @Test(arguments: ["\n<PAGE>\n\n", "\n\u{C}"])
  func `provisions, schedules and labels that pages repeat are text`(mark: String) {
    let sheets = (1...5).map {
      "SCHEDULE \($0)\n\nPlace: Dock \($0)\n\n1. Sum. The sum is $\($0)00.\n\n2. Stay. The boat stays at the dock.\n"
    }
    #expect(furniture(pages(["BERTH DEED\n\n1. Berths. The berths are in Schedules 1 to 5.\n"] + sheets, mark: mark)).isEmpty)
  }

  @Test func `the opening line of a deed that a filing repeats is text`() {
    let deed =
      "To induce the bank to lend to the dock, the guarantor promises to pay what the dock owes.\n\nThe guarantor waives notice.\n"
    #expect(furniture(pages(["LOAN\n\n1. Loan. Ten.\n"] + Array(repeating: deed, count: 3) + ["End of all.\n"])).isEmpty)
  }

  @Test func `names and labels over signatures on several pages are text`() {
    let page = "AGREED AND ACCEPTED\n\nBy: ________\n\nTitle: Vice President\n"
    #expect(furniture(pages(["DEED\n\n1. Sale. Sold.\n"] + Array(repeating: page, count: 6))).isEmpty)
  }

  @Test func `a head and a counting foot on every page are furniture, also on three pages`() {
    let text = pages([
      "Dock Deed, Execution Version\n\nDOCK DEED\n\n1. Berth. The boat stays at the dock until the\n\nPage 1 of 3\n",
      "Dock Deed, Execution Version\n\nwinter comes, and no\n\nPage 2 of 3\n",
      "Dock Deed, Execution Version\n\nlonger.\n\nPage 3 of 3\n",
    ])
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.readingWords(0..<agreement.text.bytes.count).contains("until the winter comes, and no longer."))
  }

  @Test func `a foot with the page's number and a form's name is no provision`() {
    let bodies = [
      "1. Berth. The boat stays at the dock until", "the winter comes and the ice is on the water of",
      "the harbour and the keeper tells the owner so", "in a letter. 2. Law. Maine.",
    ]
    let text = pages(bodies.enumerated().map { "\($1)\n\n\($0 + 1)                 Dock Form 2002\n" }, mark: "\u{C}")
    let agreement = Fixtures.agreement(of: text)
    #expect(!agreement.provisions.contains { $0.number == "4" || $0.number == "3" })
    #expect(agreement.ledger.furniture.map(\.lines) == [4])
  }

  @Test func `a foot that text recognition misread is the same foot`() {
    let ids = ["DOC 1225321-1", "DOC I225321-1", "DOC 122532l-1", "DOC 1225321-1", "DOC 12253Z1-1"]
    let text = pages(
      ids.enumerated().map { "the boat stays at the dock in month \($0) of the year, and\n\n\($0 + 1)\n\($1)\n" }, mark: "\u{C}")
    #expect(furniture(text).filter { $0.hasPrefix("DOC") }.count == 5)
  }

  @Test func `what is set aside is found by search and says so`() throws {
    let text = pages((1...4).map { "Dock Deed Draft 7\n\nthe boat stays in month \($0), and\n" })
    let agreement = Fixtures.agreement(of: text)
    let matcher = try #require(TextMatcher.literal("draft 7"))
    #expect(agreement.matches(matcher).map(\.isFurniture) == [true, true, true, true])
    #expect(agreement.isFurniture(agreement.matches(matcher)[0].range.lowerBound))
  }

  @Test(.heavy) func `every word of a text is shown, of the contents, or furniture`() {
    for (name, bytes) in Fixtures.texts {
      let agreement = Agreement(SourceText(bytes))
      let ledger = agreement.ledger
      var all = 0
      var isInWord = false
      for byte in agreement.text.bytes {
        if byte > 0x20, !isInWord { all += 1 }
        isInWord = byte > 0x20
      }
      let counted = ledger.shown + ledger.contents + ledger.furniture.reduce(0) { $0 + $1.words }
      // A head that shares its line with text, or a block cut at a provision, may part a word from its blank.
      #expect(abs(all - counted) <= 2 + all / 2_000, "\(name): \(all), \(counted)")
    }
  }

  @Test func `sentences and names that count are text`() {
    let fees = (1...5).map { "The fee for year \($0) is $\($0)00.\n\nIt is paid in May.\n" }
    #expect(furniture(pages(fees, mark: "\u{C}")).isEmpty)
    let lots = (1...5).map { "Lot \($0)\n\nThe boat of the keeper stays.\n\n\($0) January 2025\n" }
    #expect(furniture(pages(lots, mark: "\u{C}")).isEmpty)
  }

  @Test func `heads of left and of right pages differ and are furniture`() {
    let text = pages(
      (0..<8).map { "\($0 % 2 == 0 ? "Dock Deed" : "Oak Ltd and Elm Ltd")\n\nthe boat stays in month \($0) of the year, and\n" },
      mark: "\u{C}")
    // The first opens the file, and is its title.
    #expect(furniture(text).count == 7)
  }

  @Test func `a number between dashes that parts a sentence is a page's, with the foot above it`() {
    let text = """
      LEASE

      3.1 Upkeep. The tenant shall spend at least

                                   - 2 -

      $6,000 a year on repairs and shall send by the end of each

                       Oak and Elm Lease
                              -3-

      year a log of them.

                              - 4 -

      3.2 End. A new sentence begins behind a number that parts none.
      """
    #expect(Array(furniture(text).prefix(3)) == ["- 2 -", "Oak and Elm Lease", "-3-"])
  }

  @Test(arguments: [
    "                              3", "Dock Deed - Oak/Elm                         3",
    "Oak/Elm Dock Deed                     - 2 -",
  ])
  func `a number, alone or behind a title, that parts a sentence is a page's`(line: String) {
    let text = "1. Stay. The boat shall stay at the dock of the owner,\n\n\(line)\n\nup to ten days in a year.\n\n2. Law. Ohio.\n"
    #expect(furniture(text) == [line.split { $0 == " " }.joined(separator: " ")])
    let table = "1. Rates. They are:\n\nBoats of more than one mast              3\n\n2. Law. Ohio.\n"
    #expect(furniture(table).isEmpty)
  }

  @Test(arguments: ["No smoking.", "Tenant pays."])
  func `a short sentence at the foot of every page is text`(sentence: String) {
    let sheets = (1...5).map { "1. Fee. The fee is $\($0)00 for the crane.\n\n\(sentence)\n" }
    #expect(furniture(pages(sheets, mark: "\u{C}")).isEmpty)
  }

  @Test(arguments: ["Mill Lease - Page # of 4", "Mühlenvertrag - Seite # von 4", "Mill Lease Agreement\t#"])
  func `feet with words that count pages are furniture without page marks`(foot: String) {
    let text = (1...12).map { number in
      "\(number). Load. The mill grinds load number \(number) by hand and in no other way.\n\n"
        + (number % 3 == 0 ? foot.replacing("#", with: "\(number / 3)") + "\n\n" : "")
    }
    let agreement = Fixtures.agreement(of: "MILL LEASE AGREEMENT\n\n" + text.joined() + "13. Law. Ohio.\n")
    #expect(agreement.blocks.count { $0.kind == .furniture } == 4)
  }

  @Test func `lines that do not count are text`() {
    let text = (1...4).map { "\($0). Load. The mill grinds this load by hand and in no other way.\n\nMill Lease - Page 7 of 9\n\n" }
    let agreement = Fixtures.agreement(of: "MILL LEASE AGREEMENT\n\n" + text.joined() + "5. Law. Ohio.\n")
    #expect(!agreement.blocks.contains { $0.kind == .furniture })
  }

  @Test func `a foot that begins with its page's number is no provision where sentences go on around it`() {
    let text =
      "MILL DEED\n\n1. Corn. The miller grinds corn as Section 3 says.\n\n2. Price. The baker pays ten pence for each sack within a week of\nthe day on\n\n3. Oak Mill Terms (2020)\n\nwhich it is ground.\n\n3. Place. Hull.\n\n4. Risk. The corn is the baker's until it\n\n4. Oak Mill Terms (2020)\n\nis ground.\n\n5. Law. Maine.\n\n5. Oak Mill Terms (2020)\n"
    #expect(furniture(text) == (3...5).map { "\($0). Oak Mill Terms (2020)" })
    // Clauses that say the same stand between sentences that have ended.
    let reserved = (3...6).map { "\($0). Reserved\n\n" }.joined()
    #expect(furniture("MILL DEED\n\n1. Corn. Ground.\n\n2. Price. Ten.\n\n" + reserved + "7. Law. Maine.\n").isEmpty)
  }

  @Test(arguments: ["\n\n                 #\n\n", "\n\u{C}\n"])
  func `clauses alike but for their figures are text, wherever a page ends in one`(mark: String) {
    var text = "BOAT HIRE AGREEMENT\n\nThis is made between Oak Ltd (\"Oak\") and Elm Ltd (\"Elm\").\n\n"
    for n in 1...12 {
      let end = n % 3 == 0 ? mark.replacing("#", with: "\(n / 3)") : "\n"
      text += "\(n). Elm pays a sum of \(n) dollars to Oak for the hire of boat number \(n)\(end)in the harbour at the lake.\n\n"
    }
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.map(\.number) == (1...12).map(String.init))
    #expect(furniture(text).allSatisfy { $0.count < 3 })
  }

  @Test func `a title that its pages repeat stays the title`() {
    let text = (1...5).map { n in
      (n == 1 ? "BOAT HIRE AGREEMENT\n\n" : "\(n - 1)\nBOAT HIRE AGREEMENT\n\n")
        + "\(n). Oak lets the boat numbered \(n) to Elm and keeps the mast that is\n\n"
    }.joined()
    #expect(Fixtures.agreement(of: text).title == "Boat Hire Agreement")
    #expect(furniture(text).count { $0 == "BOAT HIRE AGREEMENT" } == 4)
  }

  @Test(arguments: ["Draft of June 3          #", "OAK 8841207-2      #", "Hire Terms (May 2020)      #", "# July 2020 Edition"])
  func `feet that count pages are furniture where sentences go on over them, whatever their words`(foot: String) {
    func at(_ page: Int) -> String { "\n\n" + foot.replacing("#", with: "\(page)") + "\n\u{C}" }
    let text =
      "HIRE TERMS\n\n1. Boats. The boats are kept at the pier until the" + at(6)
      + "last day of the year.\n\n2. Fee. The fee is paid in"
      + at(7) + "cash on the first of the month.\n\n3. Law. Ohio." + at(8)
    #expect(furniture(text).count == 3)
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "2", "3"])
  }

  @Test func `the numbers of lines are set aside, and clauses are read behind them`() {
    let lines = [
      "SALE AGREEMENT", "", "1. Sum. Oak shall pay Elm the sum of ten dollars within", "twenty days after the date of this paper.",
      "",
      "2. Claims. Elm drops its claims, and what it has said of", "them is withdrawn.", "", "3. Law. Nevada.", "", "", "",
    ]
    let text = lines.enumerated().map { " \($0 + 1)   \($1)\n" }.joined()
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.map(\.number) == ["1", "2", "3"])
    #expect(agreement.readingWords(agreement.provisions[0].range).contains("within twenty days"))
  }

  @Test func `whose the form is stands at the foot of pages, though it ends as a sentence does`() {
    let foot = "\u{A9} 2021 Oak Forms, Inc. All rights reserved.\n"
    let sheets = (1...4).map { "\($0). Shed. Oak lets the shed number \($0) for the sum that is due on the day which\n\n\(foot)" }
    let text =
      "SHED DEED\n\n" + sheets.joined(separator: "\u{C}Elm asks for, and no other day of the month.\n\n") + "\u{C}Elm asks for.\n"
    #expect(furniture(text).count == 4)
  }
}
