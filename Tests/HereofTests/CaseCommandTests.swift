import Foundation
import Testing

@Suite struct CaseCommandTests {
  private func inFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    try ProgramRunner.withFolder { folder in
      for (name, text) in files { _ = FileManager.default.createFile(atPath: folder + "/" + name, contents: Data(text.utf8)) }
      try body(folder)
    }
  }

  private let lease = """
    LEASE AGREEMENT

    This Lease Agreement is made as of May 1, 2004 between Oak Ltd ("Landlord") and Elm Ltd ("Tenant").

    1. Start. "Start Date" means the day the keys are given.

    2. Rent. Tenant shall pay the Rent within 30 days after the Start Date.

    """
  private let guaranty = """
    GUARANTY

    This Guaranty is given as of May 2, 2004 by Ash Ltd ("Guarantor").

    1. Guaranty. Guarantor guarantees what Section 2 of the Lease Agreement and Section 9 of the Lease Agreement set.

    """

  @Test func `references lead across a folder, and what is not there is found`() throws {
    try inFolder(["lease.txt": lease, "guaranty.txt": guaranty]) { folder in
      let refs = try ProgramRunner.run(["refs", folder])
      #expect(refs.output.contains("Section 2 → 2 of Lease Agreement (\(folder)/lease.txt)"))
      #expect(refs.output.contains("Section 9 is missing in Lease Agreement"))
      let check = try ProgramRunner.run(["check", "--only", "case-reference", folder])
      #expect(check.status == 1)
      #expect(check.output.contains("guaranty.txt:5:"))
    }
  }

  @Test func `the text as amended is checked, and a finding leads to the paper its words are from`() throws {
    let amendment = """
      FIRST AMENDMENT TO LEASE AGREEMENT

      This First Amendment to Lease Agreement is made as of June 1, 2005 between Oak Ltd ("Landlord") and Elm Ltd ("Tenant"), who are
      parties to the Lease Agreement dated as of May 1, 2004 (the "Lease").

      1. Rent. Section 2 of the Lease is amended to read as follows: "2. Rent. Tenant shall pay as Section 12 says."

      """
    try inFolder(["lease.txt": lease, "amendment.txt": amendment]) { folder in
      let check = try ProgramRunner.run(["check", "--as-amended", "--only", "missing-reference", folder])
      #expect(
        check.output.contains("\(folder)/amendment.txt:6:94: error: “Section 12” is not in this agreement. [missing-reference]"))
      let plain = try ProgramRunner.run(["check", "--only", "missing-reference", folder])
      #expect(!plain.output.contains("missing-reference"))
      let amended = try ProgramRunner.run(["amended", "--json", folder])
      let changes = try #require(
        (JSONSerialization.jsonObject(with: Data(amended.output.utf8)) as? [String: Any])?["agreements"] as? [[String: Any]])
      let change = try #require((changes.first?["changes"] as? [[String: Any]])?.first)
      #expect(change["section"] as? String == "2")
      #expect(change["change"] as? String == "restated")
      #expect((change["before"] as? String)?.contains("Tenant shall pay the Rent within 30 days") == true)
      let overview = try ProgramRunner.run(["case", "--json", folder])
      let papers = try #require(
        (JSONSerialization.jsonObject(with: Data(overview.output.utf8)) as? [String: Any])?["agreements"] as? [[String: Any]])
      #expect(papers.map { $0["kind"] as? String } == ["agreement", "amendment"])
      #expect(papers.last?["amends"] as? String == folder + "/lease.txt")
      let export = try ProgramRunner.run(["export", "--as-amended", folder])
      #expect(
        export.output.contains("\"path\": \"\(folder)/amendment.txt\"")
          || export.output.contains("\"path\":\"\(folder)/amendment.txt\""))
    }
  }

  @Test func `a description is written once, in order of date, and read back`() throws {
    try inFolder(["lease.txt": lease, "guaranty.txt": guaranty]) { folder in
      let made = try ProgramRunner.run(["case", "init", folder])
      #expect(made.status == 0)
      let text = try String(contentsOfFile: folder + "/case.toml", encoding: .utf8)
      #expect(
        text.contains(
          "path = \"lease.txt\"\n# Lease Agreement, between Oak Ltd, Elm Ltd\ndate = 2004-05-01\nkind = \"agreement\"\n"))
      #expect(text.firstRange(of: "lease.txt")!.lowerBound < text.firstRange(of: "guaranty.txt")!.lowerBound)
      let again = try ProgramRunner.run(["case", "init", folder])
      #expect(again.status == 2)
      #expect(again.words.contains("is there already"))
      let shown = try ProgramRunner.run(["case", folder])
      #expect(shown.status == 0)
      #expect(shown.words.isEmpty)
      #expect(shown.output.contains("2004-05-01  Lease Agreement  (\(folder)/lease.txt)\n            agreement\n"))
    }
  }

  @Test func `what is wrong in a description is said with its place, and the rest opens`() throws {
    let description = """
      title = "Deal"
      frob = 1
      [[agreement]]
      path = "lease.txt"
      [[agreement]]
      path = "gone.txt"
      [[agreement]]
      path = "lease.txt"
      [[agreement]]
      path = "../secret.txt"
      [[agreement]]
      path = "guaranty.txt"
      kind = "pledge"
      amends = "guaranty.txt"
      date = 2001-01-01
      [events]
      "Start Date" = "soon"
      """
    try inFolder(["lease.txt": lease, "guaranty.txt": guaranty, "case.toml": description]) { folder in
      let result = try ProgramRunner.run(["case", folder])
      #expect(result.status == 2)
      for words in [
        ":2:1: nothing of a case is called frob", ":5:1: no such file", ":7:1: lease.txt is listed twice",
        ":10:8: ../secret.txt lies outside the folder", ":13:8: kind is one of agreement", ":11:1: guaranty.txt amends itself",
        ":17:16: the event Start Date is a date such as 2004-05-01",
      ] { #expect(result.words.contains("case.toml" + words), "\(words) is not in \(result.words)") }
      #expect(result.output.hasPrefix("Deal\n"))
      #expect(result.output.contains("(\(folder)/lease.txt)"))
    }
  }

  @Test func `due dates come from events of the description, and of the command line before it`() throws {
    try inFolder(["lease.txt": lease, "case.toml": "[events]\n\"Start Date\" = 2004-06-01\n"]) { folder in
      let described = try ProgramRunner.run(["clocks", folder])
      #expect(
        described.output.contains(
          "[2] within 30 days, from “the Start Date”\n      due 2004-07-01, 30 days after 2004-06-01 (Start Date)\n"))
      #expect(described.output.contains("no legal advice"))
      let given = try ProgramRunner.run(["clocks", folder, "--event", "Start Date=2004-06-03", "--rest-day", "next", "--json"])
      let document = try #require(try JSONSerialization.jsonObject(with: Data(given.output.utf8)) as? [String: Any])
      let clock = try #require((document["clocks"] as? [[String: Any]])?.first)
      // 3 July 2004 is a Saturday.
      #expect(clock["due"] as? String == "2004-07-05")
      #expect(clock["amount"] as? String == "30")
      #expect(clock["triggerTerm"] as? String == "Start Date")
      #expect((document["notice"] as? String)?.contains("no legal advice") == true)
    }
  }

  @Test(arguments: [
    (["--event", "Start Date"], "takes a name and a date"), (["--event", "Start Date=2004-02-30"], "is no date"),
    (["--event", "A=2004-02-01", "--event", "a=2004-02-02"], "dated twice"), (["--weekend", "sun,foo"], "no day of the week"),
    (["--holidays", "/nowhere"], "no such file"),
  ])
  func `events and rules that cannot be are refused`(arguments: [String], words: String) throws {
    try inFolder(["lease.txt": lease]) { folder in
      let result = try ProgramRunner.run(["clocks", folder] + arguments)
      #expect(result.status == 2)
      #expect(result.words.contains(words))
      #expect(result.output.isEmpty)
    }
  }

  @Test func `a table for a spreadsheet has a row for each limit, and no cell computes`() throws {
    try inFolder(["lease.txt": lease]) { folder in
      let path = folder + "/=1+1.txt"
      try FileManager.default.moveItem(atPath: folder + "/lease.txt", toPath: path)
      let result = try ProgramRunner.launch(
        "/bin/sh", ["-c", "cd \"$1\" && exec \"$2\" clocks =1+1.txt --format csv", "sh", folder, ProgramRunner.program])
      let rows = result.output.components(separatedBy: "\r\n")
      #expect(rows.count == 3)
      #expect(rows[1].hasPrefix("\"'=1+1.txt\",\"2\",\"7\",\"30 days\",\"30\",\"day\",\"within\""))
    }
  }

  /// Read by the parser of the icalendar package from PyPI.
  @Test(.enabled(if: ProgramRunner.python != nil)) func `a calendar of due dates is read by an independent parser`() throws {
    try inFolder(["lease.txt": lease]) { folder in
      let calendar = try ProgramRunner.run(["clocks", folder, "--event", "Start Date=2004-06-01", "--format", "ics"])
      let path = folder + "/due.ics"
      _ = FileManager.default.createFile(atPath: path, contents: Data(calendar.output.utf8))
      let script =
        "import icalendar,sys\nc = icalendar.Calendar.from_ical(open(sys.argv[1],'rb').read())\n"
        + "for e in c.walk('VEVENT'): print(e['DTSTART'].dt.isoformat(), e['SUMMARY'])\nassert all(len(l) <= 75 for l in open(sys.argv[1],'rb').read().split(b'\\r\\n'))"
      let read = try ProgramRunner.launch(try #require(ProgramRunner.python), ["-c", script, path])
      #expect(read.status == 0, "\(read.words)")
      #expect(read.output == "2004-07-01 Lease Agreement § 2: within 30 days, from “the Start Date”\n")
    }
  }

  @Test func `duties are grouped by who bears them, as text and JSON`() throws {
    try inFolder(["lease.txt": lease]) { folder in
      let text = try ProgramRunner.run(["duties", folder])
      #expect(text.output.contains("\n  Tenant\n    [2] shall pay the Rent within 30 days after the Start Date\n"))
      let json = try ProgramRunner.run(["duties", folder, "--party", "tenant", "--json"])
      let document = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      let duty = try #require((document["duties"] as? [[String: Any]])?.first)
      #expect(duty["bearer"] as? String == "Tenant")
      #expect(duty["party"] as? String == "Elm Ltd")
      #expect(duty["modality"] as? String == "shall")
      #expect(try ProgramRunner.run(["duties", folder, "--party", "nobody"]).status == 1)
    }
  }
}
