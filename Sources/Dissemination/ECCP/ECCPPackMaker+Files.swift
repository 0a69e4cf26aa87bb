internal import Diagnostics
internal import FrontMatter
internal import Pictures
internal import Site
internal import Text

// The lead picture and the documents of a pack.
extension ECCPPackMaker {
  /// Where the picture is named, or would be.
  var pictureLocation: TextLocation {
    item.location(ofField: item.record["eccp_image"] == nil ? "image" : "eccp_image")
  }

  /// The picture, and what it shows: `eccp_image`, or else the item's own picture.
  func leadPicture() -> (picture: ECCPPicture, text: String?) {
    guard let record = item.record.record("eccp_image") ?? item.record.record("image"),
      let written = record.text("src")
    else { return (.missing(reason: "there is no picture"), nil) }
    let text = record.text("alt") ?? item.record.text("image_alt")
    guard let address = item.address(ofFile: written),
      let file = site.file(at: address, onPage: item.outputPath),
      let bytes = site.bytes(of: file), let header = PictureHeader(reading: bytes)
    else { return (.missing(reason: "'\(written)' is no picture of the site"), text) }
    return (picture(bytes, header, named: written), text)
  }

  private func picture(
    _ bytes: Bytes, _ header: PictureHeader, named name: String
  ) -> ECCPPicture {
    let isPhoto = header.format == .jpeg || header.format == .png || header.format == .gif
    if isPhoto, header.width == size.width, header.height == size.height {
      return .ready(bytes: bytes, name: "lead-image.\(header.format.fileEnding)")
    }
    // A drawing has no size of its own; a photograph is never made larger.
    if header.format != .svg, header.width < size.width || header.height < size.height {
      return .missing(
        reason: "'\(name)' has \(header.width) × \(header.height) pixels, which is too small")
    }
    return .uncut(UncutPicture(bytes: bytes, ending: header.format.fileEnding))
  }

  /// The documents of the item: a publication's own first.
  func attachments() -> [ECCPAttachment] {
    let records = [item.record.record("file")] + item.record.list("attachments").map(\.record)
    var known: Set<String> = []
    return records.compactMap { record -> ECCPAttachment? in
      guard let record, let written = record.text("file"),
        let address = item.address(ofFile: written), known.insert(address).inserted
      else { return nil }
      let name = written.split(separator: "/").last.map(String.init) ?? written
      let file = site.file(at: address, onPage: item.outputPath)
      return ECCPAttachment(
        title: (record.text("title") ?? name).inOneLine, name: name, address: address,
        bytes: file.flatMap(site.bytes))
    }
  }
}

extension PictureFormat {
  fileprivate var fileEnding: String { self == .jpeg ? "jpg" : rawValue }
}
