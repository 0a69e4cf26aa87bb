import Diagnostics
import Text

/// Collects what is wrong with a text, up to a number that a person would still read.
struct ProblemCollector {
  /// How many problems of one text are reported one by one.
  private static let countLimit = 100

  private let source: MarkdownSource
  private lazy var lines = LineIndex(of: source)
  private var diagnostics: [Diagnostic] = []
  private var unreportedCount = 0
  /// Where the raw HTML that was reported last ends: the next stands behind it.
  private var rawHTMLEnd = 0

  init(source: MarkdownSource) { self.source = source }

  /// What was found.
  func finished() -> [Diagnostic] {
    guard unreportedCount > 0, let last = diagnostics.last else { return diagnostics }
    return diagnostics + [
      .warning(last.rule, "and \(unreportedCount) more problems in this text", at: last.location)
    ]
  }

  /// A link or an image whose address was dropped.
  mutating func reportUnsafeAddress(_ reference: MarkdownReference) {
    report { source, lines in
      .warning(
        "unsafe-link",
        "'\(reference.destination.truncated(toCharacters: 60))' could run a script or read a local"
          + " file: the address is left out",
        at: source.text.location(of: source.range(of: reference, in: lines)),
        help: ["link to a page by https: or by its path"])
    }
  }

  /// HTML that was left out.
  mutating func reportRawHTML(_ raw: RawHTML, line: Int, lastLine: Int) {
    let searchStart = rawHTMLEnd
    var placeEnd = searchStart
    report { source, lines in
      let tag = raw.firstTag
      let region = lines.range(ofLines: line...max(line, lastLine))
      let rest = region.clamped(to: searchStart..<max(searchStart, region.upperBound))
      let place =
        source.text.bytes.firstRange(of: tag, in: rest)
        ?? source.text.bytes.firstRange(of: tag, in: region) ?? region
      placeEnd = place.upperBound
      return .warning(
        "raw-html", "raw HTML is left out: '\(tag.text.truncated(toCharacters: 60))'",
        at: source.text.location(of: place),
        help: ["to allow it on the whole site, set `markdown: {raw_html: true}` in site.yaml"])
    }
    rawHTMLEnd = placeEnd
  }

  /// A `{#id}` that is no id, or that another heading has.
  mutating func reportIdentifier(
    _ identifier: ExplicitIdentifier, of heading: CMarkNode, prefix: String
  ) {
    let isDuplicate = identifier.isValid
    let headingLines = heading.startLine...max(heading.startLine, heading.endLine)
    report { source, lines in
      let region = lines.range(ofLines: headingLines)
      let written = Bytes("{#\(identifier.word)}".utf8)
      let place = source.text.bytes.firstRange(of: written, in: region) ?? region
      return .warning(
        isDuplicate ? "duplicate-heading-id" : "invalid-heading-id",
        isDuplicate
          ? "the id '\(identifier.word)' is taken already in this text"
          : "'\(identifier.word)' is no id for a heading",
        at: source.text.location(of: place),
        help: [
          isDuplicate
            ? "links to '#\(identifier.word)' lead to the first; choose another id here"
            : "an id has letters, digits, '-', '_', '.' and ':'"
        ])
    }
  }

  private mutating func report(_ make: (MarkdownSource, LineIndex) -> Diagnostic) {
    guard diagnostics.count < Self.countLimit else {
      unreportedCount += 1
      return
    }
    diagnostics.append(make(source, lines))
  }
}
