import Foundation
import TestSupport
import Testing

/// `hereof diff`, alone and called by git.
@Suite struct DiffCommandTests {
  private static let old = """
    LOAN AGREEMENT

    This Loan Agreement is made as of May 1, 2004 between Oak Bank ("Bank") and Elm Ltd ("Borrower").

    1. Loan. The Bank shall lend the Borrower $1,000,000 within 30 days after notice.

    2. Notices. Notices go by post to the address that stands on the first page of this Agreement.

    """
  private static let new = """
    LOAN AGREEMENT

    This Loan Agreement is made as of May 1, 2004 between Oak Bank (“Bank”) and Elm Ltd (“Borrower”).

    1. Loan. The Bank may lend the Borrower $1,500,000 within
    30 days after notice.

    2. Fees. The Borrower pays <b>one</b> percent of the loan when it signs this paper.

    3. Notices. Notices go by post to the address that stands on the first page of this Agreement.

    """

  private func inFolder(_ body: (_ old: String, _ new: String) throws -> Void) throws {
    try ProgramRunner.withFolder { folder in
      try Self.old.write(toFile: folder + "/old.txt", atomically: true, encoding: .utf8)
      try Self.new.write(toFile: folder + "/new.txt", atomically: true, encoding: .utf8)
      try body(folder + "/old.txt", folder + "/new.txt")
    }
  }

