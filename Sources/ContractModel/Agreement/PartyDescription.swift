/// What an introduction says of a party beside its name and role: what it is, where it is at home, its number, its address.
///
/// `Oak Mills Limited, a company incorporated in England and Wales (company number 0123), whose registered office is at 4 Mill Lane, Hull`
/// is a company of England and Wales with the number 0123 at 4 Mill Lane, Hull. What is not said is nil.
public struct PartyDescription: Sendable, Equatable {
  /// `limited liability company`.
  public var kind: String?
  /// Where it is incorporated, organised or resident: `Delaware`, `England and Wales`.
  public var place: String?
  /// As printed: `0123`, `HRB 4711`.
  public var number: String?
  /// Where it is found: `4 Mill Lane, Hull`.
  public var address: String?

  /// The words as printed, white space folded; nil where none stand.
  public var words: String?

  init() {}

  /// Reads the words between a name and what ends the introduction of the party.
  init(_ text: String) {
    var words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing(" ,", with: ",")
    // A blank before the first word, so that what ends a description may be all of it.
    let lower = " " + words.lowercasedBytes
    let bytes = Array(lower.utf8)
    let ends = Self.ends.compactMap { bytes.firstRange(of: Array($0.utf8))?.lowerBound } + [Self.day(bytes.span)].compactMap(\.self)
    if let end = ends.min() { words = String(decoding: words.utf8.prefix(max(0, end - 1)), as: UTF8.self) }
    // "dated as of May 1" is said of the paper.
    guard words.contains(where: \.isLetter), !["dated", "effective", "made "].contains(where: { words.withoutEdges.hasPrefix($0) })
    else {
      return
    }
    self.words = words.withoutEdges
    number = Self.number(words)
    address = Self.address(words)
    (kind, place) = Self.kind(words)
    place = Self.home(words) ?? place
  }

  /// What is said of the agreement behind its last party: "an Oregon corporation, effective as of May 1, 2019".
  private static let ends = [
    ", effective as of", ", effective on", ", effective from", ", dated as of", ", dated this",
    ", in order to",
    ", with an effective date", " and hereby ", " is hereby ", " are hereby ", ", and amends ", " and amends ",
    ", is made", ", is entered", ", were parties", ", are parties", " agree as follows", ", shall be effective", " (collectively",
    " (together", " (each, ", " (each a ", " (hereinafter collectively", " (individually", " (sometimes", " governing ",
    " effective as of ", " as of the date",
    " regarding ", " sets forth ",
  ]

  /// Where a day of the paper begins: " as of December 17, 2008".
  private static func day(_ span: Span<UInt8>) -> Int? {
    span.firstIndex(of: " as of ", in: 0..<span.count).flatMap { DateParser.month(span, $0 + 7) == nil ? nil : $0 }
  }

  // MARK: What it is

  /// What a party is said to be.
  static let kinds: [StaticString] = [
    "limited liability company", "limited liability partnership", "public limited company", "private limited company",
    "private company limited by shares", "limited partnership", "general partnership", "national banking association",
    "banking corporation", "statutory trust", "business trust", "body corporate", "natural person", "sole trader", "joint venture",
    "corporation", "company", "partnership", "association", "trust", "bank", "individual", "foundation", "university", "charity",
    "society",
    "cooperative", "institute",
  ]

  /// `a Delaware limited liability company`: the kind, and the capitalised words before it as the place.
  private static func kind(_ words: String) -> (kind: String?, place: String?) {
    for article in ["a ", "an "] {
      for found in words.ranges(of: article) where isWordStart(words, found.lowerBound) {
        let rest = words[found.upperBound...].prefix(90)
        let places = rest.split(separator: " ").prefix { $0.first?.isUppercase ?? false || ["of", "and", "the"].contains($0) }
        let place = places.joined(separator: " ")
        let behind = rest.dropFirst(place.count).drop { $0 == " " }
        // "exempted company", "private company": a word or two may stand before the noun.
        let near = behind.lowercased().split(separator: " ", omittingEmptySubsequences: true).prefix(7).joined(separator: " ")
        for kind in kinds {
          guard let at = Self.place(of: kind, in: near) else { continue }
          let lead = near[..<at.lowerBound].split(separator: " ")
          guard lead.count <= 3, !lead.contains(where: { $0.contains { ",;(.".contains($0) } }) else { continue }
          return ((lead + [near[at]]).joined(separator: " "), place.isEmpty ? nil : place)
        }
      }
    }
    return (nil, nil)
  }

