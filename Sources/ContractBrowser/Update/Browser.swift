import ContractModel
import TerminalGrid

/// The browser without a terminal: keys in, a state and effects out, and a grid to show.
///
/// ```swift
/// var browser = Browser(context, columns: 80, rows: 24)
/// let effects = browser.press(.enter)
/// browser.grid(theme)
/// ```
package struct Browser {
  package internal(set) var state: BrowserState
  package internal(set) var context: BrowserContext
  let keymap: Keymap

  package init(
    _ context: BrowserContext, columns: Int, rows: Int, theme: String = "plain", keymap: Keymap = Keymap(), isFlat: Bool = false
  ) {
    self.context = context
    self.keymap = keymap
    state = BrowserState(columns: columns, rows: rows, theme: theme)
    state.isFlat = isFlat
    if context.count > 0 { state.message = Message(text: orientation(0)) }
  }

  /// One line of orientation: "63 provisions, 24 terms, 1 attachment missing".
  func orientation(_ index: Int) -> String {
    let agreement = context.agreement(index)
    let provisions = agreement.provisions.provisions.filter { $0.kind == .provision }.count
    var text = "\(provisions) \(provisions == 1 ? "provision" : "provisions")"
    text += ", \(agreement.terms.count) \(agreement.terms.count == 1 ? "term" : "terms")"
    let missing = Set(agreement.references.filter { $0.status == .attachment && !$0.attached }.flatMap(\.targets)).count
    if missing > 0 { text += ", \(missing) \(missing == 1 ? "attachment" : "attachments") missing" }
    if let doubt = agreement.health.first { text += ", " + doubt }
    let others = context.count > 1 ? " · \(context.count) agreements (\(keyName(.overview)))" : ""
    let end = others + " · ? for help"
    // Said where there is room for it; r says it again.
    if let furniture = furnitureLines(agreement).map({ " · \($0) (\(keyName(.asFiled)))" }),
      (text + furniture + end).count < state.columns
    {
      text += furniture
    }
    return text + end
  }

  /// Takes a key and says what the program must do.
  package mutating func press(_ key: Key) -> [Effect] {
    if key == .resize { return [] }
    let tops = tops()
    state.run?.isFresh = false
    defer {
      checkTutorial()
      alignAfterKey(tops)
      state.isNavigatorEmpty = state.focus == .navigator && navigatorRows().items.isEmpty
      keep(tops)
      if state.run?.isFresh == false { state.run = nil }
    }
    return take(key)
  }

  private mutating func take(_ key: Key) -> [Effect] {
    state.message = nil
    state.overviewIsFresh = false
    guard context.count > 0 else { return keymap.command(key) == .quit ? [.quit] : [] }
    if state.prompt != nil { return typeInPrompt(key) }
    if state.labels != nil { return typeLabel(key) }
    switch key {
    case .click, .drag, .release, .wheel:
      if case .click = key { state.selection = nil }
      return takeMouse(key)
    case .paste: return []
    default: break
    }
    if state.selection != nil { return extendSelection(key) }
    return typeCommand(key)
  }

  /// Takes the new size of the screen; readers stay at the same text.
  package mutating func resize(columns: Int, rows: Int) {
    let tops = tops()
    state.columns = columns
    state.rows = rows
    keep(tops)
    if showsOverview { scrollOverview() }
    keepNavigatorRowInSight()
  }

  /// A pane as it was before a key, and how wide it was laid out.
  private struct Top {
    var pane: Pane
    var width: Int
    var reader: ReaderState
  }

  private func tops() -> [Top] {
    guard context.count > 0 else { return [] }
    let panes = state.readers.indices.map { Pane.reader($0) } + (state.peek == nil ? [] : [.peek])
    return panes.map { Top(pane: $0, width: textWidth($0), reader: reader($0)) }
  }

  /// Rows are counted in one layout: where a pane got another, each place it remembers is found again by the words at its top.
  private mutating func keep(_ tops: [Top]) {
    let origin = state.prompt?.origin
    let runOrigin = state.run?.origin
    for top in tops {
      guard let pane = pane(top) else { continue }
      let was = top.reader
      let now = reader(pane)
      let width = textWidth(pane)
      guard width != top.width || now.asFiled != was.asFiled || now.only != was.only || now.struck != was.struck else {
        continue
      }
      let context = context
      func moved(_ place: ReaderState.Place) -> ReaderState.Place {
        let old = context.layout(
          place.agreement, width: top.width, asFiled: was.asFiled, struck: was.struck, only: was.only)
        let new = context.layout(
          place.agreement, width: width, asFiled: now.asFiled, struck: now.struck, only: now.only)
        var place = place
        // The same byte leads back and forth, however often the width changes.
        let byte = place.heldByte ?? old.firstWords(from: place.top)
        place.top = new.anchor(of: byte)
        place.held = ReaderState.Place.Held(byte: byte, top: place.top)
        return place
      }
      // What this key added was added in the new layout.
      let back = zip(now.back.indices, now.back).map { $0 < was.back.count ? moved($1) : $1 }
      let forward = zip(now.forward.indices, now.forward).map { $0 < was.forward.count ? moved($1) : $1 }
      let place = now.place.top == was.place.top && now.place.agreement == was.place.agreement ? moved(now.place) : now.place
      change(pane) {
        $0.back = back
        $0.forward = forward
        $0.place.top = place.top
        $0.place.held = place.held
      }
      if pane == .reader(state.activeReader) {
        if let origin { state.prompt?.origin = moved(origin) }
        if let runOrigin { state.run?.origin = moved(runOrigin) }
      }
    }
  }

  /// Of two versions that are compared the other follows, whatever key moved the one that has the keys.
  private mutating func alignAfterKey(_ tops: [Top]) {
    guard state.comparison != nil, state.prompt == nil else { return }
    let pane = Pane.reader(state.activeReader)
    guard let before = tops.first(where: { self.pane($0) == pane }), before.reader.place.top != reader(pane).place.top else {
      return
    }
    alignOther(from: pane)
  }

  /// The pane that was there before a key, where it is now; nil once it is closed.
  private func pane(_ top: Top) -> Pane? {
    if top.pane == .peek { return state.peek == nil ? nil : .peek }
    return state.readers.firstIndex { $0.id == top.reader.id }.map { .reader($0) }
  }

  mutating func perform(_ command: Command, times: Int) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<times { effects += perform(command) }
    return effects
  }

  /// Performs a command in the pane that has the keys.
  mutating func perform(_ command: Command) -> [Effect] {
    if showsOverview, state.help == nil, command != .search, let effects = inOverview(command) { return effects }
    // Help covers everything: keys move in it, and none acts on what lies beneath.
    if state.help != nil, ![.quit, .suspend, .redraw].contains(command) { return inHelp(command) }
    if let effects = performAnywhere(command) { return effects }
    if state.list != nil { return inList(command) }
    if state.focus == .navigator { return inNavigator(command) }
    return inReader(command)
  }

  /// Commands that mean the same in every pane.
  private mutating func performAnywhere(_ command: Command) -> [Effect]? {
    switch command {
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .help:
      state.help = 0
      state.helpFilter = ""
      return []
    case .themes:
      // Read once: the folder may change while the list is open.
      let names = context.themeNames()
      state.list = ListState(
        content: .themes(names: names), selected: names.firstIndex(of: state.theme) ?? 0, themeBefore: state.theme)
      return []
    case .search where state.help == nil && (state.list != nil || state.focus == .navigator):
      state.prompt = PromptState(
        kind: .filter, text: state.list?.filter ?? state.navigator.filter, origin: state.readers[state.activeReader].place)
      return []
    case .goTo, .search, .searchAll, .only:
      guard state.help == nil, state.list == nil else { return nil }
      if state.focus == .navigator { state.focus = .reader(state.activeReader) }
      let kind: PromptState.Kind =
        switch command {
        case .goTo: .goTo
        case .searchAll: .searchAll
        case .only: .only
        default: .search
        }
      let reader = state.readers[state.activeReader]
      state.prompt = PromptState(kind: kind, origin: reader.place)
      if kind == .only, case .words(let only) = reader.only {
        state.typed[.only] = (state.typed[.only] ?? []).filter { $0 != only } + [only]
      }
      return []
    case .scrollTogether:
      guard state.readers.count == 2 else {
        state.message = Message(text: "one reader alone · \(keyName(.splitBelow)) splits it")
        return []
      }
      state.scrollsTogether.toggle()
      state.message = Message(text: state.scrollsTogether ? "both readers scroll together" : "each reader scrolls alone")
      return []
    case .groupFindings where state.focus != .navigator || state.navigator.tab != .findings:
      state.help = nil
      state.list = nil
      state.navigator.groupsFindings.toggle()
      showTab(.findings)
      return []
    case .changes where state.comparison == nil:
      sayNothingIsCompared()
      return []
    case .outline, .terms, .references, .findings, .agreements, .marks, .clocks, .parties, .changes:
      state.help = nil
      state.list = nil
      showTab(command)
      return []
    case .overview where !showsOverview:
      state.help = nil
      openOverview()
      return []
    case .toggleNavigator where !showsOverview:
      toggleNavigator()
      return []
    case .outlineLevel1, .outlineLevel2, .outlineLevel3, .outlineAll:
      state.help = nil
      state.list = nil
      unfoldOutline(command)
      return []
    case .messages:
      state.help = nil
      guard !messages.isEmpty else {
        state.message = Message(text: "nothing was warned of, and nothing is doubted here")
        return []
      }
      state.list = ListState(content: .messages)
      return []
    case .undo where state.help == nil: return undo()
    case .compare:
      guard state.help == nil else { return nil }
      toggleComparison()
      return []
    case .onlyChanges:
      guard state.help == nil, state.list == nil else { return nil }
      toggleOnlyChanges()
      return []
    case .twoPages:
      state.isTwoPages.toggle()
      if state.isTwoPages, !showsTwoPages(.reader(state.activeReader)) {
        state.message = Message(text: "two pages need one reader of \(Panes.twoPages) columns")
      }
      return []
    case .wider, .narrower:
      resizePane(by: command == .wider ? 2 * times : -2 * times)
      return []
    case .nextPane:
      nextPane()
      return []
    case .splitBelow, .splitBeside:
      split(command == .splitBelow ? .below : .beside)
      return []
    case .closePane:
      closePane()
      return []
    case .onlyPane:
      onlyPane()
      return []
    default: return nil
    }
  }
}

