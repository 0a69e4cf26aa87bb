/// Which value of a property counts for an element (CSS Cascade 5), in the usual window and in
/// every other one.
struct StyleCascade {
  let sheet: StyleSheet
  let page: HTMLPage

  /// A declaration that fits an element, with what decides between several.
  private struct Candidate {
    let declaration: StyleDeclaration
    /// The condition under which it holds; nil for always.
    let condition: Int?
    /// `!important`, then `style` attributes, then the selector, then the order.
    let rank: Rank
  }

  private struct Rank: Comparable {
    let isImportant: Bool
    let isInline: Bool
    let specificity: StyleSelector.Specificity
    let order: Int

    static func < (left: Rank, right: Rank) -> Bool {
      if left.isImportant != right.isImportant { return right.isImportant }
      if left.isInline != right.isInline { return right.isInline }
      if left.specificity != right.specificity { return left.specificity < right.specificity }
      return left.order < right.order
    }
  }

  /// The values that properties can have for an element.
  struct Values {
    /// The values where no condition holds.
    var usual: [String: String] = [:]
    /// All values under each condition that changes some of them.
    var conditional: [[String: String]] = []
  }

  /// The values of all properties of an element that somebody has set.
  func values(of element: Int) -> Values {
    let candidates = candidates(element)
    let usual = winners(candidates.filter { $0.condition == nil })
    let conditions = Set(candidates.compactMap(\.condition)).sorted()
    let all = conditions.map { condition in
      winners(candidates.filter { $0.condition == nil || $0.condition == condition })
    }
    return Values(usual: usual, conditional: all.filter { $0 != usual })
  }

  private func winners(_ candidates: [Candidate]) -> [String: String] {
    var best: [String: Candidate] = [:]
    for candidate in candidates {
      let name = candidate.declaration.name
      if best[name].map({ $0.rank < candidate.rank }) ?? true { best[name] = candidate }
    }
    return best.mapValues { resolved($0.declaration.value) }
  }

  private func candidates(_ element: Int) -> [Candidate] {
    var candidates: [Candidate] = []
    for (order, rule) in sheet.rules.enumerated() where rule.selector.matches(element, in: page) {
      candidates += rule.declarations.map { declaration in
        Candidate(
          declaration: declaration, condition: rule.condition,
          rank: Rank(
            isImportant: declaration.isImportant, isInline: false,
            specificity: rule.selector.specificity, order: order))
      }
    }
    let inline = StyleDeclaration.list(page.elements[element]["style"] ?? "")
    return candidates
      + inline.map { declaration in
        Candidate(
          declaration: declaration, condition: nil,
          rank: Rank(
            isImportant: declaration.isImportant, isInline: true,
            specificity: StyleSelector.Specificity(), order: .max))
      }
  }

  /// A value with its custom property looked up: `var(--height)`.
  private func resolved(_ value: String) -> String {
    guard value.hasPrefix("var("), value.hasSuffix(")") else { return value }
    let parts = value.dropFirst(4).dropLast().split(separator: ",", maxSplits: 1)
    let name = String((parts.first ?? "").filter { !$0.isWhitespace })
    let other = parts.count > 1 ? String(parts[1].drop(while: \.isWhitespace)) : value
    return sheet.customProperties[name] ?? other
  }
}
