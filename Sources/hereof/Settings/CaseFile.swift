import ContractModel
import TOML
import TerminalGrid

/// The description of a case, from `case.toml` in its folder.
///
/// ```toml
/// title = "Mill Lane"
/// [[agreement]]
/// path = "lease.txt"
/// names = ["Lease"]
/// date = 2004-05-01
/// [[agreement]]
/// path = "amendment.txt"
/// kind = "amendment"
/// amends = "lease.txt"
/// [parties]
/// "Oak Properties Ltd" = ["Oak"]
/// [events]
/// "Commencement Date" = 2004-06-01
/// ```
///
/// What is wrong in it is said with its line and column and passed over; the rest counts.
struct CaseFile {
  static let name = "case.toml"

  private(set) var description = CaseDescription()
  private(set) var failures: [String] = []
  private let path: String
  /// Where each paper is listed.
  private var positions: [String: TOMLValue.Position] = [:]

  /// The description of a folder; nil where there is none.
  init?(folder: String) {
    path = (folder.hasSuffix("/") ? folder : folder + "/") + Self.name
    let bytes: [UInt8]
    do { bytes = try FileReader.read(path) } catch {
      guard error != .missing else { return nil }
      failures.append(CaseLoader.words(error, path))
      return
    }
    do {
      for entry in try TOMLValue.parse(bytes).entries { take(entry) }
    } catch {
      fail(error.position, error.reason)
    }
  }

  private mutating func fail(_ at: TOMLValue.Position?, _ words: String) { failures.append("\(place(at)): \(words)") }

  private func place(_ at: TOMLValue.Position?) -> String { at.map { "\(path):\($0.line):\($0.column)" } ?? path }

  /// Says what contradicts itself, given the dates that agreements bear.
  mutating func compare(_ dates: (String) -> CalendarDate?) {
    for (paper, words) in description.contradictions(dates) {
      fail(positions[paper], words)
      // What cannot be is not believed.
      if let index = description.papers.firstIndex(where: { $0.path == paper }), !words.contains("dated before") {
        description.papers[index].amends = nil
      }
    }
  }

  private mutating func take(_ entry: TOMLValue.Entry) {
    switch entry.key {
    case "title":
      description.title = entry.value.string
      if entry.value.string == nil { fail(entry.value.position, "title is words in quotes") }
    case "agreement":
      guard let papers = entry.value.array, papers.allSatisfy(\.isTable) else {
        return fail(entry.position, "agreements are listed as [[agreement]]")
      }
      for paper in papers { takePaper(paper) }
    case "parties":
      guard entry.value.isTable else { return fail(entry.position, "parties is a table of names") }
      for party in entry.value.entries {
        guard let names = party.value.array?.compactMap(\.string) ?? party.value.string.map({ [$0] }) else {
          fail(party.value.position, "the other names of \(party.key) are words in quotes")
          continue
        }
        description.aliases[party.key] = names
      }
    case "events":
      guard entry.value.isTable else { return fail(entry.position, "events is a table of dates") }
      for event in entry.value.entries {
        guard let date = date(event.value, "the event \(event.key)") else { continue }
        if !description.events.add(event.key, on: date) {
          fail(event.position, "the event \(event.key) is dated twice, or has no name")
        }
      }
    default: fail(entry.position, "nothing of a case is called \(entry.key); there are title, agreement, parties and events")
    }
  }

  private mutating func takePaper(_ value: TOMLValue) {
    guard let path = value["path"]?.string, !path.isEmpty else { return fail(value.position, "an agreement has a path") }
    // The folder comes from the other side, perhaps: it names nothing outside itself.
    guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
      return fail(value["path"]?.position ?? value.position, "\(path) lies outside the folder of the case")
    }
    guard positions[path] == nil else { return fail(value.position, "\(path) is listed twice") }
    positions[path] = value.position
    var paper = CaseDescription.Paper(path: path)
    for entry in value.entries {
      switch entry.key {
      case "path": break
      case "names":
        guard let names = entry.value.array?.compactMap(\.string), names.count == entry.value.array?.count else {
          fail(entry.value.position, "names is a list of words in quotes")
          continue
        }
        paper.names = names
      case "date": paper.date = date(entry.value, "date")
      case "kind":
        paper.kind = entry.value.string.flatMap(Case.Kind.init(rawValue:))
        if paper.kind == nil {
          fail(entry.value.position, "kind is one of \(Case.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
        }
      case "amends":
        paper.amends = entry.value.string
        if paper.amends == nil { fail(entry.value.position, "amends is the path of an agreement, in quotes") }
      default: fail(entry.position, "nothing of an agreement is called \(entry.key); there are path, names, date, kind and amends")
      }
    }
    description.papers.append(paper)
  }

  private mutating func date(_ value: TOMLValue, _ what: String) -> CalendarDate? {
    var found: CalendarDate?
    if case .date(let year, let month, let day) = value.content { found = CalendarDate(year: year, month: month, day: day) }
    if let text = value.string { found = CalendarDate(iso: text) }
    if found == nil { fail(value.position, "\(what) is a date such as 2004-05-01") }
    return found
  }

  /// Where a paper is listed, as a place to say something of it.
  func place(of paper: String) -> String { place(positions[paper]) }

  // MARK: Writing one

  /// The description of a case by what its agreements say, in order of date; what is doubtful stands in comments. `name` gives the path of
  /// a member from the folder of the file.
  static func written(_ value: Case, _ links: CaseLinks, name: (Case.Member) -> String) -> String {
    var out = "title = \(quoted(value.title))\n"
    for index in value.byDate {
      let member = value.members[index]
      out += "\n[[agreement]]\npath = \(quoted(name(member)))\n"
      out += "# \(plain(member.title))" + parties(member) + "\n"
      if let date = member.date { out += "date = \(date.iso)\n" } else { out += "# date = 2004-05-01  # none was found\n" }
      out += "kind = \(quoted(member.kind.rawValue))\n"
      if let amended = links.amended[index] {
        out += "amends = \(quoted(name(value.members[amended])))\n"
      } else if member.kind == .amendment {
        out += "# amends = \"…\"  # what it changes is not in this folder, or several could be it\n"
      }
      for doubt in member.agreement.health { out += "# doubtful: \(plain(doubt))\n" }
    }
    return out + "\n[events]\n# \"Effective Date\" = 2004-05-01\n"
  }

  private static func parties(_ member: Case.Member) -> String {
    let names = member.agreement.parties.prefix(4).map { plain($0.name) }
    return names.isEmpty ? "" : ", between " + names.joined(separator: ", ")
  }

  /// Words on one line, for a comment.
  private static func plain(_ words: String) -> String { Scrubber.scrubbed(words, keepingLines: false) }

  /// A basic string of TOML.
  private static func quoted(_ words: String) -> String {
    "\"" + plain(words).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
