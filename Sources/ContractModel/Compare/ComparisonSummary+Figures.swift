/// Amounts, dates, periods and percentages that are others now.
extension ComparisonSummary {
  /// Of a longer stretch of words that came or went, the sums are told one by one.
  private static let fewWords = 12

  static func figures(_ comparison: Comparison) -> [Figure] {
    var out: [Figure] = []
    let none = 0..<0
    let (old, new) = (comparison.old, comparison.new)
    for row in comparison.rows where row.kind == .changed || row.kind == .moved {
      for (index, piece) in row.pieces.enumerated() where piece.move == nil {
        guard piece.words <= fewWords else {
          out += sums(piece, of: row, comparison)
          continue
        }
        let next = index + 1 < row.pieces.count ? row.pieces[index + 1] : nil
        let before = index > 0 ? row.pieces[index - 1].kind : .same
        var figure: Figure?
        switch piece.kind {
        case .deleted where next?.kind == .inserted && (next?.words ?? 99) <= fewWords:
          guard let next else { continue }
          let was = holdsFigure(old, piece.old)
          let isNow = holdsFigure(new, next.new)
          if was, isNow {
            let pair = Figure(old: widened(piece.old, old), new: widened(next.new, new), provision: row.new)
            // "1 June 2024" and "1st June, 2024" are one day.
            if !isSameDay(pair, comparison) { figure = pair }
          } else if isUnit(old, piece.old) && isUnit(new, next.new) || isDirection(old, piece.old) && isDirection(new, next.new) {
            figure = Figure(old: counted(piece.old, old), new: counted(next.new, new), provision: row.new)
          } else if was != isNow {
            figure = Figure(old: was ? widened(piece.old, old) : none, new: was ? none : widened(next.new, new), provision: row.new)
          }
        case .deleted where holdsFigure(old, piece.old):
          figure = Figure(old: widened(piece.old, old), new: none, provision: row.new)
        case .inserted where before != .deleted && holdsFigure(new, piece.new):
          figure = Figure(old: none, new: widened(piece.new, new), provision: row.new)
        case .deleted where isKindOfDay(old, piece.old), .inserted where before != .deleted && isKindOfDay(new, piece.new):
          // "10 business days" that became "10 days"
          guard index > 0, row.pieces[index - 1].kind == .same, let next, next.kind == .same else { continue }
          let last = row.pieces[index - 1]
          figure = Figure(
            old: lastWord(last.old, old).lowerBound..<firstWord(next.old, old).upperBound,
            new: lastWord(last.new, new).lowerBound..<firstWord(next.new, new).upperBound,
            provision: row.new)
        default: continue
        }
        guard let figure else { continue }
        // `three (3)` and the parts of a date are one figure.
        if let last = out.last, !last.old.isEmpty, !last.new.isEmpty, !figure.old.isEmpty, !figure.new.isEmpty,
          last.provision == figure.provision,
          figure.old.lowerBound <= last.old.upperBound + 2, figure.new.lowerBound <= last.new.upperBound + 2
        {
          out[out.count - 1] = Figure(
            old: last.old.lowerBound..<max(last.old.upperBound, figure.old.upperBound),
            new: last.new.lowerBound..<max(last.new.upperBound, figure.new.upperBound), provision: figure.provision)
        } else {
          out.append(figure)
        }
      }
    }
    return withoutMoved(out, comparison)
  }

  /// Without what went out of a provision and came in elsewhere in it: it moved.
  private static func withoutMoved(_ figures: [Figure], _ comparison: Comparison) -> [Figure] {
    func numbers(_ agreement: Agreement, _ range: Range<Int>) -> String {
      agreement.words(range).split { !$0.isNumber && $0 != "." && $0 != "," }.joined(separator: " ")
    }
    var gone: [String: [Int]] = [:]
    for (index, figure) in figures.enumerated() where figure.new.isEmpty {
      gone["\(figure.provision ?? -1) \(numbers(comparison.old, figure.old))", default: []].append(index)
    }
    guard !gone.isEmpty else { return figures }
    var moved: Set<Int> = []
    for (index, figure) in figures.enumerated() where figure.old.isEmpty {
      let words = numbers(comparison.new, figure.new)
      guard words.contains(where: \.isNumber), let old = gone["\(figure.provision ?? -1) \(words)"]?.popLast() else { continue }
      moved.formUnion([index, old])
    }
    return figures.indices.filter { !moved.contains($0) }.map { figures[$0] }
  }

  /// Whether two figures print one day.
  private static func isSameDay(_ figure: Figure, _ comparison: Comparison) -> Bool {
    guard let before = DateParser.parse(comparison.old.text.bytes.span, figure.old.lowerBound)?.date else { return false }
    return before == DateParser.parse(comparison.new.text.bytes.span, figure.new.lowerBound)?.date
  }

