"""In which form an answer is wanted: by ``?format=``, else by the ``Accept`` header (RFC 9110, 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from fastapi import Request

from api.errors import FormRefused


class Form(StrEnum):
    """The forms of answers. JSON is the one that all of them have."""

    JSON = "json"
    CSV = "csv"
    JSON_LD = "jsonld"
    TURTLE = "turtle"
    GRAPHML = "graphml"
    GEXF = "gexf"


MEDIA: Mapping[Form, str] = {
    Form.JSON: "application/json",
    Form.CSV: "text/csv",
    Form.JSON_LD: "application/ld+json",
    Form.TURTLE: "text/turtle",
    Form.GRAPHML: "application/graphml+xml",
    Form.GEXF: "application/gexf+xml",
}
FORMAT = "format"


def wanted_form(request: Request, offered: Sequence[Form]) -> Form:
    """The form that is asked for, of those that are ``offered``; the first where nothing is said.

    Raises FormRefused where the header names none of them. A ``format`` that is not offered is the route's to refuse.
    """
    if asked := request.query_params.get(FORMAT):
        return Form(asked) if asked in offered else offered[0]
    ranges = list(_ranges(request.headers.get("accept", "")))
    if not ranges:
        return offered[0]
    weights = {form: _weight(MEDIA[form], ranges) for form in offered}
    best = max(offered, key=lambda form: weights[form])  # of equals the first
    if not weights[best]:
        raise FormRefused([MEDIA[form] for form in offered])
    return best


def _ranges(header: str) -> Iterator[tuple[str, float]]:
    for part in header.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if re.fullmatch(r"[\w.+*-]+/[\w.+*-]+", media):
            weights = [piece[2:] for piece in parameters if re.fullmatch(r"q=[01](\.\d{0,3})?", piece)]
            yield media, float(weights[0]) if weights else 1.0


def _weight(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """How much a form is wanted, by the most exact of the ranges that hold it; 0 where none does."""
    for range_ in (media, f"{media.partition('/')[0]}/*", "*/*"):
        for name, weight in ranges:
            if name == range_:
                return weight
    return 0.0
