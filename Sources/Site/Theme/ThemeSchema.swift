internal import FrontMatter

/// What the table `theme` of `site.yaml` may hold.
enum ThemeSchema {
  static let theme = RecordSchema(
    "the theme",
    [
      FieldSchema("colors", .record(colors), "the colours by day"),
      FieldSchema("dark", .record(colors), "the colours by night"),
      FieldSchema("fonts", .record(fonts), "the typefaces"),
      FieldSchema("size", .text, "the size of running text: 1.0625rem"),
      FieldSchema("measure", .text, "the longest line of running text: 42rem"),
      FieldSchema("width", .text, "the widest that a page's content becomes: 74rem"),
      FieldSchema("spacing", .text, "how much room there is between things: 1"),
      FieldSchema("radius", .text, "how round corners are: 0.5rem"),
      FieldSchema("logo", .text, "the static file with the logo in the header: logo.svg"),
    ])

  static let colors = RecordSchema(
    "the palette", ThemeColorName.allCases.map { FieldSchema($0.rawValue, .text, $0.summary) })

  static let fonts = RecordSchema(
    "the set of fonts",
    [
      FieldSchema("text", .text, "running text: Georgia, serif"),
      FieldSchema("headings", .text, "headings"),
      FieldSchema("interface", .text, "menus, labels and lists"),
    ])

  /// The measures by their keys, with the custom properties.
  static let lengths = [
    ("size", "--size-body"), ("measure", "--measure"), ("width", "--frame"), ("radius", "--radius"),
  ]
  /// The typefaces by their keys, with the custom properties.
  static let fontProperties = [
    ("text", "--font-text"), ("headings", "--font-headings"), ("interface", "--font-interface"),
  ]
}
