/// What a sentence of an amendment says that asks for nothing the grammar reads: a limit of the changes before it, or an instruction in
/// other words, which is listed as not understood.
struct AmendmentSentence {
  /// In small letters, with single blanks.
  private let words: String

  init(_ bytes: ArraySlice<UInt8>) {
    words = String(decoding: bytes.map { $0 == Ascii.lineFeed ? Ascii.space : $0.lowercased }, as: UTF8.self)
  }

  private func has(_ phrases: [String]) -> Bool { phrases.contains { words.contains($0) } }

  /// Which changes a limit is of.
  enum Reach {
    /// Those of the sentence before: "This change ends on June 30, 2017".
    case last
    /// All: "This Amendment shall not become effective until the rent is paid".
    case all
  }

  /// The reach of the limit that the sentence is; nil where it limits nothing.
  var limits: Reach? {
    let subject = words.drop { !$0.isLetter }
    let isOfAll =
      subject.hasPrefix("this amendment") || subject.hasPrefix("the foregoing amendment") || subject.hasPrefix("the amendment")
      || subject.hasPrefix("the effectiveness") || subject.hasPrefix("this ") && subject.prefix(60).contains("amendment")
      || subject.prefix(40).contains("above takes effect") || subject.contains("effectiveness of this")
    if isOfAll || has(["foregoing amendment"]),
      has([
        "effective until", "effective unless", "effective only", "effective upon", "effective when", "effective if", "conditioned",
        "conditional", "contingent", "effect until", "effect unless", "effect only", "is subject to", "are subject to",
        "effect when",
      ])
    {
      return .all
    }
    let isOfLast = ["change", "deletion", "replacement", "increase", "reduction", "amendment", "modification", "extension"].contains
    { noun in
      ["this ", "the foregoing ", "such "].contains { subject.hasPrefix($0 + noun) }
    }
    if isOfLast, has([" ends ", " expires ", " lapses ", " only ", " until ", " unless ", " if ", " when ", " not apply"]) {
      return .last
    }
    if subject.hasPrefix("notwithstanding the foregoing") || has(["as it stood", "continue to apply to", "continues to apply to"])
      || words.contains("remain subject to") && words.contains(" before ")
    {
      return .last
    }
    return nil
  }

  /// What the limit says: a day it ends with, what the signing itself brings about, or something else that must happen.
  func kind(_ date: CalendarDate?) -> InstructionLimit.Kind {
    if let date, has([" ends on", " expires on", " lapses on", " until "]), !has(["not become", "no force"]) {
      return .until(date)
    }
    // The papers that parties exchange as they sign.
    let isSigning = has([
      "condition", "execution", "executed", "counterpart", "signature", "signed", "date hereof", "date first", "date of this",
      "delivered to",
      "delivery", "receipt by", "have received", "has received", "satisfied", "satisfaction",
    ])
    let isOther = has(["shall not become effective", "conditioned upon", "contingent", "no force", "only when", "effect only"])
    return isSigning && !isOther ? .ownConditions : .condition
  }

  private static let signs = [
    " hereafter ", "is hereby deleted", "is hereby changed", "is raised", "hereby raised", "hereby lowered", "agree to reduce",
    "agree to increase", "instead of reading", "having read", "be read as", "is to read", "shall instead", "agreed to be",
    "is changed from",
    "are changed from", "is raised from", "is lowered from", "is extended from", "revoked and", "is revoked", "each reference",
    "any reference",
    "all references", "every reference", "references to", "wherever the", "reads as follows instead", "following meanings",
    "in lieu of",
    "shall henceforth", "is suspended", "are suspended", "temporarily replaced", "read as if", "from now on", "is hereby waived",
    "shall no longer", "be understood to mean", "that part of",
  ]

  /// Whether the words look like an instruction: "As used in the Lease, "Price" shall mean $40".
  var looksLikeInstruction: Bool {
    if has([
      "this amendment", "herein ", "hereunder", "hereto ", "nothing ", "whereas", "as amended", "as modified", "date of this",
      "clarifies",
    ]) {
      return false
    }
    if has(Self.signs) { return true }
    guard has(["shall mean", "shall now mean", "shall have the meaning", "\" means", "shall be read"]) else { return false }
    return has([
      "term \"", "terms \"", "as used in", "for all purposes", "definition", "in section", "of the lease", "of the agreement",
    ])
  }
}
