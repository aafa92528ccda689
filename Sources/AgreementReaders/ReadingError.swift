/// Why the bytes of a file give no agreement; the words are the command's.
package enum ReadingError: Error, Equatable {
  case empty
  /// Not text: `share` of a thousand bytes are controls.
  case binary
  /// A format there is no reader for yet, by its usual name.
  case unsupported(String)
  /// A library that reads this format is not installed.
  case missingLibrary(String)
}
