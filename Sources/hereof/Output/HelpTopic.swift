import AgreementReaders
import ContractBrowser

/// What `hereof help WORD` tells that is no subcommand.
enum HelpTopic: String, CaseIterable {
  case keys, formats, checks, settings

  func print() {
    switch self {
    case .keys: StandardOutput.write(KeyTable.text())
    case .checks: ChecksList.printAll()
    case .formats:
      for format in FileFormat.allCases {
        StandardOutput.line(Self.row(format.rawValue, Self.words(format), width: 10))
      }
      StandardOutput.write(
        """

        What a file is is told from its content; --read-as FORMAT forces one. RTF, OpenDocument and Word 97 are to be saved as DOCX
        or PDF first. Of a folder the files are read that end in .txt, .text, .md, .markdown, .htm, .html, .docx, .pdf, .zip or .gz.

        """)
    case .settings:
      StandardOutput.line("Settings stand in $XDG_CONFIG_HOME/hereof/config.toml, or ~/.config/hereof/config.toml:\n")
      for setting in Setting.allCases {
        StandardOutput.line("\(setting.rawValue) = \(setting.example)\n    \(setting.meaning)")
      }
    }
  }

  private static func row(_ name: String, _ words: String, width: Int) -> String {
    name + String(repeating: " ", count: max(width - name.count, 1)) + words
  }

  private static func words(_ format: FileFormat) -> String {
    switch format {
    case .text: "plain text in any usual encoding"
    case .markdown: "Markdown (CommonMark with tables), as it is rendered"
    case .html:
      "pages of the web, saved as mails (MHTML) too, and exhibits, with the numbers their lists print and without what is hidden"
    case .edgar: "submissions to the regulator's archive, each exhibit an agreement"
    case .docx: "Word documents, with the numbers of their lists; tracked changes accepted, or --changes original"
    case .pdf: "PDF, by poppler's pdftohtml; pages that are pictures need text recognition first"
    case .zip: "an archive of any of these"
    case .gzip: "a packed file of any of these"
    }
  }
}
