// swift-tools-version: 6.2
import PackageDescription

/// A package of its own: it is built with `--sanitize=fuzzer` alone, which brings a `main` along.
let package = Package(
  name: "fuzzing",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "brightpress", path: "..")],
  targets: [
    .executableTarget(
      name: "template-fuzzer",
      dependencies: [.product(name: "Templates", package: "brightpress")],
      path: "Sources/TemplateFuzzer",
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .unsafeFlags(["-parse-as-library"]),
      ])
  ],
  swiftLanguageModes: [.v6]
)
