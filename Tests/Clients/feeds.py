#!/usr/bin/env python3
"""Reads the feeds of a hostile site with the programs that partners and their readers run.

The site's titles, names and texts try to break out of every format. Each feed is held against its
schema and read by feedparser, sfeed, newsboat, rss2email and SimplePie (the one of Debian's
WordPress); what each of them finds is compared with the posts field by field.

What is missing of Debian's packages is installed; what cannot be is a failure.

Usage: feeds.py BRIGHTPRESS
"""

import calendar
import concurrent.futures
import contextlib
import datetime
import email
import email.policy
import functools
import http.server
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
import urllib.parse
import xml.etree.ElementTree as ElementTree

import clients
import hostile

REQUIREMENTS = ["feedparser==6.0.14", "check-jsonschema==0.39.0", "html5lib==1.1"]
PROGRAMS = {
    "jing": "jing", "sfeed": "sfeed", "newsboat": "newsboat", "r2e": "rss2email", "php": "php-cli",
}
PHP_MODULES = {"xml": "php-xml", "mbstring": "php-mbstring"}
HERE = pathlib.Path(__file__).resolve().parent
BASE = "https://hostile.example/p/"
AUTHORITY = "hostile.example,2023"
ZONE = datetime.timezone(datetime.timedelta(hours=1))
ADDRESS = re.compile(r"""\b(?:href|src|poster|cite)=["']([^"']*)["']""")

# A text with all that feeds are known to break on.
BODY = """A *first* paragraph with [a link](../p1/index.md), [one here](#part) and `]]> & <b>`.[^1]

![A picture](picture.png)

## Part

| a | b |
|--:|---|
| 1 | 2 |

- [x] done
- [ ] open

> [!NOTE]
> An aside with ümläuts, 日本語 and עברית.

<div id="x" onclick="x()" style="color: red"><picture><source srcset="picture.png 1x, /p/big.png 2x">
<img src="picture.png" alt=""></picture><video poster="picture.png" controls><source src="/p/v.mp4"></video>
<iframe src="https://player.example/v"></iframe><script>alert("</p>")</script></div>

[^1]: A note with [a link](../p2/index.md).
"""


def require_programs():
    """Installs what this machine lacks; a program that cannot be had ends the test."""
    missing = {package for name, package in PROGRAMS.items() if not shutil.which(name)}
    if shutil.which("php"):
        loaded = subprocess.run(["php", "-m"], capture_output=True, text=True).stdout.lower().split()
        missing |= {package for name, package in PHP_MODULES.items() if name not in loaded}
    else:
        missing |= set(PHP_MODULES.values())
    if not missing:
        return
    root = [] if os.geteuid() == 0 else ["sudo"]
    environment = root + ["env", "DEBIAN_FRONTEND=noninteractive"]
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *sorted(missing)]
    for command in (["apt-get", "update", "-qq"], install):
        if subprocess.run(environment + command, stdout=subprocess.DEVNULL).returncode != 0:
            sys.exit(f"feeds: these packages could not be installed: {' '.join(sorted(missing))}")


def wordpress():
    """The files of Debian's WordPress, unpacked below `.build`."""
    folder = clients.BUILD / "wordpress"
    files = folder / "usr/share/wordpress"
    if not (files / "wp-includes/class-simplepie.php").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        download = ["apt-get", "download", "-qq", "wordpress"]
        if subprocess.run(download, cwd=folder, stderr=subprocess.DEVNULL).returncode != 0:
            subprocess.run(["apt-get", "update", "-qq"], check=True)
            subprocess.run(download, cwd=folder, check=True)
        package = next(folder.glob("wordpress_*.deb"))
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
    return files


# The site


def write_site(folder):
    """Writes the site and returns what its feeds must hold, newest first."""
    fields = hostile.items()
    hostile.write(folder)
    configuration = folder / "site.yaml"
    text = configuration.read_text()
    configuration.write_text(
        text
        + "feeds: {formats: [rss, atom, json], id_authority: \"" + AUTHORITY + "\", limit: 1000}\n"
        + "markdown: {raw_html: true}\ntaxonomies: {tags: {permalink: \"/tags/:slug/\"}}\n"
        + "checks: {broken-link: off, missing-image: off, raw-html: off}\n"
    )
    for path, values in fields.items():
        if re.fullmatch(r"content/posts/p\d+/index\.md", path):
            (folder / path).write_text(hostile.front_matter(values, BODY))
    # A post of the future, which no feed may have.
    (folder / "content/posts/future.md").write_text(
        hostile.front_matter({"title": "Future", "date": "2999-01-01"}))
    found = [Item(path, values) for path, values in fields.items() if is_syndicated(path, values)]
    return sorted(found, key=lambda item: (-item.date, item.title))


