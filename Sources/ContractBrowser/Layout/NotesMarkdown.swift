import ContractModel

/// Marks and notes as Markdown: a heading for the agreement, an item for each place with its citation and first words.
package enum NotesMarkdown {
  /// Empty when there are none.
  package static func text(_ memory: Memory, of agreement: Agreement) -> String {
    let kept = memory.annotations.filter { !$0.isDeleted }.sorted {
      ($0.offset < 0 ? Int.max : $0.offset) < ($1.offset < 0 ? Int.max : $1.offset)
    }
    guard !kept.isEmpty else { return "" }
    var out = "## \(escaped(agreement.title))\n\n"
    for annotation in kept {
      let id = annotation.offset < 0 ? nil : agreement.provisions.innermost(at: annotation.offset)
      let citation =
        id.map { ProvisionName.citation($0, in: agreement) }
        ?? (annotation.number.isEmpty ? agreement.title : "\(agreement.title) § \(annotation.number)")
      out += "- **\(escaped(citation))**"
      if let heading = id.flatMap({ agreement.heading($0) }) { out += " \(escaped(ProvisionName.sentenceCase(heading)))" }
      if annotation.isMarked { out += " (marked)" }
      if annotation.offset < 0 { out += " (not in the text as it is now)" }
      out += annotation.note.isEmpty ? "\n" : ": \(escaped(annotation.note))\n"
      if !annotation.quote.isEmpty { out += "  > \(escaped(annotation.quote))\n" }
    }
    return out
  }

  /// What Markdown would read as its own signs, with a backslash before it.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\`*_[]<>#".contains(character) { out.append("\\") }
      out.append(character == "\n" ? " " : character)
    }
    return out
  }
}
