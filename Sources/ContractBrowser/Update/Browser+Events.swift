import ContractModel

/// Dating the events that time limits are counted from.
extension Browser {
  /// Asks for the day of the event that the selected time limit is counted from.
  mutating func askForEvent(_ limit: TimeLimit, _ index: Int) {
    guard let trigger = limit.trigger else {
      state.message = Message(text: "this limit names no event that it is counted from")
      return
    }
    let name = context.agreement(index).words(trigger)
    askForDay(of: name, index, state.events[index]?[name] ?? "")
  }

  private mutating func askForDay(of name: String, _ index: Int, _ typed: String) {
    var origin = state.readers[state.activeReader].place
    origin.agreement = index
    state.prompt = PromptState(kind: .event(name), text: typed, origin: origin)
  }

  /// Dates an event; nothing typed takes its day away, and what is no day is asked for again.
  mutating func acceptEvent(_ typed: String, _ name: String, _ index: Int) -> [Effect] {
    if typed.isEmpty {
      keepForUndo(index, "no day for “\(name)”")
      state.events[index]?[name] = nil
      takeEvents()
      state.message = Message(text: "“\(name)” has no day any more")
      return [.remember(index)]
    }
    guard let date = CalendarDate(written: typed) else {
      askForDay(of: name, index, typed)
      state.message = Message(text: "“\(typed)” is no day: a day is written 2026-05-01 or May 1, 2026", isWarning: true)
      return []
    }
    keepForUndo(index, "“\(name)” on \(date.iso)")
    state.events[index, default: [:]][name] = date.iso
    takeEvents()
    state.message = Message(text: "“\(name)” is on \(date.iso): days that follow from it stand in the list")
    return [.remember(index)]
  }

  /// Gives the case the days of all events that were dated here, besides those that its description dates.
  mutating func takeEvents() {
    var events = Events()
    for (_, days) in state.events.sorted(by: { $0.key < $1.key }) {
      for (name, day) in days.sorted(by: { $0.key < $1.key }) {
        if let date = CalendarDate(iso: day) { _ = events.add(name, on: date) }
      }
    }
    context.date(events)
  }
}
