/// Tells papers that are filed beside agreements and are none: reports to a regulator, encoded files, press releases.
enum OtherPapers {
  /// What a text is instead of an agreement, e.g. "a report to a securities regulator"; nil for all others.
  static func name(_ text: SourceText) -> String? {
    let span = text.bytes.span
    let head = 0..<min(span.count, 6_000)
    if let at = span.firstIndex(of: "begin 644 ", in: head) ?? span.firstIndex(of: "begin 666 ", in: head),
      at == 0 || span[at - 1].isLineEnd
    {
      return "an encoded file"
    }
    if span.firstIndex(of: "exchange commission", in: head) != nil {
      for form: StaticString in [
        "form 8-k", "form 10-k", "form 10-q", "form/8-k", "annual report pursuant", "current report", "quarterly report pursuant",
      ]
      where span.firstIndex(of: form, in: head) != nil && span.firstIndex(of: "exact name", in: head) != nil {
        return "a report to a securities regulator"
      }
    }
    for (form, report) in [("form 10-q" as StaticString, "quarterly report" as StaticString), ("form 10-k", "annual report")]
    where span.firstIndex(of: form, in: head) != nil && span.firstIndex(of: report, in: head) != nil {
      return "a report to a securities regulator"
    }
    if span.firstIndex(of: "<xbrl>", in: head) != nil || span.firstIndex(of: "us-gaap_", in: head) != nil { return "a data file" }
    if span.firstIndex(of: "for immediate release", in: head) != nil { return "a press release" }
    return nil
  }
}
