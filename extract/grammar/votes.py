"""Votes as the minutes tell them: motion, voters by name or by party, tally, result, reasons, referral.

A decision is read sentence by sentence. Each sentence is a statement of one of a few kinds; statements gather in a
draft until one comes that must belong to the next vote (a second tally, a second list for). Only what is printed is
read: a party that votes as a block stays a block, and "enstemmigt" names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extract.evidence import Stated
from extract.grammar.ballots import Draft, Pending, are_strangers, to_voter
from extract.grammar.cast import Casting, Form
from extract.grammar.castings import read_castings, read_continuation, read_reason
from extract.grammar.disqualification import answer_of
from extract.grammar.explanations import Said, goes_on, read_explanation, read_said
from extract.grammar.motions import end_of_motion, read_motion
from extract.grammar.names import FoundName
from extract.grammar.outcomes import read_outcomes
from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.quotations import QUOTE_CLOSES, closing_quote
from extract.grammar.referrals import read_referral
from extract.grammar.results import (
    is_by_other,
    is_of_next,
    is_of_other,
    result_in,
    subject_of,
    take_agreement,
    take_choice,
    take_result,
)
from extract.grammar.rosters import Roster
from extract.grammar.sentences import split_sentences
from extract.grammar.statements import Sentence, joined
from extract.grammar.tallies import (
    is_same_part,
    mover_in,
    part_in,
    read_bracketed,
    take_cast_object,
    take_fate,
    take_moved,
    take_object,
)
from extract.grammar.vocabulary import compiled, vote_patterns
from extract.records import BallotOption, Vote

_LEAD = re.compile(
    r"\s*(?:(?:ad\s*)?\d{1,2}[.:)]?(?:\s*[-–,og]+\s*\d{1,2}[.:)]?)*[.:)]?\s+(?!\d|stem|undlod|med\b|medlem))?(?=\S)",
    re.IGNORECASE,
)
# how it was voted, and not on what
_BARE = re.compile(r"(?:\w+\s+)?afstemning(?:en)?|valget|skriftligt|hemmeligt|sagen|punktet", re.IGNORECASE)
_ENDS = (".", "!", "?", *QUOTE_CLOSES)
_AT = re.compile(r"\W*(?:\d{1,2}[.)]\s*)?at\b", re.IGNORECASE)


def read_votes(
    paragraphs: Sequence[Paragraph], roster: Roster, day: date | None
) -> tuple[tuple[Vote, ...], frozenset[int]]:
    """The votes of a decision in order, and which of its paragraphs are motions or statements: those are no outcome."""
    reader = _Reader(roster, day.year if day else None)
    for index, paragraph in joined(paragraphs):
        reader.read(index, paragraph)
    votes = tuple(vote for draft in reader.drafts if (vote := draft.finish()))
    return votes, frozenset(reader.motions)


class _Reader:
    """Goes through the sentences of a decision."""

    def __init__(self, roster: Roster, year: int | None) -> None:
        self.drafts: list[Draft] = []
        self.motions: set[int] = set()
        self._roster = roster
        self._year = year
        self._awaits_motion = False
        self._is_decided = False  # an outcome of the body has been read
        self._is_cut = False  # a page's end cuts the motion: it goes on in the next paragraph
        self._awaits_reason: tuple[FoundName, ...] = ()  # whose statement stands in the next paragraph
        self._is_procedural = False  # the sentences are about whether somebody is disqualified
        self._question: Stated[str] | None = None  # whether somebody is, as it was asked
        self._awaits_voters: BallotOption | None = None
        self._said = Said()
        self._pending: Pending | None = None  # an outcome that no vote has claimed yet

    def read(self, index: int, paragraph: Paragraph) -> None:
        """Read one paragraph of the decision."""
        whole = Sentence(paragraph, paragraph.mark, len(paragraph.text), is_numbered=False)
        spans = list(split_sentences(paragraph.text))
        is_cut, self._is_cut = self._is_cut, False
        if self.drafts and self.drafts[-1].awaits_choice:
            take_choice(self.drafts[-1], whole)
        elif self._awaits_reason:
            self._explain(whole, self._awaits_reason, whole.start)
            self._awaits_reason = ()
            self.motions.add(index)
        elif self._awaits_motion:
            self._awaits_motion = False
            end = end_of_motion(paragraph.text, spans) if spans else len(paragraph.text)
            self.drafts[-1].motion = whole.stated(whole.start, end, "vote.motion")
            self.motions.add(index)
            self._read_sentences(paragraph, [span for span in spans if span[0] >= end])
        elif is_cut and paragraph.text[:1].islower() and spans:
            end = end_of_motion(paragraph.text, spans)
            self.drafts[-1].go_on(paragraph.text[:end])
            self._read_sentences(paragraph, [span for span in spans if span[0] >= end])
        elif self._is_more_of_motion(paragraph):
            self.motions.add(index)
        elif not self._take_continuation(whole) and not self._take_referral(paragraph, 0):
            self._read_sentences(paragraph, spans)

    def _read_sentences(self, paragraph: Paragraph, spans: Sequence[tuple[int, int]]) -> None:
        done = 0
        for number, (start, end) in enumerate(spans):
            if start < done:
                continue
            lead = _LEAD.match(paragraph.text, start, end)
            begin = lead.end() if lead else start
            sentence = Sentence(paragraph, begin, end, bool(paragraph.text[start:begin].strip()))
            before, self._said = self._said, Said()
            done = self._take_motion(sentence, spans[number:]) or self._read_sentence(sentence, before) or end

    def _read_sentence(self, sentence: Sentence, before: Said) -> int | None:
        """Read one sentence; where reading goes on, if what it begins goes on over its end."""
        if sentence.is_numbered:
            self._pending = None
        if self._take_disqualification(sentence):
            return None
        counted = self._take_tally(sentence)
        castings = self._known(read_castings(sentence.text, sentence.start))
        for casting in castings:
            self._take_casting(sentence, casting)
        dissent = [one.names for one in castings if one.names and one.option is not BallotOption.FOR]
        self._said = replace(self._said, voted=dissent[0] if len(dissent) == 1 else ())
        if counted or castings or self._take_more_reason(sentence, before):
            return None
        if (end := self._take_reason(sentence)) is not None:
            return end
        is_other = self._take_held_vote(sentence) or self._take_referral(sentence.paragraph, sentence.start)
        if not is_other:
            self._take_result(sentence)
        return None

    # Motions

    def _take_motion(self, sentence: Sentence, spans: Sequence[tuple[int, int]]) -> int | None:
        """Take a motion; where it ends."""
        motion = read_motion(sentence.paragraph.text, spans, sentence.start)
        if motion is None:
            return None
        draft = self._new_draft(sentence)
        movers = [self._roster.resolve(name) for name in motion.movers]
        if len(movers) == 1 and not are_strangers(movers, self._roster):
            draft.mover = to_voter(
                sentence.paragraph, movers[0], motion.mover_at, self._year, "vote.mover", self._roster
            )
        draft.is_moved = motion.is_moved
        draft.is_proposed = True
        draft.is_held = motion.is_put
        self._pending = None
        if motion.fate:
            take_fate(draft, sentence, *motion.fate)
        if motion.span:
            draft.motion = sentence.stated(*motion.span, "vote.motion")
            self._is_cut = motion.fate is None and not sentence.paragraph.text[: motion.end].rstrip().endswith(_ENDS)
        else:
            self._awaits_motion = True
        return motion.end

    def _is_more_of_motion(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph "at …" goes on with the motion over it."""
        draft = self.drafts[-1] if self.drafts else None
        return (
            draft is not None
            and draft.is_moved
            and not draft.is_told
            and draft.result is None
            and bool(_AT.match(paragraph.text))
        )

    def _take_held_vote(self, sentence: Sentence) -> bool:
        """A vote without names or numbers: "… blev fundet ved afstemning", "Der blev stemt om forslaget"."""
        if compiled(vote_patterns().one_by_one).search(sentence.words):
            return False
        for pattern in (*vote_patterns().ballot, *vote_patterns().motion_here):
            if match := compiled(pattern).match(sentence.text, sentence.start, sentence.end):
                is_of_motion = "forslag" in match["motion"].casefold()
                mover, span = mover_in(sentence, match.span("motion"), self._roster, self._year)
                draft = self.drafts[-1] if self.drafts else None
                is_told = draft is None or draft.is_told or draft.result is not None or not draft.is_proposed
                if draft is None or is_told or not is_of_motion or is_by_other(draft, mover):
                    draft = self._new_draft(sentence)
                draft.is_held, self._pending = True, None
                draft.is_proposed = draft.is_proposed or mover is not None
                draft.mover = draft.mover or mover
                if draft.motion is None and not _BARE.fullmatch(match["motion"].strip()):
                    draft.motion = sentence.stated(*span, "vote.motion.sentence")
                take_result(draft, sentence)
                return True
        return False

    # Disqualification

    def _take_disqualification(self, sentence: Sentence) -> bool:
        """Who is disqualified is voted on by itself; what is decided of the matter is not the result of that vote."""
        patterns = vote_patterns()
        if not compiled(patterns.disqualification).search(sentence.words):
            return False
        draft = self.drafts[-1] if self.drafts else None
        if draft and draft.is_procedural and draft.is_told and draft.result is None:
            place = sentence.stated(sentence.start, sentence.end, "vote.result.disqualified")
            answer = answer_of(sentence.words, draft.motion.value if draft.motion else "")
            if answer is not None:
                draft.result = Stated("approved" if answer else "rejected", place.evidence)
                draft.result_text = place.value
                self._is_procedural = False
                return True
        self._is_procedural = not compiled(patterns.disqualified_fact).search(sentence.words)
        if question := compiled(patterns.disqualified_question).search(sentence.text, sentence.start):
            self._question = sentence.stated(*question.span("object"), "vote.motion.disqualified")
        return False

    # Voters

    def _known(self, castings: Sequence[Casting]) -> list[Casting]:
        """Castings of members: a name without party must be on the list of participants, where there is one."""
        resolved = [replace(one, names=tuple(map(self._roster.resolve, one.names))) for one in castings]
        free = (Form.SUBJECT, Form.EXCEPTION)
        return [
            one
            for one in resolved
            if not self._are_strangers(one.names)
            and (one.form not in free or self._are_known(one.names))
            and (one.form is not Form.RECOMMENDING or not self._is_decided)
        ]

    def _take_casting(self, sentence: Sentence, casting: Casting) -> None:
        last = self.drafts[-1] if self.drafts else None
        if last and casting.form is Form.SUBJECT and casting.reason and last.repeats(casting.names, casting.option):
            self._explain(sentence, casting.names, casting.reason)
            return
        draft = self._part_for(self._draft_for(sentence, casting), sentence, casting)
        if casting.count is not None:
            draft.count_option(casting.option, casting.count)
        self._awaits_voters = casting.option if casting.form is Form.LABEL and not casting.names else None
        if casting.count == 0:
            self._awaits_voters = None
        if casting.names:
            self._cast(sentence.paragraph, draft, casting.names, casting.option, casting.start)
        if casting.object and draft.motion is None:
            take_cast_object(draft, sentence, casting.object, self._roster, self._year)
        if casting.reason is not None:
            self._explain(sentence, casting.names, casting.reason)
        if casting.form in (Form.EXCEPTION, Form.COUNTED) and draft.result is None:
            take_result(draft, sentence)
        if casting.form is Form.COUNTED:
            take_object(draft, sentence)
        if casting.form is Form.MAJORITY and casting.option is BallotOption.FOR and draft.result is None:
            take_agreement(draft, sentence, casting.end)

    def _take_continuation(self, whole: Sentence) -> bool:
        """Voters on the lines under a label "For stemte:"."""
        option = self._awaits_voters
        if option is None:
            return False
        names, reason = read_continuation(whole.text, whole.start)
        names = tuple(map(self._roster.resolve, names))
        if not names or self._are_strangers(names):
            self._awaits_voters = None
            return False
        self._cast(whole.paragraph, self.drafts[-1], names, option, names[0].start)
        if reason is not None:
            self._explain(whole, names, reason)
        return True

    def _take_reason(self, sentence: Sentence) -> int | None:
        """A reason or statement by itself, of somebody who has voted; where it ends."""
        draft = self.drafts[-1] if self.drafts else None
        text = sentence.paragraph.text
        if draft is None or not draft.is_told:
            return None
        found = read_reason(sentence.text, sentence.start, wish=True)
        names = tuple(map(self._roster.resolve, found[0])) if found else ()
        may_be_other = draft.may_hold_others and not self._are_strangers(names)
        if found is None or not (draft.holds(names) or may_be_other):
            return None
        if read_reason(sentence.text, sentence.start) is None and not draft.dissent(names):
            return None  # "A ønsker, at …": a reason only of those who did not get their way
        if not text[found[1] : sentence.end].strip():
            self._awaits_reason = names
            return sentence.end
        self._explain(sentence, names, found[1])
        return closing_quote(text, max(0, found[1] - 1), sentence.end) or sentence.end

    def _take_more_reason(self, sentence: Sentence, before: Said) -> bool:
        """A reason of those who voted in the sentence before, or more of the reason that it gave."""
        if before.reason and goes_on(sentence, before.reason):
            first, names, start = before.reason
            self.drafts[-1].explanations.pop()
            self._explain(replace(first, end=sentence.end), names, start)
            return True
        if said := read_said(sentence, before.voted):
            self._explain(sentence, *said)
        return said is not None

    # Tallies and results

    def _take_tally(self, sentence: Sentence) -> bool:
        for pattern in vote_patterns().tally:
            match = compiled(pattern).search(sentence.text, sentence.start)
            if match is None:
                continue
            if self._take_election(sentence):
                return True
            draft = self.drafts[-1] if self.drafts else None
            told = draft is not None and draft.ballots and (draft.result is not None or is_of_other(draft, sentence))
            if draft is None or draft.is_counted or told or self._pending:
                draft = self._new_draft(sentence)
            self._pending = None
            take_moved(draft, sentence, self._roster, self._year)
            if draft.result is None:
                take_result(draft, sentence)
            draft.count(match)
            self._take_bracketed(draft, sentence, match)
            self._take_other_counts(draft, sentence)
            take_object(draft, sentence)
            return True
        draft = self.drafts[-1] if self.drafts else None
        return draft is not None and draft.is_counted and self._take_other_counts(draft, sentence, is_own=True)

    def _take_election(self, sentence: Sentence) -> bool:
        """ "A blev valgt med 4 stemmer mod 3": votes for the one and the other, and not for and against."""
        chosen = compiled(vote_patterns().chosen).search(sentence.words)
        if chosen is None or not chosen["elected"]:
            return False
        draft = self.drafts[-1] if self.drafts else None
        if draft is None or not draft.is_held or draft.result is not None:
            draft = self._new_draft(sentence)
        draft.is_held = True
        return take_result(draft, sentence)

    def _take_other_counts(self, draft: Draft, sentence: Sentence, *, is_own: bool = False) -> bool:
        """Who abstained or was against, beside a tally or in a sentence of their own after it (`is_own`)."""
        abstained = compiled(vote_patterns().abstain_count).search(sentence.text, sentence.start)
        if abstained:
            draft.count_abstain = int(abstained["abstain"])
        against = compiled(vote_patterns().against_after_tally).search(sentence.text, sentence.start)
        if against and is_own and against["object"]:
            against = None
        if against and draft.count_against is None:
            draft.count_against = int(against["against"])
        return abstained is not None or against is not None

    def _take_bracketed(self, draft: Draft, sentence: Sentence, match: re.Match[str]) -> None:
        for option, names, start in read_bracketed(draft, sentence, match):
            voters = tuple(map(self._roster.resolve, names))
            if self._are_known(voters) and not self._are_strangers(voters):
                self._cast(sentence.paragraph, draft, voters, option, start)

    def _take_result(self, sentence: Sentence) -> None:
        draft = self.drafts[-1] if self.drafts and not sentence.is_numbered else None
        can_take = draft is not None and draft.result is None and draft.awaits_result
        if draft and can_take and not is_of_other(draft, sentence) and take_result(draft, sentence):
            return
        result = result_in(sentence)
        if result or read_outcomes([squeeze(sentence.words)]):
            if draft and draft.is_proposed and not draft.is_told and draft.result is None:
                self.drafts.pop()  # it was proposed, and something was decided without a vote on it
            self._is_procedural = False
            self._is_decided = True
            self._pending = Pending(
                result, sentence.stated(sentence.start, sentence.end, "vote.result"), subject_of(sentence)
            )
        self._awaits_voters = None

    def _take_referral(self, paragraph: Paragraph, start: int) -> bool:
        referral = read_referral(paragraph, self._year, start)
        if referral and self.drafts:
            self.drafts[-1].referral = referral
            return True
        return referral is not None

    # Drafts

    def _draft_for(self, sentence: Sentence, casting: Casting) -> Draft:
        """The vote that voters belong to: the one being told, unless they cannot be of it."""
        draft = self.drafts[-1] if self.drafts else None
        if draft is None or self._begins_next(draft, casting):
            draft = self._new_draft(sentence)
        is_named = (
            casting.form is Form.LABEL and casting.object is not None
        )  # "Tredje led: for stemte": not of what came before
        if self._pending and self._pending.result and draft.result is None and not is_named:
            draft.result = Stated(self._pending.result, self._pending.sentence.evidence)
            draft.result_text = self._pending.sentence.value
            draft.motion = draft.motion or self._pending.subject
        self._pending = None
        return draft

    def _part_for(self, draft: Draft, sentence: Sentence, casting: Casting) -> Draft:
        """The vote on a part of what was decided, where voters are of that part alone: "undlod ved punkt 2"."""
        part = part_in(sentence, casting.object) if casting.object else None
        if part is None or is_same_part(draft, part):
            return draft
        if draft.ballots or draft.is_counted:
            draft = self._new_draft(sentence)
        draft.motion = part
        return draft

    def _begins_next(self, draft: Draft, casting: Casting) -> bool:
        if self._pending and (draft.ballots or is_of_next(draft, self._pending)):
            return True
        if casting.form is Form.LABEL and casting.object and draft.is_told and draft.result is not None:
            return True
        if casting.form is Form.SUBJECT:
            return draft.contradicts(casting.names, casting.option)
        return draft.has(casting.option) or draft.contradicts(casting.names, casting.option)

    def _new_draft(self, sentence: Sentence) -> Draft:
        place = sentence.paragraph.evidence(sentence.start, sentence.end, "vote")
        draft = Draft(place, self._year, self._roster, is_procedural=self._is_procedural)
        if self._is_procedural:
            draft.motion, self._question = self._question, None
        self.drafts.append(draft)
        return draft

    def _cast(
        self, paragraph: Paragraph, draft: Draft, names: Sequence[FoundName], option: BallotOption, start: int
    ) -> None:
        place = paragraph.evidence(start, names[-1].end, f"vote.{option.value}")
        voters = [(name, to_voter(paragraph, name, 0, self._year, "vote.ballot", self._roster)) for name in names]
        draft.add(option, place, voters)

    def _explain(self, sentence: Sentence, names: Sequence[FoundName], start: int) -> None:
        explanation = read_explanation(sentence, names, start)
        if explanation:
            self.drafts[-1].explanations.append(explanation)
            self._said = Said(reason=(sentence, tuple(names), start))
        else:
            self._awaits_reason = tuple(names)

    def _are_known(self, names: Sequence[FoundName]) -> bool:
        return all(name.party or not self._roster.members or self._roster.holds(name.person or "") for name in names)

    def _are_strangers(self, names: Sequence[FoundName]) -> bool:
        """Whether no name here is of a party or member for sure, and none of the votes before has them."""
        return are_strangers(names, self._roster) and not any(draft.holds(names) for draft in self.drafts)
