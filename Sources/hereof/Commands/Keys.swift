import ArgumentParser
import ContractBrowser

struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print the keys of the browser, from the table that help is made of.")

  @Flag(help: "Print a Markdown table.")
  var markdown = false

  func run() throws { StandardOutput.write(markdown ? KeyTable.markdown() : KeyTable.text()) }
}
