internal import Text

/// A page as a tree of its elements, kept as a list in the order of the document.
struct HTMLPage {
  /// An element of a page.
  struct Element {
    let name: String
    let attributes: [HTMLAttribute]
    /// The element that it stands in; -1 for the outermost.
    let parent: Int
    /// The bytes of its start tag.
    let tag: Range<Int>
    /// The first element behind all that stand in it.
    var subtreeEnd: Int
    /// The pieces of text in it, by their places in `HTMLPage.texts`.
    var texts: Range<Int>

    /// The value of an attribute; nil where it is not there.
    subscript(attribute: String) -> String? {
      attributes.first { $0.name == attribute }?.value
    }

    /// The words of its `class`.
    var classes: [Substring] { (self["class"] ?? "").split(whereSeparator: \.isWhitespace) }
  }

  let bytes: Bytes
  private(set) var elements: [Element] = []
  /// The pieces of text for people, in order, with their character references.
  private(set) var texts: [Range<Int>] = []
  /// The texts of `style` elements.
  private(set) var styles: [Range<Int>] = []
  private var open: [Int] = []

  /// Reads a page.
  ///
  /// - Complexity: O(*n*) in the length of the page, times the depth of its elements.
  init(_ bytes: Bytes) {
    self.bytes = bytes
    var scanner = HTMLScanner(bytes)
    while let token = scanner.next() {
      switch token.kind {
      case .startTag: begin(token)
      case .endTag: end(token.name)
      case .text:
        if token.name == "style" { styles.append(token.range) }
        if token.name.isEmpty { texts.append(token.range) }
      }
    }
    while !open.isEmpty { close() }
  }

  private mutating func begin(_ token: HTMLToken) {
    for sibling in implicitlyClosed(by: token.name)
    where sibling == open.last.map({ elements[$0].name }) {
      close()
    }
    elements.append(
      Element(
        name: token.name, attributes: token.attributes, parent: open.last ?? -1, tag: token.range,
        subtreeEnd: elements.count + 1, texts: texts.count..<texts.count))
    let isForeign = open.contains { elements[$0].name == "svg" || elements[$0].name == "math" }
    if voidElements.contains(token.name) || (token.isSelfClosing && isForeign) { return }
    open.append(elements.count - 1)
  }

  /// An end tag closes all that was opened since its start tag; without one it means nothing.
  private mutating func end(_ name: String) {
    guard let index = open.lastIndex(where: { elements[$0].name == name }) else { return }
    while open.count > index { close() }
  }

  private mutating func close() {
    guard let element = open.popLast() else { return }
    elements[element].subtreeEnd = elements.count
    elements[element].texts = elements[element].texts.lowerBound..<texts.count
  }

  /// The elements whose end tag may be left out before another begins.
  private func implicitlyClosed(by name: String) -> [String] {
    switch name {
    case "li": ["li"]
    case "dt", "dd": ["dt", "dd"]
    case "tr": ["td", "th", "tr"]
    case "td", "th": ["td", "th"]
    case "option": ["option"]
    case "p", "div", "ul", "ol", "dl", "table", "section", "article", "h1", "h2", "h3", "h4",
      "h5", "h6", "blockquote", "pre", "figure", "footer", "header", "nav", "main":
      ["p"]
    default: []
    }
  }

  // MARK: Reading

  /// The elements in another, in the order of the document.
  func descendants(of element: Int) -> Range<Int> {
    element + 1..<max(elements[element].subtreeEnd, element + 1)
  }

  /// The text in an element, normalized for comparing.
  func text(of element: Int) -> String { text(elements[element].texts) }

  /// The whole text of the page, normalized for comparing.
  var text: String { text(texts.indices) }

  private func text(_ pieces: Range<Int>) -> String {
    HTMLText.normalized(texts[pieces].map { HTMLText.decoded(bytes[$0]) }.joined())
  }

  /// The elements around another, from the nearest outwards.
  func ancestors(of element: Int) -> [Int] {
    var ancestors: [Int] = []
    var parent = elements[element].parent
    while parent >= 0 {
      ancestors.append(parent)
      parent = elements[parent].parent
    }
    return ancestors
  }

  /// Whether nobody sees or hears an element.
  func isHidden(_ element: Int) -> Bool {
    ([element] + ancestors(of: element)).contains { index in
      elements[index]["hidden"] != nil || elements[index].name == "template"
    }
  }
}

/// Elements that have no end tag.
private let voidElements: Set<String> = [
  "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
  "wbr",
]
