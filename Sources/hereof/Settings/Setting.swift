/// The settings of `config.toml`: what help and the man page list, and what the file is read by.
enum Setting: String, CaseIterable {
  case theme, measure, mouse, borders, flat
  case escapeDelay = "escape-delay"
  case pdfSeconds = "pdf-seconds"
  case pdfSecondsPerMegabyte = "pdf-seconds-per-megabyte"
  case pdfMemory = "pdf-memory"
  case keys

  /// A value as it is written.
  var example: String {
    switch self {
    case .theme: "\"gruvbox\""
    case .measure: "80"
    case .mouse: "true"
    case .borders: "\"ascii\""
    case .flat: "false"
    case .escapeDelay: "25"
    case .pdfSeconds: "60"
    case .pdfSecondsPerMegabyte: "20"
    case .pdfMemory: "1024"
    case .keys: "{ follow = [\"Enter\", \"g Enter\"] }"
    }
  }

  /// What it does, and what holds where it is not set.
  var meaning: String {
    switch self {
    case .theme: "The theme to begin with, by its name. Default: sixteen, or monochrome where NO_COLOR is set."
    case .measure: "The widest line of text, in columns from 20 to 400. Default: 96."
    case .mouse: "Whether the mouse follows links and turns the text. Default: false."
    case .borders: "unicode or ascii. Default: unicode, where the locale has it."
    case .flat: "One column without borders, for screen readers and braille. Default: false."
    case .escapeDelay: "How long Esc waits for the rest of a key, in milliseconds up to 2000. Default: 25."
    case .pdfSeconds: "Processor time in seconds that reading a PDF may take. Default: 60."
    case .pdfSecondsPerMegabyte: "More of it for each megabyte of the file. Default: 20."
    case .pdfMemory: "Memory in megabytes that reading a PDF may take. Default: 1024."
    case .keys:
      "A table of commands, as hereof keys names them, each with the keys it shall have. Default: the keys of hereof help keys."
    }
  }
}
