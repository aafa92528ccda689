/// Finds attachments that are named and do not stand in the file: "Exhibit A" where nothing is attached. One finding an attachment.
///
/// What an attachment or an amendment's new text names is another paper's, and a hint; so is what is to be attached later.
enum MissingAttachment: CheckRule {
  static let code = "missing-attachment"
  static let severity = Finding.Severity.warning
  static let summary = "an exhibit or schedule that is named and not in the file"
  static let example = "“Exhibit A” where nothing is attached"

  static func findings(_ agreement: Agreement) -> [Finding] {
    func lacks(_ reference: CrossReference) -> Bool {
      reference.status == .attachment && (!reference.attached || !reference.absent.isEmpty)
    }
    guard agreement.references.contains(where: lacks) else { return [] }
    var seen: [String: Int] = [:]
    var out: [Finding] = []
    // The attachments of each finding.
    var named: [[String]] = []
    let tree = agreement.provisions
    let span = agreement.text.bytes.span
    let attached = Set(tree.filter { $0.kind == .attachment }.map { $0.number })
    let amends = AmendedText.amends(agreement)
    let amended = AmendedText(agreement)
    let alone = linesAlone(agreement)
    let numbered = numberedPages(agreement)
    let printed = printedNames(agreement)
    for reference in agreement.references where lacks(reference) {
      // "schedule 40 pipe" is no attachment, and "Attachment 2 of Exhibit B" is a part of one.
      guard span[reference.range.lowerBound].isUpper, !isPart(span, reference.range.upperBound) else { continue }
      let missing = reference.targets.filter { name in
        !attached.contains(name) && !isFilingNumber(name) && !alone.contains(name.lowercasedBytes)
          && !numbered.contains(where: { isFolio(name, of: $0) }) && !attached.contains(where: { isFolio(name, of: $0) })
      }
      guard let name = missing.first else { continue }
      let isOwn =
        reference.provision.flatMap { tree.attachment(of: $0) } == nil
        && !amended.quotes(at: reference.range.lowerBound)
        && !isLater(agreement, reference.range) && (!amends || isAttachedHere(span, reference.range.upperBound))
      // A hint gives way to the first place that is sure.
      if let before = seen[name] {
        if out[before].severity == .info, isOwn { out[before] = finding(reference, [name], .warning) }
      }
      // A list that lacks several is one finding.
      let news = missing.filter { seen[$0] == nil && !printed.contains($0.lowercasedBytes) }
      guard !news.isEmpty else { continue }
      for name in news { seen[name] = out.count }
      named.append(news)
      out.append(finding(reference, news, isOwn ? .warning : .info))
    }
    return joined(out, named)
  }

  /// The findings, or one for all of a severity where they are many: a paper that was filed without its schedules lacks all at once.
  private static func joined(_ findings: [Finding], _ named: [[String]]) -> [Finding] {
    var out: [Finding] = []
    for severity in [Finding.Severity.warning, .info] {
      let alike = findings.indices.filter { findings[$0].severity == severity }
      guard alike.count > mostApart, let first = alike.first else {
        out += alike.map { findings[$0] }
        continue
      }
      out.append(
        Finding(
          code, severity, findings[first].range, subject: findings[first].subject, message(alike.flatMap { named[$0] }),
          notes: alike.dropFirst().map { Finding.Note(range: findings[$0].range, message: "\(findings[$0].subject) is named here") }
        ))
    }
    return out
  }

  /// So many attachments are reported each by itself.
  private static let mostApart = 4

  private static func finding(_ reference: CrossReference, _ names: [String], _ severity: Finding.Severity) -> Finding {
    Finding(code, severity, reference.range, subject: names[0], message(names))
  }

  private static func isPart(_ span: Span<UInt8>, _ end: Int) -> Bool {
    let next = span.skipSpaces(end)
    guard span.matchesWord("of", at: next) else { return false }
    return AttachmentLabel.keywords.begins(span, at: span.skipSpaces(next + 2))
  }

