package import Text

/// The picture at the head of a post.
enum ECCPPicture: Sendable, Hashable {
  /// A picture of the right size, with the name of its file in the pack.
  case ready(bytes: Bytes, name: String)
  /// A picture that has to be cut to the right size.
  case uncut(UncutPicture)
  /// There is none to hand over, and why.
  case missing(reason: String)
}

/// A picture that has another form than it should have.
package struct UncutPicture: Sendable, Hashable {
  /// Its file.
  package let bytes: Bytes
  /// The ending of its file's name, without the dot: `png`.
  package let ending: String
}

/// A size in pixels.
package struct PixelSize: Sendable, Hashable {
  /// From left to right.
  package let width: Int
  /// From top to bottom.
  package let height: Int
}

/// What came of cutting a picture.
package enum PictureCutting: Sendable, Hashable {
  /// A JPEG file of the size that was asked for.
  case cut(Bytes)
  /// No program on this machine can do it.
  case unavailable(String)
  /// The program refused the picture, for this reason.
  case failed(String)
}
