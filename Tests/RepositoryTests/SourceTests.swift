import Foundation
import Testing

@Suite struct SourceTests {
  @Test func `every target has its line in the table of layers`() throws {
    let folder = Repository.root.appending(path: "Sources").path
    let targets = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { !$0.hasPrefix(".") }
    #expect(Set(targets).subtracting(layers.keys).isEmpty)
  }

  @Test func `no layer imports what is not below it`() throws {
    let sources = try Repository.sources()
    #expect(sources.count > 20)
    #expect(sources.flatMap(importViolations) == [])
  }

  @Test func `the program does not carry all of Foundation`() throws {
    #expect(try Repository.sources().flatMap(foundationViolations) == [])
  }

  @Test func `each C library is imported by one file`() throws {
    #expect(wrapperViolations(in: try Repository.sources()) == [])
  }

  @Test func `only the command line prints`() throws {
    #expect(try Repository.sources().flatMap(printingViolations) == [])
  }

  @Test func `nothing is forced and nothing is unchecked`() throws {
    #expect(try Repository.sources().flatMap(unsafeViolations) == [])
  }

  @Test func `the table of layers has no circle`() {
    // Every target is above all that it imports: heights can be given until none is left.
    var heights: [String: Int] = [:]
    for _ in layers {
      for (target, imports) in layers where heights[target] == nil {
        let below = imports.filter { layers[$0] != nil }.map { heights[$0] }
        if below.allSatisfy({ $0 != nil }) {
          heights[target] = (below.compactMap { $0 }.max() ?? -1) + 1
        }
      }
    }
    #expect(heights.count == layers.count)
  }

  @Test func `files that may import the system are there or in a folder that is`() {
    for path in platformFiles {
      #expect(
        FileManager.default.fileExists(atPath: Repository.root.appending(path: path).path),
        "\(path) is gone: take it out of the table")
    }
  }
}
