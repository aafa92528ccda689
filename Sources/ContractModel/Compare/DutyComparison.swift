/// Duties of two versions of an agreement, held against each other.
///
/// A duty is known in both by its provision and the first words of what is to be done, for its sums and days may be others: "Oak shall pay
/// $500" of 2.1 is "Oak may pay $600" of 2.1 now.
struct DutyComparison {
  private(set) var turned: [ComparisonSummary.Turned] = []
  /// Those who bear duties and have another name throughout.
  private(set) var renamed: [ComparisonSummary.Renamed] = []

  private struct Key: Hashable {
    /// Of the new version.
    var provision: Int
    var action: [Substring]

    init(_ provision: Int, _ duty: Duty, in agreement: Agreement) {
      self.provision = provision
      let end = min(duty.action.upperBound, duty.action.lowerBound + 80)
      action = Array(agreement.words(duty.action.lowerBound..<end).split(separator: " ").prefix(3))
    }
  }

  private struct Owed: Hashable {
    var bearer: String
    var modality: Duty.Modality
  }

  init(_ comparison: Comparison) {
    var before: [Key: [Duty]] = [:]
    for duty in Duty.all(in: comparison.old) {
      guard let id = duty.provision.flatMap({ comparison.newProvision(of: $0) }) else { continue }
      before[Key(id, duty, in: comparison.old), default: []].append(duty)
    }
    var after: [Key: [Duty]] = [:]
    var order: [Key] = []
    for duty in Duty.all(in: comparison.new) {
      guard let key = duty.provision.map({ Key($0, duty, in: comparison.new) }) else { continue }
      if after[key] == nil { order.append(key) }
      after[key, default: []].append(duty)
    }
    let pairs = order.compactMap { key in before[key].map { (old: $0, new: after[key] ?? []) } }
    renamed = Self.renamed(pairs, comparison)
    let names = Dictionary(renamed.map { (Self.plain($0.old), Self.plain($0.new)) }, uniquingKeysWith: { first, _ in first })
    func owed(_ duty: Duty) -> Owed {
      let bearer = Self.plain(duty.bearer)
      return Owed(bearer: names[bearer] ?? bearer, modality: duty.modality)
    }
    for (old, new) in pairs + Self.exchanged(before, after, order) {
      let (was, isNow) = (Set(old.map(owed)), Set(new.map(owed)))
      guard let now = new.first(where: { !was.contains(owed($0)) }), let first = old.first else { continue }
      let then = old.first { !isNow.contains(owed($0)) } ?? first
      turned.append(
        ComparisonSummary.Turned(
          old: then, new: now, oldBearers: Self.bearers(of: then, among: old), newBearers: Self.bearers(of: now, among: new)))
    }
  }

  /// The duties of a provision that are alike but for whom they are owed to: "Oak shall pay Elm" that is "Elm shall pay Oak" now. Each is the
  /// only one of its verb there that the other version does not have.
  private static func exchanged(_ before: [Key: [Duty]], _ after: [Key: [Duty]], _ order: [Key]) -> [(old: [Duty], new: [Duty])] {
    struct Verb: Hashable {
      var provision: Int
      var word: Substring?
    }
    var gone: [Verb: [Key]] = [:]
    for key in before.keys where after[key] == nil {
      gone[Verb(provision: key.provision, word: key.action.first), default: []].append(key)
    }
    let come = order.filter { before[$0] == nil }
    let counts = Dictionary(grouping: come) { Verb(provision: $0.provision, word: $0.action.first) }
    return come.compactMap { key in
      let verb = Verb(provision: key.provision, word: key.action.first)
      guard counts[verb]?.count == 1, let old = gone[verb], old.count == 1, let then = before[old[0]], let now = after[key] else {
        return nil
      }
      return (then, now)
    }
  }

  /// All who bear a duty together: each has one of the same words.
  private static func bearers(of duty: Duty, among all: [Duty]) -> String {
    var names: [String] = []
    for other in all where other.action == duty.action && !names.contains(other.bearer) { names.append(other.bearer) }
    return names.count < 2 ? duty.bearer : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }

  /// A name as it is compared: the hyphen of a line's end is no part of it.
  private static func plain(_ name: String) -> String { name.lowercasedBytes.filter { $0.isLetter || $0.isNumber } }

  /// Names that one version alone has, where each duty of the one is the other's now.
  private static func renamed(_ pairs: [(old: [Duty], new: [Duty])], _ comparison: Comparison) -> [ComparisonSummary.Renamed] {
    var found: [String: Set<String>] = [:]
    var printed: [String: String] = [:]
    var order: [String] = []
    for (old, new) in pairs {
      guard let a = old.first, let b = new.first, old.count == 1, new.count == 1 else { continue }
      let name = plain(a.bearer)
      if found[name] == nil { order.append(name) }
      found[name, default: []].insert(plain(b.bearer))
      (printed[name], printed[plain(b.bearer)]) = (a.bearer, b.bearer)
    }
    func knows(_ agreement: Agreement, _ name: String) -> Bool {
      agreement.terms.contains { plain($0.name) == name }
        || agreement.parties.contains { plain($0.name) == name || $0.role.map { plain($0) == name } ?? false }
    }
    return order.compactMap { old in
      guard let news = found[old], news.count == 1, let new = news.first, new != old, !knows(comparison.new, old),
        !knows(comparison.old, new), let first = printed[old], let second = printed[new]
      else { return nil }
      return ComparisonSummary.Renamed(old: first, new: second)
    }
  }
}
