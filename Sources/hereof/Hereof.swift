import AgreementReaders
import ArgumentParser
import ContractModel
import Foundation

@main
struct Hereof: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "hereof", subcommands: [Export.self])
}

struct Export: ParsableCommand {
  @Option var format = "json"
  @Argument var paths: [String]
  func run() throws {
    let members = try paths.map { path in
      Case.Member(path: path, agreement: Agreement(SourceText([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))))
    }
    FileHandle.standardOutput.write(Data(AgreementJSON.document(members)))
  }
}
