/// A line to sign on: `By: ____`, `/s/ Jane Roe`, `______________`.
enum SigningLine {
  private static let openings: [StaticString] = ["by:", "by ___", "/s/", "________", "name:", "x ____", "x____"]

  /// Whether a paragraph of the reading text begins with one.
  static func begins(_ span: Span<UInt8>, _ paragraph: Range<Int>) -> Bool {
    guard let first = paragraph.first.map({ span[$0].lowercased }), "b/_nx".utf8.contains(first) else { return false }
    return openings.contains { span.matches($0, at: paragraph.lowerBound) }
  }
}
