internal import CivilTime
internal import FrontMatter
internal import Funding
internal import Templates

/// The parts of the configuration that templates see, made once for a site.
struct SiteValues: Sendable {
  /// By language.
  let project: [TemplateValue]
  /// By language.
  let funding: [TemplateValue]
  /// By language.
  let extra: [TemplateValue]

  init(_ configuration: SiteConfiguration) {
    let languages = configuration.languages
    project = languages.map { SiteValues.project(configuration.project, language: $0) }
    funding = languages.map { SiteValues.funding(configuration, language: $0) }
    extra = languages.map { language in
      .dictionary(
        TemplateDictionary(
          configuration.extra.map { entry in
            let value = entry.value.free.map {
              TemplateValue(yaml: $0.translated(into: language, of: languages))
            }
            return (entry.key, value ?? .none)
          }))
    }
  }

  private static func project(
    _ project: SiteConfiguration.Project, language: String
  ) -> TemplateValue {
    let contact: TemplateValue =
      project.contactName == nil && project.contactOrganisation == nil
      ? .none
      : .dictionary([
        "name": optionalText(project.contactName),
        "organisation": optionalText(project.contactOrganisation),
        "email": optionalText(project.contactEmail),
      ])
    return .dictionary([
      "acronym": optionalText(project.acronym), "name": optionalText(project.name?[language]),
      "start": month(project.start), "end": month(project.end),
      "website": optionalText(project.website), "contact": contact,
    ])
  }

  private static func month(_ date: CivilDate?) -> TemplateValue {
    date.map {
      .date(Timestamp(local: LocalDateTime(startOf: $0), offsetSeconds: 0, isDateOnly: true))
    } ?? .none
  }

  private static func funding(
    _ configuration: SiteConfiguration, language: String
  ) -> TemplateValue {
    guard let funding = configuration.funding else { return .none }
    // A text that is known in another language only still has to be shown.
    let languages = [language] + configuration.languages
    func known(
      _ kind: FundingText, _ text: (String) -> String?
    ) -> (text: String, language: String)? {
      for code in languages {
        if let found = text(code) { return (found, funding.language(of: kind, in: code) ?? code) }
      }
      return nil
    }
    let acknowledgement = known(.acknowledgement) { funding.acknowledgement(in: $0) }
    let disclaimer = known(.disclaimer) { funding.disclaimer(in: $0) }
    return .dictionary([
      // A language without one is an error of the configuration already.
      "statement": .text(funding.statement(in: language) ?? ""),
      "statement_language": .text(funding.language(of: .statement, in: language) ?? language),
      "acknowledgement": optionalText(acknowledgement?.text),
      "acknowledgement_language": optionalText(acknowledgement?.language),
      "disclaimer": optionalText(disclaimer?.text),
      "disclaimer_language": optionalText(disclaimer?.language),
      "emblem_url": .text(configuration.baseURL.relative(PlanReader.emblemAddress)),
      "grant_agreement": optionalText(funding.grantAgreement),
      "authority": optionalText(funding.authorityName),
    ])
  }
}

extension YAMLNode {
  /// The value with each table of languages in it replaced by what it has for one of them.
  ///
  /// A table is one of languages where its keys are nothing but codes of the site's languages.
  func translated(into language: String, of languages: [String]) -> YAMLNode {
    switch content {
    case .scalar: return self
    case .sequence(let nodes):
      return YAMLNode(
        .sequence(nodes.map { $0.translated(into: language, of: languages) }), range: range)
    case .mapping(let pairs):
      guard !pairs.isEmpty, pairs.allSatisfy({ languages.contains($0.key) }) else {
        let inner = pairs.map { pair in
          YAMLPair(
            key: pair.key, keyRange: pair.keyRange,
            value: pair.value.translated(into: language, of: languages))
        }
        return YAMLNode(.mapping(inner), range: range)
      }
      let found =
        pairs.first { $0.key == language }
        ?? languages.lazy.compactMap { code in pairs.first { $0.key == code } }.first
      return (found ?? pairs[0]).value
    }
  }
}

extension TemplateValue {
  /// A free value of a configuration or front matter.
  ///
  /// Text stays as it was written; without quotation marks, `true` and `false` are truth values,
  /// and a whole number is one where its digits come back the same (`012` stays a text).
  init(yaml node: YAMLNode) {
    switch node.content {
    case .scalar(let text, let isPlain):
      if node.isNull {
        self = .none
      } else if isPlain, text == "true" || text == "false" {
        self = .bool(text == "true")
      } else if isPlain, let number = Int(text), String(number) == text {
        self = .integer(number)
      } else {
        self = .text(text)
      }
    case .sequence(let nodes): self = .list(nodes.map(TemplateValue.init(yaml:)))
    case .mapping(let pairs):
      self = .dictionary(
        TemplateDictionary(pairs.map { ($0.key, TemplateValue(yaml: $0.value)) }))
    }
  }
}
