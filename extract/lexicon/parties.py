"""Parties and their letters over time."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from extract.lexicon.selection import left_out, once_per_selection


class PartyLetters(BaseModel):
    """Letters in use for a party, within years where another party had or has them too."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    letters: str
    since: int | None = None  # first year
    until: int | None = None  # last year

    def hold_in(self, year: int | None) -> bool:
        """Whether the letters mean this party in a year; of an unknown year, whether they do today."""
        if year is None:
            return self.until is None
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


class Party(BaseModel):
    """One party."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    letters: tuple[PartyLetters, ...]
    source: str
    also: tuple[str, ...] = ()


class _Parties(BaseModel):
    model_config = ConfigDict(extra="forbid")
    sources: dict[str, str]
    parties: tuple[Party, ...]


@once_per_selection
def parties() -> tuple[Party, ...]:
    """The national parties."""
    lexicon = _Parties.model_validate(tomllib.loads(files(__package__).joinpath("parties.toml").read_text("utf-8")))
    missing = {one.source for one in lexicon.parties} - lexicon.sources.keys()
    if missing:
        raise ValueError(f"parties.toml names sources that it does not list: {sorted(missing)}")
    return tuple(party for party in lexicon.parties if party.name not in left_out())


@once_per_selection
def _by_name() -> dict[str, Party]:
    return {name.casefold(): party for party in parties() for name in (party.name, *party.also)}


def party_named(surface: str, year: int | None = None) -> str | None:
    """The full name of a party given by name or letters as printed ("DF"); None where it is not known nationally."""
    if party := _by_name().get(" ".join(surface.split()).casefold()):
        return party.name
    for party in parties():
        if any(form.letters.casefold() == surface.casefold() and form.hold_in(year) for form in party.letters):
            return party.name
    return None


@once_per_selection
def party_names() -> tuple[str, ...]:
    """Every written-out name of a party, longest first."""
    names = (name for party in parties() for name in (party.name, *party.also))
    return tuple(sorted(names, key=len, reverse=True))
