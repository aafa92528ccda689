import Foundation
import TestSupport
import Testing

extension TerminalTests {
  /// Over a real connection: an sshd of this test's own on the loopback interface.
  @Suite(.serialized, .enabled(if: ProgramRunner.hasSecureShell)) struct SecureShellTests {
    @Test func `a dropped connection ends the program within a second, with its state kept`() throws {
      try ProgramRunner.withFolder { folder in
        for key in ["host", "user"] {
          let made = try ProgramRunner.launch("/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", "\(folder)/\(key)"])
          #expect(made.status == 0)
        }
        try FileManager.default.copyItem(atPath: folder + "/user.pub", toPath: folder + "/authorized")
        let port = Int.random(in: 20_000..<60_000)
        let configuration = """
          Port \(port)
          ListenAddress 127.0.0.1
          HostKey \(folder)/host
          AuthorizedKeysFile \(folder)/authorized
          PidFile \(folder)/sshd.pid
          StrictModes no
          UsePAM no
          PermitRootLogin yes
          PasswordAuthentication no
          """
        try configuration.write(toFile: folder + "/sshd_config", atomically: true, encoding: .utf8)
        try? FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
        let started = try ProgramRunner.launch("/usr/sbin/sshd", ["-f", folder + "/sshd_config", "-E", folder + "/log"])
        #expect(started.status == 0, "\(started.words)")
        defer {
          let pid = (try? String(contentsOfFile: folder + "/sshd.pid", encoding: .utf8)) ?? ""
          if let number = pid_t(pid.trimmingCharacters(in: .whitespacesAndNewlines)) { kill(number, SIGTERM) }
        }
        let agreement = folder + "/agreement.txt"
        try Data(Fixtures.bytes("license-back-agreement")).write(to: URL(fileURLWithPath: agreement))
        let mark = "hereof-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createSymbolicLink(atPath: folder + "/" + mark, withDestinationPath: ProgramRunner.program)
        let remote = "XDG_STATE_HOME=\(folder)/state XDG_CONFIG_HOME=\(folder)/state LANG=C.UTF-8 \(folder)/\(mark) \(agreement)"
        let tmux = try Tmux(
          "ssh -tt -p \(port) -i \(folder)/user -o IdentitiesOnly=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR 127.0.0.1 '\(remote)'"
        )
        #expect(tmux.wait("63 provisions"), "\(tmux.screen)")
        try tmux.keys(":", "8.9", "Enter", "a", "over the wire", "Enter")
        #expect(tmux.wait("noted on 8.9"), "\(tmux.screen)")
        try tmux.keys(":", "8.4", "Enter")
        #expect(tmux.wait("8 General › 8.4"))
        #expect(try ProgramRunner.launch("/usr/bin/pgrep", ["-f", mark + " "]).status == 0)
        // The line is cut, not closed.
        _ = try ProgramRunner.launch("/usr/bin/pkill", ["-KILL", "-f", "ssh -tt -p \(port)"])
        usleep(1_000_000)
        #expect(try ProgramRunner.launch("/usr/bin/pgrep", ["-f", "^\(folder)/\(mark) "]).status == 1)
        let notes = try ProgramRunner.run(["notes", agreement], environment: ["XDG_STATE_HOME": folder + "/state"])
        #expect(notes.output.contains("over the wire"))
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder + "/state/hereof").filter { $0.hasSuffix(".json") }
        #expect(kept.count == 1)
      }
    }
  }
}
