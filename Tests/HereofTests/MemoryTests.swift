import Foundation
import TestSupport
import Testing

extension TerminalTests {
  /// What is kept from one reading to the next, in the real program.
  @Suite(.serialized) struct MemoryTests {
    private let program = "LANG=C.UTF-8 TERM=screen-256color '\(ProgramRunner.program)'"

    /// An agreement of its own, and a folder for settings and state.
    private func withAgreement(_ body: (_ path: String, _ home: String) throws -> Void) throws {
      try ProgramRunner.withFolder { folder in
        let path = folder + "/agreement.txt"
        try Data(Fixtures.bytes("license-back-agreement")).write(to: URL(fileURLWithPath: path))
        try body(path, folder + "/home")
      }
    }

    private func files(_ home: String) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: home + "/hereof")) ?? []).sorted()
    }

    @Test func `place, marks and notes come back, in files that only their owner reads`() throws {
      try withAgreement { path, home in
        do {
          let tmux = try Tmux(home: home, "\(program) '\(path)'")
          #expect(tmux.wait("63 provisions"))
          try tmux.keys(":", "8.9", "Enter", "a", "who pays", "Enter")
          #expect(tmux.wait("noted on 8.9"))
          try tmux.keys("q")
          #expect(tmux.wait("left 0"))
          for file in files(home) {
            let mode = try FileManager.default.attributesOfItem(atPath: home + "/hereof/" + file)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(file)")
          }
          let again = try Tmux(home: home, "\(program) '\(path)'")
          #expect(again.wait("back at 8.9"), "\(again.screen)")
          let notes = try ProgramRunner.run(["notes", path], environment: ["XDG_STATE_HOME": home])
          #expect(notes.output.contains("§ 8.9** Attorney's fees: who pays"))
          try again.keys("q")
          #expect(again.wait("left 0"))
        }
      }
    }

    @Test func `a moved file keeps its notes, a changed one says so`() throws {
      try withAgreement { path, home in
        do {
          let tmux = try Tmux(home: home, "\(program) '\(path)'")
          #expect(tmux.wait("63 provisions"))
          try tmux.keys(":", "8.9", "Enter", "m", "q")
          #expect(tmux.wait("left 0"))
          try FileManager.default.moveItem(atPath: path, toPath: path + ".moved.txt")
          let moved = try ProgramRunner.run(["notes", path + ".moved.txt"], environment: ["XDG_STATE_HOME": home])
          #expect(moved.output.contains("§ 8.9"))
          let text = String(decoding: Fixtures.bytes("license-back-agreement"), as: UTF8.self)
          try ("A new first line.\n\n" + text).write(toFile: path, atomically: true, encoding: .utf8)
          let changed = try Tmux(home: home, "\(program) '\(path)'")
          #expect(changed.wait("changed since you read it: 1 of 1 marks and notes kept"), "\(changed.screen)")
          try changed.keys("q")
          #expect(changed.wait("left 0"))
        }
      }
    }

    @Test func `a file that changes while it is read is shown anew at the same place`() throws {
      try withAgreement { path, home in
        let tmux = try Tmux(home: home, "\(program) '\(path)'")
        #expect(tmux.wait("63 provisions"))
        try tmux.keys(":", "8.9", "Enter")
        #expect(tmux.wait("8 General › 8.9"))
        let text = String(decoding: Fixtures.bytes("license-back-agreement"), as: UTF8.self)
        try text.replacingOccurrences(of: "ATTORNEY'S FEES", with: "COSTS OF COUNSEL").write(
          toFile: path, atomically: true, encoding: .utf8)
        #expect(tmux.wait("COSTS OF COUNSEL"), "\(tmux.screen)")
        #expect(tmux.screen.contains("8 General › 8.9"))
        try tmux.keys("q")
        #expect(tmux.wait("left 0"))
      }
    }

    @Test func `two programs on one agreement lose no note`() throws {
      try withAgreement { path, home in
        let one = try Tmux(home: home, "\(program) '\(path)'")
        let two = try Tmux(home: home, "\(program) '\(path)'")
        #expect(one.wait("63 provisions") && two.wait("63 provisions"))
        try one.keys(":", "8.9", "Enter", "a", "from one", "Enter")
        #expect(one.wait("noted on 8.9"))
        try two.keys(":", "8.4", "Enter", "a", "from two", "Enter")
        #expect(two.wait("noted on 8.4"))
        try one.keys("q")
        try two.keys("q")
        #expect(one.wait("left 0") && two.wait("left 0"))
        let notes = try ProgramRunner.run(["notes", path], environment: ["XDG_STATE_HOME": home])
        #expect(notes.output.contains("from one") && notes.output.contains("from two"), "\(notes.output)")
      }
    }

    @Test func `with --no-state nothing is kept`() throws {
      try withAgreement { path, home in
        let tmux = try Tmux(home: home, "\(program) --no-state '\(path)'")
        #expect(tmux.wait("63 provisions"))
        try tmux.keys(":", "8.9", "Enter", "m", "q")
        #expect(tmux.wait("left 0"))
        #expect(files(home).isEmpty)
      }
    }

    @Test func `settings count, and what is wrong in them is said with its place`() throws {
      try withAgreement { path, home in
        try FileManager.default.createDirectory(atPath: home + "/hereof", withIntermediateDirectories: true)
        try "theme = \"dark\"\nmeasure = 40\nsize = 3\n[keys]\nfollow = [\"w\"]\n".write(
          toFile: home + "/hereof/config.toml", atomically: true, encoding: .utf8)
        let tmux = try Tmux(home: home, columns: 100, "\(program) '\(path)'")
        #expect(tmux.wait("config.toml:3:1: no setting is called size"), "\(tmux.screen)")
        try tmux.keys(":", "1.1", "Enter", "w")
        #expect(tmux.wait("8.9 Attorney's fees · Backspace returns"), "\(tmux.screen)")
        try tmux.keys("q")
        #expect(tmux.wait("left 0"))
      }
    }

    @Test func `what was copied is printed on leaving where that is asked`() throws {
      try withAgreement { path, home in
        let tmux = try Tmux(home: home, "\(program) --print-copied '\(path)'")
        #expect(tmux.wait("63 provisions"))
        try tmux.keys(":", "8.9", "Enter", "y", "q")
        #expect(tmux.wait("License Back Agreement § 8.9"), "\(tmux.screen)")
        #expect(tmux.wait("left 0"))
      }
    }
  }
}
