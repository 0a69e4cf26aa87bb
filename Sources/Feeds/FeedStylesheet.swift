public import Text

/// The style sheet with which browsers show RSS and Atom to a person.
///
/// CSS alone, since browsers give up XSLT and a feed runs no script. It shows each item's title,
/// date and summary; the whole text is markup within a text, which CSS cannot show.
public enum FeedStylesheet {
  /// The style sheet, with what a person reads who has come upon the feed: that it is meant for a
  /// program, and what to do with its address.
  public static func css(explanation: String) -> Bytes {
    var css = Bytes(namespaces.utf8)
    css.append("\nrss::before, feed::before {\n  content: \"")
    css.append(cssString: explanation)
    css.append("\";\n")
    css.append(rules)
    return css
  }

  private static let namespaces = """
    @namespace atom "http://www.w3.org/2005/Atom";
    @namespace content "http://purl.org/rss/1.0/modules/content/";
    @namespace dc "http://purl.org/dc/elements/1.1/";
    @namespace media "http://search.yahoo.com/mrss/";

    """

  private static let rules = """
      display: block;
      margin-block-end: 2rem;
      padding: 1rem;
      border-inline-start: 0.4rem solid #003399;
      background: #eef2fb;
      color: #1a1a1a;
    }

    rss, feed {
      display: block;
      max-width: 42rem;
      margin: 0 auto;
      padding: 1rem;
      font: 1.05rem/1.5 system-ui, sans-serif;
      background: #ffffff;
      color: #1a1a1a;
    }

    channel, item, entry { display: block; }

    channel > *, feed > *, item > *, entry > * { display: none; }

    channel > title, feed > title {
      display: block;
      font-size: 1.8rem;
      font-weight: bold;
      line-height: 1.2;
    }

    channel > description, feed > subtitle {
      display: block;
      margin-block: 0.5rem 2rem;
    }

    channel > item, feed > entry {
      display: block;
      padding-block: 1rem;
      border-block-start: 1px solid #8a8a8a;
    }

    item > title, entry > title {
      display: block;
      font-size: 1.25rem;
      font-weight: bold;
    }

    item > link, item > pubDate, entry > published {
      display: block;
      overflow-wrap: anywhere;
      color: #4a4a4a;
    }

    item > description, entry > summary {
      display: block;
      margin-block-start: 0.5rem;
    }

    @media (prefers-color-scheme: dark) {
      rss, feed { background: #14161a; color: #f0f0f0; }
      rss::before, feed::before { background: #1d2740; color: #f0f0f0; }
      item > link, item > pubDate, entry > published { color: #c4c4c4; }
    }

    """
}

extension Array where Element == UInt8 {
  /// Appends text for a string in double quotation marks (CSS Syntax, section 4.3.5).
  fileprivate mutating func append(cssString text: String) {
    for byte in text.feedLine.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { append("\\") }
      append(byte)
    }
  }
}
