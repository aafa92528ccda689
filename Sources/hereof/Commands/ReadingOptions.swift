import AgreementReaders
import ArgumentParser
import ContractModel

/// How files are read, for every command that opens some.
struct ReadingOptions: ParsableArguments {
  enum Changes: String, ExpressibleByArgument, CaseIterable { case accepted, original }

  @Option(help: "What the files are, whatever they look like: \(FileFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var readAs: FileFormat?
  @Option(help: "Tracked changes and struck text: accepted, or the original before them.")
  var changes = Changes.accepted

  @Option(help: "Processor time in seconds that reading a PDF may take; by default 60, and 20 more for each megabyte.")
  var seconds: Int?
  @Option(help: "Memory in megabytes that reading a PDF may take; by default 1024.")
  var memory: Int?

  @Option(help: "How many files are read at once. Default: one for each core.")
  var jobs: Int?

  @Flag(help: "Read each agreement as its amendments among the papers leave it; places are those in the papers the words are from.")
  var asAmended = false

  /// Before anything is read.
  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): at least one file is read at once") }
    Parallel.use(jobs: jobs)
  }

  var options: AgreementReader.Options {
    var limits = SettingsFile.read().limits
    if let seconds {
      limits.seconds = min(max(seconds, 1), 1_000_000)
      limits.secondsPerMegabyte = 0
    }
    if let memory { limits.memory = min(max(memory, 64), 1 << 20) << 20 }
    return AgreementReader.Options(format: readAs, originalChanges: changes == .original, limits: limits)
  }

  /// Hands on each agreement at paths as it was read, and keeps none, for what looks at one alone; ends with 2 where one could not be
  /// opened. What amendments leave is known when all are read.
  func forEach(_ paths: [String], _ each: (Case.Member) -> Void) throws {
    if asAmended {
      let loader = load(paths)
      for member in loader.members { each(member) }
      if !loader.failures.isEmpty { throw Status.failed }
      return
    }
    var options = options
    options.progress = PageProgress.line()
    let isWhole = CaseLoader.stream(paths, options) { member in
      Self.warn(member)
      each(member)
    }
    PageProgress.end()
    if !isWhole { throw Status.failed }
  }

  /// Opens paths, and says what could not be opened and what was left out.
  func load(_ paths: [String]) -> CaseLoader {
    var options = options
    options.progress = PageProgress.line()
    var loader = CaseLoader.load(paths, options)
    PageProgress.end()
    if asAmended { loader.amend() }
    for words in loader.failures + loader.notices.map(\.sentence) { StandardError.say(words) }
    for member in loader.members { Self.warn(member) }
    return loader
  }

  /// Whether a doubt says that what was read is hardly an agreement: then what a command finds in it tells little.
  static func isGrave(_ doubt: String) -> Bool { doubt.hasPrefix("this ") }

  private static func warn(_ member: Case.Member) {
    for doubt in member.agreement.health where isGrave(doubt) { StandardError.say("\(member.path): \(doubt)") }
  }
}

extension FileFormat: ExpressibleByArgument {}
