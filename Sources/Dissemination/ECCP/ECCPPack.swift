/// What a person needs to post one item on the European Cluster Collaboration Platform.
///
/// The platform takes nothing in but what somebody enters into its form, so a pack holds each of the
/// form's fields as a text that is ready to be pasted.
struct ECCPPack: Sendable, Hashable {
  /// What it becomes on the platform.
  let kind: ECCPKind
  /// The item's file: `content/posts/kick-off.md`.
  let path: String
  /// The pack's folder within the output folder: `posts/kick-off`.
  let folder: String
  let title: String
  /// The beginning that lists show.
  let teaser: String
  let body: EditorDocument
  let fields: [ECCPField]
  let picture: ECCPPicture
  /// What the picture shows; nil where nobody has said it.
  let pictureText: String?
  let attachments: [ECCPAttachment]
  /// Where it stands on the platform, once it was posted.
  let postedAt: String?
  /// The day of posting, `2023-02-23`.
  let postedOn: String?
  /// What the item lacks for a good post, a sentence each.
  let gaps: [String]
}
