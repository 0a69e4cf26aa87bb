internal import Diagnostics
internal import Funding
internal import Site

// What a page says about the funding: the statement beside the emblem, the disclaimer, the number.
extension PageChecks {
  func statement(_ funding: Funding, beside emblems: [Int]) -> [Diagnostic] {
    guard let statement = funding.statement(in: rendered.language) else { return [] }
    let wanted = HTMLText.normalized(statement)
    guard !emblems.contains(where: { isBeside($0, wanted) }) else { return [] }
    let text = page.text
    let other = knowledge.site.languages.first { language in
      language != rendered.language
        && funding.statement(in: language).map { text.contains(HTMLText.normalized($0)) } ?? false
    }
    let message =
      if text.contains(wanted) {
        "'\(statement)' does not stand beside the emblem"
      } else if let other {
        "the funding statement is in the language '\(other)', and the page in "
          + "'\(rendered.language)'"
      } else {
        "'\(statement)' does not stand on the page in full"
      }
    return [
      Diagnostic(
        .statementMissing, message, at: places.ofTemplate,
        help: [
          "put 'site.funding.statement' into one element with the emblem, as "
            + "'_partials/funding-mark.html' does"
        ])
    ]
  }

  /// Whether a text stands in one of the three elements around the emblem.
  private func isBeside(_ emblem: Int, _ text: String) -> Bool {
    page.ancestors(of: emblem).prefix(3)
      .filter { !["body", "html", "main"].contains(page.elements[$0].name) }
      .contains { page.text(of: $0).contains(text) }
  }

  func texts(_ funding: Funding) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let text = page.text
    if let disclaimer = funding.disclaimer(in: rendered.language),
      !text.contains(HTMLText.normalized(disclaimer))
    {
      found.append(
        Diagnostic(
          .disclaimerMissing, "the page does not say whose views it shows", at: places.ofTemplate,
          help: ["print 'site.funding.disclaimer', as '_partials/funding.html' does"]))
    }
    if let number = funding.grantAgreement, !text.contains(number) {
      found.append(
        Diagnostic(
          .agreementMissing, "the page does not name the grant agreement \(number)",
          at: places.ofTemplate,
          help: [
            "print 'site.funding.acknowledgement', or the number: 'site.funding.grant_agreement'"
          ]))
    }
    return found
  }
}
