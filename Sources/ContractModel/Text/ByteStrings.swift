extension StringProtocol {
  /// ASCII letters in lower case; cheaper than `lowercased()` and without Foundation.
  var lowercasedBytes: String { String(decoding: utf8.map(\.lowercased), as: UTF8.self) }

  /// ASCII letters in upper case: `a-1` is `A-1`.
  var uppercasedIdentifier: String { String(decoding: utf8.map { $0.isLower ? $0 - 32 : $0 }, as: UTF8.self) }
}
