import ContractModel

/// The rows of a navigator tab: which things it lists, and how each reads.
struct NavigatorRows {
  enum Item: Equatable {
    case provision(Int)
    /// A definition of a list, by its index among the landmarks of the agreement.
    case definition(Int)
    case term(Int)
    case reference(Int)
    case finding(Int)
    /// The title over findings: a check's code, or what is dismissed.
    case group(String)
    case agreement(Int)
    case mark(Int)
    /// A time limit of the agreement.
    case clock(Int)
    /// A party of the case, by its index; the agreement it is found in is its first.
    case party(Int)
    /// What matters between two versions, by its index.
    case summary(Int)
    /// A provision that differs between two versions, by its index among them.
    case change(Int)
    /// What is still being found out.
    case pending
  }

  struct Text {
    var indent: Int
    var mark: String
    var number: String
    var title: String
    var detail: String
    var isWarning = false
  }

  private(set) var items: [Item]
  let context: BrowserContext
  let index: Int
  private let collapsed: Set<NavigatorState.ProvisionKey>
  /// The provisions whose definitions are shown below them.
  private let unfolded: Set<NavigatorState.ProvisionKey>
  /// The provisions that hold definitions of a list.
  private var defining: Set<Int> = []
  private let annotations: [Annotation]
  private let dismissals: [Dismissal]
  private let findings: [Finding]
  private let limits: [TimeLimit]
  private let parties: [CaseParty]
  /// The versions that are compared, and what differs between them; nil while none are.
  let pair: ComparedPair?
  let texts: ComparedTexts?
  /// Whether one reader alone shows both versions.
  let isRedline: Bool
  private var closedGroups: Set<String> = []
  /// The title over what is dismissed; no check has a code with a blank.
  static let dismissedGroup = "dismissed findings"

  init(
    _ tab: NavigatorState.Tab, _ context: BrowserContext, agreement index: Int, collapsed: Set<NavigatorState.ProvisionKey>,
    unfolded: Set<NavigatorState.ProvisionKey> = [], annotations: [Annotation] = [], dismissals: [Dismissal] = [],
    isGrouped: Bool = false, closedGroups: Set<String> = [], comparison: ComparedPair? = nil, isRedline: Bool = false,
    filter: String = ""
  ) {
    pair = comparison
    self.isRedline = isRedline
    texts = comparison.map { context.comparison($0) }
    self.dismissals = dismissals
    self.annotations = annotations
    self.context = context
    self.index = index
    self.collapsed = collapsed
    self.unfolded = unfolded
    let (known, knownLimits, knownParties) = (context.findings(index), context.clocks(index), context.parties)
    findings = known ?? []
    limits = knownLimits ?? []
    parties = knownParties ?? []
    let agreement = context.agreement(index)
    switch tab {
    case .outline:
      let outline = context.outline(index, collapsed: collapsed, unfolded: unfolded, isFiltered: !filter.isEmpty) {
        Self.outline(index, context, collapsed: collapsed, unfolded: unfolded, isFiltered: !filter.isEmpty)
      }
      self.items = outline.items
      defining = outline.defining
    case .terms:
      items = context.termOrder(index).map { .term($0) }
    case .references: items = agreement.references.indices.map { .reference($0) }
    case .findings:
      guard let findings = known else {
        items = [.pending]
        return
      }
      let isDismissed = findings.map { finding in dismissals.contains { $0.covers(finding, in: agreement) } }
      let open = findings.indices.filter { !isDismissed[$0] }
      var groups: [(title: String, findings: [Int])] = []
      if isGrouped {
        groups = Checks.all.map { check in (check.code, open.filter { findings[$0].code == check.code }) }
        items = []
      } else {
        items = open.map { .finding($0) }
      }
      groups.append((Self.dismissedGroup, findings.indices.filter { isDismissed[$0] }))
      for group in groups where !group.findings.isEmpty {
        items.append(.group(group.title))
        if !filter.isEmpty || !closedGroups.contains(group.title) { items += group.findings.map { .finding($0) } }
      }
      self.closedGroups = closedGroups
    case .agreements: items = context.overview(.date).rows.map { .agreement($0.member) }
    case .marks: items = annotations.indices.map { .mark($0) }
    case .clocks: items = knownLimits.map { $0.indices.map { .clock($0) } } ?? [.pending]
    case .parties: items = knownParties.map { $0.indices.map { .party($0) } } ?? [.pending]
    case .changes:
      items = texts.map { texts in texts.summary.indices.map { .summary($0) } + texts.rows.indices.map { .change($0) } } ?? []
    }
    guard !filter.isEmpty else { return }
    let wanted = filter.lowercased()
    items = items.indices.filter { row in
      if case .group = items[row] { return false }
      if items[row] == .pending { return true }
      let text = text(row)
      return text.title.lowercased().contains(wanted) || text.number.lowercased().hasPrefix(wanted) || text.detail.contains(wanted)
    }.map { items[$0] }
  }

