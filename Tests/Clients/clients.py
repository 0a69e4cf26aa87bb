"""What the tests with real consumers have in common: an environment and a report."""

import pathlib
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS))

from environments import enter_environment

REPOSITORY = TESTS.parent
BUILD = REPOSITORY / ".build" / "clients"


def enter_venv(name, requirements):
    """Goes on in a virtual environment of this name that has the requirements."""
    enter_environment(BUILD / name, requirements)


class Report:
    """Counts what was compared and keeps what was wrong."""

    def __init__(self):
        self.checks = 0
        self.problems = []

    def check(self, condition, *problem):
        self.checks += 1
        if not condition:
            self.problems.append(" ".join(str(part) for part in problem))

    def equal(self, found, expected, *where):
        difference = f"\n    found    {found!r}\n    expected {expected!r}"
        self.check(found == expected, *where, difference)

    def end(self, name, minimum):
        """Prints what came of it and ends the program."""
        for problem in self.problems:
            print(f"{name}: {problem}", file=sys.stderr)
        if self.checks < minimum:
            sys.exit(f"{name}: only {self.checks} checks, of at least {minimum}")
        if self.problems:
            sys.exit(f"{name}: {len(self.problems)} of {self.checks} checks failed")
        print(f"{name}: {self.checks} checks passed")


def build(program, source, output, *options):
    """Builds a site; a failure ends the test."""
    command = [program, "build", "--source", source, "--output", output, "--quiet", *options]
    if subprocess.run(command, cwd=REPOSITORY).returncode != 0:
        sys.exit(f"the build of '{source}' failed")
    return output
