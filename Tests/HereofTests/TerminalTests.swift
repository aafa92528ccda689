import Foundation
import TestSupport
import Testing

/// The real program in a real terminal: tmux types, resizes and reads the screen.
///
/// What is kept between readings, and readings over ssh, have files of their own beside this one.
@Suite(.serialized) struct TerminalTests {
  private var command: String { "LANG=C.UTF-8 TERM=screen-256color '\(ProgramRunner.program)' '\(Fixtures.sample.path)'" }

  @Test func `start, go to 1.1, follow to 8.9, back, search, split, resize, quit`() throws {
    let tmux = try Tmux(command)
    #expect(tmux.wait("for help"))
    try tmux.keys(":")
    try tmux.keys("License Back", "Enter")
    #expect(tmux.wait("License Back Agreement"))
    try tmux.keys(":", "1.1", "Enter")
    #expect(tmux.wait("1 Definitions › 1.1"))
    try tmux.keys("Enter")
    #expect(tmux.wait("8.9 Attorney's fees · Backspace returns"), "\(tmux.screen)")
    try tmux.keys("BSpace")
    #expect(tmux.wait("1 Definitions › 1.1"))
    try tmux.keys("/", "force majeure", "Enter")
    #expect(tmux.wait("8.4 Force majeure"))
    try tmux.keys("s")
    #expect(tmux.wait("─ License Back Agreement"))
    try tmux.tmux("resize-window", "-t", "t", "-x", "60", "-y", "20")
    #expect(tmux.wait("8.4 Force majeure"))
    try tmux.tmux("resize-window", "-t", "t", "-x", "80", "-y", "24")
    #expect(tmux.wait("8.4 Force majeure"))
    try tmux.keys("q")
    #expect(tmux.wait("left 0"), "\(tmux.screen)")
    #expect(tmux.wait("icanon"))
  }

  @Test func `a terminal that goes away takes the program with it within a second`() throws {
    let mark = "hereof-\(UUID().uuidString.prefix(8))"
    try ProgramRunner.withFolder { folder in
      let copy = folder + "/" + mark
      try FileManager.default.createSymbolicLink(atPath: copy, withDestinationPath: ProgramRunner.program)
      do {
        let tmux = try Tmux("LANG=C.UTF-8 exec '\(copy)'")
        #expect(tmux.wait("for help"))
        let pane = try tmux.tmux("list-panes", "-F", "#{pane_pid}").trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(try isRunning(pane))
        try tmux.tmux("kill-server")
        usleep(1_000_000)
        #expect(try !isRunning(pane))
      }
    }
  }

  /// Whether a process is there and no zombie that waits to be collected.
  private func isRunning(_ pid: String) throws -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else { return false }
    return !status.contains(") Z")
  }

  @Test func `a terminal nobody knows is treated as xterm`() throws {
    let tmux = try Tmux("LANG=C.UTF-8 TERM=xterm-nonsense '\(ProgramRunner.program)'")
    #expect(tmux.wait("not known here; treated as xterm-256color"), "\(tmux.screen)")
    try tmux.keys("j", "q")
    #expect(tmux.wait("left 0"))
  }

  @Test func `the C locale gets ASCII borders and a warning`() throws {
    let tmux = try Tmux("LC_ALL=C TERM=screen-256color '\(ProgramRunner.program)'")
    #expect(tmux.wait("this locale is not UTF-8"), "\(tmux.screen)")
    try tmux.keys("s")
    #expect(tmux.wait("- License Back Agreement"))
    #expect(!tmux.screen.unicodeScalars.contains { $0.value > 0x7F })
    try tmux.keys("q")
    #expect(tmux.wait("left 0"))
  }

  @Test func `a locale that is not installed is read as UTF-8`() throws {
    let tmux = try Tmux("LC_ALL=xx_YY.UTF-8 TERM=screen-256color '\(ProgramRunner.program)'")
    #expect(tmux.wait("for help"))
    try tmux.keys("s")
    #expect(tmux.wait("─ License Back Agreement"), "\(tmux.screen)")
    try tmux.keys("q")
  }

  @Test func `suspended and continued, the screen is as it was`() throws {
    let tmux = try Tmux("bash --norc -i")
    try tmux.keys("PS1=ready:", "Enter")
    try tmux.keys("LANG=C.UTF-8 TERM=screen-256color '\(ProgramRunner.program)'", "Enter")
    #expect(tmux.wait("for help"))
    try tmux.keys("C-z")
    #expect(tmux.wait("Stopped"), "\(tmux.screen)")
    try tmux.keys("fg", "Enter")
    #expect(tmux.wait("License Back Agreement"))
    #expect(!tmux.screen.contains("Stopped"))
    try tmux.keys("q")
    #expect(tmux.wait("ready:"))
  }

  @Test func `a terminal of 20 by 5 says it is too small and grows again`() throws {
    let tmux = try Tmux(columns: 20, rows: 5, command)
    #expect(tmux.wait("too small"))
    try tmux.tmux("resize-window", "-t", "t", "-x", "100", "-y", "30")
    #expect(tmux.wait("3 agreements"))
    try tmux.keys("Enter")
    #expect(tmux.wait("1 Outline"))
    try tmux.keys("q")
    #expect(tmux.wait("left 0"))
  }

  @Test func `a document on standard input leaves the keys to the terminal`() throws {
    let tmux = try Tmux(
      "cat '\(Fixtures.sample.path)/license-back-agreement.txt' | LANG=C.UTF-8 TERM=screen-256color '\(ProgramRunner.program)' -")
    #expect(tmux.wait("63 provisions"))
    try tmux.keys(":", "8.9", "Enter")
    #expect(tmux.wait("8.9 Attorney's fees"))
    try tmux.keys("q")
    #expect(tmux.wait("left 0"))
  }

  @Test func `SIGTERM puts the terminal back`() throws {
    let tmux = try Tmux(command)
    #expect(tmux.wait("for help"))
    let pane = try tmux.tmux("list-panes", "-F", "#{pane_pid}").trimmingCharacters(in: .whitespacesAndNewlines)
    _ = try ProgramRunner.launch("/usr/bin/pkill", ["-TERM", "-P", pane])
    #expect(tmux.wait("left"), "\(tmux.screen)")
    #expect(tmux.wait("icanon"))
  }
}
