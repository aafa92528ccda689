/// Agreements read together.
public struct Case: Sendable, Equatable {
  /// An agreement of the case and the name it is shown under (a path, or a sample's file name).
  public struct Member: Sendable, Equatable {
    public let path: String
    public let agreement: Agreement
    public init(path: String, agreement: Agreement) {
      self.path = path
      self.agreement = agreement
    }
  }
  public let title: String
  public let members: [Member]

  public init(title: String, members: [Member]) {
    self.title = title
    self.members = members
  }
}
