/// Figures and letters set above or below the line, as Unicode or brackets write them, so that they do not run into the word before.
///
/// `Section 2` with note 1 is `Section 2¹` and not `Section 21`; `10` to the sixth is `10⁶`; `1st` stays.
enum RaisedText {
  private static let high = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)
  private static let low = Array("₀₁₂₃₄₅₆₇₈₉".unicodeScalars)

  static func above(_ text: String) -> String {
    let bare = text.filter { !"()[] ".contains($0) }
    if !bare.isEmpty, bare.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return figures(bare, high) }
    switch text.lowercased() {
    case "st", "nd", "rd", "th", "er", "re", "e", "®", "™", "©", "℠", "*", "**", "***", "†", "‡", "§", "°", "": return text
    case "tm": return "™"
    case "sm": return "℠"
    case "r": return "®"
    case "o": return "°"
    default: break
    }
    if let first = text.first, "-−+".contains(first), text.dropFirst().allSatisfy({ $0.isNumber }) {
      return (first == "+" ? "⁺" : "⁻") + figures(String(text.dropFirst()), high)
    }
    return bare.count <= 3 && bare.allSatisfy({ $0.isLetter || $0.isNumber }) ? "[\(bare)]" : " " + text
  }

  static func below(_ text: String) -> String {
    !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? figures(text, low) : text
  }

  private static func figures(_ text: String, _ table: [Unicode.Scalar]) -> String {
    var out = String.UnicodeScalarView()
    for byte in text.utf8 where byte >= 0x30 && byte <= 0x39 { out.append(table[Int(byte - 0x30)]) }
    return String(out)
  }
}
