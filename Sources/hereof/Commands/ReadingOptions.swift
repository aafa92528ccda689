import AgreementReaders
import ArgumentParser

/// How files are read, for every command that opens some.
struct ReadingOptions: ParsableArguments {
  enum Changes: String, ExpressibleByArgument, CaseIterable { case accepted, original }

  @Option(help: "What the files are, whatever they look like: \(FileFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var readAs: FileFormat?
  @Option(help: "Tracked changes of Word documents: accepted, or the original before them.")
  var changes = Changes.accepted

  @Flag(help: "Read each agreement as its amendments among the papers leave it; places are those in the papers the words are from.")
  var asAmended = false

  var options: AgreementReader.Options { AgreementReader.Options(format: readAs, originalChanges: changes == .original) }

  /// Opens paths, and says what could not be opened and what was left out.
  func load(_ paths: [String]) -> CaseLoader {
    var loader = CaseLoader.load(paths, options)
    if asAmended { loader.amend() }
    for words in loader.failures + loader.notices { StandardError.say(words) }
    return loader
  }
}

extension FileFormat: ExpressibleByArgument {}
