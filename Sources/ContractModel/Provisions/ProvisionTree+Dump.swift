extension ProvisionTree {
  /// The tree as lines, for tests and for whoever wants to know why it is as it is: each provision with its level, kind, range and lead.
  ///
  /// ```
  /// 1.1 provision 120..<340 paragraph “Certain Terms”
  ///   1.1(a) provision 180..<220 after a heading
  /// ```
  ///
  /// Ranges are byte offsets into the source. With `refused` the numbers that begin nothing stand among them, each with the reason.
  package func dump(_ text: SourceText, refused withRefused: Bool = false) -> [String] {
    var lines: [(start: Int, line: String)] = provisions.map { provision in
      let kind = "\(provision.kind)"
      let lead = provision.lead.map { " \($0.rawValue)" } ?? ""
      let heading = provision.heading.map { " “\(Self.folded(text.string($0)))”" } ?? ""
      let indent = String(repeating: "  ", count: provision.depth)
      return (provision.start, "\(indent)\(provision.number) \(kind) \(provision.range)\(lead)\(heading)")
    }
    if withRefused {
      lines += refused.map {
        ($0.label.lowerBound, "- \(Self.folded(text.string($0.label))) \($0.label) refused: \($0.reason.rawValue)")
      }
    }
    return lines.sorted { $0.start < $1.start }.map(\.line)
  }

  private static func folded(_ words: String) -> String {
    words.split { $0.isWhitespace }.joined(separator: " ")
  }
}
