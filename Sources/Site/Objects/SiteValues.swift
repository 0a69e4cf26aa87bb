internal import CivilTime
internal import FrontMatter
internal import Funding
internal import Templates

/// The parts of the configuration that templates see, made once for a site.
struct SiteValues: Sendable {
  let project: TemplateValue
  /// By language.
  let funding: [TemplateValue]
  let extra: TemplateValue

  init(_ configuration: SiteConfiguration) {
    project = SiteValues.project(configuration.project)
    funding = configuration.languages.map { SiteValues.funding(configuration, language: $0) }
    extra = .dictionary(
      TemplateDictionary(
        configuration.extra.map { entry in
          (entry.key, entry.value.free.map(TemplateValue.init(yaml:)) ?? .none)
        }))
  }

  private static func project(_ project: SiteConfiguration.Project) -> TemplateValue {
    let contact: TemplateValue =
      project.contactName == nil && project.contactOrganisation == nil
      ? .none
      : .dictionary([
        "name": optionalText(project.contactName),
        "organisation": optionalText(project.contactOrganisation),
        "email": optionalText(project.contactEmail),
      ])
    return .dictionary([
      "acronym": optionalText(project.acronym), "name": optionalText(project.name),
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
    return .dictionary([
      // A language without one is an error of the configuration already.
      "statement": .text(funding.statement(in: language) ?? ""),
      "acknowledgement": optionalText(funding.acknowledgement(in: language)),
      "disclaimer": optionalText(funding.disclaimer(in: language)),
      "statement_language": .text(funding.language(of: .statement, in: language) ?? language),
      "acknowledgement_language": optionalText(
        funding.language(of: .acknowledgement, in: language)),
      "disclaimer_language": optionalText(funding.language(of: .disclaimer, in: language)),
      "emblem_url": .text(configuration.baseURL.relative(PlanReader.emblemAddress)),
      "grant_agreement": optionalText(funding.grantAgreement),
      "authority": optionalText(funding.authorityName),
    ])
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
