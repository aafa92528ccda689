/// Numbers that stand within another provision: "item (3) of Section 2", "this Article", "Section 2" where each article counts its own.
extension ReferenceResolver {
  /// A provision of another, by the number it has there: `2(3)`, `Part A/3`, `4.3` and `II(B)` for the 3 or B of 2, Part A, 4 and II.
  func find(_ path: [[UInt8]], below container: Int) -> Int? {
    let base = Array(tree[container].number.utf8)
    let own = Self.flat(path)
    var keys = [base + [Ascii.period] + own, base + [Ascii.slash] + own]
    if let first = path.first {
      keys.append(
        base + (first.first == Ascii.open ? first : [Ascii.open] + first + [Ascii.close]) + Self.flat(Array(path.dropFirst())))
    }
    for key in keys { if let id = byNumber[key] { return id } }
    if let id = byNumber[own], id != container, tree.holds(container, id) { return id }
    return nil
  }

  /// The nearest provision around one that prints a keyword before its number: the article of "this Article".
  func ancestor(of here: Int, called keyword: ReferenceWords.Keyword) -> Int? {
    tree.path(to: here).last { printedKeyword($0) == keyword }
  }

  /// The keyword that a provision prints before its number; nil for `2.` and `(a)`.
  private func printedKeyword(_ id: Int) -> ReferenceWords.Keyword? {
    let reading = reading
    return ReferenceGrammar.keyword(reading.bytes.span, reading.reading(tree[id].label.lowerBound))?.0
  }

  /// The section of the article around that counts its own: "Section 2" within Article 3 is 3(2) where no section bears 2 by itself.
  func ownOfArticle(_ path: [[UInt8]], _ keyword: ReferenceWords.Keyword, _ here: Int?) -> Int? {
    guard let here, keyword == .section || keyword == .clause || keyword == .paragraph, let first = path.first,
      first.allSatisfy(\.isDigit)
    else { return nil }
    let number = Self.flat(path)
    if let global = byNumber[number] ?? byValue[Self.valueKey(number)] {
      guard let printed = printedKeyword(path.count == 1 ? global : tree.path(to: global)[0]), printed != keyword else {
        return nil
      }
    }
    for id in tree.path(to: here).reversed() {
      if let own = find(path, below: id), printedKeyword(own).map({ $0 == keyword }) ?? true,
        core(own).filter(\.isDigit) == first
      {
        return own
      }
    }
    return nil
  }
}
