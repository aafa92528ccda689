/// The numbers that a browser prints before the items of `<ol>` lists.
///
/// A list of figures inside an item of another counts on below it, as it is cited: the first item of the second is `2.1`. Letters and
/// Roman numerals stand alone: `a`, `iv`. (HTML Living Standard, 4.4.5 and 4.4.8: `start`, `type`, `reversed`, `value`.)
struct OrderedLists {
  private struct List {
    /// `1`, `a`, `A`, `i`, `I`; empty where nothing is printed.
    var type: String
    var next: Int
    var step: Int
    /// The number of the item that is open, with those around it; nil where it is none of figures.
    var path: String?
  }
  private var open: [List] = []

  /// Opens a list; `type` is its `type` or `list-style-type`, and empty for one that prints no numbers.
  mutating func begin(type: String, start: Int, isReversed: Bool) {
    open.append(List(type: type, next: start, step: isReversed ? -1 : 1))
  }

  mutating func end() { _ = open.popLast() }

  /// What is printed before the next item of the innermost list: `2.1.`, `a.`; nil where nothing is.
  ///
  /// `type` is the item's own type, where it has one.
  mutating func item(value: Int?, isNumberless: Bool, type: String? = nil) -> String? {
    guard var list = open.popLast() else { return nil }
    defer { open.append(list) }
    list.path = nil
    let type = type ?? list.type
    let number = value ?? list.next
    list.next = number.addingReportingOverflow(list.step).partialValue
    if isNumberless || type.isEmpty { return nil }
    switch type {
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
