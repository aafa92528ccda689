import ContractModel
import TerminalGrid

/// Time limits and due dates as text, JSON, CSV (RFC 4180) or iCalendar (RFC 5545).
struct ClockReport {
  /// A time limit of a member, and its due date where its trigger is dated.
  struct Row {
    var member: Case.Member
    var limit: TimeLimit
    var due: DueDate?
  }

  static let notice = "Computed from the words of the agreements; it is no legal advice."

  let rows: [Row]
  let rule: CountingRule

  // MARK: Text

  func text() -> String {
    var out = ""
    var path: String?
    for row in rows {
      if path != row.member.path {
        out += (path == nil ? "" : "\n") + "\(row.member.agreement.title) (\(row.member.path))\n"
        path = row.member.path
      }
      out += "  [\(section(row))] \(words(row))\n"
      if let due = row.due { out += "      due \(due.date.iso), \(due.counting)\n" }
    }
    if rows.contains(where: { $0.due != nil }) { out += "\n" + rule.words + "\n" }
    return out + (rows.isEmpty ? "" : "\n") + Self.notice + "\n"
  }

  private func section(_ row: Row) -> String {
    row.member.agreement.place(row.limit.provision)
  }

  private func trigger(_ row: Row) -> String? { row.limit.trigger.map { row.member.agreement.words($0) } }

  /// A limit in words: `within 30 days, from “receipt of the notice”`.
  private func words(_ row: Row) -> String {
    let limit = row.limit
    let lead =
      switch limit.relation {
      case .within, .lasting: limit.relation.rawValue + " "
      case .atLeast: "at least "
      // "not more than 90 days before the day" bounds from below.
      case .noLaterThan: limit.isBackward && saysMoreThan(row) ? "no earlier than " : "no later than "
      case .after, .before: ""
      }
    let counted =
      trigger(row).map { (limit.isBackward ? ", before “" : limit.relation == .after ? ", after “" : ", from “") + $0 + "”" }
      ?? (limit.isBackward ? ", of notice or before" : "")
    if limit.date != nil { return lead + limit.words }
    return lead + limit.words + counted + (limit.isDeemed ? " (deemed)" : "")
  }

  /// Whether "more than" leads the amount: "not more than 90 days before".
  private func saysMoreThan(_ row: Row) -> Bool {
    let text = row.member.agreement.text.bytes
    let words = "more than"
    var end = row.limit.range.lowerBound
    while end > 0, text[end - 1] == 0x20 || text[end - 1] == 0x0A { end -= 1 }
    let start = end - words.utf8.count
    return start >= 0 && text[start..<end].elementsEqual(words.utf8)
  }

  // MARK: JSON

  func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", 1)
      json.field("notice", Self.notice)
      json.field("rule", rule.words)
      json.key("clocks")
      json.array { json in
        var places: (path: String, places: Places)?
        for row in rows {
          if places?.path != row.member.path { places = (row.member.path, Places(row.member)) }
          json.object { json in
            json.field("path", row.member.path)
            json.field("section", row.limit.provision.map { row.member.agreement.name(of: $0) })
            json.field("text", row.member.agreement.words(row.limit.range))
            json.field("amount", amount(row))
            json.field("unit", row.limit.period.unit.rawValue)
            json.field("relation", row.limit.relation.rawValue)
            json.field("backward", row.limit.isBackward)
            json.field("deemed", row.limit.isDeemed)
            json.field("trigger", trigger(row))
            json.field("triggerTerm", row.limit.triggerTerm.map { row.member.agreement.terms[$0].name })
            json.field("due", row.due?.date.iso)
            json.field("event", row.due?.event)
            json.field("counting", row.due?.counting)
            places?.places.write(row.limit.range, &json)
          }
        }
      }
    }
    json.lineFeed()
    return json.bytes
  }

  private func amount(_ row: Row) -> String {
    "\(row.limit.period.halves / 2)\(row.limit.period.halves % 2 == 0 ? "" : ".5")"
  }

  // MARK: CSV

  func csv() -> String {
    var out = "path,section,line,text,amount,unit,relation,backward,deemed,trigger,due,event,counting,notice\r\n"
    for row in rows {
      var cursor = PositionCursor(row.member.agreement.text, path: row.member.path)
      let place = cursor.place(of: row.limit.range.lowerBound)
      let cells = [
        place.path, section(row), String(place.line), row.member.agreement.words(row.limit.range), amount(row),
        row.limit.period.unit.rawValue, row.limit.relation.rawValue, row.limit.isBackward ? "yes" : "no",
        row.limit.isDeemed ? "yes" : "no",
        trigger(row) ?? "", row.due?.date.iso ?? "", row.due?.event ?? "", row.due?.counting ?? "", Self.notice,
      ]
      out += cells.map(cell).joined(separator: ",") + "\r\n"
    }
    return out
  }

  /// A cell in quotation marks; one that a spreadsheet would compute is led by an apostrophe.
  private func cell(_ text: String) -> String {
    let plain = Scrubber.scrubbed(text, keepingLines: false)
    let safe = ["=", "+", "-", "@", "\t"].contains { plain.hasPrefix($0) } ? "'" + plain : plain
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  // MARK: iCalendar

  /// The due dates as events of a day each. `stamp` is when it was made, as `20040131T120000Z`.
  func calendar(stamp: String) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hereof//Time limits//EN", "CALSCALE:GREGORIAN",
      "X-WR-CALDESC:" + escaped(Self.notice + " " + rule.words),
    ]
    for row in rows {
      guard let due = row.due else { continue }
      let day = due.date.iso.replacing("-", with: "")
      lines += [
        "BEGIN:VEVENT", "UID:\(identifier(row, due))@hereof", "DTSTAMP:\(stamp)", "DTSTART;VALUE=DATE:\(day)",
        "SUMMARY:" + escaped("\(row.member.agreement.title) § \(section(row)): \(words(row))"),
        "DESCRIPTION:" + escaped("\(due.counting). \(rule.words) \(Self.notice)"), "TRANSP:TRANSPARENT", "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map(folded).joined(separator: "\r\n") + "\r\n"
  }

  /// The same for the same limit and day, wherever it is made.
  private func identifier(_ row: Row, _ due: DueDate) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(row.member.path)|\(row.limit.range.lowerBound)|\(due.date.iso)|\(due.event)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }

  /// Text of a property (RFC 5545, 3.3.11).
  private func escaped(_ text: String) -> String {
    Scrubber.scrubbed(text, keepingLines: false).replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(
      ",", with: "\\,")
  }

  /// A line in parts of at most 75 bytes, never within a character (RFC 5545, 3.1).
  private func folded(_ line: String) -> String {
    var out = ""
    var count = 0
    for scalar in line.unicodeScalars {
      let length = String(scalar).utf8.count
      if count + length > 75 {
        out += "\r\n "
        count = 1
      }
      out.unicodeScalars.append(scalar)
      count += length
    }
    return out
  }
}
