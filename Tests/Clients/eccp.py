#!/usr/bin/env python3
"""Reads the ECCP packs and the European emblem with the programs that people use them with.

- Every pack of the BRIGHT site, of a site full of special characters and of one with tags in any
  order, parsed strictly by html5lib: only elements and attributes that an editor in a web form keeps, no relative address,
  the funder's emblem with its statement, the way back to the original; a teaser within 300 of the
  units that a form counts; every text as it was written.
- The page of all packs in Chromium, from the disk and without a network: each button puts exactly
  the text of its file on the clipboard, and the formatted copy has the same elements and words.
- Lead pictures cut by vipsthumbnail have the size that the platform's posts have.
- The emblem as Chromium draws it, measured in its pixels: 3:2, twelve stars at the hours of a clock,
  circles of a third and an eighteenth of the height within 1 %, upright stars, the two colours.

html5lib, Pillow and playwright come from PyPI into a virtual environment below .build; Chromium and
vipsthumbnail from Debian where they are missing.

Usage: eccp.py BRIGHTPRESS
"""

import collections
import math
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

from clients import REPOSITORY, Report, build, enter_venv

REQUIREMENTS = ["html5lib==1.1", "playwright==1.65.2", "Pillow==12.0.0"]
CHROMIUM = "/usr/bin/chromium"
PACKAGES = {CHROMIUM: "chromium", "/usr/bin/vipsthumbnail": "libvips-tools"}

KEPT = {
    "p": set(), "h2": set(), "h3": set(), "h4": set(), "ul": set(), "ol": {"start"}, "li": set(),
    "a": {"href"}, "strong": set(), "em": set(), "blockquote": set(), "br": set(),
    "img": {"src", "alt", "width", "height"}, "table": set(), "thead": set(), "tbody": set(),
    "tr": set(), "th": {"colspan", "rowspan"}, "td": {"colspan", "rowspan"},
}
SCHEMES = ("https://", "http://", "mailto:", "tel:")
TEASER_LENGTH_MAX = 300

SPECIAL = "<b>&amp; \"q\" 'a' ]]> \\ é e\u0301 日本 עברית 🎉👩\u200d👩\u200d👧 \u00a0nbsp – … $& ${x} `y` &lt; 100 %"


def install_packages():
    """Installs what is missing from Debian; what cannot be installed ends the test as a failure."""
    missing = [name for path, name in PACKAGES.items() if not pathlib.Path(path).exists()]
    if not missing:
        return
    if not shutil.which("apt-get"):
        sys.exit(f"eccp: missing: {' '.join(missing)}")
    sudo = [] if os.getuid() == 0 else ["sudo"]
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = sudo + ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
    update = sudo + ["apt-get", "update", "-qq"]
    for command in (install, update, install):
        ended = subprocess.run(command, env=environment, stdout=sys.stderr)
        if command is install and ended.returncode == 0:
            return
    sys.exit(f"eccp: could not install: {' '.join(missing)}")


# Sites


