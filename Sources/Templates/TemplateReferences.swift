/// The templates that a template extends, includes and imports.
public struct TemplateReferences: Sendable, Hashable {
  /// The names that are written in it, each once, whether or not there is such a template.
  public let names: Set<String>
  /// Whether it works out other names while it is rendered.
  public let hasComputedNames: Bool
}

extension TemplateSet {
  /// What a template refers to; nil where there is no template of this name.
  ///
  /// A program that does not want to read a whole folder finds with it what it has to read.
  public func references(of name: String) -> TemplateReferences? {
    guard let contents = program.unit(named: name)?.contents else { return nil }
    var known: [[String]?] = contents.includes.map(\.constantNames)
    known += contents.imports.map { $0.constantName.map { [$0] } }
    if let parent = contents.parent { known.append(parent.constantName.map { [$0] }) }
    return TemplateReferences(
      names: Set(known.compactMap { $0 }.joined()), hasComputedNames: known.contains(nil))
  }
}
