import ArgumentParser
import ContractBrowser
import ContractModel

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one provision or definition, with the definitions it needs.")

  @Argument(help: "A number such as 8.9, an attachment such as \"Exhibit A\", or a defined term.")
  var name: String
  @Argument(help: "The agreement.", completion: .file())
  var path: String

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let loader = reading.load([path])
    guard !loader.members.isEmpty else { throw Status.failed }
    var shown = false
    for member in loader.members {
      guard let needed = NeededText.of(name, in: member.agreement) else { continue }
      shown = true
      for part in needed { StandardOutput.line("\(part.name)\n\(part.text)\n") }
    }
    guard shown else {
      StandardError.say("nothing is called “\(name)” in \(path)")
      throw Status.found
    }
  }
}
