import FoundationEssentials
import Glibc

/// Reads whole files, and says why it could not.
enum FileReader {
  enum Failure: Error, Equatable {
    case missing
    /// The system's number of why.
    case unreadable(Int32)
    case directory
    /// A device, pipe or socket, which could go on for ever.
    case special
    case tooLarge(Int)
  }

  /// The largest file read, in bytes.
  static let limit = 256 << 20

  static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = FileName.withSystemName(path) { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    guard descriptor >= 0 else { throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .directory
    default: throw .special
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(size) }
    // A file can grow while it is read: what is there at the end counts, up to the limit.
    return try readAll(descriptor, expecting: size)
  }

  static func readStandardInput() throws(Failure) -> [UInt8] { try readAll(STDIN_FILENO, expecting: 1 << 16) }

  private static func readAll(_ descriptor: Int32, expecting size: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var failure: Failure?
    var room = max(size + 1, 1 << 12)
    while failure == nil {
      let before = bytes.count
      var count = 0
      bytes.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
          repeat { count = Glibc.read(descriptor, buffer.baseAddress, room) } while count < 0 && errno == EINTR
          initialized = max(count, 0)
        })
      if count < 0 { failure = errno == EISDIR ? .directory : .unreadable(errno) }
      if bytes.count > limit { failure = .tooLarge(bytes.count) }
      if count == 0 { break }
      room = max(1 << 16, min(before, 1 << 22))
    }
    if let failure { throw failure }
    return bytes
  }
}
