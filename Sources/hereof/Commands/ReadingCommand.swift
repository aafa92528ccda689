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
    if json {
      // Only the JSON says how agreements name each other.
      let loader = load()
      return try self.print(loader, loader.links) { print($0.members[$1]) }
    }
    // One alone has no heading: the first waits for a second.
    var first: Case.Member?
    var count = 0
    defer { if count == 1, let first { print(first) } }
    try reading.forEach(paths) { member in
      count += 1
      if count == 1 {
        first = member
        return
      }
      if let waiting = first {
        first = nil
        Self.heading(waiting, isFirst: true)
        print(waiting)
      }
      Self.heading(member, isFirst: false)
      print(member)
    }
  }

  private static func heading(_ member: Case.Member, isFirst: Bool) {
    StandardOutput.line("\(isFirst ? "" : "\n")\(member.agreement.title) (\(member.path))")
  }

  /// The same with the case around each agreement, and how its members name each other.
  func readCase(_ print: (Case, CaseLinks, Int) -> Void) throws {
    let loader = load()
    let links = loader.value.links
    try self.print(loader, links) { print($0, links, $1) }
  }

  private func print(_ loader: CaseLoader, _ links: CaseLinks?, _ print: (Case, Int) -> Void) throws {
    let value = loader.value
    if json {
      AgreementJSON.write(value.members, links, to: StandardOutput.write(bytes:))
    } else {
      for (index, member) in value.members.enumerated() {
        if value.members.count > 1 { Self.heading(member, isFirst: index == 0) }
        print(value, index)
      }
    }
    if !loader.failures.isEmpty { throw Status.failed }
  }
}
