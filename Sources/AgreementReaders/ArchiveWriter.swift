import CLibarchive

/// Makes zip archives in memory, as Word documents are.
package enum ArchiveWriter {
  /// The bytes of an archive of files, in their order; nil where libarchive is not installed or memory is short.
  package static func zip(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8]? {
    guard ArchiveReader.isInstalled else { return nil }
    // What does not get smaller gets larger by a little; each file has two headers.
    var out = [UInt8](repeating: 0, count: files.reduce(4_096) { $0 + $1.bytes.count + $1.bytes.count / 64 + 1_024 })
    func make(_ index: Int, _ made: inout [hereof_file]) -> Int {
      if index == files.count {
        return out.withUnsafeMutableBufferPointer { hereof_archive_zip(made, made.count, $0.baseAddress, $0.count) }
      }
      return files[index].name.withCString { name in
        files[index].bytes.withUnsafeBufferPointer { bytes in
          made.append(hereof_file(name: name, bytes: bytes.baseAddress, count: bytes.count))
          return make(index + 1, &made)
        }
      }
    }
    var made: [hereof_file] = []
    let count = make(0, &made)
    guard count >= 0 else { return nil }
    out.removeLast(out.count - count)
    return out
  }
}
