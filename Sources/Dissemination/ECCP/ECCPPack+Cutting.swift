internal import Diagnostics

extension ECCPPack {
  /// The pack with its lead picture cut to size, where that is needed and can be done.
  func cutting(
    to size: PixelSize, at location: TextLocation,
    with cut: (UncutPicture, PixelSize) -> PictureCutting
  ) -> Checked<ECCPPack> {
    guard case .uncut(let uncut) = picture else { return Checked(self) }
    switch cut(uncut, size) {
    case .cut(let bytes):
      return Checked(
        with(.ready(bytes: bytes, name: "lead-image.jpg"), note: nil))
    case .unavailable(let reason), .failed(let reason):
      let problem = Diagnostic.uncutPicture(reason, size, at: location)
      return Checked(with(.missing(reason: reason), note: problem.message), [problem])
    }
  }

  private func with(_ picture: ECCPPicture, note: String?) -> ECCPPack {
    ECCPPack(
      kind: kind, path: path, folder: folder, title: title, teaser: teaser, body: body,
      fields: fields, picture: picture, pictureText: pictureText, attachments: attachments,
      postedAt: postedAt, postedOn: postedOn, gaps: gaps + [note].compactMap { $0 })
  }
}
