import Diagnostics
import Testing

/// How the funder is shown: each rule has a site that breaks it.
@Suite struct VisibilityTests {
  private static let mark = """
    <p class="funding-mark">
      <img src="{{ site.funding.emblem_url }}" alt="Emblem of the European Union" width="96" height="64">
    """

  /// A site whose footer says something else than the theme's.
  private func site(footer: String) -> CheckedSite {
    var site = CheckedSite()
    // The header has the emblem too; what is looked at here is the footer alone.
    site.files["templates/_partials/header.html"] = ""
    site.files["templates/_partials/funding.html"] = footer
    return site
  }

  /// A footer with everything, in which one thing can be changed.
  private func footer(
    image: String =
      "<img src=\"{{ site.funding.emblem_url }}\" alt=\"\" width=\"96\" height=\"64\">",
    statement: String = "{{ site.funding.statement }}"
  ) -> String {
    """
    <div><div class="mark">\(image) <b>\(statement)</b></div></div>
    <p>{{ site.funding.acknowledgement | default("") }}</p>
    <p>{{ site.funding.disclaimer | default("") }}</p>
    """
  }

  @Test func `the theme passes every check`() async {
    #expect(await CheckedSite(page: "A text.").findings() == [])
  }

  @Test func `nobody has to be shown where the site names no funder`() async {
    var site = site(footer: "")
    site.files["site.yaml"] = "title: Plain\nbase_url: https://plain.example/\n"
    #expect(await site.findings() == [])
  }

