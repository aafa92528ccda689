import ContractModel

/// How provisions are named on the screen.
package enum ProvisionName {
  /// `8.9 Attorney's fees`.
  package static func long(_ id: Int, in agreement: Agreement) -> String {
    let provision = agreement.provisions[id]
    guard let heading = heading(id, in: agreement) else { return provision.number }
    return provision.number.isEmpty ? heading : "\(provision.number) \(heading)"
  }

  /// A provision's heading as it is shown: in the case of a sentence, but for the terms of the agreement; nil where it has none.
  package static func heading(_ id: Int, in agreement: Agreement) -> String? {
    agreement.heading(id).map { printed in
      let heading = sentenceCase(printed)
      // What is not in capitals is shown as printed.
      return heading == printed ? heading : keepingTerms(heading, of: agreement)
    }
  }

  /// `Obligations of the indemnified party` with the terms as the agreement writes them: `… of the Indemnified Party`.
  private static func keepingTerms(_ heading: String, of agreement: Agreement) -> String {
    var words = heading.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    var at = 0
    while at < words.count {
      var length = min(longestTerm, words.count - at)
      while length > 0 {
        let run = words[at..<(at + length)].joined(separator: " ")
        let core = run.trimmingEnd { !$0.isLetter && !$0.isNumber }
        // "Changes to the application": the article is the heading's, and "Application" the term.
        let isArticle = core.prefix(4).lowercased() == "the "
        if let term = agreement.term(named: core), agreement.terms[term].name != core,
          !isArticle || agreement.terms[term].name.prefix(4).lowercased() == "the "
        {
          words.replaceSubrange(at..<(at + length), with: [agreement.terms[term].name + run.dropFirst(core.count)])
          break
        }
        length -= 1
      }
      at += 1
    }
    return words.joined(separator: " ")
  }

  /// How many words a term in a heading has at most.
  private static let longestTerm = 4

  /// A landmark by its number and heading, or by the term it defines: `8.9 Attorney's fees`, `1.1 "Debt"`.
  static func long(_ landmark: Landmarks.Landmark, _ landmarks: Landmarks, in agreement: Agreement) -> String {
    let number = landmarks.number(of: landmark, in: agreement)
    guard case .provision(let id) = landmark.kind, let heading = heading(id, in: agreement) else { return number }
    return number.isEmpty ? heading : "\(number) \(heading)"
  }

  /// `License Back Agreement § 8.9`, `Loan Agreement § 1.1 "Debt"`.
  static func citation(_ landmark: Landmarks.Landmark, _ landmarks: Landmarks, in agreement: Agreement) -> String {
    let number = landmarks.number(of: landmark, in: agreement)
    guard let id = landmark.provision else { return "\(agreement.title), \(number)" }
    return citation(id, numbered: number, in: agreement)
  }

  /// `8.9` as lawyers cite it: `License Back Agreement § 8.9`.
  package static func citation(_ id: Int, in agreement: Agreement) -> String {
    citation(id, numbered: agreement.provisions[id].number, in: agreement)
  }

  /// `Schedule 1/Part A/2.1` is cited as `Loan Agreement, Schedule 1, Part A § 2.1`.
  private static func citation(_ id: Int, numbered number: String, in agreement: Agreement) -> String {
    switch agreement.provisions[id].kind {
    case .provision:
      // A term may have a slash of its own.
      let outer = agreement.provisions[id].number.split(separator: "/").dropLast()
      let lead = outer.map { $0 + "/" }.joined()
      let inner = number.hasPrefix(lead) ? String(number.dropFirst(lead.count)) : number
      return ([agreement.title] + outer.map(String.init)).joined(separator: ", ") + " § \(inner)"
    case .heading, .caption: return "\(agreement.title), \(long(id, in: agreement))"
    default: return "\(agreement.title), \(number)"
    }
  }

  /// A heading printed in capitals is shown with one; initials, quoted words and codes stay as they are: `Transfers under the GDPR`.
  ///
  /// Letters beyond ASCII are lowered by the rules of their language, which nothing tells: such a heading stays too (`TESLİMİ`).
  package static func sentenceCase(_ heading: String) -> String {
    guard heading.utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }), !heading.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }),
      !heading.unicodeScalars.contains(where: { $0.value >= 0x80 && $0.properties.isAlphabetic })
    else { return heading }
    var isQuoted = false
    let words = heading.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
      let opens = word.first == "\"" || word.first == "\u{201C}"
      if opens { isQuoted = true }
      defer { if word.dropFirst(opens ? 1 : 0).contains(where: { $0 == "\"" || $0 == "\u{201D}" }) { isQuoted = false } }
      return isQuoted || isCode(word) ? String(word) : word.lowercased()
    }
    let lower = withPlaces(words).joined(separator: " ")
    return lower.prefix(1).uppercased() + lower.dropFirst()
  }

  /// Words in small letters with the names of places as they are written: `laws of New York`, `addendum for the state of Ohio`.
  private static func withPlaces(_ words: [String]) -> [String] {
    var out = words
    for index in words.indices {
      let letters = words[index].filter { $0.isLetter }
      let previous = index > 0 ? words[index - 1] : nil
      guard letters.count > 3, letters == letters.lowercased(), PlaceNames.contains(letters, behind: previous) else { continue }
      out[index] = words[index].capitalizingFirstLetter
      // "new york", "south carolina": the first word is of the name.
      if let previous, ["new", "north", "south", "west", "hong"].contains(previous) {
        out[index - 1] = previous.capitalizingFirstLetter
      }
    }
    return out
  }

  /// Whether a word in capitals is so everywhere: initials, or letters with figures.
  private static func isCode(_ word: Substring) -> Bool {
    let letters = word.filter(\.isLetter)
    guard letters.count >= 2 else { return false }
    if initials.contains(String(letters)) { return true }
    return word.contains(where: \.isNumber) || !letters.contains { "AEIOUY".contains($0) }
  }

  /// Initials with vowels that headings have.
  private static let initials: Set<String> = [
    "AAA", "API", "CEO", "CFO", "COBRA", "CSA", "DPA", "EBITDA", "EEA", "ERISA", "EU", "FCPA", "FDA", "GAAP", "HIPAA", "ICC",
    "IFRS",
    "IP", "IPR", "IRS", "ISDA", "JAMS", "LIBOR", "NDA", "OFAC", "SEC", "SLA", "SOFR", "SOW", "UCC", "UK", "USA", "VAT",
  ]
}

extension String {
  /// The string with its first letter as a capital: `(ohio)` is `(Ohio)`.
  fileprivate var capitalizingFirstLetter: String {
    guard let first = firstIndex(where: \.isLetter) else { return self }
    return self[..<first] + self[first].uppercased() + self[index(after: first)...]
  }

  /// The string without the characters at its end that a condition holds for.
  fileprivate func trimmingEnd(_ isCut: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, isCut(last) { text.removeLast() }
    return String(text)
  }
}
