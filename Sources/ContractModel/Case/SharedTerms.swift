/// The terms of a case by name, with what each member says they mean: digests are compared, and not texts.
struct SharedTerms: Sendable, Equatable {
  /// What a member says in a definitions list.
  struct Meaning: Sendable, Equatable {
    let member: Int
    let term: Int
    /// A digest of the words, so that print does not count: small letters, no marks.
    fileprivate let words: Digest

    /// Whether another member says the same.
    func isSame(as other: Meaning) -> Bool { words == other.words }
  }

  /// Two hashes, so that two texts of one digest are not to be met.
  fileprivate struct Digest: Sendable, Equatable {
    let first: UInt64
    let second: UInt64
  }

  /// In order of the members.
  private let byName: [String: [Meaning]]

  init(_ members: [Case.Member]) {
    var byName: [String: [Meaning]] = [:]
    if members.count > 1 {
      for (index, member) in members.enumerated() {
        let agreement = member.agreement
        for (number, term) in agreement.terms.enumerated() {
          guard let meaning = term.meaning(), meaning.kind == .list else { continue }
          let range = agreement.reading.reading(meaning.extent)
          byName[term.name.lowercasedBytes, default: []].append(
            Meaning(member: index, term: number, words: Self.digest(agreement.reading.bytes.span, range)))
        }
      }
    }
    self.byName = byName
  }

  /// The meanings of a term, as the members give them in their lists.
  subscript(name: String) -> [Meaning] { byName[name.lowercasedBytes] ?? [] }

  /// Two hashes of the letters and figures of a range (FNV-1a, 64 bits, from two beginnings), with one mark between words.
  private static func digest(_ span: Span<UInt8>, _ range: Range<Int>) -> Digest {
    var a: UInt64 = 0xCBF2_9CE4_8422_2325
    var b: UInt64 = 0x9E37_79B9_7F4A_7C15
    var inWord = false
    func add(_ byte: UInt8) {
      a = (a ^ UInt64(byte)) &* 0x100_0000_01B3
      b = (b ^ UInt64(byte)) &* 0x100_0000_01B3 &+ 1
    }
    for i in range {
      let byte = span[i]
      if byte.isAlphanumeric || byte >= 0x80 {
        if !inWord { add(Ascii.space) }
        inWord = true
        add(byte.lowercased)
      } else {
        inWord = false
      }
    }
    return Digest(first: a, second: b)
  }
}
