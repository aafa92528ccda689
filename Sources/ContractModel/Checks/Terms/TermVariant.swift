/// Finds words that are nearly a defined term: "Licensor" where only "Licensors" is defined, "Sub-license" where "Sublicense" is.
enum TermVariant: CheckRule {
  static let code = "term-variant"
  static let severity = Finding.Severity.info
  static let summary = "a defined term in another number, hyphenation or spelling"
  static let example = "“Licensor” where only “Licensors” are defined"

  static func findings(_ agreement: Agreement) -> [Finding] { numbers(agreement) + spellings(agreement) }

  /// The singular of a term that is defined in the plural alone.
  private static func numbers(_ agreement: Agreement) -> [Finding] {
    agreement.terms.compactMap { term in
      let printed = term.definitions.map { agreement.words($0.range).lowercasedBytes }
      guard printed.allSatisfy({ TermName.singular(Array($0.utf8)) != Array($0.utf8) && !$0.hasSuffix(")") }) else { return nil }
      let singular = String(decoding: TermName.singular(Array(printed[0].utf8)), as: UTF8.self)
      // "Damages" and "Terms" have no singular that is the term's.
      let others = term.uses.filter { agreement.words($0).lowercasedBytes == singular }
      guard let use = others.first, others.count * 4 <= term.uses.count else { return nil }
      return finding(agreement, use, others.count, term)
    }
  }

  /// A term with a hyphen put in or left out, or as another English spells it.
  private static func spellings(_ agreement: Agreement) -> [Finding] {
    let known = Set(agreement.terms.flatMap { term in term.definitions.map { agreement.words($0.range).lowercasedBytes } })
    var variants: [[[UInt8]]] = []
    var owners: [Int] = []
    for (index, term) in agreement.terms.enumerated() {
      let others = spellings(of: term.name).filter { !known.contains($0.lowercasedBytes) }
      guard !others.isEmpty else { continue }
      variants.append(others.map { Array($0.utf8) })
      owners.append(index)
    }
    guard !variants.isEmpty else { return [] }
    let reading = agreement.reading
    var first: [Int: (range: Range<Int>, count: Int)] = [:]
    TermUses(terms: variants, blocked: []).scan(reading) { index, range in first[index, default: (range, 0)].count += 1 }
    return first.keys.sorted().map { index in
      finding(agreement, reading.source(first[index]!.range), first[index]!.count, agreement.terms[owners[index]])
    }
  }

  private static func spellings(of name: String) -> [String] {
    guard name.first?.isUppercase ?? false, name.utf8.count > 6 else { return [] }
    var out: [String] = []
    if name.contains("-") {
      out.append(name.replacing("-", with: " "))
      out.append(name.replacing("-", with: ""))
    }
    let words = name.split(separator: " ")
    if words.count == 2 { out.append(words.joined(separator: "-")) }
    for (one, other) in [("License", "Licence"), ("Program", "Programme"), ("Center", "Centre"), ("Defense", "Defence")] {
      if name.contains(other) {
        out.append(name.replacing(other, with: one))
      } else if name.contains(one), !name.contains(one + "e"), !name.contains(one + "m"), !name.contains(one + "d") {
        out.append(name.replacing(one, with: other))
      }
    }
    return out
  }

  private static func finding(_ agreement: Agreement, _ use: Range<Int>, _ count: Int, _ term: DefinedTerm) -> Finding {
    let words = agreement.words(use)
    let printed = term.meaning().map { agreement.words($0.range) } ?? term.name
    return Finding(
      code, .info, use, subject: words, message(words, printed, count),
      notes: term.meaning().map { [Finding.Note(range: $0.range, message: "“\(printed)” is defined here")] } ?? [])
  }

  private static func message(_ words: String, _ name: String, _ count: Int) -> String {
    "“\(words)” is used\(count > 1 ? " \(count) times" : "") and “\(name)” is what is defined."
  }
}
