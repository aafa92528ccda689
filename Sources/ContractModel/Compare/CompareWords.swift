/// The words of an agreement as they are compared: what is read, in order, each with a key by which it equals another.
///
/// Lines, pages, white space, quotation marks and dashes make no difference. The printed number of a provision is one word, and all such
/// numbers are the same: provisions are compared by what stands under them.
struct CompareWords {
  struct Word {
    /// Byte offsets in the source text.
    var range: Range<Int>
    /// Equal for words that are the same.
    var key: UInt64
    /// The section it stands in, by its index among `sections`.
    var section: Int
    /// Whether a blank or a line end stands before it.
    var isSpaced: Bool
    /// Whether it is the number of a provision.
    var isLabel: Bool
    /// Whether it stands in a heading, where capitals make no difference.
    var isHeading: Bool
    /// Whether a paragraph begins with it.
    var beginsParagraph: Bool
    /// Whether it is a quotation mark, a comma or the like, which is compared and does not count as a word.
    var isSign: Bool
  }

  /// What stands between the number of a provision and the next number; the first is what stands before all provisions. Where a paper is
  /// signed is a section of its own.
  struct Section {
    /// The provision; nil for the first, and for signatures.
    var provision: Int?
    var isSigning = false
    /// Its words, by their indices.
    var words: Range<Int>
  }

  private(set) var words: [Word] = []
  private(set) var sections: [Section] = []
  /// The section of each provision.
  private(set) var sectionOf: [Int] = []

  /// With `isStrict` what is put aside otherwise counts: quotation marks, dashes, the case of headings.
  init(_ agreement: Agreement, isStrict: Bool) {
    let tree = agreement.provisions
    let bytes = agreement.text.bytes
    var next = 0
    var start = 0
    var section = 0
    var words: [Word] = []
    var sections: [Section] = [Section(provision: nil, words: 0..<0)]
    var sectionOf: [Int] = []
    let signing = SigningPlaces(agreement).starts
    var nextSigning = 0
    var heading = 0..<0
    var label = 0..<0
    var isParagraph = false
    func close() { sections[section].words = start..<words.count }
    for block in agreement.blocks where block.kind.isRead {
      if !block.continues { isParagraph = true }
      var i = block.range.lowerBound
      var isSpaced = true
      while i < block.range.upperBound {
        while next < tree.count, tree[next].start <= i {
          close()
          start = words.count
          section = sections.count
          sectionOf.append(sections.count)
          sections.append(Section(provision: next, words: start..<start))
          label = tree[next].label.lowerBound..<Self.labelEnd(bytes, tree[next], block.range.upperBound)
          heading = tree[next].heading ?? 0..<0
          isParagraph = true
          next += 1
        }
        if nextSigning < signing.count, signing[nextSigning] <= i {
          nextSigning += 1
          if section > 0, !sections[section].isSigning {
            close()
            start = words.count
            section = sections.count
            sections.append(Section(provision: nil, isSigning: true, words: start..<start))
          }
        }
        if let length = Self.blank(bytes, i) {
          isSpaced = true
          i += length
          continue
        }
        let isLabel = label.lowerBound == i && !label.isEmpty
        let end = isLabel ? min(label.upperBound, block.range.upperBound) : Self.end(bytes, i, block.range.upperBound)
        words.append(
          Word(
            range: i..<end, key: isLabel && !isStrict ? Self.label : Self.key(bytes, i..<end, isStrict: isStrict), section: section,
            isSpaced: isSpaced, isLabel: isLabel, isHeading: !isLabel && (heading.contains(i) || block.kind == .heading),
            beginsParagraph: isParagraph, isSign: !isLabel && Self.isSignAlone(bytes, i)))
        isParagraph = false
        isSpaced = false
        i = end
      }
    }
    close()
    while sectionOf.count < tree.count {
      sectionOf.append(sections.count)
      sections.append(Section(provision: sectionOf.count - 1, words: words.count..<words.count))
    }
    self.words = words
    self.sections = sections
    self.sectionOf = sectionOf
  }

