"""Names of persons in titles and texts, left out where words are to relate matters: a person is no matter.

Two matters of one private citizen are not to be found by his name. A name is taken for two or more words in a row that
have a capital and are never printed without; what ends like a place, a house or an association is none. Where that
takes too much, a relation is missing, which is better than a trail of somebody.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

from extract.entities.patterns import Strict
from graph.threads.corpus import Corpus

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LEFT_OUT = "–"
FEWEST = 2  # words of a name
LONG = 5  # letters


class _Lists(Strict):
    """`citizens.toml`."""

    heads: tuple[str, ...]
    particles: tuple[str, ...]


@cache
def _lists() -> _Lists:
    return _Lists.model_validate(tomllib.loads((files("graph.threads") / "citizens.toml").read_text("utf-8")))


@cache
def _long_heads() -> tuple[str, ...]:
    """Those that no first name ends in: "Ungerådet Nord", "Rideklubben Havhesten"."""
    return tuple(head for head in _lists().heads if len(head) >= LONG)


@cache
def _run() -> re.Pattern[str]:
    """Capitalised words in a row, with initials and particles between them."""
    word = r"[A-ZÆØÅÉÖÜ][^\W\d_]+(?:[-'’][^\W\d_]+)*"
    between = rf"[ \t]+(?:(?:[A-ZÆØÅ]\.|{'|'.join(_lists().particles)})[ \t]+)*"
    return re.compile(rf"(?<![\w-]){word}(?:{between}{word})+(?![\w/-])")


def without_citizens(corpus: Corpus) -> Corpus:
    """The corpus with the names of persons left out of titles, texts and notices."""
    common = common_words(corpus)
    return replace(
        corpus,
        points=[
            replace(point, title=leave_out(point.title, common), text=leave_out(point.text, common))
            for point in corpus.points
        ],
        bullets=[replace(bullet, text=leave_out(bullet.text, common)) for bullet in corpus.bullets],
    )


@lru_cache(maxsize=1)
def common_words(corpus: Corpus) -> frozenset[str]:
    """The words that are printed without a capital somewhere, and the municipality's name and bodies, in lower case."""
    texts = [text for point in corpus.points for text in (point.title, point.text)]
    texts += [bullet.text for bullet in corpus.bullets]
    lower = {word for text in texts for word in _WORD.findall(text) if word[0].islower()}
    names = {word.casefold() for name in (corpus.body_names or {}).values() for word in _WORD.findall(name)}
    return frozenset(lower | names)


def leave_out(text: str, common: Collection[str]) -> str:
    """A text without the names of persons; `common` are the words of its corpus that are none."""
    return _run().sub(lambda run: _left(run[0], common), text)


def _left(run: str, common: Collection[str]) -> str:
    """What is left of capitalised words in a row: all but the name of a person among them."""
    words = [*_WORD.finditer(run)]
    names = [word for word in words if word[0][0].isupper()]
    if names[-1][0].casefold().endswith(_lists().heads) or names[0][0].casefold().endswith(_long_heads()):
        return run
    first = next((place for place, name in enumerate(names) if name[0].casefold() not in common), len(names))
    mine = names[first:]
    if len(mine) < FEWEST or any(name[0].casefold() in common for name in mine):
        return run
    return run[: mine[0].start()] + _LEFT_OUT
