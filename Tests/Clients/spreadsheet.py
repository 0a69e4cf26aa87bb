#!/usr/bin/env python3
"""Opens the report's CSV in spreadsheets and compares the columns with the report's JSON.

The site has titles and texts that try to leave their cell: quotation marks, commas, semicolons, line
breaks, tabs, formulas, letters outside of ASCII. Each reader has to find every text in its column
again: Python's own reader of CSV, and with `--libreoffice` LibreOffice Calc, which converts the file
to a workbook (.xlsx), as a person does who opens it and saves it. Calc is installed where it is
missing, on Debian and Ubuntu.

Usage: spreadsheet.py BRIGHTPRESS [--libreoffice]
"""

import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

SITE = """\
format: 1
title: Sheet
base_url: https://sheet.example/
report: {activities: {posts: {audience: [Citizens, "Industry, business partners"]}}}
"""

# Title and summary of each post, as YAML double-quoted texts.
TEXTS = [
    ("Plain", "One sentence."),
    ('Quotes \\"inside\\" and, commas', "a, b; c"),
    ("Two\\nlines", "First\\r\\nsecond\\n\\nfourth"),
    ("=1+1", "=HYPERLINK(\\\"https://evil.example\\\")"),
    ("+46 18 000000", "-1"),
    ("@SUM(A1)", "\\t=1"),
    ("Tab\\there", "Åäö, œ, Eurasanté, 日本, 👩‍👩‍👧"),
    ("1e5", "2023-01-02"),
    ("007", "TRUE"),
    ("trailing space ", " leading"),
]
COLUMNS = [
    "Activity", "Description", "Audience", "Channel", "Outcome", "Participants", "Status", "Date",
    "Evidence", "Partner",
]


def write_site(folder):
    (folder / "content/posts").mkdir(parents=True)
    (folder / "content/events").mkdir()
    (folder / "site.yaml").write_text(SITE)
    for number, (title, summary) in enumerate(TEXTS, 1):
        (folder / f"content/posts/text-{number}.md").write_text(
            f'---\ntitle: "{title}"\ndate: 2023-01-{number:02}\nsummary: "{summary}"\n---\nText.\n')
    (folder / "content/events/meeting.md").write_text(
        "---\ntitle: Meeting\nstart: 2023-02-01\nend: 2023-02-02\nstatus: held\n"
        "participants: 24\noutcome: Agreed.\n---\nText.\n")


def run(program, folder, form):
    command = [program, "report", "--source", str(folder), "--format", form]
    ended = subprocess.run(command, capture_output=True)
    if ended.returncode != 0:
        sys.exit(f"spreadsheet: the report failed:\n{ended.stderr.decode()}")
    return ended.stdout


def expected_rows(report):
    """What the columns have to hold, worked out from the JSON alone."""
    rows = []
    for activity in json.loads(report)["activities"]:
        days = [day for day in (activity["start"], activity["end"]) if day]
        rows.append([
            activity["activity"], activity["description"] or "", "; ".join(activity["audience"]),
            activity["channel"] or "", activity["outcome"] or "",
            "" if activity["participants"] is None else str(activity["participants"]),
            activity["status"], "/".join(dict.fromkeys(days)), activity["evidence"],
            "; ".join(activity["partners"]),
        ])
    return rows


def without_guard(text):
    """The apostrophe before what would be a formula is not part of the text."""
    rest = text[1:].lstrip() if text.startswith("'") else ""
    return text[1:] if rest[:1] in ("=", "+", "-", "@") else text


def read_with_python(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


# MARK: LibreOffice


def install_calc():
    if shutil.which("soffice"):
        return
    if not shutil.which("apt-get"):
        sys.exit("spreadsheet: install LibreOffice Calc, so that 'soffice' can be run")
    prefix = [] if os.geteuid() == 0 else ["sudo"]
    for command in (["update", "-qq"],
                    ["install", "-y", "-qq", "--no-install-recommends", "libreoffice-calc"]):
        if subprocess.run(prefix + ["apt-get"] + command).returncode != 0:
            sys.exit("spreadsheet: LibreOffice Calc could not be installed")


def read_with_calc(data, folder):
    """The cells of the workbook that Calc makes of the file.

    Commas, double quotation marks and UTF-8 (76) are what a person chooses in its window for opening
    such files; without a window, it has to be told.
    """
    install_calc()
    (folder / "report.csv").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
               "--infilter=CSV:44,34,76", "--convert-to", "xlsx", "--outdir", str(folder), str(folder / "report.csv")]
    ended = subprocess.run(command, capture_output=True, timeout=300)
    book = folder / "report.xlsx"
    if ended.returncode != 0 or not book.exists():
        sys.exit(f"spreadsheet: Calc failed:\n{ended.stderr.decode()}")
    return cells(book)


def cells(book):
    """The rows of the first sheet: (text, whether a formula was calculated) for each cell."""
    space = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(book) as archive:
        shared = [
            "".join(part.text or "" for part in item.iterfind(".//s:t", space))
            for item in ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iterfind(".//s:row", space):
        found = {}
        for cell in row.iterfind("s:c", space):
            column = "".join(letter for letter in cell.get("r") if letter.isalpha())
            if cell.find("s:f", space) is not None:
                sys.exit(f"spreadsheet: the cell {cell.get('r')} is a formula")
            value = cell.findtext("s:v", default="", namespaces=space)
            found[column] = shared[int(value)] if cell.get("t") == "s" else ("number", value)
        rows.append([found.get(letter, "") for letter in "ABCDEFGHIJ"])
    return rows


def same_in_calc(found, expected):
    """Calc reads numbers, days and truth values as such; every other text has to be the same text."""
    if isinstance(found, tuple):
        if expected in ("TRUE", "FALSE"):
            return found[1] == ("1" if expected == "TRUE" else "0")
        return expected.replace("-", "").replace(".", "").replace("e", "").isdigit()
    return found.replace("\r\n", "\n") == expected.replace("\r\n", "\n")


def compare(reader, rows, expected, same):
    problems = []
    if rows[0] != COLUMNS:
        problems.append(f"the columns are {rows[0]}")
    if len(rows) - 1 != len(expected):
        problems.append(f"{len(rows) - 1} rows, and not {len(expected)}")
    for number, (row, wanted) in enumerate(zip(rows[1:], expected), 1):
        for column, found, text in zip(COLUMNS, row, wanted):
            plain = found if isinstance(found, tuple) else without_guard(found)
            if not same(plain, text):
                problems.append(f"row {number}, {column}: {found!r}, and not {text!r}")
    for problem in problems:
        print(f"spreadsheet: {reader}: {problem}", file=sys.stderr)
    print(f"spreadsheet: {reader}: {len(expected)} rows, {len(problems)} problems")
    return not problems


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_site(folder)
        expected = expected_rows(run(program, folder, "json"))
        if len(expected) != len(TEXTS) + 1:
            sys.exit(f"spreadsheet: the report has {len(expected)} activities")
        data = run(program, folder, "csv")
        passed = compare(
            "Python", read_with_python(data), expected, lambda found, text: found == text)
        if "--libreoffice" in sys.argv[2:]:
            calc = read_with_calc(data, folder)
            passed = compare("LibreOffice Calc", calc, expected, same_in_calc) and passed
    sys.exit(0 if passed else 1)


main()
