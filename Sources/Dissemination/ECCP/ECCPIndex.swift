internal import Site
internal import Text

/// The page that shows all packs, with a button at each field that copies its text.
///
/// It is opened from the disk: everything that it needs stands in it, or beside it.
struct ECCPIndex {
  let site: SiteReading
  let packs: [ECCPPack]

  var html: Bytes {
    var html = Bytes()
    let title = "ECCP packs of \(site.title)"
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    html.append(escapingHTML: title)
    html.append("</title>\n<style>\(ECCPIndex.style)</style>\n</head>\n<body>\n<main>\n<h1>")
    html.append(escapingHTML: title)
    html.append("</h1>\n")
    html.append(introduction)
    html.append(contents)
    for pack in packs { html.append(contentsOf: section(pack)) }
    html.append("</main>\n<p id=\"said\" role=\"status\"></p>\n")
    html.append("<script>\(ECCPIndex.script)</script>\n</body>\n</html>\n")
    return html
  }

  private var introduction: String {
    """
    <p>Open the form of the platform beside this page, copy field by field, and paste. When a post is
    public, record its address: the command stands at the end of each pack.</p>

    """
  }

  /// The list of packs, each with a link to its place on the page.
  private var contents: String {
    var list = Bytes()
    list.append("<nav aria-label=\"Packs\">\n<ol>\n")
    for pack in packs {
      list.append("<li><a href=\"#")
      list.append(escapingHTML: identifier(pack))
      list.append("\">")
      list.append(escapingHTML: pack.title)
      list.append("</a> ")
      list.append(pack.postedAt == nil ? pack.kind.label : "\(pack.kind.label), posted")
      list.append("</li>\n")
    }
    list.append("</ol>\n</nav>\n")
    return list.text
  }

  private func identifier(_ pack: ECCPPack) -> String { "pack-" + pack.folder }

  // MARK: A pack

  private func section(_ pack: ECCPPack) -> Bytes {
    var html = Bytes()
    html.append("<section id=\"")
    html.append(escapingHTML: identifier(pack))
    html.append("\">\n<h2>")
    html.append(escapingHTML: pack.title)
    html.append("</h2>\n<p class=\"facts\">")
    html.append(escapingHTML: "\(pack.kind.label) · \(pack.path)")
    html.append("</p>\n")
    if let address = pack.postedAt { html.append(posted: address, on: pack.postedOn) }
    if !pack.gaps.isEmpty { html.append(gaps: pack.gaps) }
    let titleCount = "\(pack.title.formLength) characters"
    html.append(field: "Title", titleCount, pack.title, file: pack.folder + "/title.txt")
    let count = "\(pack.teaser.formLength) of \(site.limits.teaserLength) characters"
    html.append(field: "Teaser", count, pack.teaser, file: pack.folder + "/teaser.txt")
    html.append(
      field: "Text as HTML", "for the source view of the editor", pack.body.html.text,
      file: pack.folder + "/body.html", isFormatted: true)
    html.append(
      field: "Text without formatting", "", pack.body.plainText, file: pack.folder + "/body.txt")
    html.append(picture: pack)
    html.append(attachments: pack)
    html.append("<h3>Fields</h3>\n<table>\n<tbody>\n")
    for field in pack.fields { html.append(row: field) }
    html.append("</tbody>\n</table>\n")
    html.append(
      field: "All fields", "", pack.fields.map { "\($0.label): \($0.value)\n" }.joined(),
      file: pack.folder + "/fields.txt")
    html.append(
      field: "Checklist", "", pack.checklist(site.limits), file: pack.folder + "/checklist.txt")
    html.append("</section>\n")
    return html
  }
}