  /// The rows of the outline, and the provisions that hold definitions of a list.
  struct Outline {
    var items: [Item] = []
    var defining: Set<Int> = []
  }

  private static func outline(
    _ index: Int, _ context: BrowserContext, collapsed: Set<NavigatorState.ProvisionKey>,
    unfolded: Set<NavigatorState.ProvisionKey>,
    isFiltered: Bool
  ) -> Outline {
    let agreement = context.agreement(index)
    let landmarks = context.landmarks(index)
    var outline = Outline()
    var hiddenBelow: Int?
    for (at, landmark) in landmarks.all.enumerated() {
      let depth = depth(landmark, landmarks, agreement)
      if let hidden = hiddenBelow {
        if depth > hidden { continue }
        hiddenBelow = nil
      }
      let definition = landmarks.definition(at: landmark.range.lowerBound)
      if let own = definition?.provision { outline.defining.insert(own) }
      // A definition and its items are shown below its provision when they are asked for, and where rows are filtered.
      let isHidden =
        definition?.provision.map { !unfolded.contains(NavigatorState.ProvisionKey(agreement: index, id: $0)) } ?? false
      switch landmark.kind {
      case .definition: if !isHidden || isFiltered { outline.items.append(.definition(at)) }
      case .provision(let id):
        if isHidden, definition?.provision != id { continue }
        outline.items.append(.provision(id))
        if !isFiltered, collapsed.contains(NavigatorState.ProvisionKey(agreement: index, id: id)) { hiddenBelow = depth }
      }
    }
    return outline
  }

