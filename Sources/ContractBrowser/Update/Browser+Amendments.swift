import ContractModel

/// Going between an agreement as signed, its amendments, and the text they leave.
extension Browser {
  /// From the text as amended to the text before, and from an agreement or an instruction of its amendment to the text as amended.
  mutating func toggleAsSigned(_ pane: Pane) {
    let place = reader(pane).place
    let members = context.agreements.members
    if let amended = members[place.agreement].amended { return showBefore(amended, pane) }
    guard
      let composed = members.indices.first(where: { index in
        members[index].amended.map { $0.base == place.agreement || $0.changes.contains { $0.member == place.agreement } } ?? false
      }), let amended = members[composed].amended
    else {
      state.message = Message(text: notAmended(place.agreement))
      return
    }
    // What the amendments change shows in the text they leave.
    let pair = ComparedPair(old: amended.base, new: composed)
    let isShown = state.comparison == pair
    state.comparison = pair
    show(.ofOldVersion(pair), in: pane)
    let number: String?
    if amended.base == place.agreement {
      number = currentProvision(pane).map { agreement(pane).provisions[$0].number }
    } else {
      let at = place.shown?.lowerBound ?? place.cursor
      let asked = amended.changes.indices.filter {
        amended.changes[$0].member == place.agreement && amended.changes[$0].range.lowerBound >= at
      }
      number = asked.first.map { amended.changes[$0].provision } ?? nil
    }
    show(number, in: composed, pane)
    guard !isShown, let hint = state.message?.hint else { return }
    let longer = "\(keyName(.leftOut)) hides old words · \(keyName(.nextChange)) next change · \(hint)"
    state.message?.hint = longer
  }

  /// Why there is no text as amended of an agreement: nothing amends it, or what does was not understood.
  private func notAmended(_ agreement: Int) -> String {
    let members = context.agreements.members
    let amendment = context.library.links?.amended.firstIndex(of: agreement)
    return amendment.map { "no instruction was understood of \(members[$0].title)" }
      ?? "no amendment of the case changes \(members[agreement].title)"
  }

  private mutating func showBefore(_ amended: AmendedAgreement, _ pane: Pane) {
    let place = reader(pane).place
    let id = currentProvision(pane)
    let origin = amended.origin(of: place.shown?.lowerBound ?? place.cursor)
    if let id {
      let number = agreement(pane).provisions[id].number
      if context.agreement(amended.base).provisions.contains(where: { $0.number == number }) {
        return show(number, in: amended.base, pane)
      }
      if origin.member != amended.base {
        state.message = Message(text: "\(number) is new: nothing stood there before")
        return
      }
    }
    jump(pane, agreement: amended.base, offset: origin.member == amended.base ? origin.offset : 0, shown: nil)
    say(amended.base, pane)
  }

  private mutating func show(_ number: String?, in index: Int, _ pane: Pane) {
    let provision = context.agreement(index).provisions.first { $0.number == number }
    jump(pane, agreement: index, offset: provision?.start ?? 0, shown: provision?.label)
    say(index, pane)
  }

  private mutating func say(_ index: Int, _ pane: Pane) {
    let name = currentProvision(pane).map { " › " + ProvisionName.long($0, in: agreement(pane)) } ?? ""
    state.message = Message(
      text: "\(context.agreements.members[index].title)\(name)", hint: "\(keyName(.asSigned)) or \(keyName(.back)) returns")
  }
}
