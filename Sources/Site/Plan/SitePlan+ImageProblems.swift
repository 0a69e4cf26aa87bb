internal import Diagnostics
internal import Pictures

extension SitePlan {
  /// How many pixels wide and high a picture has to be for a network to show it.
  private static let sizeMin = 200

  /// The size that fills the space which most networks leave for a picture.
  private static let bestSize = (width: 1200, height: 630)

  /// What is wrong with the picture that stands for the site where links are previewed.
  func imageProblems() -> [Diagnostic] {
    guard let image = configuration.image else { return [] }
    let reader = PlanReader(self)
    guard let route = route(atPath: image.path), let file = reader.sourceFile(of: route) else {
      return [.missingSiteImage(image.path, at: image.location)]
    }
    guard let header = pictures.size(of: file), [.png, .jpeg].contains(header.format) else {
      return [.siteImageOfOtherFormat(image.path, at: image.location)]
    }
    if min(header.width, header.height) < Self.sizeMin {
      return [.tinySiteImage(header, at: image.location)]
    }
    let isSmall = header.width < Self.bestSize.width || header.height < Self.bestSize.height
    return isSmall ? [.smallSiteImage(header, at: image.location)] : []
  }
}

extension Diagnostic {
  fileprivate static func missingSiteImage(
    _ path: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "missing-image", "there is no picture '\(path)' for previews of links", at: location,
      help: ["put the file into 'static', and write its path from there, such as /card.png"])
  }

  fileprivate static func siteImageOfOtherFormat(
    _ path: String, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "unsuitable-image",
      "'\(path)' is neither a PNG nor a JPEG, which are all that every network shows",
      at: location, help: ["save it as a PNG of 1200 × 630 pixels"])
  }

  fileprivate static func tinySiteImage(
    _ header: PictureHeader, at location: TextLocation
  ) -> Diagnostic {
    .error(
      "unsuitable-image",
      "the picture has \(header.width) × \(header.height) pixels, and networks show none below 200 × 200",
      at: location, help: ["make it 1200 × 630 pixels"])
  }

  fileprivate static func smallSiteImage(
    _ header: PictureHeader, at location: TextLocation
  ) -> Diagnostic {
    .note(
      "unsuitable-image",
      "the picture has \(header.width) × \(header.height) pixels, which leaves room in many previews",
      at: location, help: ["make it 1200 × 630 pixels"])
  }
}
