/// Decides for every number of a text whether it begins a provision, and where, by the cheapest explanation of the whole.
///
/// A number taken from left to right may be a slip that costs all that follow: `1.3` and then `4`, `5`, … `10`, where the drafter's list went
/// wrong, before `1.11` to `1.21` and `2`. So each decision has a cost (`NumberingCosts`), other decisions are kept beside the likeliest, and the
/// search goes on with whichever explanation is the cheapest so far. Explanations with the same series open are one; where an attachment
/// or a caption begins all numbers anew, what was decided is settled.
struct OutlineDecoder {
  typealias Placement = NumberingSeries.Placement

  enum Decision {
    case refuse(RefusedNumber.Reason)
    case recital(Placement)
    case provision(Placement)
    /// The first provision of another paper.
    case paper(Placement)
  }

  /// What is open at a candidate.
  struct State {
    var series: NumberingSeries
    /// The next paragraph of a definitions list.
    var definition = 0
    /// The next zone of quoted words.
    var quotation = 0
    /// The paragraph of the last provision.
    var lastParagraph = 0
    var hasRecital = false
    var hasProvision = false
  }

  let papers: PaperBeginnings
  let candidates: [ProvisionCandidate]
  let recitals: Recitals
  /// Where the paragraphs of definitions lists begin, in order.
  let definitions: [Int]
  /// Where attachments and captions begin, in order.
  let resets: [Int]
  /// The labels of attachments.
  let attachments: [Range<Int>]
  let quotations: [Range<Int>]

  /// An explanation of the candidates before `index`.
  private struct Explanation {
    var cost: Double
    var index: Int
    var state: State
    var trace: Int
    var reset: Int
    var attachment: Int
  }

  /// Which states explanations have reached at each candidate, by their keys.
  private struct ReachedStates {
    private var first: [Int32]
    private var entries: [(key: Int, next: Int32)] = []

    init(count: Int) { first = [Int32](repeating: -1, count: count + 1) }

    /// False where the state was reached before.
    mutating func insert(_ key: Int, at index: Int) -> Bool {
      var entry = first[index]
      while entry >= 0 {
        if entries[Int(entry)].key == key { return false }
        entry = entries[Int(entry)].next
      }
      entries.append((key, first[index]))
      first[index] = Int32(entries.count - 1)
      return true
    }
  }

  /// A decision and the trace before it.
  private struct Step {
    let decision: Decision
    let before: Int
  }

  /// How many explanations go on from one candidate at most, and how far back an explanation may begin to differ.
  private static let width = 12
  private static let window = 160

  /// The decision for each candidate.
  func decide() -> [Decision] {
    var steps: [Step] = []
    steps.reserveCapacity(candidates.count)
    var waiting = Waiting()
    var expanded = [UInt8](repeating: 0, count: candidates.count + 1)
    var reached = ReachedStates(count: candidates.count)
    var frontier = 0
    var now = Explanation(
      cost: 0, index: 0, state: State(series: NumberingSeries(hasParagraphs: papers.hasParagraphs)), trace: -1, reset: 0,
      attachment: 0)
    // The cheapest that has come to the end explains the whole.
    while now.index < candidates.count || waiting.least < now.cost {
      // What has become cheaper goes first.
      if waiting.least < now.cost {
        waiting.add(now)
        now = take(&waiting, &steps)
        continue
      }
      frontier = max(frontier, now.index)
      if waiting.isFull { waiting.remove { $0 + Self.window < frontier } }
      var isDone = now.index + Self.window < frontier || expanded[now.index] >= Self.width
      if !isDone {
        let isSettled = now.reset < resets.count && resets[now.reset] <= candidates[now.index].start
        enter(&now)
        if isSettled {
          waiting.removeAll()
        } else {
          isDone = !waiting.isEmpty && !reached.insert(now.state.series.key, at: now.index)
        }
      }
      if isDone, !waiting.isEmpty {
        now = take(&waiting, &steps)
        continue
      }
      expanded[now.index] += 1
      if let decision = plainDecision(now) {
        apply(decision, to: &now, cost: 0, &steps)
        continue
      }
      let options = self.options(now)
      if options.count > 1 { waiting.add(now, options.dropFirst()) }
      apply(options[0].decision, to: &now, cost: options[0].cost, &steps)
    }
    var decisions: [Decision] = []
    decisions.reserveCapacity(candidates.count)
    var at = now.trace
    while at >= 0 {
      decisions.append(steps[at].decision)
      at = steps[at].before
    }
    return decisions.reversed()
  }

