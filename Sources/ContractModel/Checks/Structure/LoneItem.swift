/// Finds a provision whose only child is one item: 3.2 with 3.2.1 and nothing after it.
enum LoneItem: CheckRule {
  static let code = "lone-item"
  static let severity = Finding.Severity.info
  static let summary = "a list of one item"
  static let example = "3.2 with 3.2.1 and no 3.2.2"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let tree = agreement.provisions
    var children = [Int](repeating: 0, count: tree.count)
    for id in tree.indices { if let parent = tree[id].parent { children[parent] += 1 } }
    return tree.indices.compactMap { id in
      guard let parent = tree[id].parent, children[parent] == 1, tree[parent].kind == .provision, tree[parent].depth > 0,
        tree[id].number.hasSuffix(".1") || tree[id].number.hasSuffix("(a)")
      else { return nil }
      let number = tree[id].number
      return Finding(code, .info, tree[id].label, subject: number, "\(number) is the only item of \(tree[parent].number).")
    }
  }
}
