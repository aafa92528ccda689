import ContractModel

/// What tells agreements of one title apart in a list: the names of their files, from where each differs from every
/// other.
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
      // A name differs last from one beside it in their order.
      let order = names.indices.sorted { names[$0] < names[$1] }
      let letters = order.map { Array(names[$0]) }
      for (place, index) in order.enumerated() {
        let beside = [place - 1, place + 1].filter(letters.indices.contains)
        let shared = beside.map { Self.common(letters[place], letters[$0]) }.max() ?? 0
        parts[alike[index]] = shared < letters[place].count ? String(letters[place].dropFirst(shared)) : names[index]
      }
    }
    self.parts = parts
  }

  /// The last part of a path.
  private static func file(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// How many characters two names begin with, up to the end of a word.
  private static func common(_ first: [Character], _ second: [Character]) -> Int {
    var count = zip(first, second).prefix { $0 == $1 }.count
    // No word is cut: back to what parts it from the one before.
    while count > 0, ![" ", "_", "-", "/"].contains(first[count - 1]) { count -= 1 }
    return count
  }
}
