import AgreementReaders
import ContractBrowser
import ContractModel
import FoundationEssentials
import Glibc
import NcursesTerminal
import RegularExpressions
import TerminalGrid

/// Runs the browser on a terminal: keys in, effects done, grids out.
struct BrowserSession {
  var terminal: Terminal
  var browser: Browser
  var themes: ThemeCatalog
  private var theme: Theme
  private let glyphs: Glyphs
  private let reading: AgreementReader.Options
  /// Reads the rest of the case, until everything is there.
  private var beside: CaseReading?
  /// How many of what could not be read was said.
  private var warned: Int
  /// How many of its files are shown.
  private var shown = 0
  private var isDirty = true
  /// Finds out beside what the library does not know yet.
  private let workshop = LibraryWorkshop()
  private let store: MemoryStore?
  /// What was last read from or written to the store, by the agreement's index.
  private var kept: [Int: Memory] = [:]
  /// When each file was last changed, to see when it is again.
  private var dates: [Int: Int] = [:]
  private var paths: [Int: String] = [:]
  /// Files that dismissals are kept in, and what was last read from or written to them, by the agreement's index.
  private var dismissalsInState: [Int: [Dismissal]] = [:]
  private var dismissalFiles: [Int: (store: DismissalStore, kept: [Dismissal])] = [:]
  /// Copied texts to print at the end, for terminals that refuse to take them.
  private(set) var copied: [String] = []

  init(
    _ agreements: Case, beside: CaseReading? = nil, terminal: Terminal, themes: ThemeCatalog, theme: String,
    settings: SettingsFile = SettingsFile(),
    asciiBorders: Bool = false, isFlat: Bool = false, store: MemoryStore? = nil,
    reading: AgreementReader.Options = AgreementReader.Options()
  ) {
    self.store = store
    self.reading = reading
    self.beside = beside
    shown = beside?.taken ?? 0
    warned = beside?.loader.failures.count ?? 0
    self.terminal = terminal
    self.themes = themes
    self.theme = themes.theme(theme, colours: terminal.colours)
    glyphs = isFlat ? .flat : terminal.isUnicode && !asciiBorders ? .unicode : .ascii
    let size = terminal.size
    let context = BrowserContext(
      agreements, themes: { themes.names }, matcher: Self.matcher, now: { time(nil) }, measure: settings.measure,
      check: { Checking([$0]).allFindings() })
    browser = Browser(context, columns: size.columns, rows: size.rows, theme: theme, keymap: settings.keymap, isFlat: isFlat)
    for index in agreements.members.indices { recall(index) }
    if let progress = beside?.progress { browser.take(agreements, reading: progress) }
    if agreements.members.count > 1 || beside?.progress != nil { browser.openOverview(atStart: beside?.progress != nil) }
  }

  /// Takes what was read beside, and at the end the agreements as amended.
  private mutating func takeRead() {
    guard let beside else { return }
    _ = beside.advance(milliseconds: 0)
    if beside.taken > shown {
      shown = beside.taken
      let before = browser.count
      let loader = beside.loader
      browser.take(loader.value, reading: beside.progress)
      for index in before..<browser.count { recall(index) }
      let failures = loader.failures.dropFirst(warned)
      warned = loader.failures.count
      browser.warn(Array(failures))
      isDirty = true
    }
    guard beside.isComplete, let composed = beside.composed() else { return }
    browser.take(composed)
    isDirty = isDirty || !composed.isEmpty
    self.beside = nil
  }

  private mutating func recall(_ index: Int) {
    let member = browser.member(index)
    paths[index] = MemoryStore.absolute(member.path)
    dates[index] = Self.changed(paths[index])
    if let store, let recalled = store.recall(member, path: paths[index]) {
      browser.recall(recalled.memory, index, changedSince: recalled.changedSince)
      kept[index] = recalled.changedSince ? nil : recalled.memory
      dismissalsInState[index] = recalled.memory.dismissals
    }
    recallDismissals(index)
  }

  /// Takes up what a file beside the agreement says is dismissed.
  private mutating func recallDismissals(_ index: Int) {
    let member = browser.member(index)
    guard paths[index] != nil, let name = CheckSettings(folder: Checking.folder(member.path)).dismissals else { return }
    let file = DismissalStore(file: DismissalFile(path: name), state: nil)
    do {
      let read = try file.inFile(member)
      dismissalFiles[index] = (file, read)
      browser.addDismissals(read, index)
    } catch {
      browser.warn(error.words)
    }
  }

