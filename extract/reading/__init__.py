"""Reading: a file of any form that is read, to one `Document` of pages and lines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from extract.document import Document, Media, Problem
from extract.errors import FileUnreadable
from extract.reading.agenda import read_agenda
from extract.reading.content import Form, form_by_name, form_of
from extract.reading.manifest import NAME, entry_of
from extract.reading.origin import check_municipality, check_source_url
from extract.reading.provenance import provenance_of
from extract.reading.text import read_text

__all__ = ["find_files", "read"]


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
    content = _content(path)
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
    """The files to read: those named, and those with a readable suffix in the folders named, sorted, each once.

    A path that does not exist is kept, so that reading it says so.
    """
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        files = (file for file in sorted(path.rglob("*")) if _is_readable(file)) if path.is_dir() else (path,)
        for file in files:
            found.setdefault(file.resolve(), file)
    return sorted(found.values(), key=str)


def _is_readable(file: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.parts if part not in (".", ".."))
    return form_by_name(file) is not None and file.name != NAME and not hidden and file.is_file()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = "it is a folder" if path.is_dir() else (error.strerror or type(error).__name__).lower()
        raise FileUnreadable(
            f"The file cannot be opened: {reason}.", "Check the path and the rights of the file."
        ) from error


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
