/// What the candidates further on say of a number: whether its series goes on, or another does.
extension NumberingSeries {
  enum Reading { case roman, letter, neither }

  func sooner(_ candidates: [ProvisionCandidate], _ index: Int, roman: Int, letter: Int, _ marker: ProvisionMarker)
    -> Reading
  {
    // Lists that begin anew inside the text of this item: their `(ii)` is not its.
    let isParagraph = candidates[index].lead == .paragraph
    var inner = 0
    for next in candidates[(index + 1)...].prefix(60) {
      if isParagraph, endsOuter(next) { return .neither }
      guard next.marker.opened == marker.opened, next.marker.close == marker.close, next.marker.keyword == marker.keyword,
        !next.marker.isDotted
      else { continue }
      func reads(_ value: Int, as forms: Style.Form...) -> Bool {
        next.marker.mayRead { $0.value == value && forms.contains(Style.Form($0.kind)) }
      }
      if reads(roman, as: .lowerRoman, .upperRoman) {
        if inner == 0 { return .roman }
        inner -= 1
      } else if isParagraph, roman == 2, reads(1, as: .lowerRoman, .upperRoman) {
        inner += 1
      }
      if reads(letter, as: .lowerLetter, .upperLetter) { return .letter }
    }
    return .neither
  }

  /// Whether the number after `values` comes soon, before its article ends.
  func successorFollows(_ candidates: [ProvisionCandidate], _ index: Int, _ values: NumberPath, bare: Bool = false) -> Bool {
    var wanted = values
    wanted[wanted.count - 1] += 1
    let marker = candidates[index].marker
    for next in candidates[(index + 1)...].prefix(80) {
      if next.marker.keyword == .article, marker.keyword != .article, values.count > 1 { return false }
      if bare, next.marker.close != .none { continue }
      if next.marker.values == wanted, next.marker.opened == marker.opened,
        next.marker.keyword == marker.keyword || values.count > 1,
        next.marker.parts[0].kind.isArabic == marker.parts[0].kind.isArabic, next.lead != .midSentence || values.count > 1
      {
        return true
      }
    }
    return false
  }

  /// Whether a number in running text takes its series up again behind one that was lost: titled, at a sentence's start, with the
  /// next to come.
  func resumesAfterLostNumber(_ candidates: [ProvisionCandidate], _ index: Int, _ values: NumberPath) -> Bool {
    let candidate = candidates[index]
    return (candidate.lead == .sentence || candidate.lead == .columns) && candidate.heading != nil
      && successorFollows(candidates, index, values)
  }

  /// Whether a number in running text begins a series whose first was lost: at a sentence's start, with the next two to come.
  func startsAfterLostFirst(_ candidates: [ProvisionCandidate], _ index: Int, _ values: NumberPath) -> Bool {
    let lead = candidates[index].lead
    guard lead == .sentence || lead == .clause || lead == .columns, successorFollows(candidates, index, values) else {
      return false
    }
    var next = values
    next[next.count - 1] += 1
    return successorFollows(candidates, index, next)
  }

  /// Whether the very next number is this one's first child: `… as follows: 1. DEFINITIONS.`, then `1.1 Fees. …`.
  func firstChildFollows(_ candidates: [ProvisionCandidate], _ index: Int) -> Bool {
    guard index + 1 < candidates.count, let value = candidates[index].marker.values.first else { return false }
    let next = candidates[index + 1]
    return next.isStrong && next.marker.values == [value, 1]
  }

  func numberFollows(_ candidates: [ProvisionCandidate], _ index: Int, _ value: Int, before stop: Int) -> Bool {
    for next in candidates[(index + 1)...].prefix(60)
    where next.marker.keyword == candidates[index].marker.keyword && next.isStrong && !next.marker.isDotted
      && next.marker.parts[0].kind.isArabic && !next.marker.opened
    {
      if next.marker.parts[0].value == value { return true }
      if next.marker.parts[0].value == stop { return false }
    }
    return false
  }

  /// Whether the series at the top goes on behind a list of its look that a candidate begins: 4. behind 1. and 2. below 3.
  func topGoesOn(_ candidates: [ProvisionCandidate], _ index: Int) -> Bool {
    guard let top = levels.first else { return false }
    var last = 1
    for next in candidates[(index + 1)...].prefix(60) {
      let value = next.marker.parts[0].value
      guard next.isStrong, matches(next, candidates[index].marker, .bracketedArabic, value) else { continue }
      if value == 1 { return false }
      if value == last + 1 {
        // It may be either's.
        if value == top.value + 1, top.isTitled, next.heading != nil, candidates[index].heading == nil { return true }
        last = value
      } else if value == top.value + 1 {
        return true
      }
    }
    return false
  }

  func matches(_ next: ProvisionCandidate, _ marker: ProvisionMarker, _ form: Style.Form, _ value: Int) -> Bool {
    guard next.marker.opened == marker.opened, next.marker.close == marker.close, next.marker.keyword == marker.keyword,
      !next.marker.isDotted
    else { return false }
    return next.marker.mayRead { $0.value == value && Style.Form($0.kind) == form }
  }

  /// Whether the next value of an item series comes before the provision around it ends.
  func follows(_ candidates: [ProvisionCandidate], _ index: Int, _ form: Style.Form, _ value: Int) -> Bool {
    let marker = candidates[index].marker
    for next in candidates[(index + 1)...].prefix(60) {
      if matches(next, marker, form, value), next.lead != .midSentence { return true }
      if endsOuter(next) { return false }
    }
    return false
  }

  /// Whether the numbered provision that is open ends here: an article or its successor begins.
  private func endsOuter(_ next: ProvisionCandidate) -> Bool {
    guard next.isStrong else { return false }
    if next.marker.keyword == .article { return true }
    guard let outer = levels.last(where: { $0.style.form == .decimal }) else { return false }
    return next.marker.parts[0].kind.isArabic && !next.marker.opened && next.marker.close != .bracket
      && next.marker.values.count == outer.values.count && next.marker.values.last == outer.value + 1
  }

  func laterValue(_ candidates: [ProvisionCandidate], _ index: Int, _ form: Style.Form, _ value: Int) -> Bool {
    value > 2 ? follows(candidates, index, form, value) : false
  }

  /// Whether a series that restarts counts past the old value before a break: then it is the same level begun anew.
  func restartsBeside(_ candidates: [ProvisionCandidate], _ index: Int, _ style: Style, _ value: Int) -> Bool {
    var want = 2
    for next in candidates[(index + 1)...].prefix(60) {
      if matches(next, candidates[index].marker, style.form, want) {
        if want == value { return true }
        want += 1
      } else if matches(next, candidates[index].marker, style.form, value) {
        return false
      }
    }
    return false
  }

  /// Whether a list in running text is one of provisions: its second item begins a sentence, or it has four items and more.
  ///
  /// Where the file says itself what a paragraph is, a list inside a sentence is none however long.
  func runningSiblingIsSentence(_ candidates: [ProvisionCandidate], _ index: Int, _ form: Style.Form) -> Bool {
    let marker = candidates[index].marker
    var value = 2
    for next in candidates[(index + 1)...].prefix(24) where matches(next, marker, form, value) && next.lead != .midSentence {
      if value == 2, next.lead == .sentence || next.lead == .columns || next.lead == .paragraph { return true }
      if value == 4 { return !hasParagraphs }
      value += 1
    }
    return false
  }
}
