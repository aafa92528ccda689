/// What an instruction names: a provision, a part of one, words, the new words below.
indirect enum InstructionNoun {
  /// Words in quotation marks, or between "from" and "to"; a range of the reading text.
  case words(Range<Int>)
  /// The provisions or attachments of a reference.
  case provision(Int)
  /// An item named by letters alone, and the provision it is of; of "paragraph 2 of Part 1 of Schedule 1" the part too.
  case item(Int, of: Int, part: Int? = nil)
  case part(Amendment.Part, of: InstructionNoun?)
  /// Definitions by the places of their names.
  case definitions([Range<Int>], in: Int?)
  /// An item by its label, `(b)`, the name of the definition it is of, and the provision that is in: "clause (b) of the definition of
  /// "Debt" in Section 1.1".
  case definitionItem([UInt8], of: Range<Int>, in: Int?)
  /// The heading of a provision.
  case heading(Range<Int>)
  /// A mark, the only one of its kind or the one at the end: "the period at the end of clause (c)".
  case mark(UInt8, isLast: Bool)
  /// "Section 3.2 and Section 5.1".
  case several([InstructionNoun])
  /// "the following sections": what the new words below are.
  case following(Following)
  /// "a new Section 4": the reference that numbers it, if one does.
  case newProvision(Int?)
  /// "the schedule to this deed": an attachment of the amendment that no number names.
  case ownAttachment
  /// "it", "such section".
  case pronoun
  /// A paper, by its name.
  case agreement(Range<Int>?)
  case unknown

  enum Following { case words, provisions, definitions }
}
