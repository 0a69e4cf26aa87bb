/// Where a `for` is.
struct LoopState {
  let items: TemplateItems
  let count: Int
  let depth: Int
  let unit: TemplateUnit
  /// Its number in the template, to run it again with other items.
  let loop: Int32
  var index = 0
  /// What `loop.changed` was last asked about.
  var lastAsked: [TemplateValue]?

  /// What `loop.name` stands for; nil for what is called with arguments.
  func value(of attribute: LoopAttribute) -> TemplateValue? {
    switch attribute {
    case .index: .integer(index + 1)
    case .index0: .integer(index)
    case .revindex: .integer(count - index)
    case .revindex0: .integer(count - index - 1)
    case .first: .bool(index == 0)
    case .last: .bool(index == count - 1)
    case .length: .integer(count)
    case .depth: .integer(depth + 1)
    case .depth0: .integer(depth)
    case .previtem: index > 0 ? items[index - 1] : .undefined(.noElement)
    case .nextitem: index + 1 < count ? items[index + 1] : .undefined(.noElement)
    case .cycle, .changed: nil
    }
  }
}

/// Values that `cycler(…)` gives in turn, or what `joiner(…)` gives from the second time on.
struct Cycler {
  let values: [TemplateValue]
  var index = 0
}
