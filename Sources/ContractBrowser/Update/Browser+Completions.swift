import ContractModel
import TerminalGrid

/// What `:` offers for the words typed so far.
extension Browser {
  struct Completion: Equatable {
    enum Target: Equatable {
      case place(offset: Int, shown: Range<Int>?)
      case elsewhere(agreement: Int, offset: Int, shown: Range<Int>?)
      case agreement(Int)
      case command(Command)
    }
    var text: String
    /// What kind of thing it is, for the right side of the list.
    var detail: String
    var target: Target
    var score: Int
    /// Which characters of the text the typed ones are.
    var matched: [Int]
  }

  static let completionLimit = 60

  /// The completions of a text, best first: an exact number or name beats everything, then beginnings, then letters in order.
  func completions(_ typed: String) -> [Completion] {
    // A term may be typed in its quotation marks.
    let text = typed.trimmingBlanks.filter { !"\"“”".contains($0) }
    let index = reader(.reader(state.activeReader)).place.agreement
    let agreement = context.agreement(index)
    guard !text.isEmpty else { return beginnings(agreement) }
    guard !Self.isSetting(text) else { return [] }
    let wanted = Array(text.lowercased())
    var out: [Completion] = []
    func offer(_ name: String, exact: [String], _ detail: String, _ weight: Int, _ target: Completion.Target) {
      guard let fit = FuzzyMatch.fit(wanted, name), wanted.count > 1 || fit.score >= 300 && fit.places.first == 0 else { return }
      var score = fit.score + weight
      if exact.contains(where: { $0.lowercased() == text.lowercased() }) { score += 10_000 }
      out.append(Completion(text: name, detail: detail, target: target, score: score, matched: fit.places))
    }
    let place = reader(.reader(state.activeReader)).place
    let called = agreement.provisions(called: text, near: place.cursor)
    for (rank, id) in called.enumerated() {
      let provision = agreement.provisions[id]
      let name = ProvisionName.long(id, in: agreement)
      out.append(
        Completion(
          text: name, detail: provision.kind == .attachment ? "attachment" : "",
          target: .place(offset: provision.start, shown: provision.label), score: 20_000 - rank,
          matched: FuzzyMatch.fit(wanted, name)?.places ?? []))
    }
    let isCalled = Set(called)
    // A number is meant as it is typed: letters in order of another name are none.
    let isNumber = Self.isNumberedName(text)
    for id in agreement.provisions.indices where !isCalled.contains(id) {
      let provision = agreement.provisions[id]
      let name = ProvisionName.long(id, in: agreement)
      if isNumber, !name.lowercased().hasPrefix(text.lowercased()), !Self.ownNumber(provision.number, begins: text) { continue }
      offer(
        name, exact: [provision.number], provision.kind == .attachment ? "attachment" : "", 30 - min(provision.depth, 5),
        .place(offset: provision.start, shown: provision.label))
    }
    for term in agreement.terms {
      guard let meaning = term.meaning() else { continue }
      offer(
        term.name, exact: [term.name, term.name + "s"], "term", 40, .place(offset: meaning.range.lowerBound, shown: meaning.range))
    }
    if let page = pageNumber(text) {
      let contents = agreement.contents ?? 0..<0
      for (at, label) in agreement.pages.enumerated() where label.label == page && !contents.contains(label.offset) {
        // The number is printed at the foot: the page begins behind the break before it.
        let offset = at > 0 ? agreement.pages[at - 1].offset : 0
        let start = firstText(agreement, offset)
        out.append(
          Completion(text: "page \(page)", detail: "page", target: .place(offset: start, shown: nil), score: 9_000, matched: []))
        break
      }
    }
    for other in 0..<context.count where other != index {
      offer(context.agreements.members[other].title, exact: [], "agreement", 10, .agreement(other))
    }
    out += elsewhere(text, from: index)
    // A command is named by how its name begins: letters of it in the middle of another word ask for nothing.
    for entry in CommandEntry.table where entry.command != .cancel && entry.command != .goTo {
      let name = entry.command.rawValue
      let alias = entry.command.aliases.first { $0 == text }
      guard alias != nil || name.lowercased().hasPrefix(text.lowercased()) else { continue }
      out.append(
        Completion(
          text: alias ?? name, detail: entry.title, target: .command(entry.command),
          score: alias != nil ? 15_000 : name.count == text.count ? 10_400 : 200 - name.count, matched: Array(0..<text.count)))
    }
    out.sort { $0.score > $1.score }
    return Array(out.prefix(Self.completionLimit))
  }

