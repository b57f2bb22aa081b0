"""A compound and its parts: `folkeskoleloven` is made of `folk`, `skole` and `lov`, and of `folkeskole` and `skolelov`.

The parts come from a fixed lexicon and from nothing that documents say, so that a word has the same parts whatever
else was read, and in whatever order. Where every part is known, those of the fewest parts are taken. Where only the
end is known, or a long beginning, that part is taken off and the rest is a part too: `Åvejskolen` is a `skole`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from graph.words.lexicon import Lexicon, load_lexicon

SHORTEST = 5  # letters of a compound
LONGEST = 60  # letters beyond which nothing is taken apart
PART = 2  # letters of the shortest part, where all are known
HEAD = 4  # letters of a known end, and
BEGINNING = 5  # of a known beginning, where the rest is not known
REST = 3  # letters of what is not known
_VOWELS = frozenset("aeiouyæøåé")


@dataclass(frozen=True, slots=True)
class Part:
    """A part as it stands in the word, and the word that it is, where that is known."""

    printed: str
    base: str


@lru_cache(maxsize=2**16)
def take_apart(word: str) -> tuple[Part, ...]:
    """The parts of a word in lower case, in their order; none where it is no compound."""
    lexicon = load_lexicon()
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha() or word in lexicon.whole:
        return ()
    found = _known(word, lexicon)
    return found if found or word in lexicon.words else _known_end(word, lexicon) or _known_beginning(word, lexicon)


def _known(word: str, lexicon: Lexicon) -> tuple[Part, ...]:
    """The fewest known parts, of two or more; of equally many those with the longest last part."""
    best: dict[int, tuple[Part, ...]] = {0: ()}
    for end in range(PART, len(word) + 1):
        last = end == len(word)
        forms = lexicon.words if last else lexicon.joined
        for start in range(max(0, end - lexicon.longest), end - PART + 1):
            if start not in best or (start == 0 and last):
                continue
            base = forms.get(word[start:end])
            if base is None or len(base) < PART:
                continue
            parts = (*best[start], Part(word[start:end], base))
            if end not in best or len(parts) < len(best[end]):
                best[end] = parts
    return best.get(len(word), ())


def _known_end(word: str, lexicon: Lexicon) -> tuple[Part, ...]:
    for start in range(REST, len(word) - HEAD + 1):
        base = lexicon.words.get(word[start:])
        if base and len(base) >= HEAD and base not in lexicon.by_chance and _may_stand_alone(word[:start], lexicon):
            return (*_rest(word[:start], lexicon), Part(word[start:], base))
    return ()


def _known_beginning(word: str, lexicon: Lexicon) -> tuple[Part, ...]:
    for end in range(len(word) - HEAD, BEGINNING - 1, -1):
        base = lexicon.joined.get(word[:end])
        if base and len(base) >= BEGINNING and _may_stand_alone(word[end:], lexicon):
            return (Part(word[:end], base), Part(word[end:], word[end:]))
    return ()


def _rest(word: str, lexicon: Lexicon) -> tuple[Part, ...]:
    """What stands before a known end: with the s that may bind it, and without."""
    bare = word[:-1]
    if word.endswith("s") and len(bare) >= REST and _may_stand_alone(bare, lexicon):
        return (Part(word, bare),)
    return (Part(word, word),)


def _may_stand_alone(rest: str, lexicon: Lexicon) -> bool:
    return rest not in lexicon.no_rest and len(rest) >= REST and not _VOWELS.isdisjoint(rest)
