/// The filters and tests that templates may use, by number.
struct Vocabulary: Sendable {
  let filters: [TemplateFilter]
  let tests: [TemplateTest]
  private let filterNumbers: [String: Int32]
  private let testNumbers: [String: Int32]

  init(filters: [String: TemplateFilter], tests: [String: TemplateTest]) {
    let filterNames = filters.keys.sorted()
    let testNames = tests.keys.sorted()
    self.filters = filterNames.compactMap { filters[$0] }
    self.tests = testNames.compactMap { tests[$0] }
    self.filterNames = filterNames
    self.testNames = testNames
    filterNumbers = Dictionary(
      uniqueKeysWithValues: filterNames.enumerated().map { ($0.element, Int32($0.offset)) })
    testNumbers = Dictionary(
      uniqueKeysWithValues: testNames.enumerated().map { ($0.element, Int32($0.offset)) })
  }

  let filterNames: [String]
  let testNames: [String]

  func filter(_ name: String) -> Int32? { filterNumbers[name] }
  func test(_ name: String) -> Int32? { testNumbers[name] }
}
