#!/usr/bin/env python3
"""Times Jinja2 and minijinja on the post page of the template benchmark.

The templates and the data are those of the Swift program; its page is given as the first argument, and both must
make the same one, apart from how they spell the escapes. Prints medians in microseconds a page.

    make bench
"""

import html
import importlib.metadata
import json
import pathlib
import statistics
import subprocess
import sys
import time
import venv

FOLDER = pathlib.Path(__file__).resolve().parent
ENVIRONMENT = FOLDER / ".build" / "venv"
PACKAGES = ["Jinja2==3.1.6", "minijinja==3.0.5"]
ROUNDS, PAGES = 1000, 2


def with_packages():
    """Goes on in an environment that has both packages."""
    python = ENVIRONMENT / "bin" / "python3"
    if not python.exists():
        venv.create(ENVIRONMENT, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES], check=True)
    sys.exit(subprocess.run([python, *sys.argv]).returncode)


def jinja2_page(data):
    import jinja2
    import markupsafe

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER / "Templates"), autoescape=True, undefined=jinja2.StrictUndefined)
    template = environment.get_template("post.html")
    page = {**data["page"], "content": markupsafe.Markup(data["page"]["content"])}
    return lambda: template.render(site=data["site"], page=page)


def minijinja_page(data):
    import minijinja

    environment = minijinja.Environment(
        loader=lambda name: (FOLDER / "Templates" / name).read_text(encoding="utf-8"),
        undefined_behavior="strict")
    page = {**data["page"], "content": minijinja.safe(data["page"]["content"])}
    return lambda: environment.render_template("post.html", site=data["site"], page=page)


def microseconds(render):
    start = time.perf_counter()
    for _ in range(PAGES):
        render()
    return (time.perf_counter() - start) * 1e6 / PAGES


def main():
    data = json.loads((FOLDER / "post.json").read_text(encoding="utf-8"))
    expected = html.unescape(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    for package, page in [("Jinja2", jinja2_page), ("minijinja", minijinja_page)]:
        render = page(data)
        if html.unescape(render()) != expected:
            sys.exit(f"{package} makes another page")
        median = statistics.median(microseconds(render) for _ in range(ROUNDS))
        print(f"{package} {importlib.metadata.version(package)}: {median:.1f} µs")


if __name__ == "__main__":
    if pathlib.Path(sys.prefix) != ENVIRONMENT:
        with_packages()
    main()
