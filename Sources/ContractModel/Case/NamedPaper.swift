/// Another paper as an agreement names it: a full name, a date, and the short name it is given.
///
/// `that certain Lease Agreement dated as of May 1, 1998 between Oak and Elm (the "Lease")`
struct NamedPaper {
  /// What is called so from here on, in small letters; the full name too where no short one is given.
  var key: String
  var name: String
  var date: CalendarDate?
  /// Where it gets its short name, a byte offset in the source.
  var place: Int

  /// The papers that an agreement gives short names to.
  static func all(in agreement: Agreement) -> [NamedPaper] {
    agreement.terms.compactMap { term in
      guard let definition = term.definitions.first(where: { $0.kind != .reference }) else { return nil }
      let reading = agreement.reading
      let span = reading.bytes.span
      let at = reading.reading(definition.range.lowerBound)
      // "… between Oak and Elm (the "Lease")" looks like Elm's role, were it not for the word.
      guard definition.kind != .party || ReferenceOwner.isDocumentWord(span, at..<reading.reading(definition.range.upperBound))
      else {
        return nil
      }
      // "means the Lease Agreement dated …" behind the term, "the Lease Agreement dated … (the "Lease")" before it.
      let near: Range<Int>
      if definition.kind == .list {
        near = at..<min(span.count, at + 400)
      } else {
        var start = max(0, at - 400)
        if let feed = (start..<at).last(where: { span[$0] == Ascii.lineFeed }) { start = feed + 1 }
        // "the Lease, as amended by the First Amendment to Lease (as so amended, the "Lease")" is the lease.
        let end = ["as amended", "as modified", "as supplemented", "as heretofore amended", "as previously amended"].compactMap {
          (words: StaticString) in span.firstIndex(of: words, in: start..<at)
        }.min()
        near = start..<(end.flatMap { paper(span, start..<$0, fromEnd: true) == nil ? nil : $0 } ?? at)
      }
      let last = PaperDirectory.words(term.name).last
      guard
        let paper = paper(span, near, fromEnd: definition.kind != .list, endingIn: last)
          ?? (definition.kind == .list ? nil : uncapitalised(span, near))
      else { return nil }
      let before = max(0, at - 8)..<at
      guard span.firstIndex(of: "this", in: before) == nil else { return nil }
      return NamedPaper(
        key: term.name.lowercasedBytes, name: paper.name, date: paper.date, place: definition.range.lowerBound)
    }
  }

  /// The first or last run of capitalised words that ends in a word for a paper, and the date behind it; one that ends in a given word is
  /// taken before others: "the Credit Agreement, as amended by Amendment No. 2 thereto (the "Agreement")".
  static func paper(_ span: Span<UInt8>, _ range: Range<Int>, fromEnd: Bool, endingIn wanted: String? = nil)
    -> (name: String, date: CalendarDate?)?
  {
    var found: (name: Range<Int>, end: Int)?
    var isWanted = false
    var i = range.lowerBound
    while i < range.upperBound {
      guard span[i].isUpper, i == 0 || !span[i - 1].isWord else {
        i += 1
        continue
      }
      var end = i
      var last = i..<i
      while end < range.upperBound {
        let word = end
        while end < range.upperBound, span[end].isWord || span[end] == Ascii.apostrophe { end += 1 }
        guard end > word, span[word].isUpper || span[word].isDigit || TitleWords.isSmall(span, word..<end) else { break }
        if span[word].isUpper, ReferenceOwner.isDocumentWord(span, word..<end) { last = i..<end }
        guard end < range.upperBound, span[end] == Ascii.space else { break }
        end += 1
      }
      // "This Deed" is the paper itself.
      if !last.isEmpty, !span.matchesWord("this", at: i) {
        let ends =
          wanted.map {
            Array($0.utf8).elementsEqual(bytes(span, max(last.lowerBound, last.upperBound - $0.utf8.count)..<last.upperBound))
          } ?? false
        if ends || !isWanted { found = (last, last.upperBound) }
        isWanted = isWanted || ends
        if !fromEnd, isWanted || wanted == nil { break }
      }
      i = max(end, i + 1)
    }
    guard let found else { return nil }
    var date: CalendarDate?
    var at = found.end
    let limit = min(range.upperBound, found.end + 120)
    while at < limit, date == nil {
      if span[at].isAlphanumeric, at == 0 || !span[at - 1].isWord { date = DateParser.parse(span, at)?.date }
      at += 1
    }
    var name: [UInt8] = []
    for i in found.name { name.append(span[i]) }
    return (String(decoding: name, as: UTF8.self), date)
  }

  /// The last paper of a range that is named in small letters and dated: "a services agreement dated 3 March 2019", "an agreement dated 3
  /// March 2019 for the provision of hosting".
  static func uncapitalised(_ span: Span<UInt8>, _ range: Range<Int>) -> (name: String, date: CalendarDate?)? {
    var found: (name: String, date: CalendarDate?)?
    for kind: StaticString in ["agreement", "contract", "licence", "license", "lease", "deed", "letter"] {
      var from = range.lowerBound
      while let at = span.firstIndex(of: kind, in: from..<range.upperBound) {
        from = at + kind.utf8CodeUnitCount
        // The lease of "a lease agreement" is no paper of its own.
        if ["agreement", "contract", "deed", "of"].contains(where: { span.matchesWord($0, at: span.skipSpaces(from)) }) {
          continue
        }
        guard span[at].isLower, at > 0, span[at - 1] == Ascii.space, from < range.upperBound, span[from] == Ascii.space else {
          continue
        }
        // "dated", with a word or two before it, "agreement for services dated", or the parties: "entered into by Oak and Elm, dated".
        guard let dated = span.firstIndex(of: "dated ", in: from..<min(range.upperBound, from + 320)),
          span.firstIndex(of: ". ", in: from..<dated).map({ Abbreviation.closesAny(span, $0) }) ?? true
        else { continue }
        var next = dated + 6
        while span.matchesWord("as", at: next) || span.matchesWord("of", at: next) { next = span.skipSpaces(next + 2) }
        guard let date = DateParser.parse(span, next)?.date else { continue }
        // Back to the article: "a hosting services agreement".
        var start = at
        var words = 0
        while words < 5, start > range.lowerBound + 1 {
          var word = start - 1
          while word > range.lowerBound, span[word - 1].isWord || span[word - 1] == Ascii.hyphen { word -= 1 }
          guard word < start - 1, span[start - 1] == Ascii.space else { break }
          if ["a", "an", "the", "certain"].contains(where: { (article: StaticString) in span.matchesWord(article, at: word) }) {
            break
          }
          start = word
          words += 1
        }
        guard words < 5 else { continue }
        var name: [UInt8] = []
        for i in start..<from { name.append(span[i]) }
        found = (String(decoding: name, as: UTF8.self), date)
      }
    }
    return found
  }

  /// In small letters.
  private static func bytes(_ span: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    for i in range { out.append(span[i].lowercased) }
    return out
  }
}