  /// Provisions of that number, and headings and terms that begin so, in the other agreements of the case; behind the agreement's own.
  private func elsewhere(_ text: String, from index: Int) -> [Completion] {
    let wanted = text.lowercased()
    var out: [Completion] = []
    for other in 0..<context.count where other != index && out.count < Self.completionLimit {
      let agreement = context.agreement(other)
      let title = String(context.agreements.members[other].title.prefix(28))
      func add(_ name: String, _ range: Range<Int>, at offset: Int, _ score: Int) {
        out.append(
          Completion(
            text: name, detail: title, target: .elsewhere(agreement: other, offset: offset, shown: range), score: score,
            matched: FuzzyMatch.fit(Array(wanted), name)?.places ?? []))
      }
      for id in agreement.provisions.indices {
        let provision = agreement.provisions[id]
        let isNumber = provision.number.lowercased() == wanted
        guard isNumber || wanted.count > 2 && agreement.heading(id)?.lowercased().hasPrefix(wanted) == true else { continue }
        add(ProvisionName.long(id, in: agreement), provision.label, at: provision.start, isNumber ? 9 : 6)
      }
      for term in agreement.terms where wanted.count > 2 && term.name.lowercased().hasPrefix(wanted) {
        if let meaning = term.meaning() { add(term.name, meaning.range, at: meaning.range.lowerBound, 7) }
      }
    }
    return out
  }

  /// What can follow before anything is typed: the articles and attachments, which show what kinds of words are understood.
  private func beginnings(_ agreement: Agreement) -> [Completion] {
    agreement.provisions.indices.filter { agreement.provisions[$0].depth == 0 && agreement.provisions[$0].kind != .recital }
      .prefix(Self.completionLimit).map { id in
        let provision = agreement.provisions[id]
        return Completion(
          text: ProvisionName.long(id, in: agreement), detail: provision.kind == .attachment ? "attachment" : "",
          target: .place(offset: provision.start, shown: provision.label), score: 0, matched: [])
      }
  }

  /// Whether a text is the name of a numbered thing: `8.9`, `§ 4`, `Exhibit K`, `sch. 2`.
  static func isNumberedName(_ text: String) -> Bool {
    let words = text.lowercased().split(separator: " ")
    guard let first = words.first else { return false }
    if first.first?.isNumber ?? false { return words.count == 1 }
    let name = first.filter(\.isLetter)
    let isKeyword = first.hasPrefix("§") || keywords.contains(name)
    return isKeyword && words.count > 1 && words[1].count <= 8 && (words[1].contains(where: \.isNumber) || words[1].count <= 4)
  }
  private static let keywords: Set<String> = [
    "section", "sec", "article", "art", "clause", "paragraph", "para", "part", "exhibit", "exh", "ex", "schedule", "sched", "sch",
    "annex", "annexure", "appendix", "app", "attachment", "att",
  ]

  /// Whether the number of a provision, or that within its attachment, begins as it is typed: `16` of `Schedule H-1/16.2`.
  private static func ownNumber(_ number: String, begins text: String) -> Bool {
    number.split(separator: "/").last?.lowercased().hasPrefix(text.lowercased()) ?? false
  }

  /// `120G`: a line of the file, as in vi.
  static func line(_ text: String) -> Int? { text.last == "G" ? Int(text.dropLast()) : nil }

  /// How many pages there are, where a page was asked for that is not there.
  func pagesHere(_ text: String) -> String? {
    let pages = context.agreement(reader(.reader(state.activeReader)).place.agreement).pages
    guard pageNumber(text) != nil, let last = pages.last(where: { $0.label != nil })?.label else { return nil }
    return ": the last page is \(last)"
  }

  /// `p4`, `page 4` and `p F-12` ask for a page.
  private func pageNumber(_ text: String) -> String? {
    let lower = text.lowercased()
    guard let lead = ["page", "p.", "p"].first(where: lower.hasPrefix) else { return nil }
    let rest = String(text.dropFirst(lead.count)).trimmingBlanks
    guard let first = rest.first, first.isNumber || rest.contains("-") else { return nil }
    return rest
  }

  /// Whether a line is what editors take for a setting, of which this program has none to type.
  static func isSetting(_ text: String) -> Bool { text == "set" || text.hasPrefix("set ") || text.hasPrefix("map ") }

  private func firstText(_ agreement: Agreement, _ offset: Int) -> Int {
    agreement.blocks.first { $0.range.lowerBound >= offset && $0.kind != .furniture }?.range.lowerBound ?? offset
  }
}

/// Letters typed in order anywhere in a name.
enum FuzzyMatch {
  /// The score of the best simple fit and the places of the letters; nil when they do not all come in order.
  static func fit(_ wanted: [Character], _ name: String) -> (score: Int, places: [Int])? {
    let letters = Array(name.lowercased())
    guard wanted.count <= letters.count else { return nil }
    // Together at the beginning, at a word, anywhere; then scattered.
    for start in 0...(letters.count - wanted.count) where letters[start] == wanted[0] {
      guard start == 0 || !letters[start - 1].isLetter || !letters[start].isLetter else { continue }
      if letters[start..<(start + wanted.count)].elementsEqual(wanted) {
        return ((start == 0 ? 400 : 300) - min(letters.count, 100), Array(start..<(start + wanted.count)))
      }
    }
    // Letters far apart are in many names: of few letters they mean nothing.
    guard wanted.count >= 4 else { return nil }
    var places: [Int] = []
    var at = 0
    var together = 0
    for character in wanted {
      guard let found = letters[at...].firstIndex(of: character) else { return nil }
      if found == at, at > 0 { together += 1 }
      places.append(found)
      at = found + 1
    }
    let spread = places.last! - places.first! + 1 - wanted.count
    guard spread <= wanted.count * 2 else { return nil }
    return (100 + together * 4 - spread * 3 - min(letters.count, 100) / 4, places)
  }
}
