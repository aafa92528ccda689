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
    /// It is written in a way of its own, which only its writer should change.
    case foreign
  }

  /// The entries of the file; none where there is no file.
  func entries() throws(Failure) -> [Entry] {
    let bytes = try bytes()
    return try Self.entries(bytes, path)
  }

  /// The file's bytes; none where there is no file, and an error where it cannot be read, lest it be taken for empty and written over.
  private func bytes() throws(Failure) -> [UInt8] {
    do { return try FileReader.read(path) } catch {
      if error == .missing { return [] }
      throw .unwritable
    }
  }

  private static func entries(_ bytes: [UInt8], _ path: String) throws(Failure) -> [Entry] {
    guard !bytes.isEmpty else { return [] }
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
    let before = try bytes()
    let entries = try Self.entries(before, path)
    let isRemoved = { (entry: Entry) in
      entry.agreement == agreement && removing.contains { $0.isOfSameFinding(as: entry.dismissal) }
    }
    var lines = before.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      var line = line.drop { $0 == 0x20 || $0 == 0x09 }
      while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D { line.removeLast() }
      return line
    }
    for entry in entries.reversed() where isRemoved(entry) {
      guard lines.indices.contains(entry.line - 1), trimmed(lines[entry.line - 1]).elementsEqual("[[dismissed]]".utf8) else {
        throw .foreign
      }
      var end = entry.line
      while end < lines.count, ![0x5B, 0x23].contains(trimmed(lines[end]).first) { end += 1 }
      lines.removeSubrange((entry.line - 1)..<end)
    }
    var text = Array(lines.joined(separator: [0x0A])) + (lines.isEmpty ? [] : [0x0A])
    var expected = entries.filter { !isRemoved($0) }.map { $0.dismissal }
    for dismissal in adding
    where !entries.contains(where: { $0.agreement == agreement && $0.dismissal.isOfSameFinding(as: dismissal) && !isRemoved($0) }) {
      if !text.isEmpty, !text.suffix(2).elementsEqual([0x0A, 0x0A]) { text.append(0x0A) }
      text += Array(Self.text(agreement, dismissal).utf8)
      expected.append(dismissal)
    }
    guard text != before else { return }
    // Whatever shape the file has, nothing is written that does not say what it shall.
    guard let written = try? Self.entries(text, path), written.map(\.dismissal) == expected else { throw .foreign }
    guard StateFile.replace(path, text, mode: 0o644) else { throw .unwritable }
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
      // `$` and the backtick too: a shell that is made to read the file shall find nothing to do.
      case 0x24, 0x60, 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
