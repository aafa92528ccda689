import ContractModel
import TerminalGrid

/// Lists to choose from: several targets, uses of a term, references to a provision, themes.
extension Browser {
  /// What a list shows for each of its rows.
  struct ListRow {
    var number: String
    var text: String
    var detail: String
  }

  func listTitle(_ list: ListState) -> String {
    let count = listCount(list)
    switch list.content {
    case .targets: return "\(count) targets"
    case .uses(let agreement, let term):
      return "“\(context.agreement(agreement).terms[term].name)”: \(count) \(count == 1 ? "use" : "uses")"
    case .referrers(let agreement, let id):
      return "\(count) \(count == 1 ? "reference" : "references") to \(ProvisionName.long(id, in: context.agreement(agreement)))"
    case .themes: return "Themes"
    }
  }

  func listCount(_ list: ListState) -> Int {
    switch list.content {
    case .targets(_, let ids): ids.count
    case .uses(let agreement, let term): context.agreement(agreement).terms[term].uses.count
    case .referrers(let agreement, let id): referrers(agreement, id).count
    case .themes: context.themes.count
    }
  }

  private func referrers(_ index: Int, _ id: Int) -> [CrossReference] {
    context.agreement(index).references.filter { $0.targetIDs.contains(id) }
  }

  func listRow(_ list: ListState, _ row: Int) -> ListRow {
    switch list.content {
    case .targets(let index, let ids):
      let agreement = context.agreement(index)
      let provision = agreement.provisions[ids[row]]
      return ListRow(
        number: provision.number,
        text: agreement.heading(ids[row]).map(ProvisionName.sentenceCase) ?? NavigatorRows.opening(ids[row], agreement), detail: "")
    case .uses(let index, let term): return line(index, context.agreement(index).terms[term].uses[row])
    case .referrers(let index, let id): return line(index, referrers(index, id)[row].range)
    case .themes:
      return ListRow(number: "", text: context.themes[row], detail: context.themes[row] == list.themeBefore ? "now" : "")
    }
  }

  /// A place as a row: its provision and the words around it.
  private func line(_ index: Int, _ range: Range<Int>) -> ListRow {
    let agreement = context.agreement(index)
    let number = agreement.provisions.innermost(at: range.lowerBound).map { agreement.provisions[$0].number } ?? "–"
    let before = agreement.words(max(0, range.lowerBound - 60)..<range.lowerBound)
    let after = agreement.words(range.upperBound..<min(agreement.text.bytes.count, range.upperBound + 120))
    let cut = before.split(separator: " ").dropFirst(range.lowerBound > 60 ? 1 : 0).suffix(5).joined(separator: " ")
    let glued = agreement.text.bytes.indices.contains(range.upperBound) && agreement.text.bytes[range.upperBound] > 0x20
    return ListRow(number: number, text: "\(cut) \(agreement.words(range))\(glued ? "" : " ")\(after)", detail: "")
  }

  mutating func openList(_ content: ListState.Content) {
    let list = ListState(content: content)
    guard listCount(list) > 0 else {
      state.message = Message(text: "none")
      return
    }
    state.list = list
    settle()
  }

  mutating func closeList() {
    state.list = nil
    settle()
  }

  mutating func showUses(_ pane: Pane) {
    let place = reader(pane).place
    if let link = place.link, case .use(let term) = links(pane).marks[link].kind {
      return openList(.uses(agreement: place.agreement, term: term))
    }
    if let shown = place.shown, let mark = links(pane).mark(at: shown.lowerBound), case .definition(let term, _) = mark.kind {
      return openList(.uses(agreement: place.agreement, term: term))
    }
    if let id = currentProvision(pane) {
      let own = agreement(pane).terms.firstIndex { $0.definitions.contains { $0.provision == id } }
      if referrers(place.agreement, id).isEmpty, let own { return openList(.uses(agreement: place.agreement, term: own)) }
      if referrers(place.agreement, id).isEmpty {
        state.message = Message(text: "nothing refers to \(agreement(pane).provisions[id].number)")
        return
      }
      openList(.referrers(agreement: place.agreement, id: id))
    }
  }

  mutating func inList(_ command: Command) -> [Effect] {
    guard var list = state.list else { return [] }
    let count = listCount(list)
    let height = max((Panes(state).list?.rows ?? 6) - 1, 1)
    func moved(_ step: Int) -> Int { min(max(list.selected + step, 0), max(count - 1, 0)) }
    switch command {
    case .lineDown, .nextLink: list.selected = moved(1)
    case .lineUp, .previousLink: list.selected = moved(-1)
    case .halfPageDown: list.selected = moved(height / 2)
    case .halfPageUp: list.selected = moved(-height / 2)
    case .pageDown: list.selected = moved(height)
    case .pageUp: list.selected = moved(-height)
    case .top: list.selected = 0
    case .bottom: list.selected = max(count - 1, 0)
    case .cancel:
      if let before = list.themeBefore {
        state.theme = before
        state.list = nil
        settle()
        return [.useTheme(before)]
      }
      closeList()
      return []
    case .follow, .followInOther: return choose(list, inOther: command == .followInOther)
    default:
      state.message = Message(text: "\(CommandEntry.entry(command).title): not in a list")
      return []
    }
    if list.selected < list.first { list.first = list.selected }
    if list.selected >= list.first + height { list.first = list.selected - height + 1 }
    state.list = list
    // A theme shows itself as it is passed over.
    if case .themes = list.content {
      state.theme = context.themes[list.selected]
      return [.useTheme(state.theme)]
    }
    return []
  }

  private mutating func choose(_ list: ListState, inOther: Bool) -> [Effect] {
    state.list = nil
    settle()
    var pane = activePane
    if inOther { pane = otherReader(from: pane) }
    switch list.content {
    case .targets(let index, let ids):
      let provision = context.agreement(index).provisions[ids[list.selected]]
      jump(pane, agreement: index, offset: provision.start, shown: provision.label)
    case .uses(let index, let term):
      let range = context.agreement(index).terms[term].uses[list.selected]
      jump(pane, agreement: index, offset: range.lowerBound, shown: range)
    case .referrers(let index, let id):
      let range = referrers(index, id)[list.selected].range
      jump(pane, agreement: index, offset: range.lowerBound, shown: range)
    case .themes:
      state.theme = context.themes[list.selected]
      state.message = Message(text: "theme \(state.theme)")
      return [.useTheme(state.theme)]
    }
    if let id = currentProvision(pane) {
      state.message = Message(text: "\(ProvisionName.long(id, in: agreement(pane))) · \(keyName(.back)) returns")
    }
    return []
  }

  mutating func inHelp(_ command: Command) -> [Effect] {
    let at = state.help ?? 0
    let height = max(state.rows - 4, 1)
    let last = max(HelpText.lines(keymap, width: state.columns).count - height, 0)
    switch command {
    case .lineDown: state.help = min(at + 1, last)
    case .lineUp: state.help = max(at - 1, 0)
    case .halfPageDown, .pageDown: state.help = min(at + height / (command == .pageDown ? 1 : 2), last)
    case .halfPageUp, .pageUp: state.help = max(at - height / (command == .pageUp ? 1 : 2), 0)
    case .top: state.help = 0
    case .bottom: state.help = last
    default: state.help = nil
    }
    return []
  }
}
