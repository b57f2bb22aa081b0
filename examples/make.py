"""Print the example minutes: `python examples/make.py` reads `source/` and writes `minutes/`.

The printed files are committed, so that the demo needs no ReportLab; a test asserts that printing again gives the
same bytes. To add a meeting: write a file in `source/<municipality>/` as the others are, and run this.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

from forms.agenda_json import print_json
from forms.pdf import print_pdf
from forms.source import Form, Meeting, SourceError, read_meeting
from forms.text import MARKDOWN, PLAIN, print_text

HERE = Path(__file__).resolve().parent
RETRIEVED = "2026-11-20"  # the day on which the invented files are said to have been fetched


def main() -> None:
    """Print every meeting of every municipality."""
    parser = argparse.ArgumentParser(description="Print the example minutes from their sources.")
    parser.add_argument("--source", type=Path, default=HERE / "source")
    parser.add_argument("--out", type=Path, default=HERE / "minutes")
    arguments = parser.parse_args()
    try:
        print_all(arguments.source, arguments.out)
    except SourceError as error:
        raise SystemExit(str(error)) from None


def print_all(source: Path, out: Path) -> None:
    """Print each folder of `source` as one municipality. Raises SourceError."""
    for folder in sorted(path for path in source.iterdir() if path.is_dir()):
        meetings = [read_meeting(path) for path in sorted(folder.glob("*.md"))]
        written = print_municipality(meetings, out / folder.name)
        print(f"{folder.name}: {len(meetings)} meetings, {written} files")


def print_municipality(meetings: list[Meeting], out: Path) -> int:
    """Write the files of one municipality with their manifest; give their number."""
    address = f"https://dagsordener.{out.name}.example"
    files = {name: (meeting, data) for meeting in meetings for name, data in print_meeting(meeting, address)}
    out.mkdir(parents=True, exist_ok=True)
    for name, (_, data) in files.items():
        (out / name).write_bytes(data)
    rows = [(name, f"{address}/{name}", RETRIEVED, meeting.municipality) for name, (meeting, _) in files.items()]
    (out / "manifest.csv").write_text(_csv(rows), encoding="utf-8", newline="")
    return len(files)


def print_meeting(meeting: Meeting, address: str) -> Iterable[tuple[str, bytes]]:
    """Print one meeting in each form that its source asks for: pairs of file name and bytes."""
    pdf, pages = print_pdf(meeting)
    for form in meeting.forms:
        match form:
            case Form.PDF:
                yield f"{meeting.stem}.pdf", pdf
            case Form.TEXT:
                yield f"{meeting.stem}.txt", print_text(meeting, pages, PLAIN).encode()
            case Form.MARKDOWN:
                yield f"{meeting.stem}.txt", print_text(meeting, pages, MARKDOWN).encode()
            case Form.JSON:
                yield f"{meeting.stem}.json", print_json(meeting, address).encode()


def _csv(rows: Iterable[tuple[str, ...]]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("file", "source_url", "retrieved", "municipality"))
    writer.writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    main()
