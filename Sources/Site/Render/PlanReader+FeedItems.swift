internal import CivilTime
internal import Feeds
internal import FrontMatter
internal import Funding
internal import Pictures
internal import Text

extension PlanReader {
  /// An item for all feeds that it is in; its text is rendered where it was not just now.
  func preparedItem(_ index: Int, body rendered: ItemBody? = nil) -> PreparedFeedItem? {
    let item = self.item(index)
    guard let date = item.feedDate(in: configuration) else { return nil }
    let link = feedAddress(address(of: index))
    let summary = self.summary(of: index)
    let picture = item.record[.image]?.record.flatMap { self.picture($0, of: index) }
    let formats = configuration.feeds.formats
    let text = SyndicatedText(
      html: configuration.feeds.isFullText
        ? (rendered ?? body(of: index)).html : summaryHTML(summary),
      page: link, picture: picture, ending: ending(of: index, link),
      forms: formats.reduce(into: []) { $0.formUnion($1.textForm) })
    var entry = FeedItem(
      id: identity(of: index), title: item.title, link: link, text: text, published: date)
    entry.summary = summary
    entry.updated = item.updated
    entry.authors = authors(of: index)
    entry.categories = categories(of: index)
    entry.picture = picture
    entry.attachments = attachments(of: index)
    return PreparedFeedItem(entry, formats: formats)
  }

  // MARK: Identity

  /// What an item is known by for ever: what its front matter says, or where its file lies.
  func identity(of index: Int) -> FeedIdentity {
    let authority = configuration.feeds.authority
    if let written = item(index).record[.id]?.text {
      return FeedIdentity(written: written, authority: authority)
    }
    return FeedIdentity(naming: derivedName(of: index), authority: authority)
  }

  /// What an item without an identity of its own is called under the site's authority.
  ///
  /// The day and the file: a new title, slug, domain or scheme changes neither. The day keeps apart
  /// what is written into one file after the other, and what two sites have in files of one name.
  private func derivedName(of index: Int) -> String {
    let day = item(index).feedDate(in: configuration).map { "\($0.isoDate)/" } ?? ""
    return day + identityName(of: index)
  }

  /// An item's file without the folder of all content and its ending: `posts/kick-off`.
  ///
  /// A file that moves into a folder of its own, to have a picture beside it, keeps its name.
  func identityName(of index: Int) -> String {
    let path = self.path(of: index).dropFirst("content/".count)
    let name = String(path.hasSuffix(".md") ? path.dropLast(3) : path).composed
    guard let mark = name.lastIndex(of: "/"), name[mark...].hasPrefix("/index") else { return name }
    let rest = name[mark...].dropFirst("/index".count)
    return rest.isEmpty || rest.hasPrefix(".") ? String(name[..<mark]) + rest : name
  }

  // MARK: What copies must carry

  private func ending(of index: Int, _ link: WebAddress) -> SyndicatedEnding {
    let language = item(index).language
    return SyndicatedEnding(
      label: phrasebook(language: language).plainText("feed.original", language: language)
        ?? "Originally published at",
      original: WebAddress(canonical(of: index)) ?? link,
      notices: fundingNotices(configuration.languages[language]))
  }

  /// The funding statement in words, which every copy of a text has to carry.
  private func fundingNotices(_ language: String) -> [String] {
    guard let funding = configuration.funding else { return [] }
    let acknowledgement =
      funding.acknowledgement(in: language) ?? funding.statement(in: language)
    return [acknowledgement, funding.disclaimer(in: language)].compactMap { $0 }
  }

  /// What a person reads who has come upon a feed in a browser.
  var feedExplanation: String {
    phrasebook(language: 0).plainText("feed.explanation", language: 0)
      ?? "This is a feed: it is made for a program that follows the news of many sites for you. "
      + "Copy the address of this page and paste it into your feed reader, your newsletter tool "
      + "or your own site."
  }

  private func summaryHTML(_ summary: String) -> Bytes {
    var html = Bytes("<p>".utf8)
    html.append(escapingHTML: summary)
    html.append("</p>")
    return html
  }

  // MARK: Particulars

  /// Who wrote an item: whom it names, or else the partner that it comes from, or the project.
  private func authors(of index: Int) -> [String] {
    if let authors = item(index).record[.authors]?.texts, !authors.isEmpty { return authors }
    if let slot = item(index).record.schema.slot(of: "partner"),
      let partner = reference(index, slot)
    {
      return [item(partner).title]
    }
    return [siteTitle(item(index).language)]
  }

  private func categories(of index: Int) -> [FeedCategory] {
    taxonomyIndices.flatMap { taxonomy in
      let domain = webAddress(
        localized(taxonomyAddress(taxonomy), item(index).language))
      return terms(of: index, in: taxonomy).map {
        FeedCategory(name: termName(taxonomy: taxonomy, term: $0), domain: domain)
      }
    }
  }

  /// A picture that front matter names, where it is a file of the site.
  func picture(_ image: Record, of index: Int) -> FeedPicture? {
    guard let written = image.text("src") else { return nil }
    let file = file(written, from: index)
    guard let address = WebAddress(file.absoluteURL), let asset = file.asset,
      let header = self.picture(asset)
    else { return nil }
    return FeedPicture(
      address: address, mediaType: header.mediaType, byteCount: size(of: asset) ?? 0,
      size: FeedPictureSize(width: header.width, height: header.height),
      alternativeText: image.text("alt") ?? item(index).record[.imageAlt]?.text ?? "",
      credit: image.text("credit"))
  }

  private func attachments(of index: Int) -> [FeedAttachment] {
    (item(index).record[.attachments]?.list ?? []).compactMap { value in
      guard let record = value.record, let written = record.text("file") else { return nil }
      let file = file(written, from: index)
      guard let address = WebAddress(file.absoluteURL), let asset = file.asset else { return nil }
      return FeedAttachment(
        address: address, title: record.text("title") ?? fileName(of: written),
        mediaType: mediaType(of: written), byteCount: size(of: asset) ?? 0)
    }
  }
}
