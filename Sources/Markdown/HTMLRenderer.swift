import Diagnostics
import Text

/// Writes a parsed text as HTML, the same as cmark-gfm's own where this file's extensions do not
/// say otherwise, and notes on the way what the page needs to know of it.
///
/// One walk over the tree, without recursion, that appends to one buffer. The resolver comes as a
/// closure rather than as a type parameter, so that the walk is compiled once.
struct HTMLRenderer {
  typealias Resolve = (MarkdownReference) -> MarkdownTarget
  typealias Write = (MarkdownComponent, inout Bytes) -> Void

  let source: MarkdownSource
  let survey: TextSurvey
  let options: MarkdownOptions
  /// The page so far; the text begins at `start`.
  var html: Bytes
  let start: Int
  var result = RenderedMarkdown()
  var identifiers: HeadingIdentifiers
  var words = WordCounter()
  var summary: SummaryCollector
  var problems: ProblemCollector
  var footnotes = FootnoteLedger()
  var table = TableState()
  /// The block whose inlines are being written: inlines do not always know their line.
  var block: (line: Int, lastLine: Int) = (1, 1)
  /// Where the lines of the text begin, counted when first needed.
  lazy var lines = LineIndex(of: source)
  /// The first line of an alert, which is its kind and not its text.
  var alertMarker: (text: CMarkNode, lineBreak: CMarkNode)?
  /// A heading's last text without the `{#id}` at its end: how many bytes to write.
  var headingEnd: (text: CMarkNode, count: Int)?
  /// The headings with an id of the author's own.
  var explicitHeadings: [CMarkNode: ExplicitIdentifier] = [:]

  /// Whether components have a form of their own.
  var writesComponents = false
  /// The component that is open, which takes what is written until it ends.
  var openComponent: OpenComponent?

  /// A renderer that appends to a page.
  init(
    source: MarkdownSource, survey: TextSurvey, options: MarkdownOptions,
    appendingTo html: consuming Bytes
  ) {
    self.source = source
    self.survey = survey
    self.options = options
    self.start = html.count
    self.html = html
    identifiers = HeadingIdentifiers(prefix: options.idPrefix)
    summary = SummaryCollector(
      limit: options.summaryLength, mayHaveMarker: survey.mentionsMore)
    problems = ProblemCollector(source: source)
  }

  /// Writes a document.
  mutating func render(_ document: CMarkNode, resolve: Resolve, write: Write) {
    reserveIdentifiers(of: document)
    var skipped: CMarkNode?
    if let heading = document.firstChild, heading.kind == .heading, heading.headingLevel == 1 {
      result.leadingHeading = heading.plainText
      if options.omitsLeadingHeading { skipped = heading }
    }
    walk(document, skipping: skipped, resolve: resolve, write: write)
    if footnotes.isOpen { html.append(literal: "</ol>\n</section>\n") }
    result.summary = summary.finished()
    result.hasMoreMarker = summary.foundMarker
    result.wordCount = words.count
    result.diagnostics = problems.finished()
  }

  private mutating func walk(
    _ document: CMarkNode, skipping skipped: CMarkNode?, resolve: Resolve, write: Write
  ) {
    guard var node = document.firstChild else { return }
    while true {
      if node != skipped, enter(node, resolve: resolve, write: write) {
        if let child = node.firstChild {
          node = child
          continue
        }
        exit(node, write: write)
      }
      while node.next == nil {
        guard let parent = node.parent, parent != document else { return }
        exit(parent, write: write)
        node = parent
      }
      guard let next = node.next else { return }
      node = next
    }
  }

  /// Begins a node; whether what is inside it follows, and then `exit`.
  private mutating func enter(_ node: CMarkNode, resolve: Resolve, write: Write) -> Bool {
    switch node.kind {
    case .text: return enterText(node)
    case .softBreak, .lineBreak: return enterBreak(node)
    case .code: return enterCode(node)
    case .emphasis: html.append(literal: "<em>")
    case .strong: html.append(literal: "<strong>")
    case .strikethrough: html.append(literal: "<del>")
    case .link: enterLink(node, resolve: resolve)
    case .image: return enterImage(node, resolve: resolve)
    case .htmlInline: return enterInlineHTML(node)
    case .footnoteReference: return enterFootnoteReference(node)
    case .paragraph:
      if writesComponents, enterComponent(node, resolve: resolve, write: write) { return false }
      return enterParagraph(node)
    case .heading: enterHeading(node)
    case .list: enterList(node)
    case .item: enterItem(node)
    case .blockQuote: enterBlockQuote(node)
    case .codeBlock: return enterCodeBlock(node)
    case .htmlBlock: return enterHTMLBlock(node)
    case .thematicBreak: return enterThematicBreak()
    case .footnoteDefinition: enterFootnoteDefinition()
    case .table: enterTable(node)
    case .tableRow: enterTableRow(node)
    case .tableCell: enterTableCell(node)
    case .document, .other: break
    }
    return true
  }

  /// Ends a node that `enter` let in.
  private mutating func exit(_ node: CMarkNode, write: Write) {
    switch node.kind {
    case .emphasis: html.append(literal: "</em>")
    case .strong: html.append(literal: "</strong>")
    case .strikethrough: html.append(literal: "</del>")
    case .link: exitLink(node)
    case .paragraph: exitParagraph(node)
    case .heading: exitHeading(node)
    case .list: if !exitCards(node, write: write) { exitList(node) }
    case .item: if !exitCard(node) { html.append(literal: "</li>\n") }
    case .blockQuote: if !exitQuotation(node, write: write) { exitBlockQuote(node) }
    case .footnoteDefinition: exitFootnoteDefinition()
    case .table: exitTable()
    case .tableRow: exitTableRow(node)
    case .tableCell: exitTableCell()
    case .text, .softBreak, .lineBreak, .code, .image, .htmlInline, .footnoteReference, .codeBlock,
      .htmlBlock, .thematicBreak, .document, .other:
      break
    }
  }

  /// Continues at the beginning of a line.
  mutating func endLine() { html.endLine(since: start) }
}
