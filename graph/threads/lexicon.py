"""The word lists of the rules: data files beside this module, read as they are needed and checked for their keys."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from importlib.resources import files
from typing import Any


def read_lists(name: str, keys: Collection[str]) -> dict[str, Any]:
    """The tables of a data file ("matters.toml"); ValueError where it has other keys than these."""
    data: dict[str, Any] = tomllib.loads((files("graph.threads") / name).read_text("utf-8"))
    if set(data) != set(keys):
        raise ValueError(f"{name}: keys missing or unknown: {sorted(set(data) ^ set(keys))}")
    return data
