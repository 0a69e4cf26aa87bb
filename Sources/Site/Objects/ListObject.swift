internal import Templates

/// A page of a list as its template sees it.
struct ListObject: TemplateObject {
  let reader: PlanReader
  let list: ListPage

  var type: TemplateObjectType { reader.types.list }

  func attribute(_ index: Int) -> TemplateValue {
    switch ListAttribute.all[index] {
    case .title: return .text(list.title)
    case .items: return .sequence(ItemSequence(reader: reader, items: list.items))
    case .total: return .integer(list.total)
    case .pageNumber: return .integer(list.page)
    case .pageCount: return .integer(list.pageCount)
    case .previousURL: return list.page > 1 ? url(list.page - 1) : .none
    case .nextURL: return list.page < list.pageCount ? url(list.page + 1) : .none
    case .url: return url(1)
    case .pages:
      return .list(
        (1...list.pageCount).map { number in
          .dictionary([
            "number": .integer(number), "url": url(number),
            "is_current": .bool(number == list.page),
          ])
        })
    case .terms: return list.terms
    case .feedURL: return list.feed.flatMap(reader.feedURL).map { .text($0) } ?? .none
    }
  }

  private func url(_ page: Int) -> TemplateValue {
    .text(reader.configuration.baseURL.relative(PlanBuilder.pageAddress(list.address, page)))
  }
}

/// A page of a list.
final class ListPage: Sendable {
  let title: String
  /// The items of this page.
  let items: [Int]
  /// How many items all pages have together.
  let total: Int
  let page: Int
  let pageCount: Int
  /// The address of the first page.
  let address: SiteAddress
  /// The feed of what it lists.
  let feed: SiteFeed?
  /// A taxonomy's terms, on the page of a taxonomy.
  let terms: TemplateValue

  /// A page of a list of items.
  init(title: String, slice: ListSlice, address: SiteAddress, feed: SiteFeed? = nil) {
    self.title = title
    items = slice.items
    total = slice.total
    page = slice.page
    pageCount = slice.pageCount
    self.address = address
    self.feed = feed
    terms = .list([])
  }

  /// The index of a taxonomy.
  init(title: String, terms: TermSequence, address: SiteAddress) {
    self.title = title
    items = []
    total = terms.count
    page = 1
    pageCount = 1
    self.address = address
    feed = nil
    self.terms = .sequence(terms)
  }
}
