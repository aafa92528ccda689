/// What a sentence only tells of a change, and does not ask for: `WHEREAS, the Tenant has asked that Section 3 be deleted`.
extension InstructionParser {
  static let tellingWords: Set<Word> = [
    "whereas", "nothing", "wish", "wishes", "desire", "desires", "desired", "asked", "asks", "request", "requests", "requested",
    "propose", "proposes", "proposed", "intend", "intends", "want", "wants", "meaning", "construed", "interpreted", "may", "might",
    "whether", "neither",
  ]

  static let refusing: Set<Word> = [
    "not", "never", "refuse", "refuses", "refused", "decline", "declines", "declined", "failed",
  ]

  private static let burdens: Set<Word> = ["obligation", "duty", "intention", "need", "right", "authority"]

  /// "WHEREAS, the Tenant has asked that Section 3 be deleted", "Nothing herein means that it is deleted", "may agree that it be deleted".
  static func isTold(_ words: InstructionWords, _ verb: MainVerb) -> Bool {
    let before = 0..<max(0, verb.phrase)
    if before.contains(where: { tellingWords.contains(words[$0]) && !(words[$0] == "may" && words.isCapital($0)) }) { return true }
    // "The parties to the Guaranty agree that": those of another paper.
    if let other = before.first(where: { words[$0] == "parties" && words[$0 + 1] == "to" }), words[other + 2] != "this",
      !words.matches("to the agreement", at: other + 1), before.contains(where: { $0 > other && words[$0] == "that" })
    {
      return true
    }
    // "The parties have agreed to amend the Agreement by the terms of this Amendment": what the paper is for.
    let behind = min(words.count, verb.at + 1)..<words.count
    if behind.contains(where: { words.matches("the terms of this", at: $0) || words.matches("the terms set out in this", at: $0) }),
      !behind.contains(where: { words.reference($0) != nil || words.quote($0) != nil || words.kind($0) == .newWords })
    {
      return true
    }
    // "that Section 3 be deleted" is done where the parties agree to it.
    guard let that = before.last(where: { words[$0] == "that" && words[$0 + 1] != "certain" && words.kind($0 - 1) == .word }) else {
      return false
    }
    if words[that - 1] == "provided" || words[that - 1] == "," && words[that - 2] == "provided" { return false }
    let isAgreed = before.contains { $0 < that && ["agree", "agrees", "agreed", "acknowledge", "confirm"].contains(words[$0]) }
    // "The Lessor did not agree that Section 3.3 is deleted", "has refused to agree"
    if isAgreed, before.contains(where: { $0 < that && Self.refusing.contains(words[$0]) }) { return true }
    // "The Bank has no obligation to agree that Section 3.4 be deleted"
    if isAgreed, before.contains(where: { $0 < that && words[$0] == "no" && Self.burdens.contains(words[$0 + 1]) }) { return true }
    let isRelative = words.kind(that - 1) == .word && words[that - 1] == "so"
    return !isAgreed && !isRelative
  }
}
