"""The languages that pages are read in. A page has the same path in each; the first has no prefix before it."""

from __future__ import annotations

import re
from enum import StrEnum

DOCS = "/api/docs"
_MACHINES = re.compile(r"/(api|health|ready|metrics)$|/api/")
_FOLLOWED = re.compile(r"/api/.+/(feed|calendar)$")
_UNSPOKEN = re.compile(r"/(static/|id/|robots\.txt$|sitemap[.-])")


class Language(StrEnum):
    """A language, by its tag (BCP 47)."""

    DANISH = "da"
    ENGLISH = "en"

    @property
    def path(self) -> str:
        """What stands before every path of a page in this language: ``/en``; nothing before the first's."""
        return "" if self is Language.DANISH else f"/{self}"


def is_for_people(path: str) -> bool:
    """Whether people read what is at a path: everything but the API, whose description is a page too."""
    return path == DOCS or not _MACHINES.match(path)


def is_spoken(path: str) -> bool:
    """Whether a path has an answer in each language: pages and what is followed do; files and data have one address."""
    return bool(_FOLLOWED.match(path)) or (is_for_people(path) and not _UNSPOKEN.match(path))


def language_in(path: str) -> Language:
    """The language that a path (after the site's own prefix) asks for."""
    for language in Language:
        rest = path.removeprefix(language.path)
        if rest != path and (not rest or (rest.startswith("/") and is_spoken(rest))):
            return language
    return Language.DANISH
