"""Two names of persons compared word by word: in what they differ, never how alike they are.

"I. Lykke" and "Inga Lykke" differ in an initial, "Anne Holm" and "Anne Marie Holm" in a middle name, "Erik" and "Erick"
in spelling. Who has such names, `graph.identity.persons` judges.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import combinations
from pathlib import Path

from pydantic import field_validator
from rapidfuzz.distance import OSA

from extract.entities.patterns import Strict, load
from extract.lexicon.parties import party_named
from graph.identity.letters import HOLE, Damage, damage, fold, is_broken, repaired

_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_WORD = re.compile(rf"[\w{HOLE}]+(?:['’´`][\w{HOLE}]+)*\.?")
_DASH = re.compile(r"\s+[-–]\s+")
_RUN = re.compile(r"(?:[^\W\d_a-zæøå]){2,3}")  # "HC", where the rest of the name is not in capitals
_LONG = 8  # letters of a word in which two slips are still the same word
_LONG_WORD = 7  # letters of a word in which one slip is more likely than another name
_SHORT = 5  # letters of a word that is more likely a name of its own than a spelling of another


class Difference(StrEnum):
    """One thing in which two names differ."""

    BROKEN = "broken-letters"  # and their repair is certain
    HOLES = "lost-letters"  # signs stand where letters were
    PLAIN = "plain-letters"  # Danish letters lost their marks
    MIDDLE_INITIAL = "middle-initial"
    INITIAL = "initial"  # of a first name
    LAST_INITIAL = "last-initial"
    MIDDLE = "middle-name"  # one has more names in between
    SURNAME = "added-surname"  # one has another name after the last of the other
    FORENAME = "added-forename"  # one has another name before the first of the other
    SPELLING = "spelling"  # ck/k, ph/f, th/t
    SOUND = "sound"  # ch/k, a silent h, a letter doubled
    LONG_SLIP = "slip-in-long-word"  # a letter, inside a long word after the first name
    GENITIVE = "genitive"  # an -s at the end
    LETTER = "trailing-letter"  # a lone letter at the end
    ORDER = "order"  # the same words in another order
    SLIP = "slip"  # a letter or two
    ONE_WORD = "one-word"  # only a first or only a last name
    GENERATION = "generation"  # the one is called junior or senior


class _Spelling(Strict):
    pattern: str
    to: str

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        re.compile(pattern)
        return pattern


class _Particles(Strict):
    words: tuple[str, ...]


class _Words(Strict):
    titles: tuple[str, ...]
    suffixes: dict[str, str]
    particles: _Particles
    title_endings: tuple[str, ...]
    instead: tuple[str, ...]
    formerly: tuple[str, ...]
    spellings: tuple[_Spelling, ...]
    sounds: tuple[_Spelling, ...]


@cache
def _words() -> _Words:
    return load(Path(__file__).with_name("names.toml"), _Words)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: in letters as printed (repaired), and folded."""

    letters: str
    folded: str
    dotted: bool = False

    @property
    def is_initial(self) -> bool:
        """ "I." or "I", and abbreviations with a full stop: "Chr."."""
        return len(self.letters) == 1 or (self.dotted and len(self.folded) <= 4)

    def abbreviates(self, other: Word) -> bool:
        """Whether it is an initial or an abbreviation of a longer word."""
        begins = other.folded.startswith(self.folded) and len(other.folded) > len(self.folded)
        if len(self.letters) == 1:  # "O." is no Øjvind, "Å." is an Aage
            danish = fold(other.letters[:1]) if fold(other.letters[:2]) != "aa" else "aa"
            return begins and not other.is_initial and self.folded in (danish, fold(other.letters[:1]))
        return begins and self.is_initial


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart."""

    words: tuple[Word, ...]
    generation: str | None  # junior, senior
    letter: str | None  # a lone capital at the end, which may be a party's
    party: str | None  # printed with it, in brackets or after a comma
    former: str | None  # another name that is printed with it: "f. Bak"
    broken: bool

    @property
    def full_words(self) -> int:
        """How many words are written out."""
        return sum(not word.is_initial for word in self.words)


@dataclass(frozen=True, slots=True)
class Comparison:
    """In what two names differ; `vaguer` is the one that says less (0 or 1; None: neither)."""

    differences: frozenset[Difference]
    vaguer: int | None = None


@lru_cache(maxsize=65536)
def parse_name(printed: str) -> PersonName:
    """Take a printed name apart: without posts, what stands in brackets, and the comma of "Lykke, Inga"."""
    before, former = _former(_instead().split(repaired(printed), maxsplit=1)[0])
    bare, asides = _without_asides(before)
    party = next((aside for aside in asides if _is_party(aside)), None)
    marks = [_suffixes()[fold(aside)] for aside in asides if fold(aside) in _suffixes()]
    words, generation = _generation(_without_posts(_split(bare)))
    letter = None
    if len(words) > 2 and words[-1].is_initial and not words[-1].dotted and not words[-2].is_initial:
        letter, words = words[-1].letters.upper(), words[:-1]
    return PersonName(tuple(words), generation or next(iter(marks), None), letter, party, former, is_broken(printed))


@cache
def _instead() -> re.Pattern[str]:
    return re.compile(rf"[\s,(]*(?<!\w)(?:{'|'.join(_words().instead)})(?!\w)", re.IGNORECASE)


@cache
def _formerly() -> re.Pattern[str]:
    return re.compile(rf"[\s,]+\(?(?:{'|'.join(_words().formerly)})\s*(?P<name>[^\W\d_a-zæøå][^,()]*)\)?")


def _former(text: str) -> tuple[str, str | None]:
    """ "Inga Lykke, f. Bak" as name and former name."""
    found = _formerly().search(text)
    return (text[: found.start()] + text[found.end() :], found["name"].strip()) if found else (text, None)


def _without_asides(text: str) -> tuple[str, list[str]]:
    """The name alone, in its order, and what stood in brackets, after a comma or a dash: party, post, "jun."."""
    asides = [match.strip(" ()[]") for match in _BRACKETS.findall(text)]
    outside = _BRACKETS.sub(" ", text).strip(" ,.;:-–*†")
    if asides and _titles().issuperset(word.folded for word in _split(outside)):
        return asides[0], asides[1:]  # "Borgmesteren (Inga Lykke)"
    if (dash := _DASH.search(outside)) and _is_party(outside[dash.end() :]):
        asides.append(outside[dash.end() :])
        outside = outside[: dash.start()]
    first, *rest = re.split(r"\s*,\s*", outside)
    names = [part for part in rest if _is_name(part) and not _is_party(part)]
    asides += [part for part in rest if part not in names]
    return " ".join([*names[:1], first]), asides


def _is_party(text: str) -> bool:
    """Whether an aside is a party by its name or letters."""
    bare = text.strip(" .")
    return bool(bare) and (party_named(bare) is not None or re.fullmatch(r"[^\W\d_a-zæøå]{1,3}", bare) is not None)


def _without_posts(words: list[Word]) -> list[Word]:
    """A name without the posts and titles before and after it."""
    while len(words) > 1 and _is_post(words[0], len(words) > 2):
        words = words[1:]
    while len(words) > 2 and words[-1].folded in _titles() and not words[-1].is_initial:
        words = words[:-1]
    return words


def _is_post(word: Word, is_long: bool) -> bool:
    endings = tuple(map(fold, _words().title_endings))
    return word.folded in _titles() or (is_long and len(word.folded) > _LONG and word.folded.endswith(endings))


def _is_name(text: str) -> bool:
    """Whether what stands after a comma is a first name and not a post or "jun."."""
    words = [word.folded for word in _split(text)]
    return bool(words) and " ".join(words) not in _suffixes() and not _titles().issuperset(words)


@cache
def _suffixes() -> dict[str, str]:
    return {fold(suffix): generation for suffix, generation in _words().suffixes.items()}


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold(title) for title in _words().titles)


def _split(text: str) -> list[Word]:
    shouted = text.upper() == text
    words: list[Word] = []
    for match in _WORD.finditer(text.replace("-", " ")):
        letters = match.group().rstrip(".")
        dotted = match.group().endswith(".")
        if not shouted and _RUN.fullmatch(letters) and not dotted:
            words += (Word(letter, fold(letter)) for letter in letters)
        elif (folded := fold(letters).replace(" ", "")) and not folded.isdigit():
            words.append(Word(letters, folded, dotted))
    return words


def _generation(words: list[Word]) -> tuple[list[Word], str | None]:
    """ "Jens Holm jun." and "Jens Holm d.y." without what tells the younger from the older."""
    for length in (2, 1):
        tail = " ".join(word.folded for word in words[-length:])
        if len(words) > length + 1 and tail in _suffixes():
            return words[:-length], _suffixes()[tail]
    return words, None


def compare_names(one: str, other: str) -> Comparison | None:
    """In what two printed names differ, if they may be one person's; None where they may not."""
    left, right = parse_name(one), parse_name(other)
    if not left.words or not right.words:
        return None
    found = _compare_words(left.words, right.words)
    if found is None:
        return None
    differences = set(found.differences)
    if left.broken or right.broken:
        differences.add(Difference.BROKEN)
    if left.generation != right.generation:
        if left.generation and right.generation:
            return None
        differences.add(Difference.GENERATION)
    if left.letter != right.letter:
        differences.add(Difference.LETTER)
    return Comparison(frozenset(differences), found.vaguer)


