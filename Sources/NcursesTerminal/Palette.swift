import TerminalGrid

/// Brings colours down to what a terminal has.
enum Palette {
  /// The number curses knows a colour by: -1 for the terminal's own.
  static func number(_ colour: Colour, colours: Int) -> Int32 {
    switch colour {
    case .standard: return -1
    case .indexed(let index):
      if Int(index) < colours { return Int32(index) }
      let (r, g, b) = components(index)
      return number(.rgb(r, g, b), colours: colours)
    case .rgb(let r, let g, let b):
      if colours > 0x10000 { return Int32(r) << 16 | Int32(g) << 8 | Int32(b) }
      if colours >= 256 { return Int32(nearest(r, g, b, in: 16..<256)) }
      if colours >= 16 { return Int32(nearest(r, g, b, in: 0..<16)) }
      if colours >= 8 { return Int32(nearest(r, g, b, in: 0..<8)) }
      return -1
    }
  }

  private static func nearest(_ r: UInt8, _ g: UInt8, _ b: UInt8, in range: Range<Int>) -> Int {
    var best = range.lowerBound
    var distance = Int.max
    for index in range {
      let (x, y, z) = components(UInt8(index))
      let dr = Int(r) - Int(x)
      let dg = Int(g) - Int(y)
      let db = Int(b) - Int(z)
      // The eye sees green best.
      let d = 3 * dr * dr + 6 * dg * dg + db * db
      if d < distance {
        distance = d
        best = index
      }
    }
    return best
  }

  /// Red, green and blue of a colour of the 256 (xterm's table).
  static func components(_ index: UInt8) -> (UInt8, UInt8, UInt8) {
    let basic: [(UInt8, UInt8, UInt8)] = [
      (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
      (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]
    if index < 16 { return basic[Int(index)] }
    if index >= 232 {
      let level = UInt8(8 + (Int(index) - 232) * 10)
      return (level, level, level)
    }
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    let value = Int(index) - 16
    return (steps[value / 36], steps[value / 6 % 6], steps[value % 6])
  }
}
