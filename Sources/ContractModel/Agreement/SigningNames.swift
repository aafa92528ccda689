/// The names and roles of the parties, as headings above signatures have them.
struct SigningNames {
  /// The words of a company's name, by the party's index.
  private var companies: [(words: [String], party: Int)] = []
  private var individuals: [[String]: Int] = [:]
  private var roles: [[String]: Int] = [:]

  init(_ parties: [Party]) {
    for (index, party) in parties.enumerated() {
      let name = CompanyName(party.name)
      if name.isCompany || SignatureBlock.isInstitution(party.name) {
        companies.append((name.words, index))
      } else {
        individuals[CompanyName.words(of: party.name)] = index
      }
      if let role = party.role { roles[Self.plain(role), default: index] = roles[Self.plain(role)] == nil ? index : -1 }
    }
  }

  private static func plain(_ words: String) -> [String] { CompanyName.words(of: words).filter { $0 != "the" } }

  /// The party who is called so and by nothing else: `SELLER`, `"COMPANY"`, `BORROWER:`; nil where several are.
  func called(_ words: String) -> Int? { roles[Self.plain(words)].flatMap { $0 < 0 ? nil : $0 } }

  /// The person who is a party and has this name.
  func individual(_ words: String) -> Int? { individuals[CompanyName.words(of: words)] }

  /// The party whose name words begin with, with what it signs as behind it: `OAK BANK, N.A., as Agent`, `OAK TOOLS, INC. ("Buyer")`.
  func opening(_ words: String) -> Int? {
    guard words.first?.isUppercase ?? false else { return nil }
    let own = CompanyName.words(of: words)
    return companies.first { own.count > $0.words.count && own.starts(with: $0.words) && $0.words.count > 0 }?.party
  }
}
