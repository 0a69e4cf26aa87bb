internal import Diagnostics
internal import Funding
internal import Site

/// What `funding:` in `site.yaml` leaves open.
struct FundingSettingChecks {
  let site: SiteReading

  var diagnostics: [Diagnostic] {
    guard let funding = site.funding, funding.grantAgreement == nil else { return [] }
    return [
      Diagnostic(
        .agreementUnset, "the number of the grant agreement is not set",
        at: site.location(ofSetting: "funding"),
        help: ["add 'grant_agreement: \"…\"' when you know it; the texts will carry it"])
    ]
  }
}
