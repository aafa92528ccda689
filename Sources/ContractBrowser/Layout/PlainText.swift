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
    let wanted = name.lowercased()
    var parts: [NeededText] = []
    var range: Range<Int>
    var seen: Set<Int> = []
    if let id = agreement.provisions.firstIndex(where: { $0.number.lowercased() == wanted }) {
      range = agreement.provisions[id].range
      parts.append(NeededText(name: ProvisionName.long(id, in: agreement), text: agreement.readingWords(range)))
    } else if let term = agreement.terms.firstIndex(where: { $0.name.lowercased() == wanted }) {
      guard let meaning = agreement.terms[term].meaning() else { return nil }
      seen.insert(term)
      range = meaning.extent
      parts.append(definition(term, meaning, agreement))
    } else {
      return nil
    }
    // Definitions lead to definitions: each is read once, in the order it is needed.
    var queue = [range]
    let index = LinkIndex(agreement)
    while !queue.isEmpty, seen.count < 400 {
      range = queue.removeFirst()
      var at = index.first(after: range.lowerBound)
      while at < index.marks.count, index.marks[at].range.lowerBound < range.upperBound {
        if case .use(let term) = index.marks[at].kind, seen.insert(term).inserted, let meaning = agreement.terms[term].meaning() {
          parts.append(definition(term, meaning, agreement))
          queue.append(meaning.extent)
        }
        at += 1
      }
    }
    return parts
  }

  private static func definition(_ term: Int, _ meaning: Definition, _ agreement: Agreement) -> NeededText {
    let place = meaning.provision.map { ProvisionName.long($0, in: agreement) } ?? "preamble"
    return NeededText(name: "“\(agreement.terms[term].name)” (\(place))", text: agreement.readingWords(meaning.extent))
  }
}
