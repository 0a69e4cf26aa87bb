/// The countries that take part in the European programmes for clusters, by their codes.
enum Country {
  /// The country's name; what is no known code is a name already.
  static func name(_ written: String) -> String { names[written.uppercased()] ?? written }

  /// The country's name for a form that may ask for its code.
  static func nameWithCode(_ written: String) -> String {
    names[written.uppercased()].map { "\($0) (\(written.uppercased()))" } ?? written
  }

  /// Codes of ISO 3166-1, and the two that the Union itself writes differently (EL, UK).
  private static let names: [String: String] = [
    "AL": "Albania", "AT": "Austria", "BA": "Bosnia and Herzegovina", "BE": "Belgium",
    "BG": "Bulgaria", "CH": "Switzerland", "CY": "Cyprus", "CZ": "Czechia", "DE": "Germany",
    "DK": "Denmark", "EE": "Estonia", "EL": "Greece", "ES": "Spain", "FI": "Finland",
    "FR": "France", "GB": "United Kingdom", "GR": "Greece", "HR": "Croatia", "HU": "Hungary",
    "IE": "Ireland", "IS": "Iceland", "IT": "Italy", "LI": "Liechtenstein", "LT": "Lithuania",
    "LU": "Luxembourg", "LV": "Latvia", "MD": "Moldova", "ME": "Montenegro",
    "MK": "North Macedonia", "MT": "Malta", "NL": "Netherlands", "NO": "Norway", "PL": "Poland",
    "PT": "Portugal", "RO": "Romania", "RS": "Serbia", "SE": "Sweden", "SI": "Slovenia",
    "SK": "Slovakia", "TR": "Türkiye", "UA": "Ukraine", "UK": "United Kingdom",
  ]
}
