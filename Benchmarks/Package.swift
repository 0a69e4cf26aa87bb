// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, so that what is measured with never becomes a part of the product.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "brightpress", path: "..")],
  targets: [
    .executableTarget(
      name: "template-benchmark",
      dependencies: [.product(name: "Templates", package: "brightpress")],
      path: "Sources/TemplateBenchmark",
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
