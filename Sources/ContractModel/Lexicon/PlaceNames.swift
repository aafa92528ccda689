/// Countries, states and what is of them: the first words of "Florida Lien Laws", "United States" and "Ontario" in brackets.
package enum PlaceNames {
  private static let words = WordSet(
    "alabama", "alaska", "alberta", "american", "arizona", "arkansas", "australia", "australian", "british", "california", "canada",
    "canadian", "china", "colorado", "connecticut", "delaware", "england", "english", "european", "florida", "france", "french",
    "georgia", "german", "germany", "hawaii", "idaho", "illinois", "indiana", "iowa", "ireland", "irish", "kansas", "kentucky",
    "louisiana", "maine", "manitoba", "maryland", "massachusetts", "mexican", "michigan", "minnesota", "mississippi", "missouri",
    "montana", "nebraska", "netherlands", "nevada", "ohio", "oklahoma", "ontario", "oregon", "pennsylvania", "philippines",
    "quebec",
    "scotland", "scottish", "swiss", "tennessee", "texas", "united", "utah", "vermont", "virginia", "wales", "washington",
    "wisconsin", "wyoming", "yukon")

  /// Whether a word in small letters is one of them, with the word before it where that is a part of the name: the "york" of "new york".
  package static func contains(_ word: String, behind previous: String?) -> Bool {
    switch previous {
    case "new": return ["york", "jersey", "mexico", "hampshire", "zealand"].contains(word)
    case "united": return ["states", "kingdom"].contains(word)
    case "north", "south", "west": return ["carolina", "dakota", "virginia", "africa"].contains(word)
    case "hong": return word == "kong"
    default: break
    }
    let bytes = Array(word.utf8)
    return words.contains(bytes.span, 0..<bytes.count)
  }

  /// Whether the word at a place is one of them.
  static func begin(_ span: Span<UInt8>, at place: Int) -> Bool { words.begins(span, at: place) }
}
