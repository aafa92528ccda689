import ContractModel
import TestSupport

/// What one sentence refers to.
enum ReferenceProbe {
  /// The references of a sentence that stands behind twelve short provisions.
  static func references(_ sentence: String) -> [CrossReference] {
    var text = ""
    for article in 1...3 {
      text += "\(article). TOPIC\n\n"
      for section in 1...4 { text += "\(article).\(section) Title. The text of a provision stands here.\n\n" }
    }
    return Fixtures.agreement(of: text + "4. LAST\n\n4.1 Test. \(sentence)\n").references
  }

  static func targets(_ sentence: String) -> [[String]] { references(sentence).map(\.targets) }
}
