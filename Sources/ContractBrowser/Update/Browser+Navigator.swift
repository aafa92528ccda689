import ContractModel
import TerminalGrid

/// The navigator: its tabs, its selection, and going where it points.
extension Browser {
  func navigatorRows() -> NavigatorRows {
    NavigatorRows(
      state.navigator.tab, context, agreement: state.readers[state.activeReader].place.agreement,
      collapsed: state.navigator.collapsed, unfolded: state.navigator.unfolded,
      annotations: annotations(state.readers[state.activeReader].place.agreement),
      dismissals: state.dismissals[state.readers[state.activeReader].place.agreement] ?? [],
      isGrouped: state.navigator.groupsFindings, closedGroups: state.navigator.closedGroups,
      comparison: state.comparison, isRedline: state.readers.count == 1, filter: state.navigator.filter)
  }

  mutating func showTab(_ command: Command) {
    guard let tab = NavigatorState.Tab.allCases.first(where: { $0.command == command }) else { return }
    if state.navigator.tab != tab { state.navigator.filter = "" }
    state.navigator.tab = tab
    if !state.navigator.isVisible { state.navigator.isVisible = true }
    focus(.navigator)
    if tab == .changes, let pair = state.comparison {
      let texts = context.comparison(pair)
      let rows = texts.rows.count == 1 ? "1 provision differs" : "\(texts.rows.count) provisions differ"
      state.message = Message(text: texts.summary.isEmpty ? rows : "what matters first, then \(rows)")
    }
    if tab == .clocks { state.message = Message(text: "computed from words, no legal advice · \(keyName(.help)) for help") }
  }

  mutating func toggleNavigator() {
    if state.columns < Panes.wide || state.isFlat {
      state.focus = state.focus == .navigator ? .reader(state.activeReader) : .navigator
      state.navigator.isVisible = true
      if state.focus == .navigator { followReaderInNavigator() }
      return
    }
    if state.focus == .navigator { state.focus = .reader(state.activeReader) }
    state.navigator.isVisible.toggle()
  }

  /// Puts the selection where the reader is: in the outline on its provision, in the lists of places on the last one before it.
  mutating func followReaderInNavigator() {
    let rows = navigatorRows()
    let place = state.readers[state.activeReader].place
    if [.findings, .references, .clocks].contains(state.navigator.tab), !rows.items.isEmpty {
      let led = place.shown?.lowerBound ?? place.cursor
      let places = rows.items.indices.map { rows.place($0) }
      let before = places.indices.filter {
        places[$0].agreement == place.agreement && places[$0].offset >= 0 && places[$0].offset <= led
      }
      // Rows under groups are not in order of place.
      if let row = before.max(by: { (places[$0].offset, -$0) < (places[$1].offset, -$1) }) { select(row, of: rows.items.count) }
      return
    }
    if state.navigator.tab == .agreements,
      let row = rows.items.firstIndex(of: .agreement(state.readers[state.activeReader].place.agreement))
    {
      return select(row, of: rows.items.count)
    }
    guard state.navigator.tab == .outline else { return }
    if let row = rows.row(at: state.readers[state.activeReader].place.cursor) { select(row, of: rows.items.count) }
  }

  /// Rows of the list below the tabs.
  func navigatorHeight() -> Int {
    let frame = Panes(state).navigator
    return max((frame?.rows ?? state.rows - 2) - NavigatorTabs(state, columns: frame?.columns ?? state.columns).rows, 1)
  }

  /// Scrolls the list so that the selected row is in sight, as where the screen got another size.
  mutating func keepNavigatorRowInSight() {
    guard state.focus == .navigator else { return }
    select(state.navigator.selected[state.navigator.tab.rawValue], of: navigatorRows().items.count)
  }

  private mutating func select(_ row: Int, of count: Int) {
    let tab = state.navigator.tab.rawValue
    let height = navigatorHeight()
    let selected = min(max(row, 0), max(count - 1, 0))
    var first = min(state.navigator.first[tab], max(count - height, 0))
    let margin = min(2, (height - 1) / 2)
    first = min(first, max(selected - margin, 0))
    first = max(first, min(selected + margin, count - 1) - height + 1)
    state.navigator.selected[tab] = selected
    state.navigator.first[tab] = max(first, 0)
  }

