import ContractModel

/// What holds for the agreement of every text there is.
package enum Laws {
  /// The first law an agreement breaks, in words; nil when it keeps them all.
  package static func broken(by agreement: Agreement) -> String? {
    let bytes = agreement.text.bytes
    func isBlank(_ range: Range<Int>) -> Bool {
      String(decoding: bytes[range], as: UTF8.self).unicodeScalars.allSatisfy {
        $0.value <= 0x20 || $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
      }
    }
    func onBoundary(_ range: Range<Int>) -> Bool {
      range.lowerBound >= 0 && range.upperBound <= bytes.count
        && (range.lowerBound == bytes.count || bytes[range.lowerBound] & 0xC0 != 0x80)
        && (range.upperBound == bytes.count || bytes[range.upperBound] & 0xC0 != 0x80)
    }
    // Blocks tile the bytes; between them there is white space only.
    var end = 0
    for block in agreement.blocks {
      guard block.range.lowerBound >= end, block.range.upperBound <= bytes.count, !block.range.isEmpty else {
        return "block \(block.range) behind \(end)"
      }
      guard isBlank(end..<block.range.lowerBound) else { return "words between blocks before \(block.range)" }
      end = block.range.upperBound
    }
    guard isBlank(end..<bytes.count) else { return "words behind the last block" }
    // Ranges lie on characters, children in their parents.
    for provision in agreement.provisions {
      guard onBoundary(provision.range), onBoundary(provision.label), provision.heading.map(onBoundary) ?? true else {
        return "\(provision.number) splits a character"
      }
      if let parent = provision.parent {
        let outer = agreement.provisions[parent].range
        guard outer.lowerBound <= provision.range.lowerBound, provision.range.upperBound <= outer.upperBound else {
          return "\(provision.number) lies outside its parent"
        }
      }
    }
    for term in agreement.terms {
      guard term.definitions.allSatisfy({ onBoundary($0.range) }), term.uses.allSatisfy(onBoundary) else {
        return "\(term.name) splits a character"
      }
      guard zip(term.uses, term.uses.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }) else {
        return "uses of \(term.name) out of order"
      }
    }
    for reference in agreement.references {
      guard onBoundary(reference.range), reference.targetIDs.allSatisfy({ agreement.provisions.indices.contains($0) }) else {
        return "reference at \(reference.range)"
      }
    }
    for finding in Checks.findings(agreement) {
      guard onBoundary(finding.range), finding.notes.allSatisfy({ onBoundary($0.range) }) else {
        return "\(finding.code) at \(finding.range) splits a character"
      }
    }
    for limit in TimeLimit.all(in: agreement) {
      guard onBoundary(limit.range), limit.trigger.map(onBoundary) ?? true else { return "time limit at \(limit.range)" }
    }
    for duty in Duty.all(in: agreement) {
      guard onBoundary(duty.range), onBoundary(duty.action) else { return "duty at \(duty.range)" }
    }
    return nil
  }
}

/// How the tests were built.
package enum Build {
  /// Whether with optimisation, so that heavy tests take seconds and not minutes.
  package static let isRelease: Bool = {
    var release = true
    assert({ release = false }() == ())
    return release
  }()
}

/// Random numbers that are the same in every run.
package struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  package init(_ seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}

/// Texts made worse: what happens to a document on its way.
package enum Mutation: CaseIterable {
  case flipBytes, dropLines, shuffleLines, joinLines, repeatLines, cut

  package func apply(to bytes: [UInt8], using random: inout Seeded) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    switch self {
    case .flipBytes:
      var out = bytes
      for _ in 0..<Int.random(in: 1...80, using: &random) {
        out[Int.random(in: out.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      return out
    case .cut:
      let ends = [Int.random(in: 0...bytes.count, using: &random), Int.random(in: 0...bytes.count, using: &random)].sorted()
      return Array(bytes[ends[0]..<ends[1]])
    case .dropLines, .shuffleLines, .joinLines, .repeatLines:
      var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
      let from = Int.random(in: lines.indices, using: &random)
      let some = from..<min(lines.count, from + Int.random(in: 1...60, using: &random))
      switch self {
      case .dropLines: lines.removeSubrange(some)
      case .shuffleLines: lines[some].shuffle(using: &random)
      case .repeatLines: lines.insert(contentsOf: Array(lines[some]), at: from)
      default: lines.replaceSubrange(some, with: [ArraySlice(lines[some].joined(separator: [32]))])
      }
      return Array(lines.joined(separator: [10]))
    }
  }
}
