public import CivilTime
public import Text

/// The list of a site's pages for search engines (sitemaps.org, protocol 0.9).
public struct Sitemap: Sendable, Hashable {
  /// A page that search engines should know.
  public struct Entry: Sendable, Hashable {
    /// The page's canonical address.
    public let address: WebAddress
    /// When the page's content last changed: never the time of a build.
    public let modified: Timestamp?
    /// The page in each language that it exists in, its own too; empty where it has only one.
    public let alternates: [Alternate]

    /// A page, when it last changed, and its translations.
    public init(address: WebAddress, modified: Timestamp? = nil, alternates: [Alternate] = []) {
      self.address = address
      self.modified = modified
      self.alternates = alternates
    }
  }

  /// A page in one of its languages.
  public struct Alternate: Sendable, Hashable {
    /// The language (BCP 47), or `x-default` for readers of any other one.
    public let language: String
    /// The page's canonical address.
    public let address: WebAddress

    /// A page in a language.
    public init(language: String, address: WebAddress) {
      self.language = language
      self.address = address
    }
  }

  /// A file of the sitemap.
  public struct File: Sendable, Hashable {
    /// The file's name; all files of a sitemap lie in one folder.
    public let name: String
    /// The file's contents.
    public let bytes: Bytes
  }

  /// What one file may hold.
  struct Limits: Sendable {
    var entryCountMax = 50_000
    var byteCountMax = 50 * 1_048_576
  }

  /// The pages, in the order in which they are written.
  public var entries: [Entry]
  /// The folder that the files are served from, which is at or above every page.
  public var folder: WebAddress

  /// A sitemap of `entries`, to be served from `folder`.
  public init(entries: [Entry], folder: WebAddress) {
    self.entries = entries
    self.folder = folder
  }

  /// The files to write: `sitemap.xml`, and where one file cannot hold everything (50,000 pages or
  /// 50 MiB), `sitemap-1.xml` and so on with `sitemap.xml` as their index.
  public func files() -> [File] { files(limits: Limits()) }

  func files(limits: Limits) -> [File] {
    let hasAlternates = entries.contains { !$0.alternates.isEmpty }
    var parts: [Part] = []
    var part = Part(hasAlternates: hasAlternates)
    for entry in entries {
      let element = Bytes(entry)
      let isFull =
        part.entryCount == limits.entryCountMax
        || part.xml.count + element.count + urlSetEnd.utf8.count > limits.byteCountMax
      if isFull && part.entryCount > 0 {
        parts.append(part)
        part = Part(hasAlternates: hasAlternates)
      }
      part.append(element, modified: entry.modified)
    }
    if parts.isEmpty { return [File(name: "sitemap.xml", bytes: part.finished)] }
    parts.append(part)
    let names = parts.indices.map { "sitemap-\($0 + 1).xml" }
    let index = File(name: "sitemap.xml", bytes: indexXML(of: parts, names: names))
    return [index] + zip(names, parts).map { File(name: $0, bytes: $1.finished) }
  }

  private func indexXML(of parts: [Part], names: [String]) -> Bytes {
    var xml = Bytes(xmlDeclaration.utf8)
    xml.append("<sitemapindex xmlns=\"\(sitemapNamespace)\">\n")
    for (name, part) in zip(names, parts) {
      xml.append("  <sitemap>\n    <loc>")
      xml.append(escapingXML: folder.resolving(name))
      xml.append("</loc>\n")
      xml.append(modified: part.modified)
      xml.append("  </sitemap>\n")
    }
    xml.append("</sitemapindex>\n")
    return xml
  }
}

private let xmlDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
private let sitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
private let urlSetEnd = "</urlset>\n"

/// One file's entries while they are collected.
private struct Part {
  var xml: Bytes
  var entryCount = 0
  /// When the newest of its pages changed.
  var modified: Timestamp?

  init(hasAlternates: Bool) {
    xml = Bytes((xmlDeclaration + "<urlset xmlns=\"\(sitemapNamespace)\"").utf8)
    if hasAlternates { xml.append("\n  xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"") }
    xml.append(">\n")
  }

  mutating func append(_ element: Bytes, modified: Timestamp?) {
    xml.append(contentsOf: element)
    entryCount += 1
    if let modified { self.modified = max(self.modified ?? modified, modified) }
  }

  var finished: Bytes { xml + urlSetEnd.utf8 }
}

extension Array where Element == UInt8 {
  fileprivate init(_ entry: Sitemap.Entry) {
    self = []
    reserveCapacity(entry.address.bytes.count + 96)
    append("  <url>\n    <loc>")
    append(escapingXML: entry.address.bytes)
    append("</loc>\n")
    append(modified: entry.modified)
    for alternate in entry.alternates {
      append("    <xhtml:link rel=\"alternate\"")
      append(attribute: "hreflang", alternate.language)
      append(attribute: "href", alternate.address.text)
      append("/>\n")
    }
    append("  </url>\n")
  }

  fileprivate mutating func append(modified: Timestamp?) {
    guard let modified else { return }
    append(element: "lastmod", text: modified.iso8601, level: 2)
  }
}
