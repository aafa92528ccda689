/// The numbers that a browser prints before the items of `<ol>` lists.
///
/// A list of figures inside an item of another counts on below it, as it is cited: the first item of the second is `2.1`. Letters and
/// Roman numerals stand alone: `a`, `iv`. (HTML Living Standard, 4.4.5 and 4.4.8: `start`, `type`, `reversed`, `value`.)
///
/// A page that gives its lists no type, and yet cites `Clause 4.1(b)(ii)`, is read as its references are: letters below `4.1`, and Roman
/// numerals below these.
struct OrderedLists {
  private struct List {
    /// `1`, `a`, `A`, `i`, `I`; empty where nothing is printed, nil where the page says nothing.
    var type: String?
    /// How many lists of items are around it and itself, of a definition's list its own alone.
    var depth: Int
    var next: Int
    var step: Int
    /// The number of the item that is open, with those around it; nil where it is none of figures.
    var path: String?
  }
  private var open: [List] = []
  /// Whether the page cites items below `4.1` by letters.
  var citesLetters = false

  /// Opens a list; `type` is its `type` or `list-style-type`, empty for one that prints no numbers, nil where neither is given. The items
  /// of a definition, `isOfDefinition`, do not count on below the clause that the definition stands in.
  mutating func begin(type: String?, start: Int, isReversed: Bool, isOfDefinition: Bool = false) {
    let depth = isOfDefinition ? 3 : (open.last?.depth ?? 0) + 1
    open.append(List(type: citesLetters ? type : type ?? "1", depth: depth, next: start, step: isReversed ? -1 : 1))
  }

  mutating func end() { _ = open.popLast() }

  /// What is printed before the next item of the innermost list: `2.1.`, `a.`; nil where nothing is.
  ///
  /// `type` is the item's own type, where it has one.
  mutating func item(value: Int?, isNumberless: Bool, type: String? = nil) -> String? {
    guard var list = open.popLast() else { return nil }
    defer { open.append(list) }
    list.path = nil
    let type = type ?? list.type ?? Self.cited(depth: list.depth)
    let number = value ?? list.next
    list.next = number.addingReportingOverflow(list.step).partialValue
    if isNumberless || type.isEmpty { return nil }
    switch type {
    case "(a)": return "(" + WordNumbering.written(number, "lowerLetter") + ")"
    case "(i)": return "(" + WordNumbering.written(number, "lowerRoman") + ")"
    case "(A)": return "(" + WordNumbering.written(number, "upperLetter") + ")"
    case "a": return WordNumbering.written(number, "lowerLetter") + "."
    case "A": return WordNumbering.written(number, "upperLetter") + "."
    case "i": return WordNumbering.written(number, "lowerRoman") + "."
    case "I": return WordNumbering.written(number, "upperRoman") + "."
    default:
      let path = (open.last?.path.map { $0 + "." } ?? "") + "\(number)"
      list.path = path
      return path + "."
    }
  }

  /// The type of a list that is so deep on a page that cites letters.
  private static func cited(depth: Int) -> String {
    switch depth {
    case ...2: "1"
    case 3: "(a)"
    case 4: "(i)"
    default: "(A)"
    }
  }

  /// Whether a page cites items as `4.1(b)`, and none as `4.1.2`.
  static func citesLetters(_ page: [UInt8]) -> Bool {
    var cites = false
    let span = page.span
    var i = 3
    while i + 2 < page.count {
      defer { i += 1 }
      let byte = span[i]
      guard byte == 0x28 || byte == 0x2E, Self.isDigit(span[i - 1]) else { continue }
      var dot = i - 1
      while dot > 0, Self.isDigit(span[dot]) { dot -= 1 }
      guard span[dot] == 0x2E, dot > 0, Self.isDigit(span[dot - 1]) else { continue }
      if byte == 0x2E {
        if Self.isDigit(span[i + 1]) { return false }
      } else if span[i + 2] == 0x29, (0x61...0x7A).contains(span[i + 1]) {
        cites = true
      }
    }
    return cites
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The type of a list by its CSS name.
  static func type(css name: String) -> String? {
    switch name {
    case "decimal", "decimal-leading-zero": "1"
    case "lower-alpha", "lower-latin": "a"
    case "upper-alpha", "upper-latin": "A"
    case "lower-roman": "i"
    case "upper-roman": "I"
    case "disc", "circle", "square", "none": ""
    default: nil
    }
  }
}
