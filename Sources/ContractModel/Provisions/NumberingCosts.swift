/// What each decision about a number costs; the cheapest sum explains a text (`OutlineDecoder`).
///
/// A provision that goes on with an open series costs nothing. One refused number that plainly begins a provision costs more than one odd
/// step, so that a slip is taken as it is printed, and less than two, so that it never costs the provisions behind it.
enum NumberingCosts {
  /// A dotted number, or one with a keyword, that begins a paragraph and is no provision: `4.2 The Seller …`, `Section 9. …`.
  static let refusedNumber = 1.5
  /// A lone number, a letter or a bracketed number so refused: `4. …`, `(b) …`.
  static let refusedItem = 1.2
  /// A number refused that has a heading, on top: `4.2 Price. …`.
  static let refusedHeading = 0.5
  /// A figure without a mark before a heading, refused: `4 Price`.
  static let refusedFigure = 0.8
  /// The number 1 refused before any other was taken, on top.
  static let refusedFirst = 1.5
  /// A number refused behind another on its line: the (a) of `4.2(a)`.
  static let refusedSecond = 0.6
  /// Each number left out in a series, `4` behind `2`.
  static let skipped = 0.35
  /// The most that numbers left out cost.
  static let mostSkipped = 1.5
  /// The same number again: `9.`, `9.`.
  static let repeated = 0.9
  /// A series that falls back to a number it had: `10.1` behind `14.3`.
  static let fallenBack = 1.4
  /// A series that begins with another number than its first.
  static let lateStart = 0.9
  /// A number that has no place by the rules of its kind, on top.
  static let irregular = 0.9
  /// A dotted number whose first parts are not those of an open provision: `6.1` where no 6 was seen.
  static let withoutParent = 0.6
  /// A number behind a colon, a semicolon or words that would go on with a series of paragraphs, refused: the (b) of a list within (a).
  static let refusedInSentence = 0.5
  /// What refusing a number in words quoted from another paper costs of what it costs elsewhere.
  static let shareInQuotation = 0.5
  /// A list that goes on counting below the next clause: (c) below 2 behind (a) and (b) below 1.
  static let countedOn = 0.5
  /// A series at another level than the nearest.
  static let otherLevel = 0.7
  /// A provision with a heading below an item without one: `A. TERMS FOR TRIAL` below `(c) that you try out.`.
  static let headingBelowItem = 0.8
  /// A series right below one of its own look: `1.` below `3.`.
  static let belowItsLook = 0.3
  /// Another reading than the likelier: `(i)` as the letter behind (h).
  static let otherReading = 0.5

  /// A capital letter in a list of small ones: the I of h., I., j.
  static let otherCase = 0.3

  /// The cost of saying that a candidate begins nothing.
  ///
  /// A number that leads an item's costs nothing where its provision is open: the 2 of `2.B.`.
  static func refusing(_ candidate: ProvisionCandidate) -> Double {
    let marker = candidate.marker
    guard candidate.isStrong else { return 0 }
    if candidate.lead == .afterNumber { return refusedSecond }
    if marker.close == .none, !marker.opened, marker.keyword == .none, !marker.isDotted {
      return candidate.heading == nil ? 0 : refusedFigure
    }
    let isNumber = marker.isDotted || marker.keyword != .none
    return (isNumber ? refusedNumber : refusedItem) + (candidate.heading == nil ? 0 : refusedHeading)
  }
}

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
      for other in irregularPlacements(candidate) {
        options.append(Option(placement: other, cost: cost(other, candidate) + NumberingCosts.irregular))
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
    guard let lastItem, let parent = levels.last, parent.style.form == .decimal, marker.opened == lastItem.style.opened,
      (marker.close == .bracket) == lastItem.style.bracket, marker.keyword == lastItem.style.keyword, !marker.isDotted,
      marker.mayRead({ $0.value == lastItem.value + 1 && Self.form($0, marker) == lastItem.style.form })
    else { return nil }
    return Placement(parentDepth: levels.count, style: lastItem.style, values: NumberPath(lastItem.value + 1))
  }

  /// The form of a lone number's series: figures without brackets are one, with brackets another.
  private static func form(_ numeral: Numeral, _ marker: ProvisionMarker) -> Style.Form {
    numeral.kind == .arabic && !marker.opened && marker.close != .bracket || marker.keyword != .none && numeral.kind == .word
      ? .decimal : Style.Form(numeral.kind)
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
    return cost
  }

  /// Where a number that fits nowhere by the rules of its kind could stand: with an open series of its look, or below what its first
  /// parts name.
  private func irregularPlacements(_ candidate: ProvisionCandidate) -> [Placement] {
    let marker = candidate.marker
    // Amounts in a table, `200.00`, and numbers without words.
    guard marker.values[0] < 100, candidate.heading != nil || candidate.end - marker.textStart > 12 else { return [] }
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
      let form = Self.form(numeral, marker)
      let isDecimal = form == .decimal
      let style = Style(
        keyword: marker.keyword, form: form, opened: !isDecimal && marker.opened, bracket: !isDecimal && marker.close == .bracket,
        parts: 1)
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
