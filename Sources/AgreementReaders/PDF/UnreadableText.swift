/// Tells a text layer that is no text: letters of a font that does not say which they are.
///
/// `î. ×²¬»®»­¬. Ñ¿µ °¿§­` prints as `2. Interest. Oak pays` and is copied as the cipher it is. Such text is mostly signs, or, where the
/// letters are shifted, has hardly any common word and an odd share of vowels.
enum UnreadableText {
  static func isCipher(_ text: String) -> Bool {
    var letters = 0
    var others = 0
    var vowels = 0
    var plain = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A:
        letters += 1
        plain += 1
        if "aeiouyAEIOUY".unicodeScalars.contains(scalar) { vowels += 1 }
      // Figures and the marks of sentences say nothing either way.
      case 0...0x40, 0x5B...0x60, 0x7B...0x7E, 0xA0, 0xA7, 0x2010...0x2027, 0x2030...0x205E: break
      case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F:
        letters += 1
        if "äöüéèêàáíóúñåøæ".unicodeScalars.contains(scalar) { vowels += 1 }
      case 0x80...0xBF, 0xD7, 0xF7, 0xE000...0xF8FF, 0xFFF0...0xFFFF: others += 1
      // Other scripts are text.
      default: letters += scalar.properties.isAlphabetic ? 1 : 0
      }
    }
    guard letters + others >= 20 else { return false }
    if others * 10 > (letters + others) * 4 { return true }
    // Letters beyond ASCII in nearly every word, of a text in Latin script.
    guard plain * 2 > letters, plain >= 80 else { return false }
    let share = Double(vowels) / Double(max(letters, 1))
    let words = text.lowercased().split { !$0.isLetter }
    guard words.count >= 20 else { return false }
    let common = words.count { Self.common.contains(String($0)) }
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
