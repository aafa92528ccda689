/// The values of a dotted number, held in place: `4.01` is 4 and 1.
///
/// Numbers are compared for every line of a text; an array would be allocated each time. Six parts at most, each below 32,768.
struct NumberPath: Sendable, Equatable, RandomAccessCollection, ExpressibleByArrayLiteral {
  private var parts = SIMD8<Int16>()

  static let limit = 6

  init() {}

  /// A number of one part.
  init(_ value: Int) {
    parts[0] = Int16(clamping: value)
    parts[7] = 1
  }

  init(arrayLiteral values: Int...) { for value in values { append(value) } }

  // Lane 7 holds the number of parts.
  var count: Int { Int(parts[7]) }
  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> Int {
    get { Int(parts[index]) }
    set { parts[index] = Int16(clamping: newValue) }
  }

  /// One number made of all, the same for the same path; others seldom have it.
  var key: Int {
    let halves = unsafe unsafeBitCast(parts, to: SIMD2<UInt64>.self)
    return Int(truncatingIfNeeded: halves[0] &* 0x9E37_79B9_7F4A_7C15 ^ halves[1])
  }

  mutating func append(_ value: Int) {
    guard count < Self.limit else { return }
    parts[count] = Int16(clamping: value)
    parts[7] += 1
  }

  /// The number this one lies below: 4 for `4.01`; empty for a number of one part.
  var parent: NumberPath {
    guard count > 0 else { return self }
    var parent = self
    parent.parts[count - 1] = 0
    parent.parts[7] -= 1
    return parent
  }
}

/// The numerals of a number: the first as printed, the others in figures.
struct Numerals: Sendable, Equatable {
  /// The kind of the first.
  var kind: Numeral.Kind
  var values: NumberPath

  init() {
    kind = .arabic
    values = NumberPath()
  }

  init(_ first: Numeral) {
    kind = first.kind
    values = NumberPath(first.value)
  }

  var count: Int { values.count }
  subscript(index: Int) -> Numeral { Numeral(kind: index == 0 ? kind : .arabic, value: values[index]) }
  mutating func append(_ value: Int) { values.append(value) }
}
