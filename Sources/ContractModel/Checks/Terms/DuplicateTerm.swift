/// Finds terms that are defined twice: "PRC means …" in 1.3 and again in 9.1. A pointer and the place it points to are one definition.
///
/// Only a later sentence that says what the term means is sure; a second `(the "Fee")` may stand in a form attached without a
/// title, and is a hint.
enum DuplicateTerm: CheckRule {
  static let code = "duplicate-term"
  static let severity = Finding.Severity.warning
  static let summary = "a term that is defined twice"
  static let example = "“PRC” means one thing in 1.3 and another in 9.1"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let tree = agreement.provisions
    let amended = AmendedText(agreement)
    let names = Set(agreement.parties.compactMap { $0.role?.lowercasedBytes }).union(papers)
    return agreement.terms.compactMap { term in
      // Attachments may define a word anew for themselves.
      var making = term.definitions.filter {
        ($0.kind == .list || $0.kind == .inline) && $0.provision.flatMap { tree.attachment(of: $0) } == nil
      }
      func isOpening(_ definition: Definition) -> Bool {
        names.contains(term.name.lowercasedBytes) && definition.kind == .inline
          && (definition.provision.map { tree[$0].kind == .recital } ?? true)
      }
      if making.count > 2, isOpening(making[0]) { making.removeFirst() }
      guard making.count > 1, let first = making.first else { return nil }
      let others = making.dropFirst().filter { $0.provision != first.provision && !isLimited(agreement, amended, $0, first) }
      // The short name of the preamble and the entry of the list that repeats it say one thing: `(this "Agreement")` and ""Agreement" means
      // this agreement".
      let sure = isOpening(first) ? nil : others.first { saysMeans(agreement, $0) }
      guard let again = sure ?? others.first else { return nil }
      return Finding(
        code, sure == nil ? .info : .warning, again.range, subject: agreement.words(again.range), message(term.name),
        notes: [Finding.Note(range: first.range, message: "“\(term.name)” is defined here")])
    }
  }

  /// What an agreement calls itself.
  private static let papers: Set<String> = [
    "agreement", "amendment", "contract", "deed", "guaranty", "guarantee", "lease", "licence", "license", "note", "plan",
  ]

  /// Whether a definition holds for its paragraph alone, hands the term on to a successor, only points elsewhere, or is of another word:
  /// "debt" in small letters beside "Debt".
  private static func isLimited(_ agreement: Agreement, _ amended: AmendedText, _ definition: Definition, _ first: Definition)
    -> Bool
  {
    let span = agreement.text.bytes.span
    if !definition.scope.isEmpty || !first.scope.isEmpty { return true }
    let tree = agreement.provisions
    if tree.papers.count > 1, tree.paper(at: definition.range.lowerBound) != tree.paper(at: first.range.lowerBound) { return true }
    if amended.quotes(at: definition.range.lowerBound) != amended.quotes(at: first.range.lowerBound) {
      return true
    }
    if span[definition.range.lowerBound].isLower != span[first.range.lowerBound].isLower { return true }
    if points(agreement, definition, to: first) || points(agreement, first, to: definition) { return true }
    // As it is read, over the ends of lines.
    let reading = agreement.reading
    let read = reading.bytes.span
    func before(_ definition: Definition) -> Range<Int> {
      let start = reading.reading(definition.range.lowerBound)
      return max(0, start - 90)..<start
    }
    // `(hereinafter, and as more fully defined herein, the "System")` announces the other.
    for words: StaticString in ["as more fully", "as further defined", "as further described"]
    where read.firstIndex(of: words, in: before(first)) != nil { return true }
    for words: StaticString in [
      "purposes of this", "purpose of this", "used in this section", "used in this paragraph", "used in this article",
      "used in this clause", "purposes hereof", "used in this deed", "used in this note", "purposes of such", "a reference to",
      "references to", "the symbol", "as more fully",
    ] where read.firstIndex(of: words, in: before(definition)) != nil { return true }
    for extent in [definition, first].map({ definition in
      let end = reading.reading(definition.range.upperBound)
      return end..<max(end, min(reading.reading(definition.extent.upperBound), end + 160))
    })
    where !extent.isEmpty {
      for words: StaticString in [
        "such successor", "such substitute", "such replacement", "its appointment", "set forth on the", "set forth above",
        "stated above", "described in section", "defined in section", "specified in section", "set forth in section",
      ]
      where read.firstIndex(of: words, in: extent) != nil { return true }
    }
    return false
  }

  /// Whether a definition names the provision that another stands in: "“Final Completion” means that what Section 10.7 asks for is done".
  private static func points(_ agreement: Agreement, _ definition: Definition, to other: Definition) -> Bool {
    guard let provision = other.provision else { return false }
    let tree = agreement.provisions
    let first = agreement.references.boundary(behindAll: { $0.range.lowerBound < definition.extent.lowerBound })
    return agreement.references[first...].prefix { $0.range.upperBound <= definition.extent.upperBound }.contains { reference in
      reference.targetIDs.contains { $0 == provision || tree[$0].kind == .provision && tree.holds($0, provision) }
    }
  }

  /// Whether "means" or "shall mean" stands right behind the term: not "shall also mean", "shall be deemed".
  private static func saysMeans(_ agreement: Agreement, _ definition: Definition) -> Bool {
    guard definition.kind == .list else { return false }
    let span = agreement.text.bytes.span
    var i = definition.range.upperBound
    while i < span.count, !span[i].isLetter, i - definition.range.upperBound < 8 { i += 1 }
    if span.matchesWord("shall", at: i) { i = span.skipSpaces(i + 5) }
    return span.matchesWord("means", at: i) || span.matchesWord("mean", at: i)
  }

  private static func message(_ name: String) -> String { "“\(name)” is defined a second time." }
}
