/// The places of an agreement that are gone to, named and cited: its provisions, and the definitions that stand in a list.
///
/// In `1.1 Definitions. "Bank" means …; "Loan" means …: (a) …` the landmarks are 1.1, `1.1 "Bank"`, `1.1 "Loan"` and its item
/// `1.1 "Loan"(a)`. A definition that a provision begins with (`1.2 "Affiliate" means …`) is that provision and no landmark of its own.
public struct Landmarks: Sendable {
  /// A provision, or a definition of a list.
  public struct Landmark: Sendable, Equatable {
    /// What stands there.
    public enum Kind: Hashable, Sendable {
      /// A provision, by its id.
      case provision(Int)
      /// A definition, by its term and its index among the term's definitions.
      case definition(term: Int, index: Int)
    }
    /// What stands there.
    public let kind: Kind
    /// Byte offsets from its first character to its end.
    public let range: Range<Int>
    /// The provision it is or stands in; nil for a definition before the first.
    public let provision: Int?
    /// The words to show as its name: the printed number, or the term inside its quotes.
    public let label: Range<Int>
  }

  /// All landmarks in order of place.
  public let all: [Landmark]
  /// The definitions among them, which never overlap.
  private let definitions: [Landmark]
  private let provisions: ProvisionTree

  /// How many bytes may stand between the beginning of a paragraph and the term it defines: a quotation mark, a bullet.
  private static let lead = 8

