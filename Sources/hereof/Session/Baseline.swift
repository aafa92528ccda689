import ContractModel
import FoundationEssentials

/// Findings known from an earlier run, so that only new ones are shown: what `hereof check --json` printed then.
struct Baseline {
  private struct Document: Decodable {
    struct Agreement: Decodable {
      var path: String
      var findings: [Entry]
    }
    struct Entry: Decodable, Equatable {
      var code: String
      var subject: String
      var section: String?
    }
    var schema: Int
    var agreements: [Agreement]
  }

  enum Failure: Error {
    case file(FileReader.Failure)
    case notOurs
  }

  private let document: Document

  init(path: String) throws(Failure) {
    let bytes: [UInt8]
    do { bytes = try FileReader.read(path) } catch { throw .file(error) }
    guard let document = try? JSONDecoder().decode(Document.self, from: Data(bytes)), document.schema == 1 else { throw .notOurs }
    self.document = document
  }

  /// The findings of an agreement that were not there.
  ///
  /// Each known finding answers for one: first in the same provision, then anywhere, for numbers move when a provision is put in.
  func new(_ findings: [Finding], of member: Case.Member) -> [Finding] {
    let name = DismissalStore.name(member)
    let exact = document.agreements.first { $0.path == member.path }
    let alike = document.agreements.first { $0.path.split(separator: "/").last.map(String.init) == name }
    var known = (exact ?? alike)?.findings ?? []
    func take(_ isKnown: (Document.Entry) -> Bool) -> Bool {
      guard let at = known.firstIndex(where: isKnown) else { return false }
      known.remove(at: at)
      return true
    }
    let agreement = member.agreement
    let rest = findings.filter { finding in
      let section = agreement.provisions.innermost(at: finding.range.lowerBound).map { agreement.provisions[$0].number }
      return !take { $0 == Document.Entry(code: finding.code, subject: finding.subject, section: section) }
    }
    return rest.filter { finding in !take { $0.code == finding.code && $0.subject == finding.subject } }
  }
}