  /// The cheapest explanation that waits, with the decision taken that it waits for.
  private func take(_ waiting: inout Waiting, _ steps: inout [Step]) -> Explanation {
    let (origin, option) = waiting.removeCheapest()
    guard let option else { return origin }
    var explanation = origin
    apply(option.decision, to: &explanation, cost: option.cost, &steps)
    return explanation
  }

  /// Explanations that are not the cheapest: each an explanation, and the other decision to take at its candidate, if any.
  private struct Waiting {
    private var origins: [Explanation] = []
    private var costs: [Double] = []
    private var entries: [(origin: Int, option: Option?)] = []
    private(set) var least = Double.infinity
    /// How many may wait before the old ones are looked for; it grows where few are old, so that looking stays cheap beside adding.
    private var limit = 1_500

    var isEmpty: Bool { costs.isEmpty }
    var isFull: Bool { costs.count > limit }

    mutating func add(_ origin: Explanation) {
      origins.append(origin)
      append(origin.cost, nil)
    }

    mutating func add(_ origin: Explanation, _ options: ArraySlice<Option>) {
      origins.append(origin)
      for option in options { append(origin.cost + option.cost, option) }
    }

    private mutating func append(_ cost: Double, _ option: Option?) {
      costs.append(cost)
      entries.append((origins.count - 1, option))
      least = min(least, cost)
    }

    mutating func removeCheapest() -> (Explanation, Option?) {
      var best = 0
      for index in costs.indices where costs[index] < costs[best] { best = index }
      let entry = entries[best]
      costs[best] = costs[costs.count - 1]
      entries[best] = entries[entries.count - 1]
      costs.removeLast()
      entries.removeLast()
      least = costs.min() ?? .infinity
      return (origins[entry.origin], entry.option)
    }

    /// Removes those whose candidate passes a test.
    mutating func remove(_ isOld: (Int) -> Bool) {
      var kept: [Explanation] = []
      var places: [Int: Int] = [:]
      var count = 0
      for index in entries.indices where !isOld(origins[entries[index].origin].index) {
        let origin = entries[index].origin
        let place = places[origin] ?? kept.count
        if place == kept.count {
          kept.append(origins[origin])
          places[origin] = place
        }
        costs[count] = costs[index]
        entries[count] = (place, entries[index].option)
        count += 1
      }
      costs.removeSubrange(count...)
      entries.removeSubrange(count...)
      origins = kept
      limit = max(1_500, 2 * count)
      least = costs.min() ?? .infinity
    }

    mutating func removeAll() {
      origins.removeAll(keepingCapacity: true)
      costs.removeAll(keepingCapacity: true)
      entries.removeAll(keepingCapacity: true)
      least = .infinity
    }
  }

  /// Brings an explanation to its candidate: definitions and attachments that begin before it.
  private func enter(_ now: inout Explanation) {
    let start = candidates[now.index].start
    while now.state.definition < definitions.count, definitions[now.state.definition] <= start {
      if now.state.definition > 0 { _ = now.state.series.closeItems(of: definitions[now.state.definition - 1]) }
      now.state.definition += 1
    }
    while now.reset < resets.count, resets[now.reset] <= start {
      now.state.series.reset()
      now.reset += 1
    }
    while now.attachment < attachments.count, attachments[now.attachment].lowerBound <= start { now.attachment += 1 }
    now.state.series.isInAttachment = now.attachment > 0
    if now.state.hasRecital, !now.state.hasProvision, !recitals.range.contains(start) { now.state.series.reset() }
    while now.state.quotation < quotations.count, quotations[now.state.quotation].upperBound <= start { now.state.quotation += 1 }
  }

  /// Whether a candidate is in the next words quoted from another agreement.
  private func isQuoted(_ candidate: ProvisionCandidate, _ state: State) -> Bool {
    state.quotation < quotations.count && quotations[state.quotation].contains(candidate.start)
  }

  /// The decision where nothing speaks for another: the next number of the innermost series.
  private func plainDecision(_ now: Explanation) -> Decision? {
    let candidate = candidates[now.index]
    let series = now.state.series
    guard let last = series.levels.last, last.style.parts == 1 || candidate.marker.isDotted, candidate.isStrong,
      !candidate.leadsItem, candidate.marker.keyword == .none, now.state.hasProvision,
      !isQuoted(candidate, now.state),
      now.attachment == 0 || candidate.start >= attachments[now.attachment - 1].upperBound,
      series.isPlainNext(candidate)
    else { return nil }
    return .provision(Placement(parentDepth: series.levels.count - 1, style: last.style, values: candidate.marker.values))
  }