  /// Finds the landmarks of an agreement.
  public init(_ agreement: Agreement) {
    let tree = agreement.provisions
    provisions = tree
    typealias Place = (kind: Landmark.Kind, definition: Definition, start: Int, block: Int)
    var places: [Place] = []
    var further: [Place] = []
    for (term, defined) in agreement.terms.enumerated() {
      for (index, definition) in defined.definitions.enumerated() where definition.kind != .inline && definition.kind != .party {
        let block = agreement.blocks.boundary { $0.range.lowerBound <= definition.range.lowerBound } - 1
        if let start = Self.beginning(definition, block, in: agreement) {
          places.append((.definition(term: term, index: index), definition, start, block))
        } else if let start = Self.sentence(definition, in: agreement) {
          further.append((.definition(term: term, index: index), definition, start, block))
        }
      }
    }
    // Several definitions in one paragraph of the list: `"Loan" means …. "Lender" means ….`
    let heads = Set(places.map(\.block))
    places += further.filter { heads.contains($0.block) }
    places.sort { $0.start < $1.start }
    var definitions: [Landmark] = []
    for (at, place) in places.enumerated() where place.start >= (definitions.last?.range.upperBound ?? 0) {
      let next = places[(at + 1)...].first { $0.start > place.start }
      // Up to the next definition of the list everything is of this one: further sentences and paragraphs, items and what follows them.
      let isFollowed = next.map { $0.definition.provision == place.definition.provision } ?? false
      let end = min(next?.start ?? Int.max, isFollowed ? Int.max : Self.end(place.definition, in: agreement))
      definitions.append(
        Landmark(
          kind: place.kind, range: place.start..<max(end, place.definition.range.upperBound), provision: place.definition.provision,
          label: place.definition.range))
    }
    self.definitions = definitions
    var all = tree.indices.map { Landmark(kind: .provision($0), range: tree[$0].range, provision: $0, label: tree[$0].label) }
    all += definitions
    // Where both begin at one byte the provision holds the definition.
    all.sort { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) }
    self.all = all
  }

  /// Where the paragraph begins that a definition opens; nil for one further inside its paragraph, and for one that opens a provision.
  private static func beginning(_ definition: Definition, _ block: Int, in agreement: Agreement) -> Int? {
    let at = definition.range.lowerBound
    guard agreement.blocks.indices.contains(block) else { return nil }
    let start = agreement.blocks[block].range.lowerBound
    guard at - start <= lead, agreement.blocks[block].kind.isRead else { return nil }
    if let id = definition.provision, agreement.provisions[id].bodyStart > start { return nil }
    return start
  }

  /// Where the sentence begins that a definition in quotation marks opens further inside its paragraph.
  private static func sentence(_ definition: Definition, in agreement: Agreement) -> Int? {
    let words = agreement.reading.bytes
    let quote = agreement.reading.reading(definition.range.lowerBound) - 1
    var at = quote
    while at > 0, words[at - 1].isSpace { at -= 1 }
    guard at > 0, words[quote] == Ascii.quote, words[at - 1] == Ascii.period else {
      return nil
    }
    return agreement.reading.source(quote)
  }

  /// Where a definition ends: with its words, or with the items that its provision has behind them.
  private static func end(_ definition: Definition, in agreement: Agreement) -> Int {
    let tree = agreement.provisions
    var end = definition.extent.upperBound
    // The last of a list ends with its paragraph at least.
    var block = agreement.blocks.boundary { $0.range.upperBound <= definition.range.lowerBound }
    repeat {
      if agreement.blocks.indices.contains(block), agreement.blocks[block].kind.isRead {
        end = max(end, agreement.blocks[block].range.upperBound)
      }
      block += 1
    } while agreement.blocks.indices.contains(block)
      && (agreement.blocks[block].continues || agreement.blocks[block].kind == .furniture)
    end = endOfBullets(behind: end, block, in: agreement)
    guard let own = definition.provision else { return end }
    func isItem(_ id: Int) -> Bool {
      tree[id].parent == own && tree[id].number.hasSuffix(")")
        && agreement.reading.reading(tree[id].start) <= agreement.reading.reading(end) + 2
    }
    var next = tree.provisions.boundary { $0.start < definition.range.upperBound }
    while next < tree.count, tree[next].start < tree[own].range.upperBound, isItem(next) {
      end = max(end, tree[next].range.upperBound)
      next = tree.provisions.boundary(behindAll: { $0.start < end })
    }
    return end
  }

  /// The end of the bullets that go on with a meaning whose paragraph has no full stop: `“Data” means either`, `- figures; or`, `- words.`
  private static func endOfBullets(behind end: Int, _ first: Int, in agreement: Agreement) -> Int {
    let bytes = agreement.text.bytes
    guard end > 0, end <= bytes.count, bytes[end - 1] != Ascii.period else { return end }
    var end = end
    for block in agreement.blocks[min(first, agreement.blocks.count)...] where block.kind != .furniture {
      guard block.kind.isRead, Self.isBullet(bytes, block.range) || block.continues else { break }
      end = block.range.upperBound
    }
    return end
  }

  /// Whether a paragraph begins with a bullet, or with `-`, `*` or `–` and a blank.
  private static func isBullet(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    guard range.count > 4 else { return false }
    if bytes[start] == Ascii.hyphen || bytes[start] == 0x2A { return bytes[start + 1] <= Ascii.space }
    return bytes[start..<start + 3].elementsEqual("–".utf8) || Bullet.length(bytes.span, start) != nil
  }

  /// The deepest landmark that holds a byte offset; nil before the first, and between papers.
  public func innermost(at offset: Int) -> Landmark? { innermost(at: offset, begunBefore: Int.max) }

  /// The deepest landmark that holds a byte offset and begins before another; nil where none does.
  public func innermost(at offset: Int, begunBefore limit: Int) -> Landmark? {
    let id = provisions.innermost(at: offset).flatMap { provisions.path(to: $0).last { provisions[$0].start < limit } }
    if let definition = definition(at: offset), definition.range.lowerBound < limit,
      id.map({ provisions[$0].start <= definition.range.lowerBound }) ?? true
    {
      return definition
    }
    return id.map { Landmark(kind: .provision($0), range: provisions[$0].range, provision: $0, label: provisions[$0].label) }
  }

  /// The definition of a list that holds a byte offset.
  public func definition(at offset: Int) -> Landmark? {
    let index = definitions.boundary { $0.range.lowerBound <= offset } - 1
    return definitions.indices.contains(index) && definitions[index].range.contains(offset) ? definitions[index] : nil
  }

  /// All words that give a term its meaning, its items and further paragraphs included: `"Harm" means any of the following: (a) …; (b) …`.
  ///
  /// In an agreement whose definitions are provisions (`1.2 "Harm" means …`) that is the provision.
  public func meaning(_ definition: Definition, in agreement: Agreement) -> Range<Int> {
    guard definition.kind == .list else { return definition.extent }
    let start = definition.extent.lowerBound
    if let own = self.definition(at: definition.range.lowerBound), own.label == definition.range {
      return start..<max(own.range.upperBound, definition.range.upperBound)
    }
    guard let id = definition.provision, start - provisions[id].bodyStart <= Self.lead, definitions(in: id).isEmpty,
      provisions[id].range.lowerBound <= start
    else {
      let end = definition.extent.upperBound
      return start..<Self.endOfBullets(behind: end, agreement.blocks.boundary { $0.range.lowerBound < end }, in: agreement)
    }
    return start..<max(provisions[id].range.upperBound, definition.extent.upperBound)
  }

  /// The definitions that stand in a provision itself and in none below it.
  public func definitions(in id: Int) -> [Landmark] { definitions.filter { $0.provision == id } }

  /// The index of the landmark that begins first behind a byte offset; that of the end where none does.
  public func index(after offset: Int) -> Int { all.boundary { $0.range.lowerBound <= offset } }

  /// The index of the landmark that begins last before a byte offset; -1 where none does.
  public func index(before offset: Int) -> Int { all.boundary { $0.range.lowerBound < offset } - 1 }

  /// The canonical number of a landmark: `8.9`, `1.1 "Debt"`, `1.1 "Debt"(a)`.
  public func number(of landmark: Landmark, in agreement: Agreement) -> String {
    switch landmark.kind {
    case .definition:
      let own = landmark.provision.map { provisions[$0].number } ?? ""
      return (own.isEmpty ? "" : own + " ") + "\"\(agreement.words(landmark.label))\""
    case .provision(let id):
      let number = provisions[id].number
      // Where several definitions have an (a) the number says of which it is: `1.1 "Debt"(a)`.
      guard !number.contains("\"") else { return number }
      guard let definition = definition(at: provisions[id].start), let own = definition.provision, own != id else { return number }
      let outer = provisions[own].number
      guard number.hasPrefix(outer) else { return number }
      return self.number(of: definition, in: agreement) + number.dropFirst(outer.count)
    }
  }
}
