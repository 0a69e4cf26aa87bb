import Funding
import Testing

@Suite struct FundingTests {
  @Test func `programmes are chosen by the names that a configuration uses`() {
    #expect(
      FundingProgramme.allCases.map(\.rawValue)
        == ["cosme-2014", "h2020", "horizon-2021", "smp-2021", "custom"])
  }

  @Test func `from 2021 the acknowledgement and the disclaimer are the agreement's text`() throws {
    let funding = Funding(programme: .smp2021)
    let acknowledgement = try #require(funding.acknowledgement(in: "en"))
    let disclaimer = try #require(funding.disclaimer(in: "en"))
    #expect(
      acknowledgement + " " + disclaimer == """
        Funded by the European Union. Views and opinions expressed are however those of the \
        author(s) only and do not necessarily reflect those of the European Union or European \
        Innovation Council and SMEs Executive Agency (EISMEA). Neither the European Union nor the \
        granting authority can be held responsible for them.
        """)
  }

  @Test func `a COSME project says what its programme prescribes`() {
    var funding = Funding(programme: .cosme2014)
    #expect(
      funding.acknowledgement(in: "en")
        == "This project was funded by the European Union's COSME Programme (2014-2020).")
    funding.grantAgreement = "101037791"
    #expect(
      funding.acknowledgement(in: "en", of: .event) == """
        This event has received funding from the European Union's COSME Programme (2014-2020) \
        under grant agreement No 101037791.
        """)
    #expect(
      funding.disclaimer(in: "en", of: .publication) == """
        The content of this publication represents the views of the author only and is his/her \
        sole responsibility; it cannot be considered to reflect the views of the European \
        Commission and/or the European Innovation Council and SMEs Executive Agency (EISMEA) or \
        any other body of the European Union. The European Commission and the Agency do not accept \
        any responsibility for use that may be made of the information it contains.
        """)
  }

  @Test func `Horizon 2020 names its agreement or says nothing`() {
    var funding = Funding(programme: .h2020)
    #expect(funding.acknowledgement(in: "en") == nil)
    funding.grantAgreement = "777777"
    #expect(
      funding.acknowledgement(in: "en") == """
        This project has received funding from the European Union's Horizon 2020 research and \
        innovation programme under grant agreement No 777777.
        """)
    #expect(funding.disclaimer(in: "en") == nil)
  }

  @Test(arguments: [
    ("en", "Funded by the European Union", "Co-funded by the European Union"),
    ("sv", "Finansieras av Europeiska unionen", "Medfinansieras av Europeiska unionen"),
    ("et", "Rahastanud Euroopa Liit", "Kaasrahastanud Euroopa Liit"),
    ("fr", "Financé par l'Union européenne", "Cofinancé par l'Union européenne"),
    ("es", "Financiado por la Unión Europea", "Cofinanciado por la Unión Europea"),
  ])
  func `the statement is the Commission's own`(language: String, full: String, partial: String) {
    #expect(Funding(programme: .smp2021).statement(in: language) == full)
    #expect(Funding(programme: .cosme2014, share: .partial).statement(in: language) == partial)
  }

  @Test func `a language without a wording is nil and never a translation`() {
    let funding = Funding(programme: .smp2021, share: .partial)
    #expect(funding.statement(in: "ca") == nil)
    #expect(funding.statement(in: "it") == nil)
    #expect(funding.disclaimer(in: "sv") == nil)
    #expect(Funding(programme: .cosme2014).acknowledgement(in: "sv") == nil)
  }

  @Test func `the Italian wording stands before a vowel only`() {
    var funding = Funding(programme: .horizon2021, authority: "Agenzia esecutiva per la ricerca")
    #expect(
      funding.disclaimer(in: "it")?.contains("o dell'Agenzia esecutiva per la ricerca. Né l'")
        == true)
    funding.authority = "Commissione europea"
    #expect(funding.disclaimer(in: "it") == nil)
  }

  @Test func `a disclaimer that names the authority needs one`() {
    #expect(Funding(programme: .horizon2021).disclaimer(in: "en") == nil)
    let funding = Funding(programme: .horizon2021, authority: "EISMEA")
    #expect(
      funding.disclaimer(in: "en")?.contains(
        "European Union or European Innovation Council and SMEs Executive Agency (EISMEA).") == true
    )
  }

  @Test func `the site's own wording comes first and serves regional languages`() {
    let funding = Funding(
      programme: .custom,
      ownWording: [.statement: ["sv": "Stöds av EU"], .disclaimer: ["en-GB": "Ours."]])
    #expect(funding.statement(in: "sv-SE") == "Stöds av EU")
    #expect(funding.disclaimer(in: "en-GB") == "Ours.")
    #expect(funding.disclaimer(in: "en") == nil)
    #expect(funding.statement(in: "en") == nil)
    #expect(Funding(programme: .smp2021).statement(in: "sv-SE") != nil)
  }

  @Test func `a replaced statement is the acknowledgement too`() {
    let funding = Funding(
      programme: .smp2021, ownWording: [.statement: ["nl": "Gefinancierd door de Europese Unie"]])
    #expect(funding.acknowledgement(in: "nl") == "Gefinancierd door de Europese Unie.")
  }

  @Test func `a language that stands in gives what another has not`() {
    let funding = Funding(
      programme: .cosme2014, ownWording: [.disclaimer: ["es": "Opiniones nuestras."]],
      fallbacks: ["ca": "es", "sv": "en"])
    #expect(funding.statement(in: "ca") == "Financiado por la Unión Europea")
    #expect(funding.statement(in: "ca-ES") == "Financiado por la Unión Europea")
    #expect(funding.language(of: .statement, in: "ca") == "es")
    #expect(funding.disclaimer(in: "ca") == "Opiniones nuestras.")
    // Spanish has no acknowledgement of its own, and nothing stands in for what stands in.
    #expect(funding.acknowledgement(in: "ca") == nil)
    #expect(funding.language(of: .acknowledgement, in: "ca") == nil)
    #expect(funding.statement(in: "sv") == "Finansieras av Europeiska unionen")
    #expect(funding.language(of: .statement, in: "sv") == "sv")
    #expect(funding.language(of: .disclaimer, in: "sv-SE") == "en")
    #expect(funding.disclaimer(in: "sv-SE") == funding.disclaimer(in: "en"))
  }
}
