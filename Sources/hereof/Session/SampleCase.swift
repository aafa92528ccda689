import AgreementReaders
import ContractModel

/// The case that is built in: three agreements in our own words, with the numbering, terms and references of real ones.
enum SampleCase {
  static func members() -> [Case.Member] {
    [
      member("license-back-agreement.txt", PackageResources.license_back_agreement_txt),
      member("contract-for-technology-investment.txt", PackageResources.contract_for_technology_investment_txt),
      member("ridgeway-letter-agreement.txt", PackageResources.ridgeway_letter_agreement_txt),
    ]
  }

  private static func member(_ name: String, _ bytes: [UInt8]) -> Case.Member {
    Case.Member(path: name, agreement: Agreement(SourceText(bytes)))
  }
}
