// swift-tools-version: 6.2
import PackageDescription

/// What every target is compiled with; `-warnings-as-errors` stands in the Makefile, so that a
/// newer compiler never breaks a visitor's build.
let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
  name: "brightpress",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "brightpress", targets: ["brightpress"]),
    .library(name: "Templates", targets: ["Templates", "Diagnostics", "Text"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // Layer C: the system's libraries, each imported by one file.
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CXXHash", pkgConfig: "libxxhash",
      providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]),
    .systemLibrary(
      name: "CUTF8Proc", pkgConfig: "libutf8proc",
      providers: [.apt(["libutf8proc-dev"]), .brew(["utf8proc"])]),
    .target(
      name: "CMarkThreads", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

    .systemLibrary(
      name: "CMimalloc", providers: [.apt(["libmimalloc-dev"]), .brew(["mimalloc"])]),
    .target(name: "CByteVectors"),

    // Layer 0: text, time and messages.
    .target(name: "Text", dependencies: ["CByteVectors", "CUTF8Proc"], swiftSettings: settings),
    .target(name: "CivilTime", dependencies: ["Text"], swiftSettings: settings),
    .target(name: "Diagnostics", dependencies: ["Text"], swiftSettings: settings),

    // Layer 1: five languages; none knows another.
    .target(
      name: "FrontMatter", dependencies: ["CLibYAML", "CivilTime", "Diagnostics", "Text"],
      swiftSettings: settings),
    .target(
      name: "Markdown", dependencies: ["CCMarkGFM", "CMarkThreads", "Diagnostics", "Text"],
      swiftSettings: settings),
    .target(
      name: "Templates", dependencies: ["CivilTime", "Diagnostics", "Text"],
      swiftSettings: settings),
    .target(name: "Feeds", dependencies: ["CivilTime", "Text"], swiftSettings: settings),
    .target(name: "Calendars", dependencies: ["CivilTime", "Text"], swiftSettings: settings),
    .target(name: "Citations", dependencies: ["CivilTime", "Text"], swiftSettings: settings),
    .target(name: "StructuredData", dependencies: ["CivilTime", "Text"], swiftSettings: settings),
    .target(name: "Funding", dependencies: ["Text"], swiftSettings: settings),
    .target(name: "Pictures", dependencies: ["Text"], swiftSettings: settings),

    // Layer 1: the files of templates/, embedded by a plugin whenever one of them changes. The
    // link in the target's folder makes the package manager watch for new ones.
    .target(
      name: "DefaultTheme", dependencies: ["Text"], exclude: ["templates"],
      swiftSettings: settings, plugins: ["EmbedTheme"]),
    .plugin(name: "EmbedTheme", capability: .buildTool(), dependencies: ["embed-theme"]),
    .executableTarget(name: "embed-theme", swiftSettings: settings),

    // Layer 2: the content model and the pipeline.
    .target(
      name: "Site",
      dependencies: [
        "CXXHash", "Calendars", "Citations", "CivilTime", "Diagnostics", "Feeds", "FrontMatter",
        "Funding", "Markdown", "Pictures", "StructuredData", "Templates", "Text",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),

    // Layer 3: what is made of a planned site beside the site itself.
    .target(
      name: "Checks",
      dependencies: [
        "CivilTime", "Diagnostics", "FrontMatter", "Funding", "Pictures", "Site", "Text",
      ],
      swiftSettings: settings),
    .target(
      name: "Dissemination",
      dependencies: [
        "CivilTime", "Diagnostics", "Feeds", "FrontMatter", "Funding", "Pictures", "Site", "Text",
      ],
      swiftSettings: settings),

    // Layer 4: the command line; the only place that prints.
    .executableTarget(
      name: "brightpress",
      dependencies: [
        .target(name: "CMimalloc", condition: .when(platforms: [.linux])),
        "Checks", "CivilTime", "DefaultTheme", "Diagnostics", "Dissemination", "Feeds",
        "FrontMatter", "Site", "Templates", "Text",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(name: "TextTests", dependencies: ["Text"], swiftSettings: settings),
    .testTarget(
      name: "CivilTimeTests", dependencies: ["CivilTime", "Text"], swiftSettings: settings),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "Text"], swiftSettings: settings),
    .testTarget(
      name: "FrontMatterTests",
      dependencies: ["CivilTime", "Diagnostics", "FrontMatter", "TestSupport", "Text"],
      swiftSettings: settings),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Diagnostics", "Markdown", "TestSupport", "Text"],
      resources: [.copy("Fixtures"), .copy("Goldens")], swiftSettings: settings),
    .testTarget(
      name: "TemplatesTests", dependencies: ["CivilTime", "Diagnostics", "Templates", "Text"],
      exclude: ["Cases"], swiftSettings: settings),
    .testTarget(
      name: "FeedsTests", dependencies: ["CivilTime", "Feeds", "Text"], swiftSettings: settings),
    .testTarget(
      name: "CalendarsTests", dependencies: ["Calendars", "CivilTime", "Text"],
      swiftSettings: settings),
    .testTarget(
      name: "CitationsTests", dependencies: ["Citations", "CivilTime", "Text"],
      swiftSettings: settings),
    .testTarget(
      name: "StructuredDataTests", dependencies: ["CivilTime", "StructuredData", "Text"],
      swiftSettings: settings),
    .testTarget(
      name: "FundingTests", dependencies: ["Funding", "Text"], swiftSettings: settings),
    .testTarget(
      name: "PicturesTests", dependencies: ["Pictures", "Text"], swiftSettings: settings),
    .testTarget(
      name: "DefaultThemeTests", dependencies: ["DefaultTheme", "Text"], swiftSettings: settings),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "CivilTime", "DefaultTheme", "Diagnostics", "Feeds", "FrontMatter", "Site", "TestSupport",
        "Text",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ChecksTests",
      dependencies: [
        "Checks", "CivilTime", "DefaultTheme", "Diagnostics", "Funding", "Site", "Text",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "DisseminationTests",
      dependencies: [
        "CivilTime", "DefaultTheme", "Diagnostics", "Dissemination", "Feeds", "FrontMatter",
        "Funding", "Site", "TestSupport", "Text",
      ],
      swiftSettings: settings),
    .testTarget(name: "RepositoryTests", swiftSettings: settings),
    // The pages of docs/ say what the program does: no more, no less.
    .testTarget(
      name: "DocumentationTests",
      dependencies: [
        "CivilTime", "DefaultTheme", "Diagnostics", "Dissemination", "FrontMatter", "Funding",
        "Site", "Templates", "brightpress",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // Runs the program itself, which lies beside the tests.
    .testTarget(name: "BinaryTests", dependencies: ["brightpress"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
