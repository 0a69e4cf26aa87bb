"""A site whose titles, names and texts try to break out of every format."""

import json
import pathlib
import shutil

TITLES = [
    "AT&T and R&D",
    "a < b > c",
    "]]> and <![CDATA[ x ]]>",
    "</script><script>alert(1)</script><!--",
    "<b>bold</b> &amp; &lt;escaped&gt; &nbsp;",
    "\"double\" 'single' `back` ’curly’",
    "back\\slash, comma; semicolon: colon",
    "100% of $5 #1 a_b {braces} }unbalanced{ ~ ^",
    "👩🏽‍🔬🇪🇺 emoji and e\u0301 combining",
    "control \u0001\u0008\u001b\u007f\ufdd0\ufffe\U0001ffff characters",
    "line\u2028separators\u2029and\u0085more",
    "עברית ומשהו (right to left) العربية",
    "日本語のとても長い題名" * 12,
    "long " + "x" * 300,
    "BEGIN:VCALENDAR\nEND:VCALENDAR",
    "@book{key, title = {x}} and TY  - RPRT",
    "{{ page.title }} {% raw %}",
    "  spaces   around\tand between  ",
    "ÅÄÖ ñ ß Œ Ł",
    "%41%zz %",
]

NAMES = [
    "Arvidsson, Björn",
    "Anna van der Berg",
    "Smith & Sons {Ltd}",
    "O'Neil, \"Märt\" \\ and friends",
    "المؤسسة الأوروبية",
]

# The smallest PNG there is: one pixel.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)


def scalar(value):
    """A value as YAML: JSON with everything escaped that YAML takes for a line break or forbids."""
    text = json.dumps(value, ensure_ascii=False)
    for character in "\u007f\u0085\u2028\u2029\ufffe":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def published(text):
    """A text as pages have it: without control characters and noncharacters."""
    return "".join(c for c in text if c in "\t\n\r" or not is_control(c))


def in_one_line(text):
    """A text as formats have it in which a line is a value."""
    cleaned = "".join(" " if c in "\t\n\r\u2028\u2029" else c for c in published(text))
    return " ".join(word for word in cleaned.split(" ") if word)


def is_control(character):
    code = ord(character)
    return (
        code < 0x20 or 0x7F <= code < 0xA0 or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE)


def front_matter(fields, body="Text.\n"):
    lines = [f"{key}: {scalar(value)}" for key, value in fields.items()]
    return "---\n" + "\n".join(lines) + "\n---\n" + body


def items():
    """The fields of each item by the path of its file."""
    found = {}
    for number, title in enumerate(TITLES):
        common = {"title": title, "summary": f"Summary: {title}", "tags": [title[:30], "common"]}
        day = f"2023-{number % 12 + 1:02}-{number + 1:02}"
        found[f"content/posts/p{number}/index.md"] = common | {
            "date": day,
            "authors": NAMES[: number % 3],
            "image": {"src": "picture.png", "alt": title, "credit": title},
        }
        event = common | {"venue": title, "city": title, "organiser": title}
        if number % 3 == 0:
            event |= {"start": day, "end": f"{day[:8]}28"}
        elif number % 3 == 1:
            event |= {"start": f"{day} 09:30", "end": f"{day} 17:00", "updated": "2023-02-01 10:00"}
        else:
            event |= {"start": day, "status": "cancelled", "mode": "hybrid"}
        found[f"content/events/e{number}.md"] = event
        found[f"content/publications/w{number}/index.md"] = common | {
            "date": day,
            "type": ["report", "article", "dataset", "book", "other"][number % 5],
            "authors": NAMES,
            "publisher": title,
            "abstract": title,
            "licence": title,
            "doi": f"10.5281/zen_odo.{number}",
            "pages": "12-24",
            "file": {"file": "work.pdf", "title": title},
        }
    first = found["content/posts/p0/index.md"]
    found["content/posts/p0/index.sv.md"] = first | {"title": "Svenska"}
    found["content/posts/elsewhere.md"] = {
        "title": "Elsewhere", "date": "2023-01-01", "canonical": "https://first.example/a",
    }
    found["content/posts/hidden.md"] = {"title": "Hidden", "date": "2023-01-01", "search": False}
    found["content/posts/draft.md"] = {"title": "Draft", "date": "2023-01-01", "draft": True}
    found["content/events/undated.md"] = {"title": "Undated"}
    found["content/partners/one.md"] = {"title": TITLES[0], "website": "https://one.example/?a&b"}
    return found


def write(folder):
    """Writes the site and returns the fields of its items."""
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    site = {
        "format": 1, "title": TITLES[3], "description": TITLES[6],
        "base_url": "https://hostile.example/p/", "languages": ["en", "sv"],
        "time_zone": "Europe/Stockholm",
        "project": {"acronym": TITLES[0], "name": TITLES[7]},
        "funding": {"preset": "horizon-2021", "grant_agreement": "101 <&>"},
    }
    files = {"site.yaml": "".join(f"{key}: {scalar(value)}\n" for key, value in site.items())}
    fields = items()
    files |= {path: front_matter(values) for path, values in fields.items()}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    for number in range(len(TITLES)):
        (folder / f"content/posts/p{number}/picture.png").write_bytes(PICTURE)
        (folder / f"content/publications/w{number}/work.pdf").write_bytes(b"%PDF-1.4\n")
    return fields
