internal import Diagnostics
internal import FrontMatter

extension SitePlan {
  /// What is wrong with the settings of the feeds.
  func feedProblems() -> [Diagnostic] {
    guard let image = configuration.feeds.image, route(atPath: image.path) == nil else {
      return []
    }
    return [.missingFeedImage(image.path, at: image.location)]
  }

  /// The items that subscribers may see twice one day, since they have no `id`.
  func identityProblems() -> [Diagnostic] {
    feeds.all.isEmpty
      ? [] : itemsWithoutIdentity.map { Diagnostic.missingID(items[$0].path) }
  }

  /// The items that stand in feeds, or could, and have no `id`.
  var itemsWithoutIdentity: [Int] {
    lists.joined().joined().filter {
      items[$0].feedDate(in: configuration) != nil && items[$0].record[.id]?.text == nil
    }
  }
}

extension Diagnostic {
  fileprivate static func missingID(_ path: String) -> Diagnostic {
    .note(
      "missing-id",
      "there is no 'id', so subscribers will see this as new if its file or date changes",
      at: .file(path), help: ["'brightpress fix ids' writes one into each file that needs it"])
  }

  fileprivate static func missingFeedImage(
    _ path: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "missing-image", "there is no picture '\(path)' for the feeds", at: location,
      help: ["put the file into 'static', and write its path from there, such as /logo.png"])
  }
}
