import ContractModel
import TestSupport

/// Who the parties of a text are, and what they are called: `Oak Ltd as Landlord`, `Elm Ltd`.
func parties(_ text: String) -> [String] {
  Fixtures.agreement(of: text).parties.map { $0.name + ($0.role.map { " as " + $0 } ?? "") }
}
