// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
]

/// The program carries the Swift runtime and Foundation: a third less time goes to its start than with a dozen libraries
/// to be linked then. Static libraries name no others that they need, so these are named here.
let carriesRuntime: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims", "-l_FoundationCollections"],
    .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "Standpoint",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Standpoint", targets: ["Standpoint"]),
    .executable(name: "standpoint", targets: ["StandpointCLI"]),
    .executable(name: "standpoint-train", targets: ["StandpointTrain"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

    .target(name: "Documents", swiftSettings: strict),
    .target(name: "ModelFiles", dependencies: ["Documents"], swiftSettings: strict),
    .target(name: "Lexicons", dependencies: ["Documents", "ModelFiles", "Yams"], swiftSettings: strict),
    .target(name: "Extraction", dependencies: ["CLibXML2", "Documents", "ModelFiles"], swiftSettings: strict),
    .target(name: "Linguistics", dependencies: ["Documents", "Lexicons", "ModelFiles"], swiftSettings: strict),
    .target(name: "Attribution", dependencies: ["Linguistics"], swiftSettings: strict),
    .target(name: "Stance", dependencies: ["Attribution"], swiftSettings: strict),
    .target(
      name: "Pipelines", dependencies: ["Extraction", "Attribution", "Stance", "Yams"], swiftSettings: strict),
    .target(name: "Outputs", dependencies: ["Documents"], swiftSettings: strict),
    .target(name: "Batch", dependencies: ["CZlib", "CZstd", "Outputs"], swiftSettings: strict),
    .target(name: "LexiconTools", dependencies: ["Outputs", "Pipelines"], swiftSettings: strict),
    .target(name: "Standpoint", dependencies: ["Batch", "LexiconTools", "Pipelines"], swiftSettings: strict),
    .executableTarget(
      name: "StandpointCLI",
      dependencies: ["Standpoint", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict,
      linkerSettings: carriesRuntime),
    .executableTarget(
      name: "StandpointBench", dependencies: ["CLibXML2", "Standpoint", "Training"], swiftSettings: strict),

    .target(name: "TestSupport", dependencies: ["Documents"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "LexiconsTests", dependencies: ["Lexicons", "ModelFiles", "TestSupport", "Yams"], swiftSettings: strict),
    .testTarget(
      name: "AttributionTests", dependencies: ["Attribution", "Pipelines", "TestSupport", "Training"],
      exclude: ["Annotated"], swiftSettings: strict),
    .testTarget(
      name: "StanceTests", dependencies: ["Pipelines", "Stance", "TestSupport", "Training"], swiftSettings: strict),
    .testTarget(
      name: "PipelinesTests", dependencies: ["Pipelines", "TestSupport", "Yams"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["Standpoint", "StandpointCLI", "TestSupport", "Yams"],
      exclude: ["Expectations"], swiftSettings: strict),
    .testTarget(
      name: "LexiconToolsTests", dependencies: ["LexiconTools", "Pipelines", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "OutputsTests", dependencies: ["Outputs"], swiftSettings: strict),
    .testTarget(name: "BatchTests", dependencies: ["Batch", "CZlib", "CZstd"], swiftSettings: strict),
    .target(
      name: "Training", dependencies: ["Attribution", "Extraction", "Lexicons", "Linguistics", "Stance"],
      swiftSettings: strict),
    .executableTarget(
      name: "StandpointTrain",
      dependencies: [
        "Batch", "Pipelines", "Training", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "LinguisticsTests", dependencies: ["Linguistics", "Training"], swiftSettings: strict),
    .testTarget(
      name: "ExtractionTests", dependencies: ["Extraction", "ModelFiles", "Training"], swiftSettings: strict),
  ]
)
