internal import Diagnostics
internal import Site

extension Diagnostic {
  static func cutTeaser(_ length: Int, _ limit: Int, at location: TextLocation) -> Diagnostic {
    .warning(
      "eccp-teaser", "the teaser is cut, since the summary has \(length) characters",
      at: location, help: ["say it in \(limit) characters, spaces included"])
  }

  static func noLeadPicture(
    _ reason: String, _ size: PixelSize, at location: TextLocation
  ) -> Diagnostic {
    .warning(
      "eccp-image", "the post has no lead image: \(reason)", at: location,
      help: [
        "put a picture of \(size.width) × \(size.height) pixels beside the text, "
          + "with a line 'eccp_image: {src: NAME.jpg, alt: …}'"
      ])
  }

  static func noPartner(_ item: SiteItem) -> Diagnostic {
    .note(
      "eccp-partner", "it is not said which partner posts it", at: .file(item.path),
      help: [
        "add a line 'partner: …' with the slug of a partner; it posts from its own ECCP profile"
      ])
  }

  static func uncutPicture(
    _ reason: String, _ size: PixelSize, at location: TextLocation
  ) -> Diagnostic {
    .warning(
      "eccp-image", "the lead image was not cut to size: \(reason)", at: location,
      help: [
        "provide a picture of \(size.width) × \(size.height) pixels as 'eccp_image', "
          + "or install vipsthumbnail (Debian: apt-get install libvips-tools)"
      ])
  }
}
