#!/usr/bin/env python3
"""Renders the same templates with Brightpress, Jinja2 and minijinja, and compares.

Where the two originals give the same text, Brightpress must give it as well; where both report an
error, so must Brightpress. A case that differs on purpose says what Brightpress gives and names
the line of "Differences from Jinja2" in docs/templates.md that explains it; it fails as soon as it
does not differ any more. Where the originals disagree, nothing is asked of Brightpress.

The cases are in cases/*.py, each a call of `case`, which is explained below. The originals run
with strict undefined values, since Brightpress has no others, and Jinja2 with its extension for
`break` and `continue`. Every case is one run of `brightpress render-template`.

Usage: run.py BRIGHTPRESS [--verbose]
"""

import argparse
import concurrent.futures
import copy
import dataclasses
import functools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))

from environments import enter_environment

VENV = REPOSITORY / ".build" / "differential"
REQUIREMENTS = ["Jinja2==3.1.6", "MarkupSafe==3.0.4", "minijinja==3.0.5"]
COMPARED_MINIMUM = 3000
# A third of the compared cases are errors: that is where engines differ most.
ERRORS_MINIMUM = 1 / 3
TIMEOUT_SECONDS = 10


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What an engine made of a case: a text, or an error."""

    text: str = ""
    error: str = ""

    def __str__(self):
        return f"error: {self.error}" if self.error else repr(self.text)

    def agrees(self, other):
        """Whether both are errors, or the same text but for how a character is escaped."""
        if self.error or other.error:
            return bool(self.error) and bool(other.error)
        return normalized(self.text) == normalized(other.text)


FAILS = Outcome(error="any")


def normalized(text):
    """Text with one form of each reference that has several: the originals differ in these."""
    for forms, form in (
        (("&quot;", "&#34;"), "&#34;"), (("&#39;", "&#x27;"), "&#39;"), (("&#x2f;",), "/"),
    ):
        for other in forms:
            text = text.replace(other, form)
    return text


@dataclasses.dataclass
class Case:
    """Templates, the values they see, and what is known of the outcome."""

    place: str
    templates: dict
    main: str
    context: dict
    options: dict
    ours: Outcome | None
    because: str


def load_cases():
    """The cases of all files; the files call `case`."""
    cases = []
    for path in sorted((HERE / "cases").glob("*.py")):

        def case(template, *, ours=None, because="", options=None, **context):
            """One case.

            template: the text of main.html, or a dictionary of names and texts; the first is main.
            ours, because: what Brightpress gives on purpose (a text or FAILS), and the beginning of
              the line of docs/templates.md that explains it.
            options: trim_blocks, lstrip_blocks.
            Everything else is a value that the template sees; it has to be JSON.
            """
            templates = {"main.html": template} if isinstance(template, str) else template
            place = f"{path.name}:{sys._getframe(1).f_lineno}"
            expected = Outcome(text=ours) if isinstance(ours, str) else ours
            values = json.loads(json.dumps(context))
            cases.append(
                Case(place, templates, next(iter(templates)), values, options or {}, expected,
                     because))

        exec(compile(path.read_text(), str(path), "exec"), {"case": case, "FAILS": FAILS})
    return cases


def with_jinja(case):
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.DictLoader(case.templates), undefined=jinja2.StrictUndefined,
        autoescape=jinja2.select_autoescape(("html", "htm", "xml")),
        extensions=["jinja2.ext.loopcontrols"], **case.options)
    try:
        return Outcome(text=environment.get_template(case.main).render(copy.deepcopy(case.context)))
    except Exception as error:
        return Outcome(error=f"{type(error).__name__}: {error}")


def with_minijinja(case):
    import minijinja

    environment = minijinja.Environment(
        loader=case.templates.get, undefined_behavior="strict", **case.options)
    try:
        return Outcome(text=environment.render_template(case.main, **copy.deepcopy(case.context)))
    # A panic of its Rust is no Exception.
    except BaseException as error:
        return Outcome(error=str(error).splitlines()[0])


def with_brightpress(case, program):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in case.templates.items():
            path = root / "templates" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        (root / "context.json").write_text(json.dumps(case.context))
        command = [program, "render-template", f"templates/{case.main}", "--root", "templates",
                   "--context", "context.json"]
        command += ["--" + name.replace("_", "-") for name, is_on in case.options.items() if is_on]
        done = subprocess.run(
            command, cwd=root, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)
    if done.returncode == 0:
        return Outcome(text=done.stdout.decode())
    message = done.stderr.decode()
    # Every mistake has its place; anything else is a mistake of the program.
    if done.returncode == 1 and re.match(r"templates/\S+:\d+:\d+: error: ", message):
        return Outcome(error=message.splitlines()[0])
    raise RuntimeError(f"exit status {done.returncode}: {message}")


def outcomes_of(case, program):
    """What Brightpress, Jinja2 and minijinja make of a case."""
    return with_brightpress(case, program), with_jinja(case), with_minijinja(case)


def explained_differences():
    """The lines of the table of differences."""
    page = (REPOSITORY / "docs" / "templates.md").read_text()
    return [
        line.removeprefix("| ")
        for line in page.split("## Differences from Jinja2", 1)[1].splitlines()
        if line.startswith("| ")
    ]


def problem_of(case, ours, originals, differences):
    """What is wrong with a case, if anything."""
    if case.ours is None:
        if originals[0].agrees(originals[1]) and not ours.agrees(originals[0]):
            return "Brightpress differs from both originals"
        return None
    if not ours.agrees(case.ours):
        return f"Brightpress should give {case.ours}"
    if ours.agrees(originals[0]) and ours.agrees(originals[1]):
        return "this is marked as different, and does not differ"
    if not any(line.startswith(case.because) for line in differences) or not case.because:
        return f"docs/templates.md has no line that begins with '{case.because}'"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("brightpress", type=pathlib.Path)
    parser.add_argument("--verbose", action="store_true", help="list where the originals disagree")
    arguments = parser.parse_args()
    program = arguments.brightpress.resolve()
    cases = load_cases()
    differences = explained_differences()
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        outcomes = list(
            pool.map(functools.partial(outcomes_of, program=program), cases, chunksize=32))
    compared = errors = failed = 0
    for case, (ours, *originals) in zip(cases, outcomes):
        agree = originals[0].agrees(originals[1])
        compared += agree
        errors += agree and bool(originals[0].error)
        problem = problem_of(case, ours, originals, differences)
        failed += problem is not None
        if problem or (arguments.verbose and not agree):
            print(f"\n{case.place}: {problem or 'the originals disagree'}")
            for name, text in case.templates.items():
                print(f"  {name}: {text!r}")
            print(f"  context: {json.dumps(case.context)}")
            print(f"  Brightpress: {ours}\n  Jinja2:      {originals[0]}")
            print(f"  minijinja:   {originals[1]}")
    marked = sum(case.ours is not None for case in cases)
    print(
        f"differential: {len(cases)} cases; the originals agree on {compared}, {errors} of them "
        f"errors; {marked} differ on purpose; {failed} failed")
    if compared < COMPARED_MINIMUM:
        sys.exit(f"differential: fewer than {COMPARED_MINIMUM} cases are compared")
    if errors < ERRORS_MINIMUM * compared:
        sys.exit("differential: fewer than a third of the compared cases are errors")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    enter_environment(VENV, REQUIREMENTS)
    main()
