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
    for path in paths { loader.find(path) }
    for outcome in Parallel.map(loader.found, doing: "reading", open) {
      switch outcome {
      case .member(let member): loader.members.append(member)
      case .failure(let words): loader.failures.append(words)
      }
    }
    return loader
  }

  /// A file to read, or what is said instead of it, in the order of the command line.
  private enum Found: Sendable {
    case file(String)
    case standardInput
    case failure(String)
  }

  private enum Outcome: Sendable {
    case member(Case.Member)
    case failure(String)
  }

  private var found: [Found] = []

  private static func open(_ found: Found) -> Outcome {
    switch found {
    case .failure(let words): return .failure(words)
    case .standardInput:
      do { return parse(try FileReader.readStandardInput(), "-") } catch { return .failure(words(error, "standard input")) }
    case .file(let path):
      do { return parse(try FileReader.read(path), path) } catch { return .failure(words(error, path)) }
    }
  }

  private static func parse(_ bytes: [UInt8], _ name: String) -> Outcome {
    do { return .member(Case.Member(path: name, agreement: Agreement(try AgreementReader.read(bytes, name: name)))) } catch {
      return .failure(words(error, name == "-" ? "standard input" : name))
    }
  }

  var title: String {
    guard members.count > 1 else { return members.first?.agreement.title ?? "" }
    // The folder the first stands in.
    let parts = members.first?.path.split(separator: "/") ?? []
    return parts.count > 1 ? String(parts[parts.count - 2]) : ""
  }

  var value: Case { Case(title: title, members: members) }

  private mutating func find(_ path: String) {
    if path == "-" {
      found.append(.standardInput)
      return
    }
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
      found.append(.file(path))
      return
    }
    let before = found.count
    walk(path)
    if found.count == before {
      found.append(.failure("no agreements in \(path): looked for files that end in \(Self.endings.joined(separator: ", "))"))
    }
  }

  private mutating func walk(_ folder: String) {
    // A link can lead back to a folder above: each is entered once.
    guard let real = realpath(folder, nil) else { return }
    let key = String(cString: real)
    free(real)
    guard visited.insert(key).inserted else { return }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      found.append(.failure("cannot read the folder \(folder)"))
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder {
        walk(path)
      } else if Self.endings.contains(where: { name.lowercased().hasSuffix($0) }) {
        found.append(.file(path))
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
