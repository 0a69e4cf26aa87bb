import CivilTime
import StructuredData
import Testing
import Text

@Suite struct StructuredDataTests {
  private let hostile = "</script><script>alert(1)</script><!-- ]]> \" \\ & \u{0}\n\u{2028} é 🇪🇺"

  @Test func `a news article is described`() throws {
    var work = LinkedWork(
      .newsArticle, title: "Kick-off", address: "https://x.eu/news/kick-off/")
    work.description = "We began."
    work.language = "en"
    work.published = Timestamp(secondsSinceEpoch: 0, isDateOnly: true)
    work.authors = [LinkedAgent(.person, name: "Ada")]
    work.publisher = LinkedAgent(.organization, name: "BRIGHT")
    work.picture = LinkedPicture(address: "https://x.eu/a.jpg")
    work.picture?.size = LinkedPictureSize(width: 1200, height: 900)
    work.keywords = ["SMEs", "EU"]
    work.grant = LinkedGrant(name: "BRIGHT", identifier: "123", funder: "European Union")
    let crumbs = [
      LinkedBreadcrumb(title: "Home", address: "https://x.eu/"),
      LinkedBreadcrumb(title: "Kick-off", address: "https://x.eu/news/kick-off/"),
    ]
    #expect(
      StructuredData([.work(work)], breadcrumbs: crumbs).script().text == """
        {"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",\
        "@id":"https://x.eu/news/kick-off/","headline":"Kick-off",\
        "url":"https://x.eu/news/kick-off/","mainEntityOfPage":"https://x.eu/news/kick-off/",\
        "description":"We began.","inLanguage":"en","datePublished":"1970-01-01",\
        "dateModified":"1970-01-01","author":[{"@type":"Person","name":"Ada"}],\
        "publisher":{"@type":"Organization","name":"BRIGHT"},\
        "image":{"@type":"ImageObject","url":"https://x.eu/a.jpg","width":1200,"height":900},\
        "keywords":["SMEs","EU"],"funding":{"@type":"Grant","name":"BRIGHT","identifier":"123",\
        "funder":{"@type":"Organization","name":"European Union"}}},\
        {"@type":"BreadcrumbList","itemListElement":[\
        {"@type":"ListItem","position":1,"name":"Home","item":"https://x.eu/"},\
        {"@type":"ListItem","position":2,"name":"Kick-off",\
        "item":"https://x.eu/news/kick-off/"}]}]}
        """)
  }

  @Test func `an event at a place and on the web has both`() throws {
    var event = LinkedEvent(
      title: "Visit", address: "https://x.eu/e/", start: Timestamp(secondsSinceEpoch: 0))
    event.attendance = .mixed
    event.city = "Barcelona"
    event.country = "ES"
    event.registration = "https://y.eu/?a&b"
    event.status = .postponed
    event.end = Timestamp(secondsSinceEpoch: -1)
    let text = StructuredData([.event(event)]).script().text
    #expect(text.contains(#""startDate":"1970-01-01T00:00:00+00:00""#))
    #expect(!text.contains("endDate"))
    #expect(text.contains(#""eventStatus":"https://schema.org/EventPostponed""#))
    #expect(
      text.contains(
        #""location":[{"@type":"Place","name":"Barcelona","address":{"@type":"PostalAddress","#
          + #""addressLocality":"Barcelona","addressCountry":"ES"}},"#
          + #"{"@type":"VirtualLocation","url":"https://y.eu/?a\u0026b"}]"#))
  }

  @Test func `no text can end the script element`() throws {
    let all = try everything(hostile)
    let text = all.script().text
    #expect(!text.contains("<") && !text.contains(">") && !text.contains("&"))
    let value = try JSONValue(reading: all.script())
    #expect(texts(in: value).count { $0 == hostile } >= 20)
  }

  @Test func `a page with nothing to say has no script`() {
    let home = LinkedBreadcrumb(title: "Home", address: "https://x.eu/")
    #expect(StructuredData([], breadcrumbs: [home]).script().isEmpty)
  }

  @Test func `what is empty is not written`() {
    var agent = LinkedAgent(.organization, name: "Biocat")
    agent.description = ""
    agent.country = ""
    #expect(
      StructuredData([.agent(agent)]).script().text
        == #"{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Biocat"}]}"#
    )
  }

  /// Every model with a text in every field.
  private func everything(_ text: String) throws -> StructuredData {
    var agent = LinkedAgent(.organization, name: text)
    agent.address = text
    agent.page = "https://x.eu/"
    agent.description = text
    agent.country = text
    agent.sameAs = [text]
    agent.logo = LinkedPicture(address: text)
    agent.logo?.caption = text
    agent.logo?.credit = text
    var work = LinkedWork(.report, title: text, address: text)
    work.description = text
    work.abstract = text
    work.language = text
    work.keywords = [text, text]
    work.doi = text
    work.number = text
    work.licence = text
    work.document = LinkedDocument(address: text, mediaType: text, byteCount: 5)
    work.grant = LinkedGrant(name: text, identifier: text, funder: text)
    work.authors = [agent]
    var event = LinkedEvent(title: text, address: text, start: Timestamp(secondsSinceEpoch: 0))
    event.venue = text
    event.city = text
    event.organizer = agent
    return StructuredData(
      [.work(work), .event(event), .agent(agent)],
      breadcrumbs: [
        LinkedBreadcrumb(title: text, address: text), LinkedBreadcrumb(title: "b", address: "b"),
      ])
  }

  private func texts(in value: JSONValue) -> [String] {
    switch value {
    case .text(let text): [text]
    case .list(let values): values.flatMap(texts)
    case .object(let members): members.flatMap { texts(in: $0.value) }
    case .null, .bool, .number, .decimal: []
    }
  }
}
