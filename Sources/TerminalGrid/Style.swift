/// A colour as a terminal can be asked for it.
package enum Colour: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// One of the 16 or 256 colours of the terminal's palette.
  case indexed(UInt8)
  /// Red, green and blue, 0 to 255.
  case rgb(UInt8, UInt8, UInt8)
}

/// How a cell looks.
package struct Style: Hashable, Sendable {
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let italic = Attributes(rawValue: 4)
    package static let underline = Attributes(rawValue: 8)
    package static let reverse = Attributes(rawValue: 16)
  }
  package var foreground: Colour
  package var background: Colour
  package var attributes: Attributes

  package init(_ foreground: Colour = .standard, on background: Colour = .standard, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// This style with what `other` says laid over it.
  package func overlaid(by other: Style) -> Style {
    Style(
      other.foreground == .standard ? foreground : other.foreground,
      on: other.background == .standard ? background : other.background,
      attributes.union(other.attributes))
  }
}
