#!/usr/bin/env python3
"""Counts how often each part of the program runs, for the compiler's benefit: `make train`.

The program is built with counters (into .build-training, as it is installed) and does what its users do: it builds
the BRIGHT site and a thousand of the benchmark's posts, cold, again with nothing changed, after an edit of a post and
after one of a template. What was counted becomes Training/counts.profdata, with which every release build is compiled:
what runs often is laid out together, and what never ran out of its way. Functions that have changed since are compiled
as if nothing were known of them, so that old counts make the program slower and never wrong.
"""

import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
COUNTS = ROOT / "Training" / "counts.profdata"
SCRATCH = ROOT / ".build-training"
POST_COUNT = 1000
# The driver of Swift 6.3 passes the counting on neither to the compiler nor to the linker.
COUNTING = ["-Xfrontend", "-ir-profile-generate", "-Xfrontend", "-function-sections", "-Xclang-linker", "-fprofile-generate"]


def toolchain():
    """The folder of the toolchain that `swift` belongs to."""
    told = subprocess.run(["swift", "-print-target-info"], check=True, capture_output=True).stdout
    return pathlib.Path(json.loads(told)["paths"]["runtimeResourcePath"]).parent.parent


def counting_program():
    """The program, built with counters."""
    command = ["swift", "build", "-c", "release", "--product", "brightpress", "--scratch-path", SCRATCH, "--static-swift-stdlib"]
    command += [part for flag in COUNTING for part in ("-Xswiftc", flag)]
    # The program that embeds the theme during the build counts as well, for nobody.
    subprocess.run(command, check=True, cwd=ROOT, env=os.environ | {"LLVM_PROFILE_FILE": os.devnull})
    folder = subprocess.run([*command, "--show-bin-path"], check=True, cwd=ROOT, capture_output=True, text=True).stdout.strip()
    return pathlib.Path(folder) / "brightpress"


def benchmark():
    """Benchmarks/site.py, which makes the posts. Python has a module `site` of its own."""
    specification = importlib.util.spec_from_file_location("site_benchmark", ROOT / "Benchmarks" / "site.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def make_sites(folder):
    """The sites to build, each with a post and a template of it."""
    bright, posts = folder / "bright", folder / "posts"
    bright.mkdir()
    shutil.copy(ROOT / "site.yaml", bright)
    for name in ("content", "i18n", "static", "templates"):
        shutil.copytree(ROOT / name, bright / name)
    benchmark().make_site(posts, POST_COUNT)
    return [
        (bright, sorted((bright / "content" / "posts").rglob("*.md"))[0], bright / "templates" / "post.html"),
        (posts, posts / "content" / "posts" / "2015" / "post-5.md", posts / "templates" / "post-body.html"),
    ]


def train(program, site, post, template, counts):
    """Builds a site in all ways that are told apart by what they take over from the build before."""

    def build():
        # One task: counters that two tasks add to at once lose counts.
        command = [program, "build", "--quiet", "--source", site, "--output", site.with_suffix(".output"), "--jobs", "1"]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env=os.environ | {"LLVM_PROFILE_FILE": f"{counts}/%p.profraw"})

    build()
    build()
    with post.open("a", encoding="utf-8") as file:
        file.write("\nA line that was added.\n")
    build()
    with template.open("a", encoding="utf-8") as file:
        file.write("{# a comment that was added #}\n")
    build()


def main():
    program = counting_program()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        counts = folder / "counts"
        counts.mkdir()
        for site, post, template in make_sites(folder):
            train(program, site, post, template, counts)
        found = sorted(counts.iterdir())
        if not found:
            sys.exit("the program counted nothing")
        # A function that several files have of their own is told apart by its object file's path, which no other
        # build has.
        merge = [toolchain() / "bin" / "llvm-profdata", "merge", "--sparse", "--no-function=;", "--output", COUNTS]
        subprocess.run([*merge, *found], check=True)
    print(f"{COUNTS.relative_to(ROOT)}: {COUNTS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
