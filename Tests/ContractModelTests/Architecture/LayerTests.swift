import Foundation
import Testing

/// The folders of ContractModel are layers: a file may use what its own folder and those below it declare, and nothing above.
@Suite struct LayerTests {
  /// From the lowest to the highest.
  private static let layers = [
    "Text", "Lexicon", "Numbers", "Blocks", "Reading", "Provisions", "Terms", "References", "Agreement", "Case", "Search",
    "Amendments",
    "Clocks", "Duties", "Compare", "Checks",
  ]

  private struct File {
    var path: String
    var layer: String
    var source: String
    /// The source without comments and without what stands in quotation marks.
    var code: String
  }

  private static func files() throws -> [File] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/ContractModel")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }.sorted()
    return try paths.map { path in
      let source = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      let code = source.replacing(/\/\/.*/, with: "").replacing(/"(\\.|[^"\\\n])*"/, with: "")
      return File(path: path, layer: String(path.prefix { $0 != "/" }), source: source, code: code)
    }
  }

  /// The types that a layer declares at the top of its files, by name; a name that two layers declare tells nothing.
  private static func declarations(_ files: [File]) -> [String: String] {
    var out: [String: Set<String>] = [:]
    let pattern = /(?m)^(?:[a-z@]\w*(?:\([a-z]+\))? )*(?:struct|enum|class|protocol|typealias) ([A-Z]\w*)/
    for file in files {
      for match in file.code.matches(of: pattern) { out[String(match.1), default: []].insert(file.layer) }
    }
    return out.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  @Test("every folder of the model is a layer")
  func foldersAreLayers() throws {
    let folders = Set(try Self.files().map(\.layer))
    #expect(folders == Set(Self.layers))
  }

  @Test("no file uses what a higher layer declares")
  func usesPointDown() throws {
    let files = try Self.files()
    let homes = Self.declarations(files)
    #expect(homes["Paragraph"] == "Reading")
    let height = Dictionary(uniqueKeysWithValues: Self.layers.enumerated().map { ($1, $0) })
    var upward: [String] = []
    for file in files {
      let names = Set(file.code.matches(of: /\b[A-Z]\w*/).map { String($0.0) })
      for name in names.sorted() {
        guard let home = homes[name], height[home, default: 0] > height[file.layer, default: 0] else { continue }
        upward.append("\(file.path) uses \(name) of \(home)")
      }
    }
    #expect(upward == [])
  }

  @Test("every public declaration has a comment that documents it")
  func publicDeclarationsAreDocumented() throws {
    var bare: [String] = []
    for file in try Self.files() {
      let lines = file.source.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
      for (index, line) in lines.enumerated() where line.wholeMatch(of: /(@\w+ )*public .*/) != nil && !line.contains("extension ")
      {
        var above = index - 1
        while above >= 0, lines[above].hasPrefix("@") { above -= 1 }
        if above < 0 || !lines[above].hasPrefix("///") { bare.append("\(file.path):\(index + 1) \(line)") }
      }
    }
    #expect(bare == [])
  }
}
