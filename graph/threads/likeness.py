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
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
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
TELLING = 1 / 3  # of the worth of a word that only one point has: from here on a word says what a text is about
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

    @property
    def values(self) -> tuple[float, ...]:
        """All of them, in their order."""
        return self.text, self.sentence, self.title, self.decision, self.compounds, self.number


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each clue counts, and from what confidence on a candidate is taken."""

    clues: Clues
    none: float  # the sum that "none of them" is given
    accepted: float
    announced: float  # the same of a point that lies ahead: less is known of what will be

    def __post_init__(self) -> None:
        if not 0 < self.accepted <= self.announced < 1:
            raise ValueError(f"likeness.toml: 0 < accepted <= announced < 1: {self.accepted}, {self.announced}")


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its share; the first also with the words of the sentence that speak for it."""

    point: Point
    confidence: float
    shared: tuple[str, ...] = ()


@cache
def load_weights() -> Weights:
    """The weights of ``likeness.toml``; ValueError when a key is missing or unknown, or no number."""
    data = tomllib.loads((files("graph.threads") / "likeness.toml").read_text("utf-8"))
    wanted = {"clues": {field.name for field in fields(Clues)}, "choice": {"none", "accepted", "announced"}}
    if set(data) != set(wanted) or any(set(data[table]) != keys for table, keys in wanted.items()):
        raise ValueError("likeness.toml: keys missing or unknown")
    if not all(isinstance(value, float) for table in data.values() for value in table.values()):
        raise ValueError("likeness.toml: every value must be a number with a decimal point")
    return Weights(Clues(**data["clues"]), **data["choice"])


