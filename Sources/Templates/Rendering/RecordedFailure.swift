import Diagnostics

/// A failure with the templates that led to it.
struct RecordedFailure: Sendable {
  let failure: TemplateFailure
  let callers: [Caller]

  /// Whether both are the same mistake: a loop meets it again with every element.
  func isSame(as other: TemplateFailure) -> Bool {
    failure.place == other.place && failure.rule == other.rule
  }

  /// The failure as the user reads it.
  func diagnostic(in program: Program) -> Diagnostic {
    let location =
      failure.place.map { program.location(of: $0) } ?? TextLocation.file("templates")
    var related: [Diagnostic.Related] = []
    for caller in callers.reversed() where caller.matters(to: failure) {
      let place = Diagnostic.Related(caller.kind.rawValue, at: program.location(of: caller.place))
      if !related.contains(place) { related.append(place) }
      if related.count == 12 { break }
    }
    return .error(
      failure.rule, failure.message, at: location, help: failure.help, related: related)
  }
}

/// A place that led to another template, or to another part of the same.
struct Caller: Sendable {
  enum Kind: String, Sendable {
    case include = "included here"
    case `import` = "imported here"
    case extends = "extended here"
    case call = "called here"
  }

  let kind: Kind
  let place: TemplateFailure.Place

  /// That a template extends another says nothing about a failure in the template itself.
  fileprivate func matters(to failure: TemplateFailure) -> Bool {
    kind != .extends || place.template != failure.place?.template
  }
}

extension Program {
  /// A place as a person counts it.
  func location(of place: TemplateFailure.Place) -> TextLocation {
    units[place.template].source.location(of: place.span.range)
  }
}
