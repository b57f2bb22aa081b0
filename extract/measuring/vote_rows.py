"""The votes of a point as rows of an annotation, and everybody who appears in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extract.evidence import Known, Stated, value_of
from extract.records import BallotOption, Explanation, ItemRecord, Referral, Vote, Voter

Row = dict[str, Any]

_ROLES = {
    BallotOption.FOR: "voted for",
    BallotOption.AGAINST: "voted against",
    BallotOption.ABSTAIN: "abstained",
}


def votes_of(item: ItemRecord) -> list[Vote]:
    """The votes of a point in the order of the text."""
    return [vote for decision in item.decisions for vote in decision.votes]


def vote_row(vote: Vote) -> Row:
    """One vote in full."""
    row: Row = {
        "proposal": value_of(vote.motion),
        "proposal_line": _line(vote.motion),
        "proposer": _voter_row(vote.mover) if vote.mover else None,
        "proposer_line": vote.mover.evidence.line if vote.mover else None,
    }
    lines = {option: evidence.line for option, evidence in reversed(vote.option_evidence)}
    for option in BallotOption:
        row[option.value] = [_voter_row(voter) for cast, voter in vote.ballots if cast is option]
        row[f"{option.value}_line"] = lines.get(option)
    return row | {
        "result": value_of(vote.result),
        "result_text": vote.result_text,
        "result_line": _line(vote.result),
        "rule": vote.evidence.rule,
        "count_for": vote.count_for,
        "count_against": vote.count_against,
        "explanations": [_explanation_row(explanation) for explanation in vote.explanations],
        "referral": _referral_row(vote.referral) if vote.referral else None,
    }


def people_in_votes(item: ItemRecord) -> Iterator[tuple[str, Voter | None, int, str]]:
    """(name, as voter, line, role) of every person whom the votes of a point name."""
    for vote in votes_of(item):
        if vote.mover and vote.mover.person:
            yield vote.mover.person, vote.mover, vote.mover.evidence.line, "proposer of the motion"
        for option, voter in vote.ballots:
            if voter.person:
                yield voter.person, voter, voter.evidence.line, _ROLES[option]
        for explanation in vote.explanations:
            for name in explanation.persons:
                yield name, None, explanation.evidence.line, "explanation of vote"
        if vote.referral and vote.referral.by.person:
            by = vote.referral.by
            yield str(by.person), by, by.evidence.line, "invokes referral"


def voters_of(item: ItemRecord) -> Iterator[Voter]:
    """Every person and party that moved, voted or referred at a point."""
    for vote in votes_of(item):
        if vote.mover:
            yield vote.mover
        yield from (voter for _, voter in vote.ballots)
        if vote.referral:
            yield vote.referral.by


def _line(known: Known[str]) -> int | None:
    return known.evidence.line if isinstance(known, Stated) else None


def _voter_row(voter: Voter) -> Row:
    row = {"person": voter.person, "party": voter.party, "party_surface": voter.party_surface}
    return row | {"rule": voter.evidence.rule}


def _explanation_row(explanation: Explanation) -> Row:
    return {
        "persons": list(explanation.persons),
        "parties": list(explanation.parties),
        "text": explanation.text,
        "line": explanation.evidence.line,
        "rule": explanation.evidence.rule,
    }


def _referral_row(referral: Referral) -> Row:
    return {
        "by": _voter_row(referral.by),
        "to": referral.to,
        "kind": "standsningsret",
        "law": referral.law,
        "section": referral.section,
        "text": referral.text,
        "line": referral.evidence.line,
        "rule": referral.evidence.rule,
    }
