/// The words of an instruction that say no more than what is asked for, and those that make it doubtful.
///
/// `Section 2 is hereby deleted in its entirety` says one thing; `Section 2 is deleted for 2017 only` says more, and what is more than was
/// understood is not carried out in part.
extension InstructionParser {
  static let unread = "it says more than was understood"

  /// Words that say no more of a change than that it is one: "in its entirety", "and intentionally left blank", "in alphabetical order".
  static let fillers: Set<Word> = [
    "in", "its", "their", "entirety", "entire", "wholly", "whole", "completely", "intentionally", "left", "blank", "omitted",
    "reserved", "hereby", "herewith", "the", "a", "an", "and", "or", "of", "no", "further", "longer", "force", "effect", "without",
    "any", "replacement", "being", "from", "therefrom", "thereof", "such", "that", "this", "agreement", "be", "shall", "is", "are",
    "have", "has", "now", "also", "as", "all", "respects", "purposes", "for", "lieu", "following", "deemed", "to", "therefore",
    "accordingly", "section", "sections", "with", "it", "same", "hereof", "both", "each", "place", "stead", "thereto", "amended",
    "substituted", "inserted", "added", "by", "above", "below", "set", "forth", "new", "text", "language", "words", "provision",
    "provisions", "subsection", "clause", "paragraph", "marked", "reading", "read", "reads", "remainder", "thereafter", "hereafter",
    "parties", "heading", "numbered", "appears", "appear", "appearing", "occurs", "occur", "they", "order", "alphabetical",
    "alphabetic", "alphabetically", "numerical", "appropriate", "appropriately", "proper", "properly", "correct", "respectively",
    "where", "which", "therein", "hereto", "out", "manner", "form", "attached", "annexed", "appended", "contained", "existing",
    "changes", "sentence",
    "word", "phrase", "term", "terms", "reference", "references", "location", "sequence", "these", "those", "used",
    "so", "full", "was", "were", "will", "deed", "amendment", "attachment", "simply", "there", "instead", "previous",
    "previously", "formerly", "whereas", "currently", "presently", "made", "position", "places", "definition", "definitions",
    "defined", "then", "entitled", "titled", "captioned", "headed", "called", "unconditionally", "irrevocably", "last", "final",
    "said",
    "article", "providing", "provides", "name", "subsections", "paragraphs", "clauses", "sentences",
  ]

  /// Phrases of which no word alone says nothing.
  static let fillerPhrases: [StaticString] = [
    "at the end thereof", "at the end of", "at the end", "on the terms", "in addition", "by and between the parties",
    "between the parties hereto", "between the parties", "in full",
  ]

  /// Words of a paper that is not named, which what is changed may be in: "Section 4 of such amendment", "of the offer letter".
  private static let papers: Set<Word> = ["agreement", "deed", "amendment", "attachment"]

  /// Whether a word is one that nothing was made of and that may say something.
  func isUnread(_ index: Int) -> Bool {
    let word = words[index]
    return words.kind(index) == .word && word.count > 1 && !word.isFigures && !words.isCapital(index)
      && !Self.fillers.contains(word)
  }

  /// Reads a word between what is changed and its verb that nothing else reads: "of the offer letter", "as previously amended".
  mutating func readTailWord(_ here: Int) {
    if let length = words.length(ofAny: Self.fillerPhrases, at: here) {
      at = here + length
    } else if words[here] == "as",
      ["amended", "previously", "heretofore", "so", "modified", "supplemented", "further"].contains(words[here + 1])
    {
      at = (here..<verb.phrase).first { [",", ")"].contains(words[$0]) } ?? verb.phrase
    } else if words[here] == "dated" {
      at = (here..<verb.phrase).first { words[$0].figures.map { (1900...2200).contains($0.number) } ?? false }.map { $0 + 1 } ?? at
    } else if isUnread(here) || Self.papers.contains(words[here]) && !words.isCapital(here) {
      instruction.hasUnread = true
    } else {
      readOwner(here)
    }
  }

  /// The paper that a preposition behind a reference leads to, where the reference tells of none: "Clause (iii) of Section 3.2 of the Lease";
  /// a name that nothing tells to be a paper makes the place doubtful, "Section 4 of the Disclosure Schedule".
  private mutating func readOwner(_ here: Int) {
    guard ["of", "in", "to", "under", "from"].contains(words[here]), let index = words.reference(here - 1),
      facts.owner(index) == nil
    else { return }
    var name = here + 1
    while ["the", "said", "such", "that", "certain"].contains(words[name]) { name += 1 }
    guard name < verb.phrase, words.kind(name) == .word, words.isCapital(name) else { return }
    var nouns = InstructionNounParser(words: words, facts: facts, at: name)
    guard let paper = nouns.document(verb.phrase) else { return doubt("which paper it is of is not certain") }
    if instruction.paper == nil { instruction.paper = paper }
    at = nouns.at
  }
}
