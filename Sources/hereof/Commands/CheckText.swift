import ArgumentParser
import ContractModel

struct CheckText: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Proofread agreements: path:line:column: severity: message [code].",
    discussion: """
      Hints (info) are left out unless --severity info asks for them. Exit status: 0 nothing found, 1 something of the --fail-on
      severity or above, 2 an agreement could not be read.
      """)

  @Argument(help: "Agreements, folders, or - for standard input.", completion: .file())
  var paths: [String]

  @Option(help: "How to print: text, json, github (annotations), markdown or sarif (2.1.0).")
  var format = FindingReport.Format.text
  @Flag(help: "The same as --format json.")
  var json = false
  @Option(help: "Only these checks, by code; hereof checks lists them.")
  var only: [String] = []
  @Option(help: "All checks but these.")
  var skip: [String] = []
  @Option(help: "The least severe findings to print: info, warning or error.")
  var severity = Finding.Severity.warning
  @Option(help: "The least severe finding that makes the exit status 1.")
  var failOn = Finding.Severity.warning

  func validate() throws {
    for code in only + skip where !Checks.all.contains(where: { $0.code == code }) {
      throw ValidationError("no check is called \(code); hereof checks lists them")
    }
  }

  func run() throws {
    let loader = CaseLoader.load(paths)
    for failure in loader.failures { StandardError.say(failure) }
    let codes = Set(only.isEmpty ? Checks.all.map(\.code) : only).subtracting(skip)
    let least = severity
    let all = Parallel.map(loader.members, doing: "checking") { member in
      Checks.findings(member.agreement, only: codes).filter { $0.severity >= least }
    }
    let report = FindingReport(members: loader.members, findings: all)
    switch json ? .json : format {
    case .text: StandardOutput.write(report.text())
    case .github: StandardOutput.write(report.github())
    case .markdown: StandardOutput.write(report.markdown())
    case .sarif: StandardOutput.write(bytes: report.sarif())
    case .json: if !loader.members.isEmpty { StandardOutput.write(bytes: AgreementJSON.document(loader.members, findings: all)) }
    }
    if !loader.failures.isEmpty { throw Status.failed }
    if all.contains(where: { $0.contains { $0.severity >= failOn } }) { throw Status.found }
  }
}

extension Finding.Severity: ExpressibleByArgument {}
