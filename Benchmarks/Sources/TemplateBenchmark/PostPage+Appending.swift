import Text

// The very page that the templates make, written by hand: what a program without templates does.

extension PostPage {
  func append(content: Bytes, to out: inout Bytes) {
    out.append("<!DOCTYPE html>\n<html lang=\"")
    out.append(escapingHTML: page.language)
    out.append("\">\n<head>")
    let description = page.description.isEmpty ? site.title : page.description
    out.append(
      """

      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>
      """)
    out.append(escapingHTML: page.title)
    out.append(" – ")
    out.append(escapingHTML: site.title)
    out.append("</title>\n<meta name=\"description\" content=\"")
    out.append(escapingHTML: description)
    out.append("\">\n<link rel=\"canonical\" href=\"")
    out.append(escapingHTML: page.permalink)
    out.append("\">\n<meta property=\"og:type\" content=\"")
    out.append(page.kind == "posts" ? "article" : "website")
    out.append("\">\n<meta property=\"og:title\" content=\"")
    out.append(escapingHTML: page.title)
    out.append("\">\n<meta property=\"og:url\" content=\"")
    out.append(escapingHTML: page.permalink)
    out.append("\">")
    if let image = page.image {
      out.append("\n<meta property=\"og:image\" content=\"")
      out.append(escapingHTML: image.absoluteURL)
      out.append("\">\n<meta property=\"og:image:alt\" content=\"")
      out.append(escapingHTML: image.alt)
      out.append("\">")
    }
    out.append("\n<meta name=\"generator\" content=\"")
    out.append(escapingHTML: site.generator)
    out.append("\">\n<link rel=\"stylesheet\" href=\"")
    out.append(escapingHTML: site.stylesheet)
    out.append("\">\n<link rel=\"icon\" href=\"")
    out.append(escapingHTML: site.icon)
    out.append(
      "\" type=\"image/svg+xml\">\n<link rel=\"alternate\" type=\"application/rss+xml\" title=\"")
    out.append(escapingHTML: site.title)
    out.append("\" href=\"")
    out.append(escapingHTML: site.feedURL)
    out.append("\">\n</head>\n<body class=\"kind-")
    out.append(escapingHTML: page.kind)
    appendHeader(to: &out)
    if page.draft {
      out.append("\n<p class=\"draft-note\">Draft: this page is not published.</p>")
    }
    out.append("\n")
    appendArticle(content, to: &out)
    out.append("\n</main>")
    appendFooter(to: &out)
    out.append("\n</body>\n</html>")
  }

  private func appendHeader(to out: inout Bytes) {
    out.append(
      """
      ">
      <a class="skip-link" href="#main_content">Skip to content</a>
      <header class="site-header">
        <a class="site-title" href="
      """)
    out.append(escapingHTML: site.base)
    out.append("\">")
    out.append(escapingHTML: site.title)
    out.append("</a>")
    if !site.menu.isEmpty {
      out.append("\n  <nav class=\"site-nav\" aria-label=\"Main\">\n    <ul>")
      for entry in site.menu {
        out.append("\n      <li><a href=\"")
        out.append(escapingHTML: entry.url)
        out.append("\"")
        if entry.url == page.url {
          out.append(" aria-current=\"page\"")
        } else if entry.isCurrent {
          out.append(" aria-current=\"true\"")
        }
        out.append(">")
        out.append(escapingHTML: entry.label)
        out.append("</a></li>")
      }
      out.append("\n    </ul>\n  </nav>")
    }
    out.append("\n</header>\n<main id=\"main_content\" tabindex=\"-1\">")
  }

  private func appendArticle(_ content: Bytes, to out: inout Bytes) {
    out.append(
      "\n<article class=\"frame article\">\n  <header class=\"article-header\">\n    <h1>")
    out.append(escapingHTML: page.title)
    out.append("</h1>")
    if let lead = page.lead {
      out.append("\n    <p class=\"lead\">")
      out.append(escapingHTML: lead)
      out.append("</p>")
    }
    out.append("\n    <p class=\"article-meta\"><time datetime=\"")
    out.append(escapingHTML: page.dateISO)
    out.append("\">")
    out.append(escapingHTML: page.dateText)
    out.append("</time>")
    if !page.authors.isEmpty {
      out.append(" <span>By ")
      for (index, author) in page.authors.enumerated() {
        if index > 0 { out.append(", ") }
        out.append(escapingHTML: author)
      }
      out.append("</span>")
    }
    if page.readingTime > 0 {
      out.append(" <span>")
      out.append(decimal: page.readingTime)
      out.append(" min read</span>")
    }
    out.append("</p>\n  </header>")
    if let image = page.image { append(image, to: &out) }
    out.append("\n  <div class=\"prose\">\n")
    out.append(contentsOf: content)
    out.append("\n  </div>")
    if let updated = page.updated {
      out.append("\n  <p class=\"updated\">Updated ")
      out.append(escapingHTML: updated)
      out.append("</p>")
    }
    appendTags(to: &out)
    appendNeighbours(to: &out)
    out.append("\n</article>\n")
  }

  private func append(_ image: Image, to out: inout Bytes) {
    out.append("\n  <figure class=\"lead-image\">\n    <img src=\"")
    out.append(escapingHTML: image.url)
    out.append("\" alt=\"")
    out.append(escapingHTML: image.alt)
    out.append("\" width=\"")
    out.append(decimal: image.width)
    out.append("\" height=\"")
    out.append(decimal: image.height)
    out.append("\">\n  </figure>")
  }

  private func appendTags(to out: inout Bytes) {
    guard !page.tags.isEmpty else { return }
    out.append("\n<div class=\"tags\">\n  <h2 class=\"label\">Tags</h2>\n  <ul>")
    for tag in page.tags {
      out.append("\n    <li><a href=\"")
      out.append(escapingHTML: tag.url)
      out.append("\" rel=\"tag\">")
      out.append(escapingHTML: tag.name)
      out.append("</a></li>")
    }
    out.append("\n  </ul>\n</div>")
  }

  private func appendNeighbours(to out: inout Bytes) {
    guard page.previous != nil || page.next != nil else { return }
    out.append("\n<nav class=\"neighbours\" aria-label=\"More news\">")
    if let previous = page.previous {
      out.append("\n  <a class=\"neighbour\" href=\"")
      out.append(escapingHTML: previous.url)
      out.append("\" rel=\"prev\"><span class=\"label\">Earlier</span> ")
      out.append(escapingHTML: previous.title)
      out.append("</a>")
    }
    if let next = page.next {
      out.append("\n  <a class=\"neighbour neighbour-next\" href=\"")
      out.append(escapingHTML: next.url)
      out.append("\" rel=\"next\"><span class=\"label\">Later</span> ")
      out.append(escapingHTML: next.title)
      out.append("</a>")
    }
    out.append("\n</nav>")
  }

  private func appendFooter(to out: inout Bytes) {
    out.append("\n<footer class=\"site-footer\">\n  <p class=\"funding\">")
    out.append(escapingHTML: site.funding)
    out.append("</p>\n  <p>")
    out.append(escapingHTML: site.acronym)
    out.append(", <a href=\"mailto:")
    out.append(escapingHTML: site.email)
    out.append("\">")
    out.append(escapingHTML: site.email)
    out.append("</a></p>\n  <p><a href=\"")
    out.append(escapingHTML: site.feedURL)
    out.append("\" type=\"application/rss+xml\">News feed (RSS)</a></p>\n</footer>")
  }
}
