internal import Diagnostics
internal import Site
internal import Text

// Whether everybody can use a page: what WCAG 2.1 AA and EN 301 549 ask for and bytes tell.
extension PageChecks {
  var accessibility: [Diagnostic] {
    language + mainHeading + headingOrder + images + links + tables
  }

  // MARK: Language (WCAG 3.1.1)

  private var language: [Diagnostic] {
    let written = elements("html").first.flatMap { page.elements[$0]["lang"] }
    let (said, wanted) = ((written ?? "").lowercased(), rendered.language.lowercased())
    // `en-GB` is English too.
    guard said != wanted, !said.hasPrefix(wanted + "-") else { return [] }
    let message =
      (written ?? "").isEmpty
      ? "the page does not say its language"
      : "the page says that its language is '\(written ?? "")', and it is '\(rendered.language)'"
    return [
      Diagnostic(
        .pageLanguage, message, at: places.ofTemplate,
        help: ["write '<html lang=\"{{ page.language }}\">' in the template"])
    ]
  }

  // MARK: Headings (WCAG 1.3.1, 2.4.6)

  /// The headings with their levels, in order.
  private var headings: [(element: Int, level: Int)] {
    page.elements.indices.compactMap { index in
      let name = page.elements[index].name
      guard name.count == 2, name.hasPrefix("h"), let level = name.last?.wholeNumberValue,
        (1...6).contains(level), !page.isHidden(index)
      else { return nil }
      return (index, level)
    }
  }

  private var mainHeading: [Diagnostic] {
    let main = headings.filter { $0.level == 1 }
    if main.isEmpty {
      return [
        Diagnostic(
          .mainHeading, "the page has no heading of the first level", at: places.ofTemplate,
          help: ["print the title as '<h1>{{ page.title }}</h1>'"])
      ]
    }
    return main.dropFirst().map { heading in
      let text = page.text(of: heading.element)
      return Diagnostic(
        .mainHeading, "the page has another heading of the first level: '\(text.shown)'",
        at: places.place(of: ["# " + text]) ?? places.ofTemplate,
        help: ["begin the headings of a text with '##'; the title is the heading of the page"])
    }
  }

  private var headingOrder: [Diagnostic] {
    zip(headings, headings.dropFirst()).compactMap { before, heading in
      guard heading.level > before.level + 1 else { return nil }
      let text = page.text(of: heading.element)
      return Diagnostic(
        .headingOrder,
        "'\(text.shown)' is a heading of level \(heading.level), right below one of level "
          + "\(before.level)",
        at: places.place(of: [String(repeating: "#", count: heading.level) + " " + text, text])
          ?? places.ofTemplate,
        help: ["make it a heading of level \(before.level + 1)"])
    }
  }

  // MARK: Pictures (WCAG 1.1.1)

  private var images: [Diagnostic] {
    elements("img").compactMap { index in
      let image = page.elements[index]
      let source = image["src"] ?? ""
      let name = source.fileName
      // A template may decorate; what a text shows has something to say.
      let place = places.place(of: ["![](\(source)", "![](\(name)"])
      guard image["alt"] == nil || (image["alt"] == "" && place != nil) else { return nil }
      return Diagnostic(
        .imageWithoutAlt, "the picture '\(name.shown)' has no alternative text",
        at: place ?? places.place(of: ["<img src=\"\(source)\"", name]) ?? places.ofTemplate,
        help: [
          place == nil
            ? "write 'alt=\"…\"' with what it shows, or 'alt=\"\"' if it only decorates"
            : "write what it shows: ![The entrance of the park](\(name))"
        ])
    }
  }

  // MARK: Links (WCAG 2.4.4)

  private var links: [Diagnostic] {
    var counts: [String: Int] = [:]
    return elements("a").compactMap { index in
      guard let address = page.elements[index]["href"] else { return nil }
      let text = accessibleText(of: index)
      let number = counts[text, default: 0]
      counts[text] = number + 1
      if text.isEmpty { return emptyLink(address, number: number) }
      if VagueLinkTexts.contain(text, language: rendered.language) {
        return vagueLink(text, number: number)
      }
      return document(address, text)
    }
  }

