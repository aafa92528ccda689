import ContractModel
import TOML

/// How agreements in a folder are to be checked, from `.hereof.toml` beside them.
///
/// ```toml
/// [check]
/// skip = ["placeholder"]
/// severity = "warning"
/// fail-on = "error"
/// dismissals = "dismissed.toml"
/// [parties]
/// "Acme, Inc." = ["ACME CORPORATION"]
/// ```
///
/// What is wrong in it is said with its line and column and passed over; the rest counts. The command line comes first.
struct CheckSettings {
  static let name = ".hereof.toml"

  private(set) var only: [String]?
  private(set) var skip: [String]?
  private(set) var severity: Finding.Severity?
  private(set) var failOn: Finding.Severity?
  /// The file that dismissed findings are kept in, beside this one.
  private(set) var dismissals: String?
  /// Other names of parties, by the name they have in the agreement.
  private(set) var aliases: [String: [String]] = [:]
  private(set) var failures: [String] = []
  private var path = name

  init() {}

  /// The settings of a folder; none where it has no such file.
  init(folder: String) {
    path = folder + "/" + Self.name
    guard let bytes = try? FileReader.read(path) else { return }
    do {
      for entry in try TOMLValue.parse(bytes).entries { take(entry, folder) }
    } catch {
      fail(error.position, error.reason)
    }
  }

  private mutating func fail(_ at: TOMLValue.Position, _ words: String) {
    failures.append("\(path):\(at.line):\(at.column): \(words)")
  }

  private mutating func take(_ entry: TOMLValue.Entry, _ folder: String) {
    switch entry.key {
    case "check":
      guard entry.value.isTable else { return fail(entry.position, "check is a table") }
      for setting in entry.value.entries { takeCheck(setting, folder) }
    case "parties":
      guard entry.value.isTable else { return fail(entry.position, "parties is a table of names") }
      for party in entry.value.entries {
        guard let names = strings(party.value) else {
          fail(party.value.position, "the other names of \(party.key) are words in quotes")
          continue
        }
        aliases[party.key] = names
      }
    default: fail(entry.position, "no table is called \(entry.key); there are check and parties")
    }
  }

  private mutating func takeCheck(_ entry: TOMLValue.Entry, _ folder: String) {
    switch entry.key {
    case "only": only = codes(entry)
    case "skip": skip = codes(entry)
    case "severity": severity = level(entry)
    case "fail-on": failOn = level(entry)
    case "dismissals":
      guard let name = entry.value.string, !name.isEmpty else {
        return fail(entry.value.position, "dismissals is a file's name in quotes")
      }
      // The file comes with the agreements, from the other side perhaps: it may name nothing outside their folder.
      guard !name.hasPrefix("."), !name.contains("/") else {
        return fail(entry.value.position, "dismissals is a file beside this one; --dismissals names any other")
      }
      dismissals = folder + "/" + name
    default: fail(entry.position, "no setting of check is called \(entry.key)")
    }
  }

  private mutating func codes(_ entry: TOMLValue.Entry) -> [String]? {
    guard let names = strings(entry.value) else {
      fail(entry.value.position, "\(entry.key) is a list of checks in quotes")
      return nil
    }
    for name in names where !Checks.all.contains(where: { $0.code == name }) {
      fail(entry.value.position, "no check is called \(name); hereof checks lists them")
    }
    let known = names.filter { name in Checks.all.contains { $0.code == name } }
    return known.isEmpty && !names.isEmpty ? nil : known
  }

  private mutating func level(_ entry: TOMLValue.Entry) -> Finding.Severity? {
    let level = entry.value.string.flatMap(Finding.Severity.init(rawValue:))
    if level == nil { fail(entry.value.position, "\(entry.key) is \"info\", \"warning\" or \"error\"") }
    return level
  }

  private func strings(_ value: TOMLValue) -> [String]? {
    let values = value.array ?? [value]
    let texts = values.compactMap(\.string)
    return texts.count == values.count ? texts : nil
  }
}