  func text(_ row: Int) -> Text {
    let agreement = context.agreement(index)
    switch items[row] {
    case .provision(let id):
      let provision = agreement.provisions[id]
      let key = NavigatorState.ProvisionKey(agreement: index, id: id)
      let hasChildren = id + 1 < agreement.provisions.count && agreement.provisions[id + 1].parent == id
      let isClosed = hasChildren && collapsed.contains(key) || defining.contains(id) && !unfolded.contains(key)
      let title = ProvisionName.heading(id, in: agreement) ?? context.opening(index, id)
      let number = Self.ownNumber(provision, parent: provision.parent.map { agreement.provisions[$0] })
      return Text(
        indent: Self.depth(id, context.landmarks(index), agreement),
        mark: hasChildren || defining.contains(id) ? (isClosed ? "▸" : "▾") : " ",
        number: number, title: title, detail: changes(id, isClosed: isClosed))
    case .definition(let at):
      let landmarks = context.landmarks(index)
      let landmark = landmarks.all[at]
      return Text(
        indent: Self.depth(landmark, landmarks, agreement), mark: " ", number: "", title: "“\(agreement.words(landmark.label))”",
        detail: "")
    case .term(let id):
      let term = agreement.terms[id]
      let place = term.definitions.first?.provision.map { agreement.provisions[$0].number } ?? ""
      return Text(indent: 0, mark: " ", number: "", title: term.name, detail: "\(place) ×\(term.uses.count)")
    case .reference(let id):
      let reference = agreement.references[id]
      let here = number(agreement, at: reference.range.lowerBound)
      let bad = reference.status == .missing || reference.status == .attachment && !reference.attached
      let detail = reference.status == .missing ? "missing" : reference.status == .external ? "external" : bad ? "not attached" : ""
      return Text(
        indent: 0, mark: bad ? "!" : " ", number: here, title: agreement.words(reference.range), detail: detail, isWarning: bad)
    case .finding(let id):
      let finding = findings[id]
      let here = number(agreement, at: finding.range.lowerBound)
      if let dismissal = dismissals.first(where: { $0.covers(finding, in: agreement) }) {
        return Text(indent: 1, mark: "-", number: here, title: "\(dismissal.because): \(finding.message)", detail: "")
      }
      return Text(
        indent: 0, mark: finding.severity == .info ? " " : "!", number: here, title: finding.message, detail: "",
        isWarning: finding.severity == .error)
    case .group(let title):
      let isClosed = closedGroups.contains(title)
      let count = findings.count { finding in
        let isDismissed = dismissals.contains { $0.covers(finding, in: agreement) }
        return title == Self.dismissedGroup ? isDismissed : finding.code == title && !isDismissed
      }
      return Text(indent: 0, mark: isClosed ? "▸" : "▾", number: "", title: title, detail: "\(count)")
    case .agreement(let id):
      let other = context.agreements.members[id]
      return Text(
        indent: 0, mark: id == index ? "•" : " ", number: "",
        title: context.tellingName(id).map { "\(other.title) (\($0))" } ?? other.title, detail: other.date?.iso ?? "")
    case .pending: return Text(indent: 0, mark: " ", number: "", title: "looking through it …", detail: "")
    case .summary(let row): return Text(indent: 0, mark: "!", number: "", title: texts?.summary[row].words ?? "", detail: "")
    case .change(let row): return change(row)
    case .clock(let id): return clock(id, agreement)
    case .party(let id):
      let party = parties[id]
      let roles = party.appearances.compactMap(\.role).reduce(into: [String]()) { roles, role in
        // "Valence" in one paper and "VALENCE" in the next are one name.
        if !roles.contains(where: { $0.lowercased() == role.lowercased() }) { roles.append(role) }
      }
      return Text(
        indent: 0, mark: " ", number: "", title: party.name + (roles.isEmpty ? "" : " (\(roles.joined(separator: ", ")))"),
        detail: party.appearances.count == 1 ? "" : "\(party.appearances.count) agreements")
    case .mark(let id):
      let annotation = annotations[id]
      let title = annotation.note.isEmpty ? annotation.quote : annotation.note
      return Text(
        indent: 0, mark: annotation.offset < 0 ? "!" : annotation.isMarked ? "•" : " ", number: annotation.number, title: title,
        detail: annotation.note.isEmpty ? "" : "note", isWarning: annotation.offset < 0)
    }
  }

  private func number(_ agreement: Agreement, at offset: Int) -> String {
    let landmarks = context.landmarks(index)
    return landmarks.innermost(at: offset).map { landmarks.number(of: $0, in: agreement) } ?? ""
  }

  /// A time limit, and what it is counted from or the day it ends.
  private func clock(_ id: Int, _ agreement: Agreement) -> Text {
    let limit = limits[id]
    let number = number(agreement, at: limit.range.lowerBound)
    let trigger = limit.trigger.map { (limit.isBackward ? " before " : " from ") + agreement.words($0) } ?? ""
    let due = context.events.due(limit, in: agreement, by: CountingRule())
    return Text(indent: 0, mark: " ", number: number, title: limit.words + trigger, detail: due?.date.iso ?? "")
  }

