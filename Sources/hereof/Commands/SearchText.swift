import ArgumentParser
import ContractModel
import RegularExpressions

struct SearchText: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Print the places a pattern matches, as path:line: [section] text.")

  @Argument(help: "Words or a Perl-compatible expression; capitals in it must match, else case does not count.")
  var pattern: String
  @Argument(help: "Agreements, folders, or - for standard input.", completion: .file())
  var paths: [String]

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let expression: RegularExpression
    do { expression = try RegularExpression(TextMatcher.asRead(pattern)) } catch {
      StandardError.say("the pattern is no expression: \(error.message) (at \(error.offset + 1))")
      throw Status.failed
    }
    var count = 0
    try reading.forEach(paths) { member in
      let agreement = member.agreement
      var cursor = PositionCursor(member.agreement.text, path: member.path)
      for match in agreement.matches(TextMatcher { expression.firstMatch(in: $0, from: $1) }) {
        let place = cursor.place(of: match.range.lowerBound)
        let here = match.isFurniture ? "page furniture" : agreement.place(match.provision)
        StandardOutput.line("\(place.path):\(place.line): [\(here)] \(agreement.line(around: match.range))")
        count += 1
      }
    }
    if count == 0 { throw Status.found }
  }
}

extension Agreement {
  /// The physical lines a range stands in, white space folded, at most some hundred characters.
  fileprivate func line(around range: Range<Int>) -> String {
    let first = text.lines[text.lines.index(at: range.lowerBound)]
    let last = text.lines[text.lines.index(at: max(range.lowerBound, range.upperBound - 1))]
    let start = max(first.lowerBound, range.lowerBound - 200)
    return words(start..<min(max(last.upperBound, range.upperBound), range.upperBound + 200))
  }
}
