import Citations
import Testing
import Text

@Suite struct CitationTests {
  private let hostile = "100% a_b #1 & {x} ~ ^ \\ $5 <i>\r\nER  - \n@book{k,\u{0} é"

  private var report: Citation {
    var citation = Citation(
      key: CitationKey(["BRIGHT", "joint-analysis"]), kind: .report,
      title: "A joint analysis of Digital Health in SMEs")
    citation.authors = [
      .person(family: "Arvidsson", given: "Björn"),
      .person(family: "Berg", given: "Anna", particle: "van der"),
      .organisation("STUNS Life science"),
    ]
    citation.date = CitationDate(year: 2023, month: 2, day: 3)
    citation.publisher = "BRIGHT"
    citation.number = "D2.1"
    citation.doi = "10.5281/zenodo.1234"
    citation.address = "https://x.eu/publications/joint/"
    citation.documentAddress = "https://x.eu/publications/joint/report.pdf"
    citation.documentType = "application/pdf"
    citation.abstract = "What four clusters found."
    citation.language = "en"
    citation.licence = "CC BY 4.0"
    citation.extent = .count(48)
    citation.keywords = ["S3", "health"]
    return citation
  }

  @Test func `a report is written as BibTeX`() {
    #expect(
      Bibliography([report]).bibTeX().text == """
        @techreport{bright-joint-analysis,
          title = {A joint analysis of {Digital} {Health} in {SMEs}},
          author = {Arvidsson, Björn and van der Berg, Anna and {STUNS Life science}},
          year = {2023},
          month = feb,
          institution = {BRIGHT},
          number = {D2.1},
          pagetotal = {48},
          doi = {10.5281/zenodo.1234},
          url = {https://x.eu/publications/joint/},
          language = {en},
          keywords = {S3, health},
          copyright = {CC BY 4.0},
          abstract = {What four clusters found.},
        }


        """)
  }

  @Test func `a report is written as CSL-JSON`() {
    #expect(
      Bibliography([report]).cslJSON().text == """
        [
        {"id": "bright-joint-analysis", "type": "report",
          "title": "A joint analysis of Digital Health in SMEs",
          "author": [{"family": "Arvidsson", "given": "Björn"}, {"family": "Berg", \
        "given": "Anna", "non-dropping-particle": "van der"}, {"literal": "STUNS Life science"}],
          "issued": {"date-parts": [[2023, 2, 3]]},
          "publisher": "BRIGHT",
          "genre": "Report",
          "number": "D2.1",
          "number-of-pages": "48",
          "DOI": "10.5281/zenodo.1234",
          "URL": "https://x.eu/publications/joint/",
          "language": "en",
          "keyword": "S3, health",
          "abstract": "What four clusters found."}
        ]

        """)
  }

  @Test func `a report is written as RIS`() {
    let expected = """
      TY  - RPRT
      ID  - bright-joint-analysis
      TI  - A joint analysis of Digital Health in SMEs
      AU  - Arvidsson, Björn
      AU  - van der Berg, Anna
      AU  - STUNS Life science
      PY  - 2023
      DA  - 2023/02/03
      PB  - BRIGHT
      M3  - Report
      SN  - D2.1
      SP  - 48
      DO  - 10.5281/zenodo.1234
      UR  - https://x.eu/publications/joint/
      L1  - https://x.eu/publications/joint/report.pdf
      LA  - en
      KW  - S3
      KW  - health
      AB  - What four clusters found.
      ER  -\(" ")


      """
    #expect(
      Bibliography([report]).ris().text
        == expected.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n"))
  }

  @Test func `a person can read a citation`() {
    #expect(
      report.text
        == "Arvidsson, Björn; van der Berg, Anna; STUNS Life science (2023). A joint analysis of "
        + "Digital Health in SMEs [Report]. BRIGHT. https://doi.org/10.5281/zenodo.1234")
    let bare = Citation(key: CitationKey(["x"]), kind: .other, title: "What now?")
    #expect(bare.text == "What now?")
  }

  @Test func `search engines for papers get one tag for each author`() {
    let tags = report.highwireTags
    #expect(
      tags.filter { $0.name == "citation_author" }.map(\.content)
        == ["Arvidsson, Björn", "van der Berg, Anna", "STUNS Life science"])
    func content(_ name: String) -> String? { tags.first { $0.name == name }?.content }
    #expect(content("citation_title") == report.title)
    #expect(content("citation_publication_date") == "2023/02/03")
    #expect(content("citation_pdf_url") == "https://x.eu/publications/joint/report.pdf")
    #expect(content("citation_technical_report_number") == "D2.1")
    var other = report
    other.documentType = "application/zip"
    #expect(!other.highwireTags.contains { $0.name == "citation_pdf_url" })
  }

  @Test func `library catalogues get Dublin Core`() {
    let tags = report.dublinCoreTags.map { "\($0.name)=\($0.content)" }
    #expect(tags.contains("DC.date=2023-02-03"))
    #expect(tags.contains("DC.identifier=https://doi.org/10.5281/zenodo.1234"))
    #expect(tags.count { $0.hasPrefix("DC.creator=") } == 3)
  }

  @Test func `text prints as itself in LaTeX and keeps braces in balance`() {
    var citation = Citation(key: CitationKey(["x"]), kind: .dataset, title: hostile)
    citation.abstract = hostile
    citation.authors = [CitationAuthor(written: "{\(hostile)}")]
    citation.address = "https://x.eu/a_b?c={d}"
    citation.language = "sv"
    let text = Bibliography([citation]).bibTeX().text
    let escaped =
      "100\\% a\\_b \\#1 \\& \\textbraceleft{}x\\textbraceright{} \\textasciitilde{} "
      + "\\textasciicircum{} \\textbackslash{} \\$5 <i> ER - @book\\textbraceleft{}k, é"
    #expect(text.contains("  title = {{\(escaped)}},\n"))
    #expect(text.contains("  abstract = {\(escaped)},\n"))
    #expect(text.contains("  author = {{\(escaped)}},\n"))
    #expect(text.contains("  url = {https://x.eu/a_b?c=%7Bd%7D},\n"))
    #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
    #expect(text.count { $0 == "\n" } == 9)
  }

  @Test func `signs that TeX would join stay apart`() {
    var citation = Citation(key: CitationKey(["x"]), kind: .other, title: "T")
    citation.abstract = "<!-- a---b ''c'' ``d`` ?` 1-2"
    #expect(
      Bibliography([citation]).bibTeX().text.contains(
        "abstract = {<!-{}- a-{}-{}-b '{}'c'{}' `{}`d`{}` ?{}` 1-2}"))
  }

  @Test func `text cannot end a record of RIS`() {
    var citation = Citation(key: CitationKey(["x"]), kind: .report, title: hostile)
    citation.abstract = hostile
    let lines = Bibliography([citation]).ris().text.split(separator: "\r\n")
    #expect(lines.count { $0.hasPrefix("ER  - ") } == 1)
    #expect(lines.allSatisfy { !$0.utf8.contains(0x0A) && !$0.utf8.contains(0) })
  }

  @Test func `a title protects names and not its first word`() {
    func title(_ text: String) -> Substring? {
      let citation = Citation(key: CitationKey(["x"]), kind: .other, title: text)
      return Bibliography([citation]).bibTeX().text.split(separator: "\n").dropFirst().first
    }
    #expect(title("Health in Sweden") == "  title = {Health in {Sweden}},")
    #expect(title("ClusterXchange and SMEs:") == "  title = {{ClusterXchange} and {SMEs:}},")
    #expect(title("\"What\" is (S3)?") == "  title = {\"What\" is {(S3)?}},")
  }

  @Test func `every kind has an entry in every format`() {
    let citations = CitationKind.allCases.map { kind in
      Citation(key: CitationKey([kind.rawValue]), kind: kind, title: "T")
    }
    let bibliography = Bibliography(citations)
    #expect(bibliography.bibTeX().text.count { $0 == "@" } == CitationKind.allCases.count)
    #expect(
      bibliography.ris().text.split(separator: "\r\n").count { $0.hasPrefix("TY  - ") }
        == CitationKind.allCases.count)
  }

  @Test func `keys are ASCII and unique`() {
    #expect(CitationKey(["BRIGHT", "", "Santé, 2023"]).description == "bright-sante-2023")
    #expect(CitationKey(["日"]).description == "u65e5")
    #expect(CitationKey([]).description == "work")
    let titles = ["a", "a", "a-2", "a"]
    let keys = Bibliography(
      titles.map { Citation(key: CitationKey([$0]), kind: .report, title: "T") }
    ).citations.map(\.key.description)
    #expect(keys == ["a", "a-3", "a-2", "a-4"])
  }

  @Test(arguments: [
    ("10.5281/zenodo.1234", "10.5281/zenodo.1234"),
    ("doi:10.5281/zenodo.1234", "10.5281/zenodo.1234"),
    ("https://doi.org/10.5281/zenodo.1234", "10.5281/zenodo.1234"),
    ("https://dx.doi.org/10.1000/(a)<b>", "10.1000/(a)<b>"),
    ("https://example.org/10.5281/x", nil), ("10.5281", nil), ("10.5281/", nil), ("", nil),
    ("10.52 81/x", nil), ("zenodo", nil),
  ])
  func `a DOI is read as people write it`(written: String, doi: String?) {
    #expect(Citation.doi(written: written) == doi)
  }

  @Test func `a DOI cannot break the address that leads to it`() {
    var citation = Citation(key: CitationKey(["x"]), kind: .report, title: "T")
    citation.doi = "10.1000/a<b>?c#d\"e"
    #expect(citation.link == "https://doi.org/10.1000/a%3Cb%3E%3Fc%23d%22e")
  }

  @Test(arguments: [
    ("12-24", CitationExtent.pages(first: "12", last: "24")),
    ("12–24", .pages(first: "12", last: "24")), ("S1 - S9", .pages(first: "S1", last: "S9")),
    ("48", .count(48)), ("48 pages", .count(48)), ("many", nil), ("", nil), ("1-2-3", nil),
  ])
  func `pages are a range or a number`(written: String, extent: CitationExtent?) {
    #expect(CitationExtent(written: written) == extent)
  }
}
