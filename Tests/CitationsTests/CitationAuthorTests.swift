import Citations
import Testing

@Suite struct CitationAuthorTests {
  @Test(arguments: [
    ("Arvidsson, Björn", "Arvidsson", "Björn", ""),
    ("Björn Arvidsson", "Arvidsson", "Björn", ""),
    ("  Björn\n  Arvidsson ", "Arvidsson", "Björn", ""),
    ("van der Berg, Anna", "Berg", "Anna", "van der"),
    ("Anna Maria van der Berg", "Anna Maria van der Berg", "", ""),
    ("Anna van der Berg", "Berg", "Anna", "van der"),
    ("Gabriel García Márquez", "Márquez", "Gabriel García", ""),
    ("García Márquez, Gabriel", "García Márquez", "Gabriel", ""),
  ])
  func `a person's name is taken apart`(
    written: String, family: String, given: String, particle: String
  ) {
    let author = CitationAuthor(written: written)
    if given.isEmpty {
      #expect(author == .organisation(family))
    } else {
      #expect(author == .person(family: family, given: given, particle: particle))
    }
  }

  @Test(arguments: [
    "STUNS", "STUNS Life science", "University of Uppsala", "Working Group 4", "Smith & Sons",
    "Smith,", ", Anna", "King, Martin, Jr.", "European Commission", "",
  ])
  func `an organisation's name stays whole`(written: String) {
    #expect(CitationAuthor(written: written) == .organisation(written))
  }

  @Test func `a known organisation and a name in braces stay whole`() {
    #expect(
      CitationAuthor(written: "Red Cross", organisations: ["Red Cross"])
        == .organisation("Red Cross"))
    #expect(CitationAuthor(written: "{Red Cross}") == .organisation("Red Cross"))
  }

  @Test func `a name can be written both ways`() {
    let author = CitationAuthor(written: "Anna van der Berg")
    #expect(author.familyFirst == "van der Berg, Anna")
    #expect(author.givenFirst == "Anna van der Berg")
    #expect(CitationAuthor(written: "STUNS").familyFirst == "STUNS")
  }
}
