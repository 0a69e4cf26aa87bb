/// How a project is funded, and what has to be said about it.
///
/// The grant agreement prevails over everything here, so each text can be replaced. Nothing is ever
/// translated: a text in a language for which no wording is known is nil, and the site has to give it
/// in `ownWording`.
public struct Funding: Sendable, Hashable {
  /// The rules that apply.
  public var programme: FundingProgramme
  /// Whether the Union pays all or a part.
  public var share: FundingShare
  /// The granting authority as the agreement names it; the programme's usual one where nil.
  public var authority: String?
  /// The number of the grant agreement, where it is to be named.
  public var grantAgreement: String?
  /// The site's own texts by language (BCP 47): they come before the programme's.
  public var ownWording: [FundingText: [String: String]]

  /// Funding under a programme.
  public init(
    programme: FundingProgramme, share: FundingShare = .full, authority: String? = nil,
    grantAgreement: String? = nil, ownWording: [FundingText: [String: String]] = [:]
  ) {
    self.programme = programme
    self.share = share
    self.authority = authority
    self.grantAgreement = grantAgreement
    self.ownWording = ownWording
  }

  /// The granting authority, with the abbreviation that everybody uses written out.
  ///
  /// Nil where the site names none and the programme has more than one.
  public var authorityName: String? {
    guard let authority else { return programme.usualAuthority }
    return authority == "EISMEA" ? FundingProgramme.smp2021.usualAuthority : authority
  }

  /// The words for a place beside the emblem, such as `Funded by the European Union`.
  ///
  /// Nil where no wording is known in `language`.
  public func statement(in language: String) -> String? {
    wording(of: .statement, in: language) {
      programme == .custom ? nil : unionStatement(share, language: $0)
    }
  }

  /// The sentence that says who paid; `Funded by the European Union.` under the newer rules.
  ///
  /// Nil where no wording is known in `language`.
  public func acknowledgement(
    in language: String, of work: FundedWork = .project
  ) -> String? {
    wording(of: .acknowledgement, in: language) { language in
      switch programme {
      case .cosme2014: language == "en" ? cosmeAcknowledgement(of: work) : nil
      case .h2020: language == "en" ? horizon2020Acknowledgement : nil
      case .horizon2021, .smp2021: statement(in: language).map { $0 + "." }
      case .custom: nil
      }
    }
  }

  /// The sentences that say whose views these are.
  ///
  /// After the acknowledgement and a space, they are the text of the agreement's Article 17 for
  /// calls from 2021 onwards. Nil where no wording is known in `language`, and where the wording
  /// names the granting authority and none is known.
  public func disclaimer(in language: String, of work: FundedWork = .website) -> String? {
    wording(of: .disclaimer, in: language) { language in
      switch programme {
      case .cosme2014: language == "en" ? cosmeDisclaimer(of: work) : nil
      case .horizon2021, .smp2021: article17Disclaimer(language: language)
      // The wording names the agency of each grant and differs from one to the next.
      case .h2020, .custom: nil
      }
    }
  }

  /// The site's own wording or the programme's, for the language as given or its first subtag:
  /// `sv` serves `sv-SE` too.
  private func wording(
    of text: FundingText, in language: String, programmeWording: (String) -> String?
  ) -> String? {
    let primary = language.split(separator: "-").first.map { $0.lowercased() } ?? language
    let own = ownWording[text] ?? [:]
    return own[language] ?? own[primary] ?? programmeWording(primary)
  }
}
