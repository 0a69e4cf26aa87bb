import Testing

/// Publications for reference managers.
@Suite struct CitationTests {
  private let site = TestSite(
    """
    -- site.yaml --
    title: Test site
    base_url: https://example.org/p/
    project: {acronym: BRIGHT}
    -- content/partners/biocat.md --
    ---
    title: Biocat Catalunya
    ---
    -- content/publications/joint/index.md --
    ---
    title: A joint analysis & more
    date: 2023-02-03
    type: report
    authors: ["Arvidsson, Björn", Anna van der Berg, Biocat Catalunya]
    doi: https://doi.org/10.5281/zenodo.1234
    deliverable: {number: D2.1}
    file: report.pdf
    licence: CC BY 4.0
    abstract: What we found.
    pages: 12-24
    tags: [S3]
    ---
    -- content/publications/joint/report.pdf --
    %PDF
    -- content/publications/planned.md --
    ---
    title: Not out yet
    type: report
    ---
    """)

  @Test func `a publication can be had in every format, alone and with all others`() async {
    let build = await site.build()
    #expect(build.problems == [])
    for folder in ["publications/joint/joint", "publications/publications"] {
      #expect(
        build[folder + ".bib"] == """
          @techreport{bright-joint,
            title = {A joint analysis \\& more},
            author = {Arvidsson, Björn and van der Berg, Anna and {Biocat Catalunya}},
            year = {2023},
            month = feb,
            institution = {BRIGHT},
            number = {D2.1},
            pages = {12--24},
            doi = {10.5281/zenodo.1234},
            url = {https://example.org/p/publications/joint/},
            language = {en},
            keywords = {S3},
            copyright = {CC BY 4.0},
            abstract = {What we found.},
          }


          """)
      #expect(build[folder + ".json"].contains(#""DOI": "10.5281/zenodo.1234""#))
      #expect(
        build[folder + ".ris"].contains(
          "L1  - https://example.org/p/publications/joint/report.pdf\r\n"))
    }
  }

  @Test func `what is not out yet cannot be cited`() async {
    let build = await site.build()
    #expect(!build["publications/publications.bib"].contains("Not out yet"))
    #expect(build.paths.allSatisfy { !$0.contains("planned.") })
    let planned = TestSite("-- content/publications/a.md --\n---\ntitle: A\n---\n")
    #expect(await planned.build().paths.allSatisfy { !$0.hasSuffix(".bib") })
  }

  @Test func `a DOI that is none is a warning with its place`() async {
    let site = TestSite(
      "-- content/publications/a.md --\n---\ntitle: A\ndate: 2023-01-01\ndoi: zenodo.1234\n---\n")
    let build = await site.build()
    #expect(
      build.problems == [
        "content/publications/a.md:4:6: warning: 'zenodo.1234' is no DOI [invalid-doi]"
      ])
    #expect(!build["publications/a/a.bib"].contains("doi"))
  }

  @Test func `two languages of one publication have two keys`() async {
    let site = TestSite(
      """
      -- site.yaml --
      title: Test site
      base_url: https://example.org/
      languages: [en, sv]
      -- content/publications/a.md --
      ---
      title: A
      date: 2023-01-01
      ---
      -- content/publications/a.sv.md --
      ---
      title: Å
      date: 2023-01-01
      ---
      """)
    let build = await site.build()
    #expect(build["publications/publications.bib"].hasPrefix("@misc{a,\n"))
    #expect(build["sv/publications/publications.bib"].hasPrefix("@misc{a-sv,\n"))
    #expect(build["sv/publications/publications.bib"].contains("title = {{Å}}"))
  }
}
