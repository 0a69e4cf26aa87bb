internal import Feeds
internal import FrontMatter
internal import Pictures
internal import StructuredData

// What several kinds of metadata say about an item.
extension PlanReader {
  /// The partner that an item comes from.
  func partner(of index: Int) -> Int? {
    item(index).record.schema.slot(of: "partner").flatMap { reference(index, $0) }
  }

  /// The listed items of a kind that are written in a language, without those that only stand in
  /// for a translation.
  func ownItems(kind: Int, language: Int) -> [Int] {
    list(kind: kind, language: language).filter { item($0).language == language }
  }

  /// The names of an item's tags.
  func tagNames(of index: Int) -> [String] {
    guard let taxonomy = taxonomyIndices.first(where: { taxonomySettings($0).name == "tags" })
    else { return [] }
    return terms(of: index, in: taxonomy).map { termName(taxonomy: taxonomy, term: $0) }
  }

  /// What a calendar knows an event by for ever: its `id`, or the file, whatever is written in it.
  func calendarIdentity(of index: Int) -> String {
    let authority = configuration.feeds.authority
    let written = item(index).record[.id]?.text
    return
      (written.map { FeedIdentity(written: $0, authority: authority) }
      ?? FeedIdentity(naming: identityName(of: index), authority: authority)).uri
  }

  /// A picture in an item's front matter, with what is known of it.
  struct NamedPicture: Sendable {
    /// Where it is, absolute and in ASCII.
    let address: String
    /// What its first bytes say; nil where it is not a file beside the content.
    let header: PictureHeader?
    /// The media type, by its bytes or else by its name.
    let mediaType: String
    /// What it shows, in words.
    let alternativeText: String?
    /// Whose it is.
    let credit: String?

    /// Whether sites that show previews can show it: they take no drawings.
    var isPreviewable: Bool {
      ["image/jpeg", "image/png", "image/gif", "image/webp"].contains(mediaType)
    }
  }

  /// The picture that stands for an item.
  func leadPicture(of index: Int) -> NamedPicture? {
    let record = item(index).record
    guard let image = record[.image]?.record else { return nil }
    return picture(image, alternativeText: record[.imageAlt]?.text, from: index)
  }

  /// A picture that a field names, such as a partner's logo.
  func picture(_ image: Record, alternativeText: String?, from index: Int) -> NamedPicture? {
    guard let written = image.text("src") else { return nil }
    let file = file(written, from: index)
    guard !file.isMissing, let address = WebAddress(file.absoluteURL) else { return nil }
    let header = file.asset.flatMap(picture)
    let path = AddressParts(written).path
    return NamedPicture(
      address: address.text, header: header,
      mediaType: header?.mediaType ?? mediaType(of: path),
      alternativeText: image.text("alt") ?? alternativeText, credit: image.text("credit"))
  }

  /// The picture that stands for the site where links are previewed.
  func sitePicture(language: Int) -> NamedPicture? {
    guard let image = configuration.image, let route = route(atPath: image.path),
      let file = sourceFile(of: route), let address = webAddress(route.address),
      let header = picture(file)
    else { return nil }
    return NamedPicture(
      address: address.text, header: header, mediaType: header.mediaType,
      alternativeText: image.alternativeText[configuration.languages[language]], credit: nil)
  }

  /// A page in one of the languages that it exists in.
  struct Alternate: Sendable {
    /// The language (BCP 47), or `x-default` for readers of any other one.
    let language: String
    let address: SiteAddress
  }

  /// An item in each of its languages, its own too, and the one for readers of any other; empty
  /// where it has a single language, or its canonical address is elsewhere.
  func alternates(of index: Int) -> [Alternate] {
    guard configuration.languages.count > 1 else { return [] }
    let group = translations(of: index).filter { item($0).isCanonicalHere }
    // Where an item stands in for a translation, it is not one.
    guard group.contains(index), language == nil || language == item(index).language else {
      return []
    }
    return alternates(group.map { (item($0).language, address(of: $0)) })
  }

  /// A generated page in each language in which it exists.
  func alternates(ofGenerated address: SiteAddress) -> [Alternate] {
    alternates(
      configuration.languages.indices.compactMap { language in
        let there = localized(address, language)
        return route(atPath: there.path) == nil ? nil : (language, there)
      })
  }

  private func alternates(_ pages: [(language: Int, address: SiteAddress)]) -> [Alternate] {
    guard pages.count > 1, let first = pages.min(by: { $0.language < $1.language }) else {
      return []
    }
    return pages.sorted { $0.language < $1.language }.map {
      Alternate(language: configuration.languages[$0.language], address: $0.address)
    } + [Alternate(language: "x-default", address: first.address)]
  }
}

extension ContentItem {
  /// Whether search engines should know an item by its address on this site.
  var isCanonicalHere: Bool {
    record.text("canonical") == nil && record[.search]?.boolean ?? true
  }
}

extension LinkedPicture {
  init(_ picture: PlanReader.NamedPicture) {
    self.init(address: picture.address)
    size = picture.header.map { LinkedPictureSize(width: $0.width, height: $0.height) }
    caption = picture.alternativeText
    credit = picture.credit
  }
}
