"""A municipality's watch list: the organisations that it follows, as a TOML file that its people keep.

    [[organisations]]
    name = "JobKyst"                     # the name to show
    aliases = ["Job Kyst", "Jobkyst"]    # other spellings and former names; may be left out
    type = "collaboration"               # may be left out: "organisation"

Off by default. Names on the list are found wherever they stand, with their genitives; unknown keys are an error.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from extract.entities.context import LocalName
from extract.entities.patterns import Strict, load
from extract.errors import SettingsError


class WatchListInvalid(SettingsError):
    """A watch list that cannot be read."""

    code = "watch-list-invalid"


class WatchedOrganisation(Strict):
    """One entry."""

    name: str
    aliases: tuple[str, ...] = ()
    type: str = "organisation"


class WatchList(Strict):
    """The file."""

    organisations: tuple[WatchedOrganisation, ...]


def read_watch_lists(paths: Sequence[Path]) -> tuple[LocalName, ...]:
    """The names of all lists, in their order. Raises `WatchListInvalid`."""
    return tuple(name for path in paths for name in _read(path))


def _read(path: Path) -> Iterator[LocalName]:
    try:
        watched = load(path, WatchList)
    except OSError as error:
        raise WatchListInvalid(f"The watch list {path} cannot be opened.", "Check the path.") from error
    except (ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        cure = "Give every [[organisations]] a name, and only name, aliases and type."
        raise WatchListInvalid(f"The watch list {path} is not in the form of one.", cure) from error
    for one in watched.organisations:
        yield LocalName(one.name, one.type, (one.name, *one.aliases), "organisations.watch_list", 1.0)
