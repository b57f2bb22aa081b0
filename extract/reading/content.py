"""What a file is, judged by its content; its name only tells when the two disagree."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from extract.errors import FileEmpty, FormatMismatch, FormatUnknown, JsonMalformed
from extract.reading.text import decode


class Form(StrEnum):
    """The forms that have a reader."""

    PDF = "PDF"
    JSON = "JSON"
    HTML = "HTML"
    TEXT = "text"


_OTHER_FORMS = (
    (b"PK\x03\x04", "a ZIP file (Word and Excel files are such too)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"\x1f\x8b", "a packed file"),
)
_HTML_SIGNS = ("<!doctype html", "<html", "<head", "<body")
_SUFFIXES = {
    ".pdf": Form.PDF,
    ".json": Form.JSON,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".txt": Form.TEXT,
    ".md": Form.TEXT,
    ".markdown": Form.TEXT,
}
_PDF_SEARCH = 1024  # the specification lets so many bytes stand before %PDF- (ISO 32000-1, annex H)


def form_by_name(path: Path) -> Form | None:
    """The form that a file's name promises; None where it promises none that is read."""
    return _SUFFIXES.get(path.suffix.lower())


def form_of(path: Path, content: bytes) -> tuple[Form, str]:
    """The form of a content, and its text where it is text.

    Raises FileEmpty, FormatMismatch (a name that promises PDF or JSON over something else) and FormatUnknown.
    """
    if not content.strip(b"\0 \t\r\n\f\xef\xbb\xbf\xff\xfe"):
        raise FileEmpty("The file is empty.", "Fetch it anew from its source.")
    if b"%PDF-" in content[:_PDF_SEARCH]:
        return Form.PDF, ""
    promised = form_by_name(path)
    other = next((name for sign, name in _OTHER_FORMS if content.startswith(sign)), None)
    if other is None:
        try:
            text = decode(content)
        except FormatUnknown as error:
            if promised in (Form.PDF, Form.JSON):
                raise _mismatch(path, promised, "unknown content") from error
            raise
        if not text.lstrip("\ufeff \t\r\n").lower().startswith(_HTML_SIGNS):
            return _text_form(path, promised, text)
        if promised in (Form.PDF, Form.JSON):  # an error page under the name of the file
            raise _mismatch(path, promised, "a web page (HTML)")
        return Form.HTML, text
    if promised is not None:
        raise _mismatch(path, promised, other)
    raise FormatUnknown(f"The file is {other}, which is not read.", "Save it as PDF or plain text and give that.")


def _text_form(path: Path, promised: Form | None, text: str) -> tuple[Form, str]:
    looks_like_json = text.lstrip("\ufeff \t\r\n").startswith(("{", "["))
    if promised is Form.PDF:
        raise _mismatch(path, promised, "JSON" if looks_like_json else "plain text")
    if promised is Form.JSON and not looks_like_json:
        raise JsonMalformed("The file is not JSON.", "Fetch the meeting anew from the publisher's site.")
    if promised is Form.HTML:
        return Form.HTML, text
    is_json = promised is Form.JSON or (looks_like_json and '"Dagsordenpunkter"' in text)
    return (Form.JSON if is_json else Form.TEXT), text


def _mismatch(path: Path, promised: Form, found: str) -> FormatMismatch:
    return FormatMismatch(
        f"The name ends in {path.suffix}, but the content is {found}, not {promised}.",
        "Fetch the file anew: a server often answers with an error page under the name of the file.",
    )
