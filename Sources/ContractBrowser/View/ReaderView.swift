import ContractModel
import TerminalGrid

/// Draws the text of a reader or peek: terms, references, matches and the selected link in their styles.
extension Screen {
  mutating func drawReader(_ pane: Browser.Pane, _ frame: Frame) {
    let reader = browser.reader(pane)
    let page = drawText(reader, pane: pane, frame)
    drawSticky(
      pane,
      browser.showsTwoPages(pane)
        ? Frame(row: frame.row, column: frame.column, rows: frame.rows, columns: (frame.columns - 1) / 2) : frame)
    if state.labels != nil, pane == browser.activePane { drawLabels(pane, frame, page, scroll: reader.scrollColumn) }
  }

  /// Draws the text where a reader stands, with the marks of its pane where it is one.
  @discardableResult
  mutating func drawText(_ reader: ReaderState, pane: Browser.Pane? = nil, _ frame: Frame) -> [(unit: Int, row: Row)] {
    let place = reader.place
    let isTwo = pane.map(browser.showsTwoPages) ?? false
    var left = frame
    if isTwo { left.columns = (frame.columns - 1) / 2 }
    let layout = browser.layout(reader, width: Panes.textWidth(left))
    let page = layout.page(from: place.top, height: frame.rows * (isTwo ? 2 : 1))
    let current = browser.context.landmarks(place.agreement).innermost(at: place.cursor)?.range.lowerBound
    let annotations = browser.annotations(place.agreement)
    let sight = sight(page)
    // Where a finding begins, once the agreement was looked through.
    let findings =
      browser.openFindings(place.agreement).map(\.finding.range.lowerBound).filter(sight.contains)
    let painter = Painter(browser: browser, reader: reader, pane: pane, sight: sight)
    for (index, line) in page.enumerated() {
      let row = frame.row + index % frame.rows
      var frame = left
      if index >= frame.rows { frame.column += frame.columns + 1 }
      if let current, line.row.range.lowerBound <= current, current < max(line.row.range.upperBound, line.row.range.lowerBound + 1),
        !line.row.isBlank
      {
        grid.fill(row: row, columns: frame.column..<(frame.column + 1), theme[.provisionCurrent], with: glyphs.bar)
      }
      if !line.row.isBlank, let annotation = annotations.first(where: { line.row.range.contains($0.offset) }) {
        let sign = annotation.note.isEmpty ? glyphs.marked : glyphs.noted
        grid.fill(row: row, columns: (frame.column + 1)..<(frame.column + 2), theme[.annotation], with: sign)
      } else if !line.row.isBlank, findings.contains(where: { line.row.range.contains($0) }) {
        grid.fill(row: row, columns: (frame.column + 1)..<(frame.column + 2), theme[.warning], with: glyphs.finding)
      }
      let isScrolled = reader.scrolledTable.map { layout.group(of: line.unit) == $0 } ?? reader.asFiled
      let margin = reader.asFiled ? Panes.filedMargin(left) : 2
      drawRow(
        line.row, unit: layout.units[line.unit], row: row, frame, margin: margin, scroll: isScrolled ? reader.scrollColumn : 0,
        painter)
      if let page = line.row.page, frame.columns >= 70 {
        // Beside the text, where that is narrower than its pane.
        let measure = frame.column + 3 + min(layout.width, layout.measure)
        let column = min(frame.column + frame.columns - DisplayWidth.of(page) - 1, measure)
        // Words that reach as far are not covered.
        let end = frame.column + margin + line.row.indent + line.row.cells.reduce(0) { $0 + $1.width }
        if end < column || isScrolled {} else { continue }
        grid.write(page, row: row, column: column, theme[.pageNumber], limit: frame.column + frame.columns)
      }
    }
    return page
  }

  /// Over the first row the name of what it is in, when that begins further up.
  private mutating func drawSticky(_ pane: Browser.Pane, _ frame: Frame) {
    guard let landmark = browser.stickyLandmark(pane) else { return }
    let width = frame.columns - 2
    var crumbs = browser.crumbs(browser.reader(pane).place.agreement, at: landmark.range.lowerBound).map(\.text)
    while crumbs.count > 1, DisplayWidth.of(crumbs.joined(separator: glyphs.separator)) > width { crumbs.removeFirst() }
    let style = theme[.headingSticky]
    grid.fill(row: frame.row, columns: frame.column..<(frame.column + frame.columns), style)
    grid.write(
      crumbs.joined(separator: glyphs.separator), row: frame.row, column: frame.column + 2, style,
      limit: frame.column + frame.columns)
  }

