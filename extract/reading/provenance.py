"""Where a document comes from: the hash of its bytes, its name, and what the reader was told about its source."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

from extract.document import Media, Provenance
from extract.reading import cpr


def provenance_of(
    path: Path, content: bytes, media: Media, *, source_url: str | None, retrieved: date | None
) -> Provenance:
    """The provenance of a file's content. A CPR number in its name or address is masked, as everywhere."""
    return Provenance(
        sha256=sha256(content).hexdigest(),
        name=cpr.mask_name(path.name),
        size=len(content),
        media=media,
        source_url=cpr.mask_name(source_url) if source_url else None,
        retrieved=retrieved,
    )