def _compare_words(left: Sequence[Word], right: Sequence[Word]) -> Comparison | None:
    if [word.folded for word in left] == [word.folded for word in right] or _joined(left) == _joined(right):
        return Comparison(frozenset())
    if len(left) != len(right) and _lost_a_letter(left, right):
        return Comparison(frozenset({Difference.PLAIN}))
    if len(left) == len(right):
        if found := _pairwise(left, right):
            return found
        if len(left) > 1 and sorted(word.folded for word in left) == sorted(word.folded for word in right):
            return Comparison(frozenset({Difference.ORDER}))
        return None
    if len(left) > len(right):
        found = _shorter(right, left)
        return found and Comparison(found.differences, None if found.vaguer is None else 1 - found.vaguer)
    return _shorter(left, right)


def _lost_a_letter(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """ "S ren Holm": a lost letter that left a space."""
    whole = ["".join(word.letters for word in words) for words in (left, right)]
    return damage(*whole) is Damage.PLAIN


def _joined(words: Sequence[Word]) -> str:
    return "".join(word.folded for word in words)


def _pairwise(left: Sequence[Word], right: Sequence[Word]) -> Comparison | None:
    """Names of equally many words, compared in their order."""
    differences: set[Difference] = set()
    vaguer: set[int] = set()
    for place, (one, other) in enumerate(zip(left, right, strict=True)):
        found = _differ(one, other, is_last=place == len(left) - 1)
        if found is None:
            return None
        if found is Difference.INITIAL:
            vaguer.add(0 if one.is_initial else 1)
            last, first = place == len(left) - 1, place == 0
            found = found if first else Difference.LAST_INITIAL if last else Difference.MIDDLE_INITIAL
        if found is Difference.LONG_SLIP and place == 0:
            found = Difference.SLIP  # Kristian and Kristina
        if found is Difference.GENITIVE:
            vaguer.add(0 if len(one.folded) > len(other.folded) else 1)
        if found is not Difference.BROKEN:  # here: no difference
            differences.add(found)
    if len(vaguer) > 1 or _is_only_letters(left, right) or _slips(left, right) > 1:
        return None  # "I. Lykke" and "Inga L." have no word in common
    return Comparison(frozenset(differences), min(vaguer, default=None))


def _is_only_letters(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether no word that is written out stands in both."""
    return not any(not one.is_initial and not other.is_initial for one, other in zip(left, right, strict=True))


def _slips(left: Sequence[Word], right: Sequence[Word]) -> int:
    kinds = [_differ(one, other, is_last=False) for one, other in zip(left, right, strict=True)]
    return sum(kind in (Difference.SLIP, Difference.LONG_SLIP) for kind in kinds)


@lru_cache(maxsize=262144)
def _differ(one: Word, other: Word, *, is_last: bool) -> Difference | None:
    """How two words differ; `BROKEN` where they do not."""
    if one.folded == other.folded:
        return Difference.BROKEN
    if one.abbreviates(other) or other.abbreviates(one):
        return Difference.INITIAL
    if one.is_initial or other.is_initial:
        return None
    hurt = damage(one.letters, other.letters)
    if hurt is Damage.HOLES or (hurt and not _may_be_a_name(one, other)):
        return Difference.HOLES if hurt is Damage.HOLES else Difference.PLAIN
    if _spelt(one.folded) == _spelt(other.folded):
        return Difference.SPELLING
    if _sound(one.folded) == _sound(other.folded):
        return Difference.SOUND
    if is_last and (one.folded + "s" == other.folded or other.folded + "s" == one.folded):
        return Difference.GENITIVE
    if not _is_slip(one.folded, other.folded):
        return None
    return Difference.LONG_SLIP if _is_long_slip(one.folded, other.folded) else Difference.SLIP


def _may_be_a_name(one: Word, other: Word) -> bool:
    """Whether a short word without marks is as likely a name of its own: Bak and Bæk, but not Kjr and Kjær."""
    return len(one.letters) == len(other.letters) < _SHORT


@lru_cache(maxsize=65536)
def _spelt(folded: str) -> str:
    for spelling in _words().spellings:
        folded = re.sub(spelling.pattern, spelling.to, folded)
    return folded


@lru_cache(maxsize=65536)
def _sound(folded: str) -> str:
    if len(folded) < _SHORT:
        return folded
    for sound in _words().sounds:
        folded = re.sub(sound.pattern, sound.to, folded)
    return folded


def _is_long_slip(one: str, other: str) -> bool:
    """One letter inside a long word; the many names in -sen are near each other by nature."""
    short = min(len(one), len(other))
    is_patronym = one.endswith("sen") and other.endswith("sen")
    return short >= _LONG_WORD and not is_patronym and one[0] == other[0] and OSA.distance(one, other) == 1


def _is_slip(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 2 and OSA.distance(one, other, score_cutoff=2) <= (2 if shorter >= _LONG else 1)


def _shorter(short: Sequence[Word], long: Sequence[Word]) -> Comparison | None:
    """A name with fewer words than the other: which of the longer one's words it has, in their order."""
    if len(short) == 1:
        alone = short[0].folded in (long[0].folded, long[-1].folded) and not short[0].is_initial
        return Comparison(frozenset({Difference.ONE_WORD}), 0) if alone else None
    best: tuple[int, Comparison] | None = None
    for places in combinations(range(len(long)), len(short)):
        if (found := _pairwise(short, [long[place] for place in places])) and found.vaguer != 1:
            left_out = set(range(len(long))) - set(places)
            if left_out <= {place for place, word in enumerate(long) if word.folded in _words().particles.words}:
                left_out = {1}  # "van" in "Per van Dam" is no name of its own
            differences = found.differences | {_place(place, places) for place in left_out}
            if best is None or len(differences) < best[0]:
                best = (len(differences), Comparison(differences, 0))
    return best[1] if best else None


def _place(place: int, kept: Sequence[int]) -> Difference:
    if place < kept[0]:
        return Difference.FORENAME
    return Difference.SURNAME if place > kept[-1] else Difference.MIDDLE
