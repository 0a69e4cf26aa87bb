import Templates

// The templates of the benchmark as functions: what a compiler would make of them, tag by tag.
extension Closure {
  enum Slot {
    static let (site, page, description, entry, tag) = (0, 1, 2, 3, 4)
    static let count = 5
  }

  static func postPage() -> Closure {
    Closure(
      body: sequence([
        text("<!DOCTYPE html>\n<html lang=\""),
        output(attribute(variable(Slot.page), "language", PageObject.objectType)),
        text("\">\n<head>"),
        set(
          Slot.description,
          or(
            attribute(variable(Slot.page), "description", PageObject.objectType),
            attribute(variable(Slot.site), "title", SiteObject.objectType))),
        text(
          "\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
            + "content=\"width=device-width, initial-scale=1\">\n<title>"),
        sequence([
          output(attribute(variable(Slot.page), "title", PageObject.objectType)), text(" – "),
          output(attribute(variable(Slot.site), "title", SiteObject.objectType)),
        ]), text("</title>\n<meta name=\"description\" content=\""),
        output(variable(Slot.description)), text("\">\n<link rel=\"canonical\" href=\""),
        output(attribute(variable(Slot.page), "permalink", PageObject.objectType)),
        text("\">\n<meta property=\"og:type\" content=\""),
        conditional(
          equal(attribute(variable(Slot.page), "kind", PageObject.objectType), constant("posts")),
          text("article"), else: text("website")),
        text("\">\n<meta property=\"og:title\" content=\""),
        output(attribute(variable(Slot.page), "title", PageObject.objectType)),
        text("\">\n<meta property=\"og:url\" content=\""),
        output(attribute(variable(Slot.page), "permalink", PageObject.objectType)), text("\">"),
        conditional(
          attribute(variable(Slot.page), "image", PageObject.objectType),
          sequence([
            text("\n<meta property=\"og:image\" content=\""),
            output(
              attribute(
                attribute(variable(Slot.page), "image", PageObject.objectType), "absolute_url",
                ImageObject.objectType)), text("\">\n<meta property=\"og:image:alt\" content=\""),
            output(
              attribute(
                attribute(variable(Slot.page), "image", PageObject.objectType), "alt",
                ImageObject.objectType)), text("\">"),
          ])), text("\n<meta name=\"generator\" content=\""),
        output(attribute(variable(Slot.site), "generator", SiteObject.objectType)),
        text("\">\n<link rel=\"stylesheet\" href=\""),
        output(attribute(variable(Slot.site), "stylesheet", SiteObject.objectType)),
        text("\">\n<link rel=\"icon\" href=\""),
        output(attribute(variable(Slot.site), "icon", SiteObject.objectType)),
        text(
          "\" type=\"image/svg+xml\">\n<link rel=\"alternate\" "
            + "type=\"application/rss+xml\" title=\""),
        output(attribute(variable(Slot.site), "title", SiteObject.objectType)), text("\" href=\""),
        output(attribute(variable(Slot.site), "feed_url", SiteObject.objectType)), text("\">"),
        text("\n</head>\n<body class=\"kind-"),
        output(attribute(variable(Slot.page), "kind", PageObject.objectType)),
        text(
          "\">\n<a class=\"skip-link\" href=\"#main_content\">Skip to content</a>\n"
            + "<header class=\"site-header\">\n  <a class=\"site-title\" href=\""),
        output(attribute(variable(Slot.site), "base", SiteObject.objectType)), text("\">"),
        output(attribute(variable(Slot.site), "title", SiteObject.objectType)), text("</a>"),
        conditional(
          attribute(variable(Slot.site), "menu", SiteObject.objectType),
          sequence([
            text("\n  <nav class=\"site-nav\" aria-label=\"Main\">\n    <ul>"),
            loop(
              Slot.entry, attribute(variable(Slot.site), "menu", SiteObject.objectType),
              sequence([
                text("\n      <li><a href=\""),
                output(attribute(variable(Slot.entry), "url", MenuObject.objectType)), text("\""),
                conditional(
                  equal(
                    attribute(variable(Slot.entry), "url", MenuObject.objectType),
                    attribute(variable(Slot.page), "url", PageObject.objectType)),
                  text(" aria-current=\"page\""),
                  else: conditional(
                    attribute(variable(Slot.entry), "is_current", MenuObject.objectType),
                    text(" aria-current=\"true\""))), text(">"),
                output(attribute(variable(Slot.entry), "label", MenuObject.objectType)),
                text("</a></li>"),
              ])), text("\n    </ul>\n  </nav>"),
          ])), text("\n</header>\n<main id=\"main_content\" tabindex=\"-1\">"),
        conditional(
          attribute(variable(Slot.page), "draft", PageObject.objectType),
          text("\n<p class=\"draft-note\">Draft: this page is not published.</p>")), text("\n"),
        sequence([
          text(
            "\n<article class=\"frame article\">\n  <header "
              + "class=\"article-header\">\n    <h1>"),
          output(attribute(variable(Slot.page), "title", PageObject.objectType)), text("</h1>"),
          conditional(
            attribute(variable(Slot.page), "lead", PageObject.objectType),
            sequence([
              text("\n    <p class=\"lead\">"),
              output(attribute(variable(Slot.page), "lead", PageObject.objectType)), text("</p>"),
            ])), text("\n    <p class=\"article-meta\"><time datetime=\""),
          output(attribute(variable(Slot.page), "date_iso", PageObject.objectType)), text("\">"),
          output(attribute(variable(Slot.page), "date_text", PageObject.objectType)),
          text("</time>"),
          conditional(
            attribute(variable(Slot.page), "authors", PageObject.objectType),
            sequence([
              text(" <span>By "),
              output(join(attribute(variable(Slot.page), "authors", PageObject.objectType), ", ")),
              text("</span>"),
            ])),
          conditional(
            attribute(variable(Slot.page), "reading_time", PageObject.objectType),
            sequence([
              text(" <span>"),
              output(attribute(variable(Slot.page), "reading_time", PageObject.objectType)),
              text(" min read</span>"),
            ])), text("</p>\n  </header>"),
          conditional(
            attribute(variable(Slot.page), "image", PageObject.objectType),
            sequence([
              text("\n  <figure class=\"lead-image\">\n    <img src=\""),
              output(
                attribute(
                  attribute(variable(Slot.page), "image", PageObject.objectType), "url",
                  ImageObject.objectType)), text("\" alt=\""),
              output(
                attribute(
                  attribute(variable(Slot.page), "image", PageObject.objectType), "alt",
                  ImageObject.objectType)), text("\" width=\""),
              output(
                attribute(
                  attribute(variable(Slot.page), "image", PageObject.objectType), "width",
                  ImageObject.objectType)), text("\" height=\""),
              output(
                attribute(
                  attribute(variable(Slot.page), "image", PageObject.objectType), "height",
                  ImageObject.objectType)), text("\">\n  </figure>"),
            ])), text("\n  <div class=\"prose\">\n"),
          output(attribute(variable(Slot.page), "content", PageObject.objectType)),
          text("\n  </div>"),
          conditional(
            attribute(variable(Slot.page), "updated", PageObject.objectType),
            sequence([
              text("\n  <p class=\"updated\">Updated "),
              output(attribute(variable(Slot.page), "updated", PageObject.objectType)),
              text("</p>"),
            ])),
          conditional(
            attribute(variable(Slot.page), "tags", PageObject.objectType),
            sequence([
              text("\n<div class=\"tags\">\n  <h2 class=\"label\">Tags</h2>\n  <ul>"),
              loop(
                Slot.tag, attribute(variable(Slot.page), "tags", PageObject.objectType),
                sequence([
                  text("\n    <li><a href=\""),
                  output(attribute(variable(Slot.tag), "url", LinkObject.tag)),
                  text("\" rel=\"tag\">"),
                  output(attribute(variable(Slot.tag), "name", LinkObject.tag)), text("</a></li>"),
                ])), text("\n  </ul>\n</div>"),
            ])),
          conditional(
            or(
              attribute(variable(Slot.page), "previous", PageObject.objectType),
              attribute(variable(Slot.page), "next", PageObject.objectType)),
            sequence([
              text("\n<nav class=\"neighbours\" aria-label=\"More news\">"),
              conditional(
                attribute(variable(Slot.page), "previous", PageObject.objectType),
                sequence([
                  text("\n  <a class=\"neighbour\" href=\""),
                  output(
                    attribute(
                      attribute(variable(Slot.page), "previous", PageObject.objectType), "url",
                      LinkObject.neighbour)),
                  text("\" rel=\"prev\"><span class=\"label\">Earlier</span> "),
                  output(
                    attribute(
                      attribute(variable(Slot.page), "previous", PageObject.objectType), "title",
                      LinkObject.neighbour)), text("</a>"),
                ])),
              conditional(
                attribute(variable(Slot.page), "next", PageObject.objectType),
                sequence([
                  text("\n  <a class=\"neighbour neighbour-next\" href=\""),
                  output(
                    attribute(
                      attribute(variable(Slot.page), "next", PageObject.objectType), "url",
                      LinkObject.neighbour)),
                  text("\" rel=\"next\"><span class=\"label\">Later</span> "),
                  output(
                    attribute(
                      attribute(variable(Slot.page), "next", PageObject.objectType), "title",
                      LinkObject.neighbour)), text("</a>"),
                ])), text("\n</nav>"),
            ])), text("\n</article>\n"),
        ]), text("\n</main>\n"),
        sequence([
          text("<footer class=\"site-footer\">\n  <p class=\"funding\">"),
          output(attribute(variable(Slot.site), "funding", SiteObject.objectType)),
          text("</p>\n  <p>"),
          output(attribute(variable(Slot.site), "acronym", SiteObject.objectType)),
          text(", <a href=\"mailto:"),
          output(attribute(variable(Slot.site), "email", SiteObject.objectType)), text("\">"),
          output(attribute(variable(Slot.site), "email", SiteObject.objectType)),
          text("</a></p>\n  <p><a href=\""),
          output(attribute(variable(Slot.site), "feed_url", SiteObject.objectType)),
          text("\" type=\"application/rss+xml\">News feed (RSS)</a></p>\n</footer>"),
        ]), text("\n</body>\n</html>"),
      ]))
  }
}
