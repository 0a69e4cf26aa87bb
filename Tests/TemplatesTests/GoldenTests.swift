import Foundation
import Testing

@Suite struct GoldenTests {
  /// Whether the run writes down what the cases give, instead of comparing.
  static let isRecording = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"

  @Test(arguments: GoldenCase.names)
  func `a template gives what its case says`(name: String) throws {
    let golden = try GoldenCase(named: name)
    let actual = try golden.actual()
    if Self.isRecording, actual != golden.expected {
      try golden.record(actual)
      Issue.record("recorded \(name); run again without UPDATE_GOLDENS")
    }
    #expect(actual == golden.expected)
  }

  @Test func `there are cases, and a run that records fails`() {
    #expect(GoldenCase.names.count > 50)
    #expect(!Self.isRecording)
  }
}
