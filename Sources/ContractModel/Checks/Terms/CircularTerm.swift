/// Finds definitions that need each other: "Fee" means a part of the Price, and "Price" means ten times the Fee.
///
/// A hint. Only the first 70 bytes of a meaning count: what a term is, and not what it is named for further on.
enum CircularTerm: CheckRule {
  static let code = "circular-term"
  static let severity = Finding.Severity.info
  static let summary = "definitions that need each other"
  static let example = "“Fee” means a tenth of the Price, “Price” means ten Fees"

  /// How many bytes behind a term its meaning says what it is.
  private static let headLength = 70

  static func findings(_ agreement: Agreement) -> [Finding] {
    let terms = agreement.terms
    let needs = needs(terms)
    var told: Set<[Int]> = []
    return terms.indices.compactMap { index in
      guard let circle = circle(from: index, needs), told.insert(circle.sorted()).inserted,
        let place = terms[index].meaning()?.range
      else { return nil }
      let names = circle.map { terms[$0].name }
      return Finding(
        code, .info, place, subject: agreement.words(place), message(names),
        notes: circle.dropFirst().compactMap { other in
          terms[other].meaning().map { Finding.Note(range: $0.range, message: "“\(terms[other].name)” is defined here") }
        })
    }
  }

  /// For each term, those that the sentence making it uses, in order, each once.
  private static func needs(_ terms: [DefinedTerm]) -> [[Int]] {
    // Uses in order of place, with the term each is of.
    let uses = terms.indices.flatMap { term in terms[term].uses.map { (place: $0, term: term) } }
      .sorted { $0.place.lowerBound < $1.place.lowerBound }
    let words = terms.map { Set($0.name.plainWords.map { TermName.singular(Array($0.utf8)) }) }
    return terms.indices.map { index in
      let term = terms[index]
      guard let definition = term.meaning(), definition.kind == .list else { return [] }
      let first = uses.boundary(behindAll: { $0.place.lowerBound < definition.extent.lowerBound })
      // What a meaning begins with is what the term is; further on it is named for other reasons: "Loans" made under the "Commitments" to
      // make Loans.
      let head = min(definition.extent.upperBound, definition.range.upperBound + headLength)
      let inside = uses[first...].prefix { $0.place.upperBound <= head }
      // A kind is told by its genus, and the genus by its kinds: "Loan" means a Base Rate Loan or a Term Loan.
      return Set(inside.map(\.term)).filter {
        !words[$0].isSubset(of: words[index]) && !words[index].isSubset(of: words[$0])
      }.sorted()
    }
  }

  /// The shortest way from a term back to itself, at most three definitions long; it begins with the term.
  private static func circle(from start: Int, _ needs: [[Int]]) -> [Int]? {
    for second in needs[start] where needs[second].contains(start) { return [start, second] }
    for second in needs[start] {
      for third in needs[second] where third != start && needs[third].contains(start) { return [start, second, third] }
    }
    return nil
  }

  private static func message(_ names: [String]) -> String {
    "“\(names[0])” is defined by “" + names.dropFirst().joined(separator: "”, that by “") + "”, and that by “\(names[0])” again."
  }
}
