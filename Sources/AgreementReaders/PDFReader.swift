import CChild
import Glibc

/// Reads a PDF by poppler's pdftotext, run as a child that sees the file alone and may take little time and memory.
enum PDFReader {
  private static let program = "/usr/bin/pdftotext"
  /// The most memory the child may have, in bytes.
  private static let memory = 400 << 20
  /// The most text that is taken, in bytes.
  private static let limit = 64 << 20

  static func text(_ bytes: [UInt8]) throws(ReadingError) -> [UInt8] {
    // A second and a half, and one more for each megabyte: a thousand pages take less.
    let seconds = 2 + bytes.count >> 20
    var output = hereof_child_output()
    let words = ["pdftotext", "-layout", "-enc", "UTF-8", "-", "-"]
    let pointers = words.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    var arguments: [UnsafePointer<CChar>?] = pointers.map { UnsafePointer($0) }
    arguments.append(nil)
    let outcome = hereof_child_run(program, arguments, bytes, bytes.count, Int32(seconds), memory, limit, &output)
    defer { hereof_child_free(&output) }
    switch outcome {
    case hereof_child_missing: throw .missingLibrary("pdftotext (apt-get install poppler-utils)")
    case hereof_child_exceeded: throw .excessive
    case hereof_child_done: break
    default: throw bytes.firstPlace(of: "/Encrypt") != nil ? .encrypted("PDF") : .broken("PDF")
    }
    let text = Array(UnsafeBufferPointer(start: output.bytes, count: output.count))
    guard text.contains(where: { $0 > 0x20 }) else { throw .pictures }
    return text
  }
}
