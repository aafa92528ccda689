import ContractModel

/// An agreement in the exchange format, schema 1: offsets in bytes, lines and columns from 1, columns in Unicode scalars.
struct AgreementJSON {
  /// Writes agreements in parts, in order. `findings` are those of each member, in its order; nil for all that the checks find, empty
  /// arrays for none. `links` lead to other members.
  static func write(
    _ members: [Case.Member], _ links: CaseLinks?, findings: [[Finding]]? = nil, to output: ([UInt8]) -> Void
  ) {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", 1)
      json.key("agreements")
      json.array { json in
        // Each on its own core; a writer of its own makes the same bytes.
        @Sendable func written(_ index: Int) -> [UInt8] {
          var json = JSONWriter()
          write(members, index, links, findings?[index], &json)
          return json.bytes
        }
        Parallel.forEach(
          Array(members.indices), doing: "writing", by: written,
          take: { bytes in
            json.value(written: bytes)
            output(json.takeBytes())
          })
      }
    }
    json.lineFeed()
    output(json.takeBytes())
  }

  private static func write(
    _ members: [Case.Member], _ index: Int, _ links: CaseLinks?, _ findings: [Finding]?, _ json: inout JSONWriter
  ) {
    let member = members[index]
    let agreement = member.agreement
    let places = Places(member)
    json.object { json in
      json.field("path", member.path)
      json.field("title", agreement.title)
      json.field("date", agreement.date?.iso)
      json.field("governingLaw", agreement.governingLaw)
      json.field("health", agreement.health)
      write(agreement.ledger, places, &json)
      json.key("parties")
      json.array { json in
        for party in agreement.parties {
          json.object { json in
            json.field("name", party.name)
            json.field("role", party.role)
            json.field("description", party.description.words)
            json.field("kind", party.description.kind)
            json.field("place", party.description.place)
            json.field("number", party.description.number)
            json.field("address", party.description.address)
            places.write(party.range, &json)
          }
        }
      }
      json.key("papers")
      json.array { json in
        for (index, paper) in agreement.provisions.papers.enumerated() {
          json.object { json in
            json.field("title", index == 0 ? agreement.title : paper.title.map { agreement.words($0) })
            json.field("start", paper.start)
          }
        }
      }
      json.key("sections")
      json.array { json in for id in agreement.provisions.indices { section(id, agreement, places, &json) } }
      json.key("terms")
      json.array { json in for term in agreement.terms { write(term, agreement, places, &json) } }
      json.key("references")
      json.array { json in
        for (number, reference) in agreement.references.enumerated() {
          write(reference, agreement, places, links?.references[index][number], members, &json)
        }
      }
      json.key("findings")
      json.array { json in
        for finding in findings ?? Checks.findings(agreement) { write(finding, agreement, places, &json) }
      }
    }
  }

  private static func write(_ ledger: Ledger, _ places: Places, _ json: inout JSONWriter) {
    json.key("ledger")
    json.object { json in
      json.field("shown", ledger.shown)
      json.field("contents", ledger.contents)
      json.key("furniture")
      json.array { json in
        for furniture in ledger.furniture {
          json.object { json in
            json.field("kind", furniture.kind.rawValue)
            json.field("lines", furniture.lines)
            json.field("words", furniture.words)
          }
        }
      }
      json.key("leftOut")
      json.array { json in
        for entry in ledger.leftOut {
          json.object { json in
            json.field("kind", entry.kind.rawValue)
            json.field("words", entry.words)
            json.field("page", entry.page)
            places.write(entry.offset..<entry.offset, &json)
          }
        }
      }
    }
  }

  private static func write(_ finding: Finding, _ agreement: Agreement, _ places: Places, _ json: inout JSONWriter) {
    json.object { json in
      json.field("code", finding.code)
      json.field("severity", finding.severity.rawValue)
      json.field("subject", finding.subject)
      json.field("message", finding.message)
      json.key("notes")
      json.array { json in
        for note in finding.notes {
          json.object { json in
            json.field("message", note.message)
            places.write(note.range, &json)
          }
        }
      }
      if let fix = finding.fix {
        json.key("fix")
        json.object { json in
          json.field("text", fix.text)
          places.write(fix.range, &json)
        }
      }
      json.field("section", agreement.provisions.innermost(at: finding.range.lowerBound).map { agreement.name(of: $0) })
      places.write(finding.range, &json)
    }
  }

  private static func section(_ id: Int, _ agreement: Agreement, _ places: Places, _ json: inout JSONWriter) {
    let provision = agreement.provisions[id]
    json.object { json in
      json.field("id", id)
      json.field("number", provision.number)
      json.field("kind", provision.kind.rawValue)
      json.field("label", agreement.words(provision.label))
      json.field("heading", agreement.heading(id))
      json.field("depth", provision.depth)
      json.field("parent", provision.parent.map { agreement.name(of: $0) })
      json.field("parentId", provision.parent)
      json.field("paper", provision.paper)
      places.write(provision.range, &json)
    }
  }

  private static func write(_ term: DefinedTerm, _ agreement: Agreement, _ places: Places, _ json: inout JSONWriter) {
    json.object { json in
      json.field("term", term.name)
      json.key("definitions")
      json.array { json in
        for definition in term.definitions {
          json.object { json in
            json.field("text", agreement.printed(definition))
            json.field("kind", definition.kind.rawValue)
            json.field("target", definition.target)
            json.field("section", definition.provision.map { agreement.name(of: $0) })
            places.write(definition.range, &json)
          }
        }
      }
      json.key("uses")
      json.array { json in
        for use in term.uses {
          json.object { json in
            json.field("section", agreement.provisions.innermost(at: use.lowerBound).map { agreement.name(of: $0) })
            places.write(use, &json)
          }
        }
      }
    }
  }

  private static func write(
    _ reference: CrossReference, _ agreement: Agreement, _ places: Places, _ across: CaseLinks.Target?, _ members: [Case.Member],
    _ json: inout JSONWriter
  ) {
    json.object { json in
      json.field("text", agreement.words(reference.range))
      json.field("status", reference.status.rawValue)
      switch across {
      case .provisions(let member, let ids)?:
        // Targets are those of the other agreement, and so are their indices.
        json.field("agreement", members[member].path)
        json.field("targets", ids.map { members[member].agreement.name(of: $0) })
        json.field("targetIds", ids)
      case .missing(let member)?, .paper(let member)?:
        json.field("agreement", members[member].path)
        json.field("targets", reference.targets)
        json.field("targetIds", reference.targetIDs)
      case .ambiguous?, .absent?, nil:
        json.field("targets", reference.targets)
        json.field("targetIds", reference.targetIDs)
      }
      json.field("absent", reference.absent)
      json.field("attached", reference.attached)
      json.field("section", reference.provision.map { agreement.name(of: $0) })
      places.write(reference.range, &json)
    }
  }
}
