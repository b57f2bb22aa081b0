"""Every published point whose decision speaks of voting: what was read there, and a draw of them for a blind judge.

Which points those are is decided on the HTML alone, so that a decision that our rules miss is drawn as well. Texts go
to files outside the project only; ids, counts and verdicts are what is kept.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bench.quality.agenda import PublishedPoint, read_published
from bench.quality.rendering import plain_lines
from extract.evidence import Known, value_of
from extract.records import BallotOption, Decision, ItemRecord, Vote, Voter

SEED = 20_261_121
DRAWN = 50
VERDICTS = Path(__file__).with_name("verdicts.json")

_WORDS = re.compile(r"(?<!\w)(?:stemte|stemmer|imod|undlod)(?!\w)", re.IGNORECASE)
_DECIDES = re.compile(r"Beslutning\b|Sagens forløb\b")
_PRESENTS = re.compile(r"Fremstilling$")
_OPTIONS = {BallotOption.FOR: "for", BallotOption.AGAINST: "imod", BallotOption.ABSTAIN: "undlod"}


class Verdict(StrEnum):
    """What a judge says of the reading of one point."""

    RIGHT = "right"  # all that is printed of the votes, and nothing else
    WRONG = "wrong"  # something that is not printed, or otherwise than printed
    MISSING = "missing"  # what was read is printed, but not all that is printed was read


@dataclass(frozen=True, slots=True)
class VotingPoint:
    """A point whose decision text speaks of voting."""

    name: str  # file stem, "#", number: the id of a verdict
    decision: tuple[str, ...]  # the lines of its decisions, as published
    item: ItemRecord | None  # what was read; None: the point itself was not


def voting_points(folder: Path) -> Iterator[VotingPoint]:
    """All of them, in the order of files and points."""
    from extract.grammar import parse
    from extract.reading import read

    for path in sorted(folder.glob("*.json")):
        published = {point.number: decision_lines(point) for point in read_published(path).points}
        speaking = {number: lines for number, lines in published.items() if any(map(_WORDS.search, lines))}
        if speaking:
            items = {item.number: item for record in parse(read(path)) for item in record.items}
            for number, lines in speaking.items():
                yield VotingPoint(f"{path.stem}#{number}", tuple(lines), items.get(number))


def decision_lines(point: PublishedPoint) -> list[str]:
    """The lines under "Beslutning" and "Sagens forløb"; where there is no such heading, the whole text."""
    lines = [line for html in point.html for line in plain_lines(html)]
    kept: list[str] = []
    decides = not any(_DECIDES.match(line) for line in lines)
    for line in lines:
        decides = True if _DECIDES.match(line) else decides and not _PRESENTS.match(line)
        if decides:
            kept.append(line)
    return kept


def draw(points: Sequence[VotingPoint], seed: int = SEED, size: int = DRAWN) -> list[VotingPoint]:
    """So many of the points, the same for the same seed, in their order."""
    chosen = set(random.Random(seed).sample(sorted(point.name for point in points), min(size, len(points))))
    return [point for point in points if point.name in chosen]


def counts(points: Iterable[VotingPoint]) -> dict[str, int]:
    """How much was read of votes at these points."""
    found: Counter[str] = Counter()
    for point in points:
        votes = [vote for decision in (point.item.decisions if point.item else ()) for vote in decision.votes]
        found["points"] += 1
        found["points with a vote read"] += bool(votes)
        found["votes"] += len(votes)
        found["ballots"] += sum(len(vote.ballots) for vote in votes)
        found["votes with a printed tally"] += sum(vote.counts_printed for vote in votes)
        found["motions"] += sum(value_of(vote.motion) is not None for vote in votes)
        found["results"] += sum(value_of(vote.result) is not None for vote in votes)
        found["explanations"] += sum(len(vote.explanations) for vote in votes)
    return dict(found)


def sheet(points: Sequence[VotingPoint]) -> str:
    """The points for a judge: what is printed, and what was read, in plain words."""
    parts = [
        f"# {len(points)} points: is what was read what is printed?\n",
        "Verdict of each: `right` (all that is printed of votes was read, and nothing else), `wrong` (something read "
        "is not printed, or is printed otherwise), `missing` (what was read is right, but not all was read).\n"
        "`enstemmigt` and `uden afstemning` are no votes. A block has the name of its party or its printed letters. "
        "An earlier decision that is quoted belongs to its own body and date; a decision that is printed twice for the "
        "same body and date counts once.\n",
    ]
    for place, point in enumerate(points, 1):
        printed = "\n".join(f"> {line}  " for line in point.decision)
        read = "\n".join(f"- {line}" for line in told(point.item))
        parts.append(f"## {place}. {point.name}\n\nPrinted:\n\n{printed}\n\nRead:\n\n{read}\n")
    return "\n".join(parts)


def told(item: ItemRecord | None) -> list[str]:
    """What was read at a point, a sentence each."""
    if item is None:
        return ["(the point was not read)"]
    return [line for decision in item.decisions for line in _decision(decision)] or ["(no decision was read)"]


def _decision(decision: Decision) -> Iterator[str]:
    outcomes = ", ".join(decision.outcomes) or "none"
    quoted = "" if decision.own else " (quoted)"
    votes = len(decision.votes)
    yield f"decision of {decision.body.name}, {decision.date}{quoted}: outcomes {outcomes}; {votes} votes"
    for place, vote in enumerate(decision.votes, 1):
        yield f"vote {place}: {'; '.join(_vote(vote))}"


def _vote(vote: Vote) -> Iterator[str]:
    yield f"motion: {_known(vote.motion)}"
    if vote.mover:
        yield f"moved by {_voter(vote.mover)}"
    for option, word in _OPTIONS.items():
        voters = [_voter(voter) for cast, voter in vote.ballots if cast is option]
        if voters:
            yield f"{word}: {', '.join(voters)}"
    if vote.counts_printed:
        tally = (vote.count_for, vote.count_against, vote.count_abstain)
        yield "printed tally for/imod/undlod " + "/".join("-" if count is None else str(count) for count in tally)
    yield f"result: {_known(vote.result)}"
    for one in vote.explanations:
        yield f"explanation of {', '.join((*one.persons, *one.parties)) or 'nobody'}: {one.text}"
    if vote.referral:
        yield f"referred to {vote.referral.to} by {_voter(vote.referral.by)}"


def _known(known: Known[str]) -> str:
    return value_of(known) or "not printed"


def _voter(voter: Voter) -> str:
    party = voter.party or voter.party_surface
    return f"{voter.person} ({party})" if voter.person and party else voter.person or f"block {party}"


def read_verdicts(path: Path = VERDICTS) -> dict[str, Verdict]:
    """The verdicts by point. Raises ValueError for one that is none, or a file with anything but ids and verdicts."""
    if not path.exists():
        return {}
    kept = json.loads(path.read_bytes())
    if set(kept) != {"seed", "verdicts"} or not isinstance(kept["verdicts"], dict):
        raise ValueError(f"{path.name} holds more or less than a seed and verdicts")
    return {str(name): Verdict(verdict) for name, verdict in kept["verdicts"].items()}
