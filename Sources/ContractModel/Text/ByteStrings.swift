extension StringProtocol {
  /// ASCII letters in lower case; cheaper than `lowercased()` and without Foundation.
  var lowercasedBytes: String { String(decoding: utf8.map(\.lowercased), as: UTF8.self) }

  /// ASCII letters in upper case, up to an item in brackets: `a-1` is `A-1`, and `1.1(a)` stays.
  var uppercasedIdentifier: String {
    let base = utf8.prefix { $0 != Ascii.open }
    return String(decoding: base.map { $0.isLower ? $0 - 32 : $0 } + utf8.dropFirst(base.count), as: UTF8.self)
  }

  /// Runs of letters and figures, capitals made small; characters beyond ASCII count as letters: `Lease (No. 2)` is `lease`, `no`, `2`.
  var plainWords: [String] {
    utf8.map(\.lowercased).split { !$0.isWord }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Its letters alone, capitals made small; characters beyond ASCII count as letters.
  var plainLetters: String { String(decoding: utf8.lazy.filter { $0.isWord && !$0.isDigit }.map(\.lowercased), as: UTF8.self) }
}
