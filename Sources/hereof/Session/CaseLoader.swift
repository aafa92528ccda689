import AgreementReaders
import ContractModel
import Glibc

/// Opens paths as one case: files, folders, `-` for standard input, and with no path the sample that is built in.
struct CaseLoader {
  private(set) var members: [Case.Member] = []
  /// What could not be opened, each a sentence.
  private(set) var failures: [String] = []
  /// What was left out of a submission or an archive, and files that are not read.
  private(set) var notices: [Notice] = []
  /// What was written down of the case, in the first folder that has a description.
  private(set) var file: CaseFile?
  /// The folder it stands in, with a slash at its end.
  private var root = ""
  private var visited: Set<String> = []

  /// The names of files that a folder is searched for.
  private static let endings = [".txt", ".text", ".md", ".markdown", ".htm", ".html", ".docx", ".pdf", ".zip", ".gz"]

  /// What agreements are kept in too, and is not read: by how its name ends, what it is called.
  private static let unread = [
    (".doc", "Word 97"), (".rtf", "RTF"), (".odt", "OpenDocument"), (".wpd", "WordPerfect"), (".pages", "Pages"),
  ]

  /// What is said of a file: its path, and what follows that in the sentence.
  struct Notice: Sendable {
    let path: String
    let words: String

    var sentence: String { path + words }
    /// With the file's name alone: on one line of a screen its folders would leave no room for the rest.
    var brief: String { (path.split(separator: "/").last.map(String.init) ?? path) + words }
  }

  static func load(_ paths: [String], _ options: AgreementReader.Options = AgreementReader.Options()) -> CaseLoader {
    var loader = CaseLoader(paths)
    for outcome in Parallel.map(loader.found, doing: "reading", name: \.name, { open($0, options) }) { loader.take(outcome) }
    loader.compare()
    return loader
  }

  /// Reads paths and hands each agreement on as soon as those before it were, without keeping it; returns whether all could be read.
  static func stream(
    _ paths: [String], _ options: AgreementReader.Options, _ each: (Case.Member) -> Void
  ) -> Bool {
    let loader = CaseLoader(paths)
    for notice in loader.notices { StandardError.say(notice.sentence) }
    for member in loader.members { each(member) }
    var isWhole = loader.file?.failures.isEmpty ?? true
    for words in loader.file?.failures ?? [] { StandardError.say(words) }
    func take(_ outcome: Outcome) {
      switch outcome {
      case .members(let members, let notice):
        if let notice { StandardError.say(notice.sentence) }
        for member in members { each(member) }
      case .failure(let words):
        StandardError.say(words)
        isWhole = false
      }
    }
    Parallel.forEach(loader.found, doing: "reading", name: \.name, by: { open($0, options) }, take: take)
    return isWhole
  }

  /// Finds what there is to read at paths, and reads nothing yet.
  init(_ paths: [String]) {
    if paths.isEmpty { members = SampleCase.members() }
    for path in paths { find(path) }
  }

  mutating func take(_ outcome: Outcome) {
    switch outcome {
    case .members(let members, let notice):
      self.members += members
      if let notice { notices.append(notice) }
    case .failure(let words): failures.append(words)
    }
  }

  /// Holds the description against what the agreements say themselves.
  mutating func compare() {
    guard var file else { return }
    let members = members
    let root = root
    file.compare { path in members.first { $0.path == root + path }?.agreement.date }
    failures += file.failures
    self.file = file
  }

  /// A file to read, or what is said instead of it, in the order of the command line.
  enum Found: Sendable {
    case file(String)
    case standardInput
    case failure(String)

    /// What is read, for people.
    var name: String { if case .file(let path) = self { path } else { "" } }
  }

  enum Outcome: Sendable {
    case members([Case.Member], notice: Notice?)
    case failure(String)
  }

  private(set) var found: [Found] = []

  static func open(_ found: Found, _ options: AgreementReader.Options) -> Outcome {
    switch found {
    case .failure(let words): return .failure(words)
    case .standardInput:
      do { return parse(try FileReader.readStandardInput(), "-", options) } catch {
        return .failure(words(error, "standard input"))
      }
    case .file(let path):
      do { return parse(try FileReader.read(path), path, options) } catch { return .failure(words(error, path)) }
    }
  }

  private static func parse(_ bytes: [UInt8], _ name: String, _ options: AgreementReader.Options) -> Outcome {
    let file = name == "-" ? "standard input" : name
    do {
      let reading = try AgreementReader.read(bytes, name: name, options: options)
      let members = reading.documents.map { document in
        Case.Member(path: document.part.isEmpty ? name : name + "/" + document.part, agreement: Agreement(document.text))
      }
      let left = reading.leftOut
      let words =
        ": left out: " + left.prefix(6).joined(separator: ", ") + (left.count > 6 ? " and \(left.count - 6) more" : "")
      return .members(members, notice: left.isEmpty ? nil : Notice(path: file, words: words))
    } catch {
      return .failure(words(error, file))
    }
  }

