/// The elements that a text editor in a web form keeps (CKEditor as Drupal sets it up): whatever else
/// is pasted into it disappears, with or without the text inside.
enum EditorTag: String, Sendable, Hashable, CaseIterable {
  case paragraph = "p"
  case heading2 = "h2"
  case heading3 = "h3"
  case heading4 = "h4"
  case bulletList = "ul"
  case numberedList = "ol"
  case item = "li"
  case quote = "blockquote"
  case table
  case tableHead = "thead"
  case tableBody = "tbody"
  case row = "tr"
  case headerCell = "th"
  case cell = "td"
  case link = "a"
  case strong
  case emphasis = "em"
  case picture = "img"
  case lineBreak = "br"

  /// Whether it stands within a line.
  var isInline: Bool {
    switch self {
    case .link, .strong, .emphasis, .picture, .lineBreak: true
    case .paragraph, .heading2, .heading3, .heading4, .bulletList, .numberedList, .item, .quote,
      .table, .tableHead, .tableBody, .row, .headerCell, .cell:
      false
    }
  }

  /// Whether it holds lines of text and no other blocks.
  var holdsLinesOnly: Bool {
    switch self {
    case .paragraph, .heading2, .heading3, .heading4: true
    case .bulletList, .numberedList, .item, .quote, .table, .tableHead, .tableBody, .row,
      .headerCell, .cell, .link, .strong, .emphasis, .picture, .lineBreak:
      false
    }
  }

  /// Whether it may hold lines of text directly.
  var holdsLines: Bool {
    holdsLinesOnly || self == .item || self == .cell || self == .headerCell
  }

  /// Whether it says something although nothing stands in it.
  var isVoid: Bool { self == .picture || self == .lineBreak }
}
