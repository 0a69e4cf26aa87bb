import DefaultTheme
import Site
import Text

extension TestSite {
  /// Templates that print what a test looks at, and little else.
  static let tinyTheme: [ThemeFile] = {
    let item = "<h1>{{ page.title }}</h1>\n{{ page.content }}"
    let list = """
      <h1>{{ page.title }}</h1>
      {{ page.content | default("") }}
      {% for item in list.items %}
      <a href="{{ item.url }}">{{ item.title }}</a>
      {% endfor %}
      {% if list.previous_url %}previous={{ list.previous_url }}{% endif %}
      {% if list.next_url %}next={{ list.next_url }}{% endif %}
      page {{ list.page_number }} of {{ list.page_count }}, {{ list.total }} items
      """
    let terms = """
      {% for term in list.terms %}
      <a href="{{ term.url }}">{{ term.name }} ({{ term.count }})</a>
      {% endfor %}
      """
    return [
      ("post.html", item), ("event.html", item), ("publication.html", item),
      ("partner.html", item), ("page.html", item), ("home.html", list), ("list.html", list),
      ("term.html", list), ("taxonomy.html", terms), ("404.html", "not found"),
      ("redirect.html", "moved to {{ page.target }} ({{ page.canonical }})"),
    ].map { ThemeFile(path: $0.0, bytes: Bytes($0.1.utf8)) }
  }()

  /// The theme that comes with the program.
  static let defaultTheme: [ThemeFile] = DefaultTheme.files.map {
    ThemeFile(path: $0.path, bytes: $0.bytes)
  }
}
