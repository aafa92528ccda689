import Glibc

/// A file that is written whole or not at all, by one program at a time.
enum StateFile {
  /// Does something while no other program does so with a file of the same folder; nil where the folder cannot be opened.
  static func locked<Value>(besides path: String, _ body: () -> Value) -> Value? {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else { return nil }
    defer { close(lock) }
    guard flock(lock, LOCK_EX) == 0 else { return nil }
    return body()
  }

  /// Writes beside the file and renames: it is the old one or the new one, never half of either.
  static func replace(_ path: String, _ bytes: [UInt8], mode: mode_t) -> Bool {
    // A link may lead anywhere; a file that is there keeps its mode.
    var status = stat()
    var mode = mode
    if lstat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { return false }
      mode = status.st_mode & 0o777
    }
    let beside = path + ".\(getpid()).new"
    let descriptor = open(beside, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { return false }
    let isWhole = writeAll(bytes, to: descriptor)
    close(descriptor)
    guard isWhole, rename(beside, path) == 0 else {
      unlink(beside)
      return false
    }
    return true
  }

  /// Makes a file that is not there yet, for its owner alone; false where it is there, or cannot be written.
  static func create(_ path: String, _ bytes: [UInt8]) -> Bool {
    let descriptor = FileName.withSystemName(path) { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return writeAll(bytes, to: descriptor)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    bytes.withUnsafeBytes { buffer in
      while written < buffer.count {
        let count = write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count < 0, errno != EINTR { break }
        written += max(count, 0)
      }
    }
    return written == bytes.count && fsync(descriptor) == 0
  }
}