def is_syndicated(path, values):
    is_dated = path.startswith(("content/posts/", "content/publications/"))
    return is_dated and not values.get("draft") and ".sv." not in path


class Item:
    """What an item of a feed has to be."""

    def __init__(self, path, values):
        kind, rest = path.removeprefix("content/").split("/", 1)
        name = rest.removesuffix(".md").removesuffix("/index")
        folder = {"posts": f"news/{values['date'][:4]}/", "publications": "publications/"}[kind]
        self.title = one_line(values["title"])
        self.link = f"{BASE}{folder}{name}/"
        self.id = f"tag:{AUTHORITY}:{values['date']}/{kind}/{name}"
        day = datetime.datetime.fromisoformat(values["date"])
        summer = 3 * 31 < day.timetuple().tm_yday < 10 * 30
        zone = datetime.timezone(datetime.timedelta(hours=2)) if summer else ZONE
        self.date = calendar.timegm(day.replace(tzinfo=zone).utctimetuple())
        self.authors = [one_line(name) for name in values.get("authors", [])]
        self.authors = self.authors or [one_line(hostile.TITLES[3])]
        self.categories = sorted({one_line(tag).lower() for tag in values.get("tags", [])})
        self.summary = one_line(values.get("summary", ""))
        self.image = f"{self.link}picture.png" if "image" in values else None
        self.has_body = kind == "posts" and "image" in values


def one_line(text):
    """A text as a feed holds it: no controls, every kind of white space one space."""
    kept = "".join(c for c in text if c in "\t\n\r" or not hostile.is_control(c))
    return " ".join(kept.split())


def plain(html):
    """The text of HTML as a browser shows it."""
    import html5lib

    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return " ".join("".join(tree.itertext()).split())


# The feeds against what they have to be


def check_schemas(report, output):
    atom = sorted(output.rglob("atom.xml"))
    run = subprocess.run(
        ["jing", "-c", HERE / "schemas/atom.rnc", *atom], capture_output=True, text=True)
    report.equal((run.returncode, run.stdout), (0, ""), "jing")
    json_feeds = sorted(output.rglob("feed.json"))
    program = pathlib.Path(sys.prefix) / "bin" / "check-jsonschema"
    run = subprocess.run(
        [program, "--schemafile", HERE / "schemas/jsonfeed.json", *json_feeds],
        capture_output=True, text=True)
    report.equal(run.returncode, 0, "check-jsonschema", run.stdout)
    report.check(len(atom) > 10 and len(json_feeds) == len(atom), "there are few feeds")


def check_bytes(report, path):
    """What holds of every feed whatever reads it."""
    data = path.read_bytes()
    report.check(data.startswith(b"<?xml " if path.suffix == ".xml" else b"{"), path, "begins late")
    text = data.decode()
    bad = [c for c in text if hostile.is_control(c) and c != "\n" or c in "\ufffd\ufffe\uffff"]
    report.equal(bad, [], path, "has characters that readers refuse")


def check_rss(report, path, address):
    """What the RSS Advisory Board's profile asks for, and no schema says."""
    channel = ElementTree.parse(path).getroot().find("channel")
    atom = channel.find("{http://www.w3.org/2005/Atom}link")
    report.equal((atom.get("rel"), atom.get("href")), ("self", address), path, "self")
    names = [child.tag for child in channel]
    items = channel.findall("item")
    report.equal(names[len(names) - len(items):], ["item"] * len(items), path, "items come last")
    guids = [item.findtext("guid") for item in items]
    report.equal(len(set(guids)), len(guids), path, "guids")
    for item in items:
        parts = [child.tag.split("}")[-1] for child in item]
        for name in ("title", "link", "guid", "pubDate", "creator", "description"):
            report.equal(parts.count(name), 1, path, name)
        report.check(parts.count("enclosure") < 2 and parts.count("author") == 0, path, parts)
        if "encoded" in parts:
            report.check(parts.index("description") < parts.index("encoded"), path, "order")
        date = item.findtext("pubDate")
        day = datetime.datetime.strptime(date, "%a, %d %b %Y %H:%M:%S %z")
        report.equal(day.strftime("%a, %d %b %Y %H:%M:%S %z"), date, path)
        check_html(report, item.findtext("description"), f"{path}: description")