  @Test func `what matters comes first, then each provision with its words`() throws {
    try inFolder { old, new in
      let result = try ProgramRunner.run(["diff", old, new])
      #expect(result.status == 1)
      #expect(result.output.hasPrefix("! 1: “$1,000,000 within 30 days” is now “$1,500,000 within 30 days”\n"))
      #expect(result.output.contains("! 1: Bank shall is now Bank may: “lend the Borrower"))
      #expect(
        result.output.contains(
          "@ 1 Loan: 2 words out, 2 words in\n1. Loan. The Bank [-shall-] {+may+} lend the Borrower $[-1,000,000-]{+1,500,000+}"))
      #expect(result.output.contains("@ 2 Fees: added"))
      #expect(!result.output.contains("Notices go by post"))
      #expect(result.output.hasSuffix("put aside: 1 renumbered, 4 signs or capitals\n"))
      let stat = try ProgramRunner.run(["diff", "--stat", "--only", "added", old, new])
      #expect(stat.output == "2 Fees: added, 16 words\n")
      // Sums and periods that changed are numbers, as are provisions under another one.
      let numbers = try ProgramRunner.run(["diff", "--only", "numbers", old, new])
      #expect(numbers.status == 1)
      #expect(numbers.output.hasPrefix("! 1: “$1,000,000 within 30 days” is now “$1,500,000 within 30 days”\n"))
      #expect(!numbers.output.contains("shall"))
      // What is asked for and not there is no difference.
      let references = try ProgramRunner.run(["diff", "--only", "refs", old, new])
      #expect(references.status == 0 && references.output.isEmpty)
    }
  }

  @Test func `the status is 0 for the same, 1 for others, 2 for trouble`() throws {
    try inFolder { old, new in
      let same = try ProgramRunner.run(["diff", old, old])
      #expect(same.status == 0 && same.output.isEmpty)
      #expect(try ProgramRunner.run(["diff", old, new]).status == 1)
      for arguments in [[old], [old, new + "x"], [old, "-"]] {
        let result = try ProgramRunner.run(["diff"] + arguments)
        #expect(result.status == 2 && result.output.isEmpty && !result.words.isEmpty, "\(arguments)")
      }
    }
  }

  @Test func `JSON says what became of each word, and where`() throws {
    try inFolder { old, new in
      let result = try ProgramRunner.run(["diff", "--json", old, new])
      let document = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let changes = try #require(document["changes"] as? [[String: Any]])
      #expect(changes.map { $0["kind"] as? String } == ["changed", "added"])
      let pieces = try #require(changes[0]["pieces"] as? [[String: Any]])
      let inserted = try #require(pieces.first { $0["kind"] as? String == "inserted" })
      let start = try #require(inserted["newStart"] as? Int)
      #expect(String(decoding: Array(Self.new.utf8)[start..<(start + 3)], as: UTF8.self) == "may")
      let summary = try #require(document["summary"] as? [String: Any])
      #expect((summary["figures"] as? [[String: Any]])?.count == 1)
      #expect((document["noise"] as? [String: Any])?["renumbered"] as? Int == 1)
    }
  }

  @Test func `a page stands alone and takes nothing of a document for markup`() throws {
    try inFolder { old, new in
      let page = try ProgramRunner.run(["diff", "--format", "html", old, new]).output
      #expect(page.hasPrefix("<!DOCTYPE html>"))
      #expect(page.contains("<del>shall</del> <ins>may</ins>"))
      #expect(page.contains("&lt;b&gt;one&lt;/b&gt;"))
      #expect(page.contains("<li><a href=\"#c1\">1: “$1,000,000"))
      #expect(!page.contains("<script") && !page.contains("http"))
    }
  }

  @Test func `of three versions it says who changed what, and where both did`() throws {
    try inFolder { old, new in
      let theirs = Self.old.replacingOccurrences(of: "30 days", with: "60 days").replacingOccurrences(
        of: "by post", with: "by mail")
      let path = old + ".theirs"
      try theirs.write(toFile: path, atomically: true, encoding: .utf8)
      let result = try ProgramRunner.run(["diff", "--stat", old, new, path])
      #expect(result.status == 1)
      #expect(result.output.contains("@ 1 Loan: BOTH"))
      #expect(result.output.contains("@ 2 Notices: theirs"))
      #expect(result.output.contains("1 provision was changed by both"))
      let json = try ProgramRunner.run(["diff", "--json", old, new, path])
      let model = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      let changes = try #require(model["changes"] as? [[String: Any]])
      #expect(changes.compactMap { $0["by"] as? String } == ["both", "theirs"])
      #expect((changes[1]["theirs"] as? [[String: Any]])?.first?["newSection"] as? String == "2")
    }
  }

  @Test func `a Word document has the words of the new version with all changes accepted, and of the old one with all rejected`()
    throws
  {
    try inFolder { old, new in
      // A provision that was put in, one that moved, one that is gone, a number that follows.
      let more = "\n4. Scope. Section 1 says what the loan is for, and no more than that is lent by the Bank to anyone.\n"
      try (Self.old + more.replacingOccurrences(of: "4.", with: "3.")).write(toFile: old, atomically: true, encoding: .utf8)
      let moved =
        "\n1. Scope. Section 2 says what the loan is for, and no more than that is lent by the Bank to anyone.\n\n2. Loan."
      try Self.new.replacingOccurrences(of: "\n1. Loan.", with: moved).write(toFile: new, atomically: true, encoding: .utf8)
      let document = new + ".docx"
      let result = try ProgramRunner.run(["diff", "--format", "docx", "--author", "A & B", "--output", document, old, new])
      #expect(result.status == 1 && result.output.isEmpty)
      func words(_ arguments: [String]) throws -> [Substring] {
        try ProgramRunner.run(["export", "--format", "text"] + arguments).output.split(whereSeparator: \.isWhitespace)
      }
      #expect(try words([document]) == words([new]))
      #expect(try words(["--changes", "original", document]).map(plain) == words([old]).map(plain))
    }
  }

  @Test(arguments: [
    (["The Seller pays the price.", "Law rules."], ["A Seller pays the price.", "Law rules."]),
    (["The Seller pays", "Second goes.", "Law rules."], ["The Seller pays now", "Law rules."]),
    (["First.", "Second goes.", "Third stays."], ["First.", "Third stays. Plus.", "New one."]),
    (["It is a > b and c here."], ["It is a > b or \"c\" here."]),
    (["The Seller pays the price.", "Law rules."], ["Wholly other words stand in its place.", "Law rules."]),
    (["One is here.", "Two is here.", "Three is here."], ["One is here.", "Three is here."]),
    (["One is here."], ["Now one is here.", "And two."]),
  ])
  func `a redline of a Word document gives back both versions, paragraph by paragraph`(_ old: [String], _ new: [String]) throws {
    try ProgramRunner.withFolder { folder in
      func write(_ name: String, _ paragraphs: [String]) throws -> String {
        let head = ["LOAN AGREEMENT", "This Agreement is made between Oak Bank and Elm Ltd about a loan."]
        let body = (head + paragraphs).map { WordBuilder.paragraph($0.replacingOccurrences(of: ">", with: "&gt;")) }.joined()
        try Data(WordBuilder.docx(body)).write(to: URL(fileURLWithPath: folder + "/" + name))
        return folder + "/" + name
      }
      let (first, second, red) = (try write("old.docx", old), try write("new.docx", new), folder + "/red.docx")
      _ = try ProgramRunner.run(["diff", "--format", "docx", "--output", red, first, second])
      func lines(_ arguments: [String]) throws -> [String] {
        try ProgramRunner.run(["export", "--format", "text"] + arguments).output.split(separator: "\n").map(String.init)
      }
      #expect(try lines([red]) == lines([second]))
      #expect(try lines(["--changes", "original", red]) == lines([first]))
    }
  }

  @Test func `a heading that is gone stands before the words it stood above, though those belong to another provision now`() throws
  {
    try inFolder { old, new in
      let text = Self.old.replacingOccurrences(
        of: "2. Notices.", with: "2. Notices to the Borrower, to the Bank and to all the others\n\n")
      try text.write(toFile: old, atomically: true, encoding: .utf8)
      try text.replacingOccurrences(of: "2. Notices to the Borrower, to the Bank and to all the others\n\n", with: "").write(
        toFile: new, atomically: true, encoding: .utf8)
      let document = new + ".docx"
      _ = try ProgramRunner.run(["diff", "--format", "docx", "--output", document, old, new])
      func words(_ arguments: [String]) throws -> [Substring] {
        try ProgramRunner.run(["export", "--format", "text"] + arguments).output.split(whereSeparator: \.isWhitespace)
      }
      #expect(try words(["--changes", "original", document]) == words([old]))
    }
  }

  /// Without the kind of quotation marks, which are no change.
  private func plain(_ word: Substring) -> String {
    word.replacingOccurrences(of: "“", with: "\"").replacingOccurrences(of: "”", with: "\"")
  }

  @Test func `git shows versions by it`() throws {
    try inFolder { old, new in
      let folder = (old as NSString).deletingLastPathComponent
      func git(_ arguments: String...) throws -> ProgramRunner.Result {
        try ProgramRunner.launch(
          "/usr/bin/git", ["-C", folder, "-c", "user.name=x", "-c", "user.email=x@example.org"] + arguments,
          environment: ["GIT_EXTERNAL_DIFF": "'\(ProgramRunner.program)' diff --no-colour", "GIT_PAGER": "cat"])
      }
      guard FileManager.default.isExecutableFile(atPath: "/usr/bin/git") else { return }
      _ = try git("init", "-q")
      _ = try git("add", "old.txt")
      _ = try git("commit", "-qm", "one")
      try Self.new.write(toFile: old, atomically: true, encoding: .utf8)
      let result = try git("diff", "--ext-diff")
      #expect(result.status == 0, "\(result.words)")
      #expect(result.output.contains("hereof diff old.txt"))
      #expect(result.output.contains("[-shall-] {+may+}"))
    }
  }

  @Test func `text goes to the file that is asked for, and a time that is none is refused`() throws {
    try inFolder { old, new in
      let file = old.replacing("old.txt", with: "out.txt")
      let result = try ProgramRunner.run(["diff", "--output", file, old, new])
      #expect(result.status == 1 && result.output.isEmpty)
      #expect(try String(contentsOfFile: file, encoding: .utf8).contains("@ 2 Fees: added"))
      let wrong = try ProgramRunner.run(["diff", "--format", "docx", "--output", file, "--date", "yesterday", old, new])
      #expect(wrong.status == 2 && wrong.words.contains("--date: “yesterday” is no time"))
    }
  }

  @Test func `a version that git cannot show is said in a line, and ends nothing`() throws {
    try inFolder { old, _ in
      let broken = old.replacing("old.txt", with: "broken.docx")
      try "no archive".write(toFile: broken, atomically: true, encoding: .utf8)
      let empty = old.replacing("old.txt", with: "empty.txt")
      try "".write(toFile: empty, atomically: true, encoding: .utf8)
      let gone = try ProgramRunner.run(["diff", "a.docx", broken, "0", "100644", old, "0", "100644"])
      #expect(gone.status == 0 && gone.output.contains("hereof diff a.docx"))
      let added = try ProgramRunner.run(["diff", "a.txt", empty, "0", "100644", old, "0", "100644"])
      #expect(added.status == 0 && added.output.contains("@ 1 Loan: added"))
      let text = try ProgramRunner.run(["--textconv", empty])
      #expect(text.status == 0 && text.output.contains("is empty"))
    }
  }

  @Test func `rejected changes give back words that pages part in both versions`() throws {
    func deed(_ word: String, _ cut: Int) -> String {
      let words = Array(
        "1. Grain. The miller grinds all grain that the farmer brings to the mill before the end of May, and pays \(word) for each sack that he keeps."
          .split(separator: " "))
      return "MILL DEED\n\n" + words[..<cut].joined(separator: " ") + "\n\nPage 1 of 2\n<PAGE>\n\n"
        + words[cut...].joined(separator: " ")
        + "\n\n2. Law. Maine.\n\nPage 2 of 2\n"
    }
    try ProgramRunner.withFolder { folder in
      try deed("ten", 8).write(toFile: folder + "/a.txt", atomically: true, encoding: .utf8)
      try deed("six", 14).write(toFile: folder + "/b.txt", atomically: true, encoding: .utf8)
      _ = try ProgramRunner.run(["diff", "--format", "docx", "--output", folder + "/r.docx", folder + "/a.txt", folder + "/b.txt"])
      let rejected = try ProgramRunner.run(["export", "--format", "text", "--changes", "original", folder + "/r.docx"]).output
      #expect(
        rejected.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
          "grinds all grain that the farmer brings to the mill before the end of May, and pays ten for each sack that he keeps."))
    }
  }

  @Test func `a sentence that became a provision has its number put in under tracked changes`() throws {
    try ProgramRunner.withFolder { folder in
      let old =
        "DEED\n\n1. Work. Oak grinds the grain of Elm.\n\n2. Law. Ohio law governs. The courts of Ohio hear each claim of the two.\n"
      let new =
        "DEED\n\n1. Work. Oak grinds the grain of Elm.\n\n2. Law. Ohio law governs.\n\n3. The courts of Ohio hear each claim of the two.\n"
      try old.write(toFile: folder + "/a.txt", atomically: true, encoding: .utf8)
      try new.write(toFile: folder + "/b.txt", atomically: true, encoding: .utf8)
      _ = try ProgramRunner.run(["diff", "--format", "docx", "--output", folder + "/r.docx", folder + "/a.txt", folder + "/b.txt"])
      func words(_ options: [String]) throws -> [Substring] {
        try ProgramRunner.run(["export", "--format", "text"] + options + [folder + "/r.docx"]).output.split(
          whereSeparator: \.isWhitespace)
      }
      #expect(try words(["--changes", "original"]) == old.split(whereSeparator: \.isWhitespace))
      #expect(try words([]) == new.split(whereSeparator: \.isWhitespace))
    }
  }
}
