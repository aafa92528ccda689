import AgreementReaders
import ContractModel

/// A comparison as a Word document with tracked changes: all accepted, it has the words of the new version; all rejected, of the old one.
///
/// ECMA-376, 17.13.5: `w:ins` and `w:del` around runs, and in the properties of a paragraph's mark where all of the paragraph is new or gone.
struct ComparisonDocument {
  let comparison: Comparison
  let author: String
  /// When the changes were made, as XML Schema writes it: `2026-11-26T12:00:00Z`.
  let date: String

  private typealias Kind = WordRedline.Kind
  private typealias Paragraph = WordRedline.Paragraph

  /// The new version's own package with the changes in it; nil where it cannot carry them.
  func bytes(in package: [UInt8], old: [UInt8]) -> [UInt8]? {
    WordRedline.redlined(package, old: old, paragraphs(), author: author, date: date)
  }

  /// The bytes of a plain document; nil where no archive can be made.
  func bytes() -> [UInt8]? {
    let types = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
      """
    let relations = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
      """
    return ArchiveWriter.zip([
      ("[Content_Types].xml", Array(types.utf8)), ("_rels/.rels", Array(relations.utf8)),
      ("word/document.xml", Array(document().utf8)),
    ])
  }

  private func document() -> String {
    var out = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
      """
    var change = 0
    func attributes() -> String {
      change += 1
      return "w:id=\"\(change)\" w:author=\"\(Markup.escaped(author))\" w:date=\"\(Markup.escaped(date))\""
    }
    for paragraph in paragraphs() where !paragraph.isEmpty {
      out += "<w:p>"
      let kinds = paragraph.runs.filter { !$0.text.isEmpty }.map(\.kind)
      if kinds.allSatisfy({ $0 == .inserted }) { out += "<w:pPr><w:rPr><w:ins \(attributes())/></w:rPr></w:pPr>" }
      if kinds.allSatisfy({ $0 == .deleted }) { out += "<w:pPr><w:rPr><w:del \(attributes())/></w:rPr></w:pPr>" }
      for run in paragraph.runs where !run.text.isEmpty {
        let text = Markup.escaped(run.text)
        switch run.kind {
        case .same: out += "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
        case .inserted: out += "<w:ins \(attributes())><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:ins>"
        case .deleted: out += "<w:del \(attributes())><w:r><w:delText xml:space=\"preserve\">\(text)</w:delText></w:r></w:del>"
        }
      }
      out += "</w:p>"
    }
    return out + "</w:body></w:document>\n"
  }

  // MARK: Paragraphs

  /// The paragraphs of both versions, in order of the new one; what moved is put in where it is and taken out where it was.
  private func paragraphs() -> [Paragraph] {
    var out: [Paragraph] = [Paragraph()]
    // Moved provisions by the place they left: behind the last provision before them that stayed.
    let stayed = Set(comparison.rows.filter { $0.kind != .moved }.compactMap(\.old))
    var left: [Int: [Comparison.Row]] = [:]
    for row in comparison.rows where row.kind == .moved {
      var place = (row.old ?? 0) - 1
      while place >= 0, !stayed.contains(place) { place -= 1 }
      left[place, default: []].append(row)
    }
    for key in left.keys { left[key]?.sort { ($0.old ?? 0) < ($1.old ?? 0) } }
    func takeOut(_ rows: [Comparison.Row]) {
      for row in rows {
        for piece in row.pieces where !piece.old.isEmpty {
          add(.deleted, comparison.old, piece.old, piece, &out)
        }
      }
    }
    // What is gone stands before the words that followed it, whichever provision those belong to now.
    // A part that moved elsewhere is taken out with the rest, so that it comes back in its place.
    var gone = comparison.rows.filter { $0.kind == .removed }.flatMap(\.pieces).filter { $0.kind == .deleted }
      .sorted { $0.old.lowerBound < $1.old.lowerBound }[...]
    func takeOutGone(before place: Int) {
      while let piece = gone.first, piece.old.lowerBound < place {
        add(.deleted, comparison.old, piece.old, piece, &out)
        gone.removeFirst()
      }
    }
    for row in comparison.rows {
      for piece in row.pieces where row.kind != .removed || piece.kind != .deleted {
        if row.kind != .moved, piece.move == nil, !piece.old.isEmpty { takeOutGone(before: piece.old.lowerBound) }
        switch piece.kind {
        case _ where row.kind == .moved:
          if !piece.new.isEmpty { add(.inserted, comparison.new, piece.new, piece, &out) }
        case .deleted: add(.deleted, comparison.old, piece.old, piece, &out)
        case .inserted: insertBehindNewWords(piece, &out)
        case .same, .renumbered: addSame(piece, &out)
        }
      }
      if row.kind != .moved { takeOut(left.removeValue(forKey: row.old ?? (row.new == nil ? -1 : -2)) ?? []) }
    }
    takeOutGone(before: .max)
    for key in left.keys.sorted() { takeOut(left[key] ?? []) }
    return out
  }

  private func add(
    _ kind: Kind, _ agreement: Agreement, _ range: Range<Int>, _ piece: Comparison.Piece, _ out: inout [Paragraph]
  ) {
    let begins = begin(kind, piece, &out)
    for (index, line) in agreement.readingWords(range).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { out.append(Paragraph()) }
      append(kind, String(line), isSpaced: index == 0 && !begins && piece.isSpaced, &out)
    }
    finish(kind, piece, &out)
  }

  /// Begins a paragraph for a piece that begins one. Words that were put before what was taken out at a paragraph's beginning share its
  /// paragraph: `[-The-] {+A+} Seller`.
  private func begin(_ kind: Kind, _ piece: Comparison.Piece, _ out: inout [Paragraph]) -> Bool {
    guard piece.beginsParagraph else { return false }
    let last = out[out.count - 1]
    let isOpen = kind != .deleted ? last.isOldOpen && last.isAll(.deleted) : last.isNewOpen && last.isAll(.inserted)
    if !isOpen || last.isEmpty { out.append(Paragraph()) }
    return true
  }

  /// Keeps whether the paragraph that a piece stands in goes on in each version.
  private func finish(_ kind: Kind, _ piece: Comparison.Piece, _ out: inout [Paragraph]) {
    if kind != .inserted { out[out.count - 1].isOldOpen = !piece.endsParagraph }
    if kind != .deleted { out[out.count - 1].isNewOpen = !piece.endsParagraph }
  }

  private func append(_ kind: Kind, _ text: String, isSpaced: Bool, _ out: inout [Paragraph]) {
    let words = (isSpaced && !out[out.count - 1].isEmpty ? " " : "") + text
    if let last = out[out.count - 1].runs.last, last.kind == kind {
      out[out.count - 1].runs[out[out.count - 1].runs.count - 1].text += words
    } else {
      out[out.count - 1].runs.append((kind, words))
    }
  }

  /// New words that go on with a paragraph stand in it, before paragraphs that were taken out behind it: `goods{+ now+}`, `[-Second.-]`.
  private func insertBehindNewWords(_ piece: Comparison.Piece, _ out: inout [Paragraph]) {
    var at = out.count - 1
    while at > 0, out[at].isAll(.deleted), !out[at].isOldOpen { at -= 1 }
    guard !piece.beginsParagraph, at < out.count - 1, !out[at].isEmpty else {
      return add(.inserted, comparison.new, piece.new, piece, &out)
    }
    let lines = comparison.new.readingWords(piece.new).split(separator: "\n", omittingEmptySubsequences: false)
    out[at].runs.append((.inserted, (piece.isSpaced ? " " : "") + (lines.first ?? "")))
    for line in lines.dropFirst() {
      var paragraph = Paragraph()
      paragraph.runs = [(.inserted, String(line))]
      at += 1
      out.insert(paragraph, at: at)
    }
  }

  /// Words that are the same, but for numbers that follow others: those are taken out and put in.
  private func addSame(_ piece: Comparison.Piece, _ out: inout [Paragraph]) {
    // The blank of the old version: of `and c` that became `or "c`.
    if piece.wasSpaced, !piece.isSpaced, !piece.beginsParagraph, out[out.count - 1].runs.last.map({ $0.kind != .same }) ?? false {
      append(.deleted, " ", isSpaced: false, &out)
    }
    // As they are read: what pages put between them is no word of either.
    let (before, after) = (
      comparison.old.readingWords(piece.old).split(whereSeparator: \.isWhitespace),
      comparison.new.readingWords(piece.new).split(whereSeparator: \.isWhitespace)
    )
    // The number of a provision that was joined to another: `pays. [-3.-] Interest runs`.
    if after.isEmpty, !before.isEmpty { return append(.deleted, before.joined(separator: " "), isSpaced: true, &out) }
    // A number that only one version prints is taken out or put in too: `7. The rest`.
    let runs = WordDifference.runs(before.map(Self.key)[...], after.map(Self.key)[...])
    guard runs.contains(where: { $0.kind != .same }) else { return add(.same, comparison.new, piece.new, piece, &out) }
    var gone: [Int: Range<Int>] = [:]
    var isNew = [Bool](repeating: false, count: after.count)
    for run in runs {
      if run.kind == .deleted { gone[run.new.lowerBound] = run.old }
      if run.kind == .inserted { for index in run.new { isNew[index] = true } }
    }
    defer { finish(.same, piece, &out) }
    _ = begin(.same, piece, &out)
    func takeOut(before index: Int, _ spaced: Bool) {
      guard let range = gone[index] else { return }
      append(.deleted, before[range].joined(separator: " "), isSpaced: spaced, &out)
    }
    var index = 0
    for (number, line) in comparison.new.readingWords(piece.new).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if number > 0 { out.append(Paragraph()) }
      for (place, word) in line.split(whereSeparator: \.isWhitespace).enumerated() {
        let spaced = place > 0 || number == 0 && !piece.beginsParagraph && piece.isSpaced
        takeOut(before: index, spaced)
        append(isNew[index] ? .inserted : .same, String(word), isSpaced: spaced, &out)
        index += 1
      }
    }
    takeOut(before: index, true)
  }

  /// What a word is compared by.
  private static func key(_ word: Substring) -> UInt64 {
    plain(word).utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  /// A word without what makes no difference: the kind of its quotation marks and dashes, and capitals.
  private static func plain(_ word: Substring) -> String {
    String(
      word.lowercased().map { character -> Character in
        switch character {
        case "‘", "’": "'"
        case "“", "”": "\""
        case "‐", "‑", "–", "—": "-"
        default: character
        }
      })
  }
}
