import ArgumentParser
import ContractModel

/// `hereof case`: what is in a case, and a description of it to keep.
struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "Print what is in a case, or write a description of it.",
    subcommands: [Overview.self, Initialize.self], defaultSubcommand: Overview.self)

  struct Overview: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the agreements by date: what each is, what it changes, who its parties are, what is doubtful.")
    @OptionGroup var options: CaseOptions

    func run() throws {
      let loader = options.load()
      let value = loader.value
      if options.json {
        StandardOutput.write(bytes: CaseReport.json(value, value.links))
      } else if !value.members.isEmpty {
        StandardOutput.write(CaseReport.overview(value, value.links))
      }
      if !loader.failures.isEmpty { throw Status.failed }
    }
  }

  struct Initialize: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "init", abstract: "Write a case.toml for a folder, from what its agreements say, with doubts as comments.")
    @Argument(help: "The folder.", completion: .directory)
    var folder: String
    @OptionGroup var reading: ReadingOptions

    func run() throws {
      guard FileName.kind(folder).isFolder else {
        StandardError.say("\(folder) is no folder")
        throw Status.failed
      }
      let root = folder.hasSuffix("/") ? folder : folder + "/"
      let path = root + CaseFile.name
      guard !FileName.kind(path).exists else {
        StandardError.say("\(path) is there already, and is left as it is")
        throw Status.failed
      }
      let loader = reading.load([folder])
      let value = loader.value
      guard !value.members.isEmpty else { throw Status.failed }
      let text = CaseFile.written(value, value.links) { $0.path.hasPrefix(root) ? String($0.path.dropFirst(root.count)) : $0.path }
      guard StateFile.create(path, Array(text.utf8)) else {
        StandardError.say("cannot write \(path)")
        throw Status.failed
      }
      StandardOutput.line("\(path): \(value.members.count) agreements")
      if !loader.failures.isEmpty { throw Status.failed }
    }
  }
}
