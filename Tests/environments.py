"""The virtual environments of the scripts that run Brightpress beside programs from PyPI."""

import os
import pathlib
import subprocess
import sys
import venv


def enter_environment(folder, requirements):
    """Goes on in the virtual environment of a folder that has the requirements, made where it is missing.

    What cannot be installed ends the script as a failure: a program that is not asked says nothing.
    """
    folder = pathlib.Path(folder).resolve()
    python = folder / "bin" / "python"
    if pathlib.Path(sys.prefix).resolve() == folder:
        return
    stamp = folder / "requirements.txt"
    wanted = "\n".join(requirements) + "\n"
    if not stamp.exists() or stamp.read_text() != wanted:
        venv.create(folder, with_pip=True, clear=True)
        command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        if subprocess.run(command + requirements).returncode != 0:
            sys.exit(f"{folder.name}: the programs could not be installed from PyPI")
        stamp.write_text(wanted)
    os.execv(python, [python, os.path.abspath(sys.argv[0])] + sys.argv[1:])
