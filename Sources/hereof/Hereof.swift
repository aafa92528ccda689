import ArgumentParser
import CProgram
import ContractModel
import TerminalGrid

/// The command and its subcommands; `hereof PATH` browses.
struct Hereof: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hereof",
    abstract: "Read agreements in a terminal: provisions, defined terms, cross-references.",
    discussion: """
      With no path the sample case that is built in is opened. `-` reads standard
      input. With standard output not a terminal, the reflowed text is printed.

      Examples:
        hereof lease.docx                     read it; ? shows the keys
        hereof deal/                          read a folder as one case
        hereof check nda.txt lease.docx       proofread, as in CI
        hereof diff draft-3.docx signed.pdf   what changed between two versions
        hereof search 'change of control' .   where the words stand

      hereof help keys, help formats, help checks and help settings say more.

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

  /// The number is the one place where the version is written; packages and man pages take it from `--version`.
  static let version: String = {
    let commit = String(cString: hereof_build_commit())
    return "0.1.0" + (commit.isEmpty ? "" : " (\(commit))")
  }()

  /// The first words that are not paths.
  static let names = [
    "browse", "tutor", "diff", "outline", "terms", "refs", "show", "search", "check", "checks", "export", "notes", "clocks",
    "duties",
    "case",
    "amended", "parties", "keys", "themes", "help",
  ]

  /// The name that was likely meant by a first word that is neither a name nor a file: `outlin` is `outline`.
  static func likelyName(_ word: String) -> String? { likely(word, among: names) }

  /// The one of some words that was likely meant: `outlin` is `outline`, `placehoder` is `placeholder`.
  static func likely(_ word: String, among words: [String]) -> String? {
    guard word.utf8.count > 3 else { return nil }
    let near = words.map { (word: $0, distance: EditDistance.between($0, word)) }.min { $0.distance < $1.distance }
    return near.flatMap { $0.distance <= (word.utf8.count < 5 ? 1 : 2) ? $0.word : nil }
  }
}

@main
enum Main {
  static func main() {
    MemoryLimit.watch()
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
    if words.first == "help", words.count > 1 {
      if let topic = HelpTopic(rawValue: words[1]) {
        topic.print()
        leave(.fine)
      }
      if !Hereof.names.contains(words[1]), !words[1].hasPrefix("-") {
        let likely = Hereof.likelyName(words[1]).map { "; is \($0) meant?" } ?? ""
        StandardError.say("no command or topic is called \(words[1])\(likely)")
        leave(.failed)
      }
    }
    if let fault = Self.fault(in: words) {
      StandardError.say(fault)
      leave(.failed)
    }
    do {
      var command = try Hereof.parseAsRoot(words)
      try command.run()
      leave(.fine)
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

  /// What is wrong with a word of one dash, which no option has but `-h`: it would be taken for several options, `-draft.txt` for help.
  private static func fault(in words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      if word == "--" { return nil }
      guard word.hasPrefix("-"), word != "-", !word.hasPrefix("--"), word != "-h" else { continue }
      if index > 0, words[index - 1].hasPrefix("--"), Int(word) != nil {
        return "\(words[index - 1]) \(word): a number above 0 is wanted"
      }
      return "no option is called \(word); a file of that name is ./\(word)"
    }
    return nil
  }

  private static func leave(_ status: Status) -> Never {
    guard let words = Interruption.words else { Platform.exit(status.rawValue) }
    StandardError.say(words)
    Platform.exit(Interruption.status)
  }
}

/// How the program ends.
enum Status: Int32, Error {
  case fine = 0
  /// Findings, or no match.
  case found = 1
  /// Could not do what was asked.
  case failed = 2
}
