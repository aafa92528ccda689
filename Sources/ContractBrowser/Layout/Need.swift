import ContractModel

/// A term or provision that some words need in order to be understood.
package enum Need: Equatable {
  /// A term and where its meaning is given.
  case term(Int, Definition)
  case provision(Int)

  /// Everything a provision needs: the terms and references in it, and in what they lead to, in reading order, each once.
  ///
  /// References are followed one step only, else a contract would need itself whole; definitions are followed to the end.
  package static func all(of id: Int, in agreement: Agreement, _ index: LinkIndex, _ landmarks: Landmarks) -> [Need] {
    all(of: agreement.provisions[id].range, except: [id], in: agreement, index, landmarks)
  }

  static func all(
    of range: Range<Int>, except: Set<Int>, terms known: Set<Int> = [], in agreement: Agreement, _ index: LinkIndex,
    _ landmarks: Landmarks
  ) -> [Need] {
    var out: [Need] = []
    var terms = known
    var provisions = except
    var queue: [(range: Range<Int>, isFirst: Bool)] = [(range, true)]
    while !queue.isEmpty, out.count < 400 {
      let (range, isFirst) = queue.removeFirst()
      var at = index.first(after: range.lowerBound)
      while at < index.marks.count, index.marks[at].range.lowerBound < range.upperBound {
        switch index.marks[at].kind {
        case .use(let term):
          let path =
            agreement.provisions.innermost(at: index.marks[at].range.lowerBound).map { agreement.provisions.path(to: $0) } ?? []
          if terms.insert(term).inserted, let meaning = agreement.terms[term].meaning(within: path) {
            out.append(.term(term, meaning))
            if !range.contains(meaning.range.lowerBound) { queue.append((landmarks.meaning(meaning, in: agreement), false)) }
          }
        case .reference(let id) where isFirst:
          for target in agreement.references[id].targetIDs where provisions.insert(target).inserted {
            out.append(.provision(target))
          }
        default: break
        }
        at += 1
      }
    }
    return out
  }
}
