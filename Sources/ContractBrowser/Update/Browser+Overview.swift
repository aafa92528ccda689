import ContractModel
import TerminalGrid

/// The overview of the case: a list of its agreements that fills the screen, and where reading begins when there are several.
extension Browser {
  /// Shows the overview with the agreement selected that the reader is in.
  ///
  /// At the start nothing was read yet: the first row is selected, and stays so as agreements come in, until a key is pressed.
  package mutating func openOverview(atStart: Bool = false) {
    guard context.count > 0 else { return }
    state.overviewIsFresh = atStart
    if atStart { state.isNothingRead = true }
    state.focus = .reader(state.activeReader)
    state.peek = nil
    let here = state.readers[state.activeReader].place.agreement
    state.list = ListState(content: .overview)
    state.list!.filter = state.overviewFilter
    if !overviewRows.contains(here) {
      state.list!.filter = ""
      state.overviewFilter = ""
    }
    state.list!.selected = atStart ? 0 : overviewRows.firstIndex(of: here) ?? 0
    scrollOverview()
    let filtered = state.list!.filter.isEmpty ? "" : " · \(keyName(.cancel)) shows all"
    state.message = Message(text: "\(keyName(.follow)) reads the agreement\(filtered) · \(keyName(.help)) for help")
  }

  /// The agreements that the rows shown are of.
  private var overviewRows: [Int] {
    guard let list = state.list, showsOverview else { return [] }
    return (0..<listCount(list)).map { overview.rows[overviewRow(list, $0)].member }
  }

  /// The overview in the order that is chosen.
  var overview: CaseOverview { context.overview(state.overviewOrder) }

  /// Puts the rows in the next or the former order; the selected agreement stays selected.
  mutating func sortOverview(forward: Bool) {
    let orders = CaseOverview.Order.allCases
    let next = (state.overviewOrder.rawValue + (forward ? 1 : orders.count - 1)) % orders.count
    keepingOverviewRow { $0.overviewOrder = orders[next] }
    state.message = Message(
      text: "by \(state.overviewOrder)", hint: "\(keyName(.narrower)) \(keyName(.wider)) sort by something else")
  }

  /// Changes what the overview lists; the selected agreement stays selected, on the row of the screen where it was unless it is the first.
  private mutating func keepingOverviewRow(_ body: (inout BrowserState) -> Void) {
    let selected = overviewMember
    let before = state.list
    body(&state)
    moveToOverviewRow(of: selected, before)
  }

  private mutating func moveToOverviewRow(of member: Int?, _ before: ListState?) {
    guard let member, let before, state.list != nil, showsOverview, !state.overviewIsFresh else { return }
    guard let row = overviewRows.firstIndex(of: member) else { return }
    // Who has scrolled sees the same rows; who has not sees what comes in above.
    if before.first > 0 { state.list!.first = max(0, before.first + row - before.selected) }
    state.list!.selected = row
    scrollOverview()
  }

  /// The parties are counted when all agreements are there.
  var overviewTitle: String { overview.title(parties: state.progress == nil ? context.parties?.count ?? 0 : 0) }

  var showsOverview: Bool { state.list?.content == .overview }

  /// Keeps the selected row in sight.
  mutating func scrollOverview() {
    guard var list = state.list, let frame = Panes(state).list else { return }
    let height = max(frame.rows - 1, 1)
    // Rows that came free, as the screen grew, are filled.
    list.first = min(list.first, list.selected, max(0, listCount(list) - height))
    list.first = max(list.first, list.selected - height + 1)
    state.list = list
  }

  /// The agreement selected in the overview.
  var overviewMember: Int? {
    guard let list = state.list, showsOverview, listCount(list) > list.selected else { return nil }
    return overview.rows[overviewRow(list)].member
  }

