internal import Text

extension ByteReader {
  /// The size in a JPEG's frame header (ITU-T T.81, annex B), turned as its Exif data says.
  var jpegSize: PictureSize? {
    var offset = 2
    var isTurned = false
    while let marker = marker(from: offset) {
      offset = marker.end
      switch marker.code {
      case 0x01, 0xD0...0xD8:
        continue  // These stand alone, without a length.
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard let height = big16(at: offset + 3), let width = big16(at: offset + 5) else {
          return nil
        }
        return isTurned
          ? PictureSize(width: height, height: width) : PictureSize(width: width, height: height)
      case 0xD9, 0xDA:
        return nil  // The picture's data begin or end before a frame was announced.
      default:
        guard let length = big16(at: offset), length >= 2 else { return nil }
        if marker.code == 0xE1, let orientation = exifOrientation(at: offset + 2) {
          isTurned = 5...8 ~= orientation
        }
        offset += length
      }
    }
    return nil
  }

  /// The marker at `offset` and where it ends; any number of FF bytes may stand before its code.
  private func marker(from offset: Int) -> (code: Int, end: Int)? {
    guard byte(at: offset) == 0xFF else { return nil }
    var offset = offset
    while byte(at: offset) == 0xFF { offset += 1 }
    return byte(at: offset).map { ($0, offset + 1) }
  }

  /// The orientation, 1 to 8, in Exif data that begin at `offset` (Exif 2.3, section 4.6.4).
  private func exifOrientation(at offset: Int) -> Int? {
    guard has([0x45, 0x78, 0x69, 0x66, 0, 0], at: offset) else { return nil }
    let start = offset + 6
    let isLittle = has("II", at: start)
    guard isLittle || has("MM", at: start) else { return nil }
    func number16(_ offset: Int) -> Int? { isLittle ? little16(at: offset) : big16(at: offset) }
    func number32(_ offset: Int) -> Int? { isLittle ? little32(at: offset) : big32(at: offset) }

    guard let directory = number32(start + 4), let count = number16(start + directory) else {
      return nil
    }
    for index in 0..<count {
      let entry = start + directory + 2 + 12 * index
      guard let tag = number16(entry) else { return nil }
      if tag == 0x0112 { return number16(entry + 8) }
    }
    return nil
  }
}
