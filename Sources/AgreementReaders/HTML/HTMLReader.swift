import CLibxml2
import ContractModel

/// Reads an HTML exhibit to plain text by libxml2's HTML parser: blocks on lines of their own, table rows as lines, `<PRE>` as it is.
///
/// A number in a cell of its own joins the paragraph in the next cell; the numbers of ordered lists are written as a browser prints
/// them; rules and styles that break the page become page marks; what is bold, underlined, italic, centred or a heading is marked, by
/// element or by a style, and links within the page are kept. What is struck or not shown is left out and kept apart. Never fetches
/// anything: the parser is told to stay off the network.
struct HTMLReader {
  var out = StyledText()
  private let originalChanges: Bool
  /// Where blocks of the text stand in the Markdown they were rendered from: an offset in the text, and a line from 1.
  private(set) var sources: [(text: Int, line: Int)] = []
  /// Where the lines of that Markdown begin; empty for a page of its own.
  private let lineStarts: [Int]
  var sheet = StyleSheet()
  var counters = StyleCounters()
  var lists = OrderedLists()
  /// Whether white space waits to be written before the next word.
  var pending = false
  /// Whether it waits only before a word, and not before a full stop or comma.
  var pendingUnlessMark = false
  var preformatted = 0
  /// How many bytes stand as they were typed.
  var typed = 0
  /// How many table rows are open.
  var rows = 0
  /// The tables that are open, by number, with the column that the next cell of their row begins in.
  var tables: [(number: Int, column: Int)] = []
  var tableCount = 0
  /// What each open element began, the innermost last.
  var begun: [Element] = []
  /// The element that is passed over.
  private var skipped: HTMLNode?
  /// Where the number of an item was written last; no line is broken between it and its words.
  var numberEnd = -1

  struct Element {
    var role: HTMLElement.Role
    var kinds: [StyleMark.Kind] = []
    var isLinked = false
    var breaksPageAfter = false
    var gapAfter = false
    var font: SymbolFont?
    var isNumberless = false
    /// Whether line ends are kept, whether children stand side by side, whether a row's cells are read one after another.
    var keepsLines = false
    /// Whether its letters have no size, so that its words are not shown.
    var isSizeless = false
    var isRow = false
    var isLayout = false
    /// For a cell, where its words begin and the columns it takes.
    var cellStart = 0
    var column = 0
    var span = 1
    /// How often centring was begun around an element that is not centred; 0 where it was not.
    var pausedCentring = 0
    /// What is printed behind it.
    var after: String?
  }

  /// Whether bytes look like an HTML page.
  static func reads(_ bytes: [UInt8], name: String) -> Bool {
    var hasTag = false
    for (i, byte) in bytes.prefix(4_096).enumerated() where byte == 0x3C {
      hasTag = true
      let word = bytes[(i + 1)...].prefix(13).map { $0 | 0x20 }
      if word.starts(with: "html".utf8) || word.starts(with: "!doctype html".utf8) { return true }
    }
    let lower = name.lowercased()
    return hasTag && (lower.hasSuffix(".htm") || lower.hasSuffix(".html"))
  }

  /// Whether libxml2 is there; loaded when first asked for.
  private static let isInstalled = hereof_xml_load() != 0

  /// The text of a page given as UTF-8; with `originalChanges`, as it was before what it shows as struck or put in.
  static func text(_ bytes: [UInt8], originalChanges: Bool = false) throws(ReadingError) -> StyledText {
    try read(bytes, originalChanges: originalChanges).out
  }