  /// Writes down in the file beside the agreement what was dismissed and restored; what the state folder holds stays there.
  private mutating func rememberDismissals(_ index: Int) {
    guard store != nil, let (file, before) = dismissalFiles[index] else { return }
    let all = browser.dismissals(index)
    let own = dismissalsInState[index] ?? []
    // What is in the state folder stays there, whatever else names it.
    let added = all.filter { !before.contains($0) && !own.contains($0) }
    let removed = before.filter { !all.contains($0) }
    guard !added.isEmpty || !removed.isEmpty else { return }
    do {
      try file.change(browser.member(index), adding: added, removing: removed)
      dismissalFiles[index]?.kept = before.filter { all.contains($0) } + added
    } catch {
      browser.warn(error.words)
    }
  }

  /// Writes down what is known of an agreement, if it differs from what is kept.
  private mutating func remember(_ index: Int) {
    guard let store else { return }
    rememberDismissals(index)
    var memory = browser.memory(index)
    // What the file keeps is not kept twice.
    if let inFile = dismissalFiles[index]?.kept {
      let own = dismissalsInState[index] ?? []
      memory.dismissals.removeAll { inFile.contains($0) && !own.contains($0) }
    }
    guard memory != kept[index] else { return }
    // A place alone is no reason to keep a file of a text that nobody moved in.
    if kept[index] == nil, memory.annotations.isEmpty, memory.dismissals.isEmpty, memory.events.isEmpty, memory.cursor == 0,
      memory.top == 0
    {
      return
    }
    switch store.keep(memory, of: browser.member(index), path: paths[index], base: kept[index]) {
    case .success(let written):
      if written.annotations != memory.annotations || written.dismissals != memory.dismissals {
        browser.takeAnnotations(written, index)
        browser.addDismissals(dismissalFiles[index]?.kept ?? [], index)
      }
      kept[index] = written
      dismissalsInState[index] = written.dismissals
    case .failure(.folder(let path)): browser.warn("nothing is kept: \(path) cannot be written")
    case .failure(.file(let path)): browser.warn("not kept: \(path) cannot be written")
    }
  }

  private mutating func rememberAll() { for index in 0..<browser.count { remember(index) } }