  private func sight(_ page: [(unit: Int, row: Row)]) -> Range<Int> {
    guard let first = page.first, let last = page.last else { return 0..<0 }
    return first.row.range.lowerBound..<max(last.row.range.upperBound, first.row.range.lowerBound)
  }

  /// Draws a row; what is scrolled sideways keeps its first column, and marks show what lies beyond its edges.
  private mutating func drawRow(
    _ line: Row, unit: ReaderLayout.Unit, row: Int, _ frame: Frame, margin: Int, scroll: Int, _ painter: Painter
  ) {
    let left = frame.column + margin
    let right = frame.column + frame.columns
    let shift = unit.kind == .printed || unit.kind == .contents ? scroll : 0
    let edge = left + (shift > 0 ? line.kept : 0)
    var column = line.indent
    var isCutLeft = false
    var isCutRight = false
    for cell in line.cells {
      let isKept = column < line.kept
      let at = isKept ? left + column : left + column - shift
      if at >= (isKept ? left : edge), at + cell.width <= right {
        if cell.character != " " || cell.struck != nil || painter.paints(cell.offset) {
          grid.write(
            String(cell.character), row: row, column: at,
            cell.struck.map { theme[Self.scope($0)] } ?? painter.style(cell.offset, unit, theme), limit: right)
        }
      } else if at >= right {
        isCutRight = true
        break
      } else if cell.character != " " {
        isCutLeft = true
      }
      column += cell.width
    }
    if isCutRight { grid.write(String(glyphs.more), row: row, column: right - 1, theme[.dim]) }
    if isCutLeft { grid.write(String(glyphs.less), row: row, column: max(edge - 1, frame.column), theme[.dim]) }
  }

  private static func scope(_ reason: StruckWords.Reason) -> Scope {
    switch reason {
    case .leftOut: .dimDeleted
    case .deleted: .changeDeletedStruck
    case .moved: .changeMoved
    }
  }

  private mutating func drawLabels(_ pane: Browser.Pane, _ frame: Frame, _ page: [(unit: Int, row: Row)], scroll: Int) {
    let typed = state.labels?.typed ?? ""
    let marks = browser.links(pane).marks
    for (label, link) in browser.labels(pane) where label.hasPrefix(typed) {
      let start = marks[link].range.lowerBound
      for (index, line) in page.enumerated() where line.row.range.contains(start) {
        let page = browser.page(pane)
        var column = frame.column + 2 + line.row.indent + (index >= frame.rows ? page.columns + 1 : 0)
        for cell in line.row.cells {
          if cell.offset >= start { break }
          column += cell.width
        }
        grid.write(
          label, row: frame.row + index % frame.rows, column: column, theme[.linkLabel], limit: frame.column + frame.columns)
        break
      }
    }
  }
}

/// Chooses the style of each byte in sight.
struct Painter {
  private let marks: ArraySlice<LinkIndex.Mark>
  /// Words in sight that another version does not have, and whether they were taken out of it or put in.
  private let changes: ArraySlice<ComparedTexts.Mark>
  private let isOld: Bool
  /// The terms that are everywhere in the agreement.
  private let quiet: Set<Int>
  private let agreement: Agreement
  private let selected: Range<Int>?
  private let shown: Range<Int>?
  private let matches: ArraySlice<Range<Int>>
  private let currentMatch: Range<Int>?
  private let spotlight: Int?
  private let selection: Range<Int>?
  /// Whether a reference leads into another agreement of the case.
  private let leadsAcross: (Int) -> Bool
  /// What the file itself prints in bold or italics, of what is in sight.
  private let styles: [StyleMark]

