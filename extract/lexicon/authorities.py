"""The municipalities and regions of Denmark: names, places, and the hosts that belong to them."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from extract.lexicon.selection import left_out, once_per_selection

_FOLD = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "-"})


class Authority(BaseModel):
    """One municipality or region."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str  # "Københavns Kommune"
    place: str  # "København"
    kind: Literal["municipality", "region"]
    region: str
    source: str
    also: tuple[str, ...] = ()


class _Authorities(BaseModel):
    model_config = ConfigDict(extra="forbid")
    sources: dict[str, str]
    authorities: tuple[Authority, ...]


@once_per_selection
def authorities() -> tuple[Authority, ...]:
    """All 98 municipalities and 5 regions (less what `selection` leaves out)."""
    text = files(__package__).joinpath("municipalities.toml").read_text("utf-8")
    lexicon = _Authorities.model_validate(tomllib.loads(text))
    missing = {one.source for one in lexicon.authorities} - lexicon.sources.keys()
    if missing:
        raise ValueError(f"municipalities.toml names sources that it does not list: {sorted(missing)}")
    return tuple(one for one in lexicon.authorities if one.name not in left_out())


@once_per_selection
def _by_name() -> dict[str, Authority]:
    return {name.casefold(): one for one in authorities() for name in (one.name, *one.also)}


@once_per_selection
def _by_label() -> dict[str, Authority]:
    labels: dict[str, Authority] = {}
    for one in authorities():
        if one.kind == "municipality":
            labels[one.place.casefold().translate(_FOLD)] = one
            labels[one.place.casefold().translate(_FOLD).replace("-", "")] = one
        else:
            labels[f"region{one.place.casefold().translate(_FOLD)}"] = one
    return labels


def authority_named(name: str) -> Authority | None:
    """The authority of a full name, "Faxe Kommune", or of the genitive that text forms from it."""
    folded = re.sub(r"\s+", " ", name).strip().casefold()
    return _by_name().get(folded) or _by_name().get(folded.removesuffix("s"))


def authority_of_host(url: str) -> Authority | None:
    """The authority that a web address belongs to: one whose name is a label of the host ("dagsordener.faxe.dk")."""
    host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    labels = host.casefold().split(".")
    found = (_by_label().get(label.removesuffix("-kommune").removesuffix("kommune")) for label in reversed(labels[:-1]))
    return next((one for one in found if one), None)
