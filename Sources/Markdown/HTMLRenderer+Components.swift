import Text

// Parts of a text that the site gives a form of its own. Those of one paragraph are written at once;
// quotations and cards are written as usual, taken out of the page and given to the site.
extension HTMLRenderer {
  /// Writes a paragraph that is a component; whether it was one.
  mutating func enterComponent(_ node: CMarkNode, resolve: Resolve, write: Write) -> Bool {
    guard node.parent?.kind == .document, let only = node.firstChild, only.next == nil else {
      return false
    }
    block = (node.startLine, node.endLine)
    switch only.kind {
    case .image:
      guard let figure = picture(only, resolve: resolve), !figure.isPlain else { return false }
      append(component: .figure(figure), by: write)
    case .link:
      if let image = only.firstChild, image.kind == .image, image.next == nil {
        return writeVideo(only, image, resolve: resolve, write: write)
      }
      return writeDocument(only, resolve: resolve, write: write)
    default: return false
    }
    return true
  }

  private mutating func append(component: MarkdownComponent, by write: Write) {
    endLine()
    words.endWord()
    write(component, &html)
    endLine()
  }

  /// The picture that an image shows; nil where its address is unsafe, which is reported elsewhere.
  private mutating func picture(_ node: CMarkNode, resolve: Resolve) -> MarkdownPicture? {
    guard !isUnsafe(node) else { return nil }
    let title = node.withTitle { $0.string }
    guard !title.isEmpty || node.parent?.kind == .link else { return nil }
    let reference = reference(of: node, as: .image)
    let parts = title.split(separator: "\u{A9}", maxSplits: 1, omittingEmptySubsequences: false)
    return MarkdownPicture(
      target: resolve(reference), destination: reference.destination,
      alternativeText: node.plainText, caption: parts.first.map { $0.trimmedOfSpaces } ?? "",
      credit: parts.count > 1 ? "\u{A9} " + parts[1].trimmedOfSpaces : "")
  }

  private mutating func writeVideo(
    _ link: CMarkNode, _ image: CMarkNode, resolve: Resolve, write: Write
  ) -> Bool {
    let destination = link.withDestination { $0.string }
    guard !isUnsafe(link), !isUnsafe(image), isFilm(destination) else { return false }
    let target = resolve(reference(of: link, as: .link))
    guard let picture = picture(image, resolve: resolve) else { return false }
    append(component: .video(picture, address: target.address ?? destination), by: write)
    return true
  }

  private mutating func writeDocument(_ link: CMarkNode, resolve: Resolve, write: Write) -> Bool {
    let destination = link.withDestination { $0.string }
    guard !isUnsafe(link), documentEnding(of: destination) != nil else { return false }
    let target = resolve(reference(of: link, as: .link))
    append(
      component: .document(title: link.plainText, target: target, destination: destination),
      by: write)
    return true
  }

  // MARK: Quotations

  /// Begins the paragraph that says who speaks; whether it is that.
  mutating func enterQuotationSource(_ node: CMarkNode) -> Bool {
    guard openComponent?.source == node else { return false }
    endLine()
    openComponent?.sourceStart = html.count
    return true
  }

  mutating func exitQuotation(_ node: CMarkNode, write: Write) -> Bool {
    guard let open = openComponent, open.node == node, let sourceStart = open.sourceStart else {
      return false
    }
    openComponent = nil
    let content = Bytes(html[open.start..<sourceStart])
    let source = Bytes(html[sourceStart...])
    html.removeSubrange(open.start...)
    append(component: .quotation(content: content, source: source), by: write)
    return true
  }

  // MARK: Cards

  /// Begins an item of a list of cards; whether it is one.
  mutating func enterCard(_ node: CMarkNode) -> Bool {
    guard let open = openComponent, open.source == nil, node.parent == open.node else {
      return false
    }
    openComponent?.cardStarts.append(html.count)
    return true
  }

  /// Whether an item that ends is a card, which has no tag of its own.
  mutating func exitCard(_ node: CMarkNode) -> Bool {
    guard let open = openComponent else { return false }
    return open.source == nil && node.parent == open.node
  }

  mutating func exitCards(_ node: CMarkNode, write: Write) -> Bool {
    guard let open = openComponent, open.source == nil, open.node == node else { return false }
    openComponent = nil
    let ends = open.cardStarts.dropFirst() + [html.count]
    let cards = zip(open.cardStarts, ends).map { Bytes(html[$0..<$1]) }
    html.removeSubrange(open.start...)
    append(component: .cards(cards), by: write)
    return true
  }
}

extension MarkdownPicture {
  /// Whether there is nothing to say below the picture.
  fileprivate var isPlain: Bool { caption.isEmpty && credit.isEmpty }
}

extension Substring {
  fileprivate var trimmedOfSpaces: String {
    let start = drop { $0 == " " }
    return String(start.lastIndex { $0 != " " }.map { start[...$0] } ?? "")
  }
}

/// The ending of an address that leads to a document, in lower case; nil for any other address.
func documentEnding(of address: String) -> String? {
  ending(of: address).flatMap { documentEndings.contains($0) ? $0 : nil }
}

/// Whether an address leads to a film: a file of one, or a page of a service that shows them.
func isFilm(_ address: String) -> Bool {
  if let ending = ending(of: address), filmEndings.contains(ending) { return true }
  guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return false }
  let host = address.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" && $0 != "?" && $0 != ":" }
  let path = address[host.endIndex...]
  let name = host.lowercased()
  return filmHosts.contains { name == $0 || name.hasSuffix("." + $0) }
    // PeerTube is run by many; its addresses have one form.
    || path.hasPrefix("/w/") || path.hasPrefix("/videos/watch/")
}

private func ending(of address: String) -> String? {
  let path = address.prefix { $0 != "?" && $0 != "#" }
  guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
  return path[path.index(after: dot)...].lowercased()
}

private let documentEndings: Set<String> = [
  "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "epub",
  "zip",
]
private let filmEndings: Set<String> = ["mp4", "webm", "mov", "m4v", "ogv"]
private let filmHosts = [
  "youtube.com", "youtu.be", "youtube-nocookie.com", "vimeo.com", "dailymotion.com", "twitch.tv",
  "audiovisual.ec.europa.eu",
]
