internal import Diagnostics
internal import Markdown
internal import Templates
internal import Text

extension PlanReader {
  /// A text that a template has as HTML, its links resolved as those of the page's own text.
  ///
  /// The text has no place that is known here: an error in it is one of the template, and a warning
  /// is told of the page.
  func markdown(_ arguments: TemplateArguments, on page: PagePlace, notes: PageNotes)
    throws(TemplateFailure) -> Bytes
  {
    let text = try arguments.requiredText(0, "text")
    if case .markup = arguments.value(0, "text") {
      throw TemplateFailure("wrong-kind", "'markdown' needs a text, and got one that is HTML")
    }
    let bytes = Bytes(text.utf8)
    let source = MarkdownSource(
      text: SourceText(path: page.subject, bytes: bytes), body: 0..<bytes.count)
    var options = MarkdownOptions()
    options.allowsRawHTML = configuration.allowsRawHTML
    var resolver = LinkResolver(reader: self, page: page)
    var html = Bytes()
    let rendered = source.render(options: options, resolver: &resolver, into: &html)
    var found = rendered.diagnostics + resolver.problems.map { $0.diagnostic(in: source) }
    found += missingAnchors(resolver.anchors, rendered, source, on: page)
    let adjusted = found.adjusted(by: configuration)
    if let error = adjusted.first(where: { $0.severity == .error }) {
      throw TemplateFailure(error.rule, error.message, help: error.help)
    }
    notes.add(
      adjusted.map { problem in
        var problem = problem
        problem.location = .file(page.subject)
        return problem
      })
    return arguments.isTrue(1, "inline") ? try withoutParagraph(html) : html
  }

  private func missingAnchors(
    _ wanted: [LinkResolver.WantedAnchor], _ rendered: RenderedMarkdown, _ source: MarkdownSource,
    on page: PagePlace
  ) -> [Diagnostic] {
    wanted.compactMap { wanted in
      var known = facts(of: wanted.item).anchors
      if wanted.item == page.item { known += rendered.anchors }
      guard !known.contains(wanted.anchor) else { return nil }
      let problem = LinkProblem(
        reference: wanted.reference,
        reason: .noAnchor(wanted.anchor, page: path(of: wanted.item), known: known))
      return problem.diagnostic(in: source)
    }
  }

  /// The HTML of a single paragraph without its tags.
  private func withoutParagraph(_ html: Bytes) throws(TemplateFailure) -> Bytes {
    if html.isEmpty { return html }
    let (start, end) = (Bytes("<p>".utf8), Bytes("</p>\n".utf8))
    let inner = html.dropFirst(start.count).dropLast(end.count)
    guard html.starts(with: start), html.suffix(end.count).elementsEqual(end),
      !Bytes(inner).text.contains("</p>")
    else {
      throw TemplateFailure(
        "wrong-argument", "'markdown' with 'inline' needs a text of one paragraph",
        help: ["leave 'inline' out, or write a text without lists, headings and empty lines"])
    }
    return Bytes(inner)
  }
}
