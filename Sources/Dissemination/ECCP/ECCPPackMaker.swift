internal import CivilTime
internal import Diagnostics
internal import Feeds
internal import FrontMatter
internal import Funding
internal import Site
internal import Text

/// Makes packs out of items.
struct ECCPPackMaker {
  let site: SiteReading
  let kind: ECCPKind
  let item: SiteItem

  /// A maker for an item; nil where the platform has no place for its kind.
  init?(_ item: SiteItem, of site: SiteReading) {
    guard let kind = ECCPKind(siteKind: item.kind) else { return nil }
    self.site = site
    self.kind = kind
    self.item = item
  }

  /// The pack, with a warning for each thing that the item lacks for a good post.
  ///
  /// What is wrong with the text itself is an error, and such a text is not to be posted.
  func pack() -> Checked<ECCPPack> {
    let rendered = item.renderedText()
    let text = document(rendered.value)
    let summary = summary(of: text)
    let teaser = summary.truncated(toFormLength: site.limits.teaserLength)
    var diagnostics: [Diagnostic] = []
    if summary != teaser, item.record["summary"] != nil {
      diagnostics.append(
        .cutTeaser(
          summary.formLength, site.limits.teaserLength, at: item.location(ofField: "summary")))
    }
    let (picture, pictureText) = leadPicture()
    if case .missing(let reason) = picture {
      diagnostics.append(.noLeadPicture(reason, size, at: pictureLocation))
    }
    if partner == nil { diagnostics.append(.noPartner(item)) }
    let attachments = attachments()
    let pack = ECCPPack(
      kind: kind, path: item.path, folder: folder, title: item.title.inOneLine, teaser: teaser,
      body: body(text, summary: summary, attachments), fields: fields(attachments, pictureText),
      picture: picture, pictureText: pictureText, attachments: attachments,
      postedAt: item.record.text("eccp_url"),
      postedOn: item.day(of: "eccp_date").map(\.iso), gaps: diagnostics.map(\.message))
    return Checked(pack, diagnostics + rendered.diagnostics.filter { $0.severity == .error })
  }

  /// `posts/kick-off`, with the language of a translation: `posts/kick-off.sv`.
  var folder: String {
    let suffix = item.language == site.languages.first ? "" : "." + item.language
    return "\(item.kind)/\(item.slug)\(suffix)"
  }

  /// The partner that posts it: only an organisation with a profile on the platform can.
  var partner: SiteItem? { item.reference("partner") }

  /// The size of a lead picture.
  var size: PixelSize {
    PixelSize(width: site.limits.leadImageWidth, height: site.limits.leadImageHeight)
  }

  private func document(_ html: Bytes) -> EditorDocument {
    guard let base = WebAddress(item.address) else { return EditorDocument([]) }
    return EditorDocument(html: html, base: base)
  }

  // MARK: The teaser

  /// The message, without what the funder wants said: the field `summary`, or the first paragraphs.
  private func summary(of text: EditorDocument) -> String {
    if let written = item.record.text("summary"), !written.isEmpty { return written.inOneLine }
    let paragraphs = text.paragraphs.map(\.inOneLine).filter { paragraph in
      !fundingTexts.contains { paragraph.contains($0) }
    }
    var summary = ""
    for paragraph in paragraphs where summary.formLength < site.limits.teaserLength {
      summary += (summary.isEmpty ? "" : " ") + paragraph
    }
    return summary.isEmpty ? item.summary.inOneLine : summary
  }

  private var work: FundedWork { kind == .event ? .event : .publication }

  private var fundingTexts: [String] {
    guard let funding = site.funding else { return [] }
    return [
      funding.statement(in: item.language), funding.acknowledgement(in: item.language, of: work),
      funding.disclaimer(in: item.language, of: .publication),
    ].compactMap { $0 }
  }

  // MARK: The body

  private func body(
    _ text: EditorDocument, summary: String, _ attachments: [ECCPAttachment]
  ) -> EditorDocument {
    var blocks: [EditorNode] = []
    // Lists on the platform show how a text begins: the message comes first.
    let opening = text.paragraphs.first?.inOneLine ?? ""
    let isSaidAlready = opening.hasPrefix(summary) || summary.hasPrefix(opening) && !opening.isEmpty
    if !summary.isEmpty, !isSaidAlready { blocks.append(.paragraph([.text(summary)])) }
    let facts = facts
    if !facts.isEmpty { blocks.append(.list(facts)) }
    blocks += text.blocks
    if !attachments.isEmpty {
      blocks.append(.paragraph([.strong("Documents")]))
      blocks.append(.list(attachments.map { [.link($0.label, to: $0.address)] }))
    }
    let original = item.record.text("canonical") ?? item.address
    blocks.append(
      .paragraph([.text("Originally published at "), .link(original, to: original)]))
    return EditorDocument(blocks + fundingBlock)
  }

  /// The emblem with the statement beside it, and the sentences that the agreement asks for.
  private var fundingBlock: [EditorNode] {
    guard let funding = site.funding, let statement = funding.statement(in: item.language) else {
      return []
    }
    let emblem = EditorElement(
      .picture,
      attributes: [
        EditorAttribute(name: "src", value: site.emblemAddress),
        EditorAttribute(name: "alt", value: "Emblem of the European Union"),
        EditorAttribute(name: "width", value: "96"), EditorAttribute(name: "height", value: "64"),
      ])
    let acknowledgement = funding.acknowledgement(in: item.language, of: work)
    let sentences = [
      acknowledgement == statement + "." ? nil : acknowledgement,
      // The copy is a publication, even where it is about an event.
      funding.disclaimer(in: item.language, of: .publication),
    ].compactMap { $0 }
    let mark = EditorNode.paragraph([.element(emblem), .text(" " + statement)])
    return sentences.isEmpty
      ? [mark] : [mark, .paragraph([.text(sentences.joined(separator: " "))])]
  }
}
