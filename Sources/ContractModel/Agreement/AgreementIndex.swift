/// What an agreement is asked for again and again, looked up and not searched: provisions by number, terms by name, references by where
/// they lead.
///
/// Built once with the agreement; it follows from the rest and says nothing new.
struct AgreementIndex: Sendable {
  /// The first provision of each number, in any case of letters.
  private let numbers: NameTable
  /// For each provision, the next of the same number; -1 for the last.
  private let nextAlike: [Int32]
  /// Terms by name, in any case of letters.
  private let names: NameTable
  /// References by the provisions they lead to.
  private let leading: Groups

  init(_ provisions: ProvisionTree, _ terms: [DefinedTerm], _ references: [CrossReference]) {
    var numbers = NameTable(capacity: provisions.count)
    var nextAlike = [Int32](repeating: -1, count: provisions.count)
    var last: [Int: Int] = [:]
    for id in provisions.indices {
      let first = numbers.insert(provisions[id].number, id)
      guard first != id else { continue }
      nextAlike[last[first] ?? first] = Int32(truncatingIfNeeded: id)
      last[first] = id
    }
    self.numbers = numbers
    self.nextAlike = nextAlike
    var names = NameTable(capacity: terms.count)
    for index in terms.indices { names.insert(terms[index].name, index) }
    self.names = names
    leading = Groups(count: provisions.count) { add in
      for index in references.indices { for id in references[index].targetIDs { add(id, index) } }
    }
  }

  func provisions(numbered number: String) -> [Int] {
    var out: [Int] = []
    var next = numbers[number]
    while let id = next {
      out.append(id)
      next = nextAlike[id] < 0 ? nil : Int(nextAlike[id])
    }
    return out
  }

  func provision(numbered number: String) -> Int? { numbers[number] }
  func term(named name: String) -> Int? { names[name] }
  func references(to id: Int) -> ArraySlice<Int32> { leading[id] }

  /// Whole numbers in groups, each in order, in one array.
  private struct Groups: Sendable {
    private var starts: [Int32]
    private var members: [Int32]

    /// `visit` calls its argument with the group and the number of each member, in order; it is asked twice and must do the same.
    init(count: Int, _ visit: ((Int, Int) -> Void) -> Void) {
      var counts = [Int32](repeating: 0, count: count + 1)
      visit { group, _ in counts[group + 1] += 1 }
      for group in 0..<count { counts[group + 1] += counts[group] }
      var next = counts
      var members = [Int32](repeating: 0, count: Int(counts[count]))
      visit { group, member in
        members[Int(next[group])] = Int32(truncatingIfNeeded: member)
        next[group] += 1
      }
      starts = counts
      self.members = members
    }

    subscript(group: Int) -> ArraySlice<Int32> {
      starts.indices.contains(group + 1) && group >= 0 ? members[Int(starts[group])..<Int(starts[group + 1])] : []
    }
  }
}

extension AgreementIndex: Equatable {
  /// It follows from what it is built of, which is compared itself.
  static func == (a: AgreementIndex, b: AgreementIndex) -> Bool { true }
}

extension Agreement {
  /// What leads the numbers of another paper's references to provisions of this one.
  func resolver() -> ReferenceResolver { ReferenceResolver(provisions, reading, printedItems) }

  /// The first provision of a number, in any case of letters: `8.9`, `exhibit a/1.2`.
  public func provision(numbered number: String) -> Int? { index.provision(numbered: number) }

  /// The provisions of a number, in order: more than one where numbering begins anew.
  public func provisions(numbered number: String) -> [Int] { index.provisions(numbered: number) }

  /// The term of a name, in any case of letters.
  public func term(named name: String) -> Int? {
    if let term = index.term(named: name) { return term }
    // "the Trust Fund" is called "Trust Fund".
    return name.lowercasedBytes.hasPrefix("the ") ? index.term(named: String(name.dropFirst(4))) : nil
  }

  /// The references that lead to a provision, by index and in order.
  public func references(to id: Int) -> [Int] { index.references(to: id).map(Int.init) }
}
