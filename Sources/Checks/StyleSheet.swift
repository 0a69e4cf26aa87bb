internal import Text

/// The rules of a style sheet that say how large something is, or that change how it looks.
struct StyleSheet {
  /// A rule with one of its selectors.
  struct Rule {
    let selector: StyleSelector
    let declarations: [StyleDeclaration]
    /// The condition under which it holds, by its number: in narrow windows, on paper; nil for always.
    let condition: Int?
  }

  private(set) var rules: [Rule] = []
  /// The values of custom properties, such as `--gap`, wherever they are set; the last one counts.
  private(set) var customProperties: [String: String] = [:]
  private var conditionCount = 0

  /// Reads a style sheet (CSS Syntax 3), as far as sizes need it: nested rules and selectors that
  /// depend on what a person does are passed over.
  init(_ bytes: Bytes) {
    var cursor = StyleCursor(bytes)
    read(&cursor, condition: nil)
  }

  /// Several style sheets one after the other.
  init(_ sheets: [StyleSheet]) {
    for sheet in sheets {
      rules += sheet.rules.map { rule in
        Rule(
          selector: rule.selector, declarations: rule.declarations,
          condition: rule.condition.map { $0 + conditionCount })
      }
      conditionCount += sheet.conditionCount
      customProperties.merge(sheet.customProperties) { $1 }
    }
  }

  private mutating func read(_ cursor: inout StyleCursor, condition: Int?) {
    while let prelude = cursor.prelude() {
      switch prelude.end {
      case .statement: continue
      case .blockEnd: return
      case .block:
        if prelude.text.hasPrefix("@") {
          readAtRule(prelude.text, &cursor, condition)
        } else {
          add(prelude.text, cursor.declarations(), condition)
        }
      }
    }
  }

  private mutating func readAtRule(
    _ prelude: String, _ cursor: inout StyleCursor, _ condition: Int?
  ) {
    let name = prelude.prefix { !$0.isWhitespace && $0 != "(" }.lowercased()
    switch name {
    case "@media", "@supports", "@container":
      conditionCount += 1
      read(&cursor, condition: conditionCount)
    case "@layer", "@scope": read(&cursor, condition: condition)
    default: cursor.skipBlock()
    }
  }

  private mutating func add(
    _ prelude: String, _ declarations: [StyleDeclaration], _ condition: Int?
  ) {
    for declaration in declarations where declaration.name.hasPrefix("--") {
      customProperties[declaration.name] = declaration.value
    }
    for text in StyleSelector.list(prelude) {
      guard let selector = StyleSelector(text) else { continue }
      rules.append(
        Rule(selector: selector, declarations: declarations, condition: condition))
    }
  }
}

/// A property and its value.
struct StyleDeclaration: Hashable {
  /// The property in lower case.
  let name: String
  let value: String
  let isImportant: Bool

  /// The declarations of a `style` attribute.
  static func list(_ text: String) -> [StyleDeclaration] {
    var cursor = StyleCursor(Bytes(text.utf8))
    return cursor.declarations()
  }
}
