/// Why the bytes of a file give no agreement; the words are the command's.
package enum ReadingError: Error, Equatable {
  case empty
  /// Not text: more than one byte in fifty is a control.
  case binary
  /// A format there is no reader for, by its usual name.
  case unsupported(String)
  /// A library or program that reads this format is not installed.
  case missingLibrary(String)
  /// The file is not what its first bytes say, or breaks off; by its format's name.
  case broken(String)
  /// A locked file, by its format's name.
  case encrypted(String)
  /// Unpacked or laid out it is larger than is read.
  case excessive
  /// It takes more processor time than it may, in seconds.
  case tooLong(Int)
  /// Who asked for it wanted no more of it.
  case stopped
  /// Nothing of it is text, for reasons that are said: hidden, deleted, nested too deeply.
  case withoutText(String)
  /// Pages that are pictures of pages.
  case pictures
  /// An archive or submission without any agreement.
  case noAgreement(String)
}
