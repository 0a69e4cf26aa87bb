internal import Calendars
internal import Citations
internal import Pictures
internal import StructuredData
internal import Templates

// What templates print for programs: in the head of a page, and as links to files.
extension PlanReader {
  /// JSON-LD for a `script` element; none where there is nothing to say.
  func value(_ data: StructuredData) -> TemplateValue {
    let script = data.script()
    return script.isEmpty ? .none : .markup(script)
  }

  /// A page in all its languages.
  func value(_ alternates: [Alternate]) -> TemplateValue {
    .list(
      alternates.map {
        .dictionary([
          "language": .text($0.language),
          "url": .text(configuration.baseURL.absolute($0.address)),
        ])
      })
  }

  /// The picture for previews of an item on other sites: its own, or that of the site where it has
  /// no photograph.
  func cardImage(of index: Int) -> TemplateValue {
    let picture = leadPicture(of: index).flatMap { $0.isPreviewable ? $0 : nil }
    return (picture ?? sitePicture(language: language ?? item(index).language)).map(value) ?? .none
  }

  /// The picture for previews of a page that is no item's; none where the site has none.
  func cardImage(language: Int) -> TemplateValue {
    sitePicture(language: language).map(value) ?? .none
  }

  private func value(_ picture: NamedPicture) -> TemplateValue {
    .dictionary([
      "url": .text(picture.address), "type": .text(picture.mediaType),
      "width": picture.header.map { .integer($0.width) } ?? .none,
      "height": picture.header.map { .integer($0.height) } ?? .none,
      "alt": optionalText(picture.alternativeText),
    ])
  }

  /// The ways to put an event into a calendar; none where it has no date.
  func calendarLinks(of index: Int) -> TemplateValue {
    guard let event = calendarEvent(of: index) else { return .none }
    let file = address(of: index).companion(item(index).slug, "ics")
    return .dictionary([
      "url": .text(configuration.baseURL.relative(file)),
      "google_url": .text(event.googleAddress), "outlook_url": .text(event.outlookAddress),
    ])
  }

  /// The calendar of a language.
  func calendarLinks(language: Int) -> TemplateValue {
    guard let address = calendarAddress(language) else { return .none }
    let absolute = configuration.baseURL.absolute(address)
    return .dictionary([
      "url": .text(configuration.baseURL.relative(address)), "absolute_url": .text(absolute),
      "webcal_url": .text("webcal" + absolute.drop { $0 != ":" }),
    ])
  }

  /// How a publication is cited; none where it is none, or not out yet.
  func citationValue(of index: Int) -> TemplateValue {
    guard let citation = citation(of: index) else { return .none }
    let slug = item(index).slug
    let address = self.address(of: index)
    return .dictionary([
      "text": .text(citation.text), "key": .text(citation.key.description),
      "doi_url": optionalText(citation.doi.map(Citation.address(ofDOI:))),
      "bibtex_url": .text(url(address.companion(slug, CitationFormat.bibTeX.fileExtension))),
      "csl_url": .text(url(address.companion(slug, CitationFormat.cslJSON.fileExtension))),
      "ris_url": .text(url(address.companion(slug, CitationFormat.ris.fileExtension))),
      "tags": .list(
        (citation.highwireTags + citation.dublinCoreTags).map {
          .dictionary(["name": .text($0.name), "content": .text($0.content)])
        }),
    ])
  }

  /// The files with all publications of a language; none where nothing can be cited.
  func bibliographyLinks(_ language: Int) -> TemplateValue {
    guard let kind = configuration.kindIndex(named: "publications"),
      ownItems(kind: kind, language: language).contains(where: {
        item($0).isCitable(in: configuration)
      })
    else { return .none }
    func link(_ format: CitationFormat) -> TemplateValue {
      configuration.bibliographyAddress(language, format).map { .text(url($0)) } ?? .none
    }
    return .dictionary([
      "bibtex_url": link(.bibTeX), "csl_url": link(.cslJSON), "ris_url": link(.ris),
    ])
  }

  private func url(_ address: SiteAddress) -> String { configuration.baseURL.relative(address) }
}
