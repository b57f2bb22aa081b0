"""How like a point is to what a sentence of another point says: which of a meeting's points is meant, and how surely.

A few clues, each 0..1, are weighed and summed; the sums of all candidates, and that of "none of them", are turned into
shares of one. The share of the best is its confidence. The weights stand in ``likeness.toml`` with where they come
from; ``python -m bench.threads fit`` finds them anew.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from functools import cache
from importlib.resources import files

from graph.threads.corpus import Corpus, Point

_TOKEN = re.compile(r"[^\W\d_]{3,}|\d[\d.-]{3,}")  # words, and numbers that name something: "2023-2026", "12.50"
_WORD = re.compile(r"[^\W\d_]{4,}")
# What a sentence says of its target's place, not of its matter
_PLACE = re.compile(
    r"(?:\b[Dd]en )?\b\d{1,2}\.\s?[^\W\d_]{3,9}\.?(?:\s\d{4})?\b|\((?:pkt|punkt)[^()]*\)|\b(?:pkt|punkt)\.?\s?\d[\d.]*"
)
BEGINNING = 6  # letters that forms of one word, and compounds with one first part, have in common
PIECE = 5  # letters of the pieces by which compounds with one last part are seen
KEPT = 2048  # points whose words are held ready


@dataclass(frozen=True, slots=True)
class Clues:
    """What speaks for one candidate, each 0 (nothing) to 1."""

    text: float  # the two points, whole, use the same words (cosine of their weighted words)
    sentence: float  # the sentence and the candidate use the same words (cosine)
    title: float  # how much of the candidate's title the sentence has
    decision: float  # how much of the sentence the candidate's title and decision have
    compounds: float  # how much of the sentence the candidate has, parts of compounds counted
    number: float  # 1: both carry the same case number


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each clue counts, and from what confidence on a candidate is taken."""

    clues: Clues
    none: float  # the sum that "none of them" is given
    accepted: float

    def __post_init__(self) -> None:
        if not 0 < self.accepted < 1:
            raise ValueError(f"likeness.toml: accepted must lie between 0 and 1: {self.accepted}")


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its share, and the words that speak for it."""

    point: Point
    confidence: float
    shared: tuple[str, ...]


@cache
def load_weights() -> Weights:
    """The weights of ``likeness.toml``; ValueError when a key is missing or unknown, or no number."""
    data = tomllib.loads((files("graph.threads") / "likeness.toml").read_text("utf-8"))
    wanted = {"clues": {field.name for field in fields(Clues)}, "choice": {"none", "accepted"}}
    if set(data) != set(wanted) or any(set(data[table]) != keys for table, keys in wanted.items()):
        raise ValueError("likeness.toml: keys missing or unknown")
    if not all(isinstance(value, float) for table in data.values() for value in table.values()):
        raise ValueError("likeness.toml: every value must be a number with a decimal point")
    return Weights(Clues(**data["clues"]), **data["choice"])


@dataclass(frozen=True)
class _Words:
    """A text as weighted words."""

    vector: Mapping[str, float]  # of length 1
    text: str  # lower case


class Likeness:
    """The words of one corpus: how often each is used tells how much it says."""

    def __init__(self, corpus: Corpus, weights: Weights | None = None) -> None:
        self._corpus = corpus
        self.weights = weights or load_weights()
        frequency = Counter(key for point in corpus.points for key in set(keys(f"{point.title}\n{point.text}")))
        self._worth = {key: math.log((len(corpus.points) + 1) / (count + 1)) for key, count in frequency.items()}
        self._rarest = math.log(len(corpus.points) + 1)
        self._bodies = frozenset(key for name in (corpus.body_names or {}).values() for key in keys(name))
        self._points: dict[str, _Words] = {}

    def rank(self, sentence: str, start: Point, candidates: Iterable[Point]) -> Sequence[Ranked]:
        """The candidates, likeliest first; their confidences and that of "none of them" add up to 1."""
        said = self._matter(sentence)
        found = sorted(candidates, key=lambda point: point.id)
        clues = [self.clues(sentence, start, point) for point in found]
        shares = _shares([weigh(each, self.weights) for each in clues], self.weights.none)
        ranked = [Ranked(point, share, self._shared(said, point)) for point, share in zip(found, shares, strict=True)]
        return sorted(ranked, key=lambda each: (-each.confidence, each.point.id))

    def clues(self, sentence: str, start: Point, candidate: Point) -> Clues:
        """What speaks for a candidate, where `sentence` stands in the point `start`."""
        said = self._matter(sentence)
        words = frozenset(keys(said)) - self._bodies
        target, own = self._of(candidate), self._of(start)
        title = frozenset(keys(candidate.title))
        return Clues(
            text=_cosine(own.vector, target.vector),
            sentence=_cosine(self._vector(Counter(words)), target.vector),
            title=self._cover(title, words),
            decision=self._cover(words, title | frozenset(keys(self._decisions(candidate)))),
            compounds=self._in_pieces(said, target.text),
            number=float(candidate.number is not None and candidate.number == start.number),
        )

    def related(self, sentence: str, candidate: Point) -> bool:
        """Whether title and decisions of the candidate share anything with the sentence that says what it is about."""
        said = frozenset(keys(self._matter(sentence))) - self._bodies
        about = f"{candidate.title}\n{self._decisions(candidate)}"
        return bool(said & frozenset(keys(about))) or self._in_pieces(self._matter(sentence), about.casefold()) > 0

    def says(self, sentence: str) -> frozenset[str]:
        """The words of a sentence by which its matter can be known: without place, bodies and what most points say."""
        words = frozenset(keys(self._matter(sentence))) - self._bodies
        return frozenset(word for word in words if self._value(word) >= self._rarest / 3)

    def _matter(self, sentence: str) -> str:
        return _PLACE.sub(" ", sentence)

    def _decisions(self, point: Point) -> str:
        return "\n".join(ruling.text for ruling in self._corpus.rulings_of.get(point.id, ()))

    def _value(self, key: str) -> float:
        return self._worth.get(key, self._rarest)

    def _of(self, point: Point) -> _Words:
        found = self._points.get(point.id)
        if found is None:
            if len(self._points) >= KEPT:
                self._points.clear()
            text = f"{point.title}\n{point.text}"
            found = self._points[point.id] = _Words(self._vector(Counter(keys(text))), text.casefold())
        return found

    def _vector(self, counts: Mapping[str, int]) -> Mapping[str, float]:
        vector = {key: (1 + math.log(count)) * self._value(key) for key, count in counts.items()}
        length = math.sqrt(math.fsum(value * value for value in vector.values()))
        return {key: value / length for key, value in vector.items()} if length else {}

    def _cover(self, part: frozenset[str], whole: frozenset[str]) -> float:
        worth = math.fsum(self._value(key) for key in part)
        return math.fsum(self._value(key) for key in part & whole) / worth if worth else 0.0

    def _in_pieces(self, said: str, text: str) -> float:
        """The share of the words' worth that is found in the text, a word by as many of its pieces as are."""
        found, worth = [], []
        for word in sorted(set(_WORD.findall(said.casefold()))):
            if word[:BEGINNING] not in self._bodies:
                value = self._value(word[:BEGINNING])
                worth.append(value)
                found.append(value * _pieces_in(word, text))
        return math.fsum(found) / math.fsum(worth) if math.fsum(worth) else 0.0

    def _shared(self, said: str, point: Point) -> tuple[str, ...]:
        """The words of the sentence that the title or decisions have as well, those that say most first; at most 5."""
        about = frozenset(keys(f"{point.title}\n{self._decisions(point)}")) - self._bodies
        words = {word.casefold()[:BEGINNING]: word for word in _TOKEN.findall(said)}
        both = sorted(about & set(words), key=lambda key: (-self._value(key), key))
        return tuple(words[key] for key in both[:5])


def keys(text: str) -> list[str]:
    """The words of a text by what their forms have in common, in order."""
    return [token[:BEGINNING] for token in _TOKEN.findall(text.casefold())]


def weigh(clues: Clues, weights: Weights) -> float:
    """The sum of the clues by their weights."""
    return math.fsum(clue * weight for clue, weight in zip(astuple(clues), astuple(weights.clues), strict=True))


def _pieces_in(word: str, text: str) -> float:
    if word in text:
        return 1.0
    pieces = [word[start : start + PIECE] for start in range(max(1, len(word) - PIECE + 1))]
    return sum(piece in text for piece in pieces) / len(pieces)


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    fewer, more = sorted((one, other), key=len)
    return math.fsum(value * more.get(key, 0.0) for key, value in fewer.items())


def _shares(sums: Sequence[float], none: float) -> Sequence[float]:
    top = max(*sums, none) if sums else none
    powers = [math.exp(each - top) for each in sums]
    whole = math.fsum([*powers, math.exp(none - top)])
    return [power / whole for power in powers]
