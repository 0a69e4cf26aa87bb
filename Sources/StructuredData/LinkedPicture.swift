/// A picture with what is known of it.
public struct LinkedPicture: Sendable, Hashable {
  /// Where it is, absolute.
  public var address: String
  /// Pixels from left to right and from top to bottom.
  public var size: LinkedPictureSize?
  /// What it shows, in words.
  public var caption: String?
  /// Whose it is.
  public var credit: String?

  /// A picture at an address; the rest is set afterwards.
  public init(address: String) { self.address = address }
}

/// Width and height in pixels.
public struct LinkedPictureSize: Sendable, Hashable {
  /// Pixels from left to right.
  public var width: Int
  /// Pixels from top to bottom.
  public var height: Int

  /// A size.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

extension LinkedPicture {
  func write(to writer: inout LinkedDataWriter, as name: String) {
    writer.open("ImageObject", as: name)
    writer.member("url", address)
    if let size {
      writer.member("width", number: size.width)
      writer.member("height", number: size.height)
    }
    writer.member("caption", caption)
    writer.member("creditText", credit)
    writer.close()
  }
}
