import ContractModel
import TerminalGrid

/// The reflowed text of an agreement as lines, for output that is no terminal.
package enum PlainText {
  /// Every row at a width, numbers hung as in the reader; a blank line between paragraphs.
  package static func text(_ agreement: Agreement, width: Int) -> String {
    let layout = ReaderLayout(agreement, width: width, asFiled: false)
    var out = ""
    for unit in layout.units.indices {
      for row in layout.rows(unit) {
        if !row.cells.isEmpty {
          out += String(repeating: " ", count: row.indent)
          for cell in row.cells { out.append(cell.character) }
        }
        out += "\n"
      }
    }
    return out
  }
}

/// A provision or definition, and the definitions its words need, each once.
package struct NeededText: Equatable {
  package let name: String
  package let text: String

  /// The text of a number or term and of every definition it leads to, in reading order; nil when nothing bears the name.
  package static func of(_ name: String, in agreement: Agreement) -> [NeededText]? {
    var parts: [NeededText] = []
    let range: Range<Int>
    let landmarks = Landmarks(agreement)
    var seen: Set<Int> = []
    if let id = agreement.provision(numbered: name)
      ?? (agreement.term(named: name) == nil ? agreement.provisions(called: name).first : nil)
    {
      range = agreement.provisions[id].range
      parts.append(NeededText(name: ProvisionName.long(id, in: agreement), text: agreement.readingWords(range)))
    } else if let term = agreement.term(named: name) {
      guard let meaning = agreement.terms[term].meaning() else { return nil }
      seen.insert(term)
      range = landmarks.meaning(meaning, in: agreement)
      parts.append(definition(term, meaning, agreement, landmarks))
    } else {
      return nil
    }
    let index = LinkIndex(agreement)
    let own = agreement.provisions.firstIndex { $0.range == range }
    for need in Need.all(of: range, except: own.map { [$0] } ?? [], terms: seen, in: agreement, index, landmarks) {
      switch need {
      case .term(let term, let meaning): parts.append(definition(term, meaning, agreement, landmarks))
      case .provision(let id):
        parts.append(
          NeededText(name: ProvisionName.long(id, in: agreement), text: agreement.readingWords(agreement.provisions[id].range)))
      }
    }
    return parts
  }

  private static func definition(_ term: Int, _ meaning: Definition, _ agreement: Agreement, _ landmarks: Landmarks) -> NeededText {
    let place = meaning.provision.map { ProvisionName.long($0, in: agreement) } ?? "preamble"
    return NeededText(
      name: "“\(agreement.terms[term].name)” (\(place))",
      text: agreement.readingWords(agreement.explanation(of: meaning, landmarks)))
  }
}
