import Foundation

/// Runs the program that was built beside these tests, and real terminals around it.
enum ProgramRunner {
  struct Result {
    var status: Int32
    var output: String
    var words: String
  }

  /// `hereof`, in the folder the tests were built into.
  static let program: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<6 {
      let candidate = folder.appendingPathComponent("hereof")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate.path }
      folder.deleteLastPathComponent()
    }
    // The test runner may live with the toolchain; the build folder is known from this file.
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    for mode in ["debug", "release"] {
      let candidate = root.appendingPathComponent(".build/\(mode)/hereof")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate.path }
    }
    return "hereof"
  }()

  static func run(_ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]) throws -> Result {
    try launch(program, arguments, input: input, environment: environment)
  }

  static func launch(_ path: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]) throws
    -> Result
  {
    // Files and not pipes: a pipe's end that another child inherits would keep this one from ending.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hereof-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ bytes: [UInt8]) -> URL {
      let url = folder.appendingPathComponent(name)
      _ = FileManager.default.createFile(atPath: url.path, contents: Data(bytes))
      return url
    }
    let output = file("output", [])
    let words = file("words", [])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: file("input", input))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: words)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      words: String(decoding: try Data(contentsOf: words), as: UTF8.self))
  }

  /// A folder of its own, removed with everything in it.
  static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hereof-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }
}