  /// The same for a page that was rendered from Markdown whose lines begin at given offsets: blocks are kept near the offsets they have
  /// there, by blanks between them, so that places in the text are close to those in the file.
  static func read(_ bytes: [UInt8], originalChanges: Bool, lineStarts: [Int] = []) throws(ReadingError) -> HTMLReader {
    var reader = HTMLReader(originalChanges: originalChanges, lineStarts: lineStarts)
    guard isInstalled else { throw .missingLibrary("libxml2") }
    let bytes = HTMLSource.cleaned(bytes)
    var isCut: Int32 = 0
    guard let document = hereof_html_parse(bytes, bytes.count, &isCut) else { return reader }
    defer { hereof_document_free(document) }
    reader.out.reserveCapacity(bytes.count / 2)
    if let root = hereof_document_root(document).map({ HTMLNode($0) }) {
      if bytes.firstPlace(of: "<style") != nil || bytes.firstPlace(of: "<STYLE") != nil { reader.readStyleSheets(root) }
      reader.lists.citesLetters = bytes.firstPlace(of: "<ol") != nil && OrderedLists.citesLetters(bytes)
      reader.walk(root)
    }
    if isCut != 0 { reader.out.leaveOut(.missing, "the page nests elements more than 8,000 deep; what follows is not read") }
    reader.out.isPreformatted = reader.typed * 2 > reader.out.count
    return reader
  }

  private init(originalChanges: Bool, lineStarts: [Int]) {
    self.originalChanges = originalChanges
    self.lineStarts = lineStarts
  }

  private mutating func readStyleSheets(_ root: HTMLNode) {
    var node: HTMLNode? = root
    while let at = node {
      if at.isElement, at.name == "style", let content = at.child?.text { sheet.read(String(cString: content)) }
      node = at.following(in: root)
    }
  }

  // MARK: Walking

  /// Goes through the tree without recursion, so that no depth of nesting is too much.
  private mutating func walk(_ root: HTMLNode) {
    var node = root
    var entering = true
    while true {
      if entering {
        if enter(node), let child = node.child {
          node = child
          continue
        }
      }
      leave(node)
      if node == root { return }
      if let next = node.next {
        node = next
        entering = true
      } else if let parent = node.parent {
        node = parent
        entering = false
      } else {
        return
      }
    }
  }

  /// Elements by the address of the name: libxml2 keeps one copy of each name of a page.
  private var known: [UnsafePointer<CChar>: HTMLElement] = [:]

  mutating func element(_ node: HTMLNode) -> HTMLElement {
    guard let name = hereof_node_name(node.pointer) else { return .plain }
    if let element = known[name] { return element }
    let element = HTMLElement(named: String(cString: name))
    known[name] = element
    return element
  }

