import ContractModel

/// Ten steps on the sample case, each done by the keys it names and seen to be done.
struct Tutorial {
  struct Step: Sendable {
    /// What to do, with the keys for it.
    let words: @Sendable (Browser) -> String
    /// Whether it is done.
    let isDone: @Sendable (Browser) -> Bool
  }

  static let steps: [Step] = [
    Step(
      words: { "This is a contract. Read on: \($0.keyName(.lineDown)) goes a line down, \($0.keyName(.pageDown)) a page." },
      isDone: { $0.state.readers[0].place.top != Anchor(unit: 0, row: 0) }),
    Step(
      words: { "\($0.keyName(.goTo)) goes to a place by its number. Type \($0.keyName(.goTo)) 1.1 and Enter." },
      isDone: { $0.isIn("1.1") }),
    Step(
      words: { "1.1 only points to 8.9. \($0.keyName(.follow)) follows the first link of the provision you are in." },
      isDone: { $0.isIn("8.9") }),
    Step(
      words: { "This is what “Action” means. \($0.keyName(.back)) leads back to where you came from." }, isDone: { $0.isIn("1.1") }),
    Step(
      words: {
        "\($0.keyName(.nextProvision)) goes to the next provision, \($0.keyName(.previousProvision)) to the one before. Go to 1.2."
      },
      isDone: { $0.isIn("1.2") }),
    Step(
      words: {
        "\($0.keyName(.nextLink)) selects a link, \($0.keyName(.peek)) peeks at where it leads without leaving. Peek at one."
      }, isDone: { $0.state.peek != nil }),
    Step(words: { "\($0.keyName(.cancel)) closes whatever is open. Close the peek." }, isDone: { $0.state.peek == nil }),
    Step(
      words: {
        "\($0.keyName(.search)) searches as you type. Type \($0.keyName(.search)) royalt, Enter, then \($0.keyName(.searchNext))."
      },
      isDone: { $0.state.prompt == nil && $0.state.search?.current ?? 0 > 0 }),
    Step(
      words: { "\($0.keyName(.uses)) lists the uses of a term, or what refers to a provision. List some." },
      isDone: { $0.state.list != nil }),
    Step(
      words: {
        "\($0.keyName(.cancel)), then \($0.keyName(.outline)): the outline. \($0.keyName(.help)) shows all keys at any time."
      },
      isDone: { $0.state.focus == .navigator }),
  ]

  /// What the bar of the tutorial says.
  static func words(_ browser: Browser) -> String? {
    guard let step = browser.state.tutorial else { return nil }
    guard step < steps.count else {
      return "That is all: you can read a contract here. \(browser.keyName(.quit)) quits; hereof FILE reads your own."
    }
    return "\(step + 1) of \(steps.count)  \(steps[step].words(browser))"
  }
}

extension Browser {
  /// Begins the tutorial on the agreement that is shown.
  package mutating func startTutorial() {
    state.tutorial = 0
    state.list = nil
    state.message = nil
  }

  /// After a key: whether the step that is to be done is done.
  mutating func checkTutorial() {
    guard let step = state.tutorial, step < Tutorial.steps.count, Tutorial.steps[step].isDone(self) else { return }
    state.tutorial = step + 1
  }

  /// Whether the active reader is in a provision of a number.
  fileprivate func isIn(_ number: String) -> Bool {
    currentProvision(.reader(state.activeReader)).map { agreement(.reader(state.activeReader)).provisions[$0].number == number }
      ?? false
  }
}
