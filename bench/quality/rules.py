"""Which patterns of the data files read something, and which never do: a rule that nothing needs is deleted.

Every pattern that the grammar and the entities ask for is watched while documents are read. What is built of several
(word lists, the joined patterns of outcomes) is not told apart.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

EXTRACT = Path(__file__).parents[2] / "extract"


class Watched:
    """A compiled pattern that counts its matches."""

    def __init__(self, regex: re.Pattern[str], name: str, counts: Counter[str]) -> None:
        self._regex, self._name, self._counts = regex, name, counts
        counts[name] += 0  # asked for

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._regex, name)
        return self._counted(method) if name in ("match", "fullmatch", "search", "sub") else method

    def finditer(self, *given: Any) -> Iterator[re.Match[str]]:
        """As that of the pattern."""
        for match in self._regex.finditer(*given):
            self._counts[self._name] += 1
            yield match

    def _counted(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any) -> Any:
            answer = method(*given)
            is_hit = answer != given[1] if method.__name__ == "sub" else answer is not None
            self._counts[self._name] += is_hit
            return answer

        return call


@contextmanager
def watching() -> Iterator[Counter[str]]:
    """Inside, how often each pattern that was asked for matched."""
    counts: Counter[str] = Counter()
    names = _grammar_names()
    rules: dict[int, Watched] = {}

    def compiled(pattern: str, *, ignore_case: bool = True) -> Any:
        return made(pattern, ignore_case)

    @cache
    def made(pattern: str, ignore_case: bool) -> Watched:
        regex = re.compile(pattern, re.IGNORECASE if ignore_case else 0)
        return Watched(regex, f"grammar: {names.get(pattern, pattern[:40])}", counts)

    def regex_of(rule: Any) -> Watched:
        if id(rule) not in rules:
            regex = re.compile(rule.pattern, re.IGNORECASE if rule.ignore_case else 0)
            rules[id(rule)] = Watched(regex, f"entities: {rule.name}", counts)
        return rules[id(rule)]

    from extract.entities.patterns import Rule

    with patch.object(Rule, "regex", property(regex_of)):
        undo = [_replace(module, compiled) for module in _grammar_modules()]
        try:
            yield counts
        finally:
            for restore in undo:
                restore()


def read_all(paths: Iterable[Path]) -> None:
    """Read files whole; those that are refused give nothing."""
    from extract.errors import ReadingError
    from extract.extraction import extract
    from extract.reading import read

    for path in paths:
        try:
            extract(read(path))
        except ReadingError:
            continue


def declared_rules() -> list[str]:
    """The rules that the data files of the entity components declare."""
    declared = []
    for path in sorted((EXTRACT / "entities").glob("*/*.toml")):
        rules = tomllib.loads(path.read_text("utf-8")).get("rules", [])
        declared += [f"entities: {rule['name']}" for rule in rules]
    return declared


def unused(counts: Counter[str]) -> list[str]:
    """What was asked for or is declared, and never matched."""
    return sorted(name for name in {*counts, *declared_rules()} if not counts[name])


def _grammar_names() -> dict[str, str]:
    """The patterns of the grammar's data files, each with its file and key."""
    files = [*(EXTRACT / "grammar" / "data").glob("*.toml"), *(EXTRACT / "grammar" / "profiles").glob("*.toml")]
    return {
        value: f"{path.stem}.{key}"
        for path in sorted(files)
        for key, value in _texts(tomllib.loads(path.read_text("utf-8")))
    }


def _texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _texts(inner, f"{key}[{place}]")


def _grammar_modules() -> list[Any]:
    import extract.grammar

    for module in pkgutil.walk_packages(extract.grammar.__path__, "extract.grammar."):
        importlib.import_module(module.name)
    return [module for name, module in sys.modules.items() if name.startswith("extract.grammar") and module]


def _replace(module: Any, compiled: Callable[..., Any]) -> Callable[[], None]:
    before = getattr(module, "compiled", None)
    if before is None:
        return lambda: None
    module.compiled = compiled
    return lambda: setattr(module, "compiled", before)
