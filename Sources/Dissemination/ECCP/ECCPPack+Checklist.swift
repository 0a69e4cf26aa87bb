internal import Site

extension ECCPPack {
  /// What to do, step by step, for somebody who has never posted before.
  func checklist(_ limits: Limits) -> String {
    var steps = [
      "Log in at https://www.clustercollaboration.eu with an account of \(poster).",
      "Add content: \(kind.label).",
      "Title: paste title.txt (\(title.formLength) characters"
        + (title.formLength > limits.titleLength ? ", more than \(limits.titleLength)" : "") + ").",
      "Text: paste body.html in the source view of the editor, or use 'Copy formatted' in index.html.",
      "Summary or teaser: paste teaser.txt "
        + "(\(teaser.formLength) of \(limits.teaserLength) characters).",
    ]
    steps.append(pictureStep(limits))
    for (attachment, name) in zip(attachments, attachmentNames) where attachment.bytes != nil {
      steps.append("Attach attachments/\(name), called '\(attachment.title)'.")
    }
    steps.append("Fill in and choose what fields.txt says.")
    if !fields.contains(where: { $0.label == "Industrial ecosystem" }) {
      steps.append("Choose the industrial ecosystems; the item names none ('ecosystems:').")
    }
    steps.append("See that the emblem with the funding statement stands at the end of the text.")
    steps.append(
      "Publish, open the page, and record its address:\n"
        + "    brightpress eccp --mark \(path) ADDRESS")
    let heading = "Posting '\(title)' on the European Cluster Collaboration Platform\n\n"
    let missing = gaps.isEmpty ? "" : "\nFirst: " + gaps.joined(separator: "; ") + ".\n"
    return heading + steps.map { "[ ] \($0)\n" }.joined() + missing
  }

  private var poster: String {
    fields.first { $0.label == "Partner organisation" }?.value ?? "the partner that posts it"
  }

  private func pictureStep(_ limits: Limits) -> String {
    switch picture {
    case .ready(_, let name):
      "Lead image: upload \(name)" + (pictureText.map { "; its text: \($0)" } ?? "") + "."
    case .uncut, .missing:
      "Lead image: provide one of \(limits.leadImageWidth) × \(limits.leadImageHeight) pixels."
    }
  }
}
