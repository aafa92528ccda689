/// What an instruction does, by its verb in any form: `is deleted`, `by deleting`, `to delete`, `hereby delete`.
enum InstructionVerb {
  /// Changes in a way that other words tell: "is amended by", "is amended to read".
  case amend
  case restate, delete, replace, substitute, insert, renumber
  /// Gives a date or an amount another value: "is extended from May 1 to June 1".
  case revalue

  enum Form { case participle, gerund, base }

  /// The verb that a word is, and its form.
  static func of(_ word: Word) -> (verb: InstructionVerb, form: Form)? { table[word] }

  private static let table: [Word: (verb: InstructionVerb, form: Form)] = {
    let verbs: [(InstructionVerb, [(participle: Word, gerund: Word, base: Word)])] = [
      (
        .amend,
        [
          ("amended", "amending", "amend"), ("modified", "modifying", "modify"), ("revised", "revising", "revise"),
          ("changed", "changing", "change"), ("varied", "varying", "vary"), ("altered", "altering", "alter"),
          ("corrected", "correcting", "correct"),
        ]
      ),
      (.restate, [("restated", "restating", "restate")]),
      (
        .delete,
        [
          ("deleted", "deleting", "delete"), ("stricken", "striking", "strike"), ("struck", "striking", "strike"),
          ("removed", "removing", "remove"), ("eliminated", "eliminating", "eliminate"), ("cancelled", "cancelling", "cancel"),
          ("canceled", "canceling", "cancel"), ("voided", "voiding", "void"), ("omitted", "omitting", "omit"),
          ("repealed", "repealing", "repeal"), ("rescinded", "rescinding", "rescind"), ("withdrawn", "withdrawing", "withdraw"),
          ("dropped", "dropping", "drop"),
        ]
      ),
      (.replace, [("replaced", "replacing", "replace"), ("superseded", "superseding", "supersede")]),
      (.substitute, [("substituted", "substituting", "substitute")]),
      (
        .insert,
        [
          ("added", "adding", "add"), ("inserted", "inserting", "insert"), ("appended", "appending", "append"),
          ("supplemented", "supplementing", "supplement"), ("complemented", "complementing", "complement"),
          ("adopted", "adopting", "adopt"),
        ]
      ),
      (
        .renumber,
        [
          ("renumbered", "renumbering", "renumber"), ("redesignated", "redesignating", "redesignate"),
          ("relettered", "relettering", "reletter"),
        ]
      ),
      (
        .revalue,
        [
          ("extended", "extending", "extend"), ("increased", "increasing", "increase"), ("reduced", "reducing", "reduce"),
          ("decreased", "decreasing", "decrease"), ("postponed", "postponing", "postpone"),
          ("shortened", "shortening", "shorten"), ("lengthened", "lengthening", "lengthen"), ("raised", "raising", "raise"),
          ("lowered", "lowering", "lower"),
        ]
      ),
    ]
    var out: [Word: (verb: InstructionVerb, form: Form)] = [:]
    for (verb, forms) in verbs {
      for form in forms {
        out[form.participle] = (verb, .participle)
        out[form.gerund] = (verb, .gerund)
        out[form.base] = (verb, .base)
      }
    }
    return out
  }()
}

/// The verb on which an instruction hangs, and where its phrase begins: "shall be and hereby is" amended.
struct MainVerb {
  var at: Int
  var phrase: Int
  var verb: InstructionVerb
  var form: InstructionVerb.Form

  /// "shall stand deleted", "shall be deemed to have been inserted" too.
  private static let be: Set<Word> = ["is", "are", "be", "stand", "stands", "been"]
  /// What may stand between "is" and its participle: "is hereby deleted, and therefore replaced".
  private static let between: Set<Word> = [
    "hereby", "herewith", "have", "further", "also", "and", ",", "therefore", "accordingly", "thereby", "it", "the", "same",
    "shall",
    "will",
    "deemed", "now", "each", "both", "all", "intentionally",
  ]
  /// Words before the phrase that take its force away: "may be amended", "shall not be deleted".
  private static let denials: Set<Word> = [
    "may", "might", "can", "could", "would", "cannot", "not", "never", "nor", "should", "to", "which", "who", "as",
  ]

  /// Words that lead to what holds a change: "in Section 5.1 of the Agreement, by".
  private static let holding: Set<Word> = ["in", "at", "after", "of", "the", "to", "by", "and"]

