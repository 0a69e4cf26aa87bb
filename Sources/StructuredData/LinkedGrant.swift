/// The grant that has paid for something.
public struct LinkedGrant: Sendable, Hashable {
  /// What it pays for: the project's name.
  public var name: String
  /// The grant agreement's number.
  public var identifier: String?
  /// Who pays it.
  public var funder: String

  /// A grant.
  public init(name: String, identifier: String? = nil, funder: String) {
    self.name = name
    self.identifier = identifier
    self.funder = funder
  }
}

extension LinkedGrant {
  func write(to writer: inout LinkedDataWriter) {
    writer.open("Grant", as: "funding")
    writer.member("name", name)
    writer.member("identifier", identifier)
    writer.open("Organization", as: "funder")
    writer.member("name", funder)
    writer.close()
    writer.close()
  }
}
