import ContractModel

/// What differs between two versions, as rows of the navigator.
extension NavigatorRows {
  /// A provision that differs: its number, what became of it, and how many words.
  func change(_ row: Int) -> Text {
    guard let texts else { return Text(indent: 0, mark: " ", number: "", title: "", detail: "") }
    let change = texts.rows[row]
    let (old, new) = (texts.comparison.old, texts.comparison.new)
    var number = change.new.map { new.provisions[$0].number } ?? change.old.map { old.provisions[$0].number } ?? "–"
    var name =
      change.new.flatMap { ProvisionName.heading($0, in: new) } ?? change.old.flatMap { ProvisionName.heading($0, in: old) }
    // What stands in a definition is called by it, whatever provision the definition stands behind.
    if let pair, let place = texts.place(change, isOld: change.new == nil) {
      let member = change.new == nil ? pair.old : pair.new
      let landmarks = context.landmarks(member)
      if let landmark = landmarks.innermost(at: place), case .definition = landmark.kind {
        number = landmarks.number(of: landmark, in: context.agreement(member))
        name = nil
      }
    }
    let words = change.pieces.first { $0.kind == .inserted || $0.kind == .deleted }.map {
      $0.kind == .inserted ? new.words($0.new) : old.words($0.old)
    }
    return Text(
      indent: 0, mark: " ", number: number,
      title: [change.isSigning ? "signatures" : name, words.map { "“\($0)”" }].compactMap { $0 }.joined(separator: ": "),
      detail: ([change.kind.rawValue] + Self.counts(change)).joined(separator: " "))
  }

  /// Where a provision that differs is shown: in the new version, or in the old one that alone has it, where both are open.
  func changePlace(_ row: Int) -> (agreement: Int, offset: Int, shown: Range<Int>?) {
    guard let pair, let texts else { return (index, -1, nil) }
    let isOld = texts.rows[row].kind == .removed && !isRedline
    guard let place = texts.place(texts.rows[row], isOld: isOld) else { return (index, -1, nil) }
    return (isOld ? pair.old : pair.new, place, place..<place)
  }

  /// What became of a provision of the outline: `-3 +5`, `added`; where what stands below it is hidden, of all of that.
  func changes(_ id: Int, isClosed: Bool) -> String {
    guard let pair, let texts, index == pair.old || index == pair.new else { return "" }
    let all = index == pair.old ? texts.changesOfOld : texts.changesOfNew
    guard isClosed else { return all[id].map(Self.summary) ?? "" }
    let tree = context.agreement(index).provisions
    let below = tree.indices[id...].prefix { tree[$0].start < tree[id].range.upperBound }.compactMap { all[$0] }
    if below.count <= 1 { return below.first.map(Self.summary) ?? "" }
    return Self.counts(below.reduce(0) { $0 + $1.deleted }, below.reduce(0) { $0 + $1.inserted }).joined(separator: " ")
  }

  private static func summary(_ row: Comparison.Row) -> String {
    row.kind == .changed ? counts(row).joined(separator: " ") : row.kind.rawValue
  }

  private static func counts(_ row: Comparison.Row) -> [String] { counts(row.deleted, row.inserted) }
  private static func counts(_ deleted: Int, _ inserted: Int) -> [String] {
    (deleted > 0 ? ["-\(deleted)"] : []) + (inserted > 0 ? ["+\(inserted)"] : [])
  }
}
