"""Headings whose numbers ascend: which run of them the points of a meeting are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.grammar.pointheadings import PointHeading

_DIGITS = re.compile(r"\d+")
_FIVE_DIGITS = 10_000  # numbers
_LOOK_BACK = 200  # candidates
_LARGEST_GAP = 6  # numbers that may be missing between two points: closed points are left out of some minutes


def in_sequence(candidates: Sequence[PointHeading]) -> list[PointHeading]:
    """The candidates, those with five digits only after the one before: alone, such a number is that of a case."""
    numbers = {_counted(one) for one in candidates}
    counted = ((one, _counted(one) or 0) for one in candidates)
    return [one for one, number in counted if number < _FIVE_DIGITS or number - 1 in numbers]


def _counted(candidate: PointHeading) -> int | None:
    """The number that "5", "5.1" and "5b" begin with."""
    digits = _DIGITS.match(candidate.number or "")
    return int(digits.group()) if digits else None


def heaviest_run(candidates: Sequence[PointHeading], weights: dict[PointHeading, float]) -> list[PointHeading]:
    """The heaviest run of candidates whose numbers ascend."""
    best: list[tuple[float, int | None]] = []
    for position, candidate in enumerate(candidates):
        value, before = weights[candidate], None
        for earlier in range(max(0, position - _LOOK_BACK), position):
            step = _step(candidates[earlier], candidate)
            total = best[earlier][0] + weights[candidate] + 1.0 - 0.2 * (step - 1) if step else 0.0
            if step and total > value:
                value, before = total, earlier
        best.append((value, before))
    if not best:
        return []
    at: int | None = max(range(len(best)), key=lambda index: best[index][0])
    chain: list[PointHeading] = []
    while at is not None:
        chain.append(candidates[at])
        at = best[at][1]
    return chain[::-1]


def fill_gaps(chain: list[PointHeading], candidates: Sequence[PointHeading]) -> list[PointHeading]:
    """The points of a chain with those around them that have nothing known under their heading, as closed points."""
    filled = [*_leading(chain[0], candidates), chain[0]]
    rest = iter(candidates)
    for later in [*chain[1:], None]:
        for candidate in rest:
            if candidate is later:
                break
            is_before = later is None or candidate.body <= later.index
            is_next = candidate.index >= filled[-1].body and _step(filled[-1], candidate) == 1
            if is_before and is_next and (later is None or candidate.number != later.number):
                filled.append(candidate)
        if later is not None:
            filled.append(later)
    return filled


def _leading(first: PointHeading, candidates: Sequence[PointHeading]) -> list[PointHeading]:
    """The points right before a chain; a list of contents over it ends with a number that does not lead to it."""
    leading: list[PointHeading] = []
    for candidate in reversed([one for one in candidates if one.body <= first.index]):
        if _step(candidate, leading[0] if leading else first) != 1:
            break
        leading.insert(0, candidate)
    return leading


def _step(earlier: PointHeading, later: PointHeading) -> int:
    """How far a number is from the one before; 0 where it cannot follow."""
    one, other = _counted(earlier), _counted(later)
    if one is None or other is None or earlier.body > later.index:
        return 0
    step = other - one
    if step == 0 and earlier.number != later.number:
        return 1  # 5.1 after 5, 5b after 5a
    return step if 1 <= step <= _LARGEST_GAP else 0