def special_site(folder):
    """A site whose titles, summaries, texts and fields are full of special characters."""
    from PIL import Image

    quoted = SPECIAL.replace("'", "''")
    # What Markdown would read as markup stands behind a backslash.
    text = "".join("\\" + sign if sign in "\\`*_{}[]<>#&!$\"'" else sign for sign in SPECIAL)
    files = {
        "site.yaml": "title: 'Ä & \"B\"'\nbase_url: https://special.example/sub/\n"
        "funding: {preset: smp-2021}\n",
        "content/posts/special.md": f"---\ntitle: '{quoted}'\ndate: 2023-02-23\n"
        f"summary: '{quoted}'\ntags: ['{quoted}', \"it's, so\"]\nimage: {{src: wide.png, alt: '{quoted}'}}\n"
        f"---\n{text}\n\n## {text}\n\n- {text}\n- [{text}](special.md)\n\n"
        f"| a | b |\n|---|---|\n| {text} | x |\n\n```\n{SPECIAL}\n  indented\n```\n",
        "content/posts/long.md": "---\ntitle: Long\ndate: 2023-02-24\nimage: drawing.svg\n"
        f"image_alt: D\n---\n{'🎉 word ' * 100}\n\n![]({'wide.png'})\n\n> [!NOTE]\n> A *note*[^1].\n\n"
        "[^1]: At the end.\n\n- [x] done\n- [ ] open\n",
        "content/events/day.md": "---\ntitle: Day\nstart: 2023-05-01 10:00\nvenue: '<Hall> & \"Bar\"'\n"
        "registration: https://r.example/?a=1&b=<2>\n---\nCome.\n",
        "content/posts/drawing.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"320\""
        " height=\"180\"><rect width=\"320\" height=\"180\" fill=\"#003399\"/></svg>",
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    picture = Image.new("RGB", (1600, 1000), "#ffffff")
    picture.paste("#cc0000", (200, 200, 700, 700))
    picture.save(folder / "content/posts/wide.png")
    return folder


SOUP = """<p> </p> <h2> </h2> <h6> </h6> <ul> </ul> <ol> </ol> <li> </li> <a•href="/x"> </a> <b> </b>
<em> </em> <blockquote> </blockquote> <table> </table> <thead> </thead> <tr> </tr> <th> </th>
<td•colspan=2> </td> <img•src=y.png> <br> <div> </div> <pre> </pre> <sup•class="footnote-ref"> </sup>
<script> </script> <style> </style> <svg> </svg> <!-- --> text &amp; &nbsp; < > é <hr> <iframe•src=/v>
</iframe> <aside> </aside> <dl> <dt> <dd> </dl> <details> <summary> </summary> </details> <p " '""".split()


def soup_site(folder, count=150):
    """A site that allows HTML in its texts, with tags in any order in them."""
    numbers = random.Random(7)
    (folder / "content/posts").mkdir(parents=True)
    (folder / "site.yaml").write_text(
        "title: Soup\nbase_url: https://soup.example/\nfunding: {preset: smp-2021}\n"
        "markdown: {raw_html: true}\n")
    for number in range(count):
        soup = " ".join(numbers.choices(SOUP, k=30)).replace("•", " ")
        (folder / f"content/posts/soup-{number}.md").write_text(
            f"---\ntitle: Soup\ndate: 2023-01-01\nsummary: Soup.\n---\n<div>\n{soup}\n\n{soup}\n")
    return folder


def make_packs(program, source, output):
    command = [program, "eccp", "--all", "--source", source, "--output", output, "--quiet"]
    ended = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    if ended.returncode != 0:
        sys.exit(f"eccp: no packs of '{source}':\n{ended.stderr}")
    return sorted(path.parent for path in output.rglob("title.txt")), ended.stderr


# Packs as an independent parser reads them


def form_length(text):
    """The length of a text as `maxlength` counts it."""
    return len(text.encode("utf-16-le")) // 2


def parsed(report, html, where):
    import html5lib

    try:
        return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(html)
    except html5lib.html5parser.ParseError as problem:
        report.check(False, where, "is no valid HTML:", problem)
        return html5lib.parseFragment(html, namespaceHTMLElements=False)


def check_body(report, pack):
    html = (pack / "body.html").read_text()
    tree = parsed(report, html, pack.name)
    for element in tree.iter():
        if element is tree:
            continue
        report.check(element.tag in KEPT, pack.name, "has an element", element.tag)
        extra = set(element.attrib) - KEPT.get(element.tag, set())
        report.check(not extra, pack.name, element.tag, "has the attributes", extra)
        for name in ("href", "src"):
            if name in element.attrib:
                address = element.attrib[name]
                report.check(address.startswith(SCHEMES), pack.name, "has the address", address)
    report.check(sum(1 for _ in tree.iter("p")) > 2, pack.name, "has paragraphs")
    words = " ".join("".join(tree.itertext()).split())
    emblems = [p for p in tree.iter("p") for image in p.iter("img")
               if image.get("src", "").endswith("/eu-emblem.svg")]
    report.equal(len(emblems), 1, pack.name, "shows the emblem")
    beside = "".join(emblems[0].itertext()).strip() if emblems else ""
    report.check(beside in ("Funded by the European Union", "Co-funded by the European Union"),
                 pack.name, "says beside the emblem", beside)
    report.check("Originally published at https://" in words, pack.name, "says where it comes from")
    for sentence in ("views", "responsib"):
        report.check(sentence in words.lower(), pack.name, "has a disclaimer")
    return tree


def check_pack(report, pack):
    check_body(report, pack)
    title, teaser = (pack / "title.txt").read_text(), (pack / "teaser.txt").read_text()
    report.check(title and "\n" not in title, pack.name, "has a title in one line")
    report.check(0 < form_length(teaser) <= TEASER_LENGTH_MAX, pack.name, "has a teaser of",
                 form_length(teaser))
    report.check("\n" not in teaser and "funded by" not in teaser.lower(), pack.name,
                 "has a teaser without boilerplate", teaser)
    for line in (pack / "fields.txt").read_text().splitlines():
        report.check(": " in line, pack.name, "has a field", line)


def check_special(report, folder):
    """Each text comes out as it was written."""
    pack = folder / "posts/special"
    report.equal((pack / "title.txt").read_text(), " ".join(SPECIAL.split(" ")), "title")
    report.equal((pack / "teaser.txt").read_text(), SPECIAL, "teaser")
    tree = parsed(report, (pack / "body.html").read_text(), "special")
    texts = ["".join(element.itertext()) for element in tree.iter() if element.tag in
             ("p", "h2", "li", "td", "a")]
    for tag in ("p", "h2", "li", "td", "a"):
        found = ["".join(element.itertext()) for element in tree.iter(tag)]
        report.check(SPECIAL in found, tag, "has the special characters", found)
    code = [text for text in texts if text.startswith(SPECIAL) and text.endswith("indented")]
    report.equal(len(code), 1, "the lines of code")
    plain = (pack / "body.txt").read_text()
    report.equal(plain.count(SPECIAL), 6, "the text without formatting")
    fields = (pack / "fields.txt").read_text().splitlines()
    report.check(f"Tag: {SPECIAL}" in fields and "Tag: it's, so" in fields, "tags", fields)
    report.check(f"Lead image text: {SPECIAL}" in fields, "picture text", fields)
    event = parsed(report, (folder / "events/day/body.html").read_text(), "day")
    links = [link.get("href") for link in event.iter("a")]
    report.check("https://r.example/?a=1&b=<2>" in links, "registration", links)


def check_pictures(report, folder, messages):
    from PIL import Image

    for name in ("special", "long"):
        with Image.open(folder / f"posts/{name}/lead-image.jpg") as picture:
            report.equal((picture.size, picture.format), ((1200, 900), "JPEG"), name, "lead image")
    report.check("eccp-image" in messages, "the event has no picture, and is told so")


# The page of all packs in a browser


def check_buttons(report, browser, folder, packs):
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_offline(True)
    page = context.new_page()
    asked, problems = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text))
    page.goto((folder / "index.html").as_uri())
    read = "navigator.clipboard.readText()"
    fields = page.locator(".field")
    seen = collections.Counter()
    for field in fields.all():
        name = field.get_attribute("data-file")
        expected = (folder / name).read_text()
        field.locator("button.copy").click()
        # The mark on the button is set when the copy is made.
        field.locator("button.copy.done").wait_for(timeout=10_000)
        report.equal(page.evaluate(read), expected, "the clipboard after", name)
        seen[pathlib.Path(name).name] += 1
    for name in ("title.txt", "teaser.txt", "body.html", "body.txt", "fields.txt", "checklist.txt"):
        report.equal(seen[name], len(packs), "buttons for", name)
    for pack in packs:
        identifier = f"pack-{pack.parent.name}/{pack.name}"
        section = page.locator(f"[id=\"{identifier}\"]")
        lines = (pack / "fields.txt").read_text().splitlines()
        buttons = section.locator("button.copy-value").all()
        report.equal(len(buttons), len(lines), identifier, "fields")
        for button, line in zip(buttons, lines):
            button.click()
            page.wait_for_function("button => button.classList.contains('done')",
                                   arg=button.element_handle(), timeout=10_000)
            report.equal(page.evaluate(read), line.split(": ", 1)[1], identifier, line)
        check_formatted(report, page, section, pack)
    report.equal([url for url in asked if not url.startswith("file:")], [], "asked of a network")
    report.equal(problems, [], "messages of the browser")
    context.close()


