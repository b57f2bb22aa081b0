"""What is known in the whole country: organisations, municipalities, parties, laws. Data in `extract/lexicon/*.toml`.

Every entry names its source. Local names do not belong there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

from pydantic import model_validator

from extract.entities.patterns import Strict, load

FOLDER = Path(__file__).parents[1] / "lexicon"


class Sourced(Strict):
    """An entry with the key of its source."""

    source: str


class Law(Sourced):
    """A law by its official title, and the names that people use."""

    title: str
    popular: tuple[str, ...] = ()
    near: str | None = None  # lower-case word that a point must hold, for popular names that could be another law's


class Laws(Strict):
    """`laws.toml`."""

    sources: dict[str, str]
    laws: tuple[Law, ...]

    @model_validator(mode="after")
    def _sources_known(self) -> Laws:
        _check(self.laws, self.sources)
        return self


class Organisation(Sourced):
    """An organisation that is known in the whole country."""

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()  # only where the document introduces them


class Organisations(Strict):
    """`organisations.toml`."""

    sources: dict[str, str]
    organisations: tuple[Organisation, ...]

    @model_validator(mode="after")
    def _sources_known(self) -> Organisations:
        _check(self.organisations, self.sources)
        return self

    @cached_property
    def by_name(self) -> dict[str, Organisation]:
        """Each organisation by its name, its aliases and its abbreviations."""
        return {
            name: organisation
            for organisation in self.organisations
            for name in (organisation.name, *organisation.aliases, *organisation.abbreviations)
        }


def _check(entries: Iterable[Sourced], sources: Mapping[str, str]) -> None:
    unknown = sorted({entry.source for entry in entries} - set(sources))
    if unknown:
        raise ValueError(f"sources that the file does not explain: {', '.join(unknown)}")


@cache
def laws() -> Laws:
    """The laws."""
    return load(FOLDER / "laws.toml", Laws)


@cache
def organisations() -> Organisations:
    """The organisations."""
    return load(FOLDER / "organisations.toml", Organisations)
