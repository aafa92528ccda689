import ContractBrowser
import Foundation
import TOML
import TestSupport
import Testing

@Suite struct ThemeTests {
  private static let files =
    (try? FileManager.default.contentsOfDirectory(at: Fixtures.themes, includingPropertiesForKeys: nil))?.filter {
      $0.pathExtension == "toml"
    } ?? []

  @Test func `there are eleven themes and the program knows them all`() throws {
    #expect(Self.files.count == 11)
    for file in Self.files {
      let name = file.deletingPathExtension().lastPathComponent
      #expect(try ProgramRunner.run(["--theme", name]).status == 0, "\(name)")
    }
  }

  @Test func `every theme names every scope and no other`() throws {
    for file in Self.files {
      let table = try TOMLValue.parse(Fixtures.file(file))
      let scopes = Set(table.entries.map(\.key)).subtracting(["palette", "inherits"])
      #expect(scopes == Set(Scope.allCases.map(\.name)), "\(file.lastPathComponent)")
    }
  }

  @Test func `text stands out from its ground in every theme that sets both`() throws {
    for file in Self.files {
      let table = try TOMLValue.parse(Fixtures.file(file))
      guard let palette = table["palette"], let paper = palette["paper"]?.string else { continue }
      for entry in table.entries where entry.key != "palette" {
        let scope = entry.key
        let style = entry.value
        guard let ink = style["fg"]?.string, let colour = palette[ink]?.string else { continue }
        let ground = style["bg"]?.string.flatMap { palette[$0]?.string } ?? paper
        if scope == "border" { continue }
        #expect(contrast(colour, ground) >= 4.5, "\(file.lastPathComponent) \(scope): \(contrast(colour, ground))")
      }
    }
  }

  @Test(arguments: [
    ("nonsense = \"red\"", "no scope is called nonsense"), ("text = \"reddish\"", "reddish is no colour"),
    ("text = { modifiers = [\"loud\"] }", "loud is no modifier"), ("text = [", "1:"), ("inherits = \"own\"", "inherits itself"),
  ])
  func `a theme that is wrong is refused with the reason`(_ source: String, _ message: String) throws {
    try ProgramRunner.withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/hereof/themes", withIntermediateDirectories: true)
      _ = FileManager.default.createFile(atPath: folder + "/hereof/themes/own.toml", contents: Data(source.utf8))
      let result = try ProgramRunner.run(["--theme", "own"], environment: ["XDG_CONFIG_HOME": folder])
      #expect(result.status == 2)
      #expect(result.words.contains(message), "\(result.words)")
    }
  }

  /// The contrast ratio of two colours (WCAG 2.1, relative luminance).
  private func contrast(_ a: String, _ b: String) -> Double {
    func luminance(_ colour: String) -> Double {
      let value = UInt32(colour.dropFirst(), radix: 16) ?? 0
      let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
        let share = Double(part) / 255
        return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }
}
