import AgreementReaders
import ContractModel
import Foundation
import TestSupport
import Testing

/// Words are put together by where they stand on the page.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftohtml"))) struct PDFLayoutTests {
  private typealias Words = PDFBuilder.Words

  private func source(_ pages: [[PDFBuilder.Words]]) throws -> SourceText {
    try #require(try AgreementReader.read(PDFBuilder.pdf(pages), name: "a.pdf").documents.first?.text)
  }

  private func agreement(_ pages: [[PDFBuilder.Words]]) throws -> Agreement { Agreement(try source(pages)) }

  /// The words of an agreement as they are read, white space single.
  private func words(_ agreement: Agreement) -> String {
    agreement.readingWords(0..<agreement.text.bytes.count).split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test func `columns of prose are read one after the other`() throws {
    let left = PDFBuilder.lines(
      ["1. Hire. The hirer takes the", "crane for as long as the", "works of the yard go on.", "2. Pay. Pay", "each month."], x: 60)
    let right = PDFBuilder.lines(
      [
        "3. Care. The hirer keeps the", "crane in the state that it", "was in when it came.", "4. End. The hire ends",
        "with the works.",
      ], x: 320)
    let read = try agreement([left + right])
    #expect(read.provisions.map(\.number) == ["1", "2", "3", "4"])
    #expect(words(read).contains("as long as the works of the yard go on."))
  }

  @Test func `names side by side are no columns of prose`() throws {
    let rows = [
      ("LESSOR:", "LESSEE:"), ("By: ________", "By: ________"), ("Name: Jane Roe", "Name: John Doe"),
      ("Title: Chair", "Title: Clerk"),
    ]
    let page = rows.enumerated().flatMap { [Words(72, 100 + Double($0) * 14, $1.0), Words(330, 100 + Double($0) * 14, $1.1)] }
    let text = try source([page])
    let lines = text.string(0..<text.bytes.count).split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    #expect(lines.contains("Name: Jane Roe Name: John Doe"))
  }

  @Test func `numbers of lines in the margin are no words of the text`() throws {
    let numbers = (1...25).map { Words($0 < 10 ? 50 : 44, 44 + Double($0 - 1) * 24, "\($0)") }
    let lines = [
      Words(80, 44, "CONSENT ORDER"), Words(80, 92, "1. Stay. The claim is stayed until"),
      Words(80, 116, "the sum of Section 2 is paid."),
      Words(80, 164, "2. Sum. The sum is ten dollars."),
    ]
    let read = try agreement([numbers + lines])
    #expect(read.provisions.map(\.number) == ["1", "2"])
    #expect(words(read).contains("stayed until the sum of Section 2 is paid."))
    #expect(read.text.leftOut.map(\.kind) == [.lineNumber])
  }

  @Test func `numbers of lines go on over a short last page, and stand in both margins`() throws {
    func numbers(_ range: ClosedRange<Int>, _ x: Double) -> [Words] {
      range.map { Words(x, 44 + Double($0 - range.lowerBound) * 24, "\($0)") }
    }
    let first = (1...20).map {
      Words(80, 44 + Double($0 - 1) * 24, $0 == 1 ? "1. Stay. The claim is stayed and" : "all of it rests and rests and")
    }
    let last = [Words(80, 44, "so it ends."), Words(80, 68, "2. Sum. The sum is ten dollars."), Words(80, 92, "3. Law. Ohio.")]
    let read = try agreement([
      numbers(1...20, 44) + numbers(1...20, 560) + first, numbers(21...23, 44) + numbers(21...23, 560) + last,
    ])
    #expect(read.provisions.map(\.number) == ["1", "2", "3"])
    #expect(!words(read).contains("21"))
  }

  @Test func `heads and feet at one height are furniture, with or without words beside the number`() throws {
    let clauses = [
      "The mill grinds the corn of the farm until", "the harvest is in, and the farm pays for", "each sack that leaves the mill",
    ]
    let pages = clauses.enumerated().map { index, clause in
      [
        Words(72, 40, "Mill / Farm Milling Deed"), Words(72, 100, index == 0 ? "1. Milling. \(clause)" : clause),
        Words(72, 750, "\(index + 1)"), Words(300, 750, "Form M-7"),
      ]
    }
    let read = try agreement(pages)
    #expect(words(read) == "1. Milling. " + clauses.joined(separator: " "))
    #expect(read.provisions.map(\.number) == ["1"])
    #expect(read.ledger.furnitureLines == 6)
  }

  @Test func `words broken at a line's end are whole, true compounds keep their hyphen`() throws {
    let read = try agreement([
      PDFBuilder.lines(["1. Care. The tenant keeps the gar-", "den in a well-", "kept state on a non-", "stop basis."])
    ])
    #expect(words(read) == "1. Care. The tenant keeps the garden in a well-kept state on a non-stop basis.")
  }

  @Test func `a raised figure does not run into the number before it`() throws {
    let page = [
      Words(72, 100, "1. Fee. See Section 2"), Words(176, 95, "1", size: 6), Words(181, 100, "for it."),
      Words(72, 128, "2. Sum. Ten."),
    ]
    let read = try agreement([page])
    #expect(read.references.map(\.targets) == [["2"]])
  }

  @Test func `a page that is a picture is named, and the rest is read`() throws {
    let read = try agreement([
      PDFBuilder.lines(["1. Sale. Sold as Section 2 says."]), [], PDFBuilder.lines(["3. Law. Ohio law governs."]),
    ])
    #expect(read.provisions.map(\.number) == ["1", "3"])
    #expect(read.health.contains { $0.hasPrefix("page 2 has no readable text: pictures of pages") })
    #expect(throws: ReadingError.pictures) { try AgreementReader.read(PDFBuilder.pdf([[], []]), name: "a.pdf") }
  }

  @Test func `a text layer that is a cipher is named and not read`() throws {
    let cipher = "Wklv djuhhphqw lv pdgh ehwzhhq wkh sduwlhv dqg vkdoo eh elqglqj xsrq wkhp dqg wkhlu vxffhvvruv zkr vljq lw khuh "
    let read = try agreement([
      PDFBuilder.lines(["1. Sale. The goods are sold under this deed and the buyer pays for them."]),
      PDFBuilder.lines([cipher, cipher, cipher]),
    ])
    #expect(read.health.contains { $0.hasPrefix("page 2 has no readable text: the fonts") })
    #expect(read.text.leftOut.map(\.kind) == [.unreadable])
  }

  @Test func `reading is stopped by who asks for it`() throws {
    var options = AgreementReader.Options()
    options.progress = { _, _ in false }
    #expect(throws: ReadingError.stopped) {
      try AgreementReader.read(PDFBuilder.pdf([PDFBuilder.lines(["1. Sale."])]), name: "a.pdf", options: options)
    }
  }

  @Test func `words drawn twice are read once, and a huge word over the text joins no lines`() throws {
    let clause = [
      "1. Hire. The crane is let for a year and the", "hirer pays for it each month that it stands in", "the yard of the owner.",
    ]
    let pages = (0..<3).map { _ in
      PDFBuilder.lines(clause) + [
        Words(72, 150, "2. Pay. Ten."), Words(72.3, 150, "2. Pay. Ten."), Words(100, 100, "DRAFT", size: 90),
      ]
    }
    let read = try words(agreement(pages))
    #expect(read.contains("the hirer pays for it each month that it stands in the yard of the owner."))
    #expect(!read.contains("DRAFT"))
    #expect(read.components(separatedBy: "2. Pay. Ten.").count == 4)
  }

  @Test func `a first letter set over several lines joins its word`() throws {
    let page = [
      Words(72, 120, "T", size: 36), Words(96, 98, "his deed is made by the owner of the crane"),
      Words(96, 112, "and by the hirer."),
    ]
    #expect(try words(agreement([page])) == "This deed is made by the owner of the crane and by the hirer.")
  }

  @Test func `a hyphen at a line's end stays where its first part keeps one`() throws {
    let lines = [
      "1. Stay. The boat stays in good-", "faith and at a fixed-", "price, under the SUPPLY AGREE-", "MENT, for each sub-",
      "sidiary and each part-",
      "time hand, and the indemni-", "fication. It has a non-exclu-", "sive and up-to-", "date berth.",
    ]
    let read = words(try agreement([PDFBuilder.lines(lines)]))
    for word in [
      "good-faith", "fixed-price", "AGREEMENT,", "subsidiary", "part-time", "indemnification.", "non-exclusive", "up-to-date",
    ] {
      #expect(read.contains(word), "\(word) in \(read)")
    }
  }

  @Test(arguments: [72.0, 540.0])
  func `numbers of the lines of a short page are taken out of either margin`(x: Double) throws {
    let texts = [
      "1. Stay. The boat stays", "at the dock.", "2. Fee. Ten.", "3. End. In May.", "4. Law. Ohio.", "5. Whole. All.",
      "6. Copies. Two.",
    ]
    let page = texts.enumerated().flatMap { [Words(x, 100 + Double($0) * 14, "\($0 + 1)"), Words(110, 100 + Double($0) * 14, $1)] }
    #expect(try agreement([page]).provisions.map(\.number) == ["1", "2", "3", "4", "5", "6"])
  }

  @Test func `titles with a number above a list that begins with 1 are no heads of pages`() throws {
    let first = PDFBuilder.lines(["DOCK DEED", "1. Boats. They are in the orders.", "2. Law. Ohio."])
    let orders = (1...4).map { PDFBuilder.lines(["ORDER FORM \($0)", "1. Boat. Boat \($0).", "2. Fee. $\($0)00."]) }
    let read = words(try agreement([first] + orders))
    for number in 1...4 { #expect(read.contains("ORDER FORM \(number)")) }
  }

  @Test(arguments: [
    "Bnao yvjt focnantc qo cun xqvo vc ofon yna znoc v jnva, fo vaanvat, qo cun xvtc svj qb npnaj rqocu eocfx cun xqvo ft yvfs fo bexx cq cun lvoi bnao",
    "!\" #$%&'&/%\" /&'$ *+,/ -$%&'&/% .$ %/& 0.+$ +% $-$& *&' 1&$% + ,&+'2 -$ +''&+'/ .$ %/& 0+/% 3+, .4 &5&', 6.$%/ 7$%-0",
  ])
  func `a page of swapped letters or of signs is named, and not read`(cipher: String) throws {
    let pieces = stride(from: 0, to: cipher.count, by: 60).map { String(cipher.dropFirst($0).prefix(60)) }
    let text = try source([PDFBuilder.lines(["1. Stay. The boat stays at the dock of the owner."]), PDFBuilder.lines(pieces)])
    #expect(text.leftOut.contains { $0.kind == .unreadable && $0.page == 2 })
  }

  @Test func `all the words of a page are no head of it`() throws {
    let pages = (1...4).map { PDFBuilder.lines(["ORDER FORM \($0)", "1. Boat. Boat \($0).", "2. Fee. $\($0)00."]) }
    let read = try agreement(pages)
    for fee in 1...4 { #expect(words(read).contains("2. Fee. $\(fee)00.")) }
  }
}