  @Test func `a page without the emblem is told once for each template`() async {
    let found = await site(
      footer: "{{ site.funding.statement }} {{ site.funding.disclaimer }} "
        + "{{ site.funding.acknowledgement }}"
    ).diagnostics()
    let missing = found.filter { $0.rule == "eu-emblem-missing" }
    #expect(missing.map(\.location.path).contains("templates/event.html"))
    #expect(missing.map(\.location.path).contains("templates/404.html"))
    #expect(Set(missing.map(\.location.path)).count == missing.count)
    #expect(missing.allSatisfy { $0.severity == .error })
    let list = missing.first { $0.location.path == "templates/event.html" }
    #expect(
      list?.help == [
        "include '_partials/funding.html', or show the picture 'site.funding.emblem_url'",
        "it showed while rendering 'events/visit/index.html'",
      ])
  }

  @Test func `another picture that passes for the emblem is told at its file`() async {
    var site = site(
      footer: footer(image: "<img src=\"/eu-flag.svg\" alt=\"\" width=\"96\" height=\"64\">"))
    site.files["static/eu-flag.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    let found = await site.findings().filter { !$0.contains("eu-statement-missing") }
    #expect(
      found == [
        "static/eu-flag.svg:1:1: error: 'eu-flag.svg' is shown as the emblem of the European Union "
          + "and is not the emblem as it is drawn [eu-emblem-altered]"
      ])
  }

  @Test func `a photo of a flag in a text is no emblem`() async {
    var site = CheckedSite(page: "![The flag of the European Union](eu-flag.svg)\n")
    site.files["content/eu-flag.svg"] =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>"
    #expect(await site.findings() == [])
  }

  @Test func `a file of the site's own in the emblem's place is compared with it`() async {
    var site = CheckedSite()
    site.files["static/eu-emblem.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    #expect(await site.rules().contains("eu-emblem-altered"))
  }

  @Test(arguments: [
    (
      "style=\"width: 96px; height: 96px\"", "it is shown 96 pixels by 96 pixels, and not as 3 to 2"
    ),
    ("width=\"96\" style=\"filter: grayscale(1)\"", "it has 'filter'"),
    ("width=\"96\" style=\"opacity: .5\"", "it has 'opacity'"),
  ])
  func `a changed emblem is told with what changes it`(
    attributes: String, reason: String
  ) async {
    let image = "<img src=\"{{ site.funding.emblem_url }}\" alt=\"\" \(attributes)>"
    let found = await site(footer: footer(image: image)).findings()
    #expect(
      found.contains(
        "templates/event.html:1:1: error: the emblem of the European Union is altered: \(reason) "
          + "[eu-emblem-altered]"))
  }

  @Test(arguments: [
    ("width=\"54\" height=\"36\"", "the emblem of the European Union is shown 36 pixels high"),
    ("width=\"45\"", "the emblem of the European Union is shown 30 pixels high"),
    ("height=\"64\"", "nothing says how high the emblem of the European Union is shown"),
    ("style=\"height: 0.5cm\"", "the emblem of the European Union is shown 18.9 pixels high"),
  ])
  func `an emblem of less than a centimetre is too small`(
    attributes: String, message: String
  ) async {
    let image = "<img src=\"{{ site.funding.emblem_url }}\" alt=\"\" \(attributes)>"
    let found = await site(footer: footer(image: image)).findings()
    #expect(found.contains("templates/event.html:1:1: error: \(message) [eu-emblem-small]"))
  }

  @Test func `an emblem that is small on narrow windows only is found too`() async {
    var site = CheckedSite()
    let style = CheckedSite.themeFile("static/style.css")
    site.files["templates/static/style.css"] =
      style + "\n@media (max-width: 30rem) {\n"
      + ".funding-mark img, .site-header .funding-mark img { width: 3rem; height: 2rem } }\n"
    let found = await site.findings()
    #expect(found.count >= 2)
    #expect(
      found.allSatisfy {
        $0.contains("the emblem of the European Union is shown 32 pixels high [eu-emblem-small]")
      })
  }

  @Test func `the least height is for the site to set`() async {
    var site = CheckedSite()
    site.files["site.yaml"] = CheckedSite.configuration + "\nlimits: {emblem_height: 100}\n"
    #expect(await site.rules().contains("eu-emblem-small"))
  }

  @Test func `an emblem drawn in the page itself counts`() async {
    var site = site(footer: footer(image: "{% include \"_partials/drawing.html\" %}"))
    site.files["templates/_partials/drawing.html"] = drawing
    #expect(await site.findings() == [])
    site.files["templates/_partials/drawing.html"] = drawing.replacing("#FFCC00", with: "#FFFF00")
    #expect(await site.rules().contains("eu-emblem-missing"))
  }

  /// The emblem as the program writes it, with a height.
  private var drawing: String {
    EmblemText.svg.replacing("<svg ", with: "<svg height=\"64\" ")
  }

  @Test func `a statement that is not beside the emblem is told`() async {
    let footer = """
      <p><img src="{{ site.funding.emblem_url }}" alt="" width="96" height="64"></p>
      <section><div><div><div><p>{{ site.funding.statement }}</p></div></div></div></section>
      <p>{{ site.funding.acknowledgement }}</p><p>{{ site.funding.disclaimer }}</p>
      """
    // In a nest of its own, so that what is around both of them is far away.
    let found = await site(
      footer: "<div><div><div>\(footer.replacing("<section>", with: "</div></div></div><section>"))"
    )
    .findings()
    #expect(
      found.contains(
        "templates/event.html:1:1: error: 'Funded by the European Union' does not stand beside the "
          + "emblem [eu-statement-missing]"))
  }

  @Test func `a statement that is cut is told`() async {
    let found = await site(footer: footer(statement: "Funded by the EU")).findings()
    #expect(
      found.contains(
        "templates/event.html:1:1: error: 'Funded by the European Union' does not stand on the page "
          + "in full [eu-statement-missing]"))
  }

  @Test func `a statement in another language of the site is told`() async {
    var site = site(footer: footer(statement: "Funded by the European Union"))
    site.files["site.yaml"] =
      CheckedSite.configuration + "\nlanguages: [en, sv]\n"
    site.files["content/events/visit.sv.md"] = CheckedSite.event
    let found = await site.findings()
    #expect(
      found.contains(
        "templates/event.html:1:1: error: the funding statement is in the language 'en', and the "
          + "page in 'sv' [eu-statement-missing]"))
  }

  @Test func `a page without the disclaimer and the number is told`() async {
    let footer = """
      <p><img src="{{ site.funding.emblem_url }}" alt="" width="96" height="64"> {{ site.funding.statement }}</p>
      """
    let found = await site(footer: footer).findings()
    #expect(
      found.contains(
        "templates/event.html:1:1: warning: the page does not say whose views it shows "
          + "[eu-disclaimer-missing]"))
    #expect(
      found.contains(
        "templates/event.html:1:1: warning: the page does not name the grant agreement 101000000 "
          + "[grant-agreement-missing]"))
  }

  @Test func `a number that is not set is a note at the funding`() async {
    var site = CheckedSite()
    site.files["site.yaml"] = CheckedSite.configuration.replacing(
      ", grant_agreement: \"101000000\"", with: "")
    #expect(
      await site.findings() == [
        "site.yaml:5:10: note: the number of the grant agreement is not set [grant-agreement-unset]"
      ])
  }

  @Test func `a logo that is larger than the emblem is told at the partner`() async {
    var site = CheckedSite()
    site.files["content/partners/stuns/index.md"] = """
      ---
      name: STUNS Life science
      eccp_profile: https://www.clustercollaboration.eu/stuns
      logo: {src: stuns.svg, alt: STUNS}
      ---
      A cluster.
      """
    site.files["content/partners/stuns/stuns.svg"] =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"200\"/>"
    #expect(await site.findings() == [], "the theme bounds its logos")
    site.replace(
      ".partner-logo img { max-height: 4rem", in: "static/style.css",
      by: ".partner-logo img { max-height: 10rem")
    #expect(
      await site.findings() == [
        "templates/partner.html:1:1: warning: the logo 'stuns.svg' is shown 160 pixels high, and "
          + "the emblem of the European Union 64 pixels [logo-larger-than-emblem]"
      ])
  }
}
