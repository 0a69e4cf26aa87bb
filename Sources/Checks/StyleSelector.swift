/// A selector whose elements are told apart by name, class, id and attributes (Selectors 4).
struct StyleSelector {
  /// The conditions on one element.
  struct Compound {
    var name: String?
    var classes: [String] = []
    var id: String?
    var attributes: [(name: String, value: String?)] = []
  }

  /// The element itself last, those around it before.
  private(set) var compounds: [Compound] = []
  /// Whether each compound is the parent of the next and not just any element around it.
  private(set) var isParent: [Bool] = []
  /// Ids, then classes and attributes, then names: the larger wins.
  private(set) var specificity = Specificity()

  /// How specific a selector is.
  struct Specificity: Hashable, Comparable {
    var ids = 0
    var classes = 0
    var names = 0

    static func < (left: Specificity, right: Specificity) -> Bool {
      (left.ids, left.classes, left.names) < (right.ids, right.classes, right.names)
    }
  }

  /// Reads a selector; nil where it depends on a state, a position or a pseudo-element.
  init?(_ text: String) {
    guard !text.contains(":"), !text.isEmpty else { return nil }
    var rest = text[...]
    var isChild = false
    while !rest.isEmpty {
      rest = rest.drop(while: \.isWhitespace)
      if let mark = rest.first, ">+~".contains(mark) {
        // What stands before `+` and `~` is beside the element and not around it.
        if mark != ">" {
          compounds = []
          isParent = []
        }
        isChild = mark == ">"
        rest = rest.dropFirst()
        continue
      }
      guard !rest.isEmpty else { break }
      guard let compound = Self.compound(&rest) else { return nil }
      if !compounds.isEmpty { isParent.append(isChild) }
      compounds.append(compound)
      specificity.ids += compound.id == nil ? 0 : 1
      specificity.classes += compound.classes.count + compound.attributes.count
      specificity.names += compound.name == nil ? 0 : 1
      isChild = false
    }
    guard !compounds.isEmpty else { return nil }
  }

  /// The selectors of a rule.
  static func list(_ prelude: String) -> [String] {
    var depth = 0
    return prelude.split { character in
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      return character == "," && depth == 0
    }.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  private static func compound(_ rest: inout Substring) -> Compound? {
    var compound = Compound()
    while let first = rest.first, !first.isWhitespace, !">+~".contains(first) {
      switch first {
      case "*": rest = rest.dropFirst()
      case ".": compound.classes.append(word(&rest))
      case "#": compound.id = word(&rest)
      case "[":
        guard let attribute = attribute(&rest) else { return nil }
        compound.attributes.append(attribute)
      default:
        guard first.isLetter || first == "_" || first == "-" else { return nil }
        compound.name = rest.prefix(while: isWordCharacter).lowercased()
        rest = rest.drop(while: isWordCharacter)
      }
    }
    return compound
  }

  private static func word(_ rest: inout Substring) -> String {
    rest = rest.dropFirst()
    let word = rest.prefix(while: isWordCharacter)
    rest = rest.dropFirst(word.count)
    return String(word)
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }

  /// `[hidden]` and `[type="image"]`; other comparisons are not understood.
  private static func attribute(_ rest: inout Substring) -> (name: String, value: String?)? {
    guard let end = rest.firstIndex(of: "]") else { return nil }
    let parts = rest[rest.index(after: rest.startIndex)..<end].split(separator: "=", maxSplits: 1)
    rest = rest[rest.index(after: end)...]
    guard let name = parts.first, name.allSatisfy(isWordCharacter) else { return nil }
    let value = parts.count > 1 ? parts[1].filter { !"\"'".contains($0) } : nil
    return (name.lowercased(), value)
  }

  // MARK: Matching

  /// Whether the selector means an element of a page.
  func matches(_ element: Int, in page: HTMLPage) -> Bool {
    guard let last = compounds.last, last.matches(page.elements[element]) else { return false }
    return matches(compounds.count - 2, above: element, in: page)
  }

  private func matches(_ index: Int, above element: Int, in page: HTMLPage) -> Bool {
    guard index >= 0 else { return true }
    var parent = page.elements[element].parent
    while parent >= 0 {
      if compounds[index].matches(page.elements[parent]),
        matches(index - 1, above: parent, in: page)
      {
        return true
      }
      if isParent[index] { return false }
      parent = page.elements[parent].parent
    }
    return false
  }
}

extension StyleSelector.Compound {
  func matches(_ element: HTMLPage.Element) -> Bool {
    if let name, name != element.name { return false }
    if let id, id != element["id"] { return false }
    let own = element.classes
    return classes.allSatisfy { own.contains($0[...]) }
      && attributes.allSatisfy { attribute in
        guard let value = element[attribute.name] else { return false }
        return attribute.value.map { $0 == value } ?? true
      }
  }
}
