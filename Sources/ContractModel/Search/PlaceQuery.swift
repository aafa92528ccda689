/// A provision as people write it: `8.9`, `§ 8.9`, `Sec. 3.3 (a)`, `Article 6`, `Exhibit A 7.14`, `Schedule 1 Part A para 2`.
///
/// ```swift
/// agreement.provisions(called: "Section 3.3 (a)")   // the id of 3.3(a)
/// ```
struct PlaceQuery {
  /// The attachment and part that are named, as canonical numbers have them, lower case and without blanks: `schedule1/parta`.
  private var attachment: [String] = []
  /// The number that is named in it or in the body; empty where the attachment itself is meant.
  private var number = ""

  private static let attachments = Set(AttachmentLabel.words.map { $0.name.lowercased() })
  private static let keywords: Set<String> = [
    "section", "sections", "sec", "sec.", "s", "s.", "clause", "cl", "cl.", "article", "art", "art.", "paragraph", "paragraphs",
    "para",
    "para.", "par.", "item", "subsection", "sub-clause", "subclause", "number", "no.", "nr.", "ziffer", "abs.", "§", "§§", "¶",
  ]

  /// Nil where the words name no place in this way.
  init?(_ typed: String) {
    let spaced = typed.lowercased().replacing("§", by: " § ").replacing("¶", by: " ¶ ").replacing(",", by: " ")
    var words = spaced.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.isEmpty || words.count > 12 { return nil }
    var isNamed = false
    // `clause (a) of Section 13.1`: what stands before "of" stands below what follows.
    var below = ""
    while let word = words.first {
      words.removeFirst()
      if Self.keywords.contains(word) {
        isNamed = true
      } else if Self.attachments.contains(word) || word == "part" && (!attachment.isEmpty || words.count <= 2) {
        guard let label = words.first else { return nil }
        words.removeFirst()
        attachment.append(word + (Self.figures(label) ?? label))
        isNamed = true
      } else if word == "of" || word == "in" {
        if number.hasPrefix("(") { (below, number) = (number + below, "") }
      } else if word == "to" || word == "the" {
        // "Exhibit A to the Agreement"
        continue
      } else if word == "and" || word == "or" {
        // Of several the first is gone to.
        break
      } else if let keyword = Self.keywords.first(where: { word.hasPrefix($0) && word.dropFirst($0.count).first?.isNumber == true })
      {
        isNamed = true
        number += word.dropFirst(keyword.count)
      } else {
        number += isNamed && number.isEmpty ? Self.figures(word) ?? word : word
      }
    }
    number += below
    while let last = number.last, ".:;".contains(last) { number.removeLast() }
    guard isNamed || number.first.map({ $0.isNumber || $0 == "(" }) == true || Self.isRoman(number) else { return nil }
    if number.isEmpty && attachment.isEmpty { return nil }
  }

  /// The figures of a number that a word spells: `8` of `eight`; nil for other words.
  private static func figures(_ word: String) -> String? { SpelledNumber.cardinals[Word(word)].map { "\($0)" } }

  var namesAttachment: Bool { !attachment.isEmpty }

  private static func isRoman(_ word: String) -> Bool { !word.isEmpty && word.allSatisfy { "ivxlc".contains($0) } }

  /// The keys under which the place may be found, the best first; `around` is the attachment that is looked in before the body.
  func keys(around: String?) -> [String] {
    let path = attachment.joined(separator: "/")
    if number.isEmpty { return Self.spellings(path) }
    let numbers = Self.spellings(number)
    if !path.isEmpty { return Self.spellings(path).flatMap { path in numbers.map { "\(path)/\($0)" } } }
    return (around.map { around in numbers.map { "\(around)/\($0)" } } ?? []) + numbers
  }

  /// A number as it is written, and with its first numeral in the other kind of figures: `6` and `vi`, `schedule1` and `schedulei`.
  private static func spellings(_ number: String) -> [String] {
    var lead = ""
    var rest = number[...]
    while let first = rest.first, first.isLetter, !isRoman(String(rest.prefix { $0.isLetter })) { lead.append(rest.removeFirst()) }
    let figures = rest.prefix { $0.isASCII && $0.isNumber }
    if !figures.isEmpty, let value = Int(figures), (1..<200).contains(value) {
      let roman = String(decoding: Numeral.romanBytes(value), as: UTF8.self)
      return [number, lead + roman + rest.dropFirst(figures.count)]
    }
    let letters = rest.prefix { $0.isLetter }
    if isRoman(String(letters)) {
      let bytes = Array(letters.utf8)
      if let (value, end) = Numeral.roman(bytes.span, 0, bytes.count), end == bytes.count {
        return [number, lead + "\(value)" + rest.dropFirst(letters.count)]
      }
    }
    return [number]
  }

  /// The form of a canonical number that keys are compared with: `Exhibit A/8.1 (b)` is `exhibita/8.1(b)`, `Exhibit ONE` is `exhibit1`.
  static func key(_ number: String) -> String {
    let key = String(decoding: number.utf8.lazy.filter { $0 > Ascii.space }.map(\.lowercased), as: UTF8.self)
    guard let blank = number.utf8.firstIndex(of: Ascii.space) else { return key }
    let label = number[number.index(after: blank)...].prefix { $0 != "/" }
    guard let figures = figures(label.lowercased()) else { return key }
    let kind = number[..<blank].lowercased()
    return kind + figures + key.dropFirst(kind.count + label.count)
  }
}

extension Agreement {
  /// The provisions that words name as people write them, the best first: the number itself, then what stands below it.
  ///
  /// `near` is a byte offset: in an exhibit its own numbers come before those of the body.
  public func provisions(called typed: String, near offset: Int? = nil) -> [Int] {
    guard let query = PlaceQuery(typed) else { return [] }
    let attachment = offset.flatMap { provisions.innermost(at: $0) }.flatMap { provisions.attachment(of: $0) }
    let keys = query.keys(around: attachment.map { PlaceQuery.key(provisions[$0].number) })
    let numbers = provisions.map { PlaceQuery.key($0.number) }
    func ids(_ fits: (_ number: String, _ key: String) -> Bool) -> [Int] {
      keys.flatMap { key in numbers.indices.filter { fits(numbers[$0], key) } }
    }
    let exact = ids { $0 == $1 }
    let below = ids { number, key in
      number.count > key.count && number.hasPrefix(key) && "(./".contains(number.dropFirst(key.count).first!)
    }
    // The number in an attachment, where none is named: an agreement may be filed as "Exhibit 10.1" itself.
    let attached = query.namesAttachment ? [] : ids { $0.hasSuffix("/" + $1) }
    var seen: Set<Int> = []
    return (exact + (exact.isEmpty ? attached + below : below + attached)).filter { seen.insert($0).inserted }
  }
}

extension String {
  fileprivate func replacing(_ character: Character, by words: String) -> String {
    split(separator: character, omittingEmptySubsequences: false).joined(separator: words)
  }
}
