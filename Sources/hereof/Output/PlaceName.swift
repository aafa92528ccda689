import ContractModel

extension Agreement {
  /// Where something stands, for a line of output: the number of its provision, the words of a heading that has none, or "preamble".
  func place(_ provision: Int?) -> String {
    guard let provision else { return "preamble" }
    let number = provisions[provision].number
    return number.isEmpty ? heading(provision) ?? "preamble" : number
  }
}
