import ContractBrowser
import ContractModel
import TerminalGrid

/// Presses keys at random in a browser, the same ones for the same seed, and looks after each whether its laws hold.
package struct KeyStorm {
  private var state: UInt64
  /// The last keys pressed, for what is reported.
  private var last: [String] = []

  package init(seed: UInt64) { state = seed }

  /// What was found, with the keys that led there.
  package struct Found: Error { package var words: String }

  /// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere.
  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ z >> 31) % UInt64(bound))
  }

  private static let keys: [String] =
    "jkduG]}[{hlLHMOfFpKxiXJU:/S&nN*eEDzg12345678%<>() 0\\maosvc=rRwVyYt?b".map { String($0) }
    + [
      "Enter", "Enter", "Enter", "Enter", "Tab", "Tab", "Tab", "S-Tab", "Esc", "Esc", "Esc", "BSpace", "BSpace", "C-w", "C-d",
      "C-u",
    ]
    + ["Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDn"]
    + ["gg", "g1", "g2", "g4", "zt", "zz", "zb", "z1", "za", "5j", "3]"]
  private static let words = [
    "Agreement", "1.1", "5.1", "term", "Change of Control", "Person", "(a)", "8", "indemn", "Exhibit A", "p3", "ab", "xqz", "",
  ]
  private static let sizes = [(80, 24), (120, 36), (60, 20), (160, 45), (24, 6), (30, 8), (200, 60)]

  /// Presses so many keys; throws what breaks a law.
  package mutating func run(_ agreements: Case, keys: Int) throws(Found) {
    let size = Self.sizes[next(Self.sizes.count)]
    var driver = BrowserDriver(agreements, columns: size.0, rows: size.1)
    for count in 0..<keys {
      let before = driver.browser.state
      if next(60) == 0 {
        let size = Self.sizes[next(Self.sizes.count)]
        driver.browser.resize(columns: size.0, rows: size.1)
        note("\(size.0)x\(size.1)")
      } else {
        let key = Self.keys[next(Self.keys.count)]
        driver.press(key)
        note(key)
        if ":/S&aD".contains(key), driver.browser.state.prompt != nil, next(10) > 0 {
          let word = Self.words[next(Self.words.count)]
          if !word.isEmpty { driver.press(word) }
          note(word)
          if next(6) > 0 {
            driver.press("Enter")
            note("Enter")
          }
        } else if let law = driver.browser.brokenWayBack(before) {
          throw Found(words: "\(law) after: \(last.joined(separator: " "))")
        }
      }
      if let law = driver.browser.brokenLaw() { throw Found(words: "\(law) after: \(last.joined(separator: " "))") }
      if next(12) == 0 { try openAndClose(&driver) }
      if count % 7 == 0 {
        let grid = driver.grid
        if grid.columns != driver.browser.state.columns { throw Found(words: "a screen of another size") }
      }
    }
  }

  /// What opens a pane, a list or a prompt, and what closes it again.
  private static let openings: [[String]] = [
    ["x", "Esc"], ["i", "Esc"], ["p", "Esc"], ["t", "Esc"], ["?", "Esc"], ["J", "Esc"], ["0", "Esc"], [":", "Esc"], ["/", "Esc"],
    ["&", "Esc"], ["f", "Esc"], ["S", "Esc"], ["a", "Esc"], ["g1", "Esc"], ["g4", "Esc"], ["\\", "\\"], ["s", "c"], ["v", "c"],
    ["V", "Esc"], ["r", "r"],
  ]

  /// Opens something and closes it: the reader's first byte in sight must be where it was.
  private mutating func openAndClose(_ driver: inout BrowserDriver) throws(Found) {
    guard driver.browser.isReadingAlone else { return }
    let before = driver.browser.firstByteInSight
    let keys = Self.openings[next(Self.openings.count)]
    for key in keys {
      driver.press(key)
      note(key)
    }
    let after = driver.browser.firstByteInSight
    if after != before {
      throw Found(words: "the first byte in sight was \(before) and is \(after) after: \(last.joined(separator: " "))")
    }
  }

  private mutating func note(_ key: String) {
    last.append(key)
    if last.count > 24 { last.removeFirst() }
  }
}