  /// What a screen reader says of a link.
  private func accessibleText(of link: Int) -> String {
    let element = page.elements[link]
    if let label = element["aria-label"], !label.isEmpty { return HTMLText.normalized(label) }
    if element["aria-labelledby"] != nil { return "…" }
    var parts = [page.text(of: link)]
    for index in page.descendants(of: link) {
      let inner = page.elements[index]
      if inner.name == "img" { parts.append(inner["alt"] ?? "") }
      if inner.name == "svg" { parts.append(inner["aria-label"] ?? "") }
    }
    let text = HTMLText.normalized(parts.joined(separator: " "))
    return text.isEmpty ? HTMLText.normalized(element["title"] ?? "") : text
  }

  private func emptyLink(_ address: String, number: Int) -> Diagnostic {
    Diagnostic(
      .emptyLink, "the link to '\(address.shown)' has no text",
      at: places.place(of: ["href=\"\(address)\"", "[](\(address)"])
        ?? places.place(of: ["[](", "[![]("], number: number) ?? places.ofTemplate,
      help: ["write what it leads to, or an alternative text for its picture"])
  }

  private func vagueLink(_ text: String, number: Int) -> Diagnostic {
    Diagnostic(
      .vagueLink, "the link text '\(text.shown)' says nothing by itself",
      at: places.place(of: ["[\(text)]", text], number: number) ?? places.ofTemplate,
      help: ["name what it leads to: 'the programme of the visit' and not 'click here'"])
  }

  /// A document that opens in another program, or is large, is no surprise.
  private func document(_ address: String, _ text: String) -> Diagnostic? {
    guard let type = DocumentType(address) else { return nil }
    let file = knowledge.site.file(at: address, onPage: rendered.path)
    let hasType = type.names.contains { text.lowercased().contains($0) }
    let hasSize = file == nil || text.namesSize
    guard !hasType || !hasSize else { return nil }
    let wanted = [hasType ? nil : "type", hasSize ? nil : "size"].compactMap { $0 }
    let size = file.flatMap { knowledge.site.bytes(of: $0) }.map { sizeInWords(bytes: $0.count) }
    let example = ([type.title, size].compactMap { $0 }).joined(separator: ", ")
    return Diagnostic(
      .unmarkedDocument,
      "the link '\(text.shown)' leads to a document and does not say its "
        + wanted.joined(separator: " and "),
      at: places.place(of: ["[\(text)]", text]) ?? places.ofTemplate,
      help: ["write '\(text.shown) (\(example))'"])
  }

  // MARK: Tables (WCAG 1.3.1)

  private var tables: [Diagnostic] {
    elements("table").enumerated().compactMap { number, index in
      let role = page.elements[index]["role"]
      guard role != "presentation", role != "none" else { return nil }
      let headers = page.descendants(of: index).filter { page.elements[$0].name == "th" }
      guard !headers.contains(where: { !page.text(of: $0).isEmpty }) else { return nil }
      return Diagnostic(
        .tableWithoutHeaders, "the table has no header cells",
        at: places.place(of: ["<table", "|--", "| --", "|:-", "| :-"], number: number)
          ?? places.ofTemplate,
        help: ["give its columns names: '| Place | Day |' above the line of hyphens"])
    }
  }
}

extension String {
  /// The last part of an address.
  var fileName: String {
    let path = prefix { $0 != "?" && $0 != "#" }
    return path.split(separator: "/").last.map(String.init) ?? String(path)
  }

  /// A piece that fits into a message.
  var shown: String { truncated(toCharacters: 60) }

  /// Whether it says a size: `245 kB`, `1,2 Mo`.
  fileprivate var namesSize: Bool {
    let units = ["kb", "mb", "gb", "ko", "mo", "go", "byte", "octet", "kib", "mib"]
    let text = lowercased()
    return units.contains { unit in
      text.ranges(of: unit).contains { range in
        text[..<range.lowerBound].last { !$0.isWhitespace }?.isNumber == true
      }
    }
  }
}
