import CChild
import Glibc

/// A program of the system that reads a file's bytes for us, as a child that sees nothing else and may take only so much.
struct ChildProgram {
  /// Its name, sought in the PATH, and the package that brings it.
  var name: String
  var package: String

  struct Limits {
    /// Processor time in seconds.
    var seconds: Int
    /// Address space in bytes.
    var memory: Int
    /// The most that is taken of what it writes, in bytes.
    var output: Int
  }

  enum Failure: Error, Equatable {
    case missing, tooLong, tooLarge, stopped
    /// It ended with an error of its own.
    case failed
  }

  /// Runs it on bytes; `watch` is asked while it runs, with what it wrote so far, and ends it by answering false.
  func run(
    _ arguments: [String], on bytes: [UInt8], limits: Limits, watch: (UnsafeBufferPointer<UInt8>) -> Bool = { _ in true }
  ) throws(Failure) -> [UInt8] {
    guard let path = place() else { throw .missing }
    var output = hereof_child_output()
    let pointers = ([name] + arguments).map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    var words: [UnsafePointer<CChar>?] = pointers.map { UnsafePointer($0) }
    words.append(nil)
    let outcome = withoutActuallyEscaping(watch) { watch in
      var watcher = Watcher(watch: watch)
      return withUnsafeMutablePointer(to: &watcher) { pointer in
        hereof_child_run(
          path, words, bytes, bytes.count,
          hereof_child_limits(seconds: Int32(clamping: limits.seconds), memory: limits.memory, output: limits.output),
          { watcher, bytes, count in
            watcher!.assumingMemoryBound(to: Watcher.self).pointee.watch(UnsafeBufferPointer(start: bytes, count: count)) ? 0 : 1
          }, pointer, &output)
      }
    }
    defer { hereof_child_free(&output) }
    switch outcome {
    case hereof_child_missing: throw .missing
    case hereof_child_too_long: throw .tooLong
    case hereof_child_too_large: throw .tooLarge
    case hereof_child_stopped: throw .stopped
    case hereof_child_done: return Array(UnsafeBufferPointer(start: output.bytes, count: output.count))
    default: throw .failed
    }
  }

  private struct Watcher { var watch: (UnsafeBufferPointer<UInt8>) -> Bool }

  /// Where the program stands: the first folder of the PATH that has it, else the usual ones.
  private func place() -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    for folder in path.split(separator: ":").map(String.init) + ["/usr/bin", "/usr/local/bin"] where folder.hasPrefix("/") {
      let place = folder + "/" + name
      if access(place, X_OK) == 0 { return place }
    }
    return nil
  }
}
