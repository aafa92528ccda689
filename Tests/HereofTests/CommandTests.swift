import ContractBrowser
import Foundation
import TestSupport
import Testing

@Suite struct CommandTests {
  private var licenseBack: String { Fixtures.sample.appendingPathComponent("license-back-agreement.txt").path }

  @Test func `where memory is limited and runs out, that is said`() throws {
    let path = NSTemporaryDirectory() + "hereof-large-\(UUID().uuidString).txt"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try (1...200_000).map { "\($0). Rent. The Tenant shall pay the rent of unit \($0) on the first day of each month.\n\n" }
      .joined()
      .write(toFile: path, atomically: true, encoding: .utf8)
    let result = try ProgramRunner.launch(
      "/bin/sh", ["-c", "ulimit -v 120000; exec '\(ProgramRunner.program)' outline '\(path)' > /dev/null"])
    #expect(result.status == 2)
    // The runtime may have its own word before.
    #expect(result.words.hasSuffix("hereof: the memory that this process may have (ulimit -v) is used up\n"))
  }

  @Test(arguments: [65_536, 40_000])
  func `where memory is tight, a folder is read as without a limit or refused, and soon`(kilobytes: Int) throws {
    let sample = Fixtures.sample.path
    let result = try ProgramRunner.launch(
      "/bin/sh", ["-c", "ulimit -v \(kilobytes); exec timeout 60 '\(ProgramRunner.program)' outline '\(sample)'"])
    // 124 is the status of what `timeout` ended.
    #expect(result.status != 124)
    if result.status == 0 { #expect(result.output == (try ProgramRunner.run(["outline", sample]).output)) }
  }

  @Test func `a check that is not known is told with its option and the nearest`() throws {
    let result = try ProgramRunner.run(["check", "--only", "placehoder", licenseBack])
    #expect(result.words.contains("--only: no check is called placehoder; is placeholder meant?"))
  }

  @Test func `of several files each has its heading, of one none, with any number of jobs`() throws {
    let one = try ProgramRunner.run(["outline", licenseBack]).output
    let sample = Fixtures.sample.path
    let many = try ProgramRunner.run(["outline", "--jobs", "1", sample])
    #expect(many.output.contains("License Back Agreement (\(licenseBack))\n" + one))
    #expect(try ProgramRunner.run(["outline", "--jobs", "7", sample]).output == many.output)
    #expect(try ProgramRunner.run(["outline", "--jobs", "0", sample]).status == 2)
  }

  @Test func `outline, terms, refs, show and search print the model`() throws {
    let outline = try ProgramRunner.run(["outline", licenseBack])
    #expect(outline.status == 0)
    #expect(outline.output.contains("\n  8.9 Attorney's fees\n"))
    #expect(try ProgramRunner.run(["terms", licenseBack]).output.contains("Action  [1.1 → 8.9, 8.9]"))
    #expect(
      try ProgramRunner.run(["refs", licenseBack]).output.contains(
        "[8.10] SECTIONS 1, 2.2-2.3, 3.4-3.5 AND 4-8 → 1, 2.2, 2.3, 3.4, 3.5, 4, 5, 6, 7, 8"))
    let show = try ProgramRunner.run(["show", "1.16", licenseBack])
    #expect(show.output.hasPrefix("1.16 Third Party Claim\n"))
    #expect(show.output.contains("“Indemnifying Party”"))
    let search = try ProgramRunner.run(["search", "force majeure", licenseBack])
    #expect(search.status == 0)
    #expect(search.output.contains(": [8.4] "))
    #expect(try ProgramRunner.run(["search", "zzzz", licenseBack]).status == 1)
    #expect(try ProgramRunner.run(["show", "99.9", licenseBack]).status == 1)
  }