  /// How deep a landmark stands in the outline: a definition below its provision, its items below it.
  static func depth(_ landmark: Landmarks.Landmark, _ landmarks: Landmarks, _ agreement: Agreement) -> Int {
    switch landmark.kind {
    case .definition: return landmark.provision.map { agreement.provisions[$0].depth + 1 } ?? 0
    case .provision(let id): return depth(id, landmarks, agreement)
    }
  }

  private static func depth(_ id: Int, _ landmarks: Landmarks, _ agreement: Agreement) -> Int {
    let provision = agreement.provisions[id]
    let definition = landmarks.definition(at: provision.start)
    let isItem = definition.map { $0.provision != id && $0.range.lowerBound < provision.start } ?? false
    return provision.depth + (isItem ? 1 : 0)
  }

  /// The row of what holds a place: the innermost landmark that is shown.
  func row(at offset: Int) -> Int? {
    let landmarks = context.landmarks(index)
    guard let landmark = landmarks.innermost(at: offset) else { return nil }
    if case .definition = landmarks.definition(at: offset)?.kind {
      let at = landmarks.index(after: landmarks.definition(at: offset)!.range.lowerBound) - 1
      if landmark.kind == landmarks.all[at].kind, let row = items.firstIndex(of: .definition(at)) { return row }
    }
    for id in (landmark.provision.map { context.agreement(index).provisions.path(to: $0) } ?? []).reversed() {
      if let row = items.firstIndex(of: .provision(id)) { return row }
    }
    return nil
  }

  /// The part of a number that its parent does not say: `(a)` of `3.2(a)`, `A` of `Recital A`.
  private static func ownNumber(_ provision: Provision, parent: Provision?) -> String {
    // An item of a definition stands under it: `(a)` of `1.1 "Debt"(a)`.
    if let quote = provision.number.lastIndex(of: "\"") { return String(provision.number[provision.number.index(after: quote)...]) }
    if provision.kind == .recital { return String(provision.number.dropFirst("Recital ".count)) }
    if let parent, provision.number.hasPrefix(parent.number + "(") {
      return String(provision.number.dropFirst(parent.number.count))
    }
    return provision.number.split(separator: "/").last.map(String.init) ?? provision.number
  }

  /// Where an item lies in its agreement.
  func place(_ row: Int) -> (agreement: Int, offset: Int, shown: Range<Int>?) {
    let agreement = context.agreement(index)
    switch items[row] {
    case .provision(let id): return (index, agreement.provisions[id].start, agreement.provisions[id].label)
    case .definition(let at):
      let landmark = context.landmarks(index).all[at]
      return (index, landmark.label.lowerBound, landmark.label)
    case .term(let id):
      let range = agreement.terms[id].meaning()?.range ?? 0..<0
      return (index, range.lowerBound, range)
    case .reference(let id): return (index, agreement.references[id].range.lowerBound, agreement.references[id].range)
    case .finding(let id):
      let range = findings[id].range
      return (index, range.lowerBound, range)
    case .group, .pending: return (index, -1, nil)
    case .summary(let row):
      guard let pair, let line = texts?.summary[row] else { return (index, -1, nil) }
      return line.new.map { (pair.new, $0.lowerBound, $0) } ?? line.old.map { (pair.old, $0.lowerBound, $0) } ?? (index, -1, nil)
    case .change(let row): return changePlace(row)
    case .agreement(let id): return (id, 0, nil)
    case .clock(let id):
      let range = limits[id].range
      return (index, range.lowerBound, range)
    case .party(let id):
      guard let first = parties[id].appearances.first else { return (index, -1, nil) }
      let range = context.agreement(first.member).parties[first.party].range
      return (first.member, range.lowerBound, range)
    case .mark(let id):
      let offset = annotations[id].offset
      guard offset >= 0 else { return (index, -1, nil) }
      return (index, offset, agreement.provisions.innermost(at: offset).map { agreement.provisions[$0].label })
    }
  }
}
