"""The files of annotations: gold by number, found facts by the number that their names begin with."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from extract.errors import SettingsError
from extract.measuring.form import Row

_GOLD_NAME = re.compile(r"\d{3}")


def read_gold(folder: Path) -> dict[str, Row]:
    """The gold documents of a folder by number, in its order. Raises SettingsError where there are none."""
    if not folder.is_dir():
        raise SettingsError(f"{folder} is not a folder.", "Name the folder that holds the gold.")
    paths = sorted(path for path in folder.glob("*.json") if _GOLD_NAME.fullmatch(path.stem))
    if not paths:
        raise SettingsError(f"{folder} holds no gold.", "Gold files are named by three digits, like 000.json.")
    return {path.stem: Row(_read_gold_file(path)) for path in paths}


def _read_gold_file(path: Path) -> Mapping[str, Any]:
    try:
        values = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(f"{path} cannot be read: {error}.", "Correct it.") from error
    if not isinstance(values, dict):
        raise SettingsError(f"{path} does not hold a JSON object.", "Correct it.")
    return values


class AnnotationProblem(Exception):
    """An annotation that cannot be read: reported, and counted as nothing found."""


@dataclass(frozen=True, slots=True)
class FoundAnnotations:
    """What was found, by name; read when it is asked for."""

    by_name: Mapping[str, Callable[[], Any]]

    @classmethod
    def of(cls, found: Mapping[str, Mapping[str, Any]] | Path) -> FoundAnnotations:
        """Annotations from memory, or from the JSON files of a folder."""
        if isinstance(found, Mapping):
            return cls({name: partial(_itself, values) for name, values in found.items()})
        if not found.is_dir():
            raise SettingsError(f"{found} is not a folder.", "Name the folder that `annotate` wrote.")
        return cls({path.name: partial(_read_file, path) for path in found.glob("*.json")})

    def read(self, number: str, problems: list[str]) -> Row:
        """The annotation of a gold document; empty, with a problem, where there is none.

        Of several the first by name is read: a further meeting of the same file (`NAME_2.json`) comes after it.
        """
        names = sorted(name for name in self.by_name if begins_with(name, number))
        if len(names) != 1:
            problems.append(f"{number}: {len(names)} annotations" + (f", {names[0]} is read" if names else ""))
        return self.read_named(names[0], problems) if names else Row({})

    def read_named(self, name: str, problems: list[str] | None = None) -> Row:
        """The annotation of a name; empty where there is none or, with a problem, where it cannot be read."""
        if name not in self.by_name:
            return Row({})
        try:
            return _as_row(name, self.by_name[name]())
        except AnnotationProblem as problem:
            if problems is not None:
                problems.append(str(problem))
            return Row({})


def begins_with(name: str, number: str) -> bool:
    """Whether a file is that of a number: its name begins with it, and no further digit follows."""
    return name.startswith(number) and not name[len(number) :][:1].isdigit()


def _itself(values: Any) -> Any:
    return values


def _as_row(name: str, values: Any) -> Row:
    if not isinstance(values, Mapping):
        raise AnnotationProblem(f"{name} does not hold a JSON object and counts as nothing found")
    return Row(values)


def _read_file(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        message = f"{path.name} cannot be read and counts as nothing found: {error}"
        raise AnnotationProblem(message) from error
