/// A component whose parts are being written: they are taken out of the page when it ends.
struct OpenComponent {
  /// The block quote or the list.
  let node: CMarkNode
  /// Where it begins in the page.
  let start: Int
  /// A quotation's last paragraph, which says who speaks.
  var source: CMarkNode?
  /// Where a quotation's source begins in the page.
  var sourceStart: Int?
  /// Where the cards of a list begin in the page.
  var cardStarts: [Int] = []

  init(node: CMarkNode, start: Int, source: CMarkNode? = nil) {
    self.node = node
    self.start = start
    self.source = source
  }

  /// How many bytes of a text are the dash before a quotation's source.
  func hiddenCount(of node: CMarkNode, _ literal: Span<UInt8>) -> Int? {
    guard let source, source.firstChild == node else { return nil }
    return literal.dashCount
  }
}

extension Span where Element == UInt8 {
  /// How many bytes a dash and the space behind it take at the beginning; nil where there is none.
  ///
  /// A dash is `—`, `–` or `--`; typographers and keyboards differ.
  var dashCount: Int? {
    for dash in ["\u{2014} ", "\u{2013} ", "-- "] {
      let bytes = dash.utf8
      guard count > bytes.count else { continue }
      var isDash = true
      for (position, byte) in bytes.enumerated() where self[position] != byte { isDash = false }
      if isDash { return bytes.count }
    }
    return nil
  }
}

extension CMarkNode {
  /// The paragraph of a block quote that says who speaks: the last of several, after a dash.
  ///
  /// Only a quotation that stands by itself is one, and no alert is.
  var quotationSource: CMarkNode? {
    guard parent?.kind == .document, let last = lastChild, last.kind == .paragraph,
      let first = firstChild, first != last, let text = last.firstChild, text.kind == .text,
      text.withLiteral({ $0.dashCount != nil })
    else { return nil }
    let isAlert = first.firstChild.map { marker in
      marker.kind == .text && marker.withLiteral { AlertKind(marker: $0) != nil }
    }
    return isAlert == true ? nil : last
  }

  /// Whether a list is one of cards: it stands by itself, and each item begins with a heading.
  var isListOfCards: Bool {
    guard !isOrdered, parent?.kind == .document, var item = firstChild else { return false }
    while item.firstChild?.kind == .heading {
      guard let next = item.next else { return true }
      item = next
    }
    return false
  }
}
