import ContractModel
import Foundation

/// Agreements that tests read: the sample case always, real ones where the folder beside the repository holds them.
package enum Fixtures {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  package static var themes: URL { root.appendingPathComponent("themes") }
  package static var readme: URL { root.appendingPathComponent("README.md") }
  package static var sample: URL { root.appendingPathComponent("Sources/hereof/SampleCase") }
  /// Real agreements, or nil on a machine without them.
  package static var shared: URL? {
    let folder = root.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  package static let licenseBack = agreement("license-back-agreement")
  package static let technology = agreement("contract-for-technology-investment")
  package static let letter = agreement("ridgeway-letter-agreement")

  package static func bytes(_ name: String) -> [UInt8] { file(sample.appendingPathComponent(name + ".txt")) }
  package static func file(_ url: URL) -> [UInt8] { (try? Data(contentsOf: url)).map { [UInt8]($0) } ?? [] }
  private static func agreement(_ name: String) -> Agreement { Agreement(SourceText(bytes(name))) }

  package static var sampleCase: Case {
    Case(
      title: "sample",
      members: [
        Case.Member(path: "license-back-agreement.txt", agreement: licenseBack),
        Case.Member(path: "contract-for-technology-investment.txt", agreement: technology),
        Case.Member(path: "ridgeway-letter-agreement.txt", agreement: letter),
      ])
  }

  /// The texts laws are tried on: the sample case, the seeds, and every twentieth agreement of the corpus.
  package static let texts: [(name: String, bytes: [UInt8])] = {
    var out = ["license-back-agreement", "contract-for-technology-investment", "ridgeway-letter-agreement"].map { ($0, bytes($0)) }
    guard let shared else { return out }
    for folder in ["seeds", "corpus/edgar-text", "corpus/cuad-text"] {
      let url = shared.appendingPathComponent(folder)
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
      for (index, name) in names.enumerated() where folder == "seeds" || index % 20 == 0 {
        out.append((name, file(url.appendingPathComponent(name))))
      }
    }
    return out
  }()

  package static func agreement(of text: String) -> Agreement { Agreement(SourceText(Array(text.utf8))) }
}
