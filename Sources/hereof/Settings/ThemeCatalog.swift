import ContractBrowser
import FoundationEssentials
import Glibc
import TOML
import TerminalGrid

/// The themes there are: those built in, and those in the settings folder, which come first.
struct ThemeCatalog {
  /// Why a theme file is invalid.
  enum Failure: Error, Equatable {
    case syntax(String, line: Int, column: Int)
    case unknownScope(String)
    case unknownColour(String)
    case unknownModifier(String)
    case badStyle(String)
    case inheritsItself(String)
    case unknownTheme(String)
  }

  private let folder: String?

  static let builtIn: [(name: String, bytes: [UInt8])] = [
    ("sixteen", PackageResources.sixteen_toml), ("dark", PackageResources.dark_toml), ("light", PackageResources.light_toml),
    ("high-contrast", PackageResources.high_contrast_toml), ("colour-blind-dark", PackageResources.colour_blind_dark_toml),
    ("colour-blind-light", PackageResources.colour_blind_light_toml), ("monochrome", PackageResources.monochrome_toml),
    ("gruvbox", PackageResources.gruvbox_toml), ("nord", PackageResources.nord_toml),
    ("solarized-dark", PackageResources.solarized_dark_toml), ("solarized-light", PackageResources.solarized_light_toml),
  ]

  /// The reader's own themes are the `.toml` files of `folder`; one of a built-in name comes before it.
  init(folder: String?) { self.folder = folder }

  /// The names of all themes, the built-in ones first.
  var names: [String] {
    var names = Self.builtIn.map(\.name)
    if let folder, let found = try? FileManager.default.contentsOfDirectory(atPath: folder) {
      for file in found.sorted() where file.hasSuffix(".toml") && !names.contains(String(file.dropLast(5))) {
        names.append(String(file.dropLast(5)))
      }
    }
    return names
  }

  private func bytes(_ name: String) -> [UInt8]? {
    if let folder, !name.contains("/"), let own = try? FileReader.read("\(folder)/\(name).toml") { return own }
    return Self.builtIn.first { $0.name == name }?.bytes
  }

  /// `$XDG_CONFIG_HOME/hereof/themes`.
  static var settingsFolder: String? { SettingsFolder.path.map { $0 + "/themes" } }

  /// The theme of a name; the first built-in one where the name or its file is none.
  func theme(_ name: String) -> Theme {
    (try? read(name)) ?? (try? read("sixteen")) ?? Theme(name: name, styles: [:])
  }

  /// The theme as a terminal of so many colours can show it: of eight, exact shades come out alike, and `sixteen` stands for it.
  func theme(_ name: String, colours: Int) -> Theme {
    let theme = theme(name)
    return (8..<16).contains(colours) && theme.hasExactColours ? self.theme("sixteen") : theme
  }

  /// The theme of a name, or why there is none.
  func read(_ name: String) throws(Failure) -> Theme { Theme(name: name, styles: try styles(name, inherited: [])) }

  private func styles(_ name: String, inherited: [String]) throws(Failure) -> [String: Style] {
    guard let bytes = bytes(name) else { throw .unknownTheme(name) }
    guard !inherited.contains(name) else { throw .inheritsItself(name) }
    let table: TOMLValue
    do { table = try TOMLValue.parse(bytes) } catch {
      throw .syntax(error.reason, line: error.position.line, column: error.position.column)
    }
    var styles: [String: Style] = [:]
    if let parent = table["inherits"]?.string { styles = try self.styles(parent, inherited: inherited + [name]) }
    var palette: [String: String] = [:]
    for entry in table["palette"]?.entries ?? [] { palette[entry.key] = entry.value.string }
    for entry in table.entries where entry.key != "palette" && entry.key != "inherits" {
      guard Scope.isName(entry.key) else { throw .unknownScope(entry.key) }
      styles[entry.key] = try style(entry.value, entry.key, palette)
    }
    return styles
  }

  private func style(_ value: TOMLValue, _ key: String, _ palette: [String: String]) throws(Failure) -> Style {
    if let name = value.string { return Style(try Self.colour(name, palette)) }
    guard value.isTable else { throw .badStyle(key) }
    var style = Style()
    if let name = value["fg"]?.string { style.foreground = try Self.colour(name, palette) }
    if let name = value["bg"]?.string { style.background = try Self.colour(name, palette) }
    if let modifiers = value["modifiers"]?.array {
      for modifier in modifiers {
        switch modifier.string {
        case "bold": style.attributes.insert(.bold)
        case "dim": style.attributes.insert(.dim)
        case "italic": style.attributes.insert(.italic)
        case "underline", "underlined": style.attributes.insert(.underline)
        case "reverse", "reversed": style.attributes.insert(.reverse)
        case let other: throw .unknownModifier(other ?? key)
        }
      }
    }
    return style
  }

  private static let basic = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  private static func colour(_ name: String, _ palette: [String: String]) throws(Failure) -> Colour {
    let value = palette[name] ?? name
    if value == "default" { return .standard }
    if let index = basic.firstIndex(of: value) { return .indexed(UInt8(index)) }
    if value.hasPrefix("bright-"), let index = basic.firstIndex(of: String(value.dropFirst(7))) {
      return .indexed(UInt8(index + 8))
    }
    guard value.hasPrefix("#"), value.count == 7, let number = UInt32(value.dropFirst(), radix: 16) else {
      throw .unknownColour(name)
    }
    return .rgb(UInt8(number >> 16), UInt8(number >> 8 & 255), UInt8(number & 255))
  }
}

/// Where the reader's own settings are.
enum SettingsFolder {
  /// `$XDG_CONFIG_HOME/hereof`, or `~/.config/hereof`.
  static var path: String? {
    if let home = Platform.variable("XDG_CONFIG_HOME"), home.hasPrefix("/") { return home + "/hereof" }
    return Platform.variable("HOME").map { $0 + "/.config/hereof" }
  }
}