  /// Begins a node; false when what is in it is left out.
  private mutating func enter(_ node: HTMLNode) -> Bool {
    if let content = node.text {
      if begun.last?.isSizeless ?? false {
        out.leaveOut(.hidden, node.words().text)
        return false
      }
      write(content)
      return false
    }
    guard node.isElement else { return false }
    var element = element(node)
    if element.role == .skip { return pass(node) }
    // `<S> <C> <C>` below the head of a table in an old filing tells where its columns begin.
    if element.role == .deleted, node.marksColumns { element = .plain }
    let rules = sheet.isEmpty ? [] : sheet.rules(node)
    var styles = hereof_styles()
    for rule in rules {
      styles.on = styles.on & ~rule.styles.said | rule.styles.on
      styles.said |= rule.styles.said
    }
    styles = hereof_node_styles(node.pointer, styles)
    let bits = Int(styles.on)
    if element.role == .unseen || bits & (hereof_style_hidden | hereof_style_invisible) != 0 {
      if bits & hereof_style_invisible != 0 { countItems(node, element.role) }
      return leaveOut(node, .hidden)
    }
    if element.role == .dialog, node["open"] == nil { return leaveOut(node, .hidden) }
    let isStruck = element.role == .deleted || bits & hereof_style_struck != 0
    if isStruck, !originalChanges {
      countItems(node, element.role)
      return leaveOut(node, .deleted)
    }
    if element.role == .inserted, originalChanges { return leaveOut(node, .inserted) }
    if begun.last?.isRow ?? false { pending = true }
    // `position: relative; top: -3pt` is how converters raise the mark of a note.
    if element.role == .inline, bits & (hereof_style_raised | hereof_style_lowered) != 0, let raised = raised(node, bits) {
      write(raised)
      return pass(node)
    }
    var opened = Element(role: role(element.role, bits))
    switch element.role {
    case .superscript, .subscript:
      let words = node.words().text
      if words.count <= 8 {
        write(element.role == .superscript ? RaisedText.above(words) : RaisedText.below(words))
        return pass(node)
      }
    case .input, .choice, .typed, .picture:
      field(node, element.role)
      return pass(node)
    default: break
    }
    if opened.role == .row { opened.isLayout = isLayout(node) }
    if opened.role == .cell { opened.isLayout = begun.last?.isLayout ?? false }
    beginTable(node, opened.role)
    begin(opened.role, bits, isLayout: opened.isLayout)
    if opened.role == .cell { beginCell(node, &opened) }
    opened.kinds = Self.kinds(element.kind, bits)
    // `<center><p align=left>`: what an element says of itself undoes what is said around it.
    if Int(styles.said) & hereof_style_centred != 0, bits & hereof_style_centred == 0 {
      opened.pausedCentring = out.pause(.centred)
    }
    if isStruck { opened.kinds.append(.struck) }
    opened.isLinked = bits & hereof_style_linked != 0
    opened.breaksPageAfter = bits & hereof_style_page_after != 0
    opened.gapAfter = bits & (hereof_style_gap_after | hereof_style_set_apart) != 0
    opened.font = Int(styles.said) & Self.fontBits != 0 ? Self.font(bits) : begun.last?.font
    opened.isNumberless =
      Int(styles.said) & hereof_style_numberless != 0 ? bits & hereof_style_numberless != 0 : begun.last?.isNumberless ?? false
    opened.keepsLines =
      Int(styles.said) & hereof_style_lines != 0 ? bits & hereof_style_lines != 0 : begun.last?.keepsLines ?? false
    opened.isSizeless =
      Int(styles.said) & hereof_style_sizeless != 0 ? bits & hereof_style_sizeless != 0 : begun.last?.isSizeless ?? false
    opened.isRow = bits & hereof_style_row != 0
    if !lineStarts.isEmpty { takeSource(node) }
    if opened.role == .orderedList { beginList(node, rules, isNumberless: opened.isNumberless) }
    if opened.role == .list {
      // Bullets print nothing here; a list of figures by its style prints them.
      let type = markerType(node, rules) ?? ""
      lists.begin(type: type, start: 1, isReversed: false)
      if type.isEmpty { opened.isNumberless = false }
    }
    if sheet.hasContent { opened.after = printContent(node, rules) }
    if opened.role == .item,
      let number = lists.item(
        value: node["value"].flatMap { Self.whole($0) }, isNumberless: opened.isNumberless,
        type: markerType(node, rules) ?? node["type"].flatMap { "1aAiI".contains($0) && $0.count == 1 ? $0 : nil })
    {
      writeNumber(number)
    }
    // What a style marks begins behind the line feeds that lead to it.
    for kind in opened.kinds { out.begin(kind) }
    if bits & hereof_style_named != 0 { anchor(node) }
    if opened.isLinked { beginLink(node) }
    begun.append(opened)
    return true
  }

  /// What an element does, where a style makes a line of a block or a block of words within a line.
  private func role(_ role: HTMLElement.Role, _ bits: Int) -> HTMLElement.Role {
    if role == .dialog { return .block }
    if role == .block, bits & (hereof_style_inline | hereof_style_set_apart) != 0 { return .inline }
    if role == .inline, bits & hereof_style_block != 0 { return .block }
    return role
  }

  private mutating func begin(_ role: HTMLElement.Role, _ bits: Int, isLayout: Bool) {
    switch role {
    case .block, .orderedList, .list, .item:
      if bits & hereof_style_page_before != 0 { pageMark() }
      paragraph()
    case .preformatted:
      paragraph()
      preformatted += 1
    case .lineBreak: lineFeed()
    case .rule, .page: pageMark()
    case .row where isLayout: paragraph()
    case .row:
      line()
      rows += 1
    case .cell where isLayout:
      // A number in a cell of its own stands before the first paragraph of the next.
      if isItemNumber {
        numberEnd = out.count
        pending = true
      } else {
        paragraph()
      }
    case .cell: cell()
    default: if bits & (hereof_style_gap_before | hereof_style_set_apart) != 0 { pending = true }
    }
  }

