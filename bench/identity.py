"""How well names are judged: ``python -m bench.identity`` prints the labelled pairs by kind of variation.

The pairs (`tests/graph/identity/pairs.jsonl`) were written before the rules by somebody who had not seen them. Each is
judged as a corpus of its own: the two names with what is known of them, and the other names that the pair tells of. Two
of one id (a name that says nothing to tell them apart) are told apart here, as the judging functions see them; the
column "one id" counts them. Of `same`, P is right of judged and R right of labelled; a false merge is `same` judged of
two that are labelled `different`.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from bench.report import grid
from extract.entities import lexicon
from graph import ids
from graph.identity.identity import identify
from graph.identity.named import Named, NamedKind

FOLDER = Path(__file__).parents[1] / "tests" / "graph" / "identity"
SAME, DIFFERENT, UNSURE = "same", "different", "unsure"
_MEETING = "m"  # on whose list both names of a pair stand
_ASIDE = re.compile(r"\s*\((?P<party>[^(),]*)(?:,\s*(?P<role>[^()]*))?\)\s*$")


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pair as names of a corpus: the two first, then the others that the pair tells of."""

    id: str
    kind: NamedKind
    slice: str
    label: str
    names: tuple[Named, ...]
    one_id: bool  # the names alone do not tell them apart


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with what was judged."""

    pair: Pair
    verdict: str

    @property
    def is_false_merge(self) -> bool:
        """Whether two became one."""
        return self.verdict == SAME and self.pair.label == DIFFERENT


def read_pairs(path: Path = FOLDER / "pairs.jsonl") -> list[Pair]:
    """The labelled pairs; what is for readers only (`why`, `slice`, `id`) is not given to the names."""
    return [_pair(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def _pair(row: Mapping[str, Any]) -> Pair:
    kind = NamedKind(row["kind"].capitalize())
    one, other = (_named(kind, row[side], row) for side in "ab")
    one_id = one.id == other.id
    if one_id:
        one, other = replace(one, id=f"{one.id}.1"), replace(other, id=f"{other.id}.2")
    others = [_other(kind, name, one, number) for number, name in enumerate(row.get("others", ()), 3)]
    return Pair(row["id"], kind, row["slice"], row["same"], (one, other, *others), one_id)


def _named(kind: NamedKind, side: Mapping[str, Any], row: Mapping[str, Any]) -> Named:
    home = ids.municipality_id(side["municipality"]) if side["municipality"] else None
    if kind is NamedKind.ORGANISATION and side["name"].casefold() in _national():
        home = None  # as `graph.naming` has it
    bodies = frozenset(ids.body_id(home or ids.UNKNOWN, body) for body in side["bodies"])
    id_ = _id(kind, side["name"], home)
    return Named(
        kind,
        id_,
        side["name"],
        home,
        bodies=bodies,
        first=date.fromisoformat(side["first"]),
        last=date.fromisoformat(side["last"]),
        parties=frozenset(side.get("parties", ())),
        roles=frozenset(side["roles"]),
        listed=frozenset({_MEETING} if row.get("together") else ()),
        holds_meetings=kind is NamedKind.BODY and id_ in bodies,
    )


@cache
def _national() -> frozenset[str]:
    """The names of organisations that the whole country knows."""
    entries = lexicon.organisations().organisations
    return frozenset(name.casefold() for one in entries for name in (one.name, *one.aliases))


def _other(kind: NamedKind, printed: str, beside: Named, number: int) -> Named:
    """Another name there and then; its party may follow in brackets, and its role after a comma."""
    aside = _ASIDE.search(printed) if kind is NamedKind.PERSON else None
    name = printed[: aside.start()] if aside else printed
    parties = frozenset({aside["party"]} if aside else ())
    roles = frozenset({aside["role"]} if aside and aside["role"] else ())
    id_ = f"{_id(kind, name, beside.municipality)}.{number}"
    return replace(beside, id=id_, name=name, parties=parties, roles=roles, listed=frozenset())


def _id(kind: NamedKind, name: str, home: str | None) -> str:
    match kind:
        case NamedKind.PERSON:
            return ids.person_id(home or ids.UNKNOWN, name)
        case NamedKind.BODY:
            return ids.body_id(home or ids.UNKNOWN, name)
        case NamedKind.ORGANISATION:
            return ids.organisation_id(name, home)
        case NamedKind.LAW:
            return ids.law_id(name, home)


def judge(pair: Pair) -> Judged:
    """What the rules say of a pair: `different` where they leave two apart without asking."""
    found = identify(pair.names)
    one, other = pair.names[:2]
    if found.resolve(pair.kind, one.id) == found.resolve(pair.kind, other.id):
        return Judged(pair, SAME)
    asked = {judgement.pair for judgement in found.unsure}
    return Judged(pair, UNSURE if tuple(sorted((one.id, other.id))) in asked else DIFFERENT)


def figures(judged: Iterable[Judged]) -> dict[str, int]:
    """Counts of one slice: labels, judged `same`, right ones, false merges, questions, and pairs of one id."""
    pairs = list(judged)
    return {
        "pairs": len(pairs),
        "same": sum(one.pair.label == SAME for one in pairs),
        "judged": sum(one.verdict == SAME for one in pairs),
        "right": sum(one.verdict == SAME == one.pair.label for one in pairs),
        "false": sum(one.is_false_merge for one in pairs),
        "asked": sum(one.verdict == UNSURE for one in pairs),
        "missed": sum(one.verdict == DIFFERENT != one.pair.label for one in pairs),
        "one_id": sum(one.pair.one_id for one in pairs),
    }


def by_slice(judged: Sequence[Judged]) -> dict[str, dict[str, int]]:
    """The figures of each slice, of each kind, and of all, by name."""
    names = dict.fromkeys(f"{one.pair.kind.value.lower()}: {one.pair.slice}" for one in judged)
    kinds = dict.fromkeys(one.pair.kind.value.lower() for one in judged)
    found = {
        name: figures(one for one in judged if f"{one.pair.kind.value.lower()}: {one.pair.slice}" == name)
        for name in names
    }
    found |= {kind: figures(one for one in judged if one.pair.kind.value.lower() == kind) for kind in kinds}
    return found | {"all": figures(judged)}


def table(last: Mapping[str, Mapping[str, int]], first: Mapping[str, Mapping[str, int]]) -> str:
    """The figures as Markdown, the first run's beside the last one's."""
    header = (
        "slice",
        "pairs",
        "same",
        "P first",
        "R first",
        "asked first",
        "false first",
        "P",
        "R",
        "asked",
        "false",
        "left apart",
        "one id",
    )
    return grid(header, [_row(name, counts, first.get(name, {})) for name, counts in last.items()])


def _row(name: str, last: Mapping[str, int], first: Mapping[str, int]) -> tuple[str, ...]:
    shown = (
        (
            _share(of["right"], of["judged"]),
            _share(of["right"], of["same"]),
            _share(of["asked"], of["pairs"]),
            str(of["false"]),
        )
        if of
        else ("-",) * 4
        for of in (first, last)
    )
    counts = (str(last["missed"]), str(last["one_id"]))
    return (name, str(last["pairs"]), str(last["same"]), *(cell for cells in shown for cell in cells), *counts)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def read_first() -> Mapping[str, Mapping[str, int]]:
    """The figures of the first run, before the rules' author opened the pairs."""
    figures: Mapping[str, Mapping[str, int]] = json.loads((FOLDER / "first-run.json").read_text("utf-8"))["figures"]
    return figures


def main() -> None:
    """Judge all pairs and print the table; with --wrong also each pair that is not judged as labelled."""
    parser = argparse.ArgumentParser(prog="python -m bench.identity", description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list the pairs that are not judged as labelled")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures and verdicts there")
    given = parser.parse_args()
    judged = [judge(pair) for pair in read_pairs()]
    print(table(by_slice(judged), read_first()))
    if given.wrong:
        for one in judged:
            if one.verdict != one.pair.label:
                here, there = one.pair.names[:2]
                print(
                    f"{one.pair.id} {one.pair.slice}: {one.pair.label} judged {one.verdict}: {here.name} | {there.name}"
                )
    if given.json:
        found = {"figures": by_slice(judged), "verdicts": {one.pair.id: one.verdict for one in judged}}
        given.json.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
