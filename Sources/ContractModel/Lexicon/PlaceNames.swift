/// Countries, states and what is of them: the first words of "Florida Lien Laws", "United States" and "Ontario" in brackets.
enum PlaceNames {
  private static let words = WordSet(
    "alabama", "alaska", "alberta", "american", "arizona", "arkansas", "australia", "australian", "british", "california", "canada",
    "canadian", "china", "colorado", "connecticut", "delaware", "england", "english", "european", "florida", "france", "french",
    "georgia", "german", "germany", "hawaii", "idaho", "illinois", "indiana", "iowa", "ireland", "irish", "kansas", "kentucky",
    "louisiana", "maine", "manitoba", "maryland", "massachusetts", "mexican", "michigan", "minnesota", "mississippi", "missouri",
    "montana", "nebraska", "netherlands", "nevada", "ohio", "oklahoma", "ontario", "oregon", "pennsylvania", "philippines",
    "quebec",
    "scotland", "scottish", "swiss", "tennessee", "texas", "united", "utah", "vermont", "virginia", "wales", "washington",
    "wisconsin", "wyoming", "yukon")

  /// Whether the word at a place is one of them.
  static func begin(_ span: Span<UInt8>, at place: Int) -> Bool { words.begins(span, at: place) }
}
