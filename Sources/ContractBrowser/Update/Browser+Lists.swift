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
    case .needs(let agreement, let offset):
      let landmarks = context.landmarks(agreement)
      let name = landmarks.innermost(at: offset).map { ProvisionName.long($0, landmarks, in: context.agreement(agreement)) }
      return "\(name ?? "this") needs \(count)"
    case .matches(let pattern):
      let total = context.matchesEverywhere(pattern).total
      let isCut = list.filter.isEmpty && total > count
      return "“\(Scrubber.scrubbed(pattern))”: \(isCut ? "the first \(count) of \(total)" : "\(count)") in the case"
    case .appearances(let party): return "\(context.parties?[party].name ?? "") in \(count) agreements"
    case .messages: return count == 1 ? "1 warning" : "\(count) warnings"
    case .jumps: return count == 1 ? "1 place on the way back" : "\(count) places on the way back, the last first"
    case .themes: return "Themes"
    case .overview: return overviewTitle
    }
  }

  func listCount(_ list: ListState) -> Int { list.filter.isEmpty ? listTotal(list) : listed(list).count }

  /// The rows of a list that hold its filter's words.
  private func listed(_ list: ListState) -> [Int] {
    context.rows(list.content, list.filter, state.overviewOrder) {
      let wanted = list.filter.lowercased()
      return (0..<listTotal(list)).filter { row in
        let line = fullRow(list, row)
        return line.text.lowercased().contains(wanted) || line.number.lowercased().hasPrefix(wanted)
          || line.detail.lowercased().contains(wanted)
      }
    }
  }

  /// Which of all rows the one shown at an index is.
  func origin(_ list: ListState, _ row: Int) -> Int { list.filter.isEmpty ? row : listed(list)[row] }

  /// Which row of the overview the selected one is, or the one at an index.
  func overviewRow(_ list: ListState, _ row: Int? = nil) -> Int { origin(list, row ?? list.selected) }

  func listRow(_ list: ListState, _ row: Int) -> ListRow { fullRow(list, origin(list, row)) }

  private func listTotal(_ list: ListState) -> Int {
    switch list.content {
    case .targets(_, let ids): ids.count
    case .uses(let agreement, let term): context.uses(agreement, term).count
    case .referrers(let agreement, let id): referrers(agreement, id).count
    case .needs(let agreement, let offset): context.needs(agreement, offset).count
    case .matches(let pattern): context.matchesEverywhere(pattern).places.count
    case .jumps: state.readers[state.activeReader].back.count
    case .messages: messages.count
    case .appearances(let party): context.parties?[party].appearances.count ?? 0
    case .themes(let names): names.count
    case .overview: overview.rows.count
    }
  }

  private func referrers(_ index: Int, _ id: Int) -> [CrossReference] {
    context.agreement(index).references(to: id).map { context.agreement(index).references[$0] }
  }

  private func fullRow(_ list: ListState, _ row: Int) -> ListRow {
    switch list.content {
    case .targets(let index, let ids):
      let agreement = context.agreement(index)
      let provision = agreement.provisions[ids[row]]
      return ListRow(
        number: provision.number,
        text: ProvisionName.heading(ids[row], in: agreement) ?? context.opening(index, ids[row]), detail: "")
    case .uses(let index, let term):
      let place = context.uses(index, term)[row]
      var line = line(place.agreement, place.range)
      if place.agreement != index { line.detail = context.nameInList(place.agreement) }
      return line
    case .referrers(let index, let id): return line(index, referrers(index, id)[row].range)
    case .needs(let index, let offset):
      let agreement = context.agreement(index)
      switch context.needs(index, offset)[row] {
      case .term(let term, let meaning):
        let number = meaning.provision.map { agreement.provisions[$0].number } ?? "–"
        // An inline definition is explained by what stands before its bracket.
        let text = meaning.kind == .list ? agreement.readingWords(meaning.extent) : line(index, meaning.range).text
        return ListRow(number: number, text: text, detail: agreement.terms[term].name)
      case .provision(let other):
        return ListRow(
          number: agreement.provisions[other].number,
          text: ProvisionName.heading(other, in: agreement) ?? context.opening(index, other), detail: "")
      }
    case .matches(let pattern):
      let place = context.matchesEverywhere(pattern).places[row]
      var line = line(place.agreement, place.range)
      // Of one agreement all are.
      if context.count > 1 { line.detail = context.nameInList(place.agreement) }
      return line
    case .appearances(let party):
      guard let appearance = context.parties?[party].appearances[row] else { return ListRow(number: "", text: "", detail: "") }
      let member = context.agreements.members[appearance.member]
      return ListRow(
        number: member.date?.iso ?? "", text: member.title + (appearance.role.map { ", as \($0)" } ?? ""), detail: "")
    case .messages: return ListRow(number: "", text: messages[row], detail: "")
    case .jumps:
      let place = jump(row)
      let index = place.agreement
      let start = place.link ?? place.shown?.lowerBound ?? place.cursor
      let agreement = context.agreement(index)
      let words = agreement.words(start..<min(start + 200, agreement.text.bytes.count))
      let title = index == state.readers[state.activeReader].place.agreement ? "" : context.nameInList(index)
      return ListRow(number: number(index, at: place.cursor), text: words, detail: title)
    case .themes(let names):
      return ListRow(number: "", text: names[row], detail: names[row] == list.themeBefore ? "now" : "")
    case .overview:
      let entry = overview.rows[row]
      return ListRow(
        number: entry.date, text: entry.title, detail: entry.parties + " " + context.agreements.members[entry.member].path)
    }
  }

  /// A place as a row: its provision and the words around it.
  private func line(_ index: Int, _ range: Range<Int>) -> ListRow {
    let agreement = context.agreement(index)
    let number = number(index, at: range.lowerBound)
    // What pages put between words is none of them.
    let before = agreement.readingWords(max(0, range.lowerBound - 60)..<range.lowerBound)
    let after = agreement.readingWords(range.upperBound..<min(agreement.text.bytes.count, range.upperBound + 120))
    let cut = before.split(separator: " ").dropFirst(range.lowerBound > 60 ? 1 : 0).suffix(5).joined(separator: " ")
    let isGlued = range.lowerBound > 0 && agreement.text.bytes[range.lowerBound - 1] > 0x20
    let glued = agreement.text.bytes.indices.contains(range.upperBound) && agreement.text.bytes[range.upperBound] > 0x20
    return ListRow(
      number: number, text: "\(cut)\(isGlued ? "" : " ")\(agreement.words(range))\(glued ? "" : " ")\(after)", detail: "")
  }

  mutating func openList(_ content: ListState.Content) {
    var list = ListState(content: content)
    let count = listCount(list)
    guard count > 0 else {
      state.message = Message(text: "nothing to list: no uses")
      return
    }
    // Of uses in order of place the one that is read is selected, or the next.
    if case .uses = content {
      let pane = Pane.reader(state.activeReader)
      let here = reader(pane).place.link ?? readingPlace(pane)
      let index = reader(pane).place.agreement
      list.selected = (0..<count).first { row in place(list, row).map { $0.agreement == index && $0.offset >= here } ?? false } ?? 0
      let height = max(4, min(state.rows / 2, 16)) - 1
      list.first = max(0, min(list.selected - height / 2, count - height))
    }
    state.list = list
  }

  mutating func closeList() {
    if showsOverview { state.isNothingRead = false }
    state.list = state.listBelow
    state.listBelow = nil
  }

  /// Lists the uses of the selected term, or of the one that is defined here, or the references to the provision here; where neither is
  /// in sight, the uses of the first term that is.
  mutating func showUses(_ pane: Pane) {
    let place = reader(pane).place
    if let link = selectedLink(pane), showUses(of: links(pane).marks[link], place.agreement) { return }
    if let shown = place.shown, sight(pane).contains(shown.lowerBound), let mark = links(pane).mark(at: shown.lowerBound),
      case .definition(let term, _) = mark.kind
    {
      return openList(.uses(agreement: place.agreement, term: term))
    }
    if case .definition(let term, _) = currentLandmark(pane)?.kind {
      return openList(.uses(agreement: place.agreement, term: term))
    }
    let isInSight = sight(pane).contains(place.cursor)
    if !isInSight, let link = currentLink(pane), showUses(of: links(pane).marks[link], place.agreement) { return }
    guard let id = currentProvision(pane) else {
      if let link = currentLink(pane), showUses(of: links(pane).marks[link], place.agreement) { return }
      state.message = Message(text: "no term in sight")
      return
    }
    guard referrers(place.agreement, id).isEmpty else { return openList(.referrers(agreement: place.agreement, id: id)) }
    if let own = agreement(pane).terms.firstIndex(where: { $0.definitions.contains { $0.provision == id } }) {
      return openList(.uses(agreement: place.agreement, term: own))
    }
    state.message = Message(text: "nothing refers to \(agreement(pane).provisions[id].number)")
  }

  /// Lists the uses of the term a mark is; false where it is none.
  private mutating func showUses(of mark: LinkIndex.Mark, _ index: Int) -> Bool {
    switch mark.kind {
    case .use(let term), .definition(let term, _): openList(.uses(agreement: index, term: term))
    case .borrowed(let id):
      let taken = context.links(index).borrowed[id]
      openList(.uses(agreement: taken.member, term: taken.term))
    case .reference, .changed, .contents: return false
    }
    return true
  }

  mutating func inList(_ command: Command) -> [Effect] {
    guard var list = state.list else { return [] }
    let count = listCount(list)
    let height = max((Panes(state).list?.rows ?? 6) - 1, 1)
    func moved(_ step: Int) -> Int { min(max(list.selected + step, 0), max(count - 1, 0)) }
    switch command {
    case .lineDown, .nextLink: list.selected = moved(times)
    case .lineUp, .previousLink: list.selected = moved(-times)
    case .halfPageDown: list.selected = moved(times * height / 2)
    case .halfPageUp: list.selected = moved(-times * height / 2)
    case .pageDown: list.selected = moved(times * height)
    case .pageUp: list.selected = moved(-times * height)
    case .top, .bottom: list.selected = state.count.map { max(min($0, count) - 1, 0) } ?? (command == .top ? 0 : max(count - 1, 0))
    case .peek:
      guard count > 0, let place = place(list, list.selected) else { return [] }
      state.peekOrigin = .list(list)
      state.list = nil
      state.peek = ReaderState()
      state.peek!.place.agreement = place.agreement
      state.focus = .peek
      land(.peek, offset: place.offset, shown: place.shown)
      return []
    case .cancel where !list.filter.isEmpty:
      // The row that was found stays the selected one.
      list.selected = count > list.selected ? origin(list, list.selected) : 0
      list.filter = ""
      if showsOverview { state.overviewFilter = "" }
      list.first = max(0, list.selected - height / 2)
      state.list = list
      return []
    case .cancel:
      if let before = list.themeBefore {
        state.theme = before
        closeList()
        return [.useTheme(before)]
      }
      closeList()
      return []
    case .follow, .followInOther:
      guard count > 0 else { return [] }
      return choose(list, inOther: command == .followInOther)
    default:
      state.message = Message(text: "\(keyName(command)) does nothing in a list")
      return []
    }
    let margin = min(2, (height - 1) / 2)
    list.first = min(list.first, max(list.selected - margin, 0))
    list.first = max(list.first, min(list.selected + margin, count - 1) - height + 1, 0)
    state.list = list
    // A theme shows itself as it is passed over.
    if case .themes(let names) = list.content, listCount(list) > list.selected {
      state.theme = names[origin(list, list.selected)]
      return [.useTheme(state.theme)]
    }
    return []
  }

  /// Where the row at an index leads; nil for themes.
  func place(_ list: ListState, _ row: Int) -> (agreement: Int, offset: Int, shown: Range<Int>?)? {
    // Rows can be fewer than when it was opened, as more of the case is read.
    guard (0..<listCount(list)).contains(row) else { return nil }
    let row = origin(list, row)
    func provision(_ index: Int, _ id: Int) -> (Int, Int, Range<Int>?) {
      let provision = context.agreement(index).provisions[id]
      return (index, provision.start, provision.label)
    }
    switch list.content {
    case .targets(let index, let ids): return provision(index, ids[row])
    case .uses(let index, let term):
      let place = context.uses(index, term)[row]
      return (place.agreement, place.range.lowerBound, place.range)
    case .referrers(let index, let id):
      let range = referrers(index, id)[row].range
      return (index, range.lowerBound, range)
    case .needs(let index, let offset):
      switch context.needs(index, offset)[row] {
      case .term(_, let meaning): return (index, meaning.range.lowerBound, meaning.range)
      case .provision(let other): return provision(index, other)
      }
    case .matches(let pattern):
      let place = context.matchesEverywhere(pattern).places[row]
      return (place.agreement, place.range.lowerBound, place.range)
    case .jumps:
      let place = jump(row)
      return (place.agreement, place.link ?? place.shown?.lowerBound ?? place.cursor, place.shown)
    case .appearances(let party):
      guard let appearance = context.parties?[party].appearances[row] else { return nil }
      let range = context.agreement(appearance.member).parties[appearance.party].range
      return (appearance.member, range.lowerBound, range)
    case .themes, .messages: return nil
    case .overview: return (overview.rows[row].member, 0, nil)
    }
  }

  /// Takes the words that rows must hold, as they are typed.
  mutating func filter(_ words: String) {
    if state.help != nil {
      state.help = 0
      state.helpFilter = words
    } else if state.list != nil {
      state.list!.filter = words
      if showsOverview { state.overviewFilter = words }
      state.list!.selected = 0
      state.list!.first = 0
    } else {
      state.navigator.filter = words
      state.navigator.selected[state.navigator.tab.rawValue] = 0
      state.navigator.first[state.navigator.tab.rawValue] = 0
    }
  }

  mutating func showNeeds(_ pane: Pane) {
    guard let landmark = currentLandmark(pane) else {
      state.message = Message(text: "no provision here")
      return
    }
    let index = reader(pane).place.agreement
    guard !context.needs(index, landmark.range.lowerBound).isEmpty else {
      state.message = Message(text: "\(currentNumber(pane) ?? "this") needs no other words")
      return
    }
    openList(.needs(agreement: index, offset: landmark.range.lowerBound))
  }

  private mutating func choose(_ list: ListState, inOther: Bool) -> [Effect] {
    closeList()
    var pane = activePane
    if inOther { pane = otherReader(from: pane) }
    if case .themes(let names) = list.content {
      state.theme = names[origin(list, list.selected)]
      state.message = Message(text: "theme \(state.theme)")
      return [.useTheme(state.theme)]
    }
    if case .jumps = list.content, !inOther {
      goBack(pane, by: origin(list, list.selected) + 1)
      return []
    }
    guard let place = place(list, list.selected) else { return [] }
    jump(pane, agreement: place.agreement, offset: place.offset, shown: place.shown)
    // n goes on with what was sought in the case.
    if case .matches(let pattern) = list.content {
      state.search = SearchState(pattern: pattern)
      state.search!.current = matches().firstIndex { $0.lowerBound >= place.offset }
    }
    if let name = currentName(pane) { state.message = Message(text: name, hint: "\(keyName(.back)) returns") }
    return []
  }
}
