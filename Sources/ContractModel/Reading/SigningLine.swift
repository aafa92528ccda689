/// A line to sign on: `By: ____`, `/s/ Jane Roe`, `______________`.
enum SigningLine {
  private static let openings: [StaticString] = ["by:", "by ___", "/s/", "________", "name:", "x ____", "x____"]

  /// Whether a paragraph of the reading text begins with one.
  static func begins(_ span: Span<UInt8>, _ paragraph: Range<Int>) -> Bool {
    guard let first = paragraph.first.map({ span[$0].lowercased }), "b/_nx".utf8.contains(first) else { return false }
    return openings.contains { span.matches($0, at: paragraph.lowerBound) }
  }

  /// Whether a paragraph opens the part of a paper that is signed: "IN WITNESS WHEREOF", "Signed by", "Executed as a deed".
  static func opensSignatures(_ span: Span<UInt8>, _ paragraph: Range<Int>) -> Bool {
    guard !paragraph.isEmpty, span[paragraph.lowerBound].isUpper || span[paragraph.lowerBound] == Ascii.openBracket else {
      return false
    }
    return signatures.contains { span.matches($0, at: paragraph.lowerBound) }
  }

  private static let signatures: [StaticString] = [
    "in witness whereof", "in witness of which", "in witness thereof", "as witness", "the parties have executed",
    "the parties hereto have executed", "the parties have signed", "the parties hereto have signed", "executed as ",
    "executed by", "executed on the", "this deed has been", "this deed is delivered", "this agreement has been entered",
    "this document has been", "this amendment has been", "agreed and accepted", "accepted and agreed", "signature page",
    "[signature page", "signed by", "signed for", "signed at", "signed on behalf", "signed, sealed", "signed:", "dated:",
    "date:", "sincerely,", "very truly yours",
  ]
}
