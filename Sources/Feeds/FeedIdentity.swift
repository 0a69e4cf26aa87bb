internal import Text

/// What an item or a feed is known by for ever.
///
/// Readers show an item whose identity changed a second time, to everybody. So it is never made
/// from a title, an address or the site's domain.
public struct FeedIdentity: Sendable, Hashable {
  /// The identity as RSS (`guid`) and JSON Feed (`id`) have it: any text.
  public let text: String
  /// The identity as Atom has it (`id`), which has to be a URI (RFC 4287, section 4.2.6).
  public let uri: String

  /// An identity as an author wrote it: kept as it is where it is a URI, and otherwise the specific
  /// part of a tag URI in Atom.
  public init(written: String, authority: TagAuthority) {
    let bytes = Bytes(written.utf8)
    let isURI = bytes[...].schemeEnd.map { $0 < bytes.count } ?? false
    text = written
    uri =
      isURI
      ? Bytes(percentEncoding: bytes[...]).text
      : authority.uri(naming: written)
  }

  /// A tag URI (RFC 4151) for what has no identity of its own.
  public init(naming specific: String, authority: TagAuthority) {
    text = authority.uri(naming: specific)
    uri = text
  }
}
