/// Words that clauses are headed with.
enum ClauseTitle {
  /// Titles of one word, `NOTICES`; another word in capitals may be a name.
  static let singles = WordSet(
    "term", "terms", "notices", "notice", "definitions", "preamble", "purpose", "scope", "payment", "payments", "price", "prices",
    "fees", "rent", "insurance", "warranty", "warranties", "confidentiality", "termination", "indemnification", "indemnity",
    "assignment", "arbitration", "miscellaneous", "general", "delivery", "default", "remedies", "covenants", "representations",
    "severability", "amendment", "amendments", "waiver", "waivers", "counterparts", "headings", "survival", "taxes", "interest",
    "security", "collateral", "title", "risk", "acceptance", "inspection", "training", "advertising", "marketing", "services",
    "compensation", "benefits", "vacation", "expenses", "duties", "employment", "interpretation", "introduction", "background",
    "records", "audit", "audits", "reports", "territory", "exclusivity", "royalties", "renewal", "publicity", "relationship")
}
