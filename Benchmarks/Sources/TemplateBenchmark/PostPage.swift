import Foundation

/// What a typical post page is made of, as `post.json` has it.
struct PostPage: Decodable {
  struct Site: Decodable {
    let title, base, generator, stylesheet, icon, funding, acronym, email: String
    let feedURL: String
    let menu: [MenuEntry]

    enum CodingKeys: String, CodingKey {
      case title, base, generator, stylesheet, icon, funding, acronym, email, menu
      case feedURL = "feed_url"
    }
  }

  struct MenuEntry: Decodable {
    let label, url: String
    let isCurrent: Bool

    enum CodingKeys: String, CodingKey {
      case label, url
      case isCurrent = "is_current"
    }
  }

  struct Image: Decodable {
    let url, absoluteURL, alt: String
    let width, height: Int

    enum CodingKeys: String, CodingKey {
      case url, alt, width, height
      case absoluteURL = "absolute_url"
    }
  }

  struct Tag: Decodable { let name, url: String }

  struct Neighbour: Decodable { let title, url: String }

  struct Page: Decodable {
    let kind, title, description, language, url, permalink: String
    let dateISO, dateText: String
    let readingTime: Int
    let authors: [String]
    let image: Image?
    let tags: [Tag]
    let previous, next: Neighbour?
    let draft: Bool
    let updated, lead: String?
    let content: String

    enum CodingKeys: String, CodingKey {
      case kind, title, description, language, url, permalink, authors, image, tags, previous, next
      case draft, updated, lead, content
      case dateISO = "date_iso"
      case dateText = "date_text"
      case readingTime = "reading_time"
    }
  }

  let site: Site
  let page: Page

  init(readFrom file: URL) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }
}