  /// Puts each agreement that others amend as they leave it in its own place.
  mutating func amend() { members = value.asAmended().members }

  var title: String {
    guard members.count > 1 else { return members.first?.agreement.title ?? "" }
    // The folder that all of them stand in, at whatever depth.
    var common = members.first?.path.split(separator: "/").dropLast() ?? []
    for member in members {
      let parts = member.path.split(separator: "/").dropLast()
      while !parts.starts(with: common) { common.removeLast() }
    }
    guard let last = common.last, last != ".", last != ".." else { return "" }
    return String(last)
  }

  /// How the members name each other; nil for one alone.
  var links: CaseLinks? { members.count > 1 ? value.links : nil }

  var value: Case {
    guard let file else { return Case(title: title, members: members) }
    return Case(title: title, members: members, description: file.description) { member in
      member.path.hasPrefix(root) ? String(member.path.dropFirst(root.count)) : member.path
    }
  }

  /// A path without "./" before it: what reads annotations knows "nda.txt", and not "./nda.txt".
  private static func plain(_ path: String) -> String {
    var path = path
    while path.hasPrefix("./"), path != "./-" { path = String(path.dropFirst(2).drop { $0 == "/" }) }
    return path.isEmpty ? "." : path
  }

  private mutating func find(_ name: String) {
    if name == "-" {
      found.append(.standardInput)
      return
    }
    guard !name.isEmpty else {
      found.append(.failure("an empty path names no file"))
      return
    }
    let path = Self.plain(name)
    let own = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
    guard FileName.kind(path).isFolder else {
      found.append(.file(path))
      return
    }
    let before = found.count
    if file == nil, let described = CaseFile(folder: path) {
      file = described
      root = own
    }
    if root == own, let file, !file.description.papers.isEmpty {
      for paper in file.description.papers {
        let place = root + paper.path
        found.append(FileName.kind(place).exists ? .file(place) : .failure("\(file.place(of: paper.path)): no such file: \(place)"))
      }
    } else {
      walk(path, own)
    }
    if found.count == before {
      found.append(.failure("no agreements in \(path): looked for files that end in \(Self.endings.joined(separator: ", "))"))
    }
  }

  /// `lead` stands before the names of what is in the folder.
  private mutating func walk(_ folder: String, _ lead: String) {
    // A link can lead back to a folder above: each is entered once.
    guard let real = FileName.withSystemName(folder, { realpath($0, nil) }) else { return }
    let key = String(cString: real)
    free(real)
    guard visited.insert(key).inserted else { return }
    guard let names = FileName.names(in: folder) else {
      found.append(.failure("cannot read the folder \(folder)"))
      return
    }
    for name in names {
      let path = lead + name
      let kind = FileName.kind(path)
      let isWanted = Self.endings.contains { name.lowercased().hasSuffix($0) }
      if kind.isFolder {
        walk(path, path + "/")
      } else if isWanted {
        found.append(.file(path))
      } else if let format = Self.unread.first(where: { name.lowercased().hasSuffix($0.0) })?.1 {
        notices.append(Notice(path: path, words: " is \(format), which is not read; save it as DOCX, PDF or text"))
      } else if !kind.exists, kind.reason != ENOENT {
        // It may be a folder full of agreements.
        found.append(.failure("cannot look into \(path): \(String(cString: strerror(kind.reason)))"))
      }
    }
  }

  // MARK: Words

  static func words(_ failure: FileReader.Failure, _ name: String) -> String {
    switch failure {
    case .missing:
      // Where a command stands, one may be meant.
      "no such file: \(name)"
        + (FileName.arguments().first == name
          ? Hereof.likelyName(name).map { "; is the command `hereof \($0)` meant?" } ?? "" : "")
    case .unreadable(let reason):
      "cannot read \(name): \(reason == EACCES ? "permission denied" : String(cString: strerror(reason)))"
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
    case .unsupported("an archive within an archive"): "\(name) holds an archive within an archive, which is not opened"
    case .unsupported(let format): "\(name) is \(format), which cannot be read; save it as DOCX, PDF or text"
    case .broken(let format): "\(name) is no whole \(format) file"
    case .encrypted(let format): "\(name) is a locked \(format); save it without its password"
    case .excessive: "\(name) unpacks to more than is read"
    case .tooLong(let seconds):
      "\(name) takes more than \(seconds) seconds of processor time; --seconds allows more"
    case .stopped: "\(name): reading was stopped"
    case .withoutText(let reason): "\(name) has no text to show: \(reason)"
    case .pictures: "\(name) is pictures of pages and needs text recognition first: ocrmypdf \(name) out.pdf"
    case .noAgreement(let format): "\(name) is \(format == "EDGAR submission" ? "an" : "a") \(format) file without an agreement"
    }
  }
}