  /// `incorporated in England and Wales`, `organized and existing under the laws of the State of Ohio`.
  private static func home(_ words: String) -> String? {
    for lead: StaticString in [
      "laws of the state of ", "laws of the commonwealth of ", "laws of the province of ", "laws of the republic of ",
      "laws of the ",
      "laws of ", "incorporated and registered in ", "incorporated in the ", "incorporated in ", "registered in ", "organised in ",
      "organized in ", "established in ", "domiciled in ", "resident of ", "citizen of ",
    ] {
      guard let found = Self.place(of: lead, in: words) else { continue }
      var place: [Substring] = []
      for word in words[found.upperBound...].split(separator: " ") {
        let bare = word.prefix { $0.isLetter || $0 == "." || $0 == "-" || $0 == "'" || $0 == "\u{2019}" }
        guard bare.first?.isUppercase ?? false || ["of", "and", "the"].contains(bare), !bare.isEmpty else { break }
        place.append(bare)
        if bare.count < word.count { break }
      }
      while let last = place.last, ["of", "and", "the"].contains(last) { place.removeLast() }
      if !place.isEmpty { return place.joined(separator: " ") }
    }
    return nil
  }

  // MARK: Number and address

  private static func number(_ words: String) -> String? {
    for lead: StaticString in [
      "company number", "company registration number", "company no.", "company no", "registration number", "registration no.",
      "registration no", "registered number", "registered no.", "identification number", "cvr-number", "cvr number", "cvr", "abn",
      "acn", "uen",
      "hrb", "reg. no.", "number",
    ] {
      guard let found = place(of: lead, in: words) else { continue }
      let rest = words[found.upperBound...].drop { " :.[(".contains($0) }
      // `12 345 678` in groups, `HRB 4711`, `1997/15443/07`.
      var parts: [Substring] = []
      for part in rest.split(separator: " ") {
        let figures = part.prefix { $0.isNumber || $0.isUppercase || "/-.".contains($0) }
        let isGroup = figures.allSatisfy(\.isNumber)
        guard !figures.isEmpty, parts.isEmpty || isGroup && parts.allSatisfy({ $0.allSatisfy(\.isNumber) && $0.count <= 4 }) else {
          break
        }
        parts.append(figures)
        if figures.count < part.count { break }
      }
      let number = parts.joined(separator: " ").withoutEdges
      if number.contains(where: \.isNumber), number.count <= 30 { return number }
    }
    return nil
  }

  private static func address(_ words: String) -> String? {
    for lead: StaticString in [
      "registered office is at ", "registered office at ", "registered office is located at ", "registered office is ",
      "principal place of business at ", "principal place of business located at ", "place of business at ", "principal office at ",
      "principal offices at ", "offices located at ", "offices at ", "office at ", "address is ", "address at ", "located at ",
      "residing at ",
      "address: ", "address of ", "business at ",
    ] {
      guard let found = place(of: lead, in: words) else { continue }
      let address = String(words[found.upperBound...].prefix { !"(;".contains($0) }.prefix(160)).withoutEdges
      if address.count > 4 { return address }
    }
    // `JANE MOSS of 4 Mill Lane, York`
    if words.hasPrefix("of "), words.dropFirst(3).first?.isNumber ?? false {
      return String(words.dropFirst(3).prefix { !"(;".contains($0) }.prefix(160)).withoutEdges
    }
    return nil
  }

  /// Where words stand first that begin as a word does, in whatever case.
  private static func place(of lead: StaticString, in words: String) -> Range<String.Index>? {
    let span = words.utf8.span
    guard let at = span.firstIndex(of: lead, in: 0..<span.count), at == 0 || !span[at - 1].isLetter else { return nil }
    let start = words.utf8.index(words.startIndex, offsetBy: at)
    return start..<words.utf8.index(start, offsetBy: lead.utf8CodeUnitCount)
  }

  private static func isWordStart(_ text: some StringProtocol, _ at: String.Index) -> Bool {
    at == text.startIndex || !text[text.index(before: at)].isLetter
  }
}

extension String {
  /// Without the blanks, commas and stops at its ends, and a bracket there that is none of a pair.
  fileprivate var withoutEdges: String {
    var words = self[...]
    func isEdge(_ character: Character) -> Bool {
      switch character {
      case ")": !words.contains("(")
      case "(": !words.contains(")")
      default: " ,.;:-\u{2013}\"".contains(character)
      }
    }
    while let first = words.first, isEdge(first) { words.removeFirst() }
    while let last = words.last, isEdge(last) { words.removeLast() }
    return String(words)
  }
}
