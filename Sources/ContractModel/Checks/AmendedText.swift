/// Whether words speak for another paper: one that this one changes, or one that it serves.
struct AmendedText {
  private let reading: ReadingText
  /// Where new text for another paper is announced ("shall read as follows"), in the reading text: behind an even number of quotation
  /// marks, and behind an odd one.
  private var openings: [[Int]] = [[], []]
  /// Where quotation marks stand, in the reading text; none are looked for where nothing is announced.
  private var marks: [Int] = []
  /// How far an announcement reaches, in bytes.
  private static let reach = 30_000

  init(_ agreement: Agreement) {
    let reading = agreement.reading
    self.reading = reading
    let span = reading.bytes.span
    var found: [Int] = []
    for (words, leads) in [
      ("as follow" as StaticString, ["read" as StaticString, "reads", "entirety", "substituted", "restated"]),
      ("with the following", ["replaced", "substituted", "replacing"]),
      ("by the following", ["replaced", "substituted"]),
      ("the following", ["inserting", "adding", "add", "substituting", "insert"]),
      ("in alphabetical order", ["inserting", "inserted", "adding", "added", "thereto"]), ("in their entirety", ["definitions"]),
      ("following new definition", ["the", "a"]), ("there shall be substituted", []), ("with:", ["replaced", "substituted"]),
      ("following definition", ["the"]), ("following definitions", ["the"]), ("the following definitions", ["restating"]),
      ("the definition of", ["restating"]), ("in its place:", []), ("so that the definition", []), ("so that it reads", []),
      ("so as to read", []),
    ] {
      var from = 0
      while let at = span.firstIndex(of: words, in: from..<span.count) {
        from = at + words.utf8CodeUnitCount
        let isLed = leads.contains { at > 0 && span.matchesWord($0, endingAt: at - 1) }
        // "the following definitions apply" announces the paper's own.
        let isOwn = span.matches("following definition", at: at) && !announcesChange(span, at)
        if isLed && !isOwn || leads.isEmpty { found.append(at) }
      }
    }
    guard !found.isEmpty else { return }
    let marks = (0..<span.count).filter { span[$0] == Ascii.quote }
    found.sort()
    openings = [0, 1].map { parity in found.filter { place in marks.boundary(behindAll: { $0 < place }) % 2 == parity } }
    self.marks = marks
  }

  /// Whether the words of a sentence around a place put in or take out: "are added to Section 1", "shall be inserted".
  private func announcesChange(_ span: Span<UInt8>, _ at: Int) -> Bool {
    let near = max(0, at - 160)..<min(span.count, at + 160)
    return (["added", "adding", "inserted", "inserting", "replaced", "replacing", "deleted", "substituted"] as [StaticString])
      .contains {
        span.firstIndex(of: $0, in: near) != nil
      }
  }

  /// Whether the title says that the agreement changes another, or the text does.
  static func amends(_ agreement: Agreement) -> Bool {
    if agreement.amends || agreement.title.lowercasedBytes.contains("amended") { return true }
    let span = agreement.reading.bytes.span
    if span.firstIndex(of: "amendment", in: 0..<min(span.count, 300)) != nil { return true }
    var from = 0
    while let at = span.firstIndex(of: "hereby a", in: from..<span.count) {
      from = at + 8
      guard span.matches("hereby amended", at: at) || span.matches("hereby added", at: at) else { continue }
      let before = span.skipSpaces(endingAt: at)
      if span.matchesWord("is", endingAt: before) || span.matchesWord("are", endingAt: before) || span.matches(" by", at: at + 14) {
        return true
      }
    }
    for words: StaticString in ["amended to read", "shall read as follows"] {
      if span.firstIndex(of: words, in: 0..<span.count) != nil { return true }
    }
    return false
  }

  /// Whether a place stands within quotation marks opened by words that put new text into another paper.
  func quotes(at place: Int) -> Bool {
    guard !marks.isEmpty else { return false }
    let at = reading.reading(place)
    // An odd number of marks lies between an opening and a place where one of them has an even number before it and the other an odd one.
    let others = openings[1 - marks.boundary(behindAll: { $0 < at }) % 2]
    let before = others.boundary(behindAll: { $0 < at })
    return before > 0 && at - others[before - 1] < Self.reach
  }
}
