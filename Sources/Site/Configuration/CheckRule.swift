package import Diagnostics

/// What is looked at in a whole site, beyond what makes a page wrong or ambiguous.
///
/// The names stand here because `site.yaml` sets their weights; the target `Checks` does the looking.
package enum CheckRule: String, Sendable, Hashable, CaseIterable {
  // How the funder is shown.
  case emblemMissing = "eu-emblem-missing"
  case emblemAltered = "eu-emblem-altered"
  case emblemSmall = "eu-emblem-small"
  case statementMissing = "eu-statement-missing"
  case disclaimerMissing = "eu-disclaimer-missing"
  case agreementUnset = "grant-agreement-unset"
  case agreementMissing = "grant-agreement-missing"
  case logoLargerThanEmblem = "logo-larger-than-emblem"
  // What front matter says.
  case longTitle = "long-title"
  case longTeaser = "long-teaser"
  case missingLeadImage = "missing-lead-image"
  case missingImageAlt = "missing-image-alt"
  case missingProfile = "missing-eccp-profile"
  case misspeltName = "misspelt-name"
  case overdueEvent = "overdue-event"
  case dateOutsideProject = "date-outside-project"
  case exchangeDuration = "exchange-duration"
  case exchangeCountry = "exchange-country"
  // Whether everybody can use a page.
  case pageLanguage = "page-language"
  case mainHeading = "main-heading"
  case headingOrder = "heading-order"
  case imageWithoutAlt = "image-without-alt"
  case vagueLink = "vague-link"
  case emptyLink = "empty-link"
  case tableWithoutHeaders = "table-without-headers"
  case unmarkedDocument = "unmarked-document"

  /// How much it weighs where the site does not say.
  package var severity: Diagnostic.Severity {
    switch self {
    case .emblemMissing, .emblemAltered, .emblemSmall, .statementMissing: .error
    case .disclaimerMissing, .agreementMissing, .logoLargerThanEmblem, .longTitle, .longTeaser,
      .missingImageAlt, .misspeltName, .overdueEvent, .exchangeDuration, .exchangeCountry,
      .pageLanguage, .mainHeading, .headingOrder, .imageWithoutAlt, .vagueLink, .emptyLink,
      .tableWithoutHeaders, .unmarkedDocument:
      .warning
    case .agreementUnset, .missingLeadImage, .missingProfile, .dateOutsideProject: .note
    }
  }

  /// Whether every build looks at it: it costs next to nothing, since front matter alone tells it.
  package var isLookedAtInBuilds: Bool {
    switch self {
    case .longTitle, .longTeaser, .missingImageAlt, .overdueEvent, .dateOutsideProject,
      .exchangeDuration, .exchangeCountry:
      true
    case .emblemMissing, .emblemAltered, .emblemSmall, .statementMissing, .disclaimerMissing,
      .agreementUnset, .agreementMissing, .logoLargerThanEmblem, .missingLeadImage,
      .missingProfile, .misspeltName, .pageLanguage, .mainHeading, .headingOrder,
      .imageWithoutAlt, .vagueLink, .emptyLink, .tableWithoutHeaders, .unmarkedDocument:
      false
    }
  }

  /// The rule as diagnostics name it.
  package var rule: Diagnostic.Rule { Diagnostic.Rule(stringLiteral: rawValue) }
}
