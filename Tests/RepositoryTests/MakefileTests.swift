import Foundation
import Testing

@Suite struct MakefileTests {
  /// The targets that a Makefile defines.
  private func targets(in makefile: String) -> Set<String> {
    Set(
      makefile.split(separator: "\n").compactMap { line in
        let name = line.prefix { $0.isLetter || $0 == "-" }
        let rest = line.dropFirst(name.count)
        return !name.isEmpty && rest.hasPrefix(":") && !rest.hasPrefix(":=") ? String(name) : nil
      })
  }

  /// The targets that a text tells its readers to make: `make NAME` in code, quoted or in a block.
  private func targetsNamed(in text: String) -> Set<String> {
    var found: Set<String> = []
    var isInBlock = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") { isInBlock.toggle() }
      let pieces =
        isInBlock
        ? [line]
        : line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
          .filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
      for piece in pieces {
        let words = piece.split(separator: " ")
        guard let make = words.firstIndex(of: "make") else { continue }
        found.formUnion(
          words[(make + 1)...].prefix { !$0.hasPrefix("#") && !$0.hasPrefix("&") }
            .filter { word in word.allSatisfy { $0.isLetter || $0 == "-" } }.map { String($0) })
      }
    }
    return found
  }

  @Test(arguments: ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"])
  func `what the documents tell to make can be made`(document: String) throws {
    let makefile = try #require(try Repository.text(of: "Makefile"))
    guard let text = try Repository.text(of: document) else { return }
    #expect(targetsNamed(in: text).subtracting(targets(in: makefile)).isEmpty)
  }

  @Test(arguments: [".ci/run", ".github/workflows/ci.yml"])
  func `what is checked by machines can be made`(script: String) throws {
    let makefile = try #require(try Repository.text(of: "Makefile"))
    let text = try #require(try Repository.text(of: script))
    let named = text.split(separator: "\n").filter {
      $0.contains("step make") || $0.contains("run: make")
    }
    .compactMap { $0.split(separator: " ").last.map { String($0) } }
    #expect(!named.isEmpty)
    #expect(Set(named).subtracting(targets(in: makefile)).isEmpty)
  }

  @Test func `every target says in the list what it does`() throws {
    let makefile = try #require(try Repository.text(of: "Makefile"))
    let described = makefile.split(separator: "\n").filter {
      $0.contains(": ") && $0.contains("## ")
    }
    #expect(described.count == targets(in: makefile).count)
  }

  @Test func `what training has counted can be read and tells nothing of where it was counted`()
    throws
  {
    let counts = try Data(contentsOf: Repository.root.appending(path: "Training/counts.profdata"))
    // What every indexed profile of LLVM begins with.
    #expect(counts.starts(with: [0xFF, 0x6C, 0x70, 0x72, 0x6F, 0x66, 0x69, 0x81]))
    #expect(counts.range(of: Data("$s4Site".utf8)) != nil)
    #expect(counts.range(of: Data(".swift.o;".utf8)) == nil)
  }

  @Test(arguments: ["site", "bench", "install"])
  func `a release build needs what training has counted`(target: String) throws {
    let makefile = try #require(try Repository.text(of: "Makefile"))
    let line = try #require(makefile.split(separator: "\n").first { $0.hasPrefix(target + ":") })
    #expect(line.split(separator: " ").contains("$(COUNTS)"))
  }

  @Test func `a target that is not there is found`() {
    let text = "Run `make tset` or `x`, not make sense.\n```sh\nmake check site  # then rest\n```\n"
    #expect(targetsNamed(in: text) == ["tset", "check", "site"])
    #expect(targets(in: "A := b\ntest: a ## x\n\tmake c\n.PHONY: d\n") == ["test"])
  }
}
