import ContractModel
import TestSupport
import Testing

/// Agreements whose headings have no numbers, and where they are the outline.
@Suite struct HeadingOutlineTests {
  /// An agreement whose lines that begin with `#` are headings as the file gives them.
  private func agreement(headed text: String) -> Agreement {
    var bytes: [UInt8] = []
    var marks: [StyleMark] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isHeading = line.hasPrefix("# ")
      let words = Array(isHeading ? line.utf8.dropFirst(2) : line.utf8[...])
      if isHeading { marks.append(StyleMark(.heading, bytes.count..<(bytes.count + words.count))) }
      bytes += words + [0x0A]
    }
    return Agreement(SourceText(bytes, styles: marks))
  }

  private func outline(_ agreement: Agreement) -> [String] {
    agreement.provisions.map { provision in
      let words =
        provision.kind == .heading || provision.kind == .caption ? agreement.words(provision.heading ?? 0..<0) : provision.number
      return String(repeating: "  ", count: provision.depth) + words
    }
  }

  @Test func `lists under headings begin anew, and the title is no heading`() {
    let agreement = agreement(
      headed: """
        # Mill agreement

        This agreement is between Oak GmbH and Elm GmbH.

        # Flour

        Oak grinds flour.

        # Duties

        1. Keep it dry.

        2. Tell Oak of worms.

        # Rights

        1. Oak may look in.

        2. Elm may bake.

        # Law

        German law governs.
        """)
    #expect(outline(agreement) == ["Flour", "Duties", "  1", "  2", "Rights", "  1", "  2", "Law"])
    #expect(agreement.words(agreement.provisions[6].range) == "2. Elm may bake.")
    #expect(Checks.findings(agreement, only: ["numbering", "ambiguous-reference"]).isEmpty)
    #expect(agreement.health.isEmpty)
  }

  @Test func `where numbers run on across the headings those are captions between them`() {
    let agreement = agreement(
      headed: """
        # Mill agreement

        This agreement is between Oak GmbH and Elm GmbH.

        # Flour

        1. Oak grinds.

        2. Elm bakes.

        # Law

        3. German law governs.

        4. Hull decides.

        # End

        5. It ends.
        """)
    #expect(outline(agreement) == ["Flour", "1", "2", "Law", "3", "4", "End", "5"])
    #expect(agreement.provisions.allSatisfy { $0.kind != .heading })
  }

  @Test func `lines of capitals are headings where nothing is numbered, and the names of those who sign are none`() {
    let agreement = Fixtures.agreement(
      of: """
        MILL AGREEMENT

        This agreement is between you and Oak Limited ("Oak").

        USE OF THE MILL

        You may use the mill on Fridays.

        LIMITS OF USE

        You may not let it to others.

        GOVERNING LAW

        The law of Ohio governs this.

        OAK LIMITED

        By: ______________

        """)
    #expect(outline(agreement) == ["USE OF THE MILL", "LIMITS OF USE", "GOVERNING LAW"])
  }

  @Test func `captions above lists that begin anew, and above words in capitals, are the outline`() {
    let lists =
      "WHAT WE DO\n\n1. We train you.\n\n2. We pay you.\n\nWHAT YOU DO\n\n1. You come.\n\n2. You stay.\n\nOTHER MATTERS\n\nScots law governs.\n"
    let deed = "DOCK DEED\n\nThis deed is between Oak and Elm.\n\n"
    #expect(
      outline(Fixtures.agreement(of: deed + lists)) == ["WHAT WE DO", "  1", "  2", "WHAT YOU DO", "  1", "  2", "OTHER MATTERS"])
    let capitals =
      "GRANT OF STAY\n\nYou may stay.\n\nNO WARRANTY\n\nTHE DOCK COMES AS IT IS.\n\nGOVERNING LAW\n\nScots law governs.\n"
    #expect(outline(Fixtures.agreement(of: deed + capitals)) == ["GRANT OF STAY", "NO WARRANTY", "GOVERNING LAW"])
  }

  @Test func `a caption may ask, with its mark or without`() {
    let agreement = Fixtures.agreement(
      of:
        "TERMS\n\n1. Who we are\n\n1.1 We mill.\n\n2. Orders\n\n2.1 How we take your order. Our word comes by post and binds us then.\n\n2.2 What you get. You get flour on the day we name.\n"
    )
    #expect(
      agreement.provisions.indices.map { agreement.heading($0) } == [
        "Who we are", "We mill", "Orders", "How we take your order", "What you get",
      ])
  }

  @Test func `titles over sentences are the outline of a plain text without numbers`() {
    let text =
      "MILL TERMS\n\nThese terms are between Oak Limited (\"Oak\") and whoever brings corn to the mill.\n\nHours of the Mill\n\nThe mill is open from six to six.\n\nPayment\n\nEach load is paid for at the gate.\n\nGoverning Law\n\nThe law of Maine governs.\n\nAnn Fir\n\nMiller\n"
    #expect(outline(Fixtures.agreement(of: text)) == ["Hours of the Mill", "Payment", "Governing Law"])
  }

  @Test func `titles in capitals that their text goes on behind are the outline of a text without numbers`() {
    let text =
      "MILL LICENCE\n\nThis licence is given by Oak Limited (\"Oak\") to whoever brings corn to the mill.\n\nUSE OF THE MILL. You may grind corn there.\n\nSPARE STONE. You may keep one stone.\n\nHOURS AND DAYS The mill is open from six to six.\n\nTHE END. Oak may end this licence.\n\nIN WITNESS WHEREOF. Oak has signed this licence.\n"
    #expect(outline(Fixtures.agreement(of: text)) == ["USE OF THE MILL", "SPARE STONE", "HOURS AND DAYS", "THE END"])
    // One such opening is no outline.
    #expect(
      outline(
        Fixtures.agreement(
          of: "LETTER\n\nThe mill is closed on Mondays from now on, and nobody is there.\n\nPLEASE NOTE. You must knock.\n")
      ).isEmpty)
  }
}
