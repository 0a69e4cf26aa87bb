internal import Text

extension ByteReader {
  /// The size in the first chunk of a WebP file (RFC 9649, section 2).
  var webPSize: PictureSize? {
    if has("VP8 ", at: 12) { return lossySize }
    if has("VP8L", at: 12) { return losslessSize }
    if has("VP8X", at: 12) { return extendedSize }
    return nil
  }

  /// A key frame of VP8 (RFC 6386, section 9.1): 14 bits each, two bits of scaling above.
  private var lossySize: PictureSize? {
    guard has([0x9D, 0x01, 0x2A], at: 23), let width = little16(at: 26),
      let height = little16(at: 28)
    else { return nil }
    return PictureSize(width: width & 0x3FFF, height: height & 0x3FFF)
  }

  /// 14 bits each, less one, after the signature (RFC 9649, section 3.4).
  private var losslessSize: PictureSize? {
    guard has([0x2F], at: 20), let bits = little32(at: 21) else { return nil }
    return PictureSize(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
  }

  /// The canvas: 24 bits each, less one (RFC 9649, section 2.7.1).
  private var extendedSize: PictureSize? {
    guard let width = little24(at: 24), let height = little24(at: 27) else { return nil }
    return PictureSize(width: width + 1, height: height + 1)
  }
}
