"""A sentence in which every named thing is one sign, so that a rule sees its grammar and not its names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.entities.component import Finding


@dataclass(frozen=True, slots=True)
class Named(Finding):
    """A named thing and its sign: "§" an organisation, "#" a body, "¤" a party, "¶" an agreement."""

    name: str
    mark: str


@dataclass(frozen=True, slots=True)
class Masked:
    """`text[start:end]` with signs; `places` gives the named thing by the position of its sign."""

    text: str
    places: Mapping[int, Named]
    offsets: tuple[int, ...]  # position in the whole text of every character, and of the end

    def named(self, start: int, end: int) -> list[Named]:
        """The things whose signs stand in `start:end`."""
        return [self.places[place] for place in range(start, end) if place in self.places]


def mask(text: str, start: int, end: int, named: Sequence[Named]) -> Masked:
    """The sentence at `start:end`; of things that overlap the first is a sign."""
    letters: list[str] = []
    offsets: list[int] = []
    places: dict[int, Named] = {}
    position = start
    for one in named:
        if position <= one.start and one.end <= end:
            letters += text[position : one.start]
            offsets += range(position, one.start)
            places[len(letters)] = one
            letters += one.mark
            offsets += [one.start] * len(one.mark)
            position = one.end
    letters += text[position:end]
    offsets += range(position, end + 1)
    return Masked("".join(letters), places, tuple(offsets))
