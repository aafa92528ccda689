import ArgumentParser
import ContractModel
import Glibc

struct Clocks: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv, ics }

  static let configuration = CommandConfiguration(
    commandName: "clocks",
    abstract: "Print the time limits of agreements, and with dated events the days on which they end.",
    discussion: """
      hereof clocks lease.txt --event "Commencement Date=2024-03-01" --rest-day next --format ics > lease.ics

      A trigger that the agreement dates itself needs no event. Limits whose trigger is not dated stay open. What is printed is computed from words and is no legal advice.
      """)

  @Argument(help: "Agreements, folders, or - for standard input.", completion: .file())
  var paths: [String]
  @Option(help: "\(Format.allCases.map(\.rawValue).joined(separator: ", ")); ics holds the limits that have a due date.")
  var format = Format.text
  @Flag(help: "The same as --format json.")
  var json = false
  @OptionGroup var counting: CountingOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let rule = try counting.rule()
    let loader = reading.load(paths)
    let given = try counting.given.dated()
    let events = given.completed(by: loader.file?.description.events ?? Events())
    let rows = loader.value.members.flatMap { member in
      TimeLimit.all(in: member.agreement).map {
        ClockReport.Row(member: member, limit: $0, due: events.due($0, in: member.agreement, by: rule))
      }
    }
    // An event that was misspelled would go by unseen.
    for name in given.unused(rows.compactMap { $0.due?.event }) where !loader.members.isEmpty {
      StandardError.say("no time limit is counted from “\(name)”")
    }
    let report = ClockReport(rows: rows, rule: rule)
    switch json ? .json : format {
    case .text: if !loader.members.isEmpty { StandardOutput.write(report.text()) }
    case .json: StandardOutput.write(bytes: report.json())
    case .csv: StandardOutput.write(bytes: Array(report.csv().utf8))
    case .ics: StandardOutput.write(bytes: Array(report.calendar(stamp: Self.now()).utf8))
    }
    if !loader.failures.isEmpty { throw Status.failed }
  }

  /// The time in Greenwich as iCalendar writes it.
  private static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ value: Int32) -> String { (value < 10 ? "0" : "") + String(value) }
    return
      "\(parts.tm_year + 1_900)\(two(parts.tm_mon + 1))\(two(parts.tm_mday))T\(two(parts.tm_hour))\(two(parts.tm_min))\(two(parts.tm_sec))Z"
  }
}
