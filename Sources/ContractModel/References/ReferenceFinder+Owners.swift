/// Whose provision a reference means, by what the words right around it do not say: what the last of several says for all, a law or a paper
/// that is named before it, words that change it.
extension ReferenceFinder {
  /// Whether no sentence ends in a stretch of the text.
  func isOneSentence(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count < 160
      && !range.contains {
        span[$0] == Ascii.period && span.byte($0 + 1) == Ascii.space && span.byte($0 + 2).isUpper || span[$0] == Ascii.lineFeed
      }
  }

  /// What the last of several says for all: "Section 13 or Section 15(d) of the Exchange Act", "Article 3, Section 3.7 of the Definitions".
  func sharedOwner(_ span: Span<UInt8>, _ words: ReferenceWords, _ limit: Int) -> ReferenceOwner.Claim? {
    var end = words.range.upperBound
    for _ in 0..<8 {
      var at = span.skipSpaces(end)
      // "Article 9 (Survival) and Sections 11.2 (Copies) and 11.3 (Costs) of the Merger Agreement"
      if at < limit, span[at] == Ascii.open, let close = ReferenceOwner.closing(span, at, limit), close - at < 100 {
        end = close + 1
        at = span.skipSpaces(end)
      }
      // "Annex 1A, Annex 1B and Annex II of the Addendum"
      if at < limit, span[at] == Ascii.comma,
        let next = ReferenceGrammar.parse(span, span.skipSpaces(behindAnd(span, at + 1)), limit),
        next.keyword == words.keyword
      {
        at = behindAnd(span, at + 1)
      }
      // "Article VIII or Section 7.1(c) thereof"
      var isJoined = false
      for joint: StaticString in ["or ", "and "] where span.matches(joint, at: at) {
        at += joint.utf8CodeUnitCount
        isJoined = true
      }
      let isFiner = at == end && at < limit && span[at] == Ascii.comma && (words.keyword == .article || words.keyword == .part)
      if isFiner { at = span.skipSpaces(at + 1) }
      guard at > span.skipSpaces(end), let next = ReferenceGrammar.parse(span, at, limit),
        next.keyword == words.keyword || isFiner && next.keyword == .section
          || isJoined && !next.isAttachment && !words.isAttachment && next.keyword != .statute
      else { return nil }
      switch ReferenceOwner.claim(span, next, limit: limit) {
      case .other(let name): return isOwn(span, name) ? nil : .other(name)
      case .otherDocument: return .otherDocument
      case .this: return nil
      case .unspecified: end = next.range.upperBound
      }
    }
    return nil
  }

  /// Over blanks and an "and" or "or".
  func behindAnd(_ span: Span<UInt8>, _ start: Int) -> Int {
    let at = span.skipSpaces(start)
    for joint: StaticString in ["and ", "or "] where span.matches(joint, at: at) {
      return span.skipSpaces(at + joint.utf8CodeUnitCount)
    }
    return at
  }

  /// Whether another document is named right before: "provisions of the Supply Agreement, including Section 9".
  func namedJustBefore(_ span: Span<UInt8>, _ start: Int) -> Bool {
    var at = start
    while at > 0, span[at - 1] == Ascii.space { at -= 1 }
    for word: StaticString in [
      "agreement, including", "plan, including", "lease, including", "contract, including", "agreement, specifically",
      "agreement, namely",
    ]
    where span.matches(word, at: at - word.utf8CodeUnitCount) {
      // "this Award Agreement, including"
      var end = at - word.utf8CodeUnitCount
      for _ in 0..<4 where end > 0 {
        if span.matchesWord("this", endingAt: end - 1) { return false }
        end -= 1
        while end > 0, span[end - 1].isWord { end -= 1 }
      }
      return true
    }
    return lawOrForm(span, start, at)
  }

