public import Text

/// What crawlers are told at `/robots.txt` (RFC 9309).
public enum Robots: Sendable, Hashable {
  /// Every page may be crawled; the sitemaps say which there are.
  case open(sitemaps: [WebAddress])
  /// No page may be crawled: for previews and staging sites.
  case closed

  /// The file's contents.
  public var bytes: Bytes {
    switch self {
    case .open(let sitemaps):
      // An empty Disallow forbids nothing; parsers older than RFC 9309 want a rule in a group.
      var text = Bytes("User-agent: *\nDisallow:\n".utf8)
      for sitemap in sitemaps {
        text.append("\nSitemap: ")
        text.append(contentsOf: sitemap.bytes)
        text.append("\n")
      }
      return text
    case .closed:
      return Bytes("User-agent: *\nDisallow: /\n".utf8)
    }
  }
}