  /// Whether words tell from which side of an event is counted: "before", "after".
  private static func isDirection(_ agreement: Agreement, _ range: Range<Int>) -> Bool {
    let directions: Set<String> = ["before", "after", "following", "prior to", "preceding", "from"]
    guard directions.contains(agreement.words(range).lowercasedBytes) else { return false }
    let span = agreement.text.bytes.span
    let end = span.skipSpaces(endingAt: range.lowerBound)
    var start = end
    while start > 0, span[start - 1].isLetter { start -= 1 }
    return start < end && WordClass.of(Word(span, start..<end)).contains(.timeUnit)
  }

  /// Whether words tell which days are counted, before the unit: the "business" of "10 business days".
  private static func isKindOfDay(_ agreement: Agreement, _ range: Range<Int>) -> Bool {
    let span = agreement.text.bytes.span
    let next = span.skipSpaces(range.upperBound)
    let words = agreement.words(range).split(separator: " ")
    return !words.isEmpty && words.count <= 2
      && words.allSatisfy {
        !WordClass.of(Word(String($0).lowercasedBytes[...])).isDisjoint(with: [.businessDay, .amountModifier])
      }
      && WordClass.of(Word(span, next..<max(next, span.wordEnd(next)))).contains(.timeUnit)
  }

  private static func lastWord(_ range: Range<Int>, _ agreement: Agreement) -> Range<Int> {
    let bytes = agreement.text.bytes
    var start = range.upperBound
    while start > range.lowerBound, bytes[start - 1] > Ascii.space { start -= 1 }
    return start..<range.upperBound
  }

