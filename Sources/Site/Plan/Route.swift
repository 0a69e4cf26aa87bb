internal import Citations
internal import Feeds

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
    /// The calendar of a language's events.
    case calendar(language: Int)
    /// The calendar of an event alone, by the item's index.
    case eventCalendar(Int)
    /// All publications of a language for reference managers.
    case bibliography(language: Int, CitationFormat)
    /// A publication for reference managers, by the item's index.
    case citation(Int, CitationFormat)
    /// A feed in a format.
    case feed(SiteFeed, FeedFormat)
    /// The list of all feeds, for readers to import.
    case feedList
    /// The style sheet with which browsers show feeds.
    case feedStylesheet
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

    /// Whether it is a list of all pages.
    var isSitemap: Bool { if case .sitemap = self { true } else { false } }

    /// Whether it is a file that is published as it is.
    var isFile: Bool {
      switch self {
      case .asset, .staticFile: true
      case .item, .standIn, .home, .list, .taxonomy, .term, .notFound, .redirect, .feed,
        .feedList, .feedStylesheet, .calendar, .eventCalendar, .bibliography, .citation, .sitemap,
        .robots, .headers, .emblem:
        false
      }
    }
  }

  /// Where it is.
  public let address: SiteAddress
  let content: Content

  /// When it is published within an update: what others refer to comes before what refers to it.
  var publishingOrder: Int {
    switch content {
    case .asset, .staticFile, .emblem, .headers, .feedStylesheet: 0
    case .item, .standIn: 1
    case .home, .list, .taxonomy, .term, .notFound, .redirect: 2
    case .eventCalendar, .citation: 1
    case .feed, .feedList, .calendar, .bibliography, .sitemap, .robots: 3
    }
  }
}
