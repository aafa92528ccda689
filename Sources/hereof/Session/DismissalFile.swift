import ContractModel
import TOML

/// Dismissed findings in a small text file that is kept beside the agreements, to be committed with them.
///
/// ```toml
/// [[dismissed]]
/// agreement = "license-back-agreement.txt"
/// check = "placeholder"
/// section = "8.1"
/// subject = "[Delaware]"
/// quote = "the laws of the State of [Delaware] govern"
/// because = "The state is agreed."
/// ```
///
/// An entry is added at the end and taken away alone: whatever else is written in the file stays as it is.
struct DismissalFile {
  let path: String

  struct Entry {
    var agreement: String
    var dismissal: Dismissal
    /// The line its header stands in, from 1.
    var line: Int
  }

  enum Failure: Error {
    case syntax(String)
    case unwritable
  }

  /// The entries of the file; none where there is no file.
  func entries() throws(Failure) -> [Entry] {
    guard let bytes = try? FileReader.read(path), !bytes.isEmpty else { return [] }
    let root: TOMLValue
    do { root = try TOMLValue.parse(bytes) } catch {
      throw .syntax("\(path):\(error.position.line):\(error.position.column): \(error.reason)")
    }
    var out: [Entry] = []
    for value in root["dismissed"]?.array ?? [] {
      guard let agreement = value["agreement"]?.string, let check = value["check"]?.string, let section = value["section"]?.string
      else {
        throw .syntax(
          "\(path):\(value.position.line):\(value.position.column): a dismissed finding needs agreement, check and section")
      }
      out.append(
        Entry(
          agreement: agreement,
          dismissal: Dismissal(
            check: check, section: section, subject: value["subject"]?.string ?? "", quote: value["quote"]?.string ?? "",
            because: value["because"]?.string ?? ""), line: value.position.line))
    }
    return out
  }

  /// Adds dismissals of an agreement (by its file's name) that the file does not have, and takes others away.
  func change(_ agreement: String, adding: [Dismissal], removing: [Dismissal]) throws(Failure) {
    let outcome = StateFile.locked(besides: path) { () -> Result<Void, Failure> in
      do throws(Failure) {
        try rewrite(agreement, adding: adding, removing: removing)
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    guard let outcome else { throw .unwritable }
    try outcome.get()
  }

  private func rewrite(_ agreement: String, adding: [Dismissal], removing: [Dismissal]) throws(Failure) {
    let known = try entries().filter { $0.agreement == agreement }
    var lines = String(decoding: (try? FileReader.read(path)) ?? [], as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for entry in known.reversed() where removing.contains(where: { $0.isOfSameFinding(as: entry.dismissal) }) {
      var end = entry.line
      while end < lines.count, !lines[end].hasPrefix("["), !lines[end].hasPrefix("#") { end += 1 }
      lines.removeSubrange((entry.line - 1)..<end)
    }
    var text = lines.joined(separator: "\n") + (lines.isEmpty ? "" : "\n")
    for dismissal in adding where !known.contains(where: { $0.dismissal.isOfSameFinding(as: dismissal) }) {
      text += (text.isEmpty || text.hasSuffix("\n\n") ? "" : "\n") + Self.text(agreement, dismissal)
    }
    guard StateFile.replace(path, Array(text.utf8), mode: 0o644) else { throw .unwritable }
  }

  private static func text(_ agreement: String, _ dismissal: Dismissal) -> String {
    """
    [[dismissed]]
    agreement = \(quoted(agreement))
    check = \(quoted(dismissal.check))
    section = \(quoted(dismissal.section))
    subject = \(quoted(dismissal.subject))
    quote = \(quoted(dismissal.quote))
    because = \(quoted(dismissal.because))

    """
  }

  /// A basic string of TOML 1.0: quotation marks, backslashes and controls escaped.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: out += "\\\""
      case 0x5C: out += "\\\\"
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
