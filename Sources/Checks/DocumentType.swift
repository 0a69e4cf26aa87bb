/// A type of document that a browser hands to another program, or shows in its own way.
struct DocumentType {
  /// What it is called: `PDF`.
  let title: String
  /// The words by which a link can say it, in lower case.
  let names: [String]

  /// The type of the document at an address, told by its ending; nil for pages and pictures.
  init?(_ address: String) {
    let name = address.fileName.lowercased()
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let ending = String(name[name.index(after: dot)...])
    guard let names = Self.known[ending] else { return nil }
    title = ending.uppercased()
    self.names = [ending] + names
  }

  private static let known: [String: [String]] = [
    "pdf": [], "doc": ["word"], "docx": ["word"], "odt": ["opendocument"], "rtf": [],
    "xls": ["excel"], "xlsx": ["excel"], "ods": ["opendocument"], "csv": [],
    "ppt": ["powerpoint"], "pptx": ["powerpoint"], "odp": ["opendocument"], "zip": [],
    "epub": [], "ics": ["calendar", "ical"],
  ]
}
