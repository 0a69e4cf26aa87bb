internal import Text

/// Who has written a work: a person, or an organisation.
public enum CitationAuthor: Sendable, Hashable {
  /// A person; `particle` is a part such as `van der` that belongs to the family name and is not
  /// sorted by.
  case person(family: String, given: String, particle: String = "")
  /// An organisation, or a name that is not taken apart.
  case organisation(String)
}

extension CitationAuthor {
  /// Reads a name as people write it.
  ///
  /// Text in braces is an organisation, and so is a name among `organisations`. `Family, Given` is
  /// a person without doubt. A name without a comma is an organisation where it has a word that
  /// people are not called by (University, Agency, Ltd), a digit, one word only or more than four;
  /// otherwise its last word is the family name, together with the particles before it (`van`,
  /// `de`, `von der`).
  public init(written text: String, organisations: Set<String> = []) {
    let name = text.inOneLine
    if name.hasPrefix("{"), name.hasSuffix("}"), name.count > 2 {
      self = .organisation(String(name.dropFirst().dropLast()).inOneLine)
      return
    }
    if organisations.contains(name) {
      self = .organisation(name)
      return
    }
    let parts = name.split(separator: ",", maxSplits: 1).map { String($0).inOneLine }
    if name.contains(",") {
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !parts[1].contains(",") else {
        self = .organisation(name)
        return
      }
      self = CitationAuthor(familyWords: parts[0].words, given: parts[1])
      return
    }
    let words = name.words
    guard (2...4).contains(words.count), !words.contains(where: \.isOfOrganisations) else {
      self = .organisation(name)
      return
    }
    // The family name begins at the first particle, or is the last word.
    let start =
      words.indices.dropFirst().first { $0 < words.count - 1 && particles.contains(words[$0]) }
      ?? words.count - 1
    self = CitationAuthor(
      familyWords: Array(words[start...]), given: words[..<start].joined(separator: " "))
  }

  private init(familyWords words: [String], given: String) {
    let isParticle = words.dropLast().prefix { particles.contains($0) }
    self = .person(
      family: words.dropFirst(isParticle.count).joined(separator: " "), given: given,
      particle: isParticle.joined(separator: " "))
  }

  /// `van Gogh, Vincent`, or the organisation's name.
  public var familyFirst: String {
    switch self {
    case .person(let family, let given, let particle):
      (particle.isEmpty ? family : "\(particle) \(family)") + (given.isEmpty ? "" : ", \(given)")
    case .organisation(let name): name
    }
  }

  /// `Vincent van Gogh`, or the organisation's name.
  public var givenFirst: String {
    switch self {
    case .person(let family, let given, let particle):
      [given, particle, family].filter { !$0.isEmpty }.joined(separator: " ")
    case .organisation(let name): name
    }
  }
}

/// The words before family names that are written small.
private let particles: Set<String> = [
  "af", "av", "d'", "da", "das", "de", "degli", "dei", "del", "della", "den", "der", "des", "di",
  "do", "dos", "du", "el", "i", "la", "las", "le", "los", "ten", "ter", "til", "van", "vom", "von",
  "y", "z", "zu", "zum", "zur",
]

/// Words that are in the names of organisations and not of people.
private let organisationWords: Set<String> = [
  "ab", "agency", "alliance", "aps", "association", "authority", "bv", "center", "centre", "club",
  "cluster", "clusters", "college", "commission", "committee", "company", "consortium", "council",
  "department", "directorate", "europe", "european", "federation", "for", "forum", "foundation",
  "gmbh", "group", "hospital", "hub", "inc", "initiative", "innovation", "institut", "institute",
  "institutet", "instituto", "international", "laboratory", "life", "ltd", "ministry",
  "municipality", "national", "network", "of", "office", "organisation", "organization", "park",
  "partner", "partners", "partnership", "platform", "programme", "project", "region", "research",
  "school",
  "science", "sciences", "secretariat", "service", "services", "society", "team", "the", "union",
  "universidad", "universitat", "universitet", "université", "university", "and", "&", "health",
]

extension String {
  fileprivate var words: [String] { split(separator: " ").map(String.init) }

  fileprivate var isOfOrganisations: Bool {
    organisationWords.contains(lowercased()) || contains(where: \.isNumber)
  }
}
