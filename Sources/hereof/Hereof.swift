import ArgumentParser
import TerminalGrid

/// The command and its subcommands; `hereof PATH` browses.
struct Hereof: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hereof",
    abstract: "Read agreements in a terminal: provisions, defined terms, cross-references.",
    discussion: """
      With no path the sample case that is built in is opened. `-` reads standard input. With standard output not a
      terminal, the reflowed text is printed.

      Exit status: 0 fine, 1 findings or no match, 2 could not do it.
      """,
    version: Hereof.version,
    subcommands: [
      Browse.self, Tutor.self, Diff.self, Outline.self, Terms.self, Refs.self, Show.self, SearchText.self, CheckText.self,
      ChecksList.self,
      Export.self,
      Notes.self, Clocks.self, Duties.self, CaseCommand.self, Amended.self, Parties.self,
      Keys.self,
      Themes.self,
    ],
    defaultSubcommand: Browse.self)

  static let version = "0.1.0"

  /// The first words that are not paths.
  static let names = [
    "browse", "tutor", "diff", "outline", "terms", "refs", "show", "search", "check", "checks", "export", "notes", "clocks",
    "duties",
    "case",
    "amended", "parties", "keys", "themes", "help",
  ]
}

@main
enum Main {
  static func main() {
    // Paths alone are browsed at once: taking the command line apart costs two milliseconds, a fifth of the first screen.
    let words = FileName.arguments()
    if words == ["--version"] {
      StandardOutput.line(Hereof.version)
      leave(.fine)
    }
    if words.allSatisfy({ !$0.hasPrefix("-") }), !Hereof.names.contains(words.first ?? "") {
      do { try Browsing(paths: words).run() } catch let status as Status { leave(status) } catch { leave(.failed) }
      leave(.fine)
    }
    do {
      var command = try Hereof.parseAsRoot(words)
      try command.run()
    } catch let status as Status {
      leave(status)
    } catch {
      let code = Hereof.exitCode(for: error)
      let message = Hereof.fullMessage(for: error)
      if code == .success {
        StandardOutput.write(message.hasSuffix("\n") ? message : message + "\n")
        leave(.fine)
      }
      StandardError.write(message)
      leave(.failed)
    }
  }

  private static func leave(_ status: Status) -> Never { Platform.exit(status.rawValue) }
}

/// How the program ends.
enum Status: Int32, Error {
  case fine = 0
  /// Findings, or no match.
  case found = 1
  /// Could not do what was asked.
  case failed = 2
}
