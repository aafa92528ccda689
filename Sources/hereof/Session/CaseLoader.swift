import AgreementReaders
import ContractModel
import FoundationEssentials
import Glibc

/// Opens paths as one case: files, folders, `-` for standard input, and with no path the sample that is built in.
struct CaseLoader {
  private(set) var members: [Case.Member] = []
  /// What could not be opened, each a sentence.
  private(set) var failures: [String] = []
  private var visited: Set<String> = []

  /// The names of files that a folder is searched for.
  private static let endings = [".txt", ".text", ".md", ".markdown", ".htm", ".html"]

  static func load(_ paths: [String]) -> CaseLoader {
    var loader = CaseLoader()
    if paths.isEmpty {
      loader.members = SampleCase.members()
      return loader
    }
    for path in paths { loader.add(path) }
    return loader
  }

  var title: String {
    guard members.count > 1 else { return members.first?.agreement.title ?? "" }
    // The folder the first stands in.
    let parts = members.first?.path.split(separator: "/") ?? []
    return parts.count > 1 ? String(parts[parts.count - 2]) : ""
  }

  var value: Case { Case(title: title, members: members) }

  private mutating func add(_ path: String) {
    if path == "-" {
      do { try add(FileReader.readStandardInput(), "-") } catch { failures.append(Self.words(error, "standard input")) }
      return
    }
    do { try add(FileReader.read(path), path) } catch .directory { addFolder(path) } catch {
      failures.append(Self.words(error, path))
    }
  }

  private mutating func add(_ bytes: [UInt8], _ name: String) {
    do {
      let text = try AgreementReader.read(bytes, name: name)
      members.append(Case.Member(path: name, agreement: Agreement(text)))
    } catch {
      failures.append(Self.words(error, name == "-" ? "standard input" : name))
    }
  }

  private mutating func addFolder(_ path: String) {
    let before = members.count
    let failed = failures.count
    walk(path)
    if members.count == before, failures.count == failed {
      failures.append("no agreements in \(path): looked for files that end in \(Self.endings.joined(separator: ", "))")
    }
  }

  private mutating func walk(_ folder: String) {
    // A link can lead back to a folder above: each is entered once.
    guard let real = realpath(folder, nil) else { return }
    let key = String(cString: real)
    free(real)
    guard visited.insert(key).inserted else { return }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      failures.append("cannot read the folder \(folder)")
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder {
        walk(path)
      } else if Self.endings.contains(where: { name.lowercased().hasSuffix($0) }) {
        add(path)
      }
    }
  }

  // MARK: Words

  static func words(_ failure: FileReader.Failure, _ name: String) -> String {
    switch failure {
    case .missing: "no such file: \(name)"
    case .unreadable: "cannot read \(name): permission denied"
    case .directory: "\(name) is a folder"
    case .special: "\(name) is a device or pipe, not a file; use - to read standard input"
    case .tooLarge: "\(name) is larger than \(FileReader.limit >> 20) MB"
    }
  }

  static func words(_ error: ReadingError, _ name: String) -> String {
    switch error {
    case .empty: "\(name) is empty"
    case .missingLibrary(let library): "\(name) needs \(library), which is not installed"
    case .binary: "\(name) is not text"
    case .unsupported(let format): "\(name) is \(format), which cannot be read yet; convert it to text or HTML"
    }
  }
}
