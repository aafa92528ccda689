import AgreementReaders
import ContractModel
import Glibc

/// What libFuzzer calls with bytes: the reader that HEREOF_FUZZ names, then the model.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  guard !bytes.isEmpty else { return 0 }
  if target == "model" {
    let agreement = Agreement(SourceText(bytes))
    _ = Checks.findings(agreement)
    _ = TimeLimit.all(in: agreement)
    _ = Duty.all(in: agreement)
    // The halves of the bytes as a case, one of them an amendment of the other.
    var halves = [bytes.prefix(bytes.count / 2), bytes.suffix(bytes.count - bytes.count / 2)].enumerated().map {
      Case.Member(path: "\($0)", agreement: Agreement(SourceText(Array($1))))
    }
    halves[1].amends = "0"
    let value = Case(title: "", members: halves)
    _ = Checks.findings(in: value, value.links, member: 1)
    _ = AmendedAgreement(0, in: value)
    return 0
  }
  let format = FileFormat(rawValue: target)
  guard let reading = try? AgreementReader.read(bytes, name: "x", options: AgreementReader.Options(format: format)) else { return 0 }
  for document in reading.documents { _ = Agreement(document.text) }
  return 0
}

private let target = getenv("HEREOF_FUZZ").map { String(cString: $0) } ?? "model"
