import AgreementReaders
import ContractBrowser
import TOML
import TerminalGrid

/// The reader's wishes, from `$XDG_CONFIG_HOME/hereof/config.toml`: a line for each `Setting`.
///
/// What is wrong in it is said with its line and column and passed over; the rest counts.
struct SettingsFile {
  private(set) var theme: String?
  /// The widest line of text, in columns.
  private(set) var measure: Int?
  private(set) var mouse = false
  private(set) var asciiBorders = false
  private(set) var isFlat = false
  /// How long an escape waits for the rest of a key, in milliseconds.
  private(set) var escapeDelay: Int?
  private(set) var keymap = Keymap()
  /// What reading a PDF may take.
  private(set) var limits = AgreementReader.Limits()
  /// Each with the file's name, line and column.
  private(set) var failures: [String] = []

  /// Reads the file; defaults where there is none.
  static func read() -> SettingsFile {
    guard let folder = SettingsFolder.path, let bytes = try? FileReader.read(folder + "/config.toml") else { return SettingsFile() }
    return SettingsFile(bytes)
  }

  init() {}

  init(_ bytes: [UInt8]) {
    do {
      for entry in try TOMLValue.parse(bytes).entries { take(entry) }
    } catch {
      fail(error.position, error.reason)
    }
  }

  private mutating func fail(_ at: TOMLValue.Position, _ words: String) {
    failures.append("config.toml:\(at.line):\(at.column): \(words)")
  }

  private mutating func take(_ entry: TOMLValue.Entry) {
    let value = entry.value
    func wanted(_ what: String) -> String { "\(entry.key) is \(what)" }
    guard let setting = Setting(rawValue: entry.key) else { return fail(entry.position, "no setting is called \(entry.key)") }
    switch setting {
    case .theme:
      theme = value.string
      if theme == nil { fail(value.position, wanted("a theme's name in quotes")) }
    case .measure:
      measure = value.integer.flatMap { (20...400).contains($0) ? $0 : nil }
      if measure == nil { fail(value.position, wanted("a number of columns from 20 to 400")) }
    case .pdfSeconds, .pdfSecondsPerMegabyte, .pdfMemory:
      guard let number = value.integer, (1...1_000_000).contains(number) else {
        fail(value.position, wanted(setting == .pdfMemory ? "a number of megabytes" : "a number of seconds of processor time"))
        return
      }
      switch setting {
      case .pdfSeconds: limits.seconds = number
      case .pdfSecondsPerMegabyte: limits.secondsPerMegabyte = number
      default: limits.memory = max(number, 64) << 20
      }
    case .mouse:
      mouse = value.boolean ?? false
      if value.boolean == nil { fail(value.position, wanted("true or false")) }
    case .flat:
      isFlat = value.boolean ?? false
      if value.boolean == nil { fail(value.position, wanted("true or false")) }
    case .borders:
      switch value.string {
      case "ascii": asciiBorders = true
      case "unicode": asciiBorders = false
      default: fail(value.position, wanted("\"unicode\" or \"ascii\""))
      }
    case .escapeDelay:
      escapeDelay = value.integer.flatMap { (0...2_000).contains($0) ? $0 : nil }
      if escapeDelay == nil { fail(value.position, wanted("a number of milliseconds up to 2000")) }
    case .keys: takeKeys(value)
    }
  }

  private mutating func takeKeys(_ table: TOMLValue) {
    guard table.isTable else { return fail(table.position, "keys is a table of commands") }
    var changes: [Command: [KeySequence]] = [:]
    for entry in table.entries {
      guard let command = Command(rawValue: entry.key) else {
        fail(entry.position, "no command is called \(entry.key); hereof keys lists them")
        continue
      }
      let names = entry.value.array ?? [entry.value]
      var keys: [KeySequence] = []
      for name in names {
        guard let text = name.string, let key = KeySequence(name: text) else {
          fail(name.position, "\(name.string ?? "this") is no key")
          continue
        }
        keys.append(key)
      }
      if !keys.isEmpty || entry.value.array?.isEmpty == true { changes[command] = keys }
    }
    keymap = Keymap(changes: changes)
  }
}