  /// `Exhibit 10.1`, `Exhibit 99.2`: numbers under which papers are filed with a regulator.
  private static func isFilingNumber(_ name: String) -> Bool {
    guard name.hasPrefix("Exhibit "), let dot = name.firstIndex(of: ".") else { return false }
    return ["10", "31", "32", "99"].contains(name[name.index(name.startIndex, offsetBy: 8)..<dot])
  }

  /// `Exhibit D-3`, where Exhibit D is attached, is a page or a part of it.
  private static func isFolio(_ name: String, of attached: String) -> Bool {
    guard let last = name.split(separator: " ").last, let dash = last.firstIndex(of: "-") else { return false }
    return attached.split(separator: " ").last == last[..<dash]
  }

  /// "Exhibit C, which shall be attached upon delivery", "shall be attached as Exhibit C"
  private static func isLater(_ agreement: Agreement, _ range: Range<Int>) -> Bool {
    let reading = agreement.reading
    let span = reading.bytes.span
    let (from, to) = (reading.reading(range.lowerBound), reading.reading(range.upperBound))
    for words: StaticString in ["shall be attached", "will be attached"]
    where span.firstIndex(of: words, in: max(0, from - 90)..<min(span.count, to + 60)) != nil { return true }
    for words: StaticString in ["to be attached", "to be agreed", "to be provided"]
    where span.firstIndex(of: words, in: to..<min(span.count, to + 24)) != nil { return true }
    return false
  }

  /// "Exhibit A attached hereto", "Exhibit A to this Amendment": what an amendment itself brings.
  private static func isAttachedHere(_ span: Span<UInt8>, _ end: Int) -> Bool {
    let behind = end..<min(span.count, end + 40)
    for words: StaticString in ["attached", "hereto", "to this", "annexed"] where span.firstIndex(of: words, in: behind) != nil {
      return true
    }
    return false
  }

  /// The lines that hold nothing but a name and its number, whatever the model took them for.
  private static func linesAlone(_ agreement: Agreement) -> Set<String> {
    let text = agreement.text
    let span = text.bytes.span
    var out: Set<String> = []
    // The end of a sentence can stand alone too; a title has nothing, or a page's mark, right above it.
    var isOpen = true
    for line in text.lines {
      var start = line.lowerBound
      var end = line.upperBound
      while start < end, span[start].isSpace { start += 1 }
      while end > start, span[end - 1].isSpace || span[end - 1] == Ascii.colon { end -= 1 }
      let wasOpen = isOpen
      isOpen = start == end || span[start] == Ascii.less
      // "AMENDED EXHIBIT A"
      for word: StaticString in ["amended", "revised", "restated", "new", "form of"] where span.matchesWord(word, at: start) {
        start = min(span.skipSpaces(start + word.utf8CodeUnitCount), end)
      }
      guard wasOpen, start < end, let label = AttachmentLabel.read(span, start, end) else { continue }
      // In capitals it is a title whatever stands behind it.
      guard end - start < 28 || TitleWords.isCapitals(span, start..<min(label.end, end)) else { continue }
      let name = text.string(start..<min(label.end, end)).lowercasedBytes.filter { $0 != "\"" && $0 != "“" && $0 != "”" }
      out.insert(name)
      // APPENDIX I is Appendix 1.
      let words = name.split(separator: " ")
      if words.count == 2 {
        out.insert("\(words[0]) \(String(decoding: ReferenceResolver.valueKey(Array(words[1].utf8)), as: UTF8.self))")
      }
    }
    return out
  }

  /// Attachments whose pages are numbered `H-1`, `H-2`, `H-3` and so on: five such names and more are pages.
  private static func numberedPages(_ agreement: Agreement) -> Set<String> {
    var counts: [String: Set<String>] = [:]
    for reference in agreement.references where reference.status == .attachment && !reference.attached {
      for name in reference.targets {
        guard let dash = name.lastIndex(of: "-") else { continue }
        counts[String(name[..<dash]), default: []].insert(name)
      }
    }
    return Set(counts.filter { $0.value.count > 4 }.keys)
  }

