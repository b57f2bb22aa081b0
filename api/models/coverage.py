"""How much was read, and what not."""

from __future__ import annotations

import datetime as dt

from api.models.base import Shape


class MunicipalityRead(Shape):
    """How much of a municipality was read."""

    id: str
    name: str
    held: int
    planned: int
    items: int
    expected: int
    decided: int
    first_date: dt.date | None = None
    last_date: dt.date | None = None


class FilesRead(Shape):
    """Files of one form and layout that were read, or not."""

    status: str
    media: str
    layout: str
    documents: int
    warned: int


class Coverage(Shape):
    """What was read and what not."""

    municipalities: tuple[MunicipalityRead, ...]
    files: tuple[FilesRead, ...]
