/// Finds the member of a case that words name: its title, a short name, with the date where several bear it.
///
/// Exactly one must bear the name; none and several are said to be so. `Amended and Restated Credit Agreement` is called "the Credit
/// Agreement"; a paper of another date is another paper.
struct PaperDirectory {
  enum Outcome: Equatable {
    case member(Int)
    case several([Int])
    case none
  }

  private let members: [Case.Member]
  /// For each member, its names as words in small letters.
  private let names: [[[String]]]
  /// Members by what they may be called: each of their names, and the last words of each, two at least; in order.
  private let called: [[String]: [Int]]
  /// Members by the words of their names, whatever their order.
  private let sorted: [[String]: [Int]]
  private let byDate: [CalendarDate: [Int]]
  private let shortNames: Set<[String]>
  /// For each member, the words of its parties' names, party by party.
  private let parties: [[Set<String>]]
  private let allParties: [Set<String>]
  /// Whether each changes another, or is another as amended: the name alone means neither.
  private let isSecondary: [(amendment: Bool, composed: Bool)]

  init(_ members: [Case.Member]) {
    self.members = members
    let names = members.map { member in
      ([member.title].filter { !Self.isAboutAnother($0) } + member.shortNames).map(Self.words).filter { !$0.isEmpty }
    }
    self.names = names
    var called: [[String]: [Int]] = [:]
    var sorted: [[String]: [Int]] = [:]
    for (index, own) in names.enumerated() {
      for name in own {
        for count in min(2, name.count)...name.count where called[Array(name.suffix(count))]?.last != index {
          called[Array(name.suffix(count)), default: []].append(index)
        }
        if sorted[name.sorted()]?.last != index { sorted[name.sorted(), default: []].append(index) }
      }
    }
    self.called = called
    self.sorted = sorted
    byDate = Dictionary(grouping: members.indices.filter { members[$0].date != nil }, by: { members[$0].date! })
    shortNames = Set(members.flatMap { $0.shortNames.map(Self.words) })
    isSecondary = members.indices.map { index in
      (members[index].kind == .amendment, members[index].amended.map { $0.base != index } ?? false)
    }
    parties = members.map { member in
      member.agreement.parties.map { Set(Self.words($0.name)).subtracting(Self.common) }.filter { !$0.isEmpty }
    }
    allParties = parties.map { $0.reduce(into: []) { $0.formUnion($1) } }
  }

  /// Words that tell no paper from another.
  private static let stopWords: Set<String> = [
    "the", "a", "an", "this", "that", "certain", "said", "such", "of", "for", "and", "to", "as",
  ]

  /// Whether a title is of a paper about another: "Summary of Consulting Agreement", "Notice under the Lease".
  private static func isAboutAnother(_ title: String) -> Bool {
    let words = title.plainWords
    let kinds = [
      "summary", "notice", "certificate", "opinion", "abstract", "memorandum", "description", "outline", "overview", "synopsis",
      "extract",
      "terms", "key", "minutes", "heads", "cover", "covering", "checklist", "note", "notes",
    ]
    let isAbout = kinds.contains(words.first ?? "") || words.starts(with: ["term", "sheet"])
    return isAbout && words.dropFirst().contains { ["of", "under", "to", "regarding", "on", "for"].contains($0) }
  }

  /// Words for a paper that stand for each other: the "Construction Contract" is called the Construction Agreement.
  static func plain(_ words: [String]) -> [String] { words.map { $0 == "contract" ? "agreement" : $0 } }

  /// The letters of a name as one spelling has them: the "Ship Building Licence" is the Shipbuilding License.
  private static func spelled(_ words: [String]) -> String {
    let spellings = [
      ("licence", "license"), ("consultancy", "consulting"), ("labour", "labor"), ("programme", "program"), ("defence", "defense"),
      ("catalogue", "catalog"), ("centre", "center"),
    ]
    return spellings.reduce(words.joined()) { $0.replacing($1.0, with: $1.1) }
  }

  /// What any paper may be called whatever it is about.
  private static let instruments: Set<String> = ["agreement", "deed", "indenture", "instrument"]

  /// Words that name a paper beside the agreement, and not whatever paper is spoken of: "the Note".
  static let ownKinds: Set<String> = [
    "note", "notes", "mortgage", "guaranty", "indenture", "deed", "plan", "warrant", "guarantee", "bond", "bonds", "policy",
    "bylaws",
    "sublease", "subcontract", "debenture", "charter", "instructions", "letter",
  ]

  static func words(_ name: String) -> [String] {
    name.plainWords.filter { !stopWords.contains($0) }
  }

