import ContractModel
import Glibc

/// The agreements of a run of `hereof check` with their settings and what is dismissed in them.
struct Checking {
  /// An agreement and how it is to be checked.
  struct Place: Sendable {
    var member: Case.Member
    var codes: Set<String>
    var severity: Finding.Severity
    var failOn: Finding.Severity
    var dismissed: [Dismissal]
    fileprivate var file: String?
  }

  private(set) var places: [Place] = []
  /// What is wrong in settings and files of dismissals, each a sentence.
  private(set) var failures: [String] = []

  /// What is nil is taken from the settings beside each agreement.
  init(
    _ members: [Case.Member], only: [String]? = nil, skip: [String]? = nil, severity: Finding.Severity? = nil,
    failOn: Finding.Severity? = nil, dismissals: String? = nil
  ) {
    var known: [String: CheckSettings] = [:]
    for member in members {
      let folder = Self.folder(member.path)
      if known[folder] == nil {
        let read = CheckSettings(folder: folder)
        failures += read.failures
        known[folder] = read
      }
      let settings = known[folder] ?? CheckSettings()
      let chosen = only ?? settings.only ?? Checks.all.map(\.code)
      var place = Place(
        member: member.naming(settings.aliases),
        codes: Set(chosen).subtracting(skip ?? (only == nil ? settings.skip ?? [] : [])),
        severity: severity ?? settings.severity ?? .warning, failOn: failOn ?? settings.failOn ?? .warning, dismissed: [],
        file: dismissals ?? settings.dismissals)
      do { place.dismissed = try Self.store(place).dismissals(of: member) } catch { fail(error.words) }
      places.append(place)
    }
  }

  private mutating func fail(_ words: String) { if !failures.contains(words) { failures.append(words) } }

  /// The folder an agreement lies in, whose settings count for it; that of the archive or submission for what is in one.
  static func folder(_ path: String) -> String {
    var path = path[...]
    while let slash = path.lastIndex(of: "/") {
      if slash == path.startIndex { return "/" }
      path = path[..<slash]
      var status = stat()
      if stat(String(path), &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return String(path) }
    }
    return "."
  }

  private static func store(_ place: Place) -> DismissalStore {
    DismissalStore(file: place.file.map(DismissalFile.init), state: MemoryStore.standard)
  }

  /// Everything the settings ask for, what is dismissed too, in the order of the agreements.
  func allFindings() -> [Finding] {
    places.flatMap { Checks.findings($0.member.agreement, only: $0.codes, least: .warning) }
  }

  /// What is found in each agreement, in the order of the agreements.
  func findings(without baseline: Baseline?) -> [[Finding]] {
    let value = Case(title: "", members: places.map(\.member))
    let links = value.links
    let found = Parallel.map(Array(places.indices), doing: "checking") { index in
      let place = places[index]
      let agreement = place.member.agreement
      let found = Checks.findings(in: value, links, member: index, only: place.codes, least: place.severity).filter { finding in
        !place.dismissed.contains { $0.covers(finding, in: agreement) }
      }
      return baseline?.new(found, of: place.member) ?? found
    }
    // Ctrl-C leaves some unchecked.
    return found + Array(repeating: [], count: places.count - found.count)
  }

  /// Whether something is as severe as the settings of its agreement do not allow.
  func fails(_ found: [[Finding]]) -> Bool {
    zip(places, found).contains { place, findings in findings.contains { $0.severity >= place.failOn } }
  }

  /// Dismisses the findings of a check in a section of any of the agreements; false where there are none, or they cannot be kept.
  func change(_ check: String, _ section: String, because: String, _ say: (Int, String) -> Void) -> Bool {
    var isFound = false
    for place in places {
      let agreement = place.member.agreement
      let found = Checks.findings(agreement, only: [check]).filter { agreement.section(of: $0) == section }
      guard !found.isEmpty else { continue }
      isFound = true
      do {
        try Self.store(place).change(
          place.member, adding: found.map { Dismissal(of: $0, in: agreement, because: because) }, removing: [])
      } catch {
        StandardError.say(error.words)
        return false
      }
      say(found.count, place.member.path)
    }
    if !isFound { StandardError.say("\(check) finds nothing in \(section)") }
    return isFound
  }

  /// Takes dismissals back; false where there are none, or that cannot be kept.
  func restore(_ check: String, _ section: String, _ say: (Int, String) -> Void) -> Bool {
    var isFound = false
    for place in places {
      let restored = place.dismissed.filter { $0.check == check && $0.section == section }
      guard !restored.isEmpty else { continue }
      isFound = true
      do { try Self.store(place).change(place.member, adding: [], removing: restored) } catch {
        StandardError.say(error.words)
        return false
      }
      say(restored.count, place.member.path)
    }
    if !isFound { StandardError.say("nothing of \(check) is dismissed in \(section)") }
    return isFound
  }
}
