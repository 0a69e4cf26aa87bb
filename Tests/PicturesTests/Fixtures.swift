import Pictures
import Testing
import Text

/// The beginning of a picture, as small as its format allows.
struct Fixture: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: Bytes
  let format: PictureFormat
  let width: Int
  let height: Int

  var testDescription: String { name }

  /// One of each kind of header; every one is 300 × 200 as shown.
  static let all: [Fixture] = [
    Fixture("PNG", .png, png(width: 300, height: 200)),
    Fixture("GIF", .gif, Bytes("GIF89a".utf8) + little16(300) + little16(200)),
    Fixture("JPEG", .jpeg, jpeg(width: 300, height: 200)),
    Fixture("progressive JPEG", .jpeg, jpeg(frame: 0xC2, width: 300, height: 200)),
    Fixture(
      "JPEG on its side, big-endian", .jpeg,
      jpeg(orientation: exif(6, isLittle: false), width: 200, height: 300)),
    Fixture(
      "JPEG on its side, little-endian", .jpeg,
      jpeg(orientation: exif(8, isLittle: true), width: 200, height: 300)),
    Fixture(
      "JPEG upside down", .jpeg, jpeg(orientation: exif(3, isLittle: true), width: 300, height: 200)
    ),
    Fixture("lossy WebP", .webp, webPLossy(width: 300, height: 200)),
    Fixture("lossless WebP", .webp, webPLossless(width: 300, height: 200)),
    Fixture("extended WebP", .webp, webPExtended(width: 300, height: 200)),
    Fixture("AVIF", .avif, avif([ispe(300, 200)])),
    Fixture("tiled AVIF", .avif, avif([ispe(100, 200), ispe(300, 200)])),
    Fixture("turned AVIF", .avif, avif([ispe(200, 300), box("irot", [1])])),
    Fixture("SVG", .svg, Bytes(#"<svg width="300" height="200px"/>"#.utf8)),
    Fixture("SVG with a viewBox", .svg, Bytes("<svg viewBox='0,0 300 2e2'>".utf8)),
  ]

  init(_ name: String, _ format: PictureFormat, _ bytes: Bytes) {
    self.name = name
    self.bytes = bytes
    self.format = format
    self.width = 300
    self.height = 200
  }
}

func big16(_ number: Int) -> Bytes { [UInt8(number >> 8), UInt8(number & 255)] }
func big32(_ number: Int) -> Bytes { big16(number >> 16) + big16(number & 0xFFFF) }
func little16(_ number: Int) -> Bytes { [UInt8(number & 255), UInt8(number >> 8)] }

func png(width: Int, height: Int) -> Bytes {
  [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big32(13) + "IHDR".utf8 + big32(width)
    + big32(height)
}

/// A JPEG with an application segment, quantisation tables and a padded marker before its frame.
func jpeg(orientation: Bytes = [], frame: UInt8 = 0xC0, width: Int, height: Int) -> Bytes {
  var bytes: Bytes = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2]
  bytes += orientation
  bytes += [0xFF, 0xDB, 0, 5, 0xFF, 0xC0, 9]
  bytes += [0xFF, 0xFF, frame, 0, 17, 8] + big16(height) + big16(width)
  return bytes
}

/// An APP1 segment with two directory entries, the second of which is the orientation.
func exif(_ orientation: Int, isLittle: Bool) -> Bytes {
  func number16(_ number: Int) -> Bytes { isLittle ? little16(number) : big16(number) }
  func number32(_ number: Int) -> Bytes { isLittle ? big32(number).reversed() : big32(number) }
  var data = Bytes("Exif\0\0".utf8) + Bytes((isLittle ? "II" : "MM").utf8)
  data += number16(42) + number32(8) + number16(2)
  data += number16(0x010F) + number16(2) + number32(4) + number32(0)
  data += number16(0x0112) + number16(3) + number32(1) + number16(orientation) + number16(0)
  return [0xFF, 0xE1] + big16(data.count + 2) + data
}

func webPLossy(width: Int, height: Int) -> Bytes {
  Bytes("RIFF....WEBPVP8 ....".utf8) + [0x10, 0, 0, 0x9D, 0x01, 0x2A] + little16(width)
    + little16(height | 0x4000)
}

func webPLossless(width: Int, height: Int) -> Bytes {
  let bits = (width - 1) | (height - 1) << 14
  return Bytes("RIFF....WEBPVP8L....".utf8) + [0x2F] + Bytes(big32(bits).reversed())
}

func webPExtended(width: Int, height: Int) -> Bytes {
  Bytes("RIFF....WEBPVP8X....".utf8) + [0, 0, 0, 0] + little16(width - 1) + [0]
    + little16(height - 1) + [0]
}

func box(_ type: String, _ contents: Bytes) -> Bytes {
  big32(contents.count + 8) + type.utf8 + contents
}

func ispe(_ width: Int, _ height: Int) -> Bytes {
  box("ispe", big32(0) + big32(width) + big32(height))
}

func avif(_ properties: [Bytes]) -> Bytes {
  box("ftyp", Bytes("mif1....avifmiaf".utf8))
    + box("meta", big32(0) + box("iprp", box("ipco", properties.flatMap { $0 })))
}
