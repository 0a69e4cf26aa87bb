/// A picture that goes with an item or with a whole feed.
public struct FeedPicture: Sendable, Hashable {
  /// Where the picture is; importers want an address that ends in a picture's file extension.
  public var address: WebAddress
  /// What the file is, such as `image/jpeg`.
  public var mediaType: String
  /// The file's size in bytes; 0 where it is not known, as RSS prescribes.
  public var byteCount: Int
  /// The picture's width and height in pixels, where they are known.
  public var size: FeedPictureSize?
  /// What a reader who does not see the picture should know.
  public var alternativeText: String
  /// Who made the picture, where that has to be said.
  public var credit: String?

  /// A picture.
  public init(
    address: WebAddress, mediaType: String, byteCount: Int, size: FeedPictureSize? = nil,
    alternativeText: String = "", credit: String? = nil
  ) {
    self.address = address
    self.mediaType = mediaType
    self.byteCount = byteCount
    self.size = size
    self.alternativeText = alternativeText
    self.credit = credit
  }
}

/// How large a picture is.
public struct FeedPictureSize: Sendable, Hashable {
  /// Pixels from left to right.
  public let width: Int
  /// Pixels from top to bottom.
  public let height: Int

  /// A size in pixels.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}
