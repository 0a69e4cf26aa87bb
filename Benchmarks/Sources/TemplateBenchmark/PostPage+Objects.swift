import Templates
import Text

// What the templates see: objects whose attributes are found by number, as those of a site are.

final class SiteObject: TemplateObject {
  static let objectType = TemplateObjectType(
    name: "site",
    attributes: [
      "title", "base", "generator", "stylesheet", "icon", "funding", "acronym", "email",
      "feed_url", "menu",
    ])
  let site: PostPage.Site

  init(_ site: PostPage.Site) { self.site = site }

  var type: TemplateObjectType { Self.objectType }

  func attribute(_ index: Int) -> TemplateValue {
    switch index {
    case 0: .text(site.title)
    case 1: .text(site.base)
    case 2: .text(site.generator)
    case 3: .text(site.stylesheet)
    case 4: .text(site.icon)
    case 5: .text(site.funding)
    case 6: .text(site.acronym)
    case 7: .text(site.email)
    case 8: .text(site.feedURL)
    default: .list(site.menu.map { .object(MenuObject(entry: $0)) })
    }
  }
}

struct MenuObject: TemplateObject {
  static let objectType = TemplateObjectType(
    name: "menu entry", attributes: ["label", "url", "is_current"])
  let entry: PostPage.MenuEntry

  var type: TemplateObjectType { Self.objectType }

  func attribute(_ index: Int) -> TemplateValue {
    switch index {
    case 0: .text(entry.label)
    case 1: .text(entry.url)
    default: .bool(entry.isCurrent)
    }
  }
}

/// A tag by its name, a neighbour by its title: a name and an address.
struct LinkObject: TemplateObject {
  static let tag = TemplateObjectType(name: "tag", attributes: ["name", "url"])
  static let neighbour = TemplateObjectType(name: "neighbour", attributes: ["title", "url"])
  let type: TemplateObjectType
  let name: String
  let url: String

  func attribute(_ index: Int) -> TemplateValue { .text(index == 0 ? name : url) }
}

final class ImageObject: TemplateObject {
  static let objectType = TemplateObjectType(
    name: "image", attributes: ["url", "absolute_url", "alt", "width", "height"])
  let image: PostPage.Image

  init(_ image: PostPage.Image) { self.image = image }

  var type: TemplateObjectType { Self.objectType }

  func attribute(_ index: Int) -> TemplateValue {
    switch index {
    case 0: .text(image.url)
    case 1: .text(image.absoluteURL)
    case 2: .text(image.alt)
    case 3: .integer(image.width)
    default: .integer(image.height)
    }
  }
}

final class PageObject: TemplateObject {
  static let objectType = TemplateObjectType(
    name: "page",
    attributes: [
      "kind", "title", "description", "language", "url", "permalink", "date_iso", "date_text",
      "reading_time", "authors", "image", "tags", "previous", "next", "draft", "updated", "lead",
      "content",
    ])
  let page: PostPage.Page
  let content: Bytes

  init(_ page: PostPage.Page) {
    self.page = page
    self.content = Bytes(page.content.utf8)
  }

  var type: TemplateObjectType { Self.objectType }

  func attribute(_ index: Int) -> TemplateValue {
    switch index {
    case 0: .text(page.kind)
    case 1: .text(page.title)
    case 2: .text(page.description)
    case 3: .text(page.language)
    case 4: .text(page.url)
    case 5: .text(page.permalink)
    case 6: .text(page.dateISO)
    case 7: .text(page.dateText)
    case 8: .integer(page.readingTime)
    case 9: .list(page.authors.map { .text($0) })
    case 10: page.image.map { .object(ImageObject($0)) } ?? .none
    case 11:
      .list(page.tags.map { .object(LinkObject(type: LinkObject.tag, name: $0.name, url: $0.url)) })
    case 12: neighbour(page.previous)
    case 13: neighbour(page.next)
    case 14: .bool(page.draft)
    case 15: page.updated.map { .text($0) } ?? .none
    case 16: page.lead.map { .text($0) } ?? .none
    default: .markup(content)
    }
  }

  private func neighbour(_ neighbour: PostPage.Neighbour?) -> TemplateValue {
    guard let neighbour else { return .none }
    return .object(
      LinkObject(type: LinkObject.neighbour, name: neighbour.title, url: neighbour.url))
  }
}
