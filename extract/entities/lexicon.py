"""What is known in the whole country: organisations, municipalities, parties, laws. Data in `extract/lexicon/*.toml`.

Every entry names its source. Local names do not belong there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import model_validator

from extract.entities.patterns import Strict, load
from extract.lexicon.authorities import authorities
from extract.lexicon.parties import parties
from extract.lexicon.selection import left_out, once_per_selection

FOLDER = Path(__file__).parents[1] / "lexicon"


class Sourced(Strict):
    """An entry with the key of its source."""

    source: str


class Law(Sourced):
    """A law by its official title, and the names that people use."""

    title: str
    popular: tuple[str, ...] = ()
    kind: Literal["statute", "order"] = "statute"
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
    place_in: str | None = None  # the municipality that has a place of the same name


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


@once_per_selection
def laws() -> Laws:
    """The laws."""
    read = load(FOLDER / "laws.toml", Laws)
    return read.model_copy(update={"laws": tuple(law for law in read.laws if law.title not in left_out())})


@once_per_selection
def organisations() -> Organisations:
    """The organisations."""
    read = load(FOLDER / "organisations.toml", Organisations)
    kept = tuple(one for one in read.organisations if one.name not in left_out())
    return read.model_copy(update={"organisations": kept})


def entries_named_once(texts: Iterable[str]) -> frozenset[str]:
    """The entries of all lexicons that exactly one of the texts prints, in any of their forms: what `without` takes."""
    named = Counter(name for text in texts for name in _entries_named(text))
    return frozenset(name for name, count in named.items() if count == 1)


def _entries_named(text: str) -> set[str]:
    printed = " ".join(text.split())
    return {name for name, form in _forms() if re.search(rf"(?<!\w){form}(?:['’´]?s|['’])?(?!\w)", printed)}


def _forms() -> Iterator[tuple[str, str]]:
    """(entry, pattern) for every form in which an entry may be printed; a party also by its letters in brackets."""
    for law in laws().laws:
        yield from ((law.title, f"(?i:{re.escape(form)})") for form in (law.title, *law.popular))
    for one in organisations().organisations:
        yield from ((one.name, re.escape(form)) for form in (one.name, *one.aliases, *one.abbreviations))
    for authority in authorities():
        forms = {authority.name, authority.place, *authority.also}
        yield from ((authority.name, re.escape(form)) for form in sorted(forms))
    for party in parties():
        yield from ((party.name, re.escape(form)) for form in (party.name, *party.also))
        yield from ((party.name, rf"\({re.escape(form.letters)}\)") for form in party.letters)
