internal import Text

/// The longest side that an AVIF picture may have (AV1, section 5.5.1: 16 bits for each frame, a
/// grid of at most 256 of them).
private let avifSideMax = 65_536 * 256

extension ByteReader {
  /// Whether the file type box that begins the file names AVIF (AVIF 1.1, section 6).
  var isAVIF: Bool {
    guard let length = big32(at: 0) else { return false }
    let brands = stride(from: 8, to: min(length, bytes.count), by: 4)
    return brands.contains { has("avif", at: $0) || has("avis", at: $0) }
  }

  /// The largest spatial extent of the file's items, turned where a rotation says so.
  ///
  /// A picture made of tiles describes each tile and the whole; the whole is the largest. The
  /// properties lie in `meta`, `iprp`, `ipco` (ISO/IEC 23008-12, section 6.5).
  var avifSize: PictureSize? {
    let file = 0..<bytes.count
    guard let meta = boxes(in: file).first(where: { $0.type == "meta" })?.contents,
      // `meta` begins with four bytes of version and flags.
      meta.count > 4,
      let properties = box("iprp", in: meta.dropFirst(4)),
      let container = box("ipco", in: properties)
    else { return nil }

    var largest: PictureSize?
    var isTurned = false
    for property in boxes(in: container) {
      let start = property.contents.lowerBound
      if property.type == "irot", let angle = byte(at: start) { isTurned = angle & 1 == 1 }
      guard property.type == "ispe", let width = big32(at: start + 4),
        let height = big32(at: start + 8), width <= avifSideMax, height <= avifSideMax
      else { continue }
      if width * height > (largest.map { $0.width * $0.height } ?? 0) {
        largest = PictureSize(width: width, height: height)
      }
    }
    return largest.map { isTurned ? PictureSize(width: $0.height, height: $0.width) : $0 }
  }

  private func box(_ type: String, in range: Range<Int>) -> Range<Int>? {
    boxes(in: range).first { $0.type == type }?.contents
  }

  /// The boxes that follow one another in `range` (ISO/IEC 14496-12, section 4.2), up to the first
  /// that is damaged or reaches beyond the bytes at hand.
  private func boxes(in range: Range<Int>) -> [(type: String, contents: Range<Int>)] {
    var found: [(type: String, contents: Range<Int>)] = []
    var offset = range.lowerBound
    while let length = big32(at: offset), offset + 8 <= range.upperBound {
      // Length 0 means up to the end; 1, a length of 64 bits, only large media data have.
      let end = length == 0 ? range.upperBound : offset + length
      guard end >= offset + 8, end <= range.upperBound else { break }
      found.append((bytes[offset + 4..<offset + 8].text, offset + 8..<end))
      offset = end
    }
    return found
  }
}
