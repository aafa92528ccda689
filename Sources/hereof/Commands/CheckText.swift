import ArgumentParser
import ContractModel

struct CheckText: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Proofread agreements: path:line:column: severity: message [code].")
  @OptionGroup var options: CaseOptions

  func run() throws {
    var worst: Finding.Severity?
    let loader = CaseLoader.load(options.paths)
    for failure in loader.failures { StandardError.say(failure) }
    let all = Parallel.map(loader.members, doing: "checking") { Checks.findings($0.agreement) }
    for (member, findings) in zip(loader.members, all) {
      worst = [worst, findings.map(\.severity).max()].compactMap { $0 }.max()
      guard !options.json else { continue }
      var cursor = PositionCursor(member.agreement.text)
      for finding in findings {
        let place = cursor.position(of: finding.range.lowerBound)
        StandardOutput.line(
          "\(member.path):\(place.line):\(place.column): \(finding.severity.rawValue): \(finding.message) [\(finding.code)]")
      }
    }
    if options.json, !loader.members.isEmpty { StandardOutput.write(bytes: AgreementJSON.document(loader.members)) }
    if !loader.failures.isEmpty { throw Status.failed }
    if let worst, worst >= .warning { throw Status.found }
  }
}
