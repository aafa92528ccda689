import ArgumentParser
import ContractBrowser
import ContractModel
import TerminalGrid

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare two versions of an agreement, provision by provision.",
    discussion: """
      Any format against any. Lines and pages, quotation marks and dashes, the case of headings and numbers that moved are put aside.
      As GIT_EXTERNAL_DIFF it takes the seven arguments that git gives.

      Exit status: 0 the same, 1 different, 2 could not do it.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, stat, json, html, docx }
  enum Part: String, ExpressibleByArgument, CaseIterable { case changed, added, removed, moved, terms, refs, numbers }

  @Argument(
    help: ArgumentHelp(
      "The old version and the new one; or the version that both began with, ours and theirs.", valueName: "version"),
    completion: .file())
  var paths: [String]

  @Option(help: "How to print: text, stat (a line a provision), json, html, or docx (tracked changes). Default: text.")
  var format = Format.text

  @Option(help: "The file to write to. Default: standard output.", completion: .file())
  var output: String?

  @Option(help: "Who made the tracked changes.")
  var author = "hereof"

  @Option(help: "When they were made, as 2026-05-01T12:00:00Z. Default: now.")
  var date: String?

  @Flag(help: "A line a provision: the same as --format stat.")
  var stat = false

  @Flag(help: "The same as --format json.")
  var json = false

  @Option(
    help:
      "Only one kind of change: changed, added, removed, moved, terms, refs, or numbers (sums, dates, periods; other numbers of provisions)."
  )
  var only: Part?

  @Flag(help: "Show all words of a provision that changed. Default: those around its changes.")
  var whole = false

  @Flag(help: "Put nothing aside but lines and pages.")
  var strict = false

  @Flag(
    inversion: .prefixedNo, help: "Colour: deleted words struck and red, new ones underlined and green. Default: on a terminal.")
  var colour: Bool?

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    var paths = paths
    // git: path old-file old-hex old-mode new-file new-hex new-mode.
    var name: String?
    if paths.count == 7 || paths.count == 9 {
      name = paths[0]
      paths = [paths[1], paths[4]]
    }
    if let output, let place = MemoryStore.absolute(output), paths.contains(where: { MemoryStore.absolute($0) == place }) {
      StandardError.say("\(output) is one of the versions that are compared, and would be lost: name another file for --output")
      throw Status.failed
    }
    if paths.count == 3 { return try compareThree(paths.map { try member($0) }) }
    if let date, !Self.isTime(date) {
      StandardError.say("--date: “\(date)” is no time such as 2026-05-01T12:00:00Z")
      throw Status.failed
    }
    guard paths.count == 2 else {
      StandardError.say("diff compares two files, the old version and the new one, or three: base, ours and theirs")
      throw Status.failed
    }
    let members: [Case.Member]
    do { members = try paths.map { try member($0, isOfGit: name != nil) } } catch let status as Status {
      // Any other status would end git's whole output; why it is so was said.
      guard let name else { throw status }
      StandardOutput.line("hereof diff \(name): a version cannot be read")
      return
    }
    let comparison = Comparison(members[0].agreement, members[1].agreement, isStrict: strict)
    let summary = ComparisonSummary(comparison)
    let format = json ? .json : stat ? .stat : format
    var text = ComparisonText(
      comparison: comparison, summary: summary, isColoured: isColoured && format == .text, width: 78)
    text.isWhole = whole
    let rows = comparison.rows.filter(isWanted)
    switch format {
    case .json: try write(ComparisonJSON.document(members, comparison, summary, rows))
    case .html: try write(Array(ComparisonPage.html(members, text, rows).utf8))
    case .docx: try writeDocument(comparison, paths)
    case .stat: try write(Array(lines(rows.map(text.line), text, name).utf8))
    case .text: try write(Array(words(rows, text, name).utf8))
    }
    // git takes any other status than 0 for a failure of the program.
    if name == nil, isFound(rows, text) { throw Status.found }
  }

  /// Whether what was asked for is there: any difference, or one of the kind that is wanted.
  private func isFound(_ rows: [Comparison.Row], _ text: ComparisonText) -> Bool {
    only == nil ? !text.summary.isSame : !rows.isEmpty || !summary(text).isEmpty
  }

  /// The lines of the summary that are wanted.
  private func summary(_ text: ComparisonText) -> [SummaryLine] {
    switch only {
    case nil: text.summaryLines()
    case .terms: text.summaryLines(about: .term)
    case .refs: text.summaryLines(about: .reference)
    case .numbers: text.summaryLines(about: .figure)
    default: []
    }
  }

  /// Whether deleted and new words are coloured: as asked for, else on a terminal or under git's pager.
  var isColoured: Bool {
    if let colour { return colour }
    guard Platform.variable("NO_COLOR") == nil else { return false }
    return Platform.outputIsTerminal || Platform.variable("GIT_PAGER_IN_USE") != nil
  }

  /// Whether a text is a time as XML Schema writes it, which tracked changes must bear.
  private static func isTime(_ text: String) -> Bool {
    let shape = text.utf8.map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
    let isZoned = ["Z", "+00:00", "-00:00", ""].contains { shape.elementsEqual(("0000-00-00T00:00:00" + $0).utf8) }
    let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
    return isZoned && parts.count >= 6 && (1...12).contains(parts[1]) && (1...31).contains(parts[2]) && parts[3] < 24
      && parts[4] < 60
      && parts[5] < 60
  }

  private func member(_ path: String, isOfGit: Bool = false) throws -> Case.Member {
    // git's name for a version that is not there; an empty one has no words either.
    if path == "/dev/null" || isOfGit && (try? FileReader.read(path))?.isEmpty == true {
      return Case.Member(path: path, agreement: Agreement(SourceText([])))
    }
    let loader = reading.load([path])
    guard let member = loader.members.first, loader.failures.isEmpty else { throw Status.failed }
    if loader.members.count > 1, Platform.isFolder(path) {
      StandardError.say("\(path) is a folder of \(loader.members.count) papers; diff compares two files")
      throw Status.failed
    }
    if loader.members.count > 1 { StandardError.say("\(path) holds \(loader.members.count) papers; the first is compared") }
    return member
  }

  /// Writes the redline: in the new version's own package where it is a Word document, else as a plain one.
  private func writeDocument(_ comparison: Comparison, _ paths: [String]) throws {
    if output == nil, Platform.outputIsTerminal {
      StandardError.say("a Word document is no text for a terminal: --output FILE writes it")
      throw Status.failed
    }
    let document = ComparisonDocument(comparison: comparison, author: author, date: date ?? Platform.now())
    let files = paths.map { $0 == "-" ? [] : (try? FileReader.read($0)) ?? [] }
    let own = document.bytes(in: files[1], old: files[0])
    if own == nil, paths[1].lowercased().hasSuffix(".docx") {
      StandardError.say(
        "\(paths[1]) cannot carry the changes itself, for it has tracked changes or is unlike what was read: a plain document is written"
      )
    }
    guard let bytes = own ?? document.bytes() else {
      StandardError.say("libarchive, which makes Word documents, is not installed")
      throw Status.failed
    }
    try write(bytes)
  }

  func write(_ bytes: [UInt8]) throws {
    guard let output else { return StandardOutput.write(bytes: bytes) }
    guard StateFile.replace(output, bytes, mode: 0o644) else {
      StandardError.say("\(output) cannot be written")
      throw Status.failed
    }
  }

  private func isWanted(_ row: Comparison.Row) -> Bool {
    switch only {
    case nil: row.kind != .same && !row.isCarried
    case .changed: row.kind == .changed
    case .added: row.kind == .added
    case .removed: row.kind == .removed
    case .moved: row.kind == .moved && !row.isCarried || row.pieces.contains { $0.move != nil }
    case .numbers: row.isRenumbered
    case .terms, .refs: false
    }
  }

  /// The words over a comparison that git asks for.
  private func heading(_ text: ComparisonText, _ name: String?) -> String {
    if text.comparison.share < 0.1, !text.comparison.isSame, name == nil {
      StandardError.say("little in common: \(Int(text.comparison.share * 100)) % of the words")
    }
    return name.map { Self.line("hereof diff \($0)") } ?? ""
  }

  /// A line in which nothing of a document can reach the terminal raw.
  static func line(_ words: String) -> String { Scrubber.scrubbed(words, keepingLines: true) + "\n" }

  private func lines(_ lines: [String], _ text: ComparisonText, _ name: String?) -> String {
    var out = heading(text, name)
    for line in lines { out += Self.line(line) }
    if let noise = text.noise, only == nil { out += Self.line(noise) }
    return out
  }

  private func words(_ rows: [Comparison.Row], _ text: ComparisonText, _ name: String?) -> String {
    var out = heading(text, name)
    let summary = summary(text)
    for line in summary { out += Self.line("! " + line.words) }
    if !summary.isEmpty, !rows.isEmpty { out += "\n" }
    for row in rows {
      // Its own colours are in it; the words of the documents are scrubbed already.
      out += (text.isColoured ? "\u{1B}[1m" : "") + "@ " + text.line(row) + (text.isColoured ? "\u{1B}[0m" : "") + "\n"
      out += (only != .numbers ? text.redline(row) : "") + "\n"
    }
    if let noise = text.noise, only == nil { out += Self.line(noise) }
    return out
  }
}
