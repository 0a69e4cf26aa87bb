/// The items of one page of a list, and where that page stands among the others.
struct ListSlice: Sendable, Hashable {
  /// The items of this page.
  let items: [Int]
  /// How many items all pages have together.
  let total: Int
  /// Which page it is, from 1.
  let page: Int
  /// How many pages there are; an empty list has one.
  let pageCount: Int

  /// A page of a list.
  init(_ all: [Int], page: Int, itemsPerPage: Int) {
    let start = min((page - 1) * itemsPerPage, all.count)
    items = Array(all[start..<min(start + itemsPerPage, all.count)])
    total = all.count
    self.page = page
    pageCount = PlanBuilder.pageCount(all.count, itemsPerPage)
  }
}

extension SitePlan {
  /// A page of a kind's list.
  func listPage(kind: Int, language: Int, page: Int) -> ListSlice {
    ListSlice(
      lists[kind][language], page: page, itemsPerPage: configuration.kinds[kind].itemsPerPage)
  }

  /// A page of a term's list.
  func termPage(taxonomy: Int, term: Int, language: Int, page: Int) -> ListSlice {
    ListSlice(
      taxonomies[taxonomy].terms[term].items[language], page: page,
      itemsPerPage: configuration.termItemsPerPage)
  }
}
