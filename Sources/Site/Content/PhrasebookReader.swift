internal import Diagnostics
internal import FrontMatter
internal import Templates

/// Reads the files of `i18n/`, and collects what is wrong with them.
struct PhrasebookReader {
  private let languages: [String]
  private(set) var diagnostics: [Diagnostic] = []

  init(languages: [String]) { self.languages = languages }

  /// The texts of all languages: the site's own, and those of its theme.
  mutating func phrasebook(_ files: [SourceText], theme: [SourceText] = []) -> Phrasebook {
    var phrases = Array(repeating: [String: Phrase](), count: languages.count)
    for file in files {
      let code = Self.code(of: file)
      guard let language = languages.firstIndex(of: code) else {
        diagnostics.append(.unknownLanguageFile(file.path, languages))
        continue
      }
      phrases[language] = self.phrases(of: file)
    }
    let phrasebook = Phrasebook(
      languages: languages, phrases: phrases, theme: themePhrases(theme))
    // Where a file has errors, what is missing in it says nothing.
    if !diagnostics.containsError { diagnostics += phrasebook.problems }
    return phrasebook
  }

  /// The theme's texts in the site's languages and in English, which stands in for the others.
  private mutating func themePhrases(_ files: [SourceText]) -> Phrasebook.Theme {
    var byCode: [String: [String: Phrase]] = [:]
    for file in files {
      let code = Self.code(of: file)
      let isUsed = languages.contains { $0 == code || Phrasebook.primarySubtag($0) == code }
      guard isUsed || code == Phrasebook.Theme.originalCode else { continue }
      byCode[code] = phrases(of: file)
    }
    return Phrasebook.Theme(
      phrases: languages.map { byCode[$0] ?? byCode[Phrasebook.primarySubtag($0)] ?? [:] },
      original: byCode[Phrasebook.Theme.originalCode] ?? [:])
  }

  /// The language of `i18n/sv.yaml`; empty where the name has another form.
  private static func code(of file: SourceText) -> String {
    let name = file.path.split(separator: "/").last ?? ""
    return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : ""
  }

  private mutating func phrases(of file: SourceText) -> [String: Phrase] {
    if let problem = file.encodingProblem { diagnostics.append(problem) }
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let document = YAMLDocument.reading(file, range: start..<file.bytes.count)
    diagnostics += document.diagnostics
    var phrases: [String: Phrase] = [:]
    guard let root = document.value, !root.isNull else { return phrases }
    guard case .mapping(let pairs) = root.content else {
      diagnostics.append(.noPhrase("the file", root, file.location(of: root.range)))
      return phrases
    }
    for pair in pairs { add(pair, below: "", file, to: &phrases) }
    return phrases
  }

  private mutating func add(
    _ pair: YAMLPair, below prefix: String, _ file: SourceText, to phrases: inout [String: Phrase]
  ) {
    let key = prefix + pair.key
    switch pair.value.content {
    case .mapping(let pairs) where !Self.isPlural(pairs):
      for inner in pairs { add(inner, below: key + ".", file, to: &phrases) }
      return
    case .mapping, .scalar, .sequence: break
    }
    guard phrases[key] == nil else {
      diagnostics.append(.phraseTwice(key, file.location(of: pair.keyRange)))
      return
    }
    phrases[key] = phrase(key, pair, file)
  }

  /// Whether a table has the forms of one text, and no texts of its own.
  private static func isPlural(_ pairs: [YAMLPair]) -> Bool {
    !pairs.isEmpty && pairs.allSatisfy { PluralCategory(rawValue: $0.key) != nil }
  }

  private mutating func phrase(
    _ key: String, _ pair: YAMLPair, _ file: SourceText
  ) -> Phrase? {
    guard case .mapping(let pairs) = pair.value.content else {
      return wording(key, pair.value, file).map {
        Phrase(other: $0, source: file, keyRange: pair.keyRange)
      }
    }
    var forms: [PluralCategory: Phrase.Wording] = [:]
    for pair in pairs {
      guard let category = PluralCategory(rawValue: pair.key) else { continue }
      forms[category] = wording(key, pair.value, file)
    }
    guard pairs.contains(where: { $0.key == PluralCategory.other.rawValue }) else {
      diagnostics.append(.noOtherForm(key, file.location(of: pair.keyRange)))
      return nil
    }
    return forms[.other].map {
      Phrase(other: $0, forms: forms, source: file, keyRange: pair.keyRange)
    }
  }

  private mutating func wording(_ key: String, _ node: YAMLNode, _ file: SourceText)
    -> Phrase.Wording?
  {
    guard case .scalar(let text, _) = node.content, !node.isNull else {
      diagnostics.append(.noPhrase("'\(key)'", node, file.location(of: node.range)))
      return nil
    }
    return Phrase.Wording(text)
  }
}

extension Diagnostic {
  fileprivate static func unknownLanguageFile(_ path: String, _ languages: [String]) -> Diagnostic {
    .error(
      "unknown-language", "'\(path)' is for none of the site's languages", at: .file(path),
      help: [
        "the files of 'i18n' are called "
          + languages.map { "'\($0).yaml'" }.joined(separator: ", ")
      ])
  }

  fileprivate static func noPhrase(_ key: String, _ node: YAMLNode, _ location: TextLocation)
    -> Diagnostic
  {
    .error(
      "invalid-translation", "\(key) needs a text, and has \(node.noun)", at: location,
      help: ["write key: text, or put texts with a common beginning of their keys into a table"])
  }

  fileprivate static func noOtherForm(_ key: String, _ location: TextLocation) -> Diagnostic {
    .error(
      "invalid-translation", "'\(key)' has forms for numbers, and none for 'other'", at: location,
      help: ["add it: \"other: {count} posts\""])
  }

  fileprivate static func phraseTwice(_ key: String, _ location: TextLocation) -> Diagnostic {
    .error("duplicate-key", "the text '\(key)' stands here twice", at: location)
  }
}
