import Foundation
import Site
import Testing

/// Each rule of a check has a test whose site breaks it.
@Suite struct RuleCoverageTests {
  @Test func `every rule is expected of some site`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix("Tests.swift") }
    let tests = try names.map {
      try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }.joined()
    let expected = CheckRule.allCases.filter { tests.contains("[\($0.rawValue)]") }
    // Some findings are compared by their rules alone.
    let others = CheckRule.allCases.filter { tests.contains("\"\($0.rawValue)\"") }
    #expect(Set(expected + others) == Set(CheckRule.allCases))
    #expect(expected.count > 20)
  }
}
