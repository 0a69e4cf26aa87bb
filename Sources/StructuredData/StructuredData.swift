public import Text

/// What a page says about itself to programs: JSON-LD in the words of schema.org.
public struct StructuredData: Sendable, Hashable {
  /// What a page is about.
  public enum Subject: Sendable, Hashable {
    /// A page or a work.
    case work(LinkedWork)
    /// An event.
    case event(LinkedEvent)
    /// An organisation or a person.
    case agent(LinkedAgent)
  }

  /// What the page is about, the most important first.
  public var subjects: [Subject]
  /// The way to the page, from the home page to itself.
  public var breadcrumbs: [LinkedBreadcrumb]

  /// The data of a page.
  public init(_ subjects: [Subject], breadcrumbs: [LinkedBreadcrumb] = []) {
    self.subjects = subjects
    self.breadcrumbs = breadcrumbs
  }

  /// The contents of a `<script type="application/ld+json">` element; empty where there is nothing
  /// to say.
  ///
  /// Nothing in it can end the element: `<`, `>` and `&` are escaped in every text.
  public func script() -> Bytes {
    guard !subjects.isEmpty || breadcrumbs.count > 1 else { return [] }
    var writer = LinkedDataWriter()
    writer.openGraph()
    for subject in subjects {
      switch subject {
      case .work(let work): work.write(to: &writer)
      case .event(let event): event.write(to: &writer)
      case .agent(let agent): agent.write(to: &writer)
      }
    }
    // A way of one page, the home page itself, leads nowhere.
    if breadcrumbs.count > 1 { writeBreadcrumbs(to: &writer) }
    writer.closeGraph()
    return writer.bytes
  }

  private func writeBreadcrumbs(to writer: inout LinkedDataWriter) {
    writer.open("BreadcrumbList")
    writer.openList("itemListElement")
    for (index, crumb) in breadcrumbs.enumerated() {
      writer.open("ListItem")
      writer.member("position", number: index + 1)
      writer.member("name", crumb.title)
      writer.member("item", crumb.address)
      writer.close()
    }
    writer.closeList()
    writer.close()
  }
}
