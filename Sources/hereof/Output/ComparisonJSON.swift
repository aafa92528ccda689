import ContractModel

/// A comparison for other programs.
enum ComparisonJSON {
  static func document(_ members: [Case.Member], _ comparison: Comparison, _ summary: ComparisonSummary, _ rows: [Comparison.Row])
    -> [UInt8]
  {
    var json = JSONWriter()
    let (old, new) = (comparison.old, comparison.new)
    func number(_ id: Int?, _ agreement: Agreement) -> String? { id.map { agreement.name(of: $0) } }
    json.object { json in
      json.field("schema", 1)
      json.field("old", members[0].path)
      json.field("new", members[1].path)
      json.field("same", summary.isSame)
      json.key("noise")
      json.object { json in
        json.field("renumbered", comparison.noise.renumbered)
        json.field("references", comparison.noise.references)
        json.field("splits", comparison.noise.splits)
        json.field("signs", comparison.noise.signs)
        json.field("contents", comparison.noise.contents)
      }
      json.key("summary")
      json.object { json in
        json.key("terms")
        json.array { json in
          for term in summary.terms {
            json.object { json in
              json.field("term", term.name)
              json.field("change", term.old == nil ? "added" : term.new == nil ? "removed" : "changed")
              json.key("usedIn")
              json.array { json in for id in term.users { json.value(new.provisions[id].number) } }
            }
          }
        }
        json.key("figures")
        json.array { json in
          for figure in summary.figures {
            json.object { json in
              json.field("section", number(figure.provision, new))
              json.field("old", old.words(figure.old))
              json.field("new", new.words(figure.new))
            }
          }
        }
        json.key("references")
        json.array { json in
          for reference in summary.references {
            json.object { json in
              json.field("section", number(reference.provision, new))
              json.field("text", new.words(reference.range))
              json.key("old")
              json.array { json in for id in reference.old { json.value(old.provisions[id].number) } }
              json.key("new")
              json.array { json in for id in reference.new { json.value(new.provisions[id].number) } }
            }
          }
        }
        json.key("modals")
        json.array { json in
          for modal in summary.modals {
            json.object { json in
              json.field("section", number(modal.provision, new))
              json.field("old", old.words(modal.old))
              json.field("new", new.words(modal.new))
            }
          }
        }
        json.key("renamed")
        write(summary.renamed, to: &json)
        json.key("partiesAdded")
        json.array { json in for name in summary.partiesAdded { json.value(name) } }
        json.key("partiesRemoved")
        json.array { json in for name in summary.partiesRemoved { json.value(name) } }
        json.key("partiesReplaced")
        write(summary.partiesReplaced, to: &json)
        json.key("duties")
        json.array { json in
          for duty in summary.duties {
            json.object { json in
              json.field("section", number(duty.new.provision, new))
              json.field("oldBearer", duty.oldBearers)
              json.field("newBearer", duty.newBearers)
              json.field("oldModality", duty.old.modality.words)
              json.field("newModality", duty.new.modality.words)
              json.field("action", new.words(duty.new.action))
            }
          }
        }
      }
      json.key("changes")
      write(rows, comparison, to: &json)
    }
    return json.bytes + [0x0A]
  }

  /// Writes provisions with the pieces of their words, as an array.
  static func write(_ rows: [Comparison.Row], _ comparison: Comparison, to json: inout JSONWriter) {
    let (old, new) = (comparison.old, comparison.new)
    json.array { json in
      for row in rows {
        json.object { json in
          json.field("kind", row.kind.rawValue)
          json.field("oldSection", row.old.map { old.provisions[$0].number })
          json.field("newSection", row.new.map { new.provisions[$0].number })
          if row.isSigning { json.field("signatures", true) }
          json.field("heading", row.new.flatMap { new.heading($0) } ?? row.old.flatMap { old.heading($0) })
          json.field("deleted", row.deleted)
          json.field("inserted", row.inserted)
          json.key("pieces")
          json.array { json in for piece in row.pieces { write(piece, old, new, to: &json) } }
        }
      }
    }
  }

  private static func write(_ names: [ComparisonSummary.Renamed], to json: inout JSONWriter) {
    json.array { json in
      for name in names {
        json.object { json in
          json.field("old", name.old)
          json.field("new", name.new)
        }
      }
    }
  }

  private static func write(_ piece: Comparison.Piece, _ old: Agreement, _ new: Agreement, to json: inout JSONWriter) {
    json.object { json in
      json.field("kind", piece.kind.rawValue)
      if let move = piece.move { json.field("move", move) }
      json.field("text", piece.kind == .deleted ? old.readingWords(piece.old) : new.readingWords(piece.new))
      if piece.kind != .inserted {
        json.field("oldStart", piece.old.lowerBound)
        json.field("oldEnd", piece.old.upperBound)
      }
      if piece.kind != .deleted {
        json.field("newStart", piece.new.lowerBound)
        json.field("newEnd", piece.new.upperBound)
      }
    }
  }
}
