internal import Citations
internal import CivilTime
internal import FrontMatter

extension PlanReader {
  /// The publications of a language that can be cited, in their list's order.
  func bibliography(_ language: Int) -> Bibliography {
    guard let kind = configuration.kindIndex(named: "publications") else {
      return Bibliography([])
    }
    return Bibliography(ownItems(kind: kind, language: language).compactMap(citation))
  }

  /// A publication as others cite it; nil where it is none, or not published yet.
  func citation(of index: Int) -> Citation? {
    let item = self.item(index)
    guard item.isCitable(in: configuration) else { return nil }
    let record = item.record
    let language = configuration.languages[item.language]
    let kind = record.text("type").flatMap(CitationKind.init) ?? .other
    var citation = Citation(
      key: CitationKey([
        configuration.project.acronym ?? "", item.slug, item.language == 0 ? "" : language,
      ]), kind: kind, title: item.title)
    citation.authors = citationAuthors(of: index)
    citation.date = item.date.map { CitationDate($0.date) }
    // An article's publisher is its journal, which the site is not.
    citation.publisher =
      record.text("publisher")
      ?? (kind == .article ? nil : configuration.project.acronym ?? siteTitle(item.language))
    citation.number = record.record("deliverable")?.text("number")
    citation.doi = record.text("doi").flatMap(Citation.doi)
    citation.address = configuration.baseURL.absolute(address(of: index))
    if let written = record.record("file")?.text("file") {
      citation.documentAddress = file(written, from: index).absoluteURL
      citation.documentType = mediaType(of: written)
    }
    citation.abstract = record.text("abstract") ?? record[.description]?.text
    citation.language = language
    citation.licence = record.text("licence")
    citation.extent = record.text("pages").flatMap(CitationExtent.init)
    citation.keywords = tagNames(of: index)
    return citation
  }

  /// The authors as they are written, or else the partner; partners are known as organisations.
  func citationAuthors(of index: Int) -> [CitationAuthor] {
    let written = item(index).record[.authors]?.texts ?? []
    if written.isEmpty { return partner(of: index).map { [.organisation(item($0).title)] } ?? [] }
    let organisations = organisationNames(item(index).language)
    return written.map { CitationAuthor(written: $0, organisations: organisations) }
  }

  /// What the site knows as organisations: the partners, and the contact's.
  private func organisationNames(_ language: Int) -> Set<String> {
    var names = Set([configuration.project.contactOrganisation].compactMap { $0 })
    guard let partners = configuration.kindIndex(named: "partners") else { return names }
    for language in Set([0, language]) {
      for partner in list(kind: partners, language: language) { names.insert(item(partner).title) }
    }
    return names
  }
}

extension ContentItem {
  /// Whether a publication is out, so that it can be cited: it has a date or a DOI.
  func isCitable(in configuration: SiteConfiguration) -> Bool {
    configuration.kinds[kind].name == "publications"
      && (date != nil || record.text("doi").flatMap(Citation.doi) != nil)
  }
}

extension SiteConfiguration {
  /// Where all publications of a language stand in a format: `/publications/publications.bib`.
  func bibliographyAddress(_ language: Int, _ format: CitationFormat) -> SiteAddress? {
    guard let kind = kindIndex(named: "publications") else { return nil }
    let folder = kinds[kind].listAddress ?? .home
    return localized(folder.appending("publications.\(format.fileExtension)"), language)
  }
}

extension SiteAddress {
  /// The address of a file that goes with a page, in the page's folder: `/events/visit/visit.ics`.
  func companion(_ slug: String, _ fileExtension: String) -> SiteAddress {
    let folder = isFolder ? path : String(path[...(path.lastIndex(of: "/") ?? path.startIndex)])
    return (SiteAddress(folder) ?? .home).appending("\(slug).\(fileExtension)")
  }
}