  /// Whether a policy, a law or a standard form is named right before: "Seller Policy, section 7", "Consumer Rights Act 2015 (sections 19
  /// to 22)", "NEC4 clause 60.1".
  private func lawOrForm(_ span: Span<UInt8>, _ start: Int, _ before: Int) -> Bool {
    var end = before
    let isApart = end > 1 && (span[end - 1] == Ascii.comma || span[end - 1] == Ascii.open)
    if isApart {
      end -= 1
      while end > 0, span[end - 1] == Ascii.space { end -= 1 }
    }
    var word = end
    while word > 0, span[word - 1].isWord { word -= 1 }
    guard word < end, span[start].isLower || isApart else { return false }
    if !isApart {
      // `NEC4`, `UCP 600`: capitals with figures.
      var first = word
      if (word..<end).allSatisfy({ span[$0].isDigit }), word > 1, span[word - 1] == Ascii.space {
        first = word - 1
        while first > 0, span[first - 1].isWord { first -= 1 }
      }
      let letters = (first..<end).prefix { span[$0].isUpper }.count
      return letters >= 2 && span[end - 1].isDigit
        && (first..<end).allSatisfy { span[$0].isUpper || span[$0].isDigit || span[$0] == Ascii.space }
    }
    var name = word
    if end - word == 4, (word..<end).allSatisfy({ span[$0].isDigit }), word > 1 {
      // "Act 2015"
      name = word - 1
      while name > 0, span[name - 1].isWord { name -= 1 }
      return span.matchesWord("act", at: name) && span[name].isUpper
    }
    guard span[name].isUpper, Self.policies.contains(span, name..<end), name > 1, span[name - 1] == Ascii.space else {
      return false
    }
    var first = name - 1
    while first > 0, span[first - 1].isWord { first -= 1 }
    return span[first].isUpper && !span.matchesWord("this", at: first) && !names.own.contains(TermName.key(span, first..<end))
  }

  private static let policies = WordSet(
    "policy", "notice", "code", "handbook", "guidelines", "rules", "manual", "charter", "regulations", "statutes")

  func precededByThis(_ span: Span<UInt8>, _ start: Int) -> Bool {
    var at = start
    while at > 0, span[at - 1] == Ascii.space { at -= 1 }
    return span.matchesWord("this", endingAt: at)
  }

  func saidBefore(_ span: Span<UInt8>, _ start: Int) -> Bool {
    var at = start
    while at > 0, span[at - 1] == Ascii.space { at -= 1 }
    return span.matchesWord("said", endingAt: at) || span.matchesWord("such", endingAt: at)
  }

  /// `Section 9, Confidential Information` where our 9 bears another heading.
  func titleDisagrees(_ span: Span<UInt8>, _ words: ReferenceWords, _ id: Int) -> Bool {
    var at = span.skipSpaces(words.range.upperBound)
    guard at < span.count, span[at] == Ascii.comma || span[at] == Ascii.open else { return false }
    at = span.skipSpaces(at + 1)
    guard at < span.count, span[at].isUpper, let heading = tree[id].heading else { return false }
    let place = reading.reading(heading.lowerBound)
    for k in 0..<5 where span[min(at + k, span.count - 1)].lowercased != span[min(place + k, span.count - 1)].lowercased {
      return true
    }
    return false
  }

  /// Whether the words around say that the provision is changed, as an amendment says of the agreement it amends.
  func isChanged(_ span: Span<UInt8>, _ words: ReferenceWords) -> Bool {
    guard names.amends else { return false }
    var at = span.skipSpaces(words.range.upperBound)
    if at < span.count, span[at] == Ascii.comma { at = span.skipSpaces(at + 1) }
    for change: StaticString in [
      "is hereby amended", "is amended", "are amended", "are hereby amended", "shall be amended", "is hereby deleted", "is deleted",
      "shall be deleted", "is hereby replaced", "is replaced", "is restated", "is hereby restated", "to read",
    ] where span.matches(change, at: at) { return true }
    var end = words.range.lowerBound
    while end > 0, span[end - 1] == Ascii.space { end -= 1 }
    for verb: StaticString in ["amend", "amending", "delete", "deleting", "replace", "replacing", "new"]
    where span.matchesWord(verb, endingAt: end) { return true }
    return false
  }

  func isOwn(_ span: Span<UInt8>, _ name: Range<Int>) -> Bool {
    names.own.contains(TermName.key(span, name))
  }
}