  /// Joins words that a line's end broke, `agree-` and `ment`, where the other version has the whole word: `non-` and `compete` stay two.
  mutating func joinBroken(_ bytes: [UInt8], knownIn other: CompareWords) {
    var known: Set<UInt64>?
    var joined: [Int: UInt64] = [:]
    for index in words.indices.dropFirst().dropLast() {
      let (before, sign, behind) = (words[index - 1], words[index], words[index + 1])
      guard sign.range.count == 1, bytes[sign.range.lowerBound] == Ascii.hyphen, !sign.isSpaced, behind.isSpaced, !behind.isLabel,
        bytes[sign.range.upperBound..<behind.range.lowerBound].contains(0x0A), bytes[behind.range.lowerBound].isLower,
        bytes[before.range.upperBound - 1].isLower
      else { continue }
      let key = Self.key(Array(bytes[before.range] + bytes[behind.range]), 0..<(before.range.count + behind.range.count))
      let all = known ?? Set(other.words.map(\.key))
      known = all
      if all.contains(key) { joined[index - 1] = key }
    }
    guard !joined.isEmpty else { return }
    var kept: [Word] = []
    kept.reserveCapacity(words.count)
    var place = [Int](repeating: 0, count: words.count + 1)
    var index = 0
    while index < words.count {
      place[index] = kept.count
      if let key = joined[index] {
        var word = words[index]
        word.range = word.range.lowerBound..<words[index + 2].range.upperBound
        word.key = key
        kept.append(word)
        (place[index + 1], place[index + 2]) = (kept.count, kept.count)
        index += 3
      } else {
        kept.append(words[index])
        index += 1
      }
    }
    place[words.count] = kept.count
    words = kept
    for section in sections.indices {
      sections[section].words = place[sections[section].words.lowerBound]..<place[sections[section].words.upperBound]
    }
  }

  /// The key of all numbers of provisions.
  private static let label: UInt64 = 1

  /// Behind the number of a provision and what closes it: the stop of `3.`, the bracket of `(a)`.
  private static func labelEnd(_ bytes: [UInt8], _ provision: Provision, _ limit: Int) -> Int {
    var end = provision.label.upperBound
    while end < limit, [Ascii.period, Ascii.close, Ascii.colon, Ascii.hyphen].contains(bytes[end]) { end += 1 }
    return end
  }

  private static func blank(_ bytes: [UInt8], _ i: Int) -> Int? {
    if bytes[i] <= Ascii.space { return 1 }
    return bytes[i] == 0xC2 && i + 1 < bytes.count && bytes[i + 1] == 0xA0 ? 2 : nil
  }

  /// The end of the word or sign at a place: letters and figures together (`$1,000.50`, `12.5%`, `party's`), a sign alone.
  private static func end(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    var i = start
    func isWord(_ at: Int) -> Bool {
      bytes[at].isAlphanumeric || bytes[at] >= 0x80 && !isSign(bytes, at) && blank(bytes, at) == nil
    }
    guard isWord(start) else {
      i += 1
      // `--` is a dash.
      if bytes[start] == Ascii.hyphen { while i < limit, bytes[i] == Ascii.hyphen { i += 1 } }
      // A line to fill in, and leaders, are as long as they happen to be.
      if bytes[start] == Ascii.underscore { while i < limit, bytes[i] == Ascii.underscore { i += 1 } }
      if bytes[start] == Ascii.period, i + 1 < limit, bytes[i] == Ascii.period, bytes[i + 1] == Ascii.period {
        while i < limit, bytes[i] == Ascii.period { i += 1 }
      }
      while i < limit, bytes[i] & 0xC0 == 0x80 { i += 1 }
      return i
    }
    while i < limit {
      if isWord(i) {
        i += 1
      } else if bytes[i] == Ascii.comma || bytes[i] == Ascii.period || bytes[i] == 0x27, i + 1 < limit, isWord(i + 1), i > start,
        bytes[i] == 0x27 || bytes[i + 1].isDigit && bytes[i - 1].isDigit
      {
        i += 1
      } else if bytes[i] == 0xE2, i + 3 < limit, bytes[i + 1] == 0x80, bytes[i + 2] == 0x99, isWord(i + 3) {
        // `party’s`
        i += 3
      } else {
        break
      }
    }
    return i
  }

