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
      return [
        .missingPicture(
          image.path, "for previews of links", example: "/card.png", at: image.location)
      ]
    }
    guard let header = pictures.size(of: file), [.png, .jpeg].contains(header.format) else {
      return [
        .unsuitableImage(
          .error,
          "'\(image.path)' is neither a PNG nor a JPEG, which are all that every network shows",
          "save it as a PNG of 1200 × 630 pixels", at: image.location)
      ]
    }
    guard header.width < Self.bestSize.width || header.height < Self.bestSize.height else {
      return []
    }
    let isTiny = min(header.width, header.height) < Self.sizeMin
    let size = "the picture has \(header.width) × \(header.height) pixels"
    return [
      .unsuitableImage(
        isTiny ? .error : .note,
        size
          + (isTiny
            ? ", and networks show none below 200 × 200" : ", which leaves room in many previews"),
        "make it 1200 × 630 pixels", at: image.location)
    ]
  }
}

extension Diagnostic {
  fileprivate static func unsuitableImage(
    _ severity: Severity, _ message: String, _ help: String, at location: TextLocation
  ) -> Diagnostic {
    Diagnostic(severity, "unsuitable-image", message, at: location, help: [help])
  }
}
