import ContractModel

/// Fields of forms and pictures.
extension HTMLReader {
  /// What a form shows in a field: what is typed or chosen, its hint, or a blank to fill in.
  mutating func field(_ node: HTMLNode, _ role: HTMLElement.Role) {
    let type = node["type"]?.lowercased() ?? "text"
    if role == .input, ["hidden", "submit", "reset", "button", "image", "file"].contains(type) { return }
    // A field is a box of its own among the words.
    if role != .picture { pending = true }
    defer { if role != .picture { pending = true } }
    switch role {
    case .input:
      switch type {
      case "checkbox", "radio": write(node["checked"] == nil ? "☐" : "☒")
      default:
        let value = node["value"] ?? ""
        let hint = node["placeholder"] ?? ""
        write(!value.isEmpty ? value : hint.isEmpty ? "______" : "[\(hint)]")
      }
    case .typed:
      let value = node.words().text
      let hint = node["placeholder"] ?? ""
      write(!value.isEmpty ? value : hint.isEmpty ? "______" : "[\(hint)]")
    case .choice:
      var options: [HTMLNode] = []
      var at: HTMLNode? = node
      while let option = at {
        if option.name == "option" { options.append(option) }
        at = option.following(in: node)
      }
      let chosen = options.first { $0["selected"] != nil } ?? options.first
      if let chosen { write(chosen.words().text) }
      out.leaveOut(.choice, options.filter { $0 != chosen }.map { $0.words().text }.joined(separator: " / "))
    default:
      let alternative = node["alt"] ?? node.words().text
      out.leaveOut(.picture, alternative.isEmpty ? "picture" : alternative)
    }
  }
}
