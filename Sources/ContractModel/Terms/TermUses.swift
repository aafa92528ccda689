/// Finds every use of every term in one pass: at each word, the longest form that stands there.
///
/// A capitalised term is used only with capitals ("the Term", never "the term"); plural, possessive and ALL-CAPS forms count.
struct TermUses {
  private struct Form {
    /// Where its bytes lie in `letters`, in lower case.
    var bytes: Range<Int>
    /// Where in `capitalisedWordOffsets` the offsets of its words lie that must be capitalised; empty for a term in small letters.
    var capitalisedWords = 0..<0
    var term: Int
    var capital: Bool
    /// Whether it is printed so where it is defined, and not a plural or singular of that.
    var exact: Bool
    var bucket: Int

    /// Forms in order of bucket, the longest first; of "Bank" and "Banks", both defined, each has its own uses.
    var order: UInt64 {
      // Names that are none have the term -1.
      UInt64(bucket) << 48 | UInt64(0xFFFF - min(bytes.count, 0xFFFF)) << 32 | (exact ? 0 : 1 << 31) | UInt64(term + 1)
        & 0x7FFF_FFFF
    }
  }

  private var forms: [Form] = []
  private var letters: [UInt8] = []
  private var capitalisedWordOffsets: [Int32] = []
  /// For each hash of a first word, the forms that begin with it, longest first: `starts[h]` to `starts[h + 1]`.
  private var starts: [Int32] = []
  /// A bit for the hash of each three bytes that a form begins with: nearly every word is none and left at once.
  private var firstTrigramFilter = [UInt64](repeating: 0, count: 256)

  /// `terms` are the printed forms by term; `blocked` are names that contain terms and are none (parties' full names).
  init(terms: [[[UInt8]]], blocked: [[UInt8]]) {
    for (term, printed) in terms.enumerated() {
      let first = forms.count
      for words in printed {
        let capital = words.first.map { !$0.isLower } ?? true
        for (index, form) in TermName.forms(words).enumerated()
        where !form.isEmpty && !forms[first...].contains(where: { isForm($0, form) }) {
          add(form, term, capital: capital, exact: index == 0)
        }
      }
    }
    for name in blocked where name.contains(Ascii.space) { add(name.map(\.lowercased), -1, capital: true, exact: true) }
    forms.sort { $0.order < $1.order }
    starts = [Int32](repeating: 0, count: 1 << Self.bucketBits + 1)
    for form in forms { starts[form.bucket + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    // Forms are compared eight bytes at a time.
    letters += [UInt8](repeating: 0, count: 8)
  }

  private func isForm(_ form: Form, _ bytes: [UInt8]) -> Bool {
    form.bytes.count == bytes.count && letters[form.bytes].elementsEqual(bytes)
  }

  private mutating func add(_ bytes: [UInt8], _ term: Int, capital: Bool, exact: Bool) {
    var form = Form(
      bytes: letters.count..<(letters.count + bytes.count), term: term, capital: capital, exact: exact,
      bucket: Self.bucket(bytes.span.padded(at: 0).wordKey))
    letters += bytes
    if capital {
      let first = capitalisedWordOffsets.count
      for k in bytes.indices.dropFirst() where bytes[k - 1] == Ascii.space && bytes.count - k > 3 {
        capitalisedWordOffsets.append(Int32(truncatingIfNeeded: k))
      }
      form.capitalisedWords = first..<capitalisedWordOffsets.count
    }
    addBeginnings(bytes, capital: capital)
    forms.append(form)
  }

  private static let bucketBits: UInt64 = 12

  @inline(__always) private static func bucket(_ key: UInt64) -> Int { key.slot(bits: bucketBits) }

  /// The first byte as printed, the next two without their case.
  @inline(__always) private static func beginning(_ bytes: UInt64) -> Int {
    (UInt32(truncatingIfNeeded: bytes) & 0xFF_FFFF | 0x20_2000).slot(bits: 14)
  }

  private mutating func addBeginnings(_ form: [UInt8], capital: Bool) {
    let upper = form[0].isLower ? form[0] & 0xDF : form[0]
    for initial in capital || upper == form[0] ? [upper] : [upper, form[0]] {
      for second in form.count > 1 ? form[1]...form[1] : 0...255 {
        for third in form.count > 2 ? form[2]...form[2] : 0...255 {
          let hash = Self.beginning(UInt64(initial) | UInt64(second) << 8 | UInt64(third) << 16)
          firstTrigramFilter[hash >> 6] |= 1 << UInt64(hash & 63)
        }
      }
    }
  }

  /// Calls `use` with a term and its reading range for every use, in order of place.
  func scan(_ reading: ReadingText, _ use: (Int, Range<Int>) -> Void) {
    guard !forms.isEmpty else { return }
    let span = reading.bytes.span
    let firstTrigramFilter = firstTrigramFilter.span
    let starts = starts.span
    let forms = forms.span
    reading.wordStarts.forEach(in: 0..<span.count) { place in
      let bytes = span.padded(at: place)
      let hash = Self.beginning(bytes)
      guard firstTrigramFilter.known(hash >> 6) >> UInt64(hash & 63) & 1 != 0 else { return place + 1 }
      let bucket = Self.bucket(bytes.wordKey)
      for index in Int(starts.known(bucket))..<Int(starts.known(bucket + 1)) {
        guard let stop = match(span, place, forms.known(index)) else { continue }
        if forms.known(index).term >= 0 { use(forms.known(index).term, place..<stop) }
        return stop
      }
      return place + 1
    }
  }

  @inline(__always) private func match(_ span: Span<UInt8>, _ start: Int, _ form: Form) -> Int? {
    let letters = letters.span
    let first = form.bytes.lowerBound
    let length = form.bytes.count
    guard start + length <= span.count else { return nil }
    // From the end, as forms that are tried here begin alike. A paragraph's break is no blank.
    var at = (length - 1) & ~7
    let unused = UInt64((at + 8 - length) * 8)
    guard (span.padded(at: start + at).lowercasedBytes ^ letters.eight(at: first + at)) << unused == 0 else { return nil }
    while at > 0 {
      at -= 8
      guard span.eight(at: start + at).lowercasedBytes == letters.eight(at: first + at) else { return nil }
    }
    let end = start + length
    if end < span.count, span[end].isWord, letters[first + length - 1].isWord, !span.isGeneralPunctuation(at: end) { return nil }
    if form.capital, span[start].isLower { return nil }
    // Every word of a title-case term is capitalised where it is used.
    for index in form.capitalisedWords {
      let word = start + Int(capitalisedWordOffsets[index])
      if span[word].isLower, !TitleWords.isSmall(span, word..<span.wordEnd(word)) { return nil }
    }
    return end
  }
}
