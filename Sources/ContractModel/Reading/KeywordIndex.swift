/// Where the words begin that the stages of the parser look for: found in one pass over the words of a text, whatever their case.
///
/// In `under Section 3, as amended, the law of Ohio` a reference may begin at `Section`, and `amended` and `law` have places too.
struct KeywordIndex {
  /// What a word may begin.
  enum Subject: UInt8, CaseIterable {
    /// A reference to a provision or attachment: "Section", "Clauses", "§".
    case reference
    /// What a term means: "means", "meaning".
    case means
    /// A pointer to where a term is defined: "(as defined in".
    case pointer
    case amended
    /// What names something: "hereinafter", "hereafter", "herein called".
    case naming
    /// What a sentence names something with at its end: "referred to as the", "shall be known as the", "the day on which … is the".
    case called
    /// "between" and "among".
    case between
    case law
  }

  private var places = [[Int]](repeating: [], count: Subject.allCases.count)

  init(_ reading: ReadingText) {
    let span = reading.bytes.span
    let keys = Self.keys.span
    reading.wordStarts.forEach(in: 0..<span.count) { place in
      // Nearly all words are none of these: one look at their first four bytes is what makes the scan fast.
      let bytes = UInt32(truncatingIfNeeded: span.padded(at: place)) | 0x2020_2020
      let key = keys.known(bytes.slot(bits: Self.bits))
      if key.bytes == bytes {
        places[Int(key.subject.rawValue)].append(place)
      } else if bytes & 0xFF_FFFF == Self.law {
        places[Int(Subject.law.rawValue)].append(place)
      } else if bytes & 0xFF_FFFF == Self.bracketedSign || bytes & 0xFF_FFFF == Self.doubledS || bytes & 0xFFFF == Self.sectionSign
        || bytes & 0xFFFF == 0x6C63 && Self.shortClauses.contains(bytes & 0xFF_FFFF)
      {
        places[Int(Subject.reference.rawValue)].append(place)
      }
      return place + 1
    }
  }

  /// The offsets, in order, at which words of a subject may begin; the rest of the words is for who asks to compare.
  subscript(subject: Subject) -> [Int] { places[Int(subject.rawValue)] }

  /// Calls `visit` with each place of a subject and the paragraph it stands in, in order.
  @inline(__always) func forEach(
    _ subject: Subject, in paragraphs: [Paragraph], _ visit: (Int, Range<Int>) -> Void
  ) {
    var next = 0
    for place in self[subject] {
      while next < paragraphs.count, paragraphs[next].range.upperBound <= place { next += 1 }
      guard next < paragraphs.count, paragraphs[next].range.lowerBound <= place else { continue }
      visit(place, paragraphs[next].range)
    }
  }

  // Words of fewer than four bytes: "law", "(s)", "ss." and the section sign, as far as taking off the case leaves it.
  private static let law: UInt32 = 0x77_616C
  private static let bracketedSign: UInt32 = 0x29_7328
  private static let doubledS: UInt32 = 0x2E_7373
  private static let sectionSign: UInt32 = 0xA7E2
  /// `cl. 4`, `cl 4`, `cls 4 and 5`
  private static let shortClauses: [UInt32] = [0x2E_6C63, 0x20_6C63, 0x73_6C63]

  private struct Key {
    var bytes: UInt32 = 0
    var subject = Subject.reference
  }

  /// So many that no two of the words have one slot.
  private static let bits: UInt32 = 9

  /// The first four bytes of every longer word, each in the slot of its hash.
  private static let keys: [Key] = {
    var table = [Key](repeating: Key(), count: 1 << bits)
    func add(_ subject: Subject, _ words: String...) {
      for word in words {
        let bytes = Array(word.utf8).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        precondition(table[bytes.slot(bits: bits)].bytes == 0)
        table[bytes.slot(bits: bits)] = Key(bytes: bytes, subject: subject)
      }
    }
    add(
      .reference, "sect", "sec.", "sche", "subs", "sub-", "subp", "subc", "arti", "anne", "appe", "atta", "clau", "exhi", "para",
      "part", "titl", "art.", "arts", "sch.", "sch ", "reci", "cond", "rule", "item", "limb", "poin", "ziff",
      "adde", "ride", "encl")
    add(.means, "mean")
    add(.pointer, "(as ")
    add(.amended, "amen")
    add(.naming, "here")
    add(.called, "call", "refe", "know", "deem", "whic")
    add(.between, "betw", "amon")
    return table
  }()
}
