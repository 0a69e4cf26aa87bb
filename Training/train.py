#!/usr/bin/env python3
"""Counts how often each part of the program runs, for the compiler's benefit.

    make train                                   builds the program with counters, and runs this with it
    Training/train.py PROGRAM COUNTS [--swift S] writes what a program with counters counts into the file COUNTS

The program does what its users do: it builds the BRIGHT site and a thousand of the benchmark's posts, cold, again with
nothing changed, after an edit of a post and after one of a template. Every release build is compiled with the counts:
what runs often is laid out together, and what never ran out of its way. Functions that have changed since are compiled
as if nothing were known of them, so that old counts make the program slower and never wrong.
"""

import argparse
import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
POST_COUNT = 1000


def toolchain(swift):
    """The folder of the toolchain that a `swift` belongs to."""
    told = subprocess.run([swift, "-print-target-info"], check=True, capture_output=True).stdout
    return pathlib.Path(json.loads(told)["paths"]["runtimeResourcePath"]).parent.parent


def benchmark():
    """Benchmarks/site.py, which makes the posts. Python has a module `site` of its own."""
    specification = importlib.util.spec_from_file_location("site_benchmark", ROOT / "Benchmarks" / "site.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def make_sites(folder):
    """The sites to build, each with a template of its posts."""
    bright, posts = folder / "bright", folder / "posts"
    bright.mkdir()
    shutil.copy(ROOT / "site.yaml", bright)
    for name in ("content", "i18n", "static", "templates"):
        shutil.copytree(ROOT / name, bright / name)
    benchmark().make_site(posts, POST_COUNT)
    return [(site, site / "templates" / "post.html") for site in (bright, posts)]


def train(program, site, template, counts):
    """Builds a site in all ways that are told apart by what they take over from the build before."""

    def build():
        # One task: counters that two tasks add to at once lose counts.
        command = [program, "build", "--quiet", "--source", site, "--output", site.with_suffix(".output"), "--jobs", "1"]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env=os.environ | {"LLVM_PROFILE_FILE": f"{counts}/%p.profraw"})

    build()
    build()
    post = min((site / "content" / "posts").rglob("*.md"))
    with post.open("a", encoding="utf-8") as file:
        file.write("\nA line that was added.\n")
    build()
    with template.open("a", encoding="utf-8") as file:
        file.write("{# a comment that was added #}\n")
    build()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program", type=pathlib.Path)
    arguments.add_argument("counts", type=pathlib.Path)
    arguments.add_argument("--swift", default="swift", help="the compiler that the program was built with")
    options = arguments.parse_args()

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        counts = folder / "counts"
        counts.mkdir()
        for site, template in make_sites(folder):
            train(options.program, site, template, counts)
        found = sorted(counts.iterdir())
        if not found:
            sys.exit(f"{options.program} counted nothing: it was built without counters")
        # A function that several files have of their own is told apart by its object file's path, which no other
        # build has.
        merge = [toolchain(options.swift) / "bin" / "llvm-profdata", "merge", "--sparse", "--no-function=;"]
        subprocess.run([*merge, "--output", options.counts, *found], check=True)
    print(f"{options.counts}: {options.counts.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
