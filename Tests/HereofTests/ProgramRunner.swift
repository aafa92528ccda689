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

  /// The interpreter that `.ci/install test` puts beside the build, if it could fetch the package of the calendar's parser.
  static let python: String? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent(".build/python/bin/python3").path
    guard let result = try? launch(path, ["-c", "import icalendar"]), result.status == 0 else { return nil }
    return path
  }()

  static let hasSecureShell = FileManager.default.isExecutableFile(atPath: "/usr/sbin/sshd")

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
    // What the person at the machine has set or kept plays no part.
    let own = ["XDG_STATE_HOME": folder.path, "XDG_CONFIG_HOME": folder.path].merging(environment) { $1 }
    let status = try spawn([path] + arguments, file("input", input).path, output.path, words.path, own)
    return Result(
      status: status, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      words: String(decoding: try Data(contentsOf: words), as: UTF8.self))
  }

  /// Starts a program and waits for it; the exit status, or 128 and the signal.
  private static func spawn(
    _ words: [String], _ input: String, _ output: String, _ errors: String, _ environment: [String: String]
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY, 0)
    // Test threads block signals; what they start must not.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    let merged = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var variables: [UnsafeMutablePointer<CChar>?] = merged.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var pid = pid_t()
    let code = posix_spawn(&pid, words[0], &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }

  /// A folder of its own, removed with everything in it.
  static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hereof-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }
}
