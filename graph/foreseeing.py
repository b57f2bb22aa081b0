"""Names judged before the meetings that print them are written, so that each meeting is written once.

It is a saving and nothing else: what later meetings change about names, `graph.settling` puts right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.amending import Amendments
from graph.homes import canonical_ids, home, identify_national, identify_own
from graph.identity.book import Book
from graph.identity.identity import Identity
from graph.identity.named import Named
from graph.leading import Reading
from graph.printed import Printing, printing_of, read_national_printing, read_printing, together
from graph.store import Transaction


class Foresight:
    """What is known of names in the course of a run: what the store had before, and all that was read since."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._national: Printing | None = None  # of the store before the run, as far as all municipalities share it
        self._stored: dict[str, Printing] = {}  # of the store before the run, by municipality
        self._fresh: dict[str, dict[str, Printing]] = {}  # by municipality and reading, which may be told again

    def amendments(
        self, transaction: Transaction, groups: Iterable[str], readings: Sequence[Reading] = ()
    ) -> Amendments:
        """Under which ids meetings of these groups are to be written, `readings` new among them, and what people have
        corrected in their municipalities."""
        if self._national is None:
            self._national = read_national_printing(transaction)
        for reading in readings:
            self._fresh.setdefault(home(reading.group), {})[reading.id] = printing_of(reading.facts)
        fresh = [one for home_ in self._fresh.values() for one in home_.values()]
        national = [name.named for name in together([self._national, *fresh]).national_names()]
        names = dict(canonical_ids(identify_national(national, self._book.judgements)))
        homes = sorted(set(map(home, groups)))
        for municipality in homes:
            names |= canonical_ids(self._own(transaction, municipality, national))
        return Amendments(names, [one for one in self._book.corrections if home(one.fact) in homes])

    def _own(self, transaction: Transaction, municipality: str, national: Sequence[Named]) -> Identity:
        if municipality not in self._stored:
            self._stored[municipality] = read_printing(transaction, municipality)
        printing = together([self._stored[municipality], *self._fresh.get(municipality, {}).values()])
        names = [name.named for name in printing.names_of(municipality)]
        return identify_own(municipality, names, national, self._book.judgements)
