"""A member's own matter: the account tells who proposes what, and the decision speaks of "forslaget".

Kommunestyrelsesloven § 11: a member may have a matter brought up. Only where the title says that it is a proposal of
somebody's, and the account tells of one alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.evidence import Stated
from extract.grammar.ballots import to_voter
from extract.grammar.decisions import Setting
from extract.grammar.motions import read_motion
from extract.grammar.names import FoundName, list_of_names
from extract.grammar.paragraphs import Paragraph
from extract.grammar.sections import Layout
from extract.grammar.sentences import split_sentences
from extract.grammar.vocabulary import SectionRole, compiled, vote_patterns
from extract.records import Decision, Vote

_ELSEWHERE = (SectionRole.DECISION, SectionRole.HISTORY, SectionRole.ABSENCE, SectionRole.ATTACHMENTS)


@dataclass(frozen=True, slots=True)
class Initiative:
    """Who proposes what."""

    paragraph: Paragraph
    mover: FoundName
    mover_at: int
    motion: Stated[str]


def with_initiative(
    decisions: Sequence[Decision], title: str, layout: Layout, setting: Setting
) -> tuple[Decision, ...]:
    """The decisions, with mover and motion where the own one votes on "forslaget" and the account tells of it."""
    own = [vote for decision in decisions if decision.own for vote in decision.votes if _is_on_the_proposal(vote)]
    if len(own) != 1 or not compiled(vote_patterns().initiative_title).search(title):
        return tuple(decisions)
    told = list(_told(layout))
    if len(told) != 1:
        return tuple(decisions)
    named = _named(own[0], told[0], setting)
    return tuple(
        replace(one, votes=tuple(named if vote is own[0] else vote for vote in one.votes)) for one in decisions
    )


def _is_on_the_proposal(vote: Vote) -> bool:
    motion = vote.motion.value if isinstance(vote.motion, Stated) else ""
    return vote.mover is None and bool(compiled(vote_patterns().the_proposal).fullmatch(motion))


def _named(vote: Vote, told: Initiative, setting: Setting) -> Vote:
    mover, year = setting.roster.resolve(told.mover), setting.date.year if setting.date else None
    voter = to_voter(told.paragraph, mover, told.mover_at, year, "vote.mover.account", setting.roster)
    return replace(vote, motion=told.motion, mover=voter)


def _told(layout: Layout) -> Iterator[Initiative]:
    for part in layout.parts:
        for paragraph in part.paragraphs if part.role not in _ELSEWHERE else ():
            for begin, end in split_sentences(paragraph.text):
                if (told := _read(paragraph, begin, end)) is not None:
                    yield told


def _read(paragraph: Paragraph, begin: int, end: int) -> Initiative | None:
    """ "A (F) foreslår, at …", "A (F) har bedt om at få optaget følgende forslag: …" """
    text = paragraph.text
    asked = compiled(vote_patterns().asked).match(text[begin:end])
    movers = list_of_names(asked["mover"].strip()) if asked else ()
    if asked and len(movers) == 1:
        span = (begin + asked.start("motion"), begin + len(asked.group().rstrip(" .")))
        return Initiative(paragraph, movers[0], begin + asked.start("mover"), _stated(paragraph, *span))
    motion = read_motion(text, [(begin, end)], begin)
    if motion is None or motion.span is None or motion.fate or len(motion.movers) != 1:
        return None
    return Initiative(paragraph, motion.movers[0], motion.mover_at, _stated(paragraph, *motion.span))


def _stated(paragraph: Paragraph, start: int, end: int) -> Stated[str]:
    kept = start + len(paragraph.text[start:end].rstrip(" ."))
    return paragraph.stated(start, kept, "vote.motion.account")