  /// `pane` is nil for text that no reader stands in.
  init(browser: Browser, reader: ReaderState, pane: Browser.Pane?, sight: Range<Int>) {
    let place = reader.place
    agreement = browser.context.agreement(place.agreement)
    let index = browser.context.links(place.agreement)
    let first = index.first(after: sight.lowerBound)
    var last = first
    while last < index.marks.count, index.marks[last].range.lowerBound < sight.upperBound { last += 1 }
    marks = index.marks[first..<last]
    if let pair = browser.state.comparison, pane != nil, place.agreement == pair.old || place.agreement == pair.new {
      isOld = place.agreement == pair.old
      let texts = browser.context.comparison(pair)
      let all = isOld ? texts.deleted : texts.inserted
      let low = all.boundary { $0.range.upperBound <= sight.lowerBound }
      changes = all[low..<max(low, all.boundary { $0.range.lowerBound < sight.upperBound })]
    } else {
      isOld = false
      changes = []
    }
    quiet = browser.context.commonTerms(place.agreement)
    styles = agreement.text.styles(in: sight).filter { $0.kind == .bold || $0.kind == .italic }
    let (context, shownAgreement) = (browser.context, place.agreement)
    leadsAcross = { context.leadsAcross(shownAgreement, $0) }
    selected = pane.flatMap { browser.selectedLink($0) }.map { index.marks[$0].range }
    shown = place.shown
    spotlight = browser.state.spotlight.flatMap { $0.agreement == place.agreement ? $0.term : nil }
    selection = pane.flatMap { $0 == browser.activePane ? browser.selectedRange($0) : nil }
    if let search = browser.state.search {
      let all = browser.context.matches(search.pattern, place.agreement)
      let low = all.boundary(behindAll: { $0.upperBound <= sight.lowerBound })
      let high = all.boundary(behindAll: { $0.lowerBound < sight.upperBound })
      matches = all[low..<max(low, high)]
      currentMatch = search.current.flatMap { all.indices.contains($0) ? all[$0] : nil }
    } else {
      matches = []
      currentMatch = nil
    }
  }

  private func mark(_ offset: Int) -> LinkIndex.Mark? {
    var low = marks.startIndex
    var high = marks.endIndex
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < marks.endIndex && marks[low].range.contains(offset) ? marks[low] : nil
  }

  /// Whether a blank at an offset shows: inside a link or a match.
  func paints(_ offset: Int) -> Bool {
    selection?.contains(offset) == true || changes.contains { $0.range.contains(offset) } || mark(offset) != nil
      || matches.contains { $0.contains(offset) }
      || shown?.contains(offset) == true
  }

  func style(_ offset: Int, _ unit: ReaderLayout.Unit, _ theme: Theme) -> Style {
    var style = base(offset, unit, theme)
    for mark in styles where mark.range.contains(offset) { style.attributes.insert(mark.kind == .bold ? .bold : .italic) }
    if let selection, selection.contains(offset) { return theme[.linkSelected] }
    if let spotlight {
      switch mark(offset)?.kind {
      case .use(spotlight), .definition(spotlight, _): return theme[.termDefinition]
      default: return theme[.dim]
      }
    }
    if let mark = mark(offset) {
      let marked = theme[scope(mark)]
      style = Style(
        marked.foreground == theme[.text].foreground ? style.foreground : marked.foreground, on: marked.background,
        style.attributes.union(marked.attributes))
    }
    if let change = changes.first(where: { $0.range.contains(offset) }) {
      style = style.overlaid(by: theme[change.isMoved ? .changeMoved : isOld ? .changeDeleted : .changeInserted])
    }
    if let shown, shown.contains(offset) { style = style.overlaid(by: theme[.landed]) }
    if matches.contains(where: { $0.contains(offset) }) {
      style = currentMatch?.contains(offset) == true ? theme[.searchCurrent] : theme[.searchMatch]
    }
    if let selected, selected.contains(offset) { style = theme[.linkSelected] }
    return style
  }

  private func base(_ offset: Int, _ unit: ReaderLayout.Unit, _ theme: Theme) -> Style {
    if unit.kind == .contents { return theme[.contents] }
    if let id = unit.begins {
      let provision = agreement.provisions[id]
      if let heading = provision.heading, heading.contains(offset) { return theme[provision.depth == 0 ? .heading1 : .heading2] }
      // The stop or bracket behind a number is of it, the first letter of `(iii)loans` is none.
      let end = provision.label.upperBound
      if offset >= provision.start, offset < end || offset == end && ".):".utf8.contains(agreement.text.bytes[offset]) {
        return theme[provision.kind == .attachment ? .heading1 : .number]
      }
    }
    if unit.kind == .heading { return theme[.heading] }
    return theme[.text]
  }

  private func scope(_ mark: LinkIndex.Mark) -> Scope {
    switch mark.kind {
    case .definition: return .termDefinition
    case .use(let term): return quiet.contains(term) ? .termCommon : .termUse
    case .borrowed: return .termUse
    case .changed: return .referenceAmended
    case .contents: return .contents
    case .reference(let id):
      let reference = agreement.references[id]
      switch reference.status {
      case .internal: return .reference
      case .missing: return .referenceMissing
      case .attachment: return reference.attached ? .reference : .referenceAttachment
      case .external: return leadsAcross(id) ? .reference : .referenceExternal
      }
    }
  }
}
