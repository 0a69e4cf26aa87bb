/// Link texts that say nothing without what stands around them.
enum VagueLinkTexts {
  /// Whether a text says nothing in a language (BCP 47), or in English, which slips in everywhere.
  static func contain(_ text: String, language: String) -> Bool {
    let plain = text.lowercased().filter { $0.isLetter || $0.isWhitespace || $0 == "'" }
    let words = plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let primary = language.split(separator: "-").first.map { $0.lowercased() } ?? language
    return texts["en", default: []].contains(words) || texts[primary, default: []].contains(words)
  }

  private static let texts: [String: Set<String>] = [
    "en": [
      "click", "click here", "here", "more", "read more", "learn more", "see more", "link",
      "this", "this link", "this page", "download", "details", "more info", "more information",
      "continue", "continue reading", "find out more", "go",
    ],
    "sv": [
      "här", "klicka", "klicka här", "läs mer", "läs mera", "mer", "mera", "länk", "denna länk",
      "den här länken", "ladda ner", "mer information", "se mer", "fortsätt läsa",
    ],
    "fr": [
      "ici", "cliquez ici", "cliquer ici", "lire la suite", "en savoir plus", "plus", "lien",
      "ce lien", "cette page", "télécharger", "voir plus", "suite", "lire plus",
    ],
    "es": [
      "aquí", "haga clic aquí", "haz clic aquí", "pulse aquí", "clic aquí", "leer más", "más",
      "ver más", "enlace", "este enlace", "descargar", "más información", "saber más",
    ],
    "ca": [
      "aquí", "feu clic aquí", "fes clic aquí", "clica aquí", "llegir més", "més", "veure més",
      "enllaç", "aquest enllaç", "descarrega", "més informació", "llegeix més",
    ],
    "et": [
      "siin", "siia", "siit", "kliki siia", "klõpsa siin", "loe edasi", "loe lähemalt", "loe veel",
      "rohkem", "link", "see link", "laadi alla", "vaata lähemalt", "lisateave",
    ],
    "it": [
      "qui", "clicca qui", "fai clic qui", "leggi tutto", "leggi di più", "scopri di più", "altro",
      "di più", "link", "questo link", "scarica", "continua", "maggiori informazioni",
    ],
    "de": [
      "hier", "hier klicken", "klicken sie hier", "klick hier", "mehr", "weiterlesen",
      "mehr lesen", "mehr erfahren", "link", "dieser link", "herunterladen",
      "weitere informationen",
    ],
  ]
}
