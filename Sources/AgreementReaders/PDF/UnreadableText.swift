/// Tells a text layer that is no text: letters of a font that does not say which they are.
///
/// `î. ×²¬»®»­¬. Ñ¿µ °¿§­` prints as `2. Interest. Oak pays` and is copied as the cipher it is. Such text is mostly signs, or, where the
/// letters are shifted, has hardly any common word and an odd share of vowels; where they are swapped for others, no common word at all.
enum UnreadableText {
  static func isCipher(_ text: String) -> Bool {
    var letters = 0
    var others = 0
    var vowels = 0
    var plain = 0
    var accented = 0
    var small = 0
    /// Marks that prose has few of, and forms and tables no more.
    var marks = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A:
        letters += 1
        plain += 1
        if scalar.value >= 0x61 { small += 1 }
        if "aeiouyAEIOUY".unicodeScalars.contains(scalar) { vowels += 1 }
      case 0x21, 0x23, 0x25...0x27, 0x2B, 0x2F, 0x3B...0x3C, 0x3E...0x40, 0x5C, 0x5E, 0x60, 0x7E: marks += 1
      // Figures and the marks of sentences say nothing either way.
      case 0...0x40, 0x5B...0x60, 0x7B...0x7E, 0xA0, 0xA7, 0x2010...0x2027, 0x2030...0x205E: break
      case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F:
        letters += 1
        accented += 1
        if "äöüéèêàáíóúñåøæ".unicodeScalars.contains(scalar) { vowels += 1 }
      case 0x80...0xBF, 0xD7, 0xF7, 0xE000...0xF8FF, 0xFFF0...0xFFFF: others += 1
      // Other scripts are text.
      default: letters += scalar.properties.isAlphabetic ? 1 : 0
      }
    }
    if marks >= 40, marks > letters { return true }
    guard letters + others >= 20 else { return false }
    // No language in Latin script has more than a third of its letters accented.
    if accented >= 40, accented * 2 > letters { return true }
    if others * 10 > (letters + others) * 4 { return true }
    // Letters beyond ASCII in nearly every word, of a text in Latin script.
    guard plain * 2 > letters, plain >= 80 else { return false }
    let share = Double(vowels) / Double(max(letters, 1))
    let words = text.lowercased().split { !$0.isLetter }
    // The blanks were ciphered too, and each line is one word.
    let runs = text.split { $0.isWhitespace }
    if runs.count(where: { $0.count >= 24 }) * 3 >= runs.count, share < 0.3 || plain * 3 > letters + others + marks,
      !words.contains(where: { Self.common.contains(String($0)) && $0.count > 1 })
    {
      return true
    }
    guard words.count >= 20 else { return false }
    let common = words.count { Self.common.contains(String($0)) }
    if common == 0, words.count >= 30, small * 10 > letters * 8 { return true }
    return common * 50 < words.count && (share < 0.22 || share > 0.6)
  }

  /// Words that every page of prose has, in the languages agreements are written in.
  private static let common: Set<String> = [
    "the", "of", "and", "to", "in", "or", "any", "shall", "be", "by", "for", "is", "with", "this", "that", "as", "not", "on", "a",
    "der",
    "die", "das", "und", "von", "zu", "den", "des", "mit", "ist", "nicht", "de", "la", "le", "les", "et", "du", "en", "est", "que",
    "el",
    "los", "las", "por", "del", "y", "e", "o", "il", "di", "che", "per", "da", "do", "dos", "het", "een", "van", "og", "av", "att",
    "och",
    "i",
  ]
}
