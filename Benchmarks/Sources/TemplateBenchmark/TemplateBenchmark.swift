import Diagnostics
import Foundation
import Templates
import Text

/// Times the template engine on a post page against appends of the same page written by hand, and
/// against functions made of the same templates, the other way to run a compiled template.
///
/// All are measured in turn, many short rounds each, so that what the machine does beside it
/// touches all; the medians are printed in microseconds a page.
@main struct TemplateBenchmark {
  static let rounds = 3000
  static let pagesPerRound = 10

  static func main() throws {
    let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? ".")
    let post = try PostPage(readFrom: folder.appending(path: "post.json"))
    let set = try compiled(folder.appending(path: "Templates"))
    let site = SiteObject(post.site)
    let page = PageObject(post.page)
    let functions = Closure.postPage()

    func engine(_ output: inout Bytes) throws {
      try set.render(
        "post.html", globals: [.object(site), .object(page)], subject: "post", into: &output)
    }
    func closures(_ output: inout Bytes) throws {
      try functions.render(
        [.object(site), .object(page)], slots: Closure.Slot.count, into: &output)
    }
    func byHand(_ output: inout Bytes) { post.append(content: page.content, to: &output) }

    var expected = Bytes()
    var actual = Bytes()
    byHand(&expected)
    try engine(&actual)
    guard actual == expected else { throw Failure.differentPages(difference(actual, expected)) }
    actual = []
    try closures(&actual)
    guard actual == expected else { throw Failure.differentPages(difference(actual, expected)) }
    if CommandLine.arguments.count > 2 {
      try Data(expected).write(to: URL(filePath: CommandLine.arguments[2]))
    }

    var engineTimes: [Double] = []
    var handTimes: [Double] = []
    var closureTimes: [Double] = []
    for _ in 0..<rounds {
      handTimes.append(try microseconds(byHand))
      engineTimes.append(try microseconds(engine))
      closureTimes.append(try microseconds(closures))
    }
    let (hand, ours) = (median(handTimes), median(engineTimes))
    let calls = median(closureTimes)
    print("post page of \(expected.count) bytes, medians of \(rounds) rounds")
    print("by hand      \(figure(hand)) µs")
    print("Brightpress  \(figure(ours)) µs  \(figure(ours / hand)) x by hand")
    print("closures     \(figure(calls)) µs  \(figure(calls / hand)) x by hand")
  }

  enum Failure: Error {
    case differentPages(String)
    case templates([String])
  }

  private static func compiled(_ folder: URL) throws -> TemplateSet {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".html") }.sorted()
    let sources = try names.map { name in
      SourceText(
        path: "templates/" + name, bytes: Bytes(try Data(contentsOf: folder.appending(path: name))))
    }
    let checked = TemplateSet.compiling(
      sources,
      environment: TemplateEnvironment(
        globals: ["site", "page"],
        objectTypes: [
          SiteObject.objectType, MenuObject.objectType, LinkObject.tag, LinkObject.neighbour,
          ImageObject.objectType, PageObject.objectType,
        ]))
    guard !checked.diagnostics.containsError else {
      throw Failure.templates(checked.diagnostics.map(\.message))
    }
    return checked.value
  }

  /// What a page takes, in a round of pages that are written one after the other.
  private static func microseconds(_ write: (inout Bytes) throws -> Void) throws -> Double {
    let clock = ContinuousClock()
    var total = 0
    let time = try clock.measure {
      for _ in 0..<pagesPerRound {
        var output = Bytes()
        output.reserveCapacity(8192)
        try write(&output)
        total += output.count
      }
    }
    precondition(total > 0, "nothing was written")
    return time / .microseconds(pagesPerRound)
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func figure(_ value: Double) -> String { String(format: "%.2f", value) }

  private static func difference(_ actual: Bytes, _ expected: Bytes) -> String {
    let common = zip(actual, expected).prefix { $0 == $1 }.count
    let start = max(0, common - 60)
    return "after \(common) bytes: '\(actual[start...].prefix(120).text)' is not "
      + "'\(expected[start...].prefix(120).text)'"
  }
}
