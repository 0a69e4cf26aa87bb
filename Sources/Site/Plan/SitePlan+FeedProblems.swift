internal import Diagnostics
internal import FrontMatter
internal import Text

extension SitePlan {
  /// What is wrong with the settings of the feeds.
  func feedProblems() -> [Diagnostic] {
    guard let image = configuration.feeds.image, route(atPath: image.path) == nil else {
      return []
    }
    return [.missingPicture(image.path, "for the feeds", example: "/logo.png", at: image.location)]
  }

  /// The items that subscribers may see twice one day, since they have no `id`; where that is worth
  /// no more than a note, it is one for all of them.
  func identityProblems() -> [Diagnostic] {
    guard !feeds.all.isEmpty, !configuration.isOff(Diagnostic.missingIDRule)
    else {
      return []
    }
    let paths = itemsWithoutIdentity.map { items[$0].path }
    let severity = configuration.severities[Diagnostic.missingIDRule] ?? .note
    guard severity == .note else { return paths.map(Diagnostic.missingID) }
    let first = paths.min { $0.precedesInBytes($1) }
    return first.map { [Diagnostic.missingID($0).standing(for: paths.count)] } ?? []
  }

  /// The items that stand in feeds, or could, and have no `id`.
  var itemsWithoutIdentity: [Int] {
    lists.joined().joined().filter {
      items[$0].feedDate(in: configuration) != nil && items[$0].record[.id]?.text == nil
    }
  }
}

extension Diagnostic {
  fileprivate static let missingIDRule: Rule = "missing-id"

  fileprivate static func missingID(_ path: String) -> Diagnostic {
    .note(
      missingIDRule,
      "there is no 'id', so subscribers will see this as new if its file or date changes",
      at: .file(path), help: ["'brightpress fix ids' writes one into each file that needs it"])
  }

  /// A picture that a setting names is not there.
  static func missingPicture(
    _ path: String, _ purpose: String, example: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "missing-image", "there is no picture '\(path)' \(purpose)", at: location,
      help: ["put the file into 'static', and write its path from there, such as \(example)"])
  }
}
