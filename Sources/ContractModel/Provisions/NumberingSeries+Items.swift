/// Where items go: letters, Roman numerals and bracketed numbers, `(a)`, `(iv)`, `(2)`, which go on with an open list or open one.
extension NumberingSeries {
  func placeItem(_ candidates: [ProvisionCandidate], _ index: Int) -> Placement? {
    let candidate = candidates[index]
    let marker = candidate.marker
    func reading(_ numeral: Numeral) -> (form: Style.Form, value: Int) { (Style.Form(numeral.kind), numeral.value) }
    let readings = marker.alternate.map { [reading(marker.parts[0]), reading($0)] } ?? [reading(marker.parts[0])]
    func style(_ form: Style.Form) -> Style {
      Style(keyword: marker.keyword, form: form, opened: marker.opened, bracket: marker.close == .bracket, parts: 1)
    }
    // Goes on with an open series, the innermost first; a letter that is also a numeral goes where its neighbours go.
    var continuations: [Placement] = []
    for at in levels.indices.reversed() {
      for reading in readings
      where levels[at].value + 1 == reading.value
        && (levels[at].style == style(reading.form) || marker.isBareLetter && levels[at].style.form == reading.form)
      {
        continuations.append(Placement(parentDepth: at, style: levels[at].style, values: [reading.value]))
      }
    }
    if marker.isBareLetter { return continuations.first }
    let opens = readings.first { $0.value == 1 }
    if let opens, opens.form == .lowerRoman || opens.form == .upperRoman, let letter = continuations.first {
      // `(i)` behind `(h)`: the numeral when `(ii)` comes before `(j)`.
      if sooner(candidates, index, roman: 2, letter: letter.values[0] + 1, marker) == .roman {
        return open(candidates, index, style(opens.form))
      }
      return letter
    }
    if continuations.count > 1, readings.count > 1 {
      let roman = continuations.first { $0.style.form == .lowerRoman || $0.style.form == .upperRoman }
      let letter = continuations.first { $0.style.form == .lowerLetter || $0.style.form == .upperLetter }
      if let roman, let letter {
        return sooner(candidates, index, roman: roman.values[0] + 1, letter: letter.values[0] + 1, marker) == .letter
          ? letter : roman
      }
    }
    if let first = continuations.first {
      guard mayStandInRunningText(candidate) else { return nil }
      return first
    }
    if let opens {
      return open(candidates, index, style(opens.form))
    }
    guard candidate.isStrong else { return nil }
    // Part of a longer paper: the list begins where another ended, at 24) or (d), and goes on.
    if levels.isEmpty, candidate.lead == .paragraph, let reading = readings.first, reading.form == .bracketedArabic,
      follows(candidates, index, reading.form, reading.value + 1), follows(candidates, index, reading.form, reading.value + 2)
    {
      return Placement(parentDepth: 0, style: style(reading.form), values: [reading.value])
    }
    // A gap of one or two, as drafts have.
    for at in levels.indices.reversed() {
      for reading in readings where levels[at].style == style(reading.form) {
        let step = reading.value - levels[at].value
        if step == 2 || step == 3 && follows(candidates, index, reading.form, reading.value + 1)
          || step == 0 && levels.count == at + 1 && follows(candidates, index, reading.form, reading.value + 1)
        {
          return Placement(parentDepth: at, style: levels[at].style, values: [reading.value])
        }
      }
    }
    // `(b)` whose `(a)` ran in somewhere in the paragraph before.
    if let reading = readings.first(where: { $0.value == 2 }), !levels.contains(where: { $0.style == style(reading.form) }),
      marker.opened || marker.close == .bracket
    {
      guard candidate.lead == .paragraph else { return nil }
      return follows(candidates, index, reading.form, 3)
        ? Placement(parentDepth: levels.count, style: style(reading.form), values: [2]) : nil
    }
    return nil
  }

  private func mayStandInRunningText(_ candidate: ProvisionCandidate) -> Bool {
    switch candidate.lead {
    case .paragraph, .afterNumber, .sentence, .columns: true
    case .clause: levels.last.map { $0.style.opened || $0.style.bracket } ?? false
    case .afterHeading, .midSentence: false
    }
  }

  private func open(_ candidates: [ProvisionCandidate], _ index: Int, _ style: Style) -> Placement? {
    let candidate = candidates[index]
    let followed = follows(candidates, index, style.form, 2)
    switch candidate.lead {
    case .paragraph, .afterNumber: break
    case .afterHeading:
      guard followed || candidate.heading != nil else { return nil }
    case .sentence, .clause, .columns:
      guard followed, runningSiblingIsSentence(candidates, index, style.form) else { return nil }
    case .midSentence: return nil
    }
    // A series of the same style that is still open begins anew beside its old self.
    if let at = levels.lastIndex(where: { $0.style == style }) {
      guard followed || candidate.lead == .paragraph && levels.count == at + 1 && levels[at].value > 1 else {
        return nil
      }
      // `(1)` below `(2)`: one level further in when the outer series goes on later.
      if !candidate.isBelowCaption, levels[at].value >= 1, laterValue(candidates, index, style.form, levels[at].value + 1),
        !restartsBeside(candidates, index, style, levels[at].value + 1)
      {
        return Placement(parentDepth: levels.count, style: style, values: [1])
      }
      return Placement(parentDepth: at, style: style, values: [1])
    }
    if !followed, style.form == .upperLetter || style.form == .upperRoman, !style.opened, levels.isEmpty { return nil }
    // Capital Roman numerals and letters with a period that come after deeper levels are closed stand at the top when nothing else does.
    return Placement(parentDepth: openBelow(candidate), style: style, values: [1])
  }

  /// How many levels stay open above a series that begins here: those whose items are indented no further than this one.
  func openBelow(_ candidate: ProvisionCandidate) -> Int {
    var parentDepth = levels.count
    guard candidate.lead == .paragraph else { return parentDepth }
    while parentDepth > 1, levels[parentDepth - 1].indent > candidate.indent + 3, levels[parentDepth - 1].style.form != .decimal {
      parentDepth -= 1
    }
    return parentDepth
  }
}
