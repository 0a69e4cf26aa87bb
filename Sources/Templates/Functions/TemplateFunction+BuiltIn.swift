import Diagnostics

extension TemplateFunction {
  /// The functions of the language.
  static let builtIn: [TemplateFunction] = [
    TemplateFunction(name: "range", range),
    TemplateFunction(name: "dict", dict),
    TemplateFunction(name: "namespace", maker: .namespace),
    TemplateFunction(name: "cycler", maker: .cycler),
    TemplateFunction(name: "joiner", maker: .joiner),
  ]

  /// A range is small enough for any filter to make a list of it.
  private static let largestRange = 1_000_000

  /// The names of the functions of the language.
  static let builtInNames = Set(builtIn.map(\.name))

  /// Carries out `range(stop)`, `range(start, stop)`, `range(start, stop, step)`.
  private static func range(_ arguments: TemplateArguments) throws(TemplateFailure)
    -> TemplateValue
  {
    try arguments.check(atMost: 3, of: "range")
    let first = try arguments.requiredInteger(0, "stop")
    let second = try arguments.integer(1, "stop")
    let step = try arguments.integer(2, "step") ?? 1
    guard step != 0 else { throw TemplateFailure("wrong-argument", "the step of a range is 0") }
    let (start, stop) = second.map { (first, $0) } ?? (0, first)
    let (distance, overflow) = stop.subtractingReportingOverflow(start)
    guard !overflow, step != .min, distance != .min else {
      throw TemplateFailure("wrong-argument", "the range is too large")
    }
    let count = distance.signum() == step.signum() ? (abs(distance) - 1) / abs(step) + 1 : 0
    guard count <= largestRange else {
      throw TemplateFailure(
        "limit-reached", "a range has at most \(largestRange) numbers, not \(count)")
    }
    return .sequence(TemplateRange(start: start, step: step, count: count))
  }

  /// Carries out `dict(a=1, b=2)`.
  private static func dict(_ arguments: TemplateArguments) throws(TemplateFailure)
    -> TemplateValue
  {
    .dictionary(try entries(arguments, of: "dict"))
  }

  /// What `dict` and `namespace` hold: a dictionary that is given, and the arguments with names.
  static func entries(_ arguments: TemplateArguments, of name: String) throws(TemplateFailure)
    -> TemplateDictionary
  {
    try arguments.check(atMost: 1, named: arguments.named.map(\.name), of: name)
    var dictionary = TemplateDictionary()
    if let first = arguments.positional.first {
      guard case .dictionary(let given) = first else {
        throw .wrongArgument("mapping", "a dictionary", first)
      }
      dictionary = given
    }
    for argument in arguments.named { dictionary[argument.name] = argument.value }
    return dictionary
  }
}

extension [String] {
  /// Names as a message lists them: in order, with the functions of the language last.
  func sortedForHelp() -> [String] {
    let names = filter { !$0.hasPrefix(" ") }.sorted()
    return names.filter { !TemplateFunction.builtInNames.contains($0) }
      + names.filter { TemplateFunction.builtInNames.contains($0) }
  }
}
