import CProgram
import Glibc

/// Names of files as readable words: bytes that are no UTF-8, and controls, are written `\xFF`, and lead back to the file.
enum FileName {
  /// A name for people and for the case, of the bytes the system gave.
  static func readable(_ bytes: UnsafePointer<CChar>) -> String {
    func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }
    if let name = String(validatingCString: bytes), !name.utf8.contains(where: isControl) { return name }
    var out = ""
    var rest = UnsafeRawBufferPointer(start: bytes, count: strlen(bytes))[...]
    while !rest.isEmpty {
      // The longest beginning that is UTF-8; a character has at most four bytes.
      let length = (1...4).first { $0 <= rest.count && String(validating: rest.prefix($0), as: UTF8.self) != nil }
      if let length, let first = rest.first, !isControl(first) {
        out += String(decoding: rest.prefix(length), as: UTF8.self)
        rest = rest.dropFirst(length)
      } else {
        let digits = String(rest.removeFirst(), radix: 16, uppercase: true)
        out += "\\x" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return out
  }

  /// Calls with the name as the system knows it: as it stands where there is such a file, else with `\xFF` taken as bytes.
  static func withSystemName<Result>(_ name: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    var status = stat()
    guard name.contains("\\x"), lstat(name, &status) != 0 else { return name.withCString(body) }
    var bytes: [CChar] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x5C, rest.first == 0x78, rest.count > 2,
        let value = UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16),
        value >= 0x80 || value < 0x20 || value == 0x7F
      {
        bytes.append(CChar(bitPattern: value))
        rest = rest.dropFirst(3)
      } else {
        bytes.append(CChar(bitPattern: byte))
      }
    }
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { body($0.baseAddress!) }
  }

  /// The words of the command line behind the program's name.
  static func arguments() -> [String] {
    (1..<max(1, hereof_argument_count())).compactMap { hereof_argument($0).map { readable($0) } }
  }

  /// The names in a folder but for those that begin with a period; nil where it cannot be read.
  static func names(in folder: String) -> [String]? {
    guard let directory = withSystemName(folder, { opendir($0) }) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) { readable($0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether something stands under a name, links followed, and whether it is a folder.
  ///
  /// `reason` is the system's number of why nothing does.
  static func kind(_ name: String) -> (exists: Bool, isFolder: Bool, reason: Int32) {
    var status = stat()
    guard withSystemName(name, { stat($0, &status) }) == 0 else { return (false, false, errno) }
    return (true, status.st_mode & S_IFMT == S_IFDIR, 0)
  }
}
