/// One file that the site consists of: its address and what is there.
public struct Route: Sendable, Hashable {
  /// What stands at an address.
  enum Content: Sendable, Hashable {
    /// The page of an item, by its index.
    case item(Int)
    /// The page of an item in a language that it is not translated into.
    case standIn(item: Int, language: Int)
    /// The home page of a language.
    case home(language: Int)
    /// A page of a kind's list.
    case list(kind: Int, language: Int, page: Int)
    /// The terms of a taxonomy.
    case taxonomy(Int, language: Int)
    /// A page of a term's list, by the term's index in the taxonomy.
    case term(taxonomy: Int, term: Int, language: Int, page: Int)
    /// What a web server shows where nothing is.
    case notFound
    /// A former address of an item.
    case redirect(to: Int)
    /// The RSS feed of a language.
    case feed(language: Int)
    /// A file of the list of all pages for search engines; the first is `sitemap.xml`.
    case sitemap(file: Int)
    /// What search engines may read.
    case robots
    /// What some hosts read to send headers: `_headers`.
    case headers
    /// The emblem of the European Union.
    case emblem
    /// A file beside the content, by its path.
    case asset(String)
    /// A static file, by its index in the source.
    case staticFile(Int)
  }

  /// Where it is.
  public let address: SiteAddress
  let content: Content

  /// When it is published within an update: what others refer to comes before what refers to it.
  var publishingOrder: Int {
    switch content {
    case .asset, .staticFile, .emblem, .headers: 0
    case .item, .standIn: 1
    case .home, .list, .taxonomy, .term, .notFound, .redirect: 2
    case .feed, .sitemap, .robots: 3
    }
  }
}
