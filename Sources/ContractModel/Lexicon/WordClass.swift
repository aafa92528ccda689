/// What a word can be in a sentence, whatever else it is: "shall" is a modal, "days" a unit of time.
///
/// Each list stands here once; a token carries the classes of its word, so that a scanner asks with one comparison.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt32

  /// Units of time that periods are counted in.
  static let timeUnit = WordClass(rawValue: 1 << 0)
  /// What stands between an amount and its unit: "thirty calendar days".
  static let amountModifier = WordClass(rawValue: 1 << 1)
  /// What makes a day a day of business.
  static let businessDay = WordClass(rawValue: 1 << 2)
  /// Verbs that make what follows a duty, a right or a plan.
  static let modal = WordClass(rawValue: 1 << 3)
  /// First words of the phrases that oblige or permit: "agrees to", "is entitled to".
  static let dutyVerb = WordClass(rawValue: 1 << 4)
  /// What ends the words of a trigger: "after receipt unless".
  static let clauseCloser = WordClass(rawValue: 1 << 5)
  /// What begins the subject of a clause.
  static let determiner = WordClass(rawValue: 1 << 6)
  /// What makes a clause a condition or a relative one: "as Borrower may request", "if Borrower shall fail".
  static let condition = WordClass(rawValue: 1 << 7)
  /// Articles and the like before a name: "such Borrower".
  static let article = WordClass(rawValue: 1 << 8)
  /// Words before a name that keep it from being a subject: "approval of the Licensee".
  static let preposition = WordClass(rawValue: 1 << 9)
  /// What may lead "party": "each Party", "the other party".
  static let partyLead = WordClass(rawValue: 1 << 10)
  /// Those who can owe, in the singular: "agent", "lender".
  static let person = WordClass(rawValue: 1 << 11)
  /// Abbreviations whose period ends no sentence: "Inc. Licensee", "No. 5".
  static let abbreviation = WordClass(rawValue: 1 << 12)
  /// Participles that do not end in "ed".
  static let participle = WordClass(rawValue: 1 << 13)

  /// What a day that is given stands behind: "by June 1", "until June 1".
  static let dayLead = WordClass(rawValue: 1 << 14)
  /// Days of the week and months.
  static let calendarName = WordClass(rawValue: 1 << 15)

  private static let lists: [(WordClass, [Word])] = [
    (
      .calendarName,
      [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
        "may", "june",
        "july", "august", "september", "october", "november", "december",
      ]
    ),
    (.dayLead, ["by", "before", "than", "to", "until", "through", "on", "after", "is"]),
    (
      .timeUnit,
      [
        "hour", "hours", "day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years", "fortnight",
        "fortnights", "anniversary",
      ]
    ),
    (
      .amountModifier,
      [
        "calendar", "consecutive", "full", "additional", "further", "successive", "more", "complete", "normal", "clear", "whole",
        "entire", "continuous", "annual",
      ]
    ),
    (.businessDay, ["business", "working", "banking", "trading"]),
    (.modal, ["shall", "will", "may", "must"]),
    (
      .dutyVerb,
      [
        "shall", "will", "may", "must", "agrees", "agree", "covenants", "undertakes", "is", "are", "has", "have", "hereby",
        "promises", "reserves", "covenant", "undertake", "promise", "cannot",
      ]
    ),
    (
      .clauseCloser,
      [
        "unless", "if", "provided", "except", "then", "which", "whichever", "without", "until", "during", "against", "whereupon",
        "upon", "pursuant", "on", ";", ":", ",", "(", ")", "\"",
      ]
    ),
    (.determiner, ["the", "such", "each", "either", "both", "any", "it", "they", "neither", "that"]),
    (
      .condition,
      [
        "as", "which", "whichever", "what", "whatever", "than", "if", "unless", "until", "whether", "when", "whenever", "where",
      ]
    ),
    (.article, ["the", "such", "each", "any", "a", "an", "every", "said", "that"]),
    (
      .preposition,
      ["of", "by", "to", "for", "from", "with", "upon", "between", "against", "'", "on", "in", "under", "than"]
    ),
    (
      .partyLead,
      ["each", "either", "neither", "no", "both", "the", "any", "such", "other", "all", "every", "first", "second"]
    ),
    (
      .person,
      [
        "party", "agent", "lender", "borrower", "trustee", "guarantor", "company", "executive", "employee", "contractor", "owner",
        "buyer", "seller", "purchaser", "parent", "bank", "board", "director", "committee", "manager", "holder", "member",
        "affiliate", "subsidiary", "licensor", "licensee", "lessor", "lessee", "landlord", "tenant", "supplier", "customer",
        "provider", "distributor", "developer", "architect", "engineer", "consultant", "partner", "partnership", "investor",
        "stockholder", "shareholder", "issuer", "servicer", "depositor", "underwriter", "indemnitor", "indemnitee", "recipient",
        "client", "corporation", "franchisee", "franchisor", "subcontractor", "surety", "insurer", "employer", "assignee",
        "assignor", "officer", "sublicensee", "grantor", "grantee", "pledgor", "optionee", "participant", "administrator",
        "custodian", "arbitrator", "obligor", "obligee", "vendor", "operator",
      ]
    ),
    (.abbreviation, Abbreviation.words.map { Word(stringLiteral: $0) }),
    (
      .participle,
      [
        "been", "become", "made", "paid", "given", "taken", "sent", "sold", "begun", "met", "had", "done", "failed", "kept",
        "borne", "held",
        "set", "built", "drawn", "bought", "brought", "told", "shown", "written", "put", "read", "spent", "lent", "left", "laid",
        "dealt",
        "found", "known", "chosen", "driven", "sought", "shared", "worn", "fed", "hung", "cut", "let", "swept", "dug",
      ]
    ),
  ]

  /// The classes of a word; none for a word that no list has.
  @inline(__always) static func of(_ word: Word) -> WordClass { table.classes(of: word) }

  private static let table = Table(lists)

  /// The words of all lists with their classes, each at the slot of its hash or the next that is free.
  private struct Table {
    private static let bits: UInt64 = 10
    private var slots: [(word: Word, classes: WordClass)]

    init(_ lists: [(WordClass, [Word])]) {
      slots = Array(repeating: (Word.none, []), count: 1 << Self.bits)
      for (classes, words) in lists {
        for word in words {
          var slot = word.slot(bits: Self.bits)
          while slots[slot].word != .none, slots[slot].word != word { slot = (slot + 1) % slots.count }
          slots[slot].word = word
          slots[slot].classes.formUnion(classes)
        }
      }
    }

    @inline(__always) func classes(of word: Word) -> WordClass {
      var slot = word.slot(bits: Self.bits)
      while slots[slot].word != .none {
        if slots[slot].word == word { return slots[slot].classes }
        slot = (slot + 1) & (slots.count - 1)
      }
      return []
    }
  }
}
