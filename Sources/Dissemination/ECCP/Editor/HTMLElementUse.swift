/// What becomes of an HTML element in an editor's text.
enum HTMLElementUse: Sendable, Hashable {
  /// It stays, or the nearest element that the editor keeps takes its place.
  case kept(EditorTag)
  /// Its text is a paragraph of strong text.
  case title
  /// Its text stands apart from what comes before and after it.
  case boundary
  /// Its lines stay lines.
  case preformatted
  /// A box that is ticked or not.
  case checkbox
  /// Something raised, which may be the number of a footnote.
  case footnoteReference
  /// Something to play or to look into: a link takes its place.
  case embedded
  /// Nothing of it is kept.
  case dropped
  /// Its text is kept, as if the tag were not there.
  case unwrapped

  /// Elements that have no end tag.
  static let voids: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  /// What becomes of an element of a name, in lower case.
  init(_ name: String) {
    if let tag = EditorTag(rawValue: name) {
      self = .kept(tag)
      return
    }
    switch name {
    case "h1": self = .kept(.heading2)
    case "h5", "h6": self = .kept(.heading4)
    case "b": self = .kept(.strong)
    case "i", "cite", "dfn", "var": self = .kept(.emphasis)
    case "menu": self = .kept(.bulletList)
    case "aside": self = .kept(.quote)
    case "tfoot": self = .kept(.tableBody)
    case "dd", "figcaption", "caption": self = .kept(.paragraph)
    case "dt", "summary", "legend": self = .title
    case "pre": self = .preformatted
    case "input": self = .checkbox
    case "sup": self = .footnoteReference
    case "address", "article", "details", "div", "dl", "fieldset", "figure", "footer", "form",
      "header", "hgroup", "hr", "main", "nav", "search", "section":
      self = .boundary
    case "audio", "embed", "iframe", "video": self = .embedded
    case "applet", "base", "button", "canvas", "datalist", "head", "link", "map", "math", "meta",
      "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title":
      self = .dropped
    default: self = .unwrapped
    }
  }
}
