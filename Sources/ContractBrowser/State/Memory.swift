import ContractModel

/// A mark, a note or both, on one provision.
package struct Annotation: Equatable, Sendable, Codable {
  /// Tells annotations apart that two programs made of one provision.
  package var id: String
  /// The provision's canonical number; empty for the preamble.
  package var number: String
  /// Where the provision begins: a byte offset into the text; -1 where the text no longer has the place.
  package var offset: Int
  /// The provision's first words, by which it is found again in a changed text.
  package var quote: String
  package var note: String
  package var isMarked: Bool
  /// Seconds since 1970.
  package var changed: Int
  /// Kept for a while, so that another program's copy does not bring it back.
  package var isDeleted: Bool

  package init(
    id: String, number: String, offset: Int, quote: String, note: String = "", isMarked: Bool = false, changed: Int,
    isDeleted: Bool = false
  ) {
    self.id = id
    self.number = number
    self.offset = offset
    self.quote = quote
    self.note = note
    self.isMarked = isMarked
    self.changed = changed
    self.isDeleted = isDeleted
  }
}

/// What is kept of an agreement from one reading to the next.
package struct Memory: Equatable, Sendable, Codable {
  package var path: String
  package var title: String
  /// The current provision and the first byte in sight.
  package var cursor: Int
  package var top: Int
  /// Places to go back to, the newest last.
  package var history: [Int]
  package var annotations: [Annotation]
  /// Findings set aside.
  package var dismissals: [Dismissal]
  /// The days of events, as they are written, by the events' words.
  package var events: [String: String]

  package init(
    path: String, title: String, cursor: Int = 0, top: Int = 0, history: [Int] = [], annotations: [Annotation] = [],
    dismissals: [Dismissal] = [], events: [String: String] = [:]
  ) {
    self.path = path
    self.title = title
    self.cursor = cursor
    self.top = top
    self.history = history
    self.annotations = annotations
    self.dismissals = dismissals
    self.events = events
  }

  /// Reads what earlier versions wrote too, which knew no dismissals and no events.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    path = try values.decode(String.self, forKey: .path)
    title = try values.decode(String.self, forKey: .title)
    cursor = try values.decode(Int.self, forKey: .cursor)
    top = try values.decode(Int.self, forKey: .top)
    history = try values.decode([Int].self, forKey: .history)
    annotations = try values.decode([Annotation].self, forKey: .annotations)
    dismissals = try values.decodeIfPresent([Dismissal].self, forKey: .dismissals) ?? []
    events = try values.decodeIfPresent([String: String].self, forKey: .events) ?? [:]
  }

  /// This memory with what another program wrote since `base` was read: nobody's note is lost.
  ///
  /// The place is ours. Of an annotation that both changed, both are kept, theirs under its name and ours under `id`.
  package func merged(base: Memory?, theirs: Memory, id: () -> String) -> Memory {
    var merged = self
    for other in theirs.annotations {
      guard let at = merged.annotations.firstIndex(where: { $0.id == other.id }) else {
        merged.annotations.append(other)
        continue
      }
      let ours = merged.annotations[at]
      let before = base?.annotations.first { $0.id == other.id }
      if ours == other || other == before { continue }
      merged.annotations[at] = other
      if ours != before, !ours.isDeleted, ours.note != other.note {
        var copy = ours
        copy.id = id()
        merged.annotations.append(copy)
      }
    }
    // What they dismissed is dismissed, what they restored is restored.
    let before = base?.dismissals ?? []
    merged.dismissals.removeAll { before.contains($0) && !theirs.dismissals.contains($0) }
    merged.dismissals += theirs.dismissals.filter { other in
      !before.contains(other) && !merged.dismissals.contains { $0.isOfSameFinding(as: other) }
    }
    // Of days that only they changed theirs count; what both dated is ours.
    for name in Set(theirs.events.keys).union(base?.events.keys ?? [:].keys) where merged.events[name] == base?.events[name] {
      merged.events[name] = theirs.events[name]
    }
    return merged
  }

  /// The memory of a text that has changed: each annotation at its words, else at its number, else without a place.
  package func fitted(to agreement: Agreement) -> Memory {
    var fitted = self
    if !fitted.annotations.isEmpty {
      let landmarks = Landmarks(agreement)
      for index in fitted.annotations.indices {
        fitted.annotations[index].offset = Self.place(fitted.annotations[index], in: agreement, landmarks)
      }
    }
    let end = agreement.text.bytes.count
    fitted.cursor = min(cursor, end)
    fitted.top = min(top, end)
    fitted.history = history.filter { $0 <= end }
    return fitted
  }

  private static func place(_ annotation: Annotation, in agreement: Agreement, _ landmarks: Landmarks) -> Int {
    let alike = annotation.quote.isEmpty ? [] : landmarks.all.filter { quote(of: $0, in: agreement) == annotation.quote }
    let offset = min(max(annotation.offset, -1), agreement.text.bytes.count)
    func distance(_ landmark: Landmarks.Landmark) -> Int { abs(landmark.range.lowerBound - offset) }
    if let best = alike.min(by: { distance($0) < distance($1) }) { return best.range.lowerBound }
    if annotation.number.isEmpty { return 0 }
    return landmarks.all.first { landmarks.number(of: $0, in: agreement) == annotation.number }?.range.lowerBound ?? -1
  }

  /// The first words of a provision, or of a definition.
  package static func quote(of landmark: Landmarks.Landmark, in agreement: Agreement) -> String {
    let start =
      if case .provision(let id) = landmark.kind { agreement.provisions[id].bodyStart } else { landmark.range.lowerBound }
    let end = min(landmark.range.upperBound, start + 100)
    return agreement.words(start..<max(end, start))
  }
}
