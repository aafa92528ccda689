import ArgumentParser
import ContractModel

/// What the commands share that print the model: paths, `--json`, and how they end.
struct CaseOptions: ParsableArguments {
  @Argument(help: "Agreements, folders, or - for standard input.", completion: .file())
  var paths: [String]

  @Flag(help: "Print JSON instead of text.")
  var json = false

  @OptionGroup var reading: ReadingOptions

  /// Opens the paths, and says what could not be opened.
  func load() -> CaseLoader { reading.load(paths) }

  /// Opens the paths and hands each agreement on; ends with 2 where one could not be opened.
  func read(_ print: (Case.Member) -> Void) throws {
    let loader = load()
    // Only the JSON says how agreements name each other.
    try self.print(loader, json ? loader.links : nil) { print($0.members[$1]) }
  }

  /// The same with the case around each agreement, and how its members name each other.
  func readCase(_ print: (Case, CaseLinks, Int) -> Void) throws {
    let loader = load()
    let links = loader.value.links
    try self.print(loader, links) { print($0, links, $1) }
  }

  private func print(_ loader: CaseLoader, _ links: CaseLinks?, _ print: (Case, Int) -> Void) throws {
    let value = loader.value
    if json, !value.members.isEmpty {
      StandardOutput.write(bytes: AgreementJSON.document(value.members, links))
    } else {
      for (index, member) in value.members.enumerated() {
        if value.members.count > 1 { StandardOutput.line("\(index > 0 ? "\n" : "")\(member.agreement.title) (\(member.path))") }
        print(value, index)
      }
    }
    if !loader.failures.isEmpty { throw Status.failed }
  }
}
