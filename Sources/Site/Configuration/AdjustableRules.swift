/// The rules whose weight a site can change under `checks:`.
///
/// They are about the quality of what is published. What would make a page wrong or ambiguous (a
/// broken date, two pages at one address) is always an error.
enum AdjustableRules {
  static let all =
    [
      "broken-link", "broken-anchor", "missing-image", "link-to-unpublished", "raw-html",
      "unsafe-link", "unknown-kind", "missing-translation", "low-contrast", "missing-id",
      "control-character", "future-update",
    ] + CheckRule.allCases.map(\.rawValue)
}