@dataclass(frozen=True, slots=True)
class _Words:
    """A point as weighted words."""

    vector: Mapping[str, float]  # of length 1
    text: str  # lower case
    title: frozenset[str]
    about: frozenset[str]  # title and decisions


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence as weighted words, without what says where its target stands."""

    matter: str
    words: frozenset[str]
    vector: Mapping[str, float]
    pieces: Sequence[tuple[float, str, Sequence[str]]]  # of each word: its worth, itself, its pieces
    worth: float  # of all its words


class Likeness:
    """The words of one corpus: how often each is used tells how much it says."""

    def __init__(self, corpus: Corpus, weights: Weights | None = None) -> None:
        self._corpus = corpus
        self.weights = weights or load_weights()
        frequency = Counter(key for point in corpus.points for key in set(keys(f"{point.title}\n{point.text}")))
        self._worth = {key: math.log((len(corpus.points) + 1) / (count + 1)) for key, count in frequency.items()}
        self._rarest = math.log(len(corpus.points) + 1)
        self._bodies = _names((corpus.body_names or {}).values())
        self._points: dict[str, _Words] = {}

    def rank(self, sentence: str, start: Point | None, candidates: Iterable[Point]) -> Sequence[Ranked]:
        """The candidates, likeliest first, where `sentence` stands in the point `start`; without it, it stands alone.

        Their confidences and that of "none of them" add up to 1.
        """
        said = self._read(sentence)
        found = sorted(candidates, key=lambda point: point.id)
        sums = [weigh(self._compare(said, start, point), self.weights) for point in found]
        shares = _shares(sums, self.weights.none)
        ranked = [Ranked(point, share) for point, share in zip(found, shares, strict=True)]
        first, *others = sorted(ranked, key=lambda each: (-each.confidence, each.point.id)) or (None,)
        return [replace(first, shared=self._shared(said, first.point)), *others] if first else []

    def clues(self, sentence: str, start: Point | None, candidate: Point) -> Clues:
        """What speaks for a candidate, where `sentence` stands in the point `start`."""
        return self._compare(self._read(sentence), start, candidate)

    def related(self, sentence: str, candidate: Point) -> bool:
        """Whether title and decisions of the candidate share anything that says something with the sentence.

        Words and compounds that begin alike count as shared: "skoler" and "Skoleprojekt".
        """
        about = {key[:PIECE] for key in self._of(candidate).about}
        words = self._read(sentence).words
        return any(word[:PIECE] in about for word in words if self._value(word) >= self._telling)

    def alike(self, sentence: str, other: str) -> float:
        """How much two sentences say the same: 0 nothing, 1 in the same words."""
        return _cosine(self._read(sentence).vector, self._read(other).vector)

    def tells(self, sentence: str) -> bool:
        """Whether a sentence has a word by which its matter can be known."""
        return any(self._value(word) >= self._telling for word in self._read(sentence).words)

    @property
    def _telling(self) -> float:
        """What a word is worth that few points have."""
        return self._rarest * TELLING

    def _compare(self, said: _Said, start: Point | None, candidate: Point) -> Clues:
        target = self._of(candidate)
        return Clues(
            text=_cosine(self._of(start).vector, target.vector) if start else 0.0,
            sentence=_cosine(said.vector, target.vector),
            title=self._cover(target.title, said.words),
            decision=self._cover(said.words, target.about),
            compounds=_in_pieces(said, target.text),
            number=float(start is not None and start.number is not None and candidate.number == start.number),
        )

    def _read(self, sentence: str) -> _Said:
        matter = self._bodies.sub(" ", _PLACE.sub(" ", sentence))
        words = frozenset(keys(matter))
        pieces = [
            (self._value(word[:BEGINNING]), word, _pieces(word))
            for word in sorted(set(_WORD.findall(matter.casefold())))
        ]
        vector = self._vector(dict.fromkeys(words, 1))
        return _Said(matter, words, vector, pieces, math.fsum(worth for worth, _, _ in pieces))

    def _of(self, point: Point) -> _Words:
        found = self._points.get(point.id)
        if found is None:
            if len(self._points) >= KEPT:
                del self._points[next(iter(self._points))]  # the oldest: references come body by body
            text = f"{point.title}\n{point.text}"
            decisions = " ".join(ruling.text for ruling in self._corpus.rulings_of.get(point.id, ()))
            title = frozenset(keys(point.title))
            found = self._points[point.id] = _Words(
                self._vector(Counter(keys(text))), text.casefold(), title, title | frozenset(keys(decisions))
            )
        return found

    def _value(self, key: str) -> float:
        return self._worth.get(key, self._rarest)

    def _vector(self, counts: Mapping[str, int]) -> Mapping[str, float]:
        vector = {key: (1 + math.log(count)) * self._value(key) for key, count in counts.items()}
        length = math.sqrt(math.fsum(value * value for value in vector.values()))
        return {key: value / length for key, value in vector.items()} if length else {}

    def _cover(self, part: frozenset[str], whole: frozenset[str]) -> float:
        worth = math.fsum(self._value(key) for key in part)
        return math.fsum(self._value(key) for key in part & whole) / worth if worth else 0.0

    def _shared(self, said: _Said, point: Point) -> tuple[str, ...]:
        """The words of the sentence that the title or decisions have as well, those that say most first; at most 5."""
        both = sorted(said.words & self._of(point).about, key=lambda key: (-self._value(key), key))[:5]
        printed = {token.casefold()[:BEGINNING]: token for token in _TOKEN.findall(said.matter)} if both else {}
        return tuple(printed[key] for key in both)


def _names(names: Iterable[str]) -> re.Pattern[str]:
    """The names of bodies as sentences print them: "Børne-, Unge- og Skoleudvalgets møde" has one."""
    forms = []
    for name in sorted(set(names), key=lambda name: (-len(name), name)):
        words = [re.escape(word) for word in re.findall(r"[^\W\d_]+", name) if word != "og"]
        forms.append(r"s?\W{1,3}(?:og\s+)?".join(words) + r"\w{0,2}")
    return re.compile(rf"\b(?:{'|'.join(forms)})\b" if forms else r"(?!)", re.IGNORECASE)


@lru_cache(maxsize=1)
def likeness_of(corpus: Corpus) -> Likeness:
    """That of a corpus with the weights in use: several kinds of links ask for it one after the other."""
    return Likeness(corpus)


def keys(text: str) -> list[str]:
    """The words of a text by what their forms have in common, in order."""
    return [token[:BEGINNING] for token in _TOKEN.findall(text.casefold())]


def weigh(clues: Clues, weights: Weights) -> float:
    """The sum of the clues by their weights."""
    return math.fsum(clue * weight for clue, weight in zip(clues.values, weights.clues.values, strict=True))


def _pieces(word: str) -> Sequence[str]:
    return [word[start : start + PIECE] for start in range(0, max(1, len(word) - PIECE + 1), 2)]


def _in_pieces(said: _Said, text: str) -> float:
    """The share of the words' worth that is found in the text, a word by as many of its pieces as are."""
    if not said.worth:
        return 0.0
    has = text.__contains__
    found = [
        worth if has(word) else worth * (sum(map(has, pieces)) / len(pieces)) for worth, word, pieces in said.pieces
    ]
    return math.fsum(found) / said.worth


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return math.fsum([one[key] * other[key] for key in one.keys() & other.keys()])  # exact, so in any order the same


def _shares(sums: Sequence[float], none: float) -> Sequence[float]:
    top = max(*sums, none) if sums else none
    powers = [math.exp(each - top) for each in sums]
    whole = math.fsum([*powers, math.exp(none - top)])
    return [power / whole for power in powers]
