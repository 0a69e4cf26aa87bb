internal import Diagnostics

extension Publication {
  /// Fewer pages than this may disappear without a question, as from a site that has just begun.
  ///
  /// Pages that only get other addresses are no loss: what counts is how many there are.
  private static let removablePageCount = 10

  /// Why a plan is probably a mistake: most of the pages that are published now are not in it, as
  /// after a checkout without its content.
  func removalProblem(_ plan: SitePlan) -> Diagnostic? {
    let plannedCount = plan.routes.count {
      $0.address.isFolder || $0.address.path.hasSuffix(".html")
    }
    guard plannedCount * 2 < publishedPaths.count else { return nil }
    let published = publishedPaths.filter { $0.hasSuffix(".html") }
    guard plannedCount * 2 < published.count else { return nil }
    let planned = Set(plan.routes.map(\.address.outputPath))
    let removed = published.filter { !planned.contains($0) }
    guard removed.count >= Publication.removablePageCount else { return nil }
    return .error(
      "many-removals",
      "\(removed.count) of the \(published.count) published pages would be removed, such as "
        + "'\(removed.first ?? "")'",
      at: .file("content"),
      help: [
        "see whether the folder 'content' is whole",
        "to remove them all the same, build once with '--allow-removals'",
      ])
  }
}
