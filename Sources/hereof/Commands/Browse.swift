import AgreementReaders
import ArgumentParser
import ContractBrowser
import ContractModel
import NcursesTerminal

struct Browse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse", abstract: "Browse files or folders as one case (the default).")

  @Argument(help: "Agreements, folders, or - for standard input. None: the sample case.", completion: .file())
  var paths: [String] = []

  @Option(help: "The theme to begin with.")
  var theme: String?

  @Flag(help: "Take the mouse: click a link to follow it.")
  var mouse = false

  @Flag(help: "Draw borders with ASCII characters.")
  var asciiBorders = false

  @Flag(help: "One column without borders, the cursor on what is current: for screen readers and braille.")
  var flat = false

  @Flag(help: "Keep nothing: no place, mark or note is read or written.")
  var noState = false

  @Flag(help: "Print what was copied on leaving, for terminals that do not take it.")
  var printCopied = false

  @Flag(help: "As git's textconv: print the text, and say in it what cannot be read, for git stops at any failure.")
  var textconv = false

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    if textconv { return Browsing(paths: paths, reading: reading.options).convert() }
    try Browsing(
      paths: paths, reading: reading.options, theme: theme, mouse: mouse, asciiBorders: asciiBorders, isFlat: flat,
      keepsState: !noState,
      printsCopied: printCopied
    ).run()
  }
}

/// Opens paths and runs the browser on them, or prints their text where there is no terminal.
struct Browsing {
  var paths: [String]
  /// How files are read; nil for what the settings say.
  var reading: AgreementReader.Options?
  var theme: String?
  var mouse = false
  var asciiBorders = false
  var isFlat = false
  var keepsState = true
  var printsCopied = false
  /// Whether the tutorial runs on what is opened.
  var isTutorial = false

  func run() throws {
    let settings = SettingsFile.read()
    let themes = ThemeCatalog(folder: ThemeCatalog.settingsFolder)
    if let theme, let failure = themes.failure(theme) {
      StandardError.say(failure)
      throw Status.failed
    }
    let reading = reading ?? AgreementReader.Options(limits: settings.limits)
    guard Platform.outputIsTerminal else { return try printText(CaseLoader.load(paths, reading)) }
    let beside = CaseReading(paths, reading)
    // What is read at once is shown at once; the rest follows.
    let limit = ContinuousClock.now + .milliseconds(60)
    while !beside.isComplete, beside.loader.members.isEmpty || .now < limit { _ = beside.advance(milliseconds: 10) }
    let loader = beside.loader
    for failure in loader.failures where loader.members.isEmpty { StandardError.say(failure) }
    guard !loader.members.isEmpty else { throw Status.failed }
    var options = Terminal.Options()
    options.mouse = mouse || settings.mouse
    options.escapeDelay = settings.escapeDelay
    options.monochrome = Platform.variable("NO_COLOR") != nil
    options.keysFromTerminal = !Platform.inputIsTerminal
    let terminal: Terminal
    do { terminal = try Terminal(options) } catch {
      StandardError.say(Self.words(error))
      throw Status.failed
    }
    defer { terminal.close() }
    // The last of them is shown, so the gravest stands last; all can be listed.
    var warnings =
      settings.failures + (terminal.warning.map { [$0] } ?? []) + loader.notices.map(\.brief) + loader.failures
    var wished = theme
    if wished == nil, let name = settings.theme {
      if let failure = themes.failure(name) { warnings.insert(failure, at: 0) } else { wished = name }
    }
    let name = wished ?? (options.monochrome || terminal.colours < 8 ? "monochrome" : Self.themeOfBackground())
    var session = BrowserSession(
      loader.value, beside: beside, terminal: terminal, themes: themes, theme: name, settings: settings,
      asciiBorders: asciiBorders || settings.asciiBorders,
      isFlat: isFlat || settings.isFlat,
      store: keepsState ? MemoryStore.standard : nil, reading: reading)
    if isTutorial { session.browser.startTutorial() }
    session.run(warnings: warnings)
    terminal.close()
    if printsCopied { for text in session.copied { StandardOutput.line(text) } }
  }

  /// Prints the text for git, and what cannot be read as a line of it.
  func convert() {
    let loader = CaseLoader.load(paths, reading ?? AgreementReader.Options(limits: SettingsFile.read().limits))
    for words in loader.failures { StandardOutput.line("[\(words)]") }
    for member in loader.members { StandardOutput.write(PlainText.text(member.agreement, width: 80)) }
  }

  /// Where there is no terminal, the text is printed.
  private func printText(_ loader: CaseLoader) throws {
    for words in loader.notices.map(\.sentence) + loader.failures { StandardError.say(words) }
    for member in loader.members { StandardOutput.write(PlainText.text(member.agreement, width: 80)) }
    guard !loader.members.isEmpty, loader.failures.isEmpty else { throw Status.failed }
  }

  /// Without a wish, a theme that reads on any background; where the terminal says what its background is, one made for it.
  private static func themeOfBackground() -> String {
    guard let last = Platform.variable("COLORFGBG")?.split(separator: ";").last, let colour = Int(last) else { return "sixteen" }
    return colour == 7 || colour == 15 ? "light" : "dark"
  }

  private static func words(_ error: Terminal.OpeningError) -> String {
    switch error {
    case .noTerminal: "there is no terminal to read keys from"
    case .cannotPlace(let name): "the terminal “\(name)” cannot show a screen; hereof PATH | less reads the text"
    case .unknownTerminal(let name): "the terminal “\(name)” is not known here, nor is xterm-256color; set TERM"
    }
  }
}

extension ThemeCatalog {
  /// Why a theme cannot be used, in words; nil when it can.
  func failure(_ name: String) -> String? {
    do {
      _ = try read(name)
      return nil
    } catch {
      switch error {
      case .syntax(let message, let line, let column): return "theme \(name):\(line):\(column): \(message)"
      case .unknownScope(let scope): return "theme \(name): no scope is called \(scope)"
      case .unknownColour(let colour): return "theme \(name): \(colour) is no colour"
      case .unknownModifier(let modifier): return "theme \(name): \(modifier) is no modifier"
      case .badStyle(let scope): return "theme \(name): \(scope) is neither a colour nor a table"
      case .inheritsItself(let other): return "theme \(name): \(other) inherits itself"
      case .unknownTheme(let other): return "no theme is called \(other); there are \(names.joined(separator: ", "))"
      }
    }
  }
}