  private static func firstWord(_ range: Range<Int>, _ agreement: Agreement) -> Range<Int> {
    let bytes = agreement.text.bytes
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] > Ascii.space { end += 1 }
    return range.lowerBound..<end
  }

  /// The sums of money and percentages in a stretch of words that came or went, but for those that what it was replaced by says too.
  private static func sums(_ piece: Comparison.Piece, of row: Comparison.Row, _ comparison: Comparison) -> [Figure] {
    let (old, new) = (comparison.old, comparison.new)
    let isOld = piece.kind == .deleted
    guard isOld || piece.kind == .inserted else { return [] }
    let others = row.pieces.filter { $0.kind == (isOld ? .inserted : .deleted) }
    let kept = Set(
      others.flatMap { sums(in: isOld ? $0.new : $0.old, of: isOld ? new : old).map { (isOld ? new : old).words($0) } })
    return sums(in: isOld ? piece.old : piece.new, of: isOld ? old : new).compactMap { sum in
      guard !kept.contains((isOld ? old : new).words(sum)) else { return nil }
      return Figure(old: isOld ? sum : 0..<0, new: isOld ? 0..<0 : sum, provision: row.new)
    }
  }

  /// `$5,000`, `USD 5,000`, `5,000 euros`, `3.5%`.
  private static func sums(in range: Range<Int>, of agreement: Agreement) -> [Range<Int>] {
    let span = agreement.text.bytes.span
    var out: [Range<Int>] = []
    var i = range.lowerBound
    while i < range.upperBound {
      guard span[i].isDigit else {
        i += 1
        continue
      }
      var end = i
      while end < range.upperBound,
        span[end].isDigit || [Ascii.comma, Ascii.period].contains(span[end]) && end + 1 < range.upperBound && span[end + 1].isDigit
      { end += 1 }
      if let sum = sum(span, i..<end, within: range) { out.append(sum) }
      i = end
    }
    return out
  }

  /// Figures with the sign or word that makes them a sum: the currency before them, or what they count behind them.
  private static func sum(_ span: Span<UInt8>, _ figures: Range<Int>, within range: Range<Int>) -> Range<Int>? {
    var low = figures.lowerBound
    while low > range.lowerBound, span[low - 1] == Ascii.space { low -= 1 }
    var word = low
    while word > range.lowerBound, span[word - 1] > Ascii.space, span[word - 1] != Ascii.open { word -= 1 }
    if word < low, Currency.stands(span, word..<low) { return word..<figures.upperBound }
    let next = span.skipSpaces(figures.upperBound)
    guard next < range.upperBound else { return nil }
    if span[next] == 0x25 { return figures.lowerBound..<(next + 1) }
    var end = next
    while end < range.upperBound, span[end].isLetter { end += 1 }
    return Currency.stands(span, next..<end) || span.matchesWord("percent", at: next) ? figures.lowerBound..<end : nil
  }

  /// Whether words are units alone: `years`, `calendar quarter`, `EUR`.
  private static func isUnit(_ agreement: Agreement, _ range: Range<Int>) -> Bool {
    let span = agreement.text.bytes.span
    var start = range.lowerBound
    var isUnit = false
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, span[end] > Ascii.space { end += 1 }
      if end > start {
        let classes = WordClass.of(Word(span, start..<end))
        if classes.contains(.timeUnit) || Currency.stands(span, start..<end) {
          isUnit = true
        } else if classes.isDisjoint(with: [.amountModifier, .businessDay]) {
          return false
        }
      }
      start = end + 1
    }
    return isUnit
  }

  /// Whether words say a number: in figures, spelled out, or as the month of a date.
  private static func holdsFigure(_ agreement: Agreement, _ range: Range<Int>) -> Bool {
    let bytes = agreement.text.bytes
    let span = bytes.span
    // The number of a provision is no amount.
    let id = agreement.provisions.provisions.boundary { $0.label.upperBound <= range.lowerBound }
    let label = agreement.provisions.indices.contains(id) ? agreement.provisions[id].label : 0..<0
    // Nor is that of a reference.
    var reference = agreement.references.boundary { $0.range.upperBound <= range.lowerBound }
    func isOfReference(_ place: Int) -> Bool {
      while agreement.references.indices.contains(reference), agreement.references[reference].range.upperBound <= place {
        reference += 1
      }
      return agreement.references.indices.contains(reference) && agreement.references[reference].range.contains(place)
    }
    if range.contains(where: { bytes[$0].isDigit && !label.contains($0) && !isOfReference($0) }) { return true }
    reference = agreement.references.boundary { $0.range.upperBound <= range.lowerBound }
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, span[end].isLetter { end += 1 }
      if end > start {
        if !isOfReference(start),
          SpelledNumber.value(span, start..<end) != nil || DateParser.month(span, start) != nil && span[start].isUpper
        {
          return true
        }
        start = end
      } else {
        start += 1
      }
    }
    return false
  }

  /// A unit with the word before it, which tells how many: `three months`.
  private static func counted(_ range: Range<Int>, _ agreement: Agreement) -> Range<Int> {
    let bytes = agreement.text.bytes
    let end = bytes.span.skipSpaces(endingAt: range.lowerBound)
    // "500 dollars", and "EUR 500"
    if Currency.stands(bytes.span, range), !bytes.span.byte(end - 1).isDigit { return widened(range, agreement) }
    var low = range.lowerBound
    while low > 0, bytes[low - 1] <= Ascii.space { low -= 1 }
    while low > 0, bytes[low - 1] > Ascii.space { low -= 1 }
    return widened(low..<range.upperBound, agreement)
  }

  /// The words of a figure with the one before and those behind that tell what it counts.
  static func widened(_ range: Range<Int>, _ agreement: Agreement) -> Range<Int> {
    let bytes = agreement.text.bytes
    var low = range.lowerBound
    while low > 0, bytes[low - 1] > Ascii.space { low -= 1 }
    // The whole of a date.
    for start in stride(from: low, through: max(0, low - 20), by: -1)
    where bytes[start].isAlphanumeric && (start == 0 || !bytes[start - 1].isWord) {
      if let (_, end) = DateParser.parse(bytes.span, start), end >= range.upperBound || end > range.lowerBound + 2 {
        return start..<max(end, range.upperBound)
      }
    }
    // The day before a month, the currency before a sum.
    var word = low
    while word > 0, bytes[word - 1] == Ascii.space { word -= 1 }
    let end = word
    while word > 0, end - word < 4, bytes[word - 1] > Ascii.space { word -= 1 }
    let isDay = (1...2).contains(end - word) && bytes[word..<end].allSatisfy(\.isDigit) && DateParser.month(bytes.span, low) != nil
    if low - end == 1, word == 0 || bytes[word - 1] <= Ascii.space, isDay || Currency.stands(bytes.span, word..<end) { low = word }
    var high = range.upperBound
    var words = 0
    // Not beyond the paragraph, or the cell of a table.
    let block = agreement.blocks.boundary { $0.range.upperBound <= range.lowerBound }
    var limit = agreement.blocks.indices.contains(block) ? agreement.blocks[block].range.upperBound : bytes.count
    let cell = agreement.text.cells.boundary { $0.range.upperBound <= range.lowerBound }
    if agreement.text.cells.indices.contains(cell), agreement.text.cells[cell].range.contains(range.lowerBound) {
      limit = min(limit, agreement.text.cells[cell].range.upperBound)
    }
    while high < limit, words < 3 {
      while high < limit, bytes[high] <= Ascii.space { high += 1 }
      let start = high
      while high < limit, bytes[high] > Ascii.space { high += 1 }
      words += 1
      if high > start, [Ascii.period, Ascii.semicolon, Ascii.comma].contains(bytes[high - 1]) {
        high -= 1
        break
      }
    }
    return low..<max(high, range.upperBound)
  }
}
