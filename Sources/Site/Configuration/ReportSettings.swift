/// What the project's report takes for granted of the items of a site.
package struct ReportSettings: Sendable {
  /// What the items of a kind are as communication activities.
  package struct Activities: Sendable {
    /// The kind.
    package let kind: String
    /// The channel of an item that names none.
    package let channel: ReportChannel?
    /// The audience of an item that names none.
    package let audience: [ReportAudience]
  }

  /// The kinds whose items are activities.
  package let activities: [Activities]
  /// The site's own words for an audience, in lower case, and what they are in the portal's list.
  package let audiences: [String: [ReportAudience]]
}

/// How an audience is reached: the channels of the Funding & Tenders Portal's form.
package enum ReportChannel: String, Sendable, Hashable, CaseIterable {
  /// An event.
  case event = "Event"
  /// An exhibition.
  case exhibition = "Exhibition"
  /// An interview.
  case interview = "Interview"
  /// An article in the media.
  case mediaArticle = "Media article"
  /// A newsletter.
  case newsletter = "Newsletter"
  /// A press release.
  case pressRelease = "Press release"
  /// Leaflets, posters and other printed matter.
  case printMaterials = "Print materials"
  /// Social media.
  case socialMedia = "Social media"
  /// A campaign on television or radio.
  case broadcast = "TV/radio campaign"
  /// A video.
  case video = "Video"
  /// A website.
  case website = "Website"
  /// Anything else.
  case other = "Other"

  /// The channels as the portal spells them.
  package static let names = allCases.map(\.rawValue)
}

/// Who is reached: the audiences of the Funding & Tenders Portal's form.
package enum ReportAudience: String, Sendable, Hashable, CaseIterable {
  /// Companies.
  case industry = "Industry, business partners"
  /// Those who make new things.
  case innovators = "Innovators"
  /// Those who pay for them.
  case investors = "Investors"
  /// The institutions of the European Union.
  case unionInstitutions = "EU institutions"
  /// The authorities of a country.
  case nationalAuthorities = "National authorities"
  /// The authorities of a region.
  case regionalAuthorities = "Regional authorities"
  /// The authorities of a municipality.
  case localAuthorities = "Local authorities"
  /// Associations and other organised citizens.
  case civilSociety = "Civil society"
  /// Everybody.
  case citizens = "Citizens"
  /// Researchers.
  case researchers = "Research communities"
  /// Those who will use the results.
  case endUsers = "Specific end-user communities"
  /// An international organisation.
  case internationalOrganisations = "International organisation"
  /// Anybody else.
  case other = "Other"

  /// The audiences as the portal spells them.
  package static let names = allCases.map(\.rawValue)
}