  /// The names that stand where an attachment could begin: alone at a paragraph's start, or with a title behind them.
  private static func printedNames(_ agreement: Agreement) -> Set<String> {
    let span = agreement.reading.bytes.span
    var out: Set<String> = []
    for i in 0..<span.count where span[i].isUpper && (i == 0 || !span[i - 1].isWord) {
      let startsParagraph = i == 0 || span[i - 1] == Ascii.lineFeed
      // In flattened text only a period and a title tell: "… publicly disclosed. Schedule 1 Launch of the Brand To …"
      let startsSentence =
        i > 1 && span[i - 1] == Ascii.space && [Ascii.period, Ascii.underscore, Ascii.hyphen].contains(span[i - 2])
      guard startsParagraph || startsSentence, let (name, after) = AttachmentLabel.read(span, i, span.count) else { continue }
      var next = after
      while next < span.count, [Ascii.space, Ascii.colon, Ascii.hyphen, Ascii.period].contains(span[next]) { next += 1 }
      let isAlone = startsParagraph && (next >= span.count || span[next] == Ascii.lineFeed)
      let isTitled = next < span.count && (span[next].isUpper || span[next] == Ascii.open || span[next] == Ascii.openBracket)
      if isAlone || isTitled { out.insert(name.lowercasedBytes) }
    }
    return out
  }

  private static func message(_ names: [String]) -> String {
    guard names.count > 1 else { return "\(names[0]) is named here and is not in the file." }
    let told = names.count > mostNamed ? folded(names) : names
    let first = told.dropLast().joined(separator: ", ")
    return "\(first)\(first.isEmpty ? "" : " and ")\(told[told.count - 1]) are named here and are not in the file."
  }

  /// So many attachments are named one by one in a message.
  private static let mostNamed = 5

  /// Names by their kind, and three and more that follow one another told by the first and the last: `Annex 1 to Annex 12`, `Exhibit A to
  /// Exhibit D`.
  private static func folded(_ names: [String]) -> [String] {
    var kinds: [Substring: [Substring]] = [:]
    var order: [Substring] = []
    for name in names {
      let kind = name.prefix { $0 != " " }
      if kinds[kind] == nil { order.append(kind) }
      kinds[kind, default: []].append(name.dropFirst(kind.count + 1))
    }
    return order.flatMap { kind in
      let numbers = kinds[kind]!
      let areRoman = numbers.allSatisfy { roman($0) != nil }
      let placed = numbers.map { (place: place($0, isRoman: areRoman), name: "\(kind) \($0)") }
      let sorted = placed.sorted {
        ($0.place ?? .max, $0.name.utf8.count, $0.name) < ($1.place ?? .max, $1.name.utf8.count, $1.name)
      }
      return runs(sorted)
    }
  }

  private static func runs(_ names: [(place: Int?, name: String)]) -> [String] {
    var out: [String] = []
    var from = 0
    while from < names.count {
      var end = from + 1
      while end < names.count, let last = names[end - 1].place, names[end].place == last + 1 { end += 1 }
      if end - from > 2 {
        out.append("\(names[from].name) to \(names[end - 1].name)")
      } else {
        out += names[from..<end].map(\.name)
      }
      from = end
    }
    return out
  }

  /// The place of an attachment among those of its kind: 2 of `2`, `II` and `B`; nil for `A-1` and `3.06`.
  private static func place(_ number: Substring, isRoman: Bool) -> Int? {
    if let value = Int(number) { return value }
    if isRoman { return roman(number) }
    guard let letter = number.utf8.first, number.utf8.count == 1, letter.isUpper else { return nil }
    return Int(letter - 0x40)
  }

  private static func roman(_ number: Substring) -> Int? {
    let bytes = Array(number.utf8)
    guard let (value, end) = Numeral.roman(bytes.span, 0, bytes.count), end == bytes.count else { return nil }
    return value
  }
}
