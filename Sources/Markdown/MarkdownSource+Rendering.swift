import Diagnostics
public import Text

extension MarkdownSource {
  /// Appends the text as HTML to a page.
  ///
  /// The HTML is what cmark-gfm writes, with ids on headings, classes instead of `align`, labelled
  /// tasks, alerts, sizes on images and names on footnotes. Unless raw HTML is allowed, nothing in
  /// the text can make the page run a script.
  ///
  /// - Parameters:
  ///   - options: how to write it.
  ///   - resolver: decides where links and images lead.
  ///   - html: the page, which the text is appended to.
  /// - Returns: what else the page needs to know of the text, and its problems.
  public func render(
    options: MarkdownOptions, resolver: inout some MarkdownReferenceResolver, into html: inout Bytes
  ) -> RenderedMarkdown {
    let writesComponents = resolver.writesComponents
    return render(
      options: options, writesComponents: writesComponents, into: &html,
      resolve: { resolver.resolve($0) }, write: { resolver.write($0, into: &$1) })
  }

  private func render(
    options: MarkdownOptions, writesComponents: Bool, into html: inout Bytes,
    resolve: HTMLRenderer.Resolve, write: HTMLRenderer.Write
  ) -> RenderedMarkdown {
    let survey = TextSurvey(of: self, limits: options.limits)
    if let refusal = survey.refusal {
      var result = RenderedMarkdown()
      result.diagnostics = [diagnostic(of: refusal)]
      return result
    }
    let start = html.count
    var page = Bytes()
    swap(&page, &html)
    var renderer = HTMLRenderer(
      source: self, survey: survey, options: options, appendingTo: page)
    page = Bytes()
    // Markup makes most texts a fourth longer.
    renderer.html.reserveCapacity(start + body.count + body.count / 4)
    renderer.writesComponents = writesComponents
    CMarkTree(parsing: text.bytes[body], without: survey.absences(in: text)).withRoot {
      renderer.render($0, resolve: resolve, write: write)
    }
    swap(&html, &renderer.html)
    html.removeControlCharacters(from: start)
    renderer.result.removeControlCharacters()
    return renderer.result
  }

  private func diagnostic(of refusal: TextSurvey.Refusal) -> Diagnostic {
    .error(
      "markdown-limit", refusal.message, at: text.location(of: refusal.place),
      help: ["split the text into several files, or simplify this part"])
  }

  /// The text of a `# heading` at the very beginning, for a file that has no other title.
  ///
  /// Only the first block is parsed; nil too where that goes beyond the limits.
  public func leadingHeading(limits: MarkdownLimits = MarkdownLimits()) -> String? {
    let block = MarkdownSource(text: text, body: body.lowerBound..<endOfFirstBlock)
    let survey = TextSurvey(of: block, limits: limits)
    guard survey.refusal == nil else { return nil }
    return CMarkTree(
      parsing: text.bytes[block.body], without: survey.absences(in: text)
    ).withRoot { document in
      guard let heading = document.firstChild, heading.kind == .heading, heading.headingLevel == 1
      else { return nil }
      return heading.plainText.withoutControlCharacters
    }
  }

  /// Where the first empty line after something that is none begins.
  private var endOfFirstBlock: Int {
    var hasContent = false
    var lineHasContent = false
    for position in body {
      let byte = text.bytes[position]
      if byte > 0x20 {
        hasContent = true
        lineHasContent = true
      } else if byte == 0x0A || byte == 0x0D {
        if hasContent && !lineHasContent { return position }
        // The second half of CR LF begins no line.
        let isHalf =
          byte == 0x0D && position + 1 < body.upperBound && text.bytes[position + 1] == 0x0A
        if !isHalf { lineHasContent = false }
      }
    }
    return body.upperBound
  }

  /// The text without markup, a line for each block: for a search index.
  ///
  /// It is empty where the text goes beyond the limits.
  public func plainText(limits: MarkdownLimits = MarkdownLimits()) -> String {
    let survey = TextSurvey(of: self, limits: limits)
    guard survey.refusal == nil else { return "" }
    return CMarkTree(parsing: text.bytes[body], without: survey.absences(in: text)).withRoot {
      document in
      var plain = Bytes()
      document.forEachDescendant { node in
        switch node.kind {
        case .paragraph, .heading, .tableCell:
          node.appendPlainText(to: &plain)
          plain.append(0x0A)
          return false
        case .codeBlock:
          node.withLiteral { plain.append($0) }
          return false
        default: return true
        }
      }
      return plain.text.withoutControlCharacters
    }
  }
}

extension TextSurvey {
  /// What the parser need not look for in a text that was looked at.
  fileprivate func absences(in text: SourceText) -> CMarkTree.Absences {
    CMarkTree.Absences(footnotes: !mentionsFootnote, invalidUTF8: text.isKnownUTF8)
  }
}
