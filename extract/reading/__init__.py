"""Reading: a file of any form that is read, to one `Document` of pages and lines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from extract.document import Document, Media, Problem
from extract.reading.agenda import read_agenda
from extract.reading.archive import SUFFIX, content_of, is_archive, members, refuse_archive, walk
from extract.reading.content import Form, form_by_name, form_of
from extract.reading.manifest import NAME, entry_of
from extract.reading.origin import check_municipality, check_source_url
from extract.reading.provenance import provenance_of
from extract.reading.text import read_text
from extract.reading.webpage import read_webpage

__all__ = ["content_of", "find_files", "read"]


def read(
    path: Path | str, *, source_url: str | None = None, retrieved: date | None = None, municipality: str | None = None
) -> Document:
    """Read a file by its content. What is given here ranks over the manifest beside the file.

    Raises a ReadingError for a file that is refused (nothing of it is kept), SettingsError for a wrong manifest, a
    municipality that names nothing, or an address that is none on the web.
    """
    check_municipality(municipality)
    check_source_url(source_url)
    path = Path(path)
    if is_archive(path):  # one of which no document could be named
        members(path)
    content = content_of(path)
    refuse_archive(path, content)
    form, text = form_of(path, content)
    told = entry_of(path)
    source_url, retrieved = source_url or told.source_url, retrieved or told.retrieved
    municipality = municipality or told.municipality
    pages: int | None = None
    producer: str | None = None
    extra: dict[str, str] = {}
    if form is Form.PDF:
        from extract.reading.pdf import read_pdf  # pdfplumber is heavy

        media = Media.PDF
        lines, problems, pages, producer = read_pdf(content)
    elif form is Form.JSON:
        media = Media.AGENDA_JSON
        lines, problems, extra = read_agenda(text)
    elif form is Form.HTML:
        media = Media.HTML
        lines, problems = read_webpage(text)
    else:
        media, lines, problems, pages = read_text(text, markdown=path.suffix.lower() in (".md", ".markdown"))
    return Document(
        provenance=provenance_of(path, content, media, source_url=source_url, retrieved=retrieved),
        lines=lines,
        problems=(*_name_problem(path, form), *problems),
        page_count=pages,
        municipality_hint=municipality,
        producer=producer,
        extra=extra,
    )


def find_files(paths: Iterable[Path | str]) -> list[Path]:
    """The files to read: those named, and those with a readable suffix in the folders and ZIP files named.

    Sorted, each once. A path that does not exist, or is a ZIP file that cannot be unpacked or stands inside another, is
    kept, so that reading it says so.
    """
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        is_container = path.is_dir() or is_archive(path)
        files = [file for file in walk(path) if _is_readable(file)] if is_container else [path]
        for file in files:
            found.setdefault(file.resolve(), file)
    return sorted(found.values(), key=str)


def _is_readable(file: Path) -> bool:
    hidden = any(part.startswith((".", "__MACOSX")) for part in file.parts if part not in (".", ".."))
    readable = form_by_name(file) is not None or file.suffix.lower() == SUFFIX
    return readable and file.name != NAME and not hidden and not file.is_dir()


def _name_problem(path: Path, form: Form) -> tuple[Problem, ...]:
    promised = form_by_name(path)
    if promised in (form, None):
        return ()
    return (
        Problem(
            code="name-differs",
            message=f"The name ends in {path.suffix}, but the content is {form}; it was read as that.",
            cure="Rename the file if the name misleads others.",
        ),
    )
