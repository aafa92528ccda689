/// A text with numbered marks in it: `"deliver the 1️⃣Closing Statement"`.
///
/// ```swift
/// let marked = MarkedText("1. Term.\n2. 1️⃣Fee.")
/// marked.text         // "1. Term.\n2. Fee."
/// marked["1️⃣"]        // 12, the byte the mark stood before
/// ```
package struct MarkedText {
  package let text: String
  private let places: [Character: Int]

  package init(_ source: String) {
    var text = ""
    var places: [Character: Int] = [:]
    for character in source {
      if character.unicodeScalars.count == 3, character.unicodeScalars.last?.value == 0x20E3 {
        places[character] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    self.text = text
    self.places = places
  }

  /// The byte offset of a mark; a mark that is not there stops the test.
  package subscript(_ mark: Character) -> Int {
    guard let place = places[mark] else { fatalError("no mark \(mark) in the text") }
    return place
  }
}