def check_formatted(report, page, section, pack):
    section.locator("button.copy-formatted").click()
    section.locator("button.copy-formatted.done").wait_for(timeout=10_000)
    copied = page.evaluate(
        "async () => await (await (await navigator.clipboard.read())[0].getType('text/html')).text()")
    expected = parsed(report, (pack / "body.html").read_text(), pack.name)
    import html5lib
    found = html5lib.parse(copied, namespaceHTMLElements=False).find("body")
    for tag in ("p", "h2", "h3", "li", "a", "strong", "img", "td"):
        report.equal(len(list(found.iter(tag))), len(list(expected.iter(tag))),
                     pack.name, "formatted copy:", tag)
    words = [" ".join("".join(tree.itertext()).split()) for tree in (found, expected)]
    report.equal(words[0], words[1], pack.name, "words of the formatted copy")


# The emblem as it is drawn


def shapes(pixels, width, height, is_wanted):
    """The connected shapes of wanted pixels, each a list of places."""
    wanted = {(x, y) for y in range(height) for x in range(width) if is_wanted(pixels[x, y])}
    found = []
    while wanted:
        start = wanted.pop()
        shape, edge = [start], [start]
        while edge:
            x, y = edge.pop()
            for place in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                if place in wanted:
                    wanted.remove(place)
                    shape.append(place)
                    edge.append(place)
        found.append(shape)
    return found


