internal import Diagnostics
internal import Markdown
internal import Templates
internal import Text

extension PlanReader {
  /// Appends a component of a text, as its template has it; the errors of that template.
  ///
  /// The template sees the site, the functions and `component`, and no page: the text that it stands
  /// in is not finished.
  func write(_ component: MarkdownComponent, on page: PagePlace, into html: inout Bytes)
    -> [Diagnostic]
  {
    let notes = PageNotes()
    let site = SiteObject(
      reader: self, language: page.language, currentPath: page.address.path,
      currentItem: page.item)
    do throws(TemplateError) {
      try render(
        template: component.template,
        globals: [.object(site), .none, .none] + functions(on: page, notes: notes)
          + [.dictionary(values(of: component))], on: page, into: &html)
    } catch {
      return error.diagnostics
    }
    return notes.diagnostics
  }

  private func values(of component: MarkdownComponent) -> TemplateDictionary {
    switch component {
    case .figure(let picture): return values(of: picture)
    case .video(let picture, let address):
      var values = values(of: picture)
      values["address"] = .text(address)
      values["site"] = .text(host(of: address))
      return values
    case .document(let title, let target, let destination):
      return [
        "url": .text(target.address ?? destination), "title": .text(title),
        "type": .text(type(ofDocument: target.file ?? destination)),
        "size": .text(target.file.map(sizeInWords) ?? ""),
      ]
    case .quotation(let content, let source):
      return ["content": .markup(content), "source": .markup(source)]
    case .cards(let cards):
      return ["items": .list(cards.map { .markup($0) })]
    }
  }

  private func values(of picture: MarkdownPicture) -> TemplateDictionary {
    [
      "url": .text(picture.target.address ?? picture.destination),
      "alt": .text(picture.alternativeText),
      "width": picture.target.width.map { .integer($0) } ?? .none,
      "height": picture.target.height.map { .integer($0) } ?? .none,
      "caption": .text(picture.caption), "credit": .text(picture.credit),
    ]
  }

  /// The host of an address without `www.`; this site's own for an address on it.
  private func host(of address: String) -> String {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      return configuration.baseURL.host
    }
    let host = address.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" && $0 != "?" }
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }

  private func type(ofDocument path: String) -> String {
    let name = path.prefix { $0 != "?" && $0 != "#" }
    return name.lastIndex(of: ".").map { name[name.index(after: $0)...].uppercased() } ?? ""
  }
}

extension MarkdownComponent {
  /// The names of all templates of components.
  static let templates = ["figure", "video", "document", "quotation", "cards"].map {
    "components/\($0).html"
  }

  /// The template that writes it.
  fileprivate var template: String {
    switch self {
    case .figure: Self.templates[0]
    case .video: Self.templates[1]
    case .document: Self.templates[2]
    case .quotation: Self.templates[3]
    case .cards: Self.templates[4]
    }
  }
}
