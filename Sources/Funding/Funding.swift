/// How a project is funded, and what has to be said about it.
///
/// The grant agreement prevails over everything here, so each text can be replaced. Nothing is ever
/// translated: a text in a language for which no wording is known is nil, and the site has to give it
/// in `ownWording`, or name a language in `fallbacks` whose text stands in for it.
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
  /// For a language in which a text may be unknown, the one whose text is shown instead.
  public var fallbacks: [String: String]

  /// Funding under a programme.
  public init(
    programme: FundingProgramme, share: FundingShare = .full, authority: String? = nil,
    grantAgreement: String? = nil, ownWording: [FundingText: [String: String]] = [:],
    fallbacks: [String: String] = [:]
  ) {
    self.programme = programme
    self.share = share
    self.authority = authority
    self.grantAgreement = grantAgreement
    self.ownWording = ownWording
    self.fallbacks = fallbacks
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
  /// Nil where no wording is known in `language` or the one that stands in for it.
  public func statement(in language: String) -> String? {
    wording(of: .statement, in: language, of: .website)?.text
  }

  /// The sentence that says who paid; `Funded by the European Union.` under the newer rules.
  ///
  /// Nil where no wording is known in `language` or the one that stands in for it.
  public func acknowledgement(
    in language: String, of work: FundedWork = .project
  ) -> String? {
    wording(of: .acknowledgement, in: language, of: work)?.text
  }

  /// The sentences that say whose views these are.
  ///
  /// After the acknowledgement and a space, they are the text of the agreement's Article 17 for
  /// calls from 2021 onwards. Nil where no wording is known in `language` or the one that stands in
  /// for it, and where the wording names the granting authority and none is known.
  public func disclaimer(in language: String, of work: FundedWork = .website) -> String? {
    wording(of: .disclaimer, in: language, of: work)?.text
  }

  /// The language that a text is in, where it is shown on a page in `language`.
  ///
  /// Another than the page's own only where that one has no wording and a fallback has: HTML needs
  /// it for `lang`. Nil where there is no text.
  public func language(of text: FundingText, in language: String) -> String? {
    wording(of: text, in: language, of: .website)?.language
  }

  /// A text, and the language that it is in.
  private func wording(
    of text: FundingText, in language: String, of work: FundedWork
  ) -> (text: String, language: String)? {
    if let own = wordingWithoutFallback(of: text, in: language, of: work) {
      return (own, language)
    }
    guard let other = fallbacks[language] ?? fallbacks[primarySubtag(of: language)],
      let wording = wordingWithoutFallback(of: text, in: other, of: work)
    else { return nil }
    return (wording, other)
  }

  /// The site's own wording or the programme's, for the language as given or its first subtag:
  /// `sv` serves `sv-SE` too.
  private func wordingWithoutFallback(
    of text: FundingText, in language: String, of work: FundedWork
  ) -> String? {
    let primary = primarySubtag(of: language)
    let own = ownWording[text] ?? [:]
    if let text = own[language] ?? own[primary] { return text }
    switch text {
    case .statement: return programme == .custom ? nil : unionStatement(share, language: primary)
    case .acknowledgement: return programmeAcknowledgement(in: language, of: work)
    case .disclaimer: return programmeDisclaimer(in: primary, of: work)
    }
  }

  private func programmeAcknowledgement(in language: String, of work: FundedWork) -> String? {
    let isEnglish = primarySubtag(of: language) == "en"
    switch programme {
    case .cosme2014: return isEnglish ? cosmeAcknowledgement(of: work) : nil
    case .h2020: return isEnglish ? horizon2020Acknowledgement : nil
    case .horizon2021, .smp2021:
      return wordingWithoutFallback(of: .statement, in: language, of: work).map { $0 + "." }
    case .custom: return nil
    }
  }

  private func programmeDisclaimer(in language: String, of work: FundedWork) -> String? {
    switch programme {
    case .cosme2014: language == "en" ? cosmeDisclaimer(of: work) : nil
    case .horizon2021, .smp2021: article17Disclaimer(language: language)
    // The wording names the agency of each grant and differs from one to the next.
    case .h2020, .custom: nil
    }
  }

  private func primarySubtag(of language: String) -> String {
    language.split(separator: "-").first.map { $0.lowercased() } ?? language
  }
}
