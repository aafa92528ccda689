/// Where in an agreement the parts stand that an amendment changes.
///
/// Ranges are of the source text; what is not there, or is there twice, is said in words.
final class AmendedPlaces {
  private typealias Definitions = [(name: String, range: Range<Int>)]

  let agreement: Agreement
  /// The definitions of provisions that were asked for, and of the whole under nil; by name in small letters too.
  private var known: [Int?: (inOrder: Definitions, byName: [String: [Range<Int>]])] = [:]

  private lazy var signing = SigningPlaces(agreement)
  /// Where what pages put between the words ends, by where it begins.
  private lazy var furniture: [Int: Int] = Dictionary(
    agreement.blocks.lazy.filter { $0.kind == .furniture }.map { ($0.range.lowerBound, $0.range.upperBound) },
    uniquingKeysWith: { first, _ in first })

  init(_ agreement: Agreement) { self.agreement = agreement }

  struct Reason: Error { var words: String }

  // MARK: Provisions

  /// Whether more provisions bear the number of one.
  func isAmbiguous(_ id: Int) -> Bool {
    agreement.provisions(numbered: agreement.provisions[id].number).count { agreement.provisions[$0].kind == .provision } > 1
  }

  /// A provision's end without the blanks and the signatures behind it, so that the next one keeps its line.
  func end(_ id: Int) -> Int {
    let provision = agreement.provisions[id]
    return trimmed(
      provision.bodyStart..<signing.end(of: provision.bodyStart..<max(provision.bodyStart, provision.range.upperBound)))
  }