  /// The first verb that asks for something.
  static func find(_ words: InstructionWords) -> MainVerb? {
    let head = words.behindLabel(0, before: words.count)
    for index in words.lexemes.indices {
      if words[index] == "read", ["shall", "will", "now", "hereafter"].contains(words[index - 1]) {
        var phrase = index
        while ["shall", "will", "now", "hereafter", "hereby"].contains(words[phrase - 1]) { phrase -= 1 }
        return MainVerb(at: index, phrase: phrase, verb: .amend, form: .participle)
      }
      // `"five days" shall become "three days"`, `"2021" is to be read as "2024"`
      if let phrase = exchanged(words, index) {
        return MainVerb(at: index, phrase: phrase, verb: .replace, form: .participle)
      }
      // "Clause 2.2 shall cease to have effect"
      if words.matches("cease to have", at: index), ["shall", "will"].contains(words[index - 1]) {
        return MainVerb(at: index, phrase: index - 1, verb: .delete, form: .participle)
      }
      if words.matches("no further force", at: index) || words.matches("null and void", at: index),
        let phrase = bePhrase(words, index)
      {
        return MainVerb(at: index, phrase: phrase, verb: .delete, form: .participle)
      }
      if words.matches("references to", at: index), let phrase = bePhrase(words, index),
        words[index - 1] == "deemed" || words[index - 1] == "be"
      {
        return MainVerb(at: index, phrase: phrase, verb: .replace, form: .participle)
      }
      guard let (verb, form) = InstructionVerb.of(words[index]) else { continue }
      // "is extended from May 1", "is hereby extended by one year"; "the term as extended" asks for nothing.
      if verb == .revalue, words[index - 1] != "hereby", !(words[index + 1] == "to" && words.quote(index + 2) != nil),
        !words.lexemes.indices.contains(where: { words[$0] == "from" && $0 > index })
      {
        continue
      }
      switch form {
      case .participle:
        if let phrase = bePhrase(words, index) { return MainVerb(at: index, phrase: phrase, verb: verb, form: form) }
      case .gerund:
        // "AMENDING AGREEMENT" is a title.
        let isTitle = ["agreement", "deed", "letter", "contract"].contains(words[index + 1])
        if index == head && !isTitle || index == head + 1 && words[head] == "by" {
          return MainVerb(at: index, phrase: head, verb: verb, form: form)
        }
        // "(a) in Section 5.1, by replacing "ten" with "five"", "(b) Section 7, by deleting the last sentence"
        if words[index - 1] == "by",
          words.reference(head) != nil || ["in", "at", "after"].contains(words[head]) && words.reference(head + 1) != nil,
          (head..<index).allSatisfy({
            words.kind($0) != .word || words[$0].count == 1 || Self.holding.contains(words[$0]) || words.isCapital($0)
          })
        {
          return MainVerb(at: index, phrase: index - 1, verb: verb, form: form)
        }
      case .base:
        if index == head, verb != .revalue, words.count > index + 2 {
          return MainVerb(at: index, phrase: head, verb: verb, form: form)
        }
        if (index - 6..<index).contains(where: { ["not", "never", "nor"].contains(words[$0]) }) { continue }
        // "In clause 3.1, delete "30 days"", "In clause 6.2 for "ten" substitute "five""
        let isBehindLead =
          [",", ":"].contains(words[index - 1]) || words.quote(index - 1) != nil || words.reference(index - 1) != nil
        if isBehindLead, index > head,
          ["in", "after", "at", "for", "before"].contains(words[head])
            || words.reference(head) != nil && [words[head + 1], words[index - 1]].contains(":"),
          (head..<index).contains(where: { words.reference($0) != nil || words[$0] == "definition" }),
          [.delete, .insert, .replace, .substitute].contains(verb)
        {
          return MainVerb(at: index, phrase: index, verb: verb, form: form)
        }
        if words[index - 1] == "hereby", !["shall", "is", "be"].contains(words[index - 2]) {
          return MainVerb(at: index, phrase: index - 1, verb: verb, form: form)
        }
        // "The parties remove Article 2.2": who asks is named.
        if words[index - 1] == "parties", words[index - 2] == "the", index - 2 == head {
          return MainVerb(at: index, phrase: index - 2, verb: verb, form: form)
        }
        if words[index - 1] == "to", ["agree", "agrees", "agreed"].contains(words[index - 2]) {
          return MainVerb(at: index, phrase: index - 2, verb: verb, form: form)
        }
      }
    }
    return nil
  }

  /// Where the phrase begins that puts one quotation in the place of another, "shall become", "is to be read as"; nil where the words at
  /// a place do not.
  private static func exchanged(_ words: InstructionWords, _ index: Int) -> Int? {
    let isRead = words[index] == "read" && words[index + 1] == "as"
    guard ["become", "becomes"].contains(words[index]) || isRead, words.quote(index + (isRead ? 2 : 1)) != nil else { return nil }
    var phrase = index
    while phrase > 0, ["shall", "will", "hereby", "be", "to", "is", "are", "now"].contains(words[phrase - 1]) { phrase -= 1 }
    return words.quote(phrase - 1) != nil ? phrase : nil
  }

  /// Where the phrase of "is" before a participle begins; nil where there is none, or it has no force.
  private static func bePhrase(_ words: InstructionWords, _ participle: Int) -> Int? {
    var at = participle - 1
    var phrase: Int?
    while at >= 0,
      between.contains(words[at]) || be.contains(words[at]) || InstructionVerb.of(words[at])?.form == .participle
        || words[at] == "to" && (words[at - 1] == "deemed" || be.contains(words[at - 1]))
        || words[at] == "of" && words[participle] == "no"
    {
      if be.contains(words[at]) { phrase = at }
      if let first = phrase, first == at + 1, ["shall", "will"].contains(words[at]) { phrase = at }
      at -= 1
    }
    guard let phrase, !denials.contains(words[phrase - 1]) else { return nil }
    return phrase
  }
}