extension Browser {
  /// The next thing to find out beside the thread that draws; nil where nothing is left, or all that is left is being found out.
  package mutating func nextWork() -> Library.Work? {
    guard context.count > 0 else { return nil }
    let shown = showsOverview ? [] : state.readers.map(\.place.agreement) + (state.peek.map { [$0.place.agreement] } ?? [])
    return context.nextWork(shown: shown, isWhole: state.progress == nil)
  }

  /// Whether something is being found out beside.
  package var isWorking: Bool { context.isWorking }

  /// Says something in the last row until the next key.
  package mutating func say(_ text: String) { state.message = Message(text: text) }
  /// What was warned of since the start, and what the model doubts of the agreements that are read.
  var messages: [String] {
    let read = Set(state.readers.map(\.place.agreement)).sorted()
    return state.warnings
      + read.flatMap { index in
        context.agreement(index).health.map { context.count > 1 ? "\(context.nameInList(index)): \($0)" : $0 }
      }
  }

  /// Says what is wrong; where there is more than one thing, all of it can be listed.
  package mutating func warn(_ texts: [String]) {
    guard let last = texts.last else { return }
    state.warnings += texts
    let others = texts.count - 1
    state.message = Message(
      text: last, hint: others > 0 ? "\(others) more: \(keyName(.messages)) lists them" : nil, isWarning: true)
  }
  package mutating func warn(_ text: String) { warn([text]) }

  /// Adds agreements to the case and shows the first of them, where it is asked to.
  package mutating func add(_ members: [Case.Member], shows: Bool = true) {
    let index = context.count
    guard !members.isEmpty else { return }
    context.add(members)
    guard shows else { return }
    jump(.reader(state.activeReader), agreement: index, offset: 0, shown: nil)
    state.message = Message(text: orientation(index))
  }
}
