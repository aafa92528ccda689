import ArgumentParser
import ContractModel

/// Findings as editors, reviewers and other programs read them.
struct FindingReport {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github, markdown, sarif }

  let members: [Case.Member]
  /// The findings of each member, in its order.
  let findings: [[Finding]]

  private func forEach(_ body: (_ path: String, _ line: Int, _ column: Int, _ finding: Finding) -> Void) {
    for (member, found) in zip(members, findings) {
      var cursor = PositionCursor(member.agreement.text, path: member.path)
      for finding in found {
        let place = cursor.place(of: finding.range.lowerBound)
        body(place.path, place.line, place.column, finding)
      }
    }
  }

  /// `path:line:column: severity: message [code]`, at which editors jump; behind several files a count by code.
  func text() -> String {
    var out = ""
    var counts: [String: Int] = [:]
    forEach { path, line, column, finding in
      out += "\(path):\(line):\(column): \(finding.severity.rawValue): \(finding.message) [\(finding.code)]\n"
      counts[finding.code, default: 0] += 1
    }
    guard members.count > 1, !counts.isEmpty else { return out }
    out += "\n"
    for check in Checks.all {
      if let count = counts[check.code] {
        out += "\(String(repeating: " ", count: max(0, 6 - String(count).count)))\(count)  \(check.code)\n"
      }
    }
    return out
  }

  /// Workflow commands that GitHub shows beside the lines of a change.
  func github() -> String {
    func data(_ text: String) -> String {
      // By scalars: a carriage return and a line feed are one character.
      text.unicodeScalars.map { $0 == "%" ? "%25" : $0 == "\n" ? "%0A" : $0 == "\r" ? "%0D" : String($0) }.joined()
    }
    func property(_ text: String) -> String {
      data(text).unicodeScalars.map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
    }
    var out = ""
    forEach { path, line, column, finding in
      let kind = finding.severity == .info ? "notice" : finding.severity.rawValue
      out +=
        "::\(kind) file=\(property(path)),line=\(line),col=\(column),title=\(property(finding.code))::\(data(finding.message))\n"
    }
    return out
  }

  func markdown() -> String {
    var out = ""
    for (member, found) in zip(members, findings) where !found.isEmpty {
      out +=
        (out.isEmpty ? "" : "\n")
        + "## \(cell(member.agreement.title))\n\n| place | severity | finding | check |\n|---|---|---|---|\n"
      var cursor = PositionCursor(member.agreement.text, path: member.path)
      for finding in found {
        let place = cursor.place(of: finding.range.lowerBound)
        let here =
          member.agreement.provisions.innermost(at: finding.range.lowerBound).map { member.agreement.name(of: $0) + ", " }
          ?? ""
        out += "| \(cell(here))line \(place.line) | \(finding.severity.rawValue) | \(cell(finding.message)) | \(finding.code) |\n"
      }
    }
    return out
  }

  private func cell(_ text: String) -> String {
    text.unicodeScalars.map {
      $0 == "|" ? "\\|" : $0 == "\n" || $0 == "\r" ? " " : "<>*_`[]".unicodeScalars.contains($0) ? "\\\($0)" : String($0)
    }.joined()
  }

  /// SARIF 2.1.0 (OASIS): one run, a rule for each check, a result for each finding; columns count Unicode scalars.
  func sarif() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.field("version", "2.1.0")
      json.key("runs")
      json.array { json in
        json.object { json in
          json.key("tool")
          json.object { json in
            json.key("driver")
            json.object { json in
              json.field("name", "hereof")
              json.key("rules")
              json.array { json in
                for check in Checks.all {
                  json.object { json in
                    json.field("id", check.code)
                    json.key("shortDescription")
                    json.object { $0.field("text", check.summary) }
                  }
                }
              }
            }
          }
          json.field("columnKind", "unicodeCodePoints")
          json.key("results")
          json.array { json in results(&json) }
        }
      }
    }
    json.lineFeed()
    return json.bytes
  }

  private func results(_ json: inout JSONWriter) {
    for (member, found) in zip(members, findings) {
      var cursor = PositionCursor(member.agreement.text, path: member.path)
      for finding in found {
        json.object { json in
          json.field("ruleId", finding.code)
          json.field("ruleIndex", Checks.all.firstIndex { $0.code == finding.code })
          json.field("level", finding.severity == .info ? "note" : finding.severity.rawValue)
          json.key("message")
          json.object { $0.field("text", finding.message) }
          json.key("locations")
          json.array { json in json.object { json in location(finding.range, nil, &cursor, &json) } }
          if !finding.notes.isEmpty {
            json.key("relatedLocations")
            json.array { json in
              for note in finding.notes { json.object { json in location(note.range, note.message, &cursor, &json) } }
            }
          }
          // By line and column only a file of text can be mended.
          if let fix = finding.fix, Self.isText(cursor.places(of: fix.range).start.path) { self.fix(fix, &cursor, &json) }
        }
      }
    }
  }

  private func fix(_ fix: Finding.Fix, _ cursor: inout PositionCursor, _ json: inout JSONWriter) {
    let places = cursor.places(of: fix.range)
    json.key("fixes")
    json.array { json in
      json.object { json in
        json.key("artifactChanges")
        json.array { json in
          json.object { json in
            json.key("artifactLocation")
            json.object { $0.field("uri", Self.uri(places.start.path)) }
            json.key("replacements")
            json.array { json in
              json.object { json in
                json.key("deletedRegion")
                region(places, &json)
                json.key("insertedContent")
                json.object { $0.field("text", fix.text) }
              }
            }
          }
        }
      }
    }
  }

  private func location(_ range: Range<Int>, _ message: String?, _ cursor: inout PositionCursor, _ json: inout JSONWriter) {
    let places = cursor.places(of: range)
    json.key("physicalLocation")
    json.object { json in
      json.key("artifactLocation")
      json.object { $0.field("uri", Self.uri(places.start.path)) }
      json.key("region")
      region(places, &json)
    }
    guard let message else { return }
    json.key("message")
    json.object { $0.field("text", message) }
  }

  private func region(_ places: (start: PositionCursor.Place, end: PositionCursor.Place), _ json: inout JSONWriter) {
    json.object { json in
      json.field("startLine", places.start.line)
      json.field("startColumn", places.start.column)
      json.field("endLine", places.end.line)
      json.field("endColumn", places.end.column)
    }
  }

  /// Whether lines and columns are those of the file itself, and not of what was read out of it.
  private static func isText(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return true }
    return ["txt", "text", "md", "markdown"].contains(name[name.index(after: dot)...].lowercased())
  }

  /// A path as a URI reference (RFC 3986), an absolute one as a `file` URI (RFC 8089): every byte that is not unreserved is written as
  /// `%XX`; a leading `./` says nothing.
  private static func uri(_ path: String) -> String {
    var path = Substring(path)
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    var out = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      let character = Character(UnicodeScalar(byte))
      if character.isASCII, character.isLetter || character.isNumber || "-._~/".contains(character) {
        out.append(character)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        out += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return out
  }
}
