/// A language as Open Graph has it, with the country that most of its readers live in: `sv_SE`.
///
/// Nil for a language of which that cannot be said; a region of its own (`pt-BR`) is kept.
func openGraphLocale(_ language: String) -> String? {
  let parts = language.split(separator: "-")
  guard let primary = parts.first else { return nil }
  if let region = parts.dropFirst().last(where: { $0.count == 2 }) {
    return "\(primary)_\(region.uppercased())"
  }
  return openGraphRegions[String(primary)].map { "\(primary)_\($0)" }
}

/// The EU's official languages, and Catalan.
private let openGraphRegions = [
  "bg": "BG", "ca": "ES", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "GB", "es": "ES",
  "et": "EE", "fi": "FI", "fr": "FR", "ga": "IE", "hr": "HR", "hu": "HU", "it": "IT", "lt": "LT",
  "lv": "LV", "mt": "MT", "nl": "NL", "pl": "PL", "pt": "PT", "ro": "RO", "sk": "SK", "sl": "SI",
  "sv": "SE",
]