  private struct Option {
    let decision: Decision
    let cost: Double
  }

  /// What the candidate of an explanation may be, the likeliest first.
  private func options(_ now: Explanation) -> [Option] {
    let candidate = candidates[now.index]
    let state = now.state
    if now.attachment > 0, candidate.start < attachments[now.attachment - 1].upperBound {
      return [Option(decision: .refuse(.partOfAttachment), cost: 0)]
    }
    if recitals.parties.contains(candidate.start) { return [Option(decision: .refuse(.party), cost: 0)] }
    if recitals.range.contains(candidate.start), !state.hasProvision, now.reset == 0 { return recitalOptions(state, now.index) }
    if isQuoted(candidate, state) {
      // Inside words quoted from another agreement only the series outside may go on.
      guard let placement = state.series.place(candidates, now.index), placement.parentDepth < state.series.levels.count,
        state.series.levels[placement.parentDepth].style == placement.style, state.series.goesOn(placement)
      else {
        let cost = NumberingCosts.refusing(candidate) * NumberingCosts.shareInQuotation
        return [Option(decision: .refuse(.quotation), cost: cost)]
      }
      return [Option(decision: .provision(placement), cost: 0)]
    }
    if papers.begins(candidates, now.index, behind: state.lastParagraph, state.series),
      let placement = NumberingSeries(hasParagraphs: papers.hasParagraphs).place(candidates, now.index)
    {
      return [Option(decision: .paper(placement), cost: 0)]
    }
    return state.series.options(candidates, now.index).map { option in
      guard let placement = option.placement, candidate.lead != .afterHeading || placement.values == [1] else {
        return Option(decision: .refuse(.noPlace), cost: option.cost)
      }
      return Option(decision: .provision(placement), cost: option.cost)
    }
  }

  /// A recital: lettered or numbered at a paragraph's head or behind a sentence, `RECITALS: A. The Seller owns …`.
  private func recitalOptions(_ state: State, _ index: Int) -> [Option] {
    let candidate = candidates[index]
    let marker = candidate.marker
    guard
      candidate.isStrong || candidate.lead == .sentence || candidate.lead == .columns
        || candidate.lead == .clause && marker.parts[0].kind == .upperLetter,
      marker.keyword == .none,
      marker.close != .none || marker.isDotted || marker.isBareLetter && marker.parts[0].kind == .upperLetter
    else { return [Option(decision: .refuse(.noPlace), cost: 0)] }
    let options = state.series.options(candidates, index).map { option in
      Option(decision: option.placement.map { .recital($0) } ?? .refuse(.noPlace), cost: option.cost)
    }
    if case .recital = options[0].decision { return options }
    // One recital alone, or letters that a series in running text would have to prove.
    let next = (state.series.levels.first?.value ?? 0) + 1
    guard
      let numeral = [marker.parts[0], marker.alternate].compactMap({ $0 }).first(where: {
        $0.value == next || next > 1 && $0.value == next - 1
      })
    else { return options }
    let style =
      state.series.levels.first?.style
      ?? NumberingSeries.Style(
        keyword: .none, form: .init(numeral.kind), opened: marker.opened, bracket: marker.close == .bracket, parts: 1)
    let placement = Placement(parentDepth: 0, style: style, values: NumberPath(numeral.value))
    return [Option(decision: .recital(placement), cost: 0)]
  }

  private func apply(_ decision: Decision, to explanation: inout Explanation, cost: Double, _ steps: inout [Step]) {
    let candidate = candidates[explanation.index]
    switch decision {
    case .refuse: break
    case .recital(let placement):
      explanation.state.series.enter(placement, id: -1, candidate)
      explanation.state.hasRecital = true
    case .provision(let placement):
      explanation.state.series.enter(placement, id: -1, candidate)
      explanation.state.hasProvision = true
      explanation.state.lastParagraph = candidate.paragraph
      // There the quotation has ended.
      if isQuoted(candidate, explanation.state) { explanation.state.quotation += 1 }
    case .paper(let placement):
      explanation.state.series.reset()
      explanation.state.series.enter(placement, id: -1, candidate)
      explanation.state.hasProvision = true
      explanation.state.lastParagraph = candidate.paragraph
    }
    steps.append(Step(decision: decision, before: explanation.trace))
    explanation.trace = steps.count - 1
    explanation.cost += cost
    explanation.index += 1
  }
}
