// swift-tools-version: 6.2
import PackageDescription

/// Every target of our own is built in the Swift 6 language mode with warnings as errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .swiftLanguageMode(.v6)]

let themeFiles = [
  "dark", "light", "high-contrast", "colour-blind-dark", "colour-blind-light", "sixteen", "monochrome",
  "gruvbox", "nord", "solarized-dark", "solarized-light",
]

/// The commit that is built, where the build says it: `HEREOF_COMMIT=$(git rev-parse --short HEAD) swift build`.
let commit = (Context.environment["HEREOF_COMMIT"] ?? "").filter { $0.isHexDigit }

let package = Package(
  name: "hereof",
  products: [
    .library(name: "ContractModel", targets: ["ContractModel"]),
    .executable(name: "hereof", targets: ["hereof"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // The model, and the grid both the browser and the terminal stand on: no Foundation, no files.
    .target(name: "ContractModel", swiftSettings: strict),
    .target(name: "TerminalGrid", swiftSettings: strict),
    .target(
      name: "ContractBrowser", dependencies: ["ContractModel", "TerminalGrid"], swiftSettings: strict),

    // The bytes of files.
    // libxml2 is loaded when it is first needed and not linked: only its headers are looked for, where Debian puts them.
    .target(name: "CLibxml2", cSettings: [.unsafeFlags(["-I/usr/include/libxml2", "-I/usr/local/include/libxml2", "-Werror"])]),
    .target(name: "CCmark", cSettings: [.unsafeFlags(["-Werror"])]),
    .target(name: "CLibarchive", cSettings: [.unsafeFlags(["-Werror"])]),
    .target(name: "CChild", cSettings: [.unsafeFlags(["-Werror"])]),
    .target(
      name: "AgreementReaders", dependencies: ["ContractModel", "CCmark", "CLibxml2", "CLibarchive", "CChild"], swiftSettings: strict),

    // Expressions with limits.
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .target(name: "RegularExpressions", dependencies: ["CPCRE2"], swiftSettings: strict),

    // The terminal.
    .systemLibrary(
      name: "CNcurses", pkgConfig: "ncursesw", providers: [.apt(["libncursesw5-dev"])]),
    .target(
      name: "NcursesTerminal", dependencies: ["CNcurses", "TerminalGrid"], swiftSettings: strict),

    // Settings, themes and cases.
    .target(name: "CTomlPlusPlus"),
    .target(name: "TOML", dependencies: ["CTomlPlusPlus"], swiftSettings: strict),

    // The command.
    .target(name: "CProgram", cSettings: [.define("HEREOF_COMMIT", to: "\"\(commit)\""), .unsafeFlags(["-Werror"])]),
    .executableTarget(
      name: "hereof",
      dependencies: [
        "AgreementReaders", "CProgram", "ContractBrowser", "ContractModel", "NcursesTerminal",
        "RegularExpressions", "TOML", "TerminalGrid",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [
        .embedInCode("SampleCase/license-back-agreement.txt"),
        .embedInCode("SampleCase/contract-for-technology-investment.txt"),
        .embedInCode("SampleCase/ridgeway-letter-agreement.txt"),
      ] + themeFiles.map { .embedInCode("../../themes/\($0).toml") },
      swiftSettings: strict,
      // Loaded at one address, a fifth of the time to start is saved: what is in it need not be relocated. The C libraries still are.
      linkerSettings: [.unsafeFlags(["-Xclang-linker", "-no-pie"])]),
    .executableTarget(
      name: "Benchmarks", dependencies: ["ContractModel", "AgreementReaders"], swiftSettings: strict),

    // Tests mirror the folders.
    .target(name: "TestSupport", dependencies: ["ContractModel", "ContractBrowser", "TerminalGrid"], swiftSettings: strict),
    .testTarget(
      name: "ContractModelTests", dependencies: ["ContractModel", "TestSupport"],
      // Fixtures that the tests read where they stand.
      exclude: ["Provisions/Traditions"],
      swiftSettings: strict),
    .testTarget(name: "TerminalGridTests", dependencies: ["TerminalGrid"], swiftSettings: strict),
    .testTarget(
      name: "ContractBrowserTests", dependencies: ["ContractBrowser", "ContractModel", "TerminalGrid", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "AgreementReadersTests", dependencies: ["AgreementReaders", "ContractModel", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "RegularExpressionsTests", dependencies: ["RegularExpressions"], swiftSettings: strict),
    .testTarget(
      name: "HereofTests",
      dependencies: ["hereof", "ContractBrowser", "TOML", "TestSupport"], swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)

// Documentation is made by .ci/documentation alone; nothing else fetches its plugin.
if Context.environment["HEREOF_DOCUMENTATION"] != nil {
  package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"))
}
