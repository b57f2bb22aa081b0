"""Whether what a PDF page is made of is whole: its readers give what they can and say nothing of the rest."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

_FLATE = frozenset(("FlateDecode", "Fl"))


def find_damage(page: Any, seen: set[int]) -> str | None:
    """What is destroyed on a page, or None. `seen` holds the streams that were looked at on earlier pages."""
    from pdfminer.pdftypes import PDFStream, resolve1

    for content in page.contents:
        if not isinstance(resolve1(content), PDFStream):
            return "its content is missing"
    for stream in _streams(page):
        if stream.objid not in seen or stream.objid is None:
            seen.add(stream.objid)
            if not _is_whole(stream):
                return "its content cannot be unpacked"
    return None


def _streams(page: Any) -> Iterator[Any]:
    """The streams that text is made from: contents, forms drawn in them, and the letter tables of the fonts."""
    from pdfminer.pdftypes import PDFStream, resolve1

    for content in page.contents:
        yield resolve1(content)
    resources = resolve1(page.resources) or {}
    for form in (resolve1(resources.get("XObject")) or {}).values():
        stream = resolve1(form)
        if isinstance(stream, PDFStream) and getattr(stream.get("Subtype"), "name", "") == "Form":
            yield stream
    for reference in (resolve1(resources.get("Font")) or {}).values():
        font = resolve1(reference)
        table = resolve1(font.get("ToUnicode")) if isinstance(font, dict) else None
        if isinstance(table, PDFStream):
            yield table


def _is_whole(stream: Any) -> bool:
    """Whether a stream unpacks to its end. Only packed streams can tell: others carry no sum to check."""
    from pdfminer.ascii85 import ascii85decode, asciihexdecode

    data = stream.get_rawdata()
    if data is None:  # unpacked already
        return True
    if stream.decipher:
        data = stream.decipher(stream.objid, stream.genno, data, stream.attrs)
    for name, _ in stream.get_filters():
        filter_name = getattr(name, "name", "")
        if filter_name in _FLATE:
            return _inflates(data)
        if filter_name in ("ASCII85Decode", "A85"):
            data = ascii85decode(data)
        elif filter_name in ("ASCIIHexDecode", "AHx"):
            data = asciihexdecode(data)
        else:
            return True
    return True


def _inflates(data: bytes) -> bool:
    """Whether deflated data is complete and, where its sum is there, right."""
    try:
        zlib.decompress(data)
    except zlib.error:
        inner = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            inner.decompress(data[2:])
        except zlib.error:
            return False
        return inner.eof and len(inner.unused_data) < 4  # complete, only its sum is cut off
    return True
