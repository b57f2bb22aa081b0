"""Keyset paging: a list goes on after the last row that was shown, so rows that come or go move nothing."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

import orjson

from api.errors import CursorInvalid


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an ordered list: the sort key and the id of the last row shown."""

    key: str
    id: str


def encode_place(place: Place) -> str:
    """The place as an opaque word for a URL."""
    return base64.urlsafe_b64encode(orjson.dumps([place.key, place.id])).rstrip(b"=").decode()


def decode_place(word: str | None) -> Place | None:
    """The place that :func:`encode_place` made; :class:`CursorInvalid` for anything else."""
    if not word:
        return None
    try:
        key, id_ = orjson.loads(base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)))
    except (binascii.Error, ValueError, TypeError) as error:
        raise CursorInvalid from error
    if not isinstance(key, str) or not isinstance(id_, str):
        raise CursorInvalid
    return Place(key, id_)
