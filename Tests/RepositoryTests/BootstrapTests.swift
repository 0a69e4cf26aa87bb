import Foundation
import Testing

/// Runs `scripts/bootstrap.sh` on machines that are made up: a folder of stubs is all of its `PATH`.
@Suite struct BootstrapTests {
  /// Tools that every machine has, taken from this one.
  private static let ordinaryTools = ["sed", "head", "env", "touch"]

  private static let modernSwift = "echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'"
  private static let complete = [
    "swift": modernSwift, "git": "", "id": "echo 0",
    "pkg-config": "[ $1 = --exists ] || echo $here", "cmark-gfm-core-extensions.h": "",
  ]

  private func run(_ stubs: [String: String]) throws -> (status: Int32, output: String) {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "bootstrap-\(UUID().uuidString)")
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      do { try manager.removeItem(at: folder) } catch { Issue.record(error) }
    }
    for tool in Self.ordinaryTools {
      let real = ["/usr/bin/", "/bin/"].map { $0 + tool }.first { manager.fileExists(atPath: $0) }
      try manager.createSymbolicLink(
        atPath: folder.appending(path: tool).path, withDestinationPath: try #require(real))
    }
    for (name, script) in stubs {
      let file = folder.appending(path: name)
      let text = "#!/bin/sh\nhere=\(folder.path)\n\(script)\n"
      try Data(text.utf8).write(to: file)
      try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }

    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [Repository.root.appending(path: "scripts/bootstrap.sh").path]
    process.environment = ["PATH": folder.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test(arguments: [
    [:], ["swift": "echo 'Swift version 6.1.2 (x)'"], ["swift": "exit 1"],
    ["swift": "echo 'Apple Swift version 5.10 (x)'"],
  ])
  func `without a recent Swift it says where to get one`(stubs: [String: String]) throws {
    let result = try run(stubs)
    #expect(result.status == 3)
    #expect(result.output.contains("https://www.swift.org/install/"))
  }

  @Test func `without apt-get it says what to install`() throws {
    let result = try run(["swift": Self.modernSwift])
    #expect(result.status == 3)
    #expect(
      result.output.contains(
        "missing: git pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev "
          + "libxxhash-dev libutf8proc-dev\n"))
    #expect(result.output.contains("brew install"))
  }

  @Test func `what is missing is installed, after the lists of packages`() throws {
    var stubs = Self.complete
    stubs["pkg-config"] = "[ -f $here/done ] || exit 1; [ $1 = --exists ] || echo $here"
    stubs["apt-get"] = "echo apt-get $@; case \"$*\" in *install*) touch $here/done;; esac"
    let result = try run(stubs)
    #expect(result.status == 0)
    #expect(
      result.output.contains(
        """
        apt-get update -qq
        apt-get install -y -qq --no-install-recommends libcmark-gfm-dev \
        libcmark-gfm-extensions-dev libyaml-dev libxxhash-dev libutf8proc-dev

        """))
  }

  @Test func `who is not root uses sudo or is told what to install`() throws {
    var stubs = Self.complete
    stubs["id"] = "echo 1000"
    stubs["pkg-config"] = "exit 1"
    stubs["apt-get"] = "echo apt-get $@"
    let without = try run(stubs)
    #expect(without.status == 3)
    #expect(!without.output.contains("apt-get update"))
    stubs["sudo"] = "echo sudo; exec \"$@\""
    let with = try run(stubs)
    #expect(with.output.contains("sudo\napt-get update"))
    #expect(with.status == 3, "nothing was installed")
  }

  @Test func `a failed installation is a failure`() throws {
    var stubs = Self.complete
    stubs["pkg-config"] = "exit 1"
    stubs["apt-get"] = "exit 100"
    #expect(try run(stubs).status == 3)
  }

  @Test func `where everything is there it says nothing`() throws {
    let result = try run(Self.complete)
    #expect(result.status == 0)
    #expect(result.output == "")
  }
}