  private static func isSignAlone(_ bytes: [UInt8], _ i: Int) -> Bool {
    bytes[i] < 0x80 ? !bytes[i].isAlphanumeric && ![0x24, 0x25].contains(bytes[i]) : isSign(bytes, i)
  }

  /// Whether a quotation mark, a dash, a bullet or a Greek question mark begins at a byte.
  private static func isSign(_ bytes: [UInt8], _ i: Int) -> Bool {
    if bytes[i] == 0xE2, i + 1 < bytes.count, bytes[i + 1] == 0x80 { return true }
    // The Greek question mark, which some programs print for a semicolon.
    if bytes[i] == 0xCD, i + 1 < bytes.count, bytes[i + 1] == 0xBE { return true }
    return bytes[i] == 0xC2 && i + 1 < bytes.count && [0xA7, 0xAB, 0xB7, 0xBB].contains(bytes[i + 1])
  }

  /// A word without what only prints it otherwise, by Unicode's equivalences: letters with their accents apart, ligatures, hyphens that
  /// show at a line's end alone, the Greek question mark; nil where nothing of that is in it.
  private static func plain(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8]? {
    var isPlain = true
    for i in range where bytes[i] >= 0x80 {
      let next = i + 1 < range.upperBound ? bytes[i + 1] : 0
      switch bytes[i] {
      // U+00AD; U+0300 … U+037E; U+FB00 … U+FB06
      case 0xC2: if next == 0xAD { isPlain = false }
      case 0xCC, 0xCD: isPlain = false
      case 0xEF: if next == 0xAC { isPlain = false }
      default: break
      }
    }
    guard !isPlain else { return nil }
    var out = ""
    for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\u{AD}": continue
      case "\u{37E}": out += ";"
      case "\u{FB00}": out += "ff"
      case "\u{FB01}": out += "fi"
      case "\u{FB02}": out += "fl"
      case "\u{FB03}": out += "ffi"
      case "\u{FB04}": out += "ffl"
      case "\u{FB05}", "\u{FB06}": out += "st"
      default: out.unicodeScalars.append(scalar)
      }
    }
    // Letters with accents of their own, as most texts have them.
    return out.reduce(into: []) { $0 += composed($1).utf8 }
  }

  /// The single letter that a letter and its accents are, where there is one up to U+024F.
  private static func composed(_ character: Character) -> String {
    guard character.unicodeScalars.count > 1, let index = letters.firstIndex(of: character) else { return String(character) }
    return String(letters[index])
  }

  /// The letters with accents from U+00C0 to U+024F; a set finds one by all the ways to write it.
  private static let letters = Set((0xC0...0x24F).compactMap { Unicode.Scalar($0).map(Character.init) })

  /// FNV-1a over the bytes of a word, its signs made plain.
  static func key(_ bytes: [UInt8], _ range: Range<Int>, foldsCase: Bool = false, isStrict: Bool = false) -> UInt64 {
    if !isStrict, range.count > 1, [Ascii.hyphen, Ascii.underscore, Ascii.period].contains(bytes[range.lowerBound]),
      bytes[range].allSatisfy({ $0 == bytes[range.lowerBound] })
    {
      return key(bytes, range.prefix(1))
    }
    if !isStrict, let plain = plain(bytes, range) { return key(plain, 0..<plain.count, foldsCase: foldsCase) }
    var hash: UInt64 = 14_695_981_039_346_656_037
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    var i = range.lowerBound
    while i < range.upperBound {
      if !isStrict, bytes[i] == 0xE2, i + 2 < range.upperBound, bytes[i + 1] == 0x80 {
        switch bytes[i + 2] {
        case 0x98...0x9B: add(0x27)
        case 0x9C...0x9F: add(0x22)
        case 0x90...0x95, 0xA2: add(0x2D)
        default: for k in 0..<3 { add(bytes[i + k]) }
        }
        i += 3
      } else if !isStrict, bytes[i] == 0xC2, i + 1 < range.upperBound, bytes[i + 1] == 0xAB || bytes[i + 1] == 0xBB {
        // « and »
        add(0x22)
        i += 2
      } else {
        add(foldsCase ? bytes[i].lowercased : bytes[i])
        i += 1
      }
    }
    return hash
  }
}
