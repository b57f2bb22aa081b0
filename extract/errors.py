"""What can go wrong, as one tree; each error has a stable code, a cause and a cure.

SagsgrafError
├── ReadingError                 a file that is refused; the others are still read
│   ├── FileUnreadable           the file is missing, is a folder, or may not be opened
│   ├── FileEmpty                the file holds no bytes
│   ├── ArchiveUnreadable        a ZIP file, or a file in one, that cannot be unpacked
│   ├── FormatUnknown            the content is none of the forms that are read
│   ├── FormatMismatch           the content is not what the name says (HTML named .pdf)
│   ├── PdfEncrypted             a user password is needed
│   ├── PdfTruncated             the end of the file is missing
│   ├── PdfDamaged               bytes inside are destroyed
│   ├── TextMissing              pages are pictures (a scan) and hold no text
│   └── JsonMalformed            not JSON, or not the agenda form
├── PageUnplaced                 a page of a file that was read cannot be shown as it is printed
├── SettingsError                a setting or argument that cannot hold; wrong use, exit code 2
├── cypher.errors …              a file of queries: drawn there
└── graph.errors.GraphError …    the store and the graph: drawn there
"""

from __future__ import annotations

from typing import ClassVar


class SagsgrafError(Exception):
    """Anything that a user can be told in one sentence, with what to do about it."""

    code: ClassVar[str] = "sagsgraf"

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"{message} {cure}")
        self.message = message
        self.cure = cure


class SettingsError(SagsgrafError):
    """A setting or an argument that cannot hold."""

    code = "settings"


class ReadingError(SagsgrafError):
    """A file that is refused."""

    code = "reading"


class PageUnplaced(SagsgrafError):
    """A page of a file that was read cannot be shown as it is printed."""

    code = "page-unplaced"


class FileUnreadable(ReadingError):
    """The file is missing, is a folder, or may not be opened."""

    code = "file-unreadable"


class ArchiveUnreadable(ReadingError):
    """A ZIP file, or a file in one, cannot be unpacked."""

    code = "archive-unreadable"


class FileEmpty(ReadingError):
    """The file holds no bytes."""

    code = "file-empty"


class FormatUnknown(ReadingError):
    """The content is none of the forms that are read."""

    code = "format-unknown"


class FormatMismatch(ReadingError):
    """The content is not what the name says."""

    code = "format-mismatch"


class PdfEncrypted(ReadingError):
    """A user password is needed to open the PDF."""

    code = "pdf-encrypted"


class PdfTruncated(ReadingError):
    """The end of the PDF is missing."""

    code = "pdf-truncated"


class PdfDamaged(ReadingError):
    """Bytes inside the PDF are destroyed."""

    code = "pdf-damaged"


class TextMissing(ReadingError):
    """The pages are pictures and hold no text."""

    code = "text-missing"


class JsonMalformed(ReadingError):
    """Not JSON, or not the form that FirstAgenda Publication serves."""

    code = "json-malformed"
