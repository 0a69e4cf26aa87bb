/// A kind of picture that browsers show.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  case png, jpeg, gif, webp, avif, svg

  /// What a server calls a file of this kind (IANA media types).
  public var mediaType: String {
    self == .svg ? "image/svg+xml" : "image/" + rawValue
  }
}