  mutating func inNavigator(_ command: Command) -> [Effect] {
    let rows = navigatorRows()
    let selected = min(state.navigator.selected[state.navigator.tab.rawValue], max(rows.items.count - 1, 0))
    let height = navigatorHeight()
    switch command {
    case .lineDown: select(selected + times, of: rows.items.count)
    case .lineUp: select(selected - times, of: rows.items.count)
    case .halfPageDown: select(selected + times * height / 2, of: rows.items.count)
    case .halfPageUp: select(selected - times * height / 2, of: rows.items.count)
    case .pageDown: select(selected + times * height, of: rows.items.count)
    case .pageUp: select(selected - times * height, of: rows.items.count)
    case .top, .bottom:
      select(state.count.map { $0 - 1 } ?? (command == .top ? 0 : rows.items.count - 1), of: rows.items.count)
    case .left, .right: fold(rows, selected, open: command == .right)
    case .nextLink, .previousLink:
      let tabs = state.tabs
      let next = (state.navigator.tab.rawValue + (command == .nextLink ? 1 : tabs.count - 1)) % tabs.count
      state.navigator.tab = tabs[next]
      state.navigator.filter = ""
    case .groupFindings:
      state.navigator.groupsFindings.toggle()
      select(0, of: navigatorRows().items.count)
      state.message = Message(text: state.navigator.groupsFindings ? "findings by check" : "findings in order of place")
    case .note where state.navigator.tab == .clocks:
      guard rows.items.indices.contains(selected), case .clock(let id) = rows.items[selected] else { return [] }
      let index = state.readers[state.activeReader].place.agreement
      if let limit = context.clocks(index)?[id] { askForEvent(limit, index) }
    case .dismissFinding:
      guard rows.items.indices.contains(selected), case .finding(let id) = rows.items[selected] else {
        state.message = Message(text: "a finding can be dismissed")
        return []
      }
      return dismissOrRestore(state.readers[state.activeReader].place.agreement, id)
    case .follow, .followInOther:
      guard rows.items.indices.contains(selected) else { return [] }
      switch rows.items[selected] {
      case .group(let title):
        fold(group: title, open: state.navigator.closedGroups.contains(title))
        return []
      case .pending: return []
      case .party(let party) where command == .follow && (context.parties?[party].appearances.count ?? 0) > 1:
        state.focus = .reader(state.activeReader)
        openList(.appearances(party: party))
        return []
      case .finding(let id) where showUnapplied(id): return []
      default: break
      }
      let place = rows.place(selected)
      var pane = Pane.reader(state.activeReader)
      state.focus = .reader(state.activeReader)
      if command == .followInOther { pane = otherReader(from: pane) }
      // Of two versions each reader keeps its own.
      if state.navigator.tab == .changes, let pair = state.comparison, state.readers.count == 2 {
        pane = .reader(place.agreement == pair.old ? 0 : 1)
        focus(pane == .reader(0) ? .reader(0) : .reader(1))
      }
      guard place.offset >= 0 else {
        state.message = Message(text: "the changed text has no such place: \(rows.text(selected).title)", isWarning: true)
        return []
      }
      jump(pane, agreement: place.agreement, offset: place.offset, shown: place.shown)
      if case .agreement = rows.items[selected] {
        state.message = Message(text: orientation(place.agreement))
      } else if let name = currentName(pane) {
        state.message = Message(text: name, hint: "\(keyName(.back)) returns")
      }
    case .peek:
      guard rows.items.indices.contains(selected), rows.place(selected).offset >= 0 else { return [] }
      let place = rows.place(selected)
      state.peekOrigin = .navigator
      state.focus = .reader(state.activeReader)
      state.peek = ReaderState()
      state.peek!.place.agreement = place.agreement
      state.focus = .peek
      land(.peek, offset: place.offset, shown: place.shown)
    case .uses:
      guard rows.items.indices.contains(selected) else { return [] }
      let index = state.readers[state.activeReader].place.agreement
      if case .provision(let id) = rows.items[selected], context.agreement(index).references(to: id).isEmpty {
        state.message = Message(text: "nothing refers to \(context.agreement(index).provisions[id].number)")
        return []
      }
      var content: ListState.Content?
      switch rows.items[selected] {
      case .term(let term): content = .uses(agreement: index, term: term)
      case .provision(let id): content = .referrers(agreement: index, id: id)
      case .definition(let at):
        if case .definition(let term, _) = context.landmarks(index).all[at].kind { content = .uses(agreement: index, term: term) }
      default: break
      }
      guard let content else {
        state.message = Message(text: "uses are those of a term or a provision")
        return []
      }
      state.focus = .reader(state.activeReader)
      openList(content)
    case .cancel where !state.navigator.filter.isEmpty: filter("")
    case .cancel:
      if state.columns < Panes.wide || state.focus == .navigator { state.focus = .reader(state.activeReader) }
    default:
      state.message = Message(text: "\(keyName(command)) does nothing in the navigator")
    }
    return []
  }

