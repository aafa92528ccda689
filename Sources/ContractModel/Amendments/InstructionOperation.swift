/// One thing that an instruction asks for.
struct InstructionOperation {
  enum Place {
    case start, end
    case after, before
    /// At a place that no words tell.
    case unclear
  }

  var verb: InstructionVerb
  /// What goes out, or is restated.
  var object: InstructionNoun?
  /// Whether the verb has an object that was not understood: "by deleting the third row".
  var isObjectUnknown = false
  /// What comes in, as it is named.
  var new: InstructionNoun?
  /// The words that come in, in the reading text.
  var words: Range<Int>?
  var place: (kind: Place, noun: InstructionNoun?)?
  /// What holds the object: "from Section 4", "In Section 3.1, the words …".
  var container: InstructionNoun?
  /// "wherever it appears", "all references to".
  var isEverywhere = false
  /// "in the first place where it appears".
  var isAtFirst = false
  /// Whether the object ends what holds it: "the word "and" at the end of clause (b)".
  var isAtEnd = false
  /// The label of the item that the object stands right before: "the word "and" before clause (c)".
  var itemBehind: [UInt8]?
  /// "to read in part".
  var isPartial = false
  /// "to read as follows".
  var isRead = false

  /// The same of each of several that it names: "by deleting "ten" in Section 3.2 and in Section 5.1".
  var forEachOfSeveral: [InstructionOperation] {
    if case .several(let all)? = object { return all.map { with(\.object, $0) } }
    if case .several(let all)? = container { return all.map { with(\.container, $0) } }
    return [self]
  }

  private func with(_ part: WritableKeyPath<InstructionOperation, InstructionNoun?>, _ noun: InstructionNoun)
    -> InstructionOperation
  {
    var out = self
    out[keyPath: part] = noun
    return out
  }
}
