internal import Diagnostics
package import Site

/// Looks at a site as its visitors, its funder and the platforms that it is posted on would.
package enum Checks {
  /// What `brightpress check` looks at: the plan, the texts and every page.
  package static func full(_ site: SiteReading) -> SiteInspection {
    let knowledge = SiteKnowledge(of: site)
    let found =
      ItemChecks(site: site).diagnostics + GlossaryChecks(site: site).diagnostics
      + FundingSettingChecks(site: site).diagnostics
    return SiteInspection(diagnostics: found) { page in
      PageChecks(page, knowledge).diagnostics
    }
  }

  /// What every build looks at: that which front matter alone tells.
  package static func inBuilds(_ site: SiteReading) -> SiteInspection {
    let cheap = Set(CheckRule.allCases.filter(\.isLookedAtInBuilds).map(\.rule))
    let checks = ItemChecks(site: site, isWanted: \.isLookedAtInBuilds)
    return SiteInspection(diagnostics: checks.diagnostics.filter { cheap.contains($0.rule) })
  }
}

extension Diagnostic {
  /// A finding of a check, with the weight that its rule has of itself.
  init(
    _ rule: CheckRule, _ message: String, at location: TextLocation, help: [String],
    severity: Severity? = nil
  ) {
    self.init(severity ?? rule.severity, rule.rule, message, at: location, help: help)
  }
}