  /// When a file was last changed: nanoseconds since 1970; 0 where it is none.
  private static func changed(_ path: String?) -> Int {
    var status = stat()
    guard let path, stat(path, &status) == 0 else { return 0 }
    // Only whether it differs counts, so that a date beyond 2262 may wrap.
    return Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec)
  }

  /// Takes up files that were changed on the disk while they are read.
  private mutating func reloadChanged() {
    for index in 0..<browser.count {
      guard let path = paths[index] else { continue }
      let changed = Self.changed(path)
      if changed == 0, dates[index] != 0 {
        dates[index] = 0
        browser.warn("\(browser.member(index).path) is no longer there: it was deleted or moved; its text stays here")
        isDirty = true
      }
      guard changed != 0, changed != dates[index] else { continue }
      dates[index] = changed
      let loader = load(path)
      guard let read = loader?.members.first else {
        if let failure = loader?.failures.first { browser.warn("\(failure) now; the text of before stays here") }
        isDirty = true
        continue
      }
      let member = Case.Member(path: browser.member(index).path, agreement: read.agreement)
      guard member.agreement.text.bytes != browser.member(index).agreement.text.bytes else { continue }
      remember(index)
      browser.reload(member, index)
      kept[index] = nil
      isDirty = true
    }
  }

  /// An expression where the pattern is one, its letters where it is none yet ("(unfinished").
  @Sendable static func matcher(_ pattern: String) -> TextMatcher? {
    guard pattern.contains(where: { "\\^$.|?*+()[]{}".contains($0) }),
      let expression = try? RegularExpression(TextMatcher.asRead(pattern))
    else {
      return .literal(pattern)
    }
    return TextMatcher { expression.firstMatch(in: $0, from: $1) }
  }

  /// Runs until the reader quits or the terminal is gone.
  mutating func run(warnings: [String]) {
    if !warnings.isEmpty { browser.warn(warnings) }
    while true {
      if isDirty {
        terminal.draw(browser.grid(theme, glyphs))
        isDirty = false
      }
      // What waits is taken before the screen is drawn again.
      var event = terminal.nextEvent(milliseconds: beside != nil || browser.isWorking ? 20 : 1_000)
      while case .key(let key) = event {
        isDirty = true
        if !take(key) {
          rememberAll()
          return
        }
        event = terminal.nextEvent(milliseconds: 0)
      }
      if event == .ended {
        rememberAll()
        return
      }
      takeRead()
      if event == .idle, beside == nil, !browser.isWorking { reloadChanged() }
      takeFound()
    }
  }

  /// Takes what was found out beside, and sets to work on what is not known yet.
  private mutating func takeFound() {
    for result in workshop.results() {
      browser.take(result)
      isDirty = true
    }
    while let work = browser.nextWork() { workshop.start(work) }
  }

  /// Takes a key; false when the program ends.
  private mutating func take(_ key: Key) -> Bool {
    if key == .resize {
      let size = terminal.size
      browser.resize(columns: size.columns, rows: size.rows)
      return true
    }
    for effect in browser.press(key) {
      switch effect {
      case .quit: return false
      case .suspend:
        rememberAll()
        terminal.suspend()
        let size = terminal.size
        browser.resize(columns: size.columns, rows: size.rows)
      case .redraw: terminal.invalidate()
      case .copy(let text):
        copied.append(text)
        let parts = text.split(whereSeparator: \.isWhitespace)
        let words = text.utf8.count > 60 ? "\(parts.count) words" : "“\(parts.joined(separator: " "))”"
        // tmux says whether it took the text; a terminal never does.
        if Platform.variable("TMUX") != nil, Clipboard.giveToTmux(text) {
          browser.say("copied \(words) (tmux)")
        } else {
          terminal.send(Clipboard.sequence(text, inTmux: Platform.variable("TMUX") != nil))
          browser.say("sent \(words) to the terminal")
        }
      case .useTheme(let name): theme = themes.theme(name, colours: terminal.colours)
      case .open(let path): open(path)
      case .compare(let path, let old):
        let before = browser.count
        // What is read stays in sight, and the other version comes beside it.
        open(path, shows: false)
        if browser.count > before { browser.compareOpened(before, with: old) }
      case .edit(let text, let index, let offset): edit(text, index, offset)
      case .remember(let index): remember(index)
      }
    }
    return true
  }

  /// Reads a file beside the screen, which says how far it is where it takes long; Escape stops it.
  private mutating func load(_ path: String) -> CaseLoader? {
    let work = FileWork(path, reading)
    var shown = ""
    while !work.isDone(within: 100) {
      let words = work.words
      if words != shown {
        shown = words
        browser.say(words)
        terminal.draw(browser.grid(theme, glyphs))
      }
      if case .key(let key) = terminal.nextEvent(milliseconds: 0), key == .escape || key == .control("c") { work.stop() }
    }
    return work.result
  }

  /// Lets the user's editor change a note; the text is in the state folder meanwhile, for the user alone to read.
  private mutating func edit(_ text: String, _ index: Int, _ offset: Int) {
    guard let store, store.makeFolder() else { return browser.warn("no state folder: the editor would have no place to write") }
    terminal.leave()
    let outcome = NoteEditor(folder: store.folder).edit(text)
    terminal.comeBack()
    let size = terminal.size
    browser.resize(columns: size.columns, rows: size.rows)
    switch outcome {
    case .success(let text):
      for effect in browser.acceptNote(text, index, at: offset) { if case .remember(let index) = effect { remember(index) } }
    case .failure(let failure): browser.warn(failure.words)
    }
  }

  private mutating func open(_ path: String, shows: Bool = true) {
    // What is opened comes behind what the case has.
    while let reading = beside, !reading.isComplete { _ = reading.advance(milliseconds: 100) }
    takeRead()
    guard let loader = load(path) else { return }
    if let failure = loader.failures.first {
      browser.warn(failure)
    } else {
      let before = browser.count
      browser.add(loader.members, shows: shows)
      for index in before..<browser.count { recall(index) }
    }
  }
}
