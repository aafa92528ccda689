import ContractBrowser
import ContractModel

/// Agreements as amended, as JSON: what changed, what could not be applied, and the text.
enum AmendedReport {
  /// What is said of an amendment of which nothing was read.
  static let nothingUnderstood = "no instruction in it was understood; what it changes is not shown here"

  static func json(_ amended: [AmendedAgreement], _ orphans: [AmendedAgreement.Change], in value: Case, withText: Bool) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", 1)
      json.field("notice", ClockReport.notice)
      json.key("agreements")
      json.array { json in
        for made in amended {
          json.object { json in
            json.field("path", value.members[made.base].path)
            json.field("title", value.members[made.base].title)
            json.key("changes")
            json.array { json in for change in made.changes { write(change, value, &json) } }
            json.key("amendments")
            json.array { json in
              for member in made.amendments {
                let changes = made.changes.filter { $0.member == member }
                json.object { json in
                  json.field("path", value.members[member].path)
                  json.field("title", value.members[member].title)
                  json.field("instructions", changes.count)
                  json.field("applied", changes.count { $0.reason == nil })
                  if changes.isEmpty { json.field("reason", nothingUnderstood) }
                }
              }
            }
            if withText { json.field("text", PlainText.text(made.agreement, width: 80)) }
          }
        }
      }
      json.key("unapplied")
      json.array { json in for change in orphans { write(change, value, &json) } }
    }
    json.lineFeed()
    return json.bytes
  }

  private static func write(_ change: AmendedAgreement.Change, _ value: Case, _ json: inout JSONWriter) {
    let member = value.members[change.member]
    json.object { json in
      json.field("section", change.provision)
      json.field("change", change.kind.rawValue)
      json.field("reason", change.reason)
      json.field("condition", change.condition)
      json.field("before", change.before.isEmpty ? nil : change.before)
      json.field("instruction", member.agreement.words(change.range))
      json.field("path", member.path)
      Places(member).write(change.range, &json)
    }
  }
}