  @Test func `export writes schema 1 with places that lead to the words`() throws {
    let result = try ProgramRunner.run(["export", "--format", "json", licenseBack])
    let document = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? Int == 1)
    let agreement = try #require((document["agreements"] as? [[String: Any]])?.first)
    #expect(agreement["date"] as? String == "2000-11-03")
    let bytes = Fixtures.bytes("license-back-agreement")
    let sections = try #require(agreement["sections"] as? [[String: Any]])
    #expect(sections.count { $0["kind"] as? String != "caption" } == 65)
    for section in sections {
      let start = try #require(section["start"] as? Int)
      let label = try #require(section["label"] as? String)
      #expect(String(decoding: bytes[start..<(start + label.utf8.count)], as: UTF8.self) == label)
    }
    #expect(
      Set(agreement.keys) == [
        "path", "title", "date", "governingLaw", "health", "ledger", "parties", "papers", "sections", "terms", "references",
        "findings",
      ])
  }

  @Test func `standard input is read and text is printed where there is no terminal`() throws {
    let result = try ProgramRunner.run(["-"], input: Array("1.   FEES\n\n     1.1 \"Fee\" means\nten.\n".utf8))
    #expect(result.status == 0)
    #expect(result.output.contains("1.1   \"Fee\" means ten.\n"))
    #expect(try ProgramRunner.run([]).output.contains("LICENSE BACK AGREEMENT"))
  }

  @Test func `bad input gives a message and status 2`() throws {
    try ProgramRunner.withFolder { folder in
      func file(_ name: String, _ bytes: [UInt8]) -> String {
        let path = folder + "/" + name
        _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
        return path
      }
      let cases: [(path: String, message: String)] = [
        (folder + "/none.txt", "no such file"), (file("empty.txt", []), "is empty"),
        (file("nul.txt", [UInt8](repeating: 0, count: 50_000_000)), "is not text"),
        (folder, "no agreements in"), ("/dev/zero", "device or pipe"), (file("x.pdf", Array("%PDF-1.7".utf8)), "PDF"),
      ]
      for (path, message) in cases {
        let target = path == folder ? folder + "/sub" : path
        if path == folder { try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true) }
        let result = try ProgramRunner.run(["outline", target])
        #expect(result.status == 2, "\(target)")
        #expect(result.words.contains(message), "\(target): \(result.words)")
        #expect(result.output.isEmpty)
      }
    }
  }

  @Test func `what cannot be opened does not keep the rest from being printed, and 2 wins`() throws {
    let result = try ProgramRunner.run(["outline", "/nowhere.txt", licenseBack])
    #expect(result.status == 2)
    #expect(result.output.contains("8.9 Attorney's fees"))
  }

  @Test func `a file whose name is no UTF-8 opens by its name, by what was printed of it, and in its folder`() throws {
    try ProgramRunner.withFolder { folder in
      // The shell writes the byte 255, which no string holds.
      let make = "printf '1. Sale. Sold.\\n' > \"$(printf '%s/bad\\377.txt' \"$1\")\""
      let made = try ProgramRunner.launch("/bin/sh", ["-c", make, "sh", folder])
      #expect(made.status == 0)
      let open = "exec \"$2\" outline \"$(printf '%s/bad\\377.txt' \"$1\")\""
      let opened = try ProgramRunner.launch("/bin/sh", ["-c", open, "sh", folder, ProgramRunner.program])
      #expect(opened.output == "1 Sale\n")
      for path in [folder + "/bad\\xFF.txt", folder] {
        let result = try ProgramRunner.run(["outline", path])
        #expect(result.output == "1 Sale\n")
      }
      let missing = try ProgramRunner.run(["outline", folder + "/none\\xFF.txt"])
      #expect(missing.words.contains("/none\\xFF.txt"))
    }
  }

  @Test func `what lies in a folder in a format that is not read is said`() throws {
    try ProgramRunner.withFolder { folder in
      for (name, words) in [("lease.txt", "1. Rent. Due.\n"), ("side letter.rtf", "{\\rtf1 Due.}"), ("deed.DOC", "Due.")] {
        _ = FileManager.default.createFile(atPath: folder + "/" + name, contents: Data(words.utf8))
      }
      let result = try ProgramRunner.run(["outline", folder])
      #expect(result.status == 0)
      #expect(result.output.contains("1 Rent"))
      #expect(result.words.contains("side letter.rtf is RTF, which is not read"))
      #expect(result.words.contains("deed.DOC is Word 97, which is not read"))
    }
  }

  @Test func `a folder that leads back to itself is read once`() throws {
    try ProgramRunner.withFolder { folder in
      _ = FileManager.default.createFile(atPath: folder + "/a.txt", contents: Data("1. Sale. Sold.\n".utf8))
      try FileManager.default.createSymbolicLink(atPath: folder + "/loop", withDestinationPath: folder)
      let result = try ProgramRunner.run(["outline", folder])
      #expect(result.status == 0)
      #expect(result.output == "1 Sale\n")
    }
  }

  @Test(.heavy) func `odd text is read: one long line, bad UTF-8, every line end`() throws {
    let texts: [[UInt8]] = [
      Array(("1. LONG. " + String(repeating: "word ", count: 1_000_000)).utf8),
      Array("1. Sale\u{2019}s end. Sold ".utf8) + [0xFF, 0xC3] + Array(".\n\n2. Price. Ten.\n".utf8),
      Array("1. Sale. Sold.\r\n\r\n2. Price. Ten.\r\n".utf8), Array("1. Sale. Sold.\r\r2. Price. Ten.\r".utf8),
    ]
    for text in texts {
      let result = try ProgramRunner.run(["outline", "-"], input: text)
      #expect(result.status == 0)
      #expect(result.output.hasPrefix("1"))
    }
  }

  @Test func `check prints five forms and its exit status says what was found`() throws {
    let text = Array("1. Sale. It ends on April 31, 2004, and then then it is over.\n\n2. Price. Paid to the\nthe seller.\n".utf8)
    let plain = try ProgramRunner.run(["check", "-"], input: text)
    #expect(plain.status == 1)
    #expect(
      plain.output == """
        -:1:21: error: There is no “April 31, 2004”. [date]
        -:3:19: warning: “the the”: a word is printed twice. [doubled-word]

        """)
    let github = try ProgramRunner.run(["check", "--format", "github", "--only", "date", "-"], input: text)
    #expect(github.output == "::error file=-,line=1,col=21,title=date::There is no “April 31, 2004”.\n")
    let markdown = try ProgramRunner.run(["check", "--format", "markdown", "--skip", "date", "-"], input: text)
    #expect(markdown.output.contains("| 2, line 3 | warning | “the the”: a word is printed twice. | doubled-word |"))
    let sarif = try ProgramRunner.run(["check", "--format", "sarif", "-"], input: text)
    let log = try #require(try JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["date", "doubled-word"])
    #expect(results.map { $0["level"] as? String } == ["error", "warning"])
    #expect(try ProgramRunner.run(["check", "--json", "-"], input: text).output.contains("\"doubled-word\""))

    #expect(try ProgramRunner.run(["check", "--severity", "error", "-"], input: text).output.hasSuffix("[date]\n"))
    #expect(try ProgramRunner.run(["check", "--skip", "date", "--fail-on", "error", "-"], input: text).status == 0)
    #expect(try ProgramRunner.run(["check", "--only", "nonsense", "-"], input: text).status == 2)
    #expect(try ProgramRunner.run(["check", "/not/there"]).status == 2)
    #expect(try ProgramRunner.run(["check", "-"], input: Array("1. Sale. Sold.\n".utf8)).status == 0)
  }

  @Test func `usage errors end with 2 and help with 0`() throws {
    #expect(try ProgramRunner.run(["--nonsense"]).status == 2)
    #expect(try ProgramRunner.run(["export", "--format", "xml", licenseBack]).status == 2)
    #expect(try ProgramRunner.run(["search", "(open", licenseBack]).status == 2)
    let help = try ProgramRunner.run(["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("Exit status: 0 fine, 1 findings or no match, 2 could not do it."))
  }

  @Test func `nothing raw leaves on any stream`() throws {
    let text = Array("1. \u{1B}]0;x\u{7}Title\u{202E}. \"F\u{200B}ee\" means ten\u{9B}31m.\n\n2. See Section 9\u{1B}[2J.\n".utf8)
    for arguments in [
      ["-"], ["outline", "-"], ["terms", "-"], ["refs", "-"], ["check", "-"], ["search", "ten", "-"], ["export", "-"],
      ["outline", "/no\u{1B}[31mfile"],
    ] {
      let result = try ProgramRunner.run(arguments, input: text)
      for scalar in (result.output + result.words).unicodeScalars {
        #expect(
          scalar == "\n"
            || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0x202E && scalar.value != 0x200B,
          "\(arguments): \(scalar.value)")
      }
    }
  }

  @Test func `names within archives and submissions leave scrubbed too`() throws {
    try ProgramRunner.withFolder { folder in
      let zip = ZipBuilder.zip([
        ("a\u{1B}[31m\u{202E}.txt", Array("1. Sale. See Section 9.\n\n2. Law. Maine.\n".utf8)), ("b\u{1B}]52;c;x\u{7}.png", [1]),
      ])
      let submission =
        "<SEC-DOCUMENT>x\n<DOCUMENT>\n<TYPE>EX-10.1\u{1B}[2J\n<TEXT>\n1. Sale. See Section 9.\n\n2. Law.\n</TEXT>\n</DOCUMENT>\n"
      for (name, bytes) in [("x.zip", zip), ("x.txt", Array(submission.utf8))] {
        let path = folder + "/" + name
        _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
        for command in [
          ["check"], ["check", "--format", "sarif"], ["check", "--format", "github"], ["export"], ["outline"], ["refs"],
        ] {
          let result = try ProgramRunner.run(command + [path])
          #expect(result.status < 2 && !result.output.isEmpty, "\(command): \(result.words)")
          let isClean = (result.output + result.words).unicodeScalars.allSatisfy {
            $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x202E
          }
          #expect(isClean, "\(command)")
        }
      }
    }
  }

  @Test func `the README's table of keys is the program's`() throws {
    let readme = String(decoding: Fixtures.file(Fixtures.readme), as: UTF8.self)
    #expect(readme.contains(KeyTable.markdown()))
  }
}