  /// The member that a name means, in a paper (`from`) that is not meant itself and is no older than what it names.
  func find(_ name: String, date: CalendarDate?, from: Int) -> Outcome {
    let parties = partyWords(from)
    let wanted = Self.words(name)
    // "the Agreement", "the Contract" name nothing by themselves; "an Indenture dated as of April 2, 2013" does.
    guard wanted.count > 1 || shortNames.contains(wanted) || !wanted.isEmpty && date != nil else { return .none }
    // Amendments bear the name of what they amend; the name alone means the agreement.
    let wantsAmendment = wanted.contains("amendment")
    let isNameOfAmendment = wanted.last == "amendment" || wanted.first == "amendment" && wanted.count <= 2
    func canBeMeant(_ index: Int) -> Bool {
      // "Section 6 of the First Amendment" is no section of the agreement.
      let isAmendment = isSecondary[index].amendment || names[index].contains { $0.contains("amendment") }
      return index != from && !isSecondary[index].composed && (!isSecondary[index].amendment || wantsAmendment)
        && (!isNameOfAmendment || isAmendment)
        && (members[from].date.flatMap { limit in members[index].date.map { $0 <= limit } } ?? true)
    }
    // "Contract for Technology Investment" for the title "Technology Investment Contract".
    var found = Set((called[wanted] ?? []) + (sorted[wanted.sorted()] ?? [])).sorted().filter(canBeMeant)
    if let date, !found.contains(where: { members[$0].date == date }) {
      // Between the same, on the same day, a shorter or longer name is the same paper's: "Master Credit Agreement" of one titled "Credit Agreement".
      found += (byDate[date] ?? []).filter {
        canBeMeant($0) && resembles($0, wanted) && !parties.isDisjoint(with: partyWords($0)) && sharesParties(from, $0)
      }
    }
    let exact = found.filter { names[$0].contains(wanted) }
    if !exact.isEmpty { found = exact }
    if let date {
      let same = found.filter { members[$0].date == date }
      found = same.isEmpty ? found.filter { members[$0].date == nil } : same
    }
    if found.count > 1, !parties.isEmpty {
      // Between more of the same: of two agreements of one day that with Ben Marsh.
      let counts = found.map { shared(from, $0) }
      if let most = counts.max(), most > 0 { found = zip(found, counts).filter { $1 == most }.map(\.0) }
    }
    switch found.count {
    case 0: return .none
    case 1: return .member(found[0])
    default: return .several(found)
    }
  }

  /// The one agreement of a day between the parties of a member that changes it: "an agreement dated 3 March 2019 for the supply of wood".
  func find(_ date: CalendarDate?, from: Int) -> Outcome {
    let found = (date.flatMap { byDate[$0] } ?? []).filter {
      $0 != from && !isSecondary[$0].composed && !isSecondary[$0].amendment && !parties[$0].isEmpty && !parties[from].isEmpty
        && sharesParties(from, $0)
    }
    return found.count == 1 ? .member(found[0]) : found.isEmpty ? .none : .several(found)
  }

  /// How many of a member's parties another has too.
  private func shared(_ a: Int, _ b: Int) -> Int {
    parties[a].count { name in parties[b].contains { Self.isSame($0, name) } }
  }

  /// Whether the words of two names can be one party's: "Oak Foods" and "Oak Foods International", and not "Mark Finch" and "Carla Finch".
  private static func isSame(_ a: Set<String>, _ b: Set<String>) -> Bool {
    let shared = a.intersection(b).count
    return shared == min(a.count, b.count) || shared > 1
  }

  /// Whether each of two members names a party that the other does not know: one of another person.
  func contradict(_ a: Int, _ b: Int) -> Bool {
    func strangers(_ a: Int, _ b: Int) -> [Set<String>] {
      parties[a].filter { name in !parties[b].contains { Self.isSame($0, name) } }
    }
    let missing = strangers(b, a)
    guard !missing.isEmpty, !strangers(a, b).isEmpty else { return false }
    // A former name stands in the head of the later paper: "as successor to Elm Foods, Inc.".
    let words = headWords(a)
    return missing.contains { !$0.isSubset(of: words) }
  }

  /// The words of a member's head, in which its parties are told.
  private func headWords(_ member: Int) -> Set<String> {
    Set(Self.words(String(decoding: members[member].agreement.reading.bytes.prefix(20_000), as: UTF8.self)))
  }

  /// Whether a party of one of two members is spoken of in the other's head, where one of them tells no parties of its own; a title alone
  /// says little: many papers are an "Employment Agreement".
  func mayBeBetweenTheSame(_ a: Int, _ b: Int) -> Bool {
    guard parties[a].isEmpty != parties[b].isEmpty else { return true }
    let (silent, other) = parties[a].isEmpty ? (a, b) : (b, a)
    let head = headWords(silent)
    return parties[other].contains { $0.isSubset(of: head) }
  }

  /// Whether two members can be between the same: so many parties in common, where each names as many.
  func sharesParties(_ a: Int, _ b: Int, atLeast wanted: Int = 2) -> Bool {
    guard !parties[b].isEmpty, !parties[a].isEmpty else { return true }
    return shared(a, b) >= min(wanted, parties[a].count, members[b].agreement.parties.count)
  }

  private static let common: Set<String> = [
    "inc", "llc", "ltd", "limited", "corp", "corporation", "company", "co", "l", "p", "n", "bank", "group", "holdings", "trust",
  ]

  /// The words of the names of a member's parties, but for those that all companies share.
  func partyWords(_ member: Int) -> Set<String> { allParties[member] }

  /// Whether all the words of one name are in the other.
  func resembles(_ member: Int, _ wanted: [String]) -> Bool {
    let wanted = Self.plain(wanted)
    return names[member].map(Self.plain).contains { name in
      if Self.spelled(name) == Self.spelled(wanted) { return true }
      if name.count > 1, Set(name).isSubset(of: wanted) || Set(wanted).isSubset(of: name) { return true }
      // "Lease Agreement" for a "Deed of Lease" or a "Lease".
      let (own, other) = (Set(name).subtracting(Self.instruments), Set(wanted).subtracting(Self.instruments))
      return !own.isEmpty && !other.isEmpty && (own.isSubset(of: other) || other.isSubset(of: own))
    }
  }
}
