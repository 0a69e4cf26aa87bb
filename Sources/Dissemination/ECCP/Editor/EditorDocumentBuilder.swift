internal import Feeds

/// Builds a document from pieces of HTML, as a browser would, out of fewer elements.
struct EditorDocumentBuilder {
  let base: WebAddress
  /// The elements that are open, the outermost first.
  private var open: [EditorElement] = []
  private var blocks: [EditorNode] = []
  /// An element of which nothing is kept, and how deep elements of its name are nested in it.
  private var dropped: (name: String, depth: Int)?
  private var isPreformatted = false
  private var isFootnoteReference = false

  init(base: WebAddress) { self.base = base }

  /// Takes the next piece.
  mutating func add(_ token: HTMLToken) {
    if let dropped {
      self.dropped = depth(of: dropped, after: token)
      return
    }
    switch token {
    case .text(let text): isPreformatted ? addLines(of: text) : add(text: text)
    case .start(let name, let attributes): begin(name, attributes)
    case .end(let name): end(name)
    }
  }

  /// Closes what is open.
  mutating func finished() -> [EditorNode] {
    while !open.isEmpty { close() }
    return blocks
  }

  private func depth(
    of dropped: (name: String, depth: Int), after token: HTMLToken
  ) -> (name: String, depth: Int)? {
    switch token {
    case .start(dropped.name, _): (dropped.name, dropped.depth + 1)
    case .end(dropped.name): dropped.depth == 1 ? nil : (dropped.name, dropped.depth - 1)
    case .text, .start, .end: dropped
    }
  }

  // MARK: Tags

  private mutating func begin(_ name: String, _ attributes: HTMLAttributes) {
    if attributes["aria-hidden"] == "true" || attributes.hasClass("footnote-backref") {
      return drop(name)
    }
    switch HTMLElementUse(name) {
    case .kept(let tag): begin(tag, attributes)
    case .title:
      begin(block: .paragraph)
      begin(inline: .strong)
    case .boundary: endLines()
    case .preformatted:
      begin(block: .paragraph)
      isPreformatted = true
    case .checkbox:
      guard attributes["type"] == "checkbox" else { return }
      add(text: attributes["checked"] == nil ? "☐" : "☑")
    case .footnoteReference:
      guard attributes.hasClass("footnote-ref") else { return }
      isFootnoteReference = true
      add(text: "[")
    case .embedded:
      if let source = attributes["src"].flatMap(absolute) {
        begin(block: .paragraph)
        append(.link(attributes["title"] ?? source, to: source))
        endLines()
      }
      drop(name)
    case .dropped: drop(name)
    case .unwrapped: break
    }
  }

  private mutating func begin(_ tag: EditorTag, _ attributes: HTMLAttributes) {
    switch tag {
    case .paragraph where attributes.hasClass("alert-title"):
      begin(block: .paragraph)
      begin(inline: .strong)
    case .paragraph, .heading2, .heading3, .heading4, .quote, .bulletList, .table:
      begin(block: tag)
    case .numberedList:
      let start = attributes["start"].flatMap { Int($0) }.map(String.init)
      begin(block: tag, start.map { [EditorAttribute(name: "start", value: $0)] } ?? [])
    case .item: beginItem()
    case .tableHead, .tableBody: beginTablePart(tag, in: [.table])
    case .row: beginTablePart(tag, in: [.tableHead, .tableBody, .table])
    case .cell, .headerCell: beginCell(tag, attributes)
    case .link:
      guard !isFootnoteReference, let address = attributes["href"].flatMap(absolute) else { return }
      closeInline(.link)
      begin(inline: .link, [EditorAttribute(name: "href", value: address)])
    case .strong, .emphasis: begin(inline: tag)
    case .picture: addPicture(attributes)
    case .lineBreak: addInline(.element(EditorElement(.lineBreak)))
    }
  }

  private mutating func end(_ name: String) {
    switch HTMLElementUse(name) {
    case .kept(let tag): end(tag)
    case .title, .boundary: endLines()
    case .preformatted:
      isPreformatted = false
      endLines()
    case .footnoteReference:
      guard isFootnoteReference else { return }
      isFootnoteReference = false
      add(text: "]")
    case .checkbox, .embedded, .dropped, .unwrapped: break
    }
  }

  private mutating func end(_ tag: EditorTag) {
    switch tag {
    case .paragraph, .heading2, .heading3, .heading4: endLines()
    case .link, .strong, .emphasis: closeInline(tag)
    case .item: close(tag, notBeyond: [.bulletList, .numberedList])
    case .cell, .headerCell: close(tag, notBeyond: [.row])
    case .row, .tableHead, .tableBody: close(tag, notBeyond: [.table])
    case .bulletList, .numberedList, .quote, .table: close(tag, notBeyond: [])
    case .picture, .lineBreak: break
    }
  }

  private mutating func drop(_ name: String) {
    if !HTMLElementUse.voids.contains(name) { dropped = (name, 1) }
  }

  // MARK: Blocks

  private mutating func begin(block tag: EditorTag, _ attributes: [EditorAttribute] = []) {
    endLines()
    fillGap(for: tag)
    open.append(EditorElement(tag, attributes: attributes))
  }

  /// Closes the paragraph or heading that is open, and what marks text in a line.
  private mutating func endLines() {
    if let index = open.lastIndex(where: \.tag.holdsLinesOnly) {
      while open.count > index { close() }
    }
    while let last = open.last, last.tag.isInline { close() }
  }

