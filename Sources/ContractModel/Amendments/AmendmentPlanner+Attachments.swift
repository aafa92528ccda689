/// Schedules and exhibits that an amendment restates, takes out, or replaces with its own.
extension AmendmentPlanner {
  /// The amendment's own attachments that hold words, for "the schedule to this deed".
  private var ownAttachments: [Int] {
    amending.provisions.indices.filter { amending.provisions[$0].kind == .attachment && !ownPlaces.body($0).isEmpty }
  }

  /// Whether new words begin with the label of the attachment they restate: `"SCHEDULE 1`, `THE PRODUCTS`, …`"`.
  private func isTitled(_ new: Range<Int>, as name: String) -> Bool {
    let words = amending.reading.reading(unquoted(new))
    guard let label = AttachmentLabel.read(amending.reading.bytes.span, words.lowerBound, words.upperBound) else { return false }
    return label.number.lowercasedBytes == name.lowercasedBytes
  }

  private func holdsWords(_ body: Range<Int>) -> Bool { amending.text.bytes[body].contains { $0.isAlphanumeric } }

  func attachments(_ change: Amendment.Change, _ words: ReferenceWords) -> [Step] {
    let named = resolver.resolveAttachments(words)
    return named.names.map { name in
      guard let id = named.found.first(where: { agreement.provisions[$0].number.lowercasedBytes == name.lowercasedBytes }) else {
        return (name, .failure(Reason(words: "the agreement as filed does not hold it")))
      }
      let body = places.body(id)
      switch change {
      case .delete: return (name, .success(Edit(range: body, inserts: [], kind: .deleted)))
      case .restate(let new) where named.names.count == 1:
        // New words that begin with the attachment's own title take the place of that too.
        let low = isTitled(new, as: name) ? agreement.provisions[id].start : body.lowerBound
        return (name, .success(Edit(range: low..<body.upperBound, inserts: apart(new, at: low), kind: .restated)))
      case .insert(let new, .end) where named.names.count == 1:
        return (name, .success(Edit(range: body.upperBound..<body.upperBound, inserts: paragraph(new), kind: .inserted)))
      case .substitute where named.names.count == 1: return (name, edit(change, part: body))
      case .replaceAttachment(let index):
        let own = index.map { grammar($0).map { ownResolver.resolveAttachments($0).found } ?? [] } ?? ownAttachments
        // Of several, each takes the place of its namesake; "the new Schedule B attached hereto as Annex 1" may stand below the title of both.
        let namesakes = amending.provisions.indices.filter {
          amending.provisions[$0].number.lowercasedBytes == name.lowercasedBytes
        }
        let candidates = (own.count == 1 ? own : own.filter(namesakes.contains)) + namesakes
        guard let new = candidates.first(where: { holdsWords(ownPlaces.body($0)) }) else {
          return (name, .failure(Reason(words: "the amendment as filed does not hold the new one")))
        }
        let range = ownPlaces.body(new)
        return (name, .success(Edit(range: body, inserts: printed(range), kind: .restated)))
      default: return (name, .failure(Reason(words: InstructionParser.unclear)))
      }
    }
  }
}
