/// A list whose elements are made when a template reads them, such as all posts of a site.
public protocol TemplateSequence: Sendable {
  /// How many elements there are.
  var count: Int { get }
  /// The element at a position from 0 to `count - 1`.
  func element(at index: Int) -> TemplateValue
}

/// The numbers of `range(…)`, which never stand in memory.
struct TemplateRange: TemplateSequence {
  let start: Int
  let step: Int
  let count: Int

  func element(at index: Int) -> TemplateValue { .integer(start + index * step) }
}

/// What a `for` runs over: values at hand, or values made one at a time.
enum TemplateItems {
  case list([TemplateValue])
  case sequence(any TemplateSequence)

  var count: Int {
    switch self {
    case .list(let values): values.count
    case .sequence(let sequence): sequence.count
    }
  }

  subscript(index: Int) -> TemplateValue {
    switch self {
    case .list(let values): values[index]
    case .sequence(let sequence): sequence.element(at: index)
    }
  }

  /// All of them, made.
  var values: [TemplateValue] {
    switch self {
    case .list(let values): values
    case .sequence(let sequence): (0..<sequence.count).map { sequence.element(at: $0) }
    }
  }
}
