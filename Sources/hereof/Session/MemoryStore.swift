import ContractBrowser
import ContractModel
import FoundationEssentials
import Glibc

/// What was kept of agreements: a file each in the state folder, readable by its owner alone, named by the text's content.
///
/// A file that moved keeps its marks, for its content is the same; one that changed is found by its path. Writing merges with what
/// another program wrote since, under a lock, and replaces the file in one step.
struct MemoryStore {
  let folder: String

  /// `$XDG_STATE_HOME/hereof`, or `~/.local/state/hereof`; nil where there is neither.
  static var standard: MemoryStore? {
    if let home = Platform.variable("XDG_STATE_HOME"), home.hasPrefix("/") { return MemoryStore(folder: home + "/hereof") }
    return Platform.variable("HOME").map { MemoryStore(folder: $0 + "/.local/state/hereof") }
  }

  /// What is in a file of the store.
  private struct Record: Codable {
    var schema = 1
    var memory: Memory
  }

  struct Recalled {
    var memory: Memory
    /// Whether it was kept of another version of the text.
    var changedSince: Bool
  }

  /// The whole path of a file that is there; nil for standard input and the sample case.
  static func absolute(_ path: String) -> String? {
    guard path != "-", let real = FileName.withSystemName(path, { realpath($0, nil) }) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  // MARK: Reading

  /// What was kept of a text, or of an earlier version of the file at its path.
  func recall(_ member: Case.Member, path: String?) -> Recalled? {
    guard access(folder, R_OK) == 0 else { return nil }
    if let memory = read(file(member)) { return Recalled(memory: memory, changedSince: false) }
    guard let path, let key = try? FileReader.read(pointer(path)),
      let memory = read(folder + "/" + String(decoding: key, as: UTF8.self))
    else {
      return nil
    }
    return Recalled(memory: memory, changedSince: true)
  }

  private func read(_ path: String) -> Memory? {
    guard let bytes = try? FileReader.read(path) else { return nil }
    return (try? JSONDecoder().decode(Record.self, from: Data(bytes)))?.memory
  }

  // MARK: Writing

  /// Keeps a memory; the words say why it could not be. Returns what is now in the file.
  func keep(_ memory: Memory, of member: Case.Member, path absolute: String?, base: Memory?) -> Result<Memory, Failure> {
    guard makeFolder() else { return .failure(.folder(folder)) }
    let lock = open(folder + "/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard lock >= 0 else { return .failure(.folder(folder)) }
    defer { close(lock) }
    guard flock(lock, LOCK_EX) == 0 else { return .failure(.folder(folder)) }
    let path = file(member)
    var merged = memory
    if let theirs = read(path), theirs != base {
      merged = memory.merged(base: base, theirs: theirs) { String(UInt64.random(in: 0 ... .max), radix: 36) }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    guard let data = try? encoder.encode(Record(memory: merged)), StateFile.replace(path, [UInt8](data), mode: 0o600) else {
      return .failure(.file(path))
    }
    if let absolute { _ = StateFile.replace(pointer(absolute), Array(name(member).utf8), mode: 0o600) }
    return .success(merged)
  }

  enum Failure: Error, Equatable {
    case folder(String)
    case file(String)
  }

  func makeFolder() -> Bool {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      if mkdir(path, 0o700) != 0, errno != EEXIST { return false }
    }
    return access(folder, W_OK) == 0
  }

  // MARK: Names

  private func file(_ member: Case.Member) -> String { folder + "/" + name(member) }
  private func name(_ member: Case.Member) -> String { Self.hash(member.agreement.text.bytes) + ".json" }
  /// The file that says which content a path had last.
  private func pointer(_ path: String) -> String { folder + "/path-" + Self.hash(Array(path.utf8)) }

  /// 128 bits by which a content is known: two FNV-1a sums over eight bytes at a time, from different starts.
  static func hash(_ bytes: [UInt8]) -> String {
    var first: UInt64 = 14_695_981_039_346_656_037
    var second: UInt64 = 11_400_714_819_323_198_485
    bytes.withUnsafeBytes { buffer in
      var at = 0
      while at < buffer.count {
        var word: UInt64 = 0
        let count = min(8, buffer.count - at)
        withUnsafeMutableBytes(of: &word) { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[at..<(at + count)])) }
        first = (first ^ word) &* 1_099_511_628_211
        first ^= first >> 29
        second = (second &+ word) &* 14_029_467_366_897_019_727
        second ^= second >> 31
        at += 8
      }
    }
    first ^= UInt64(bytes.count)
    func hex(_ value: UInt64) -> String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return hex(first) + hex(second)
  }
}
