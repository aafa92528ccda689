import ContractModel

/// What tells agreements of one title apart in a list: the names of their files, without what all begin with.
///
/// Of `AMENDMENT TO EMPLOYMENT AGREEMENT D. CASEY.txt` and `AMENDMENT TO EMPLOYMENT AGREEMENT F. CAINE.txt`, both entitled "Amendment to
/// Employment Agreement": `D. CASEY.txt` and `F. CAINE.txt`.
package struct TellingNames {
  /// By the members of the case: nil for one whose title no other has.
  package let parts: [String?]

  package init(_ value: Case) {
    var parts = [String?](repeating: nil, count: value.members.count)
    // A version of another member says itself which it is.
    let own = value.members.indices.filter { value.members[$0].changes == nil }
    for alike in Dictionary(grouping: own, by: { value.members[$0].title }).values where alike.count > 1 {
      var names = alike.map { Self.file(value.members[$0].path) }
      if Set(names).count < names.count { names = alike.map { value.members[$0].path } }
      let prefix = Self.common(names.map { Array($0) })
      for (member, name) in zip(alike, names) {
        let part = name.dropFirst(prefix)
        parts[member] = part.isEmpty ? name : String(part)
      }
    }
    self.parts = parts
  }

  /// The last part of a path.
  private static func file(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// How many characters all begin with, up to the end of a word.
  private static func common(_ names: [[Character]]) -> Int {
    guard let first = names.first else { return 0 }
    var count = 0
    while count < first.count, names.allSatisfy({ count < $0.count && $0[count] == first[count] }) { count += 1 }
    // No word is cut: back to what parts it from the one before.
    while count > 0, ![" ", "_", "-", "/"].contains(first[count - 1]) { count -= 1 }
    return count
  }
}
