import Text

/// What a template writes, which decides how values are escaped.
enum OutputKind: Sendable {
  /// HTML, by the names `.html` and `.htm`.
  case html
  /// XML, by the names `.xml` and `.svg`: characters that XML forbids are dropped as well.
  case xml
  /// Anything else: nothing is escaped.
  case plain

  /// The kind that the name of a template stands for.
  init(templateName: String) {
    let suffix = templateName.split(separator: ".").last.map { $0.lowercased() }
    switch suffix {
    case "html", "htm", "xhtml": self = .html
    case "xml", "svg", "rss", "atom": self = .xml
    default: self = .plain
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends a text as the output needs it.
  mutating func append(_ text: String, escapedFor kind: OutputKind) {
    switch kind {
    case .html: append(escapingHTML: text)
    case .xml: append(escapingXML: text)
    case .plain: append(text)
    }
  }
}
