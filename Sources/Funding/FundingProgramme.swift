/// The rules under which the European Union funds a project.
///
/// They differ by programme and by the year of the call, not by the year in which a project runs:
/// the rules with Article 17 and the long disclaimer hold for calls from 2021 onwards.
public enum FundingProgramme: String, Sendable, Hashable, CaseIterable {
  /// COSME, calls of 2014 to 2020.
  case cosme2014 = "cosme-2014"
  /// Horizon 2020, calls of 2014 to 2020.
  case h2020
  /// Horizon Europe, calls from 2021.
  case horizon2021 = "horizon-2021"
  /// The Single Market Programme, calls from 2021.
  case smp2021 = "smp-2021"
  /// Any other: the site gives every wording itself.
  case custom

  /// The agency that grants money under the programme where the site names none.
  public var usualAuthority: String? {
    switch self {
    case .cosme2014, .smp2021: "European Innovation Council and SMEs Executive Agency (EISMEA)"
    case .h2020, .horizon2021, .custom: nil
    }
  }
}