  /// Leaves the overview for an agreement; a reader that is in it already stays where it is.
  mutating func enter(_ member: Int) {
    state.list = nil
    let pane = Pane.reader(state.activeReader)
    let kept = state.remembered[member]
    if state.isNothingRead {
      // What the reader held before anything was read is no place to go back to.
      state.isNothingRead = false
      change(pane) { $0.place = ReaderState.Place(agreement: member) }
      if let kept { land(pane, offset: kept.cursor, shown: nil) }
    } else if reader(pane).place.agreement != member {
      jump(pane, agreement: member, offset: kept?.cursor ?? 0, shown: nil)
    }
    state.message = Message(text: orientation(member))
  }

  /// What a key does in the overview; nil for what moves and chooses as in every list.
  mutating func inOverview(_ command: Command) -> [Effect]? {
    switch command {
    case .lineDown, .lineUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .top, .bottom, .nextLink, .previousLink: return nil
    case .cancel where !(state.list?.filter.isEmpty ?? true): return nil
    case .nextProvision, .nextArticle: return perform(.lineDown)
    case .previousProvision, .previousArticle: return perform(.lineUp)
    case .wider, .narrower:
      sortOverview(forward: command == .wider)
      return []
    case .peek:
      state.overviewShowsText.toggle()
      scrollOverview()
      state.message = Message(text: state.overviewShowsText ? "its first lines" : "what is known of it")
      return []
    case .messages:
      if !messages.isEmpty { state.listBelow = state.list }
      return nil
    case .cancel, .back, .overview:
      closeList()
      return []
    case .compare:
      toggleComparison()
      return []
    case .search, .help, .redraw, .suspend, .quit, .undo: return nil
    case .themes:
      state.listBelow = state.list
      return nil
    case .follow, .right:
      if let member = overviewMember { enter(member) }
      return []
    case .followInOther:
      guard let member = overviewMember else { return [] }
      closeList()
      let pane = otherReader(from: .reader(state.activeReader))
      jump(pane, agreement: member, offset: state.remembered[member]?.cursor ?? 0, shown: nil)
      return []
    case .searchAll:
      state.prompt = PromptState(kind: .searchAll, origin: state.readers[state.activeReader].place)
      return []
    case .goTo, .only:
      // Asked of the agreement that is selected; whoever thinks better of it is back in the overview.
      guard let member = overviewMember, let list = state.list else { return [] }
      let behind = PromptState.Overview(list: list, readers: state.readers, isNothingRead: state.isNothingRead)
      enter(member)
      state.message = nil
      let effects = perform(command)
      state.prompt?.overview = behind
      return effects
    case .outline, .terms, .references, .findings, .agreements, .marks, .clocks, .parties,
      .toggleNavigator,
      .splitBelow, .splitBeside, .asSigned, .outlineLevel1, .outlineLevel2, .outlineLevel3, .outlineAll:
      // What can only be seen in the agreement is asked of the one that is selected.
      guard let member = overviewMember else { return [] }
      enter(member)
      state.message = nil
      return perform(command)
    default:
      state.message = Message(
        text: "\(keyName(command)) does nothing in the overview", hint: "\(keyName(.follow)) reads the agreement")
      return []
    }
  }

  /// Takes agreements that others leave as they amend them, behind all there are.
  package mutating func take(_ composed: [Case.Member]) {
    guard !composed.isEmpty else { return }
    let value = context.agreements
    take(value.with(value.members + composed), reading: nil)
  }

  /// Takes agreements that were read since; whoever looks at the overview stays at the same one.
  package mutating func take(_ value: Case, reading progress: ReadingProgress?) {
    let selected = overviewMember
    let before = state.list
    context.take(value)
    state.progress = progress
    moveToOverviewRow(of: selected, before)
  }

  /// Takes what was found out; amendments may move under what they amend.
  package mutating func take(_ result: Library.Result) {
    let selected = overviewMember
    let before = state.list
    context.take(result)
    moveToOverviewRow(of: selected, before)
  }
}
