/// Somebody who is a party to agreements of a case, under all the names they have there.
///
/// Names are the same when their words are, in capitals or not; and where an alias says so.
public struct CaseParty: Sendable, Equatable {
  /// What they are in one agreement.
  public struct Appearance: Sendable, Equatable {
    /// The agreement, by its index in the case.
    public let member: Int
    /// By its index among the agreement's parties.
    public let party: Int
    /// The short name there: `Licensee`; nil where no short name is given.
    public let role: String?
    /// Who signs for them there, as printed, each once.
    public let signatories: [String]
  }

  /// The name as first printed.
  public let name: String
  /// Other ways it is printed, and other names.
  public let variants: [String]
  /// In order of the members.
  public let appearances: [Appearance]
}

extension Case {
  /// The parties of all agreements, in order of where each first appears.
  public var parties: [CaseParty] {
    var keys: [String: Int] = [:]
    var groups: [(names: [String], appearances: [CaseParty.Appearance])] = []
    for (index, member) in members.enumerated() where !isCopy(index) {
      let agreement = member.agreement
      let block = agreement.parties.isEmpty ? SignatureBlock() : SignatureBlock.find(agreement)
      let signers = block.signers.map { signer in
        let company = agreement.words(signer.company)
        return (company: company, name: CompanyName(company), person: agreement.words(signer.person))
      }
      for (number, party) in agreement.parties.enumerated() {
        let company = CompanyName(party.name)
        let signing = signers.filter { $0.name == company }
        let names = [party.name] + party.aliases + signing.map { Self.printed($0.company) }
        let group = names.compactMap { keys[Self.key($0)] }.first ?? groups.count
        if group == groups.count { groups.append(([], [])) }
        for name in names {
          keys[Self.key(name)] = group
          if !groups[group].names.contains(name) { groups[group].names.append(name) }
        }
        var signatories: [String] = []
        for signer in signing where !signatories.contains(where: { Self.key($0) == Self.key(signer.person) }) {
          signatories.append(signer.person)
        }
        groups[group].appearances.append(
          CaseParty.Appearance(member: index, party: number, role: party.role, signatories: signatories))
      }
    }
    return groups.map { CaseParty(name: $0.names[0], variants: Array($0.names.dropFirst()), appearances: $0.appearances) }
  }

  /// A name as it stands above a signature, without the comma or colon behind it.
  private static func printed(_ name: String) -> String {
    var name = Substring(name)
    while let last = name.last, last == "," || last == ":" { name.removeLast() }
    return String(name)
  }

  private static func key(_ name: String) -> String {
    name.plainWords.filter { $0 != "the" }.joined(separator: " ")
  }
}
