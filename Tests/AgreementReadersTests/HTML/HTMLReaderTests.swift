import AgreementReaders
import ContractModel
import Testing

/// A page is read as a browser shows it, and what it does not show is kept apart.
@Suite struct HTMLReaderTests {
  private func source(_ body: String, original: Bool = false) throws -> SourceText {
    let bytes = Array("<html><body>\(body)</body></html>".utf8)
    let read = try AgreementReader.read(bytes, name: "a.htm", options: AgreementReader.Options(originalChanges: original))
    return try #require(read.documents.first?.text)
  }

  private func lines(_ body: String, original: Bool = false) throws -> [String] {
    let text = try source(body, original: original)
    return text.string(0..<text.bytes.count).split(separator: "\n").map(String.init).filter { $0 != "<PAGE>" }
  }

  @Test func `ordered lists print their numbers, and count on below each other`() throws {
    let list =
      "<ol><li>Hire.<ol type=a><li>crane;</li><li>hoist.</li></ol></li><li><h4>Pay</h4><ol><li><p>Ten.</p></li><li value=5>Five.</li></ol></li></ol>"
    #expect(try lines(list) == ["1. Hire.", "a. crane;", "b. hoist.", "2. Pay", "2.1. Ten.", "2.5. Five."])
    #expect(try lines("<ol start=3 type=I reversed><li>x</li><li>y</li></ol>") == ["III. x", "II. y"])
    #expect(try lines("<ol style='list-style: none'><li>4.1 Typed.</li></ol>") == ["4.1 Typed."])
    #expect(try lines("<ol style='list-style-type: disc'><li>crane;</li><li>hoist.</li></ol>") == ["crane;", "hoist."])
    #expect(try lines("<ol><li style='list-style-type: none'>crane;</li><li>hoist.</li></ol>") == ["crane;", "2. hoist."])
  }