  private func trimmed(_ range: Range<Int>) -> Int {
    let bytes = agreement.text.bytes
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1].isSpace { end -= 1 }
    return end
  }

  /// Heading and words, behind the number.
  func body(_ id: Int) -> Range<Int> {
    let provision = agreement.provisions[id]
    let start = provision.heading.map { min($0.lowerBound, provision.bodyStart) } ?? provision.bodyStart
    return start..<max(start, end(id))
  }

  /// What new words of a provision replace: its number too, when they begin with it, or with that of a provision it opens: "2.10 Interest
  /// Periods. (a) …" for 2.10(a).
  func restated(_ id: Int, by words: String) -> Range<Int> {
    let body = body(id)
    var at: Int? = id
    while let provision = at {
      if leads(words, provision) {
        return agreement.provisions[provision].start..<max(body.upperBound, agreement.provisions[provision].start)
      }
      // Between an outer number and this one only a heading may stand.
      guard let parent = agreement.provisions[provision].parent else { break }
      let between =
        agreement.provisions[parent].bodyStart..<max(agreement.provisions[parent].bodyStart, agreement.provisions[provision].start)
      guard agreement.text.bytes[between].allSatisfy({ !$0.isAlphanumeric }) else { break }
      at = parent
    }
    return body
  }

  /// Whether words begin with the number of a provision as it is printed.
  func leads(_ words: String, _ id: Int) -> Bool {
    let text = words.lowercasedBytes
    let labels = [agreement.words(agreement.provisions[id].label), agreement.provisions[id].number].map(\.lowercasedBytes)
    return labels.contains { leads(text, $0) }
  }

  private func leads(_ text: String, _ label: String) -> Bool {
    ["", "section ", "article ", "paragraph "].contains { keyword in
      guard text.hasPrefix(keyword + label) else { return false }
      // "3(c)" and "3.1" do not begin with 3.
      let behind = text.utf8.dropFirst(keyword.utf8.count + label.utf8.count)
      guard let next = behind.first else { return true }
      if next == Ascii.period { return !(behind.dropFirst().first?.isDigit ?? false) }
      return !next.isAlphanumeric && (next != Ascii.open || label.hasSuffix(")"))
    }
  }

  /// The words of a provision before those it holds.
  func own(_ id: Int) -> Range<Int> {
    let provision = agreement.provisions[id]
    let child = agreement.provisions.indices.contains(id + 1) && agreement.provisions[id + 1].parent == id ? id + 1 : nil
    let end = child.map { agreement.provisions[$0].start } ?? end(id)
    return provision.bodyStart..<trimmed(provision.bodyStart..<max(end, provision.bodyStart))
  }

  func hasParts(_ id: Int) -> Bool {
    agreement.provisions.indices.contains(id + 1) && agreement.provisions[id + 1].parent == id
  }

  // MARK: Parts of provisions

  func part(_ part: Amendment.Part, of id: Int) -> Result<Range<Int>, Reason> {
    switch part {
    case .whole: .success(body(id))
    case .heading:
      agreement.provisions[id].heading.map { .success($0) } ?? .failure(Reason(words: "the provision has no heading"))
    case .sentence(let number): pick(sentences(id), number, "sentence", id)
    case .paragraph(let number): pick(paragraphs(id), number, "paragraph", id)
    }
  }

  private func pick(_ parts: [Range<Int>], _ pick: Amendment.Pick, _ noun: String, _ id: Int) -> Result<Range<Int>, Reason> {
    if pick.isFromEnd, hasParts(id) { return .failure(Reason(words: "which \(noun) is its last is not certain")) }
    let first = pick.isFromEnd ? parts.count - pick.first : pick.first - 1
    let last = first + pick.count - 1
    guard first >= 0, last < parts.count else {
      return .failure(Reason(words: "the provision has \(parts.count) \(noun)\(parts.count == 1 ? "" : "s")"))
    }
    return .success(parts[first].lowerBound..<parts[last].upperBound)
  }

  private func paragraphs(_ id: Int) -> [Range<Int>] {
    let reading = agreement.reading
    return reading.paragraphs(reading.reading(own(id))).map { reading.source($0) }
  }

  private func sentences(_ id: Int) -> [Range<Int>] {
    let reading = agreement.reading
    var out: [Range<Int>] = []
    for paragraph in reading.paragraphs(reading.reading(own(id))) {
      let words = SentenceWords(reading.bytes, paragraph)
      var at = 0
      while at < words.count {
        let sentence = words.sentence(at)
        out.append(reading.source(words.range(sentence)))
        at = sentence.upperBound
      }
    }
    return out
  }

  // MARK: Definitions

  /// The paragraphs of a term's definition, where it has one that begins a paragraph; within a provision, or anywhere.
  func definition(of name: String, in provision: Int?) -> Result<Range<Int>, Reason> {
    let found = read(provision).byName[name.lowercasedBytes] ?? []
    if found.count == 1 { return .success(found[0]) }
    return .failure(
      Reason(
        words: found.isEmpty
          ? "“\(name)” is not defined there in a paragraph of its own" : "“\(name)” is defined there more than once"))
  }

  /// The definitions that begin paragraphs, in order of place, each to where the next begins.
  func definitions(in provision: Int?) -> [(name: String, range: Range<Int>)] { read(provision).inOrder }

  private func read(_ provision: Int?) -> (inOrder: Definitions, byName: [String: [Range<Int>]]) {
    if let made = known[provision] { return made }
    let inOrder = find(provision)
    let made = (inOrder, Dictionary(grouping: inOrder, by: { $0.name.lowercasedBytes }).mapValues { $0.map(\.range) })
    known[provision] = made
    return made
  }

  /// Every definition that begins a paragraph or stands behind a number alone, in order of place, and the provision of that number.
  private lazy var starts: [(name: String, start: Int, numbered: Int?)] = {
    let reading = agreement.reading
    let bytes = reading.bytes
    var out: [(name: String, start: Int, numbered: Int?)] = []
    for term in agreement.terms {
      for definition in term.definitions where [.list, .reference, .external].contains(definition.kind) {
        let start = definition.extent.lowerBound
        let at = reading.reading(start)
        let isNumbered =
          definition.provision.map { agreement.provisions[$0] }.map { $0.bodyStart >= start - 1 && $0.start < start } ?? false
        guard isNumbered || at == 0 || bytes[at - 1] == Ascii.lineFeed else { continue }
        out.append((term.name, start, isNumbered ? definition.provision : nil))
      }
    }
    return out.sorted { $0.start < $1.start }
  }()

  private func find(_ provision: Int?) -> Definitions {
    let limits = provision.map { agreement.provisions[$0].range } ?? 0..<agreement.text.bytes.count
    let first = starts.boundary(behindAll: { $0.start < limits.lowerBound })
    let last = starts.boundary(behindAll: { $0.start < limits.upperBound })
    return (first..<max(first, last)).map { index in
      let (name, start, numbered) = starts[index]
      let next = index + 1 < last ? starts[index + 1].start : Int.max
      var limit = min(numbered.map { agreement.provisions[$0].range.upperBound } ?? limits.upperBound, limits.upperBound, next)
      // Without a provision around them, the last definition ends with its paragraph.
      if provision == nil,
        next == Int.max || agreement.provisions.innermost(at: next) != agreement.provisions.innermost(at: start)
      {
        let reading = agreement.reading
        let at = reading.reading(start)
        let end = reading.bytes.span.firstOffset(of: Ascii.lineFeed, in: at..<reading.bytes.count)
        limit = min(limit, reading.source(end))
      }
      return (name, start..<trimmed(start..<signing.end(of: start..<max(limit, start))))
    }
  }

  // MARK: New provisions

  /// Where a provision of a number begins that the agreement has not: behind the one before it.
  func new(_ number: NewProvisionNumber) -> Result<Int, Reason> {
    if agreement.provision(numbered: number.number) != nil {
      return .failure(Reason(words: "the agreement has such a provision already"))
    }
    guard let before = number.predecessors.lazy.compactMap({ self.agreement.provision(numbered: $0) }).first else {
      return .failure(Reason(words: "the agreement has no provision that it would follow"))
    }
    return .success(end(before))
  }

  // MARK: Words

  /// The one place where words stand in a range, white space aside.
  func place(of words: String, in range: Range<Int>) -> Result<Range<Int>, Reason> {
    let found = all(words, in: range, atMost: 2)
    if found.count == 1 { return .success(found[0]) }
    return .failure(
      Reason(words: found.isEmpty ? "“\(words)” is not in the provision" : "“\(words)” stands in the provision more than once"))
  }

  /// The first place of words in a range.
  func first(_ words: String, in range: Range<Int>) -> Result<Range<Int>, Reason> {
    all(words, in: range, atMost: 1).first.map { .success($0) } ?? .failure(Reason(words: "“\(words)” is not in the provision"))
  }

  /// The last place where words stand in a range, behind which nothing but marks and white space follow.
  func last(_ words: String, in range: Range<Int>) -> Result<Range<Int>, Reason> {
    let bytes = agreement.text.bytes
    guard let place = all(words, in: range).last, !bytes[place.upperBound..<range.upperBound].contains(where: \.isWord) else {
      return .failure(Reason(words: "“\(words)” does not stand at its end"))
    }
    return .success(place)
  }

  /// The one place of words in a range that the label of an item follows: the "and" before "(c)".
  func before(_ label: [UInt8], _ words: String, in range: Range<Int>) -> Result<Range<Int>, Reason> {
    let bytes = agreement.text.bytes
    let found = all(words, in: range).filter { place in
      let item = bytes[place.upperBound...].drop { $0.isSpace || $0 == Ascii.comma }
      return item.starts(with: label)
    }
    guard let place = found.first, found.count == 1 else {
      let item = String(decoding: label, as: UTF8.self)
      return .failure(Reason(words: "“\(words)” does not stand before \(item)\(found.isEmpty ? "" : " once")"))
    }
    return .success(place)
  }

  /// The mark that ends a range, or the only one of its kind there.
  func mark(_ mark: UInt8, isLast: Bool, in range: Range<Int>) -> Result<Range<Int>, Reason> {
    let bytes = agreement.text.bytes
    func isMark(_ at: Int) -> Bool { bytes[at] == mark && (at + 1 >= range.upperBound || bytes[at + 1].isSpace) }
    let found = isLast ? [range.upperBound - 1].filter { range.contains($0) && isMark($0) } : range.filter(isMark)
    guard let place = found.first, found.count == 1 else {
      return .failure(Reason(words: isLast || found.isEmpty ? "that mark is not there" : "that mark stands there more than once"))
    }
    return .success(place..<place + 1)
  }

  /// A place that goes out, with the blank before it where a mark stands behind: "statements and reports;" without "and reports".
  func withBlank(_ place: Range<Int>) -> Range<Int> {
    let bytes = agreement.text.bytes
    guard place.lowerBound > 0, bytes[place.lowerBound - 1] == Ascii.space, place.upperBound < bytes.count,
      [Ascii.period, Ascii.comma, Ascii.semicolon, Ascii.close].contains(bytes[place.upperBound])
    else { return place }
    return place.lowerBound - 1..<place.upperBound
  }

  /// A place with the words behind it that new words end with too: "$4,200 a month", where "$4,200" becomes "$3,900 a month".
  func withTail(_ place: Range<Int>, of new: String?) -> Range<Int> {
    guard let new else { return place }
    let words = new.split(separator: " ")
    for first in words.indices.dropFirst() {
      let tail = words[first...].joined(separator: " ")
      var start = place.upperBound
      while start < agreement.text.bytes.count, agreement.text.bytes[start].isSpace { start += 1 }
      guard start > place.upperBound else { return place }
      if let found = all(tail, in: start..<min(agreement.text.bytes.count, start + 2 * tail.utf8.count), atMost: 1).first,
        found.lowerBound == start
      {
        return place.lowerBound..<found.upperBound
      }
    }
    return place
  }

  /// Whether figures go on before or behind a place: the 50 of `3.50` and the 3 of `3,000` are no numbers.
  private func isInNumber(_ place: Range<Int>) -> Bool {
    let bytes = agreement.text.bytes
    func isPoint(_ at: Int) -> Bool { bytes[at] == Ascii.period || bytes[at] == Ascii.comma }
    let (low, high) = (place.lowerBound, place.upperBound)
    return low > 1 && bytes[low].isDigit && isPoint(low - 1) && bytes[low - 2].isDigit
      || high + 1 < bytes.count && bytes[high - 1].isDigit && isPoint(high) && bytes[high + 1].isDigit
  }

  /// Each place where words stand in a range, white space aside and the foot of a page between them.
  func all(_ words: String, in range: Range<Int>, atMost limit: Int = .max) -> [Range<Int>] {
    let wanted = Array(words.utf8)
    let bytes = agreement.text.bytes
    var found: [Range<Int>] = []
    var i = range.lowerBound
    while i < range.upperBound, !wanted.isEmpty, found.count < limit {
      var at = i
      var k = 0
      while k < wanted.count, at < range.upperBound {
        if wanted[k] == Ascii.space, bytes[at].isSpace {
          while at < range.upperBound, bytes[at].isSpace || furniture[at] != nil { at = max(at + 1, furniture[at] ?? 0) }
        } else if bytes[at] == wanted[k] {
          at += 1
        } else {
          break
        }
        k += 1
      }
      if k == wanted.count, at > i, i == 0 || !bytes[i - 1].isWord || !wanted[0].isWord,
        at >= bytes.count || !bytes[at].isWord || !bytes[at - 1].isWord, !isInNumber(i..<at)
      {
        found.append(i..<at)
        i = at
      } else {
        i += 1
      }
    }
    return found
  }

  /// All places of some words but those where they are a part of a longer name that the agreement defines or a party bears: "Agent" and
  /// not "Collateral Agent", nor "Dell Agent Ltd.".
  func whole(_ words: String, in range: Range<Int>) -> [Range<Int>] {
    let bytes = agreement.text.bytes
    // Each longer name, with where the words begin in it.
    let names = (agreement.terms.map(\.name) + agreement.parties.map(\.name)).filter {
      $0.utf8.count > words.utf8.count + 1 && $0.contains(words)
    }.flatMap { name in
      let name = Array(name.utf8)
      return (0...name.count - words.utf8.count).filter { name[$0...].starts(with: words.utf8) }.map { (name, $0) }
    }
    return all(words, in: range).filter { place in
      !names.contains { name, offset in
        let start = place.lowerBound - offset
        return start >= 0 && start + name.count <= bytes.count && bytes[start..<start + name.count].elementsEqual(name)
      }
    }
  }

  // MARK: Items of running text

  /// An item that stands in the words of a provision or a definition: from its mark to the next item, or to the end of the sentence.
  func item(_ label: [UInt8], within range: Range<Int>) -> Range<Int>? {
    let reading = agreement.reading
    let own = reading.reading(range)
    guard let start = agreement.printedItems.place(of: label, in: own),
      agreement.printedItems.place(of: label, in: start + 1..<max(start + 1, own.upperBound)) == nil
    else { return nil }
    let following = NewProvisionNumber.after(String(decoding: label, as: UTF8.self)).compactMap {
      agreement.printedItems.place(of: Array($0.utf8), in: start + 1..<max(start + 1, own.upperBound))
    }.min()
    if let next = following {
      // What joins the two belongs to neither: ", and".
      var end = next
      while end > start, reading.bytes[end - 1].isSpace { end -= 1 }
      for word: StaticString in ["and", "or"] where reading.bytes.span.matchesWord(word, endingAt: end) {
        end -= word.utf8CodeUnitCount
      }
      while end > start, reading.bytes[end - 1].isSpace || [Ascii.comma, Ascii.semicolon].contains(reading.bytes[end - 1]) {
        end -= 1
      }
      return end > start ? reading.source(start..<end) : nil
    }
    let words = SentenceWords(reading.bytes, start..<reading.bytes.span.firstOffset(of: Ascii.lineFeed, in: start..<own.upperBound))
    guard words.count > 0 else { return nil }
    let end = words.range(words.sentence(0)).upperBound
    // What follows a semicolon is another item or a proviso.
    guard !reading.bytes[start..<end].contains(Ascii.semicolon) else { return nil }
    return reading.source(start..<end)
  }

  /// New words of an item, without the mark that ends them where the item itself ends without one.
  func fitted(_ new: Range<Int>, in amending: Agreement, to item: Range<Int>) -> Range<Int> {
    let marks = [Ascii.period, Ascii.comma, Ascii.semicolon]
    let bytes = amending.text.bytes
    // "(ii) the bills, and" in the place of "(ii) the bills", which ", and" stands behind already.
    let tail = amending.words(new).suffix(5)
    let following = agreement.text.bytes[item.upperBound..<min(agreement.text.bytes.count, item.upperBound + 5)]
    for joint in [", and", "; and", ", or", "; or"] where tail.hasSuffix(joint) && following.starts(with: joint.utf8) {
      return new.lowerBound..<new.upperBound - joint.utf8.count
    }
    guard let last = agreement.text.bytes[item].last, !marks.contains(last), new.count > 1,
      marks.contains(bytes[new.upperBound - 1])
    else {
      return new
    }
    return new.lowerBound..<new.upperBound - 1
  }
}
