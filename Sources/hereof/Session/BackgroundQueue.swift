import Dispatch

/// Where slow work is done beside the thread that draws.
///
/// Each piece has a serial queue of its own. Threads of the global queues, and of concurrent ones, are watched by libdispatch once a second
/// through `/proc`, and it ends the program where that is not there, as in a root that holds a package and what it depends on.
enum BackgroundQueue {
  static func run(_ work: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "hereof.work", qos: .userInitiated).async(execute: work)
  }
}
