import AgreementReaders
import ContractModel
import Foundation

/// `Benchmarks [--hereof PROGRAM] PATH ...`: the model's throughput by stage, then, for a single file, the first screen against `less`.
var arguments = Array(CommandLine.arguments.dropFirst())
var program = ".build/release/hereof"
if let at = arguments.firstIndex(of: "--hereof"), at + 1 < arguments.count {
  program = arguments[at + 1]
  arguments.removeSubrange(at...(at + 1))
}
guard !arguments.isEmpty else {
  print("usage: Benchmarks [--hereof PROGRAM] FILE-OR-FOLDER ...")
  exit(2)
}
ModelBenchmark.run(arguments)
var isFolder: ObjCBool = false
if arguments.count == 1, FileManager.default.fileExists(atPath: arguments[0], isDirectory: &isFolder), !isFolder.boolValue,
  FileManager.default.fileExists(atPath: program)
{
  ScreenBenchmark.run(program, file: arguments[0])
}
