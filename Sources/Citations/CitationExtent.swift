internal import Text

/// Where a work stands in a larger one, or how long it is.
public enum CitationExtent: Sendable, Hashable {
  /// From one page to another, as they are numbered.
  case pages(first: String, last: String)
  /// How many pages it has.
  case count(Int)

  /// Reads `12-24`, `12–24`, `48` or `48 pages`; nil for anything else.
  public init?(written text: String) {
    let isRange = text.contains { $0 == "-" || $0 == "–" }
    let parts = text.inOneLine.split { $0 == "-" || $0 == "–" || $0 == " " }.map(String.init)
    if isRange {
      guard parts.count == 2, parts.allSatisfy(\.isPageNumber) else { return nil }
      self = .pages(first: parts[0], last: parts[1])
    } else {
      guard (1...2).contains(parts.count), let count = Int(parts[0]), count > 0 else { return nil }
      self = .count(count)
    }
  }
}

extension String {
  fileprivate var isPageNumber: Bool { allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) } }
}
