import ArgumentParser

struct Tutor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tutor", abstract: "Learn the keys in ten steps, on the sample case that is built in.")

  func run() throws {
    guard Platform.outputIsTerminal else {
      StandardError.say("the tutorial needs a terminal")
      throw Status.failed
    }
    // Nothing of it is kept, so that it begins anew each time.
    try Browsing(paths: [], keepsState: false, isTutorial: true).run()
  }
}
