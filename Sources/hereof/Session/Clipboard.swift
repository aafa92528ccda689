import FoundationEssentials

/// Copying through the terminal (OSC 52), which works over ssh, and through tmux.
enum Clipboard {
  /// Inside tmux the sequence is wrapped, so that it reaches the terminal around it also where tmux keeps no clipboard of its own.
  static func sequence(_ text: String, inTmux: Bool) -> String {
    let plain = "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}"
    return inTmux ? plain + "\u{1B}Ptmux;\u{1B}" + plain + "\u{1B}\\" : plain
  }

  /// Gives a text to tmux's buffer, and to the clipboard around it (`load-buffer -w`, tmux 3.2); false where that did not go.
  static func giveToTmux(_ text: String) -> Bool {
    ChildProcess.run("tmux", ["tmux", "load-buffer", "-w", "-"], input: Array(text.utf8)) == 0
  }
}
