import ArgumentParser
import ContractBrowser
import ContractModel

struct Notes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes", abstract: "Print your marks and notes as Markdown, each with its citation.")

  @Argument(help: "Agreements or folders.", completion: .file())
  var paths: [String]

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let loader = reading.load(paths)
    var count = 0
    for member in loader.members {
      guard let recalled = MemoryStore.standard?.recall(member, path: MemoryStore.absolute(member.path)) else { continue }
      let memory = recalled.memory.fitted(to: member.agreement)
      let text = NotesMarkdown.text(memory, of: member.agreement)
      guard !text.isEmpty else { continue }
      StandardOutput.write((count > 0 ? "\n" : "") + text)
      count += 1
    }
    if !loader.failures.isEmpty { throw Status.failed }
    if count == 0 {
      StandardError.say("no marks or notes")
      throw Status.found
    }
  }
}
