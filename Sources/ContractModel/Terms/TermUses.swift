/// Finds every use of every term in one pass: at each word, the longest form that stands there.
///
/// A capitalised term is used only with capitals ("the Term", never "the term"); plural, possessive and ALL-CAPS forms count.
struct TermUses {
  private struct Form {
    var bytes: [UInt8]
    var term: Int
    var capital: Bool
  }

  private var forms: [Form] = []
  /// For each hash of a first word, the forms that begin with it, longest first: `starts[h]` to `starts[h + 1]`.
  private var starts: [Int32] = []
  /// Whether a form begins with a byte.
  private var initials = [Bool](repeating: false, count: 256)
  private static let buckets = 4096

  /// `terms` are the printed forms by term; `blocked` are names that contain terms and are none (parties' full names).
  init(terms: [[[UInt8]]], blocked: [[UInt8]]) {
    var all: [Form] = []
    for (term, printed) in terms.enumerated() {
      // A term has a handful of forms: looking through them is cheaper than hashing.
      var seen: [[UInt8]] = []
      for words in printed {
        let capital = words.first.map { !$0.isLower } ?? true
        for form in TermName.forms(words) where !form.isEmpty && !seen.contains(form) {
          seen.append(form)
          all.append(Form(bytes: form, term: term, capital: capital))
        }
      }
    }
    for name in blocked where name.contains(Ascii.space) {
      all.append(Form(bytes: name.map(\.lowercased), term: -1, capital: true))
    }
    var keyed: [(bucket: Int, form: Form)] = []
    keyed.reserveCapacity(all.count)
    for form in all {
      if !form.capital { initials[Int(form.bytes[0])] = true }
      if !form.bytes[0].isLower { initials[Int(form.bytes[0])] = true }
      if form.bytes[0].isLower { initials[Int(form.bytes[0] & 0xDF)] = true }
      keyed.append((Self.bucket(form.bytes.span, 0, form.bytes.count).bucket, form))
    }
    keyed.sort { a, b in
      (a.bucket, -a.form.bytes.count, a.form.term) < (b.bucket, -b.form.bytes.count, b.form.term)
    }
    starts = [Int32](repeating: 0, count: Self.buckets + 1)
    var next = 0
    for bucket in 0..<Self.buckets {
      starts[bucket] = Int32(next)
      while next < keyed.count, keyed[next].bucket == bucket { next += 1 }
    }
    forms = keyed.map(\.form)
    starts[Self.buckets] = Int32(forms.count)
  }

  @inline(__always) private static func bucket(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> (bucket: Int, end: Int) {
    var hash: UInt32 = 2_166_136_261
    var i = start
    while i < limit, span[i].isWord {
      hash = (hash ^ UInt32(span[i].lowercased)) &* 16_777_619
      i += 1
    }
    return (Int((hash ^ hash >> 15) & UInt32(buckets - 1)), i)
  }

  /// Calls `use` with a term and its reading range for every use, in order of place.
  func scan(_ reading: ReadingText, _ use: (Int, Range<Int>) -> Void) {
    guard !forms.isEmpty else { return }
    let span = reading.bytes.span
    let count = span.count
    // One look-up a byte: 1 for a byte of a word, 2 for one that a form begins with.
    var kinds = [UInt8](repeating: 0, count: 256)
    for byte in 0..<256 { kinds[byte] = (UInt8(byte).isWord ? 1 : 0) | (initials[byte] ? 2 : 0) }
    let kind = kinds.span
    var i = 0
    var before: UInt8 = 0
    while i < count {
      let here = kind.known(Int(span.known(i)))
      guard here & 2 != 0, before & 1 == 0 else {
        before = here
        i += 1
        continue
      }
      before = 1
      let (bucket, end) = Self.bucket(span, i, count)
      let low = Int(starts[bucket])
      let high = Int(starts[bucket + 1])
      var matched = false
      if low < high {
        for k in low..<high {
          if let stop = match(span, i, k) {
            if forms[k].term >= 0 { use(forms[k].term, i..<stop) }
            i = stop
            before = kind[Int(span[stop - 1])]
            matched = true
            break
          }
        }
      }
      if !matched {
        // A form may begin with a byte that is no word's, an opening bracket.
        if end == i { before = here }
        i = max(end, i + 1)
      }
    }
  }

  @inline(__always) private func match(_ span: Span<UInt8>, _ start: Int, _ index: Int) -> Int? {
    let form = forms[index]
    let length = form.bytes.count
    guard start + length <= span.count else { return nil }
    for k in 0..<length where span[start + k].lowercased != form.bytes[k] {
      // A paragraph's break is no blank.
      return nil
    }
    let end = start + length
    if end < span.count, span[end].isWord, form.bytes[length - 1].isWord { return nil }
    if form.capital, span[start].isLower { return nil }
    if form.capital {
      // Every word of a title-case term is capitalised where it is used.
      var k = 1
      while k < length {
        if form.bytes[k - 1] == Ascii.space, span[start + k].isLower, form.bytes.count - k > 3,
          !TitleWords.isSmall(span, (start + k)..<wordEnd(span, start + k))
        {
          return nil
        }
        k += 1
      }
    }
    return end
  }

  private func wordEnd(_ span: Span<UInt8>, _ start: Int) -> Int {
    var i = start
    while i < span.count, span[i].isWord { i += 1 }
    return i
  }

  /// The places in a text where names stand that it does not define itself, in the source; its own terms win where both fit.
  static func places(of names: [String], besides own: [String], in agreement: Agreement) -> [[Range<Int>]] {
    let reading = agreement.reading
    var out = [[Range<Int>]](repeating: [], count: names.count)
    let matcher = TermUses(terms: (names + own).map { [Array($0.utf8)] }, blocked: agreement.parties.map { Array($0.name.utf8) })
    var cursor = ReadingText.SourceCursor(reading)
    matcher.scan(reading) { term, range in
      if term < names.count { out[term].append(cursor.source(range)) }
    }
    return out
  }
}
