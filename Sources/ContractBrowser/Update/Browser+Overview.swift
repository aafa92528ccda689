import ContractModel
import TerminalGrid

/// The overview of the case: a list of its agreements that fills the screen, and where reading begins when there are several.
extension Browser {
  /// Shows the overview with the agreement selected that the reader is in.
  package mutating func openOverview() {
    guard context.count > 0 else { return }
    state.focus = .reader(state.activeReader)
    state.peek = nil
    let here = state.readers[state.activeReader].place.agreement
    state.list = ListState(content: .overview)
    state.list!.selected = context.overview.rows.firstIndex { $0.member == here } ?? 0
    scrollOverview()
    state.message = Message(text: "\(keyName(.follow)) reads the agreement · \(keyName(.help)) for help")
  }

  /// The parties are counted when all agreements are there.
  var overviewTitle: String { context.overview.title(parties: state.progress == nil ? context.parties?.count ?? 0 : 0) }

  var showsOverview: Bool { state.list?.content == .overview }

  /// Keeps the selected row in sight.
  mutating func scrollOverview() {
    guard var list = state.list, let frame = Panes(state).list else { return }
    let height = max(frame.rows - 1, 1)
    if list.selected < list.first { list.first = list.selected }
    if list.selected >= list.first + height { list.first = list.selected - height + 1 }
    state.list = list
  }

  /// The agreement selected in the overview.
  var overviewMember: Int? {
    guard let list = state.list, showsOverview, listCount(list) > list.selected else { return nil }
    return context.overview.rows[overviewRow(list)].member
  }

  /// Leaves the overview for an agreement; a reader that is in it already stays where it is.
  mutating func enter(_ member: Int) {
    state.list = nil
    let pane = Pane.reader(state.activeReader)
    guard reader(pane).place.agreement != member else {
      state.message = Message(text: orientation(member))
      return
    }
    let kept = state.remembered[member]
    jump(pane, agreement: member, offset: kept?.cursor ?? 0, shown: nil)
    state.message = Message(text: orientation(member))
  }

  /// What a key does in the overview; nil for what moves and chooses as in every list.
  mutating func inOverview(_ command: Command) -> [Effect]? {
    switch command {
    case .lineDown, .lineUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .top, .bottom, .nextLink, .previousLink: return nil
    case .cancel where !(state.list?.filter.isEmpty ?? true): return nil
    case .cancel, .back, .overview:
      closeList()
      return []
    case .search, .help, .themes, .redraw, .suspend, .quit: return nil
    case .follow, .right:
      if let member = overviewMember { enter(member) }
      return []
    case .followInOther:
      guard let member = overviewMember else { return [] }
      closeList()
      let pane = otherReader(from: .reader(state.activeReader))
      jump(pane, agreement: member, offset: state.remembered[member]?.cursor ?? 0, shown: nil)
      return []
    default:
      // Whatever is asked is asked of the agreement that is selected.
      guard let member = overviewMember else { return [] }
      enter(member)
      state.message = nil
      return perform(command)
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
    context.take(value)
    state.progress = progress
    if let selected, state.list != nil, let row = context.overview.rows.firstIndex(where: { $0.member == selected }),
      state.list!.filter.isEmpty
    {
      // Who has scrolled sees the same rows; who has not sees what comes in above.
      if state.list!.first > 0 { state.list!.first = max(0, state.list!.first + row - state.list!.selected) }
      state.list!.selected = row
      scrollOverview()
    }
  }
}