  /// Leads from what an amendment asks for, and could not be done anywhere in the text, to the words that ask; false for other findings.
  private mutating func showUnapplied(_ id: Int) -> Bool {
    let index = state.readers[state.activeReader].place.agreement
    guard let findings = context.findings(index), findings.indices.contains(id), findings[id].range.count <= 1,
      let change = context.agreements.members[index].changes?.first(where: {
        $0.reason != nil && $0.provision == findings[id].subject && findings[id].code == "amended-provision"
      }), case .place(let agreement, let offset, let shown, let name) = LinkTarget.instruction(change, in: context.agreements)
    else { return false }
    state.focus = .reader(state.activeReader)
    jump(.reader(state.activeReader), agreement: agreement, offset: offset, shown: shown)
    state.message = Message(
      text: "not applied: \(change.reason ?? "") · \(name)", hint: "\(keyName(.back)) returns", isWarning: true)
    return true
  }

  private mutating func fold(group title: String, open: Bool) {
    if open { state.navigator.closedGroups.remove(title) } else { state.navigator.closedGroups.insert(title) }
    let rows = navigatorRows()
    if let row = rows.items.firstIndex(of: .group(title)) { select(row, of: rows.items.count) }
  }

  private mutating func fold(_ rows: NavigatorRows, _ selected: Int, open: Bool) {
    guard rows.items.indices.contains(selected) else { return }
    if state.navigator.tab == .findings {
      // A group is closed from any of its findings.
      let title = rows.items[...selected].reversed().compactMap { if case .group(let title) = $0 { title } else { nil } }.first
      if let title { fold(group: title, open: open) }
      return
    }
    let index = state.readers[state.activeReader].place.agreement
    let tree = context.agreement(index).provisions
    if case .definition(let at) = rows.items[selected] {
      if !open, let up = context.landmarks(index).all[at].provision, let row = rows.items.firstIndex(of: .provision(up)) {
        select(row, of: rows.items.count)
      }
      return
    }
    guard case .provision(let id) = rows.items[selected] else { return }
    let key = NavigatorState.ProvisionKey(agreement: index, id: id)
    let hasChildren = id + 1 < tree.count && tree[id + 1].parent == id
    let isDefining = !context.landmarks(index).definitions(in: id).isEmpty
    if open {
      if state.navigator.collapsed.remove(key) != nil { return }
      if isDefining, state.navigator.unfolded.insert(key).inserted { return }
      if hasChildren || isDefining { select(selected + 1, of: rows.items.count) }
    } else if isDefining, state.navigator.unfolded.remove(key) != nil {
      return
    } else if hasChildren, !state.navigator.collapsed.contains(key) {
      state.navigator.collapsed.insert(key)
    } else if let up = tree[id].parent, let row = rows.items.firstIndex(of: .provision(up)) {
      select(row, of: rows.items.count)
    }
  }

  /// Shows so many levels of the outline, or all of it with the definitions.
  mutating func unfoldOutline(_ command: Command) {
    let index = state.readers[state.activeReader].place.agreement
    let tree = context.agreement(index).provisions
    let levels: Int? =
      switch command {
      case .outlineLevel1: 1
      case .outlineLevel2: 2
      case .outlineLevel3: 3
      default: nil
      }
    if state.focus != .navigator || state.navigator.tab != .outline { showTab(.outline) }
    state.navigator.collapsed = state.navigator.collapsed.filter { $0.agreement != index }
    state.navigator.unfolded = state.navigator.unfolded.filter { $0.agreement != index }
    for id in tree.indices {
      let key = NavigatorState.ProvisionKey(agreement: index, id: id)
      if let levels {
        if tree[id].depth == levels - 1 { state.navigator.collapsed.insert(key) }
      } else {
        state.navigator.unfolded.insert(key)
      }
    }
    followReaderInNavigator()
    state.message = Message(
      text: levels.map { $0 == 1 ? "the outline's first level" : "\($0) levels of the outline" } ?? "the whole outline")
  }
}
