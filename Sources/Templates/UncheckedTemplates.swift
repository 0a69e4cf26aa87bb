public import Diagnostics

/// Templates that were read, whose names are still to be looked at: that takes as long as the reading,
/// and whoever compiles them may have something else to do meanwhile.
public struct UncheckedTemplates: Sendable {
  /// The templates, which must not be rendered where there are errors.
  public let templates: TemplateSet
  /// What is wrong with them but for their names.
  public let diagnostics: [Diagnostic]
  private let names: NameCheck
  private let layouts: [Layout?]

  init(
    templates: TemplateSet, diagnostics: [Diagnostic], names: NameCheck, layouts: [Layout?]
  ) {
    self.templates = templates
    self.diagnostics = diagnostics
    self.names = names
    self.layouts = layouts
  }

  /// The templates with all that is wrong with them, names too.
  public func checked() -> Checked<TemplateSet> {
    var names = names
    return Checked(templates, (diagnostics + names.check(layouts: layouts)).sortedForReport())
  }
}
