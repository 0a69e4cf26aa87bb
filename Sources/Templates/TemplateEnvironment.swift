/// What templates can use besides what they are given to render.
public struct TemplateEnvironment: Sendable {
  /// The names of the values that every rendering is given, each at its place in that array.
  public var globals: [String]
  /// The functions that every template can call.
  public var functions: [TemplateFunction]
  /// The types of objects that templates read.
  ///
  /// An object of another type can be read as well; its attributes are then found by name.
  public var objectTypes: [TemplateObjectType]
  /// What one rendering may use.
  public var limits = TemplateLimits()
  /// Whether the first line break after a tag is dropped, as with Jinja's `trim_blocks`.
  public var trimsBlocks = false
  /// Whether spaces before a tag that begins its line are dropped (`lstrip_blocks`).
  public var stripsBlockIndents = false
  /// The language of names of months and days where a rendering has no other, or one without names.
  public var language = "en"
  /// The filters by name.
  public private(set) var filters: [String: TemplateFilter]
  /// The tests by name.
  public private(set) var tests: [String: TemplateTest]

  /// An environment with the filters, tests and functions of the language.
  public init(
    globals: [String] = [], functions: [TemplateFunction] = [],
    objectTypes: [TemplateObjectType] = []
  ) {
    self.globals = globals
    self.functions = functions
    self.objectTypes = objectTypes
    self.filters = Dictionary(uniqueKeysWithValues: TemplateFilter.builtIn.map { ($0.name, $0) })
    self.tests = Dictionary(uniqueKeysWithValues: TemplateTest.builtIn.map { ($0.name, $0) })
    self.tests["test"] = TemplateTest("test", of: tests.keys + ["filter", "test"])
    self.tests["filter"] = TemplateTest("filter", of: filters.keys)
  }

  /// Adds a filter, or puts it in the place of the one of its name.
  public mutating func add(_ filter: TemplateFilter) {
    filters[filter.name] = filter
    tests["filter"] = TemplateTest("filter", of: filters.keys)
  }

  /// Adds a test, or puts it in the place of the one of its name.
  public mutating func add(_ test: TemplateTest) {
    tests[test.name] = test
    tests["test"] = TemplateTest("test", of: tests.keys)
  }
}
