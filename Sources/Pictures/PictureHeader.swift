public import Text

/// What the first bytes of a picture say about it.
///
/// A page that names width and height does not jump while it loads; a feed needs them too. Only the
/// header is read, no picture is decoded, and damaged files give nil and never a trap.
public struct PictureHeader: Sendable, Hashable {
  /// The kind of picture, told from its bytes and not from its name.
  public let format: PictureFormat
  /// Pixels from left to right as the picture is shown, at least 1.
  public let width: Int
  /// Pixels from top to bottom as the picture is shown, at least 1.
  public let height: Int

  /// What a server calls the file, such as `image/jpeg`.
  public var mediaType: String { format.mediaType }

  /// Reads the header of a picture; nil where the bytes are no picture of a known kind, where they
  /// end too early, or where a drawing has no size of its own.
  ///
  /// `bytes` may be the beginning of a file: 64 KiB are enough for all but a JPEG with a large
  /// preview or colour profile before its size.
  ///
  /// - Complexity: O(1) for PNG, GIF and WebP; otherwise linear in what precedes the size.
  public init?(reading bytes: Bytes) {
    let reader = ByteReader(bytes: bytes)
    guard let format = reader.pictureFormat, let size = reader.size(of: format),
      size.width > 0, size.height > 0
    else { return nil }
    self.format = format
    self.width = size.width
    self.height = size.height
  }
}

/// Width and height in pixels.
struct PictureSize: Sendable, Hashable {
  var width: Int
  var height: Int
}

extension ByteReader {
  /// The kind of picture that the first bytes announce.
  fileprivate var pictureFormat: PictureFormat? {
    if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) { return .png }
    if has([0xFF, 0xD8, 0xFF], at: 0) { return .jpeg }
    if has("GIF87a", at: 0) || has("GIF89a", at: 0) { return .gif }
    if has("RIFF", at: 0) && has("WEBP", at: 8) { return .webp }
    if has("ftyp", at: 4) { return isAVIF ? .avif : nil }
    return .svg
  }

  /// The size by a format's own rules; `svg` also checks that it is one.
  fileprivate func size(of format: PictureFormat) -> PictureSize? {
    switch format {
    case .png: pngSize
    case .jpeg: jpegSize
    case .gif: gifSize
    case .webp: webPSize
    case .avif: avifSize
    case .svg: svgSize
    }
  }

  /// PNG (RFC 2083, section 4.1.1): the first chunk is IHDR.
  private var pngSize: PictureSize? {
    guard has("IHDR", at: 12), let width = big32(at: 16), let height = big32(at: 20) else {
      return nil
    }
    return PictureSize(width: width, height: height)
  }

  /// GIF (version 89a, section 18): the logical screen.
  private var gifSize: PictureSize? {
    guard let width = little16(at: 6), let height = little16(at: 8) else { return nil }
    return PictureSize(width: width, height: height)
  }
}
