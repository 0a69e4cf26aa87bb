internal import Citations
internal import CivilTime
internal import FrontMatter
internal import Funding
internal import StructuredData
internal import Templates

extension PlanReader {
  /// What the page of an item says about itself to programs.
  func structuredData(of index: Int) -> StructuredData {
    StructuredData(
      [subject(of: index)], breadcrumbs: breadcrumbs(of: index).map(linkedBreadcrumb))
  }

  private func subject(of index: Int) -> StructuredData.Subject {
    let item = self.item(index)
    switch configuration.kinds[item.kind].name {
    case "posts": return .work(linkedPost(index))
    case "events": return linkedEvent(of: index).map { .event($0) } ?? page(index)
    case "publications": return .work(linkedPublication(of: index))
    case "partners": return .agent(linkedPartner(index, isItsPage: true))
    default: return page(index)
    }
  }

  private func page(_ index: Int) -> StructuredData.Subject {
    .work(linkedWork(.page, of: index))
  }

  // MARK: Works

  private func linkedWork(_ kind: LinkedWork.Kind, of index: Int) -> LinkedWork {
    let item = self.item(index)
    var work = LinkedWork(kind, title: item.title, address: canonical(of: index))
    work.description = item.record[.description]?.text ?? summary(of: index)
    work.language = configuration.languages[item.language]
    work.published = item.date
    work.modified = item.updated
    work.authors = linkedAuthors(of: index)
    work.publisher = linkedSite(item.language)
    work.picture = leadPicture(of: index).map(LinkedPicture.init)
    work.keywords = tagNames(of: index)
    work.grant = linkedGrant(item.language)
    return work
  }

  /// A post; one that names nobody is the project's own.
  private func linkedPost(_ index: Int) -> LinkedWork {
    var post = linkedWork(.newsArticle, of: index)
    if post.authors.isEmpty { post.authors = [linkedSite(item(index).language)] }
    return post
  }

  private func linkedPublication(of index: Int) -> LinkedWork {
    let item = self.item(index)
    let kind = item.record.text("type").flatMap(CitationKind.init) ?? .other
    var work = linkedWork(kind.linkedKind, of: index)
    work.abstract = item.record.text("abstract")
    if let publisher = item.record.text("publisher") {
      work.publisher = LinkedAgent(.organization, name: publisher)
    }
    work.doi = item.record.text("doi").flatMap(Citation.doi).map(Citation.address(ofDOI:))
    work.number = item.record.record("deliverable")?.text("number")
    work.licence = item.record.text("licence")
    if let written = item.record.record("file")?.text("file") {
      let file = file(written, from: index)
      work.document = LinkedDocument(
        address: file.absoluteURL, mediaType: mediaType(of: written),
        byteCount: file.asset.flatMap(size))
    }
    return work
  }

  private func linkedAuthors(of index: Int) -> [LinkedAgent] {
    if item(index).record[.authors] == nil {
      return partner(of: index).map { [linkedPartner($0, isItsPage: false)] } ?? []
    }
    return citationAuthors(of: index).map { author in
      switch author {
      case .person: LinkedAgent(.person, name: author.givenFirst)
      case .organisation(let name): LinkedAgent(.organization, name: name)
      }
    }
  }

  // MARK: Events and organisations

  private func linkedEvent(of index: Int) -> LinkedEvent? {
    let item = self.item(index)
    guard let start = item.start else { return nil }
    var event = LinkedEvent(
      title: item.title, address: configuration.baseURL.absolute(address(of: index)), start: start)
    event.end = item.record.date("end")?.timestamp(in: item.timeZone)
    event.description = item.record[.description]?.text ?? summary(of: index)
    event.language = configuration.languages[item.language]
    event.status =
      switch item.record.text("status") {
      case "postponed": .postponed
      case "cancelled": .cancelled
      default: .scheduled
      }
    event.attendance =
      switch item.record.text("mode") {
      case "onsite": .onsite
      case "online": .online
      case "hybrid": .mixed
      default: nil
      }
    event.venue = item.record.text("venue")
    event.city = item.record.text("city")
    event.country = item.record.text("country")
    event.registration = item.record.text("registration").map(absoluteReference)
    event.organizer =
      partner(of: index).map { linkedPartner($0, isItsPage: false) }
      ?? item.record.text("organiser").map { LinkedAgent(.organization, name: $0) }
    event.picture = leadPicture(of: index).map(LinkedPicture.init)
    event.grant = linkedGrant(item.language)
    return event
  }

  /// A partner; what only its own page has to say is left out elsewhere.
  private func linkedPartner(_ index: Int, isItsPage: Bool) -> LinkedAgent {
    let item = self.item(index)
    var agent = LinkedAgent(.organization, name: item.record.text("name") ?? item.title)
    agent.page = configuration.baseURL.absolute(address(of: index))
    agent.address = item.record.text("website").map(absoluteReference)
    guard isItsPage else { return agent }
    agent.description = item.record[.description]?.text ?? summary(of: index)
    agent.country = item.record.text("country")
    agent.logo = item.record.record("logo").flatMap {
      picture($0, alternativeText: nil, from: index).map(LinkedPicture.init)
    }
    agent.sameAs = item.record.text("eccp_profile").map { [absoluteReference($0)] } ?? []
    return agent
  }

  // MARK: The site

  /// Who publishes the site: the project.
  private func linkedSite(_ language: Int) -> LinkedAgent {
    let project = configuration.project
    var agent = LinkedAgent(.organization, name: project.acronym ?? siteTitle(language))
    agent.address = project.website ?? configuration.baseURL.absolute(.home)
    return agent
  }

  private func projectName(_ language: Int) -> String? {
    configuration.project.name?[configuration.languages[language]]
  }

  private func linkedGrant(_ language: Int) -> LinkedGrant? {
    guard let funding = configuration.funding else { return nil }
    return LinkedGrant(
      name: projectName(language) ?? siteTitle(language),
      identifier: funding.grantAgreement, funder: "European Union")
  }

  /// What a page that no text stands for says about itself; nothing on redirects and errors.
  func structuredData(of page: GeneratedPage) -> StructuredData {
    let address = configuration.baseURL.absolute(page.address)
    let kind: LinkedWork.Kind
    switch page.kind {
    case "home": kind = .website
    case "list", "taxonomy", "term": kind = .collection
    default: return StructuredData([])
    }
    var work = LinkedWork(kind, title: page.title, address: address)
    work.description = page.description
    work.language = configuration.languages[page.language]
    if kind == .website {
      work.publisher = linkedSite(page.language)
      work.publisher?.description = projectName(page.language)
      work.grant = linkedGrant(page.language)
    }
    return StructuredData([.work(work)], breadcrumbs: page.breadcrumbs.map(linkedBreadcrumb))
  }

  private func linkedBreadcrumb(_ crumb: Crumb) -> LinkedBreadcrumb {
    LinkedBreadcrumb(
      title: crumb.title, address: configuration.baseURL.absolute(crumb.address))
  }
}

extension CitationKind {
  /// The type of schema.org that stands for it.
  fileprivate var linkedKind: LinkedWork.Kind {
    switch self {
    case .report, .deliverable: .report
    case .article: .scholarlyArticle
    case .dataset: .dataset
    case .presentation: .presentation
    case .newsletter, .brochure: .document
    case .poster: .poster
    case .book: .book
    case .thesis: .thesis
    case .software: .software
    case .video: .video
    case .other: .creativeWork
    }
  }
}