  /// A list has items only, and a table rows of cells only.
  private mutating func fillGap(for tag: EditorTag) {
    switch open.last?.tag {
    case .bulletList, .numberedList: open.append(EditorElement(.item))
    case .table, .tableHead, .tableBody:
      open.append(EditorElement(.row))
      open.append(EditorElement(.cell))
    case .row: open.append(EditorElement(.cell))
    case .paragraph, .heading2, .heading3, .heading4, .item, .quote, .headerCell, .cell, .link,
      .strong, .emphasis, .picture, .lineBreak, nil:
      break
    }
  }

  private mutating func beginItem() {
    endLines()
    while open.last?.tag == .item { close() }
    if open.last?.tag != .bulletList && open.last?.tag != .numberedList {
      begin(block: .bulletList)
    }
    open.append(EditorElement(.item))
  }

  private mutating func beginTablePart(_ tag: EditorTag, in parents: [EditorTag]) {
    endLines()
    guard let table = open.lastIndex(where: { $0.tag == .table }) else { return }
    while open.count > table + 1, let last = open.last, !parents.contains(last.tag) { close() }
    open.append(EditorElement(tag))
  }

  private mutating func beginCell(_ tag: EditorTag, _ attributes: HTMLAttributes) {
    endLines()
    guard let table = open.lastIndex(where: { $0.tag == .table }) else { return }
    while open.count > table + 1, let last = open.last, last.tag != .row,
      last.tag != .tableBody && last.tag != .tableHead
    {
      close()
    }
    if open.last?.tag != .row { open.append(EditorElement(.row)) }
    let spans = ["colspan", "rowspan"].compactMap { name in
      attributes[name].flatMap { Int($0) }.map { EditorAttribute(name: name, value: String($0)) }
    }
    open.append(EditorElement(tag, attributes: spans))
  }

  private mutating func close(_ tag: EditorTag, notBeyond limits: [EditorTag]) {
    guard let index = open.lastIndex(where: { $0.tag == tag }),
      !open[(index + 1)...].contains(where: { limits.contains($0.tag) })
    else { return }
    while open.count > index { close() }
  }

  private mutating func close() {
    var element = open.removeLast()
    if element.tag.holdsLines { element.children = element.children.withTidySpaces }
    let isEmpty = element.children.isEmpty && !element.tag.isVoid
    guard !isEmpty || element.tag == .cell || element.tag == .headerCell else { return }
    append(.element(element))
  }

  /// Puts a node where the innermost open element ends.
  private mutating func append(_ node: EditorNode) {
    if open.isEmpty {
      blocks.append(node)
    } else {
      open[open.count - 1].children.append(node)
    }
  }

  // MARK: Lines

  private mutating func begin(inline tag: EditorTag, _ attributes: [EditorAttribute] = []) {
    prepareLine()
    open.append(EditorElement(tag, attributes: attributes))
  }

  private mutating func closeInline(_ tag: EditorTag) {
    guard let index = open.lastIndex(where: { $0.tag == tag }),
      open[index...].allSatisfy(\.tag.isInline)
    else { return }
    while open.count > index { close() }
  }

  /// Text stands in a paragraph, a heading, an item or a cell.
  private mutating func prepareLine() {
    fillGap(for: .paragraph)
    if open.isEmpty || open.last?.tag == .quote { open.append(EditorElement(.paragraph)) }
  }

  private mutating func addInline(_ node: EditorNode) {
    prepareLine()
    append(node)
  }

  private mutating func add(text: String) {
    let isBlank = text.unicodeScalars.allSatisfy(\.isASCIIBlank)
    if isBlank, !(open.last.map { $0.tag.holdsLines || $0.tag.isInline } ?? false) { return }
    addInline(.text(text))
  }

  /// Lines of code keep their ends and their indentation.
  private mutating func addLines(of text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0, !(index == lines.count - 1 && line.isEmpty) {
        addInline(.element(EditorElement(.lineBreak)))
      }
      let indent = line.prefix { $0 == " " || $0 == "\t" }
      let spaces = indent.map { $0 == "\t" ? "\u{A0}\u{A0}" : "\u{A0}" }.joined()
      if !line.isEmpty { addInline(.text(spaces + line.dropFirst(indent.count))) }
    }
  }

  private mutating func addPicture(_ attributes: HTMLAttributes) {
    let alt = attributes["alt"] ?? ""
    guard let source = attributes["src"].flatMap(absolute), !source.hasPrefix("mailto:") else {
      if !alt.isEmpty { add(text: alt) }
      return
    }
    var kept = [
      EditorAttribute(name: "src", value: source), EditorAttribute(name: "alt", value: alt),
    ]
    for name in ["width", "height"] {
      guard let number = attributes[name].flatMap({ Int($0) }), number > 0 else { continue }
      kept.append(EditorAttribute(name: name, value: String(number)))
    }
    addInline(.element(EditorElement(.picture, attributes: kept)))
  }

  /// An address with scheme and host; nil where an editor would not keep it, such as `javascript:`.
  private func absolute(_ written: String) -> String? {
    let resolved = base.resolving(written)
    let isKept = ["https://", "http://", "mailto:", "tel:"].contains {
      resolved.lowercased().hasPrefix($0)
    }
    return isKept ? resolved : nil
  }
}