  @Test func `the type of a list's numbers may stand among other words of its style`() throws {
    #expect(try lines("<ol style='list-style: inside lower-roman'><li>x</li><li>y</li></ol>") == ["i. x", "ii. y"])
    #expect(
      try lines("<style>ol.r{list-style:lower-roman inside}</style><ol class=r><li>x</li><li>y</li></ol>") == ["i. x", "ii. y"])
  }

  @Test func `marks of a filed table's columns strike nothing out`() throws {
    let table =
      "<pre>\n<TABLE>\n<CAPTION>\nYear       Share\n<S>        <C>\n1986       0.75%\n1987       0.80%\n</TABLE>\n</pre><p>End.</p>"
    #expect(try lines(table).contains { $0.contains("1987") })
    #expect(try source(table).leftOut.isEmpty)
  }

  @Test func `counters of a style sheet are printed as it says`() throws {
    let css =
      "<style>ol.t { counter-reset: c; list-style: none } ol.t > li { counter-increment: c } ol.t > li::before { content: counters(c, '.') ' ' }</style>"
    #expect(
      try lines(css + "<ol class=t><li>Hire<ol class=t><li>crane</li><li>hoist</li></ol></li><li>Pay</li></ol>") == [
        "1 Hire", "1.1 crane", "1.2 hoist", "2 Pay",
      ])
  }

  @Test(arguments: [
    "<s>old</s>", "<strike>old</strike>", "<del>old</del>", "<span style='text-decoration: line-through'>old</span>",
  ])
  func `struck words are left out and kept, and stand in the original`(struck: String) throws {
    let text = try source("<p>The price is\(struck.replacing("old", with: " $40"))<u> $50</u>.</p>")
    #expect(text.string(0..<text.bytes.count) == "The price is $50.\n\n")
    #expect(text.leftOut == [LeftOut(.deleted, at: 12, "$40")])
    #expect(try lines("<p>The price is \(struck) <ins>new</ins>.</p>", original: true) == ["The price is old ."])
  }

  @Test func `hidden blanks and zero-width spaces are nothing that is left out`() throws {
    let text = try source(
      "<p>Oak<span hidden>&#8203;</span> sells<span style=\"display:none\"> &shy;</span> it.<span hidden>,</span></p>")
    #expect(text.leftOut.map(\.words) == [","])
  }

  @Test func `words without a size are hidden, and those in them that have one are not`() throws {
    let text = try source("<div style='font-size:0'>gone <p style='font-size:12pt'>The rent is ten.</p></div>")
    #expect(text.string(0..<text.bytes.count).contains("The rent is ten."))
    #expect(!text.string(0..<text.bytes.count).contains("gone"))
    #expect(text.leftOut.map(\.words) == ["gone"])
    #expect(try lines("<p style='display:none; visibility:visible'>gone</p><p>Kept.</p>") == ["Kept."])
  }

  @Test func `a field that is not shown parts no words`() throws {
    #expect(try lines("<p>Seller<input type=hidden value=x>.</p>") == ["Seller."])
  }

  @Test(arguments: ["hidden", "style='display:none'", "style='VISIBILITY: hidden'", "class=gone"])
  func `what a browser does not show is left out and kept`(attribute: String) throws {
    let text = try source("<style>.gone { display: none }</style><p>1. Hire.</p><p \(attribute)>2. Not shown.</p><p>2. Pay.</p>")
    #expect(text.string(0..<text.bytes.count) == "1. Hire.\n\n2. Pay.\n\n")
    #expect(text.leftOut.map(\.kind) == [.hidden])
    #expect(Agreement(text).health.contains("hidden text is left out"))
  }

  @Test func `raised and lowered figures stay apart from the word before`() throws {
    #expect(
      try lines("<p>Section 2<sup>1</sup>, 10<sup>6</sup>, CO<sub>2</sub>, 1<sup>st</sup>, Oak<sup>TM</sup></p>") == [
        "Section 2¹, 10⁶, CO₂, 1st, Oak™"
      ])
  }

  @Test func `what prints nothing is in no word, and ligatures are letters`() throws {
    #expect(try lines("<p>Licen&shy;sor&#8203; in the o&#xFB03;ce</p>") == ["Licensor in the office"])
  }

  @Test func `letters of sign fonts are signs, and words in them are words`() throws {
    #expect(
      try lines(
        "<p><font face=Wingdings>&#168;</font> no <font face=Wingdings>x</font> yes, <span style='font-family: Symbol'>&#163;</span> 3</p>"
      ) == ["☐ no ☒ yes, ≤ 3"])
    #expect(try lines("<p style='font-family: Symbol'>The whole clause is typed so.</p>") == ["The whole clause is typed so."])
  }

  @Test func `room set by style parts words, and fields of forms show what they hold`() throws {
    #expect(try lines("<p><span>(a)</span><span style='padding-left: 20pt'>Hire</span></p>") == ["(a) Hire"])
    let form =
      "<p>On <input placeholder=Day> <input value='Oak Ltd'> of <select><option>Ohio<option selected>Iowa</select> <input type=checkbox checked> agrees.</p>"
    #expect(try lines(form) == ["On [Day] Oak Ltd of Iowa ☒ agrees."])
  }

  @Test func `tags that are never closed cut nothing off, and absurd nesting is said`() throws {
    let pages = (1...600).map { "<PAGE><font>\($0). Clause \($0). The words of it are \($0).</font><p>" }.joined()
    #expect(try lines(pages).filter { $0.contains("The words of it") }.count == 600)
    #expect(throws: ReadingError.self) { try source(String(repeating: "<b>", count: 20_000) + "x") }
    let text = try source("<p>1. Hire.</p>" + String(repeating: "<div>", count: 20_000) + "<p>2. Pay.</p>")
    #expect(text.leftOut.map(\.kind) == [.missing])
  }

  @Test func `cells that hold paragraphs of their own are read one after another`() throws {
    #expect(
      try lines(
        "<table><tr><td><p>1. Hire.</p><p>2. Pay.</p></td></tr><tr><td>3.</td><td><p>End.</p><p>(a) soon</p></td></tr></table>")
        == ["1. Hire.", "2. Pay.", "3. End.", "(a) soon"])
    #expect(try lines("<table><tr><td>Tall crane</td><td>$9</td></tr></table>") == ["Tall crane    $9"])
  }

  @Test func `markup that is no comment is no words, and an empty comment hides nothing`() throws {
    #expect(try lines("<p><![if !supportLists]>(a)&nbsp;<![endif]>Hire.</p>") == ["(a)\u{A0}Hire."])
    #expect(try lines("<p>1. Hire. <!--> More.</p><p>2. Pay. <!-- x --></p>") == ["1. Hire. More.", "2. Pay."])
    // What looks like such markup in a comment does not take the comment's end away.
    #expect(
      try lines("<p>1. Hire.</p><!--[if mso]><b>x</b><![endif]--><p>2. Pay.</p><!-- y --><p>3. End.</p>") == [
        "1. Hire.", "2. Pay.", "3. End.",
      ])
    #expect(try lines("<!--[if !mso]><!--><p>1. Hire.</p><!--<![endif]--><p>2. Pay.</p>") == ["1. Hire.", "2. Pay."])
  }

  @Test func `marks raised by style stay apart, and what a style prints is printed`() throws {
    #expect(try lines("<p>due<span style='font-size:6pt;position:relative;top:-3.5pt'>2</span> now</p>") == ["due² now"])
    #expect(try lines("<style>.n::after { content: '.' }</style><p><span class=n>9</span> Title</p>") == ["9. Title"])
    #expect(
      try lines(
        "<style>h2 { counter-increment: a } h2::before { content: 'Article ' counter(a, upper-roman) ' \\2013  ' }</style><h2>Hire</h2>"
      )
        == ["Article I – Hire"])
  }

  @Test func `a struck item counts, and types of markers are those of the item`() throws {
    #expect(
      try lines("<ol><li>x</li><li><del>y</del></li><li style='text-decoration: line-through'>z</li><li>w</li></ol>") == [
        "1. x", "2.", "4. w",
      ])
    #expect(try lines("<style>.a li { list-style-type: lower-alpha }</style><ol class=a><li>x</li></ol>") == ["a. x"])
    #expect(try lines("<ul style='list-style-type: decimal'><li>x</li></ul>") == ["1. x"])
  }

  @Test func `lines that a style keeps are lines`() throws {
    #expect(try lines("<p style='white-space: pre-line'>1. Hire.\n2. Pay.</p>") == ["1. Hire.", "2. Pay."])
  }

  @Test func `lists without a type are lettered as the page cites them`() throws {
    let list =
      "<ol><li><h4>Stay</h4><ol><li>The boat stays:<ol><li>by day;</li><li>by night:<ol><li>in May.</li></ol></li></ol></li></ol></li></ol>"
    #expect(
      try lines(list + "<p>See Clause 1.1(b)(i).</p>") == [
        "1. Stay", "1.1. The boat stays:", "(a) by day;", "(b) by night:", "(i) in May.", "See Clause 1.1(b)(i).",
      ])
    #expect(try lines(list + "<p>See Clause 1.1.2.</p>").contains("1.1.2. by night:"))
    let definition = "<ol><li><dl><dt>Crane means</dt><dd><ol><li>a hook;</li></ol></dd></dl></li></ol><p>Clause 1.1(a).</p>"
    #expect(try lines(definition).contains("(a) a hook;"))
  }

  @Test func `where each cell of a table stood is known, with its column and how many it is wide`() throws {
    let page =
      "<html><body><p>Prices</p><table><tr><td></td><th>May</th></tr><tr><td>Wheels</td><td><p>10</p><p>\u{200B}</p></td></tr>"
      + "<tr><td colspan=2>Total</td></tr></table></body></html>"
    let text = try #require(try AgreementReader.read(Array(page.utf8), name: "a.html").documents.first?.text)
    #expect(text.cells.map { text.string($0.range) } == ["May", "Wheels", "10", "Total"])
    #expect(text.cells.map(\.column) == [1, 0, 1, 0])
    #expect(text.cells.map(\.span) == [1, 1, 1, 2])
    #expect(Set(text.cells.map(\.table)).count == 1)
  }

  @Test func `what an element says of its place undoes what is said around it`() throws {
    let page = "<html><body><center><p align=left>Left</p><p>Middle</p></center></body></html>"
    let text = try #require(try AgreementReader.read(Array(page.utf8), name: "a.html").documents.first?.text)
    #expect(text.styles.filter { $0.kind == .centred }.map { text.string($0.range) } == ["Middle"])
  }

  @Test func `a strike around paragraphs strikes them all, and nothing behind them`() throws {
    #expect(try lines("<s><p>1. Old.</p><div>2. Older.</div></s><p>3. Rate. <s>Ten</s> <u>Six</u>.</p>") == ["3. Rate. Six."])
    #expect(try lines("<strike><p>1. Old.</p></strike><p>2. Law.</p>") == ["2. Law."])
    #expect(try lines("<s><div>1. Old.</div></s><div>2. Law.</div><div>3. End.</div>") == ["2. Law.", "3. End."])
  }

  @Test func `words in a cell behind its number are set apart from it`() throws {
    let table = "<table><tr><td>(b)</td><td>Bay buys pears; and<p>that is all.</p></td></tr></table>"
    #expect(try lines(table).first == "(b) Bay buys pears; and")
  }

  @Test func `parties stand in the table of a cover, beside their labels or in columns`() throws {
    let rows = "<table><tr><td>Miller</td><td>Oak Mills, Inc.</td></tr><tr><td>Owner</td><td>Elm Farms, Inc.</td></tr></table>"
    let columns =
      "<table><tr><td></td><td>Party 1</td><td>Party 2</td></tr><tr><td>Company</td><td>Oak Mills, Inc.</td><td>Elm Farms, Inc.</td></tr></table>"
    for table in [rows, columns] {
      let agreement = Agreement(try source("<h1>Mill Terms</h1>\(table)<p>1. Work. The one grinds.</p><p>2. Pay. Ten.</p>"))
      #expect(agreement.parties.map(\.name) == ["Oak Mills, Inc.", "Elm Farms, Inc."])
    }
  }
}
