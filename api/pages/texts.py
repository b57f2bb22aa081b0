"""The words of the pages, one catalogue a language (``api/texts/da.toml``), so that no template holds a sentence.

A catalogue also holds the forms in which its readers write numbers and dates.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from starlette.requests import HTTPConnection

from api.addresses import language_of
from api.languages import Language

FOLDER = Path(__file__).resolve().parents[1] / "texts"


class Texts:
    """One language's catalogue; a key is the path to a text, ``case.timeline``."""

    def __init__(self, language: Language, texts: dict[str, str]) -> None:
        self.language = language
        self._texts = texts

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its values set in; a key that is not there is a fault, and raises KeyError."""
        return self._texts[key].format(**values)

    def word(self, group: str, key: str | None) -> str:
        """The word for a coded value (``outcome``, ``approved``); the code itself where the catalogue has none."""
        return self._texts.get(f"{group}.{key}", (key or "").replace("_", " "))

    def count(self, key: str, number: int) -> str:
        """A number with its noun, in the singular or the plural: ``1 punkt``, ``3 punkter``."""
        return f"{self.number(number)} {self._texts[f'{key}.one' if number == 1 else f'{key}.many']}"

    def number(self, value: float) -> str:
        """A number as its readers write it, with two decimals at most: ``1.234.567,5``."""
        whole, _, rest = (f"{value:,}" if isinstance(value, int) else f"{value:,.2f}".rstrip("0")).partition(".")
        return whole.replace(",", self("form.thousands")) + (self("form.decimal") + rest if rest else "")

    def raw(self, key: str) -> str:
        """The text of a key before its values are set in."""
        return self._texts[key]

    @property
    def keys(self) -> frozenset[str]:
        """Every key of the catalogue."""
        return frozenset(self._texts)


@cache
def load_texts(language: Language = Language.DANISH) -> Texts:
    """The catalogue of a language."""
    content = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
    return Texts(language, dict(_flat("", content)))


def texts_of(request: HTTPConnection) -> Texts:
    """The catalogue of the language in which a request is answered."""
    return load_texts(language_of(request))


def _flat(prefix: str, table: dict[str, Any]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            found += _flat(f"{prefix}{key}.", value)
        elif isinstance(value, str):
            found.append((f"{prefix}{key}", value))
        else:
            raise TypeError(f"The text '{prefix}{key}' is no text.")
    return found
