/// A person or an organisation that has made, published or holds something.
public struct LinkedAgent: Sendable, Hashable {
  /// Which of the two it is.
  public enum Kind: String, Sendable, Hashable {
    /// A person.
    case person = "Person"
    /// An organisation.
    case organization = "Organization"
  }

  /// Which of the two it is.
  public var kind: Kind
  /// The name.
  public var name: String
  /// Its own site, absolute.
  public var address: String?
  /// Its page on this site, absolute, by which other pages refer to it.
  public var page: String?
  /// Its logo.
  public var logo: LinkedPicture?
  /// What it is, plain text.
  public var description: String?
  /// The country of its seat, in words or as a code (ISO 3166-1).
  public var country: String?
  /// Other addresses at which it describes itself.
  public var sameAs: [String] = []

  /// A person or an organisation by name; the rest is set afterwards.
  public init(_ kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }
}

extension LinkedAgent {
  func write(to writer: inout LinkedDataWriter, as name: String? = nil) {
    writer.open(kind.rawValue, as: name)
    writer.member("@id", page.map { $0 + "#organization" })
    writer.member("name", self.name)
    writer.member("url", address ?? page)
    logo?.write(to: &writer, as: "logo")
    writer.member("description", description)
    if let country, !country.isEmpty {
      writer.open("PostalAddress", as: "address")
      writer.member("addressCountry", country)
      writer.close()
    }
    writer.member("sameAs", sameAs)
    writer.close()
  }
}
