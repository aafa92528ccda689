import ArgumentParser
import ContractModel

struct CheckText: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Proofread agreements: path:line:column: severity: message [code].",
    discussion: """
      Hints (info) are left out unless --severity info asks for them. Settings for the agreements of a folder are read from
      .hereof.toml in it; what is given here comes first. A finding that is right to stay is dismissed by its check and section
      (placeholder@8.1), with a reason, and is not shown again, also when the text around it changes.

      Exit status: 0 nothing found, 1 something of the --fail-on severity or above, 2 an agreement could not be read.
      """)

  @Argument(help: "Agreements, folders, or - for standard input.", completion: .file())
  var paths: [String]

  @Option(help: "How to print: text, json, github (annotations), markdown or sarif (2.1.0).")
  var format = FindingReport.Format.text
  @Flag(help: "The same as --format json.")
  var json = false
  @Option(name: .customLong("only"), help: "Only these checks, by code, with commas between; hereof checks lists them.")
  var onlyCodes: [String] = []
  @Option(name: .customLong("skip"), help: "All checks but these.")
  var skipCodes: [String] = []
  @Option(help: "The least severe findings to print: info, warning or error; warning unless said.")
  var severity: Finding.Severity?
  @Option(help: "The least severe finding that makes the exit status 1; warning unless said.")
  var failOn: Finding.Severity?

  @Option(help: "Show only what this earlier output of check --json does not have.", completion: .file())
  var baseline: String?

  @Option(help: "Dismiss the findings of a check in a section: CODE@SECTION; with --because.")
  var dismiss: [Place] = []
  @Option(help: "Why they are dismissed.")
  var because: String?
  @Option(help: "Take a dismissal back: CODE@SECTION.")
  var restore: [Place] = []
  @Flag(help: "List what is dismissed instead.")
  var dismissed = false
  @Option(help: "Keep dismissals in this file, to be committed, and not in the state folder.", completion: .file())
  var dismissals: String?

  /// `placeholder@8.1`: a check and a section.
  struct Place: ExpressibleByArgument {
    var check: String
    var section: String

    init?(argument: String) {
      guard let at = argument.firstIndex(of: "@"), argument.index(after: at) < argument.endIndex else { return nil }
      check = String(argument[..<at])
      section = String(argument[argument.index(after: at)...])
    }
  }

  @OptionGroup var reading: ReadingOptions

  private var only: [String] { Self.codes(onlyCodes) }
  private var skip: [String] { Self.codes(skipCodes) }
  private static func codes(_ lists: [String]) -> [String] { lists.flatMap { $0.split(separator: ",").map(String.init) } }

  func validate() throws {
    let known = Checks.all.map(\.code)
    for (option, codes) in [
      ("--only", only), ("--skip", skip), ("--dismiss", dismiss.map(\.check)), ("--restore", restore.map(\.check)),
    ] {
      guard let code = codes.first(where: { !known.contains($0) }) else { continue }
      let likely = Hereof.likely(code, among: known).map { "is \($0) meant? " } ?? ""
      throw ValidationError("\(option): no check is called \(code); \(likely)hereof checks lists them")
    }
    if !dismiss.isEmpty, because?.isEmpty ?? true { throw ValidationError("say why with --because \"…\"") }
    if dismiss.isEmpty, because != nil { throw ValidationError("--because says why something is dismissed with --dismiss") }
  }

  func run() throws {
    let loader = reading.load(paths)
    let checking = Checking(
      loader.value.members, only: only.isEmpty ? nil : only, skip: skip.isEmpty ? nil : skip, severity: severity, failOn: failOn,
      dismissals: dismissals)
    for failure in checking.failures { StandardError.say(failure) }
    var hasFailed = !loader.failures.isEmpty || !checking.failures.isEmpty
    if !dismiss.isEmpty || !restore.isEmpty {
      hasFailed = !change(checking) || hasFailed
      throw hasFailed ? Status.failed : Status.fine
    }
    if dismissed {
      for place in checking.places {
        for dismissal in place.dismissed {
          StandardOutput.line(
            "\(place.member.path): \(dismissal.check)@\(dismissal.section): “\(dismissal.subject)”: \(dismissal.because)")
        }
      }
      throw hasFailed ? Status.failed : Status.fine
    }
    var known: Baseline?
    if let baseline {
      do { known = try Baseline(path: baseline) } catch {
        StandardError.say(Self.words(error, baseline))
        throw Status.failed
      }
    }
    let found = checking.findings(without: known)
    let report = FindingReport(members: loader.members, findings: found)
    switch json ? .json : format {
    case .text: StandardOutput.write(report.text())
    case .github: StandardOutput.write(report.github())
    case .markdown: StandardOutput.write(report.markdown())
    case .sarif: StandardOutput.write(bytes: report.sarif())
    case .json:
      AgreementJSON.write(loader.members, loader.links, findings: found, to: StandardOutput.write(bytes:))
    }
    if hasFailed { throw Status.failed }
    if checking.fails(found) { throw Status.found }
  }

  /// Dismisses and restores; false where something could not be done.
  private func change(_ checking: Checking) -> Bool {
    var isDone = true
    for place in dismiss {
      isDone =
        checking.change(place.check, place.section, because: because ?? "") { count, path in
          StandardOutput.line("\(path): dismissed \(count) of \(place.check) in \(place.section)")
        } && isDone
    }
    for place in restore {
      isDone =
        checking.restore(place.check, place.section) { count, path in
          StandardOutput.line("\(path): restored \(count) of \(place.check) in \(place.section)")
        } && isDone
    }
    return isDone
  }

  private static func words(_ failure: Baseline.Failure, _ path: String) -> String {
    switch failure {
    case .file(let failure): CaseLoader.words(failure, path)
    case .notOurs: "\(path) is not what hereof check --json prints"
    }
  }
}

extension Finding.Severity: ExpressibleByArgument {}
