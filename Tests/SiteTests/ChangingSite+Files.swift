extension ChangingSite {
  static let configuration = """
    title: Changing site
    base_url: https://example.org/base/
    languages: [en, sv]
    kinds: {posts: {permalink: "/news/:slug/", per_page: 5}}
    checks: {broken-link: warning, broken-anchor: warning, link-to-unpublished: warning}
    feeds: {formats: [rss, atom, json], limit: 6}
    image: {src: /card.png, alt: Card}

    """

  static let templates = [
    "_partials/card.html": """
    <a href="{{ item.url }}">{{ item.title }}</a> {{ item.summary }} {{ item.reading_time }}
    {% if item.image %}{{ item.image.url }} {{ item.image.width }}{% endif %}
    {% if item.partner is defined and item.partner %}{{ item.partner.title }}{% endif %}

    """,
    "_partials/foot.html": """
    <footer>{{ t("more") }} {{ site.title }} <img src="{{ asset("logo.svg") }}">
    {% include "_partials/optional.html" ignore missing %}</footer>

    """,
    "macros.html": "{% macro tag(term) %}<b>{{ term.name }}</b>{{ term.url }}{% endmacro %}\n",
  ]

  static let archive =
    """
    -- site.yaml --
    \(configuration)
    -- templates/base.html --
    <title>{{ page.title }}</title>{{ page.structured_data or "" }}
    {% for alternate in page.alternates %}{{ alternate.language }}{{ alternate.url }}{% endfor %}
    {% for feed in page.feeds %}{{ feed.title }}{{ feed.url }}{% endfor %}
    {{ page.card_image.url }}{{ page.card_image.width }}
    {% block main %}{% endblock %}{% include "_partials/foot.html" %}
    -- templates/post.html --
    {% extends "base.html" %}{% from "macros.html" import tag %}
    {% block main %}{{ page.content }}{% for term in page.tags %}{{ tag(term) }}{% endfor %}
    {% if page.previous %}{{ page.previous.title }}{{ page.previous.url }}{% endif %}
    {% if page.next %}{{ page.next.title }}{% endif %}
    {% for other in page.translations %}{{ other.title }}{{ other.url }}{% endfor %}
    {% for other in page.related %}{{ other.title }}{% endfor %}
    {% if page.card_image %}{{ page.card_image.url }}{{ page.card_image.width }}{% endif %}
    {% if page.partner %}{{ page.partner.title }}{% endif %}{{ page.date | date("short") }}{% endblock %}
    -- templates/page.html --
    {% extends "base.html" %}{% block main %}{{ page.content }}{% endblock %}
    -- templates/event.html --
    {% extends "base.html" %}{% block main %}{{ page.content }}
    {% if page.calendar %}{{ page.calendar.url }}{{ page.calendar.google_url }}{% endif %}
    {% endblock %}
    -- templates/publication.html --
    {% extends "base.html" %}{% block main %}{{ page.content }}
    {% if page.citation %}{{ page.citation.text }}{{ page.citation.bibtex_url }}
    {% for tag in page.citation.tags %}{{ tag.content }}{% endfor %}{% endif %}{% endblock %}
    -- templates/partner.html --
    {% extends "base.html" %}{% block main %}
    {% for item in page.items %}{% include "_partials/card.html" %}{% endfor %}{% endblock %}
    -- templates/list.html --
    {% extends "base.html" %}{% block main %}{{ page.content or "" }}
    {% for item in list.items %}{% include "_partials/card.html" %}{% endfor %}
    {% if site.calendar %}{{ site.calendar.url }}{% endif %}
    {% if site.bibliography %}{{ site.bibliography.ris_url }}{% endif %}
    {{ list.page_number }} of {{ list.page_count }}, {{ list.total }} {{ list.next_url or "" }}
    {% endblock %}
    -- templates/home.html --
    {% extends "list.html" %}
    -- templates/taxonomy.html --
    {% extends "base.html" %}{% block main %}
    {% for term in list.terms %}{{ term.name }} {{ term.count }}{% endfor %}{% endblock %}
    -- templates/term.html --
    {% extends "list.html" %}
    -- templates/404.html --
    {% extends "base.html" %}{% block main %}
    {% for item in site.posts[:3] %}{{ item.title }}{% endfor %}{% endblock %}
    -- templates/redirect.html --
    {{ page.target }}
    -- templates/_partials/card.html --
    \(templates["_partials/card.html"] ?? "")
    -- templates/_partials/foot.html --
    \(templates["_partials/foot.html"] ?? "")
    -- templates/macros.html --
    \(templates["macros.html"] ?? "")
    -- i18n/en.yaml --
    more: More
    day: Day
    -- static/logo.svg --
    <svg></svg>
    -- content/about.md --
    ---
    title: About
    aliases: [/old-about/]
    ---
    [First](posts/post-1.md)
    -- content/partners/p0.md --
    ---
    name: Partner 0
    ---
    Text.
    -- content/partners/p1.md --
    ---
    name: Partner 1
    ---
    Text.

    """
}
