"""Decisions and the ballots in them as nodes and relations. Only what is printed: no ballot is derived."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extract.evidence import Evidence, Stated, value_of
from extract.mentions import BodyName
from extract.records import BallotOption, Decision, Explanation, Referral, Vote, Voter
from graph import ids
from graph.facts import Gathering
from graph.naming import name_body, name_party, name_person


def assemble_decision(gathering: Gathering, decision: Decision, item: str, ordinal: int, votes_before: int) -> None:
    """Add one body's decision and its votes; the votes of a point are numbered through."""
    keys = [ids.body_slug(decision.body.name), *([decision.date.isoformat()] if decision.date else [])]
    id_ = gathering.node(
        "Decision",
        ids.part_id(item, "decision", *keys),
        ordinal=ordinal,
        date=decision.date,
        text=decision.text,
        outcomes=[outcome.value for outcome in decision.outcomes],
        own=decision.own,
        released=decision.released,
        item_number=decision.item_number,
        relation_to_recommendation=decision.relation_to_recommendation.value,
        relation_by_recommendation=[relation.value for relation in decision.relation_by_recommendation],
    )
    gathering.relate(("AgendaItem", item), "HAS_DECISION", ("Decision", id_))
    body = name_body(gathering, decision.body)
    gathering.relate(("Decision", id_), "MADE_BY", ("Body", body))
    gathering.support("Decision", id_, "body", f"{body} {decision.date}", decision.evidence)
    for evidence in decision.text_evidence:
        gathering.support("Decision", id_, "text", decision.text, evidence)
    for number, vote in enumerate(decision.votes, votes_before + 1):
        vote_id = _add_vote(gathering, vote, ids.part_id(item, "vote", number), number)
        gathering.relate(("Decision", id_), "HAS_VOTE", ("Vote", vote_id))


def _add_vote(gathering: Gathering, vote: Vote, id_: str, ordinal: int) -> str:
    id_ = gathering.node(
        "Vote",
        id_,
        ordinal=ordinal,
        motion=value_of(vote.motion),
        result=value_of(vote.result),
        result_text=vote.result_text,
        count_for=vote.count_for,
        count_against=vote.count_against,
        count_abstain=vote.count_abstain,
        counts_printed=vote.counts_printed,
    )
    for field, value, evidence in _vote_claims(vote):
        gathering.support("Vote", id_, field, value, evidence)
    if vote.mover and (mover := _person(gathering, vote.mover)):
        gathering.relate(("Vote", id_), "MOVED_BY", ("Person", mover))
    for option, voter in vote.ballots:
        _add_ballot(gathering, option, voter, id_)
    for number, explanation in enumerate(vote.explanations, 1):
        _add_explanation(gathering, explanation, id_, number)
    if vote.referral:
        _add_referral(gathering, vote.referral, id_)
    return id_


def _vote_claims(vote: Vote) -> Sequence[tuple[str, Any, Evidence]]:
    """Which field of a vote stands where, with what another document must agree on."""
    counts = {
        BallotOption.FOR: ("count_for", vote.count_for),
        BallotOption.AGAINST: ("count_against", vote.count_against),
        BallotOption.ABSTAIN: ("count_abstain", vote.count_abstain),
    }
    claims: list[tuple[str, Any, Evidence]] = [("vote", value_of(vote.result), vote.evidence)]
    for field, known in (("motion", vote.motion), ("result", vote.result)):
        if isinstance(known, Stated):
            claims.append((field, known.value, known.evidence))
    if vote.mover:
        claims.append(("mover", vote.mover.person or vote.mover.party, vote.mover.evidence))
    claims.extend((*counts[option], evidence) for option, evidence in vote.option_evidence)
    return claims


def _add_ballot(gathering: Gathering, option: BallotOption, voter: Voter, vote: str) -> None:
    """A person's ballot, or that of a party as a block, with the party as printed there."""
    name = voter.person or voter.party or voter.party_surface or ids.UNKNOWN
    id_ = gathering.node(
        "Ballot",
        ids.part_id(vote, "ballot", option.value, name),
        option=option.value,
        name=name,
        party=voter.party,
        party_surface=voter.party_surface,
        block=voter.person is None,
    )
    gathering.relate(("Vote", vote), "HAS_BALLOT", ("Ballot", id_))
    gathering.support("Ballot", id_, "option", f"{option.value} {voter.party}", voter.evidence)
    party = name_party(gathering, voter.party, voter.party_surface) if voter.party else None
    if person := _person(gathering, voter):
        gathering.relate(("Ballot", id_), "CAST_BY", ("Person", person))
        if party:
            gathering.relate(("Ballot", id_), "CAST_FOR_PARTY", ("Party", party))
    elif party:
        gathering.relate(("Ballot", id_), "CAST_BY", ("Party", party))


def _person(gathering: Gathering, voter: Voter) -> str | None:
    """The person who voted; None for a party as a block."""
    return name_person(gathering, voter.person) if voter.person else None


def _add_explanation(gathering: Gathering, explanation: Explanation, vote: str, number: int) -> None:
    id_ = gathering.node(
        "Explanation",
        ids.part_id(vote, "explanation", number),
        text=explanation.text,
        persons=list(explanation.persons),
        parties=list(explanation.parties),
    )
    gathering.relate(("Vote", vote), "HAS_EXPLANATION", ("Explanation", id_))
    gathering.support("Explanation", id_, "text", explanation.text, explanation.evidence)
    for name in explanation.persons:
        if person := name_person(gathering, name):
            gathering.relate(("Explanation", id_), "GIVEN_BY", ("Person", person))
    for name in explanation.parties:
        gathering.relate(("Explanation", id_), "GIVEN_BY", ("Party", name_party(gathering, name, None)))


def _add_referral(gathering: Gathering, referral: Referral, vote: str) -> None:
    by = referral.by.person or referral.by.party
    id_ = gathering.node(
        "Referral",
        ids.part_id(vote, "referral"),
        text=referral.text,
        by=by,
        to=referral.to,
        law=referral.law,
        section=referral.section,
    )
    gathering.relate(("Vote", vote), "HAS_REFERRAL", ("Referral", id_))
    gathering.support("Referral", id_, "text", referral.text, referral.evidence)
    gathering.support("Referral", id_, "by", by, referral.by.evidence)
    if person := _person(gathering, referral.by):
        gathering.relate(("Referral", id_), "REFERRED_BY", ("Person", person))
    body = name_body(gathering, BodyName(referral.to, referral.to))
    gathering.relate(("Referral", id_), "REFERRED_TO", ("Body", body))
