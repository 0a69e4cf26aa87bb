/// `Funded by the European Union` in the Commission's own words for each language.
///
/// A table and never a translation: the Swedish form differs from the one that a translator would
/// choose, and Catalan has none, since it is no language of the Union.
func unionStatement(_ share: FundingShare, language: String) -> String? {
  switch (language, share) {
  case ("en", .full): "Funded by the European Union"
  case ("en", .partial): "Co-funded by the European Union"
  case ("sv", .full): "Finansieras av Europeiska unionen"
  case ("sv", .partial): "Medfinansieras av Europeiska unionen"
  case ("et", .full): "Rahastanud Euroopa Liit"
  case ("et", .partial): "Kaasrahastanud Euroopa Liit"
  case ("fr", .full): "Financé par l'Union européenne"
  case ("fr", .partial): "Cofinancé par l'Union européenne"
  case ("es", .full): "Financiado por la Unión Europea"
  case ("es", .partial): "Cofinanciado por la Unión Europea"
  case ("it", .full): "Finanziato dall'Unione europea"
  default: nil
  }
}

extension Funding {
  func cosmeAcknowledgement(of work: FundedWork) -> String {
    guard let grantAgreement else {
      return "This \(work.rawValue) was funded by the European Union's COSME Programme (2014-2020)."
    }
    return """
      This \(work.rawValue) has received funding from the European Union's COSME Programme \
      (2014-2020) under grant agreement No \(grantAgreement).
      """
  }

  func cosmeDisclaimer(of work: FundedWork) -> String? {
    guard let authorityName else { return nil }
    return """
      The content of this \(work.rawValue) represents the views of the author only and is his/her \
      sole responsibility; it cannot be considered to reflect the views of the European Commission \
      and/or the \(authorityName) or any other body of the European Union. The European Commission \
      and the Agency do not accept any responsibility for use that may be made of the information \
      it contains.
      """
  }

  /// The sentence that the agreement prescribes; it demands the agreement's number.
  var horizon2020Acknowledgement: String? {
    guard let grantAgreement else { return nil }
    return """
      This project has received funding from the European Union's Horizon 2020 research and \
      innovation programme under grant agreement No \(grantAgreement).
      """
  }

  /// Article 17 of the grant agreements for calls from 2021, after the statement and its full stop.
  func article17Disclaimer(language: String) -> String? {
    guard let authorityName else { return nil }
    switch language {
    case "en":
      return """
        Views and opinions expressed are however those of the author(s) only and do not necessarily \
        reflect those of the European Union or \(authorityName). Neither the European Union nor \
        the granting authority can be held responsible for them.
        """
    case "it":
      // The wording says `dell'`, which Italian has before a vowel only.
      guard let first = authorityName.lowercased().first, "aeiou".contains(first) else {
        return nil
      }
      return """
        I punti di vista e le opinioni espressi sono tuttavia esclusivamente quelli dell'autore o \
        degli autori e non riflettono necessariamente quelli dell'Unione europea o \
        dell'\(authorityName). Né l'Unione europea né l'autorità concedente possono essere \
        ritenute responsabili.
        """
    default:
      return nil
    }
  }
}
