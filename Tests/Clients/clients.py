"""What the tests with real consumers have in common: an environment and a report."""

import os
import pathlib
import subprocess
import sys
import venv

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = REPOSITORY / ".build" / "clients"


def enter_venv(name, requirements):
    """Goes on in a virtual environment that has the requirements, made where it is missing.

    What cannot be installed ends the test as a failure: a consumer that is not asked says nothing.
    """
    folder = BUILD / name
    python = folder / "bin" / "python"
    if pathlib.Path(sys.prefix).resolve() == folder.resolve():
        return
    stamp = folder / "requirements.txt"
    wanted = "\n".join(requirements) + "\n"
    if not stamp.exists() or stamp.read_text() != wanted:
        venv.create(folder, with_pip=True, clear=True)
        command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        if subprocess.run(command + requirements).returncode != 0:
            sys.exit(f"{name}: the consumers could not be installed")
        stamp.write_text(wanted)
    os.execv(python, [python, os.path.abspath(sys.argv[0])] + sys.argv[1:])


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
