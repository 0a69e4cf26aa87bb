internal import Diagnostics
internal import Markdown
internal import Text

/// An item's text as HTML, with what was found in it.
struct ItemBody: Sendable {
  var html = Bytes()
  var rendered = RenderedMarkdown()
  var diagnostics: [Diagnostic] = []
  /// The anchors on other pages that its links name.
  var anchors: [AnchorCheck] = []
  /// The errors in the templates of its components.
  var templateErrors: [RenderedRoute.PageError] = []

  /// An anchor that a link names, to be looked for when all texts have been read.
  struct AnchorCheck: Sendable {
    let reference: MarkdownReference
    let target: Int
    let anchor: String
    let item: Int
  }
}

extension PlanReader {
  /// Renders an item's text; its facts are kept.
  func body(of index: Int) -> ItemBody {
    let item = self.item(index)
    var body = ItemBody()
    let text: SourceText
    do throws(FileSystemError) {
      text = try source(of: index)
    } catch {
      body.diagnostics = [.unreadable(item.path, error)]
      return body
    }
    guard item.body.upperBound <= text.bytes.count else {
      body.diagnostics = [.changedFile(item.path)]
      return body
    }
    let markdown = MarkdownSource(text: text, body: item.body)
    var options = MarkdownOptions()
    options.allowsRawHTML = configuration.allowsRawHTML
    options.omitsLeadingHeading = item.isTitleFromText
    options.labels = markdownLabels(language: item.language)
    var resolver = LinkResolver(reader: self, page: place(of: index))
    body.rendered = markdown.render(options: options, resolver: &resolver, into: &body.html)
    keep(BodyFacts(body.rendered), of: index)
    body.diagnostics = body.rendered.diagnostics
    // Finding a problem's place takes longer than the problem: what is switched off needs none.
    body.diagnostics += resolver.problems.filter { !configuration.isOff($0.rule) }
      .map { $0.diagnostic(in: markdown) }
    body.templateErrors = resolver.templateErrors.map {
      RenderedRoute.PageError(diagnostic: $0, page: item.path)
    }
    for wanted in resolver.anchors {
      if wanted.item == index {
        guard !body.rendered.anchors.contains(wanted.anchor) else { continue }
        let problem = LinkProblem(
          reference: wanted.reference,
          reason: .noAnchor(wanted.anchor, page: item.path, known: body.rendered.anchors))
        body.diagnostics.append(problem.diagnostic(in: markdown))
      } else {
        note(.text(wanted.item))
        body.anchors.append(
          ItemBody.AnchorCheck(
            reference: wanted.reference, target: wanted.item, anchor: wanted.anchor, item: index))
      }
    }
    return body
  }
}

extension SitePlan {
  /// What other pages need to know of an item's text.
  func bodyFacts(of index: Int) -> BodyFacts {
    if let known = facts[index] { return known }
    return BodyFacts(PlanReader(self).body(of: index).rendered)
  }

  /// What is wrong with anchors on other pages, after those have been rendered.
  func problems(of checks: [ItemBody.AnchorCheck]) -> [Diagnostic] {
    checks.compactMap { check in
      let known = bodyFacts(of: check.target).anchors
      guard !known.contains(check.anchor) else { return nil }
      let item = items[check.item]
      do throws(FileSystemError) {
        let markdown = MarkdownSource(text: try source.text(of: item.path), body: item.body)
        let problem = LinkProblem(
          reference: check.reference,
          reason: .noAnchor(check.anchor, page: items[check.target].path, known: known))
        return problem.diagnostic(in: markdown)
      } catch {
        return .unreadable(item.path, error)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func changedFile(_ path: String) -> Diagnostic {
    .error(
      unreadableRule, "the file changed while the site was being built", at: .file(path),
      help: ["build again"])
  }
}
