/// A line to sign on: `By: ____`, `/s/ Jane Roe`, `______________`.
enum SigningLine {
  private static let openings: [StaticString] = ["by:", "by ___", "/s/", "________", "name:", "x ____", "x____"]

  /// Whether a paragraph of the reading text begins with one.
  static func begins(_ span: Span<UInt8>, _ paragraph: Range<Int>) -> Bool {
    !paragraph.isEmpty && openings.contains { span.matches($0, at: paragraph.lowerBound) }
  }
}
