import Foundation

/// A terminal of its own, in which the program runs.
final class Tmux {
  let socket = "hereof-\(UUID().uuidString.prefix(8))"
  /// Settings and state of this terminal's own.
  let home: String

  init(home: String? = nil, columns: Int = 80, rows: Int = 24, _ command: String) throws {
    self.home = home ?? FileManager.default.temporaryDirectory.appendingPathComponent("hereof-home-\(socket)").path
    try tmux(
      "-f", "/dev/null", "new-session", "-d", "-s", "t", "-x", "\(columns)", "-y", "\(rows)",
      "\(command); echo left $?; stty -a | grep -o ' icanon'; sleep 30")
    try tmux("set", "-g", "status", "off")
  }
  deinit {
    _ = try? ProgramRunner.launch("/usr/bin/tmux", ["-L", socket, "kill-server"])
    try? FileManager.default.removeItem(atPath: home)
  }

  @discardableResult func tmux(_ arguments: String...) throws -> String {
    try ProgramRunner.launch(
      "/usr/bin/tmux", ["-L", socket, "-u"] + arguments,
      environment: ["LANG": "C.UTF-8", "XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home]
    ).output
  }
  func keys(_ keys: String...) throws { for key in keys { try tmux("send-keys", "-t", "t", key) } }
  var screen: String { (try? tmux("capture-pane", "-p", "-t", "t")) ?? "" }

  /// Waits until the screen holds some words; the last screen otherwise.
  func wait(_ words: String, seconds: Double = 10) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if screen.contains(words) { return true }
      usleep(30_000)
    }
    return false
  }
}
