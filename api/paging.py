"""Keyset paging: a list goes on after the last row that was shown, so rows that come or go move nothing."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

import orjson

from api.errors import CursorInvalid

LONGEST = 4000
"""Signs of the word for a place that is taken. One that is given is shorter: names are put in order by 200 letters."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an ordered list: sort key and id of the last row shown, and which list in which order it is."""

    key: str
    id: str
    list: str = ""


def encode_place(place: Place) -> str:
    """The place as an opaque word for a URL."""
    return base64.urlsafe_b64encode(orjson.dumps([place.key, place.id, place.list])).rstrip(b"=").decode()


def decode_place(word: str | None, list_: str = "") -> Place | None:
    """The place that :func:`encode_place` made for this list; :class:`CursorInvalid` for anything else.

    The place in another list, or in another order of this one, is none here: it would skip rows in silence.
    """
    if not word:
        return None
    try:
        key, id_, of = orjson.loads(base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)))
    except (binascii.Error, ValueError, TypeError) as error:
        raise CursorInvalid from error
    if not isinstance(key, str) or not isinstance(id_, str) or of != list_:
        raise CursorInvalid
    return Place(key, id_, list_)