def check_atom(report, path, address):
    """What RFC 4287 asks for, and its schema does not say."""
    space = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.parse(path).getroot()
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{space}link")}
    report.equal(links["self"], address, path, "self")
    entries = feed.findall(f"{space}entry")
    for name in ("id", "updated"):
        values = [entry.findtext(space + name) for entry in entries]
        report.equal(len(set(values)), len(values), path, name, "twice")
        report.check(all(values), path, name, "is missing")
    newest = max((e.findtext(f"{space}updated") for e in entries), default=None,
                 key=lambda date: datetime.datetime.fromisoformat(date))
    report.check(newest in (None, feed.findtext(f"{space}updated")), path, "updated")
    for entry in entries:
        report.check(entry.find(f"{space}author/{space}name") is not None, path, "author")
        identity = entry.findtext(f"{space}id")
        report.check(re.fullmatch(r"[a-z][a-z0-9+.-]*:[!-~]+", identity), path, identity)
        check_html(report, entry.findtext(f"{space}content"), f"{path}: {identity}")


def check_html(report, html, where):
    """What holds of every text, whatever program hands it over."""
    import html5lib

    addresses = ADDRESS.findall(html)
    relative = [a for a in addresses if not re.match(r"(https?://|mailto:|data:image/)", a)]
    report.equal(relative, [], where, "has relative addresses")
    sets = re.findall(r"srcset=[\"']([^\"']*)", html)
    for candidate in ",".join(sets).split(","):
        report.check(not candidate.strip() or candidate.strip().startswith("http"), where, candidate)
    for mark in ("<script", "<iframe", "onclick", "style=", " id=", "role=", "aria-"):
        report.check(mark not in html, where, "has", mark)
    parser = html5lib.HTMLParser(strict=True)
    try:
        parser.parseFragment(html)
        report.check(True)
    except html5lib.html5parser.ParseError as error:
        report.check(False, where, "is no HTML:", error)


def check_body(report, html, item, where):
    """The text with what every copy of it must carry."""
    text = plain(html)
    report.check("Originally published at" in text, where, "does not say where it is from")
    report.check("European Union" in text, where, "does not say who paid")
    if not item.has_body:
        return
    for part in ("A first paragraph", "]]> & <b>", "ümläuts, 日本語 and עברית", "A note with", "Part"):
        report.check(part in text, where, "lacks", repr(part))
    for address in (item.image, f"{item.link}#part", f"{item.link}#fn-1", f"{BASE}news/2023/p1/"):
        report.check(address in html, where, "lacks", address)


# The programs


def with_feedparser(report, path, expected):
    import feedparser

    feedparser.api.SANITIZE_HTML = 0
    feed = feedparser.parse(path.read_bytes())
    report.check(not feed.bozo, "feedparser:", path, feed.get("bozo_exception"))
    report.equal(len(feed.entries), len(expected), "feedparser:", path, "items")
    for entry, item in zip(feed.entries, expected):
        where = f"feedparser: {path.name}: {item.title[:30]}:"
        is_atom = path.name == "atom.xml"
        names = [a.get("name", "") for a in entry.get("authors", [])]
        report.equal(one_line(entry.title), item.title, where, "title")
        report.equal(entry.link, item.link, where, "link")
        report.equal(entry.id, item.id, where, "id")
        report.equal(calendar.timegm(entry.published_parsed), item.date, where, "date")
        report.equal(names if is_atom else [entry.author],
                     item.authors if is_atom else [", ".join(item.authors)], where, "authors")
        terms = sorted({one_line(t.term).lower() for t in entry.get("tags", [])})
        report.equal(terms, item.categories, where, "categories")
        images = [e.href for e in entry.get("enclosures", []) if e.type.startswith("image/")]
        report.equal(images, [item.image] if item.image else [], where, "image")
        html = entry.description if path.name == "feed-full.xml" else entry.content[0].value
        check_body(report, html, item, where)
        if path.name == "feed.xml":
            report.equal(plain(entry.description), one_line(item.summary) or plain(entry.description),
                         where, "summary")


def with_sfeed(report, path, expected):
    run = subprocess.run(["sfeed"], stdin=path.open("rb"), capture_output=True)
    lines = run.stdout.decode().split("\n")[:-1]
    report.equal((run.returncode, len(lines)), (0, len(expected)), "sfeed:", path)
    for line, item in zip(lines, expected):
        date, title, link, content, _, identity, author, enclosure, categories = line.split("\t")[:9]
        where = f"sfeed: {path.name}: {item.title[:30]}:"
        report.equal(one_line(title), item.title, where, "title")
        report.equal(link, item.link, where, "link")
        report.equal(identity, item.id, where, "id")
        report.equal(int(date), item.date, where, "date")
        # sfeed keeps one author of Atom's.
        is_atom = path.name == "atom.xml"
        report.check(
            author in item.authors if is_atom else author == ", ".join(item.authors),
            where, "author", author)
        report.equal(enclosure if item.image else "", item.image or "", where, "image")
        found = sorted({one_line(c).lower() for c in categories.split("|") if c})
        # A bar in a category is a separator of sfeed's own.
        report.equal(found, item.categories, where, "categories")
        if path.name != "feed.xml":
            check_body(report, content.replace("\\n", "\n").replace("\\t", "\t"), item, where)


