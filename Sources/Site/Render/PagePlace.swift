/// Which page something stands on.
struct PagePlace: Sendable {
  let address: SiteAddress
  let language: Int
  /// The item whose text the page shows; nil where it shows none.
  let item: Int?
  /// What messages call the page: the item's file, or the address.
  let subject: String
}

extension PlanReader {
  /// The place of an item's page in the language of this rendering.
  func place(of item: Int) -> PagePlace {
    PagePlace(
      address: shownAddress(of: item), language: language ?? self.item(item).language, item: item,
      subject: path(of: item))
  }

  /// The place of a generated page, with the text that `index.md` gives for it.
  func place(of page: GeneratedPage) -> PagePlace {
    PagePlace(
      address: page.address, language: page.language, item: introduction(at: page.address.path),
      subject: page.address.path)
  }
}
