internal import Text

/// A piece of an HTML document as it was written.
struct HTMLToken {
  /// What a piece can be.
  enum Kind {
    /// `<p class="lead">`
    case startTag
    /// `</p>`
    case endTag
    /// Text between tags.
    case text
  }

  let kind: Kind
  /// The tag's name in lower case; empty for text.
  let name: String
  /// The attributes of a start tag, the first of each name.
  let attributes: [HTMLAttribute]
  /// Whether a start tag ends with `/>`.
  let isSelfClosing: Bool
  /// Its bytes in the document.
  let range: Range<Int>
}

/// An attribute of a tag.
struct HTMLAttribute: Hashable {
  /// The name in lower case.
  let name: String
  /// The value, with its character references resolved.
  let value: String
}
