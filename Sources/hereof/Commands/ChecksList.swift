import ArgumentParser
import ContractModel

struct ChecksList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checks", abstract: "List the checks: code, how sure, what each finds, an example.",
    discussion: "Checks marked info give hints, which are off unless hereof check --severity info asks for them.")

  func run() throws { Self.printAll() }

  static func printAll() {
    let width = Checks.all.map(\.code.count).max() ?? 0
    func padded(_ text: String, _ columns: Int) -> String { text + String(repeating: " ", count: max(columns - text.count, 0)) }
    for check in Checks.all {
      StandardOutput.line(
        "\(padded(check.code, width))  \(padded(check.severity.rawValue, 7))  \(check.summary)\n"
          + "\(padded("", width + 11))e.g. \(check.example)")
    }
  }
}
