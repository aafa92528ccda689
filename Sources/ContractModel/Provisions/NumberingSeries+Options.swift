/// What a number may be beside the likeliest, and what each way costs: `4.` behind `2.` as a slip, as a list of its own, or as no provision.
extension NumberingSeries {
  /// A way to take a number, or to refuse it, with its cost.
  struct Option {
    let placement: Placement?
    let cost: Double
  }

  /// What a candidate may be, the likeliest first.
  func options(_ candidates: [ProvisionCandidate], _ index: Int) -> [Option] {
    let candidate = candidates[index]
    let refusal = NumberingCosts.refusing(candidate)
    guard let first = place(candidates, index) else {
      var options = [Option(placement: nil, cost: candidate.leadsItem ? 0 : refusal)]
      guard candidate.isStrong, !candidate.leadsItem, refusal > 0 else { return options }
      if let counted = countedOn(candidate) { options.append(Option(placement: counted, cost: NumberingCosts.countedOn)) }
      if let other = goesOnInOtherWords(candidate) { options.append(Option(placement: other, cost: NumberingCosts.otherKeyword)) }
      for other in irregularPlacements(candidate) {
        options.append(
          Option(placement: other, cost: cost(other, candidate) + NumberingCosts.irregular * share(candidate)))
      }
      return options
    }
    var options = [Option(placement: first, cost: cost(first, candidate))]
    guard candidate.isStrong else {
      let isList = candidate.lead == .clause || candidate.lead == .midSentence
      if isList && goesOn(first) && levels[first.parentDepth].isStrong || candidate.lead == .midSentence && !goesOn(first) {
        options.append(Option(placement: nil, cost: NumberingCosts.refusedInSentence))
      }
      return options
    }
    let isNext = goesOn(first)
    let opens = !isNext && first.values[first.values.count - 1] <= 1
    if !isNext || first.parentDepth + 1 < levels.count {
      options.append(Option(placement: nil, cost: refusal + (opens && levels.isEmpty ? NumberingCosts.refusedFirst : 0)))
    }
    if opens, !candidate.marker.isDotted {
      // The same series at another level.
      for depth in 0...levels.count where depth != first.parentDepth {
        if levels[..<depth].contains(where: { $0.style == first.style }) { break }
        let other = Placement(parentDepth: depth, style: first.style, values: first.values)
        options.append(Option(placement: other, cost: cost(other, candidate) + NumberingCosts.otherLevel))
      }
    }
    if !candidate.marker.isDotted {
      // Another open series that it goes on with.
      for at in levels.indices where at != first.parentDepth || !isNext {
        let level = levels[at]
        guard level.style.keyword == candidate.marker.keyword, level.style.parts == 1,
          candidate.marker.mayRead({ $0.value == level.value + 1 && Self.isRead($0, candidate.marker, as: level.style.form) }),
          level.style.form == .decimal
            || level.style.opened == candidate.marker.opened && level.style.bracket == (candidate.marker.close == .bracket)
        else { continue }
        let other = Placement(parentDepth: at, style: level.style, values: NumberPath(level.value + 1))
        let isSameCase = candidate.marker.mayRead { Self.form($0, candidate.marker) == level.style.form }
        options.append(
          Option(
            placement: other,
            cost: cost(other, candidate) + (isSameCase ? NumberingCosts.otherReading : NumberingCosts.otherCase)))
      }
    }
    return options
  }

  /// Where an item stands that goes on with the list of the clause before.
  private func countedOn(_ candidate: ProvisionCandidate) -> Placement? {
    let marker = candidate.marker
    guard let lastItem, let parent = levels.last, parent.style.form == .decimal, !marker.isDotted,
      marker.mayRead({ $0.value == lastItem.value + 1 && Self.style($0, marker) == lastItem.style })
    else { return nil }
    return Placement(parentDepth: levels.count, style: lastItem.style, values: NumberPath(lastItem.value + 1))
  }

  /// Where a titled number stands that goes on with a series under another keyword or none: `3. Fees.` behind `Section 2. Loans.`
  private func goesOnInOtherWords(_ candidate: ProvisionCandidate) -> Placement? {
    let marker = candidate.marker
    guard candidate.heading != nil, candidate.lead == .paragraph, !marker.isDotted, !marker.opened, marker.close != .bracket,
      marker.close != .none || marker.keyword != .none, Self.form(marker.parts[0], marker) == .decimal,
      let at = levels.lastIndex(where: {
        $0.style.form == .decimal && $0.style.parts == 1 && $0.style.keyword != marker.keyword
          && $0.value + 1 == marker.parts[0].value && $0.isTitled
      })
    else { return nil }
    return Placement(parentDepth: at, style: levels[at].style, values: NumberPath(marker.parts[0].value))
  }

  /// The form of a lone number's series: figures without brackets are one, with brackets another.
  private static func form(_ numeral: Numeral, _ marker: ProvisionMarker) -> Style.Form {
    numeral.kind == .arabic && !marker.opened && marker.close != .bracket || marker.keyword != .none && numeral.kind == .word
      ? .decimal : Style.Form(numeral.kind)
  }

