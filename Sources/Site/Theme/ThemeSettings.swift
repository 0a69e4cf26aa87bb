/// What `site.yaml` says about the looks of the theme: the custom properties that it sets.
struct ThemeSettings: Sendable, Hashable {
  /// A custom property and its value.
  struct Property: Sendable, Hashable {
    let name: String
    let value: String
  }

  /// The colours by day.
  var light: [Property] = []
  /// The colours by night.
  var dark: [Property] = []
  /// Type and measures, which are always the same.
  var measures: [Property] = []
  /// The name of the static file that stands in the header; nil for the site's icon and title.
  var logo: String?
}
