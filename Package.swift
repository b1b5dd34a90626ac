// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: Swift 6 mode, strict memory safety, warnings as errors.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

/// A room: one target a capability; arrows go one way.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of a room; every one may use `TestSupport`.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

let package = Package(
  name: "dvkd",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    room("Postgres", ["CLibPQ"]),
    room("Observability"),
    room("JobQueue", ["Postgres", "Observability"]),
    room("VietnameseText"),
    room("DanVanKheo", ["VietnameseText"]),
    room("Jobs", ["JobQueue", "Postgres", "DanVanKheo", "VietnameseText", "Observability", mustache]),
    room("Schema", ["Postgres"]),
    room("Reports", ["DanVanKheo", "Postgres"]),
    room("DemoData", ["DanVanKheo", "VietnameseText", "Postgres"]),
    room("Daemon", ["Jobs", "JobQueue", "Postgres", "Observability", toml]),
    .executableTarget(
      name: "dvkd",
      dependencies: [
        "Daemon", "Schema", "Reports", "DemoData", "Postgres", "Observability", "Jobs", "JobQueue", "VietnameseText",
        "DanVanKheo", argumentParser,
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "dvkd-bench",
      dependencies: [
        "Daemon", "Jobs", "JobQueue", "Schema", "Reports", "DemoData", "DanVanKheo", "VietnameseText", "Postgres",
        "Observability", argumentParser,
      ],
      swiftSettings: settings),
    .target(name: "TestSupport", dependencies: ["Postgres", "Schema"], path: "Tests/Support", swiftSettings: settings),
    tests("PostgresTests", ["Postgres"]),
    tests("ObservabilityTests", ["Observability"]),
    tests("JobQueueTests", ["JobQueue", "Postgres", "Observability"]),
    tests("VietnameseTextTests", ["VietnameseText"]),
    tests("DanVanKheoTests", ["DanVanKheo", "VietnameseText"]),
    tests("JobsTests", ["Jobs", "JobQueue", "DanVanKheo", "VietnameseText", "Postgres", "Observability"]),
    tests("SchemaTests", ["Schema", "Postgres", "VietnameseText"]),
    tests("ReportsTests", ["Reports", "Postgres"]),
    tests("DemoDataTests", ["DemoData", "DanVanKheo", "Postgres"]),
    tests("DaemonTests", ["Daemon", "JobQueue", "Postgres", "Observability"]),
    tests("BenchTests", ["dvkd-bench"]),
    tests("SystemTests", ["dvkd", "dvkd-bench", "Postgres", "Schema"]),
  ]
)