  /// The look of the series that a lone number reads as.
  private static func style(_ numeral: Numeral, _ marker: ProvisionMarker) -> Style {
    let form = form(numeral, marker)
    let isDecimal = form == .decimal
    return Style(
      keyword: marker.keyword, form: form, opened: !isDecimal && marker.opened, bracket: !isDecimal && marker.close == .bracket,
      parts: 1)
  }

  /// Whether a numeral goes with a series of a form, a capital in a list of small letters too: h., I., j.
  private static func isRead(_ numeral: Numeral, _ marker: ProvisionMarker, as form: Style.Form) -> Bool {
    let own = Self.form(numeral, marker)
    return own == form || own == .upperLetter && form == .lowerLetter
  }

  /// Whether a placement is the next number of an open series.
  func goesOn(_ placement: Placement) -> Bool {
    guard placement.parentDepth < levels.count else { return false }
    let level = levels[placement.parentDepth]
    return level.style.form == placement.style.form && level.values.count == placement.values.count
      && level.values.parent == placement.values.parent && level.value + 1 == placement.values[placement.values.count - 1]
  }

  /// The share of the costs of its step that a candidate bears: little right below a caption of the body, where a number has a heading.
  private func share(_ candidate: ProvisionCandidate) -> Double {
    candidate.isBelowCaption && candidate.heading != nil && !isInAttachment ? NumberingCosts.shareBelowCaption : 1
  }

  /// What it costs to take a candidate at a placement.
  private func cost(_ placement: Placement, _ candidate: ProvisionCandidate) -> Double {
    if goesOn(placement) { return 0 }
    let value = placement.values[placement.values.count - 1]
    var cost = 0.0
    if placement.parentDepth < levels.count, levels[placement.parentDepth].style == placement.style,
      levels[placement.parentDepth].values.parent == placement.values.parent, value > 1
    {
      let step = value - levels[placement.parentDepth].value
      cost +=
        step == 0
        ? (candidate.marker.suffix == nil ? NumberingCosts.repeated : 0)
        : step < 0 ? NumberingCosts.fallenBack : min(NumberingCosts.mostSkipped, Double(step - 1) * NumberingCosts.skipped)
    } else if value > 1 {
      cost += NumberingCosts.lateStart
    }
    if placement.values.count > 1, !levels.contains(where: { $0.values == placement.values.parent }) {
      cost += NumberingCosts.withoutParent
      if levels.isEmpty, value <= 1, placement.values[0] > 1 { cost += NumberingCosts.lateStart }
    }
    if placement.parentDepth > 0 {
      let parent = levels[placement.parentDepth - 1]
      if candidate.heading != nil, !parent.isTitled, parent.style.form != .decimal { cost += NumberingCosts.headingBelowItem }
      if parent.style == placement.style { cost += NumberingCosts.belowItsLook }
    }
    return cost * share(candidate)
  }

  /// Where a number that fits nowhere by the rules of its kind could stand: with an open series of its look, or below what its first
  /// parts name.
  private func irregularPlacements(_ candidate: ProvisionCandidate) -> [Placement] {
    let marker = candidate.marker
    // Amounts in a table, `200.00`, and numbers without words.
    guard marker.values[0] < 100,
      candidate.heading != nil || candidate.end - marker.textStart > 12
        || marker.keyword != .none && marker.textStart >= candidate.end
    else { return [] }
    var placements: [Placement] = []
    if marker.isDotted {
      let style = Style(keyword: marker.keyword, form: .decimal, opened: false, bracket: false, parts: marker.parts.count)
      let values = marker.values
      if let at = levels.lastIndex(where: { $0.style.form == .decimal && $0.values.count == values.count }) {
        placements.append(Placement(parentDepth: at, style: style, values: values))
      } else if let at = levels.lastIndex(where: { $0.style.form == .decimal && $0.values == values.parent }) {
        placements.append(Placement(parentDepth: at + 1, style: style, values: values))
      } else if let at = levels.lastIndex(where: { $0.style.form == .decimal && $0.values.count < values.count }) {
        placements.append(Placement(parentDepth: at + 1, style: style, values: values))
      } else {
        placements.append(Placement(parentDepth: 0, style: style, values: values))
      }
      return placements
    }
    for numeral in [marker.parts[0], marker.alternate].compactMap({ $0 }) {
      let style = Self.style(numeral, marker)
      if let at = levels.lastIndex(where: { $0.style == style }) {
        placements.append(Placement(parentDepth: at, style: style, values: NumberPath(numeral.value)))
      } else if numeral.value == 1 {
        placements.append(Placement(parentDepth: levels.count, style: style, values: NumberPath(1)))
        if !levels.isEmpty { placements.append(Placement(parentDepth: 0, style: style, values: NumberPath(1))) }
      }
    }
    return placements
  }
}
