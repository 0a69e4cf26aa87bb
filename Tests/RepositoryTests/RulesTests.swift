import Testing

/// Each rule finds what it forbids, at its line, and nothing else.
@Suite struct RulesTests {
  private func source(_ text: String, path: String = "Sources/Feeds/Sample.swift") -> SourceFile {
    SourceFile(path: path, text: text)
  }

  @Test(arguments: [
    "import Site", "public import Templates", "@testable import Markdown",
    "private import CCMarkGFM", "internal import Foundation", "import Glibc", "import Nowhere",
    "import struct Foundation.Date", "@preconcurrency import Diagnostics",
  ])
  func `a wrong import is found`(line: String) {
    let violations = importViolations(in: source("// a comment\n\(line)\n"))
    #expect(violations.map(\.line) == [2])
  }

  @Test(arguments: [
    "import Text", "public import CivilTime", "import Synchronization", "// import Site",
    "let text = \"import Site\"", "/* import Site */", "important(Site)",
  ])
  func `a right import is not`(line: String) {
    #expect(importViolations(in: source(line)) == [])
  }

  @Test func `Foundation is for the files of the table`() {
    for path in ["Sources/embed-theme/main.swift", "Sources/brightpress/Deep/Command.swift"] {
      #expect(importViolations(in: source("import Foundation", path: path)) == [])
    }
    let other = source("import Foundation", path: "Sources/Text/Slug.swift")
    #expect(importViolations(in: other).count == 1)
  }

  @Test func `all of Foundation is for systems where it has no smaller half`() {
    let path = "Sources/brightpress/Command.swift"
    let whole = source("\nprivate import Foundation", path: path)
    #expect(foundationViolations(in: whole).map(\.line) == [2])
    let either =
      "#if canImport(FoundationEssentials)\nimport FoundationEssentials\n#else\n"
      + "import Foundation\n#endif"
    #expect(foundationViolations(in: source(either, path: path)) == [])
    #expect(foundationViolations(in: source("import FoundationEssentials", path: path)) == [])
  }

  @Test func `a target that is not in the table may import nothing`() {
    #expect(importViolations(in: source("import Text", path: "Sources/New/A.swift")).count == 1)
  }

  @Test func `a second import of a C library is found`() {
    let first = source("import CLibYAML", path: "Sources/FrontMatter/A.swift")
    let second = source("\nprivate import CLibYAML", path: "Sources/FrontMatter/B.swift")
    #expect(wrapperViolations(in: [first]) == [])
    #expect(
      wrapperViolations(in: [first, second]).map(\.description) == [
        "Sources/FrontMatter/B.swift:2: CLibYAML is for Sources/FrontMatter/A.swift alone"
      ])
  }

  @Test(arguments: [
    "print(text)", "  debugPrint(text)", "if true { print() }", "FileHandle.standardError.write(x)",
    "fputs(text, stderr)",
  ])
  func `printing is found outside the command line`(line: String) {
    #expect(!printingViolations(in: source(line)).isEmpty)
    #expect(printingViolations(in: source(line, path: "Sources/brightpress/A.swift")) == [])
  }

  @Test(arguments: [
    "footprint(x)", "// print(x)", "let a = \"print(x)\"", "page.print(x)", "let stdoutput = 1",
    "let a = #\"a \" print(x)\"#", "let a = \"\"\"\n  print(x)\n  \"\"\"", "\"\\\"print(x)\"",
  ])
  func `what only looks like printing is not`(line: String) {
    #expect(printingViolations(in: source(line)) == [])
  }

  @Test(arguments: [
    "let a = try! b()", "let a = b as! C", "final class A: @unchecked Sendable {}",
    "nonisolated(unsafe) var a = 1", "fatalError(\"x\")", "a(text.utf8.span)", "let b = utf8.span",
  ])
  func `what is forced or unchecked is found`(line: String) {
    let found = unsafeViolations(in: source("struct A {\n" + line + "\n}"))
    #expect(found.map(\.line) == [2])
  }

  @Test(arguments: [
    "try a()", "a as? B", "// try! is wrong", "struct A: Sendable {}",
    "// utf8.span", "a.span", "bytes.utf8Span",
  ])
  func `what is checked is not`(line: String) {
    #expect(unsafeViolations(in: source(line)) == [])
  }

  @Test func `lines are counted through comments and long texts`() {
    let text = "/* a\n b */\nlet a = \"\"\"\n  x\n  \"\"\"\nprint(a)\n"
    #expect(printingViolations(in: source(text)).map(\.line) == [6])
  }
}
