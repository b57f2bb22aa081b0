"""What somebody typed into the one box: a case number, a KLE number, a section of a law, words; how each is asked for.

What goes to the index is made of terms alone (`graph.words.terms`: letters, digits, `_`), so no sign of its query
language comes from a reader.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.identity.letters import HOLE, damage, repaired
from graph.words.terms import bare, scope_term, spellings, term, terms, words

MOST_READINGS = 8  # of one word in broken letters
SHORTEST_BEGINNING = 3  # letters of a word that is taken for the beginning of another
FEWEST_CONSONANTS = 2  # by which a name with broken letters is looked for
_NUMBER = re.compile(
    r"(?:(?:sag|sagen|sagsnr|sagsnummer|journalnr|j\.?\s?nr|nr)\b[.:\s]*)*"
    r"(?P<number>\d[\d.\-/\s]*\d(?:[\d.\-/\sA-Za-z]*\d)?)",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:§+|\bparagraf)\s*(?P<section>\d+(?:\s?[a-hj-zæøå]\b)?)(?:\s*,?\s*stk\.?\s*(?P<subsection>\d+))?", re.IGNORECASE
)
_KLE = re.compile(r"\s*kle\b[\s:.-]*", re.IGNORECASE)
_TOPIC = re.compile(r"\d\d(?:\.\d{0,2}){0,2}")
_SMALL = frozenset({"i", "af", "om", "efter", "jf", "stk", "nr"})  # between a section and its law


@dataclass(frozen=True, slots=True)
class Asked:
    """What the box holds."""

    words: tuple[str, ...]  # in lower case; a lost letter is a `HOLE`
    number: str | None = None  # where it is nothing but a case number
    section: str | None = None  # where it names a section; the words are then those of its law
    subsection: str | None = None
    topic: str | None = None  # where it is nothing but a KLE number, or its beginning


def read_box(q: str) -> Asked:
    """What ``q`` asks for."""
    text = repaired(q)
    number = _NUMBER.fullmatch(text)
    section = _SECTION.search(text)
    if section:
        rest = [word for word in words(text[: section.start()] + " " + text[section.end() :]) if word not in _SMALL]
        return Asked(_once(rest), None, section["section"].lower(), section["subsection"])
    return Asked(_once(words(text)), number["number"] if number else None, topic=_topic(text))


def kle_number(text: str) -> str:
    """The number of a KLE topic, or its beginning, without the word KLE before it."""
    named = _KLE.match(text)
    return text[named.end() if named else 0 :].strip()


def _topic(text: str) -> str | None:
    """A KLE number; two digits alone are one where they are called so."""
    number = kle_number(text)
    told = "." in number or number != text.strip()
    return number if told and _TOPIC.fullmatch(number) else None


def read_words(q: str) -> Asked:
    """What ``q`` asks for where nothing but its words is heeded."""
    return Asked(_once(words(repaired(q))))


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))


def ask_names(wanted: Iterable[str], begun: str | None = None) -> str:
    """Names that may bear all these words, also with broken letters, and a word that begins with `begun`."""
    parts = [f"+({' '.join(_of_name(word))})" for word in wanted if any(_of_name(word))]
    if begun is not None:
        parts.append(f"+({' '.join(_of_beginning(begun))})")
    return " ".join(parts)


def _of_name(word: str) -> Iterator[str]:
    if HOLE not in word:
        yield term(word)
        if len(word) >= SHORTEST_BEGINNING:
            yield from (f"word_{form}*" for form in spellings(word) if form)
    if len(bare(word)) >= FEWEST_CONSONANTS:
        yield f"bare_{bare(word)}"


def _of_beginning(word: str) -> Iterator[str]:
    if HOLE not in word:
        yield from (f"word_{form}*" for form in spellings(word) if form)
    if len(bare(word)) >= FEWEST_CONSONANTS:
        yield f"bare_{bare(word)}*"


def bears(name_words: Collection[str], word: str) -> bool:
    """Whether a word of a name is this word, a compound with it, begins with it or is it in broken letters."""
    wanted = term(word)
    return any(
        wanted in terms(one)
        or (len(word) >= SHORTEST_BEGINNING and one.startswith(word))
        or damage(word, one) is not None
        for one in name_words
    )


def begins(name_words: Collection[str], begun: str) -> bool:
    """Whether one of the words of a name begins with this, also in broken letters."""
    sizes = range(max(len(begun) - 1, 1), len(begun) + 2) if len(begun) >= SHORTEST_BEGINNING else ()
    return any(
        one.startswith(begun) or any(damage(begun, one[:size]) is not None for size in sizes) for one in name_words
    )


def readings(names: Iterable[str], word: str) -> list[str]:
    """The words of names that this word may be in broken letters, other than it is."""
    found = {one for name in names for one in words(name) if one != word and damage(word, one) is not None}
    return sorted(found)[:MOST_READINGS]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words that a point is to bear: each with the words it may be in broken letters."""

    words: Mapping[str, tuple[str, ...]]

    def terms(self) -> list[list[str]]:
        """Of each word the terms of which a point bears one; a lost letter inside is any letter."""
        return [
            list(dict.fromkeys(map(_any_letter, filter(_can_be_asked, map(term, (word, *others))))))
            for word, others in self.words.items()
        ]

    def ask(self, municipality: str | None, mark: str = "") -> str | None:
        """Points that bear all words; with the mark ``title_``, in their titles. None where nothing can be asked."""
        groups = self.terms()
        if not groups or not all(groups):
            return None
        parts = [f"+({' '.join(mark + one for one in group)})" for group in groups]
        return " ".join([*parts, f"+{scope_term(municipality)}"] if municipality else parts)

    def pattern(self) -> re.Pattern[str]:
        """What a term of a word that is marked as a hit looks like."""
        alternatives = (re.escape(one).replace(r"\?", ".") for group in self.terms() for one in group)
        return re.compile("|".join(alternatives) or r"(?!)")


def _can_be_asked(found: str) -> bool:
    return bool(found) and not found.startswith(HOLE)


def _any_letter(found: str) -> str:
    return found.replace(HOLE, "?")
