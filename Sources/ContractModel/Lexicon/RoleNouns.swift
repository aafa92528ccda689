/// What parties are called in agreements, and nobody is named: the "Company", the "Construction Manager", "Party A".
enum RoleNouns {
  /// Nouns that are a role alone or with one of their kind, and the words that go with them.
  private static let words = WordSet(
    "executive", "executives", "employee", "employees", "employer", "company", "companies", "corporation", "parent", "committee",
    "lender", "lenders", "borrower", "borrowers", "agent", "agents", "arranger", "guarantor", "guarantors", "administrative",
    "collateral", "bank", "banks", "trustee", "trustees", "noteholder", "holder", "holders", "investor", "investors",
    "owner", "owners", "contractor", "subcontractor", "developer", "construction", "manager", "architect", "engineer", "designer",
    "builder", "design", "general", "buyer", "seller", "purchaser", "purchasers", "vendor", "supplier", "manufacturer",
    "distributor", "reseller", "consultant", "adviser", "advisor", "client", "customer", "provider", "recipient", "licensor",
    "licensee",
    "franchisor", "franchisee", "landlord", "tenant", "lessor", "lessee", "mortgagor", "mortgagee", "grantor", "grantee", "pledgor",
    "assignor", "assignee", "debtor", "creditor", "secured", "underwriter", "underwriters", "stockholder", "stockholders",
    "shareholder", "shareholders", "member", "members", "partner", "partners", "participant", "participants", "director", "shipper",
    "carrier", "user", "registrant", "operator", "party", "parties", "and", "or", "a", "b", "independent", "service", "data")

  /// Whether a word is one of them.
  static func contains(_ span: Span<UInt8>, _ word: Range<Int>) -> Bool { words.contains(span, word) }
}