def newsboat(folder, path):
    """What newsboat has of a feed; it keeps an item once, whatever feeds it is in."""
    folder.mkdir(parents=True)
    (folder / "urls").write_text(f"file://{path}\n")
    files = ["-u", folder / "urls", "-c", folder / "cache.db", "-C", "/dev/null"]
    subprocess.run(
        ["newsboat", *files, "-x", "reload"], check=True, capture_output=True, timeout=120,
        env=os.environ | {"HOME": str(folder)})
    with contextlib.closing(sqlite3.connect(folder / "cache.db")) as connection:
        return connection.execute(
            "select title, url, guid, author, pubDate, content, enclosure_url"
            " from rss_item").fetchall()


def with_newsboat(report, output, paths, expected):
    folder = clients.BUILD / "newsboat"
    shutil.rmtree(folder, ignore_errors=True)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda number: newsboat(folder / str(number), paths[number]),
                         range(len(paths)))
    for path, rows in zip(paths, found):
        report.equal(len(rows), len(expected[path]), "newsboat:", path, "items")
        by_id = {row[2]: row for row in rows}
        for item in expected[path]:
            title, url, _, author, date, content, enclosure = by_id.get(item.id, [""] * 7)
            where = f"newsboat: {path.relative_to(output)}: {item.title[:30]}:"
            report.equal(one_line(title), item.title, where, "title")
            report.equal(url, item.link, where, "link")
            report.equal(date, item.date, where, "date")
            report.check(
                author in (item.authors[0], ", ".join(item.authors)), where, "author", author)
            # newsboat plays sound and films only: it keeps no other enclosure.
            report.check(enclosure in ("", item.image), where, "image", enclosure)
            check_body(report, content, item, where)


def with_simplepie(report, output, paths, expected):
    run = subprocess.run(
        ["php", HERE / "simplepie.php", wordpress(), *paths], capture_output=True, text=True)
    if run.returncode != 0:
        report.check(False, "SimplePie:", run.stderr[:2000], run.stdout[:2000])
        return
    feeds = json.loads(run.stdout)
    for path in paths:
        feed = feeds[str(path)]
        report.equal(feed["error"], None, "SimplePie:", path)
        report.equal(len(feed["items"]), len(expected[path]), "SimplePie:", path, "items")
        by_id = {found["id"]: found for found in feed["items"]}
        for item in expected[path]:
            found = by_id.get(item.id)
            report.check(found is not None, "SimplePie:", path, "lacks", item.id)
            if found is None:
                continue
            where = f"SimplePie: {path.relative_to(output)}: {item.title[:30]}:"
            report.equal(one_line(found["title"]), item.title, where, "title")
            report.equal(found["link"], item.link, where, "link")
            report.equal(found["date"], item.date, where, "date")
            names = item.authors if path.name == "atom.xml" else [", ".join(item.authors)]
            report.equal(found["authors"], names, where, "authors")
            categories = sorted({one_line(c).lower() for c in found["categories"]})
            report.equal(categories, item.categories, where, "categories")
            report.equal(found["image"], item.image, where, "image")
            check_body(report, found["content"], item, where)