  private mutating func leave(_ node: HTMLNode) {
    guard node.isElement else { return }
    if skipped == node {
      skipped = nil
      return
    }
    guard let element = begun.popLast() else { return }
    for kind in element.kinds { out.end(kind, level: kind == .heading ? node.headingLevel : 0) }
    // Markdown's headings have no names but their words.
    if !lineStarts.isEmpty, node.headingLevel > 0 { out.anchorLastHeading() }
    if element.pausedCentring > 0 { out.resume(.centred, element.pausedCentring) }
    endTable(node, element)
    if element.isLinked { out.endLink() }
    if let after = element.after { write(after) }
    if sheet.hasContent { counters.leave(depth: begun.count + 1) }
    switch element.role {
    case .row where element.isLayout, .cell where element.isLayout:
      if !isItemNumber { paragraph() }
    case .block, .orderedList, .list, .item:
      if element.role == .item { numberEnd = -1 }
      if element.role == .orderedList || element.role == .list { lists.end() }
      paragraph()
      if element.breaksPageAfter { pageMark() }
    case .preformatted:
      preformatted -= 1
      paragraph()
    case .row:
      rows = max(0, rows - 1)
      paragraph()
    default: if element.gapAfter { pending = true }
    }
  }

  private mutating func pass(_ node: HTMLNode) -> Bool {
    skipped = node
    return false
  }

  private mutating func leaveOut(_ node: HTMLNode, _ kind: LeftOut.Kind) -> Bool {
    let (words, hasBlocks, hasBlankEdge) = node.words()
    if hasBlocks { paragraph() }
    // The blank may stand inside what is struck: `is<s> $400</s><u>$500</u>`, but `pays<s> at once</s>.`
    if hasBlankEdge, !pending {
      pending = true
      pendingUnlessMark = true
    }
    out.leaveOut(kind, words)
    return pass(node)
  }

  /// Remembers where a block stands in the Markdown, and puts blanks before it where the text is shorter so far.
  private mutating func takeSource(_ node: HTMLNode) {
    guard let place = node["data-sourcepos"], let line = Int(place.prefix { $0 != ":" }), (1...lineStarts.count).contains(line)
    else {
      return
    }
    let room = lineStarts[line - 1] - out.count
    if room > 0, rows == 0, out.isEmpty || out.last == 0x0A {
      out.append(String(repeating: " ", count: room - 1) + "\n")
    }
    sources.append((out.count, line))
  }

  // MARK: Looks and links

  private static let fontBits =
    hereof_style_symbol | hereof_style_wingdings | hereof_style_wingdings2 | hereof_style_webdings | hereof_style_dingbats

  private static func font(_ bits: Int) -> SymbolFont? {
    if bits & hereof_style_symbol != 0 { return .symbol }
    if bits & hereof_style_wingdings != 0 { return .wingdings }
    if bits & hereof_style_wingdings2 != 0 { return .wingdings2 }
    if bits & hereof_style_webdings != 0 { return .webdings }
    return bits & hereof_style_dingbats != 0 ? .dingbats : nil
  }

  /// The styles of an element, its own and those its attributes give, each once.
  private static func kinds(_ own: StyleMark.Kind?, _ bits: Int) -> [StyleMark.Kind] {
    var kinds = own.map { [$0] } ?? []
    for (bit, kind) in [
      (hereof_style_bold, StyleMark.Kind.bold), (hereof_style_underline, .underline), (hereof_style_italic, .italic),
      (hereof_style_centred, .centred),
    ] where bits & bit != 0 && !kinds.contains(kind) { kinds.append(kind) }
    return kinds
  }

  private mutating func anchor(_ node: HTMLNode) {
    for attribute in ["id", "name"] { if let value = node[attribute] { out.anchor(value) } }
  }

  private mutating func beginLink(_ node: HTMLNode) { out.beginLink(String((node["href"] ?? "#").dropFirst())) }
}
