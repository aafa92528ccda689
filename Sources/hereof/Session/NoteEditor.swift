import Glibc

/// Changes a text in the editor that `VISUAL` or `EDITOR` names.
struct NoteEditor {
  /// Where the text is written for the editor; readable by the user alone.
  let folder: String

  enum Failure: Error {
    case folder(String)
    case editor(String)

    var words: String {
      switch self {
      case .folder(let path): "the note was not changed: \(path) cannot be written"
      case .editor(let command): "the note was not changed: \(command) did not end well"
      }
    }
  }

  /// The text as the editor left it.
  func edit(_ text: String) -> Result<String, Failure> {
    let path = "\(folder)/note-\(getpid()).txt"
    guard StateFile.replace(path, Array(text.utf8), mode: 0o600) else { return .failure(.folder(folder)) }
    defer { unlink(path) }
    let command = Platform.variable("VISUAL") ?? Platform.variable("EDITOR") ?? "vi"
    // As git and crontab do: the shell reads the command, which may have options, and the file's name stays one word.
    guard ChildProcess.run("/bin/sh", ["sh", "-c", "\(command) \"$1\"", command, path]) == 0 else {
      return .failure(.editor(command))
    }
    guard let bytes = try? FileReader.read(path) else { return .failure(.folder(folder)) }
    return .success(String(decoding: bytes, as: UTF8.self))
  }
}
