import CPCRE2

/// A Perl-compatible expression with smart case, matched under limits so that no pattern hangs the reader.
///
/// ```swift
/// let expression = try RegularExpression("section (\\d+)")
/// expression.firstMatch(in: bytes, from: 0)
/// ```
///
/// Capitals in the pattern must match, else case does not count. A match that takes more than a million steps counts as none.
package final class RegularExpression: @unchecked Sendable {
  /// Why a pattern is invalid, and where in it (bytes from 0).
  package struct SyntaxError: Error, Equatable {
    package let message: String
    package let offset: Int
  }

  private let code: OpaquePointer
  private let limits: OpaquePointer

  package init(_ pattern: String) throws(SyntaxError) {
    var options = UInt32(PCRE2_UTF) | UInt32(PCRE2_MULTILINE)
    let letters = pattern.unicodeScalars.contains { $0.properties.isUppercase }
    if !letters { options |= UInt32(PCRE2_CASELESS) }
    var error: Int32 = 0
    var place = 0
    let bytes = Array(pattern.utf8)
    let compiled = bytes.withUnsafeBufferPointer { pcre2_compile_8($0.baseAddress, $0.count, options, &error, &place, nil) }
    guard let compiled else {
      var buffer = [UInt8](repeating: 0, count: 200)
      let count = pcre2_get_error_message_8(error, &buffer, buffer.count)
      throw SyntaxError(
        message: count > 0 ? String(decoding: buffer.prefix(Int(count)), as: UTF8.self) : "no expression", offset: place)
    }
    guard let context = pcre2_match_context_create_8(nil) else {
      pcre2_code_free_8(compiled)
      throw SyntaxError(message: "out of memory", offset: 0)
    }
    pcre2_set_match_limit_8(context, 1_000_000)
    pcre2_set_depth_limit_8(context, 1_000)
    pcre2_set_heap_limit_8(context, 64_000)
    code = compiled
    limits = context
  }

  deinit {
    pcre2_code_free_8(code)
    pcre2_match_context_free_8(limits)
  }

  /// The first match at or after an offset of valid UTF-8.
  package func firstMatch(in bytes: [UInt8], from offset: Int) -> Range<Int>? {
    guard offset <= bytes.count, let data = pcre2_match_data_create_8(1, nil) else { return nil }
    defer { pcre2_match_data_free_8(data) }
    let count = bytes.withUnsafeBufferPointer {
      pcre2_match_8(code, $0.baseAddress, $0.count, offset, UInt32(PCRE2_NO_UTF_CHECK), data, limits)
    }
    guard count >= 0, let places = pcre2_get_ovector_pointer_8(data) else { return nil }
    let start = Int(places[0])
    let end = Int(places[1])
    return start <= end && end <= bytes.count ? start..<end : nil
  }
}