def with_rss2email(report, output, paths, expected):
    folder = clients.BUILD / "rss2email"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "mail").mkdir(parents=True)
    handler = functools.partial(Quiet, directory=output)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    files = ["-c", folder / "r2e.cfg", "-d", folder / "r2e.json"]
    (folder / "r2e.cfg").write_text(
        "[DEFAULT]\nfrom = r2e@hostile.example\nto = me@hostile.example\nhtml-mail = True\n"
        f"email-protocol = maildir\nmaildir-path = {folder}/mail\nmaildir-mailbox = inbox\n"
        "date-header = True\ndate-header-order = published\nuse-publisher-email = False\n")
    for number, path in enumerate(paths):
        address = f"http://127.0.0.1:{server.server_port}/{path.relative_to(output)}"
        subprocess.run(["r2e", *files, "add", f"feed{number}", address], check=True)
    run = subprocess.run(["r2e", *files, "run"], capture_output=True, text=True, timeout=200)
    server.shutdown()
    report.equal(run.returncode, 0, "rss2email:", run.stderr)
    messages = [
        email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        for path in (folder / "mail").rglob("*") if path.is_file()
    ]
    report.equal(len(messages), sum(len(expected[path]) for path in paths), "rss2email: messages")
    by_id = {item.id: item for path in paths for item in expected[path]}
    for message in messages:
        item = by_id.get(message["X-RSS-ID"])
        where = f"rss2email: {message['X-RSS-Feed']}: {message['X-RSS-ID']}:"
        report.check(item is not None, where, "is no item")
        if item is None:
            continue
        # rss2email takes a title of RSS for HTML, whatever RSS says.
        if "<b>" not in item.title:
            report.equal(one_line(message["Subject"]), item.title, where, "subject")
        report.equal(message["X-RSS-URL"], item.link, where, "link")
        report.equal(int(message["Date"].datetime.timestamp()), item.date, where, "date")
        check_body(report, message.get_content(), item, where)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that does not tell of every request."""

    def log_message(self, *arguments):
        pass


# The test


def check_json(report, path, expected):
    feed = json.loads(path.read_text())
    report.equal(len(feed["items"]), len(expected), path, "items")
    for found, item in zip(feed["items"], expected):
        where = f"JSON: {item.title[:30]}:"
        report.equal(one_line(found["title"]), item.title, where, "title")
        report.equal((found["url"], found["id"]), (item.link, item.id), where, "link and id")
        date = datetime.datetime.fromisoformat(found["date_published"]).timestamp()
        report.equal(int(date), item.date, where, "date")
        report.equal([a["name"] for a in found["authors"]], item.authors, where, "authors")
        tags = sorted({one_line(t).lower() for t in found.get("tags", [])})
        report.equal(tags, item.categories, where, "tags")
        report.equal(found.get("image"), item.image, where, "image")
        check_body(report, found["content_html"], item, where)
        check_html(report, found["content_html"], where)


def check_list(report, output):
    tree = ElementTree.parse(output / "feeds.opml")
    addresses = [o.get("xmlUrl") for o in tree.iter("outline") if o.get("xmlUrl")]
    files = [BASE + urllib.parse.quote(str(path.relative_to(output)))
             for path in output.rglob("feed.xml")]
    report.equal(sorted(addresses), sorted(files), "feeds.opml")


def check_own_site(report, program):
    """The feeds of the site in this repository, whose posts are no test's."""
    output = clients.build(program, clients.REPOSITORY, clients.BUILD / "feeds-own")
    check_schemas(report, output)
    check_forms(report, output, "https://bright.example/")


def check_forms(report, output, base):
    for path in sorted(output.rglob("*")):
        address = base + urllib.parse.quote(str(path.relative_to(output)))
        if path.name in ("feed.xml", "feed-full.xml"):
            check_rss(report, path, address)
        elif path.name == "atom.xml":
            check_atom(report, path, address)
        elif path.name != "feed.json":
            continue
        check_bytes(report, path)


def main():
    require_programs()
    program = os.path.abspath(sys.argv[1])
    report = clients.Report()
    folder = clients.BUILD / "feeds-site"
    items = write_site(folder)
    output = clients.build(program, folder, clients.BUILD / "feeds-output")
    expected = {}
    for path in sorted(output.rglob("*")):
        if path.name not in ("feed.xml", "feed-full.xml", "atom.xml", "feed.json"):
            continue
        page = path.parent.relative_to(output).parts
        if "sv" in page:
            continue
        if page == ("news",) or page == ("publications",):
            kind = {"news": "/news/", "publications": "/publications/"}[page[0]]
            expected[path] = [item for item in items if kind in item.link]
        elif page[:1] == ("tags",):
            identities = {entry["id"] for entry in json.loads(
                (path.parent / "feed.json").read_text())["items"]}
            expected[path] = [item for item in items if item.id in identities]
            report.check(0 < len(identities) <= len(items), path, "has no items")
        else:
            expected[path] = [] if page[:1] == ("partners",) else items
    check_schemas(report, output)
    check_forms(report, output, BASE)
    check_list(report, output)
    xml = [path for path in expected if path.suffix == ".xml"]
    for path in xml:
        with_feedparser(report, path, expected[path])
        with_sfeed(report, path, expected[path])
    for path in expected:
        if path.suffix == ".json":
            check_json(report, path, expected[path])
    with_newsboat(report, output, xml, expected)
    with_simplepie(report, output, xml, expected)
    with_rss2email(report, output, [output / "feed.xml", output / "atom.xml"], expected)
    check_own_site(report, program)
    report.end("feeds", 25_000)


if __name__ == "__main__":
    clients.enter_venv("feeds", REQUIREMENTS)
    main()
