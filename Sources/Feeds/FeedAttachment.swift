/// A document that an item offers for download.
public struct FeedAttachment: Sendable, Hashable {
  /// Where the document is.
  public var address: WebAddress
  /// What a reader calls the document.
  public var title: String
  /// What the file is, such as `application/pdf`.
  public var mediaType: String
  /// The file's size in bytes; 0 where it is not known.
  public var byteCount: Int

  /// A document.
  public init(address: WebAddress, title: String, mediaType: String, byteCount: Int) {
    self.address = address
    self.title = title
    self.mediaType = mediaType
    self.byteCount = byteCount
  }
}
