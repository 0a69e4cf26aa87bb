internal import CivilTime
internal import Diagnostics
internal import Markdown

/// A reference in an item's text that leads nowhere.
struct LinkProblem: Sendable {
  enum Reason: Sendable {
    /// Nothing of the site is there; perhaps a similar file is.
    case notFound(similar: String?)
    /// The path leads out of `content/`.
    case outside
    /// The item is there, and is not published.
    case unpublished(String, PublicationState)
    /// The page is there, and has no such anchor.
    case noAnchor(String, page: String, known: [String])
  }

  let reference: MarkdownReference
  let reason: Reason

  /// The rule that the reference breaks.
  var rule: Diagnostic.Rule {
    switch reason {
    case .notFound: reference.kind == .image ? "missing-image" : "broken-link"
    case .outside: "broken-link"
    case .unpublished: "link-to-unpublished"
    case .noAnchor: "broken-anchor"
    }
  }

  /// The problem at its place in the file.
  func diagnostic(in source: MarkdownSource) -> Diagnostic {
    let location = source.text.location(of: source.range(of: reference))
    let written = reference.destination
    switch reason {
    case .notFound(let similar): return notFound(written, similar, location)
    case .outside:
      return .error(
        rule, "'\(written)' leads out of the folder 'content'", at: location,
        help: ["put the file into 'content' or 'static', or link to its public address"])
    case .unpublished(let path, let state):
      return .error(
        rule, "'\(path)' is not published: \(state.reason)", at: location,
        help: ["publish it first, or take the link out"])
    case .noAnchor(let anchor, let page, let known):
      return .error(
        rule, "'\(page)' has no heading or anchor '#\(anchor)'", at: location,
        help: [suggestion(for: anchor, among: known, called: "its anchors")].compactMap { $0 }
          + [Self.allowing(rule)])
    }
  }

  private func notFound(
    _ written: String, _ similar: String?, _ location: TextLocation
  ) -> Diagnostic {
    let didYouMean = similar.map { ["did you mean '\($0)'?"] } ?? Self.advice(written)
    guard reference.kind == .image else {
      return .error(
        rule, "there is no page or file '\(written)'", at: location,
        help: didYouMean + [Self.allowing(rule)])
    }
    return .error(
      rule, "there is no picture '\(written)'", at: location,
      help: didYouMean + [
        "put the file beside the text, or into 'static' for a path that begins with '/'",
        Self.allowing(rule),
      ])
  }

  /// A way out for addresses that are no files but were written as if they were.
  private static func advice(_ written: String) -> [String] {
    if written.hasPrefix("www.") { return ["did you mean 'https://\(written)'?"] }
    if written.contains("@") && !written.contains("/") {
      return ["did you mean 'mailto:\(written)'?"]
    }
    let isOnOneMachine =
      written.hasPrefix("/Users/") || written.hasPrefix("/home/")
      || written.dropFirst().first == ":"
    return isOnOneMachine
      ? ["this file is on your own machine only: put it beside the text, and link to its name"] : []
  }

  private static func allowing(_ rule: Diagnostic.Rule) -> String {
    "to publish all the same, add to site.yaml: checks: {\(rule.description): warning}"
  }
}

extension PublicationState {
  /// Why something is not published.
  var reason: String {
    switch self {
    case .published: "it is"
    case .draft: "it is a draft"
    case .scheduled(let due): "it is scheduled for \(due.iso8601)"
    case .expired(let end): "it expired on \(end.iso8601)"
    }
  }
}
