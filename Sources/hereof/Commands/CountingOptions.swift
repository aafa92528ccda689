import ArgumentParser
import ContractModel

/// What happened when, for the commands that compute dates.
struct EventOptions: ParsableArguments {
  @Option(
    name: .customLong("event"),
    help: "A dated event, by its defined term or its words: \"Effective Date=2003-09-01\". May be repeated.")
  var events: [String] = []

  /// The events of the command line.
  func dated() throws -> Events {
    var out = Events()
    for event in events {
      guard let equals = event.lastIndex(of: "="), equals > event.startIndex else {
        throw Self.refused("--event takes a name and a date: \"Effective Date=2003-09-01\"")
      }
      let date = event[event.index(after: equals)...].trimmed
      guard let day = CalendarDate(written: date) else {
        throw Self.refused("--event \(event): \(date) is no date such as 2003-09-01")
      }
      let name = event[..<equals].trimmed
      guard out.add(name, on: day) else { throw Self.refused("--event \(name): it is dated twice, or has no name") }
    }
    return out
  }

  /// A day of the command line, as an option names it.
  static func day(_ words: String, of option: String) throws -> CalendarDate {
    guard let day = CalendarDate(written: words) else { throw refused("\(option) \(words): it is no date such as 2003-09-01") }
    return day
  }

  /// Says what is wrong with an option.
  static func refused(_ words: String) -> Status {
    StandardError.say(words)
    return .failed
  }
}

/// What happened when, and how days are counted.
struct CountingOptions: ParsableArguments {
  @OptionGroup var given: EventOptions
  @Option(help: "A file of holidays, a date a line (2003-12-25), for business days and rest days.", completion: .file())
  var holidays: String?
  @Option(
    help: "What a due date on a weekend or holiday does: \(CountingRule.RestDay.allCases.map(\.rawValue).joined(separator: ", ")).")
  var restDay = CountingRule.RestDay.stay
  @Option(help: "The days of the week without business, separated by commas.")
  var weekend = "saturday,sunday"

  private static let days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]

  func rule() throws -> CountingRule {
    var rest: Set<Int> = []
    for name in weekend.lowercased().split(separator: ",") where name != "none" {
      guard let day = Self.days.firstIndex(where: { $0 == name || $0.prefix(3) == name }) else {
        throw EventOptions.refused("--weekend: \(name) is no day of the week")
      }
      rest.insert(day)
    }
    guard rest.count < 7 else { throw EventOptions.refused("--weekend: a week must have a day of business") }
    var dates: Set<CalendarDate> = []
    if let holidays {
      let bytes: [UInt8]
      do { bytes = try FileReader.read(holidays) } catch { throw EventOptions.refused(CaseLoader.words(error, holidays)) }
      let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
      for (index, line) in lines.enumerated() {
        // Words behind the date are the holiday's name.
        guard let word = line.split(separator: " ").first, !word.hasPrefix("#") else { continue }
        guard let date = CalendarDate(iso: String(word)) else {
          throw EventOptions.refused("\(holidays):\(index + 1): \(word.prefix(40)) is no date such as 2003-12-25")
        }
        dates.insert(date)
      }
    }
    return CountingRule(restDay: restDay, weekend: rest, holidays: dates)
  }

}

extension CountingRule.RestDay: ExpressibleByArgument {}

extension Substring {
  fileprivate var trimmed: String {
    var part = self
    while part.first?.isWhitespace ?? false { part.removeFirst() }
    while part.last?.isWhitespace ?? false { part.removeLast() }
    return String(part)
  }
}
