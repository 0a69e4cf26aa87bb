import Testing

/// Static files as templates name them: with a fingerprint, and with what browsers check.
@Suite struct AssetTests {
  /// A site with a template for its post and two static files, under a folder of a host.
  private func site(_ template: String, fields: String = "") -> TestSite {
    let site = TestSite(
      "-- site.yaml --\ntitle: T\nbase_url: https://example.org/sub/\n"
        + "-- static/css/main.css --\nbody { background: url(dot.svg) }\n"
        + "-- static/css/dot.svg --\n<svg/>\n-- static/CNAME --\nexample.org\n")
    site.write("templates/post.html", template + "\n")
    site.writePost("a", fields)
    return site
  }

  private let page = "news/2023/a/index.html"

  @Test func `an asset's address has a fingerprint of its bytes, and both addresses work`() async {
    // As `openssl dgst -sha384` has it.
    let build = await site("{{ asset('css/main.css') }}").build()
    #expect(build.problems == [])
    #expect(build[page] == "/sub/css/main.c17f104985051672.css")
    #expect(build["css/main.c17f104985051672.css"] == "body { background: url(dot.svg) }\n")
    #expect(build["css/main.css"] == "body { background: url(dot.svg) }\n")
    // What the style sheet names relative to itself is beside both of them.
    #expect(build["css/dot.svg"] == "<svg/>\n")
  }

  @Test func `an asset has its addresses and its integrity`() async {
    let build = await site(
      """
      {% set style = asset('/css/main.css') %}{{ style.url }} {{ style.absolute_url }}
      {{ style.integrity }} {{ style ~ '' }} {{ style | absolute_url }} {{ [style] | tojson }}
      """
    ).build()
    #expect(build.problems == [])
    #expect(
      build[page] == """
        /sub/css/main.c17f104985051672.css https://example.org/sub/css/main.c17f104985051672.css
        sha384-wX8QSYUFFnIsG3Fehq4Pv1w1PjXbHMOlBW+OIe4SnSbo8gHIT+ytSmJrg+mwTTR5 /sub/css/main.c17f104985051672.css \
        https://example.org/sub/css/main.c17f104985051672.css ["/sub/css/main.c17f104985051672.css"]
        """)
  }

  @Test func `as a filter it is the same, and a file may have no ending`() async {
    let build = await site("{{ 'css/main.css' | asset }} {{ ('CNAME' | asset).url }}").build()
    #expect(build.problems == [])
    #expect(build[page].hasPrefix("/sub/css/main.c17f104985051672.css /sub/CNAME."))
  }

  @Test func `other bytes have another address, and the old one goes`() async {
    let site = site("{{ asset('css/main.css') }}")
    let first = await site.build()
    site.write("static/css/main.css", "body {}\n")
    let second = await site.build()
    #expect(second.problems == [])
    #expect(first[page] != second[page])
    let old = first[page].dropFirst("/sub/".count)
    let new = second[page].dropFirst("/sub/".count)
    #expect(second[String(new)] == "body {}\n")
    #expect(!second.paths.contains(String(old)))
  }

  @Test func `only files that templates name are published twice`() async {
    let build = await site("{{ asset('css/main.css') }}").build()
    #expect(build.paths.filter { $0.hasSuffix(".svg") && $0.hasPrefix("css/") } == ["css/dot.svg"])
  }

  @Test func `where a name is worked out, every static file has a fingerprint`() async {
    for template in [
      "{{ asset(page.extra.file) }}", "{{ page.extra.file | asset }}",
      "{{ [page.extra.file] | map('asset') | first }}", "{% set a = asset %}{{ a('css/dot.svg') }}",
    ] {
      let build = await site(template, fields: "extra: {file: css/dot.svg}").build()
      #expect(build.problems == [])
      let address = build[page].dropFirst("/sub/".count)
      #expect(address.hasPrefix("css/dot.") && address != "css/dot.svg", "\(template)")
      #expect(build[String(address)] == "<svg/>\n")
    }
  }

  @Test func `a missing asset is an error at its place, with the nearest name`() async {
    let build = await site("{{ 'css/man.css' | asset }}").build()
    #expect(
      build.problems == [
        "templates/post.html:1:4: error: there is no static file 'css/man.css' [missing-asset]"
      ])
    #expect(build.help("missing-asset").contains("did you mean 'css/main.css'?"))
  }

  @Test func `the default theme links its style sheet with its integrity`() async throws {
    var site = TestSite()
    site.theme = TestSite.defaultTheme
    site.writePost("a")
    let build = await site.build()
    let link = try #require(build[page].split(separator: "\n").first { $0.contains("stylesheet") })
    #expect(link.contains("integrity=\"sha384-"))
    let name = try #require(link.split(separator: "\"").first { $0.contains("/style.") })
    #expect(build.paths.contains(String(name.split(separator: "/").last ?? "")))
  }
}