def check_emblem(report, browser, site, scratch):
    from PIL import Image

    scale = 2
    height = 1080 * scale
    width = height * 3 // 2
    page = browser.new_page(
        viewport={"width": 1660, "height": 1120}, device_scale_factor=scale)
    page.set_content(
        "<style>body{margin:20px;background:#fff}img{display:block;height:1080px}</style>"
        f"<img src='data:image/svg+xml;base64,{base64_of(site / 'eu-emblem.svg')}'>")
    page.wait_for_function("document.images[0].complete")
    box = page.locator("img").bounding_box()
    report.equal((box["width"], box["height"]), (1620, 1080), "3:2")
    shot = scratch / "emblem.png"
    page.screenshot(path=shot, clip=box)
    picture = Image.open(shot).convert("RGB")
    pixels = picture.load()
    colours = collections.Counter(picture.getdata()).most_common(2)
    report.equal([colour for colour, _ in colours], [(0, 51, 153), (255, 204, 0)], "colours")
    for corner in ((0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1)):
        report.equal(pixels[corner], (0, 51, 153), "blue reaches the corner", corner)
    # The thin tips mix with the blue around them: a pixel with a third of gold counts.
    stars = [shape for shape in shapes(pixels, width, height, lambda pixel: pixel[0] > 85)
             if len(shape) > 100]
    report.equal(len(stars), 12, "stars")
    radius, star = height / 3, height / 18
    tolerance = 0.01 * radius
    hours = set()
    for shape in stars:
        # The upper tip is thinner than a pixel at its end.
        top = min(y for _, y in shape) - 0.5
        left, right = min(x for x, _ in shape), max(x for x, _ in shape)
        bottom = max(y for _, y in shape)
        # A star's circle has its centre below the upper tip; the other tips lie on it too.
        centre = ((left + right + 1) / 2, top + star)
        reach = max(math.dist((x + 0.5, y + 0.5), centre) for x, y in shape)
        report.check(abs(reach - star) <= 0.01 * star, "radius of a star", reach, star)
        report.check(abs((right + 1 - left) - 2 * star * math.sin(math.radians(72))) <= 0.02 * star,
                     "width of a star", right + 1 - left)
        report.check(abs((bottom + 1 - top) - star * (1 + math.cos(math.radians(36)))) <= 0.02 * star,
                     "height of a star, one tip upwards", bottom + 1 - top)
        from_centre = math.dist(centre, (width / 2, height / 2))
        report.check(abs(from_centre - radius) <= 0.01 * radius, "circle of stars", from_centre)
        angle = math.degrees(math.atan2(centre[0] - width / 2, height / 2 - centre[1])) % 360
        hour = round(angle / 30) % 12
        expected = (width / 2 + radius * math.sin(math.radians(hour * 30)),
                    height / 2 - radius * math.cos(math.radians(hour * 30)))
        report.check(math.dist(centre, expected) <= tolerance, "place of star", hour, centre)
        hours.add(hour)
    report.equal(hours, set(range(12)), "hours")
    page.close()
    check_emblem_on_page(report, browser, site)


def check_emblem_on_page(report, browser, site):
    """On the site's own pages the emblem keeps its form."""
    page = browser.new_page()
    page.route("**/*", lambda route: route.fulfill(
        path=str(site / (route.request.url.split("/", 3)[3] or "index.html"))))
    page.goto("http://site.test/")
    emblems = page.locator("img[src$='eu-emblem.svg']").all()
    report.check(emblems, "the home page shows the emblem")
    for emblem in emblems:
        box = emblem.bounding_box()
        report.check(abs(box["width"] / box["height"] - 1.5) < 0.015, "form on the page", box)
        report.check(box["height"] >= 38, "height on the page", box)
    page.close()


def base64_of(path):
    import base64

    return base64.b64encode(path.read_bytes()).decode()


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    from playwright.sync_api import sync_playwright

    report = Report()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        scratch = pathlib.Path(name)
        special = special_site(scratch / "special")
        bright_packs, _ = make_packs(program, REPOSITORY, scratch / "bright")
        special_packs, messages = make_packs(program, special, scratch / "packs")
        report.check(len(bright_packs) > 30, "packs of BRIGHT:", len(bright_packs))
        for pack in bright_packs + special_packs:
            check_pack(report, pack)
        soups, _ = make_packs(program, soup_site(scratch / "soup"), scratch / "soups")
        report.equal(len(soups), 150, "packs of soup")
        for pack in soups:
            check_pack(report, pack)
        check_special(report, scratch / "packs")
        check_pictures(report, scratch / "packs", messages)
        site = pathlib.Path(build(program, REPOSITORY, scratch / "site"))
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"] if os.getuid() == 0 else [])
        check_buttons(report, browser, scratch / "packs", special_packs)
        check_buttons(report, browser, scratch / "bright", bright_packs)
        check_emblem(report, browser, site, scratch)
        browser.close()
    report.end("eccp", 3000)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    enter_venv("eccp", REQUIREMENTS)
    install_packages()
    main()
