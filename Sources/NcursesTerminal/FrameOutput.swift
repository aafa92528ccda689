import CNcurses

/// Sends a frame in one write.
///
/// Curses writes a frame in some sixty pieces, and each may be a packet of its own over ssh. While it draws, its output goes to a file in
/// memory; what is there then goes to the terminal at once.
final class FrameOutput {
  /// The terminal, kept while the standard output is the file in memory.
  private let terminal: Int32
  private let memory: Int32
  private var bytes: [UInt8] = []

  init(terminal: Int32, memory: Int32) {
    self.terminal = terminal
    self.memory = memory
  }

  deinit {
    if terminal >= 0 { close(terminal) }
    if memory >= 0 { close(memory) }
  }

  /// Runs what draws, and sends what it wrote; `isWhole` asks the terminal to show nothing of it before its end.
  func write(isWhole: Bool, _ draw: () -> Void) {
    fflush(hereof_standard_output())
    guard terminal >= 0, memory >= 0, dup2(memory, STDOUT_FILENO) >= 0 else { return draw() }
    draw()
    dup2(terminal, STDOUT_FILENO)
    let count = Int(lseek(memory, 0, SEEK_END))
    guard count > 0 else { return }
    bytes.removeAll(keepingCapacity: true)
    if isWhole { bytes += Array("\u{1B}[?2026h".utf8) }
    let start = bytes.count
    bytes += repeatElement(0, count: count)
    let read = bytes.withUnsafeMutableBytes { pread(memory, $0.baseAddress! + start, count, 0) }
    bytes.removeLast(count - max(0, read))
    if isWhole { bytes += Array("\u{1B}[?2026l".utf8) }
    ftruncate(memory, 0)
    lseek(memory, 0, SEEK_SET)
    bytes.withUnsafeBytes { _ = hereof_write_all(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }
}
