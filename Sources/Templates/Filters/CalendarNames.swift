/// The names of months and days in one language, as Unicode's CLDR has them.
///
/// A class, since a template's dates ask for it again and again, and it never changes.
final class CalendarNames: Sendable {
  /// With a day before them, which in some languages changes their form.
  let months: [String]
  /// On their own: `{{ date | date("LLLL") }}`.
  let standaloneMonths: [String]
  let shortMonths: [String]
  /// From Monday.
  let days: [String]
  let shortDays: [String]
  /// The pattern of a date with the month's name.
  let long: String
  /// The pattern of a date with the month's short name.
  let medium: String

  private init(
    months: String, standaloneMonths: String? = nil, shortMonths: String, days: String,
    shortDays: String, long: String = "d MMMM yyyy", medium: String = "d MMM yyyy"
  ) {
    self.months = months.split(separator: ";").map(String.init)
    self.standaloneMonths = (standaloneMonths ?? months).split(separator: ";").map(String.init)
    self.shortMonths = shortMonths.split(separator: ";").map(String.init)
    self.days = days.split(separator: ";").map(String.init)
    self.shortDays = shortDays.split(separator: ";").map(String.init)
    self.long = long
    self.medium = medium
  }

  /// The codes of the languages, in order.
  static let languages = byLanguage.keys.sorted()

  /// The names in a language, given as `en` or `en-GB`.
  static func of(_ language: String) -> CalendarNames? {
    byLanguage[language]
      ?? language.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.flatMap {
        byLanguage[$0.lowercased()]
      }
  }

  private static let byLanguage: [String: CalendarNames] = [
    "en": CalendarNames(
      months: """
        January;February;March;April;May;June;July;August;September;October;November;December
        """,
      shortMonths: "Jan;Feb;Mar;Apr;May;Jun;Jul;Aug;Sep;Oct;Nov;Dec",
      days: "Monday;Tuesday;Wednesday;Thursday;Friday;Saturday;Sunday",
      shortDays: "Mon;Tue;Wed;Thu;Fri;Sat;Sun"),
    "sv": CalendarNames(
      months: """
        januari;februari;mars;april;maj;juni;juli;augusti;september;oktober;november;december
        """,
      shortMonths: "jan.;feb.;mars;apr.;maj;juni;juli;aug.;sep.;okt.;nov.;dec.",
      days: "måndag;tisdag;onsdag;torsdag;fredag;lördag;söndag",
      shortDays: "mån;tis;ons;tors;fre;lör;sön"),
    "fr": CalendarNames(
      months: """
        janvier;février;mars;avril;mai;juin;juillet;août;septembre;octobre;novembre;décembre
        """,
      shortMonths: "janv.;févr.;mars;avr.;mai;juin;juil.;août;sept.;oct.;nov.;déc.",
      days: "lundi;mardi;mercredi;jeudi;vendredi;samedi;dimanche",
      shortDays: "lun.;mar.;mer.;jeu.;ven.;sam.;dim."),
    "es": CalendarNames(
      months: """
        enero;febrero;marzo;abril;mayo;junio;julio;agosto;septiembre;octubre;noviembre;diciembre
        """,
      shortMonths: "ene;feb;mar;abr;may;jun;jul;ago;sept;oct;nov;dic",
      days: "lunes;martes;miércoles;jueves;viernes;sábado;domingo",
      shortDays: "lun;mar;mié;jue;vie;sáb;dom", long: "d 'de' MMMM 'de' yyyy"),
    "ca": CalendarNames(
      months: """
        de gener;de febrer;de març;d’abril;de maig;de juny;de juliol;d’agost;de setembre;\
        d’octubre;de novembre;de desembre
        """,
      standaloneMonths: """
        gener;febrer;març;abril;maig;juny;juliol;agost;setembre;octubre;novembre;desembre
        """,
      shortMonths: """
        de gen.;de febr.;de març;d’abr.;de maig;de juny;de jul.;d’ag.;de set.;d’oct.;de nov.;\
        de des.
        """,
      days: "dilluns;dimarts;dimecres;dijous;divendres;dissabte;diumenge",
      shortDays: "dl.;dt.;dc.;dj.;dv.;ds.;dg.", long: "d MMMM 'del' yyyy"),
    "et": CalendarNames(
      months: """
        jaanuar;veebruar;märts;aprill;mai;juuni;juuli;august;september;oktoober;november;\
        detsember
        """,
      shortMonths: "jaan;veebr;märts;apr;mai;juuni;juuli;aug;sept;okt;nov;dets",
      days: "esmaspäev;teisipäev;kolmapäev;neljapäev;reede;laupäev;pühapäev",
      shortDays: "E;T;K;N;R;L;P", long: "d. MMMM yyyy", medium: "d. MMM yyyy"),
  ]
}
