"""Votes as the minutes tell them: motion, voters by name or by party, tally, result, reasons, referral.

A decision is read sentence by sentence. Each sentence is a statement of one of a few kinds; statements gather in a
draft until one comes that must belong to the next vote (a second tally, a second list for). Only what is printed is
read: a party that votes as a block stays a block, and "enstemmigt" names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extract.evidence import Stated
from extract.grammar.ballots import Draft, Pending, to_voter
from extract.grammar.castings import Casting, Form, read_castings, read_continuation, read_reason
from extract.grammar.names import FoundName, list_of_names
from extract.grammar.outcomes import read_outcomes
from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.referrals import read_referral
from extract.grammar.sentences import split_sentences
from extract.grammar.vocabulary import compiled, vote_patterns
from extract.records import BallotOption, Explanation, Outcome, Vote

_LEAD = re.compile(
    r"\s*(?:(?:ad\s*)?\d{1,2}[.:)]?(?:\s*[-–,og]+\s*\d{1,2}[.:)]?)*[.:)]?\s+(?!\d|stem|undlod|med\b))?(?=\S)",
    re.IGNORECASE,
)
_QUOTE_OPENS, _QUOTE_CLOSES = '”“„"«', '”“"»'


def read_votes(
    paragraphs: Sequence[Paragraph], roster: frozenset[str], day: date | None
) -> tuple[tuple[Vote, ...], frozenset[int]]:
    """The votes of a decision in order, and which of its paragraphs are motions: those are no outcome."""
    reader = _Reader(roster, day.year if day else None)
    for index, paragraph in enumerate(paragraphs):
        reader.read(index, paragraph)
    votes = tuple(vote for draft in reader.drafts if (vote := draft.finish()))
    return votes, frozenset(reader.motions)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """`paragraph.text[start:end]`."""

    paragraph: Paragraph
    start: int
    end: int
    is_numbered: bool  # "2. Godkendt": of a recommendation of its own

    @property
    def text(self) -> str:
        """The paragraph up to the end of the sentence: patterns look from `start` on and never past it."""
        return self.paragraph.text[: self.end]

    @property
    def words(self) -> str:
        """The sentence."""
        return self.paragraph.text[self.start : self.end]

    def stated(self, start: int, end: int, rule: str) -> Stated[str]:
        """Words of the sentence with their evidence; quotation marks around them are taken off."""
        text = self.paragraph.text
        while start < end and text[start] in _QUOTE_OPENS + " ":
            start += 1
        while end > start and text[end - 1] in _QUOTE_CLOSES + " ":
            end -= 1
        return self.paragraph.stated(start, end, rule)


class _Reader:
    """Goes through the sentences of a decision."""

    def __init__(self, roster: frozenset[str], year: int | None) -> None:
        self.drafts: list[Draft] = []
        self.motions: set[int] = set()
        self._roster = roster
        self._year = year
        self._awaits_motion = False
        self._awaits_choice = False
        self._is_procedural = False  # the sentences are about whether somebody is disqualified
        self._awaits_voters: BallotOption | None = None
        self._pending: Pending | None = None  # an outcome that no vote has claimed yet

    def read(self, index: int, paragraph: Paragraph) -> None:
        """Read one paragraph of the decision."""
        whole = _Sentence(paragraph, paragraph.mark, len(paragraph.text), is_numbered=False)
        if self._awaits_choice:
            self._awaits_choice = False
            draft = self.drafts[-1]
            draft.result = whole.stated(whole.start, len(whole.text.rstrip(" .")), "vote.result.chosen")
            draft.result_text = f"{draft.result_text} {squeeze(whole.text)}"
            return
        if self._awaits_motion:
            self._awaits_motion = False
            self.drafts[-1].motion = whole.stated(whole.start, whole.end, "vote.motion")
            self.motions.add(index)
            return
        if self._take_continuation(whole) or self._take_motion(whole) or self._take_referral(paragraph):
            return
        for start, end in split_sentences(paragraph.text):
            lead = _LEAD.match(paragraph.text, start, end)
            begin = lead.end() if lead else start
            self._read_sentence(_Sentence(paragraph, begin, end, bool(paragraph.text[start:begin].strip())))

    def _read_sentence(self, sentence: _Sentence) -> None:
        if sentence.is_numbered:
            self._pending = None
        if compiled(vote_patterns().disqualification).search(sentence.words):
            self._is_procedural = True
        counted = self._take_tally(sentence)
        castings = self._known(read_castings(sentence.text, sentence.start))
        for casting in castings:
            self._take_casting(sentence, casting)
        if counted or castings or self._take_reason(sentence) or self._take_held_vote(sentence):
            return
        self._take_result(sentence)

    # Motions

    def _take_motion(self, whole: _Sentence) -> bool:
        for pattern in vote_patterns().motion_by:
            match = compiled(pattern).search(whole.text)
            movers = list_of_names(match["mover"].strip()) if match else ()
            if match is None or not movers:
                continue
            draft = self._new_draft(whole)
            offset = match.start("mover") + len(match["mover"]) - len(match["mover"].lstrip())
            if len(movers) == 1:
                draft.mover = to_voter(whole.paragraph, movers[0], offset, self._year, "vote.mover")
            draft.is_moved = True
            self._pending = None
            if match["motion"].strip():
                draft.motion = whole.stated(match.start("motion"), match.end("motion"), "vote.motion")
            else:
                self._awaits_motion = True
            return True
        return False

    def _take_held_vote(self, sentence: _Sentence) -> bool:
        """A vote without names or numbers: "… blev fundet ved afstemning"."""
        for pattern in (*vote_patterns().ballot, *vote_patterns().motion_here):
            if match := compiled(pattern).match(sentence.text, sentence.start):
                draft = self._new_draft(sentence)
                draft.is_held = True
                draft.motion = sentence.stated(match.start("motion"), match.end("motion"), "vote.motion.sentence")
                self._set_result(draft, sentence)
                return True
        return False

    # Voters

    def _known(self, castings: Sequence[Casting]) -> list[Casting]:
        """Castings of members: a name without party must be on the list of participants, where there is one."""
        return [casting for casting in castings if casting.form is not Form.SUBJECT or self._are_known(casting.names)]

    def _take_casting(self, sentence: _Sentence, casting: Casting) -> None:
        draft = self._draft_for(sentence, casting)
        if casting.count is not None:
            draft.count_option(casting.option, casting.count)
        self._awaits_voters = casting.option if casting.form is Form.LABEL and not casting.names else None
        if casting.count == 0:
            self._awaits_voters = None
        if casting.names:
            self._cast(sentence.paragraph, draft, casting.names, casting.option, casting.start)
        if casting.object and draft.motion is None:
            draft.motion = sentence.stated(*casting.object, "vote.motion.object")
        if casting.reason is not None:
            self._explain(sentence, casting.names, casting.reason)
        if casting.form is Form.EXCEPTION:
            self._set_result(draft, sentence)

    def _take_continuation(self, whole: _Sentence) -> bool:
        """Voters on the lines under a label "For stemte:"."""
        option = self._awaits_voters
        if option is None:
            return False
        names, reason = read_continuation(whole.text, whole.start)
        if not names:
            self._awaits_voters = None
            return False
        self._cast(whole.paragraph, self.drafts[-1], names, option, names[0].start)
        if reason is not None:
            self._explain(whole, names, reason)
        return True

    def _take_reason(self, sentence: _Sentence) -> bool:
        """A reason by itself, of somebody who has voted."""
        found = read_reason(sentence.text, sentence.start)
        if found is None or not self.drafts or not self.drafts[-1].holds(found[0]):
            return False
        self._explain(sentence, *found)
        return True

    # Tallies and results

    def _take_tally(self, sentence: _Sentence) -> bool:
        for pattern in vote_patterns().tally:
            match = compiled(pattern).search(sentence.text, sentence.start)
            if match is None:
                continue
            draft = self.drafts[-1] if self.drafts else None
            told = draft is not None and draft.ballots and draft.result is not None
            if draft is None or draft.is_counted or told or self._pending:
                draft = self._new_draft(sentence)
            self._pending = None
            self._set_result(draft, sentence)
            draft.count(match)
            self._take_abstain_count(draft, sentence)
            self._take_tally_object(draft, sentence)
            return True
        draft = self.drafts[-1] if self.drafts else None
        return draft is not None and draft.is_counted and self._take_abstain_count(draft, sentence)

    def _take_abstain_count(self, draft: Draft, sentence: _Sentence) -> bool:
        match = compiled(vote_patterns().abstain_count).search(sentence.text, sentence.start)
        if match:
            draft.count_abstain = int(match["abstain"])
        return match is not None

    def _take_tally_object(self, draft: Draft, sentence: _Sentence) -> None:
        patterns = vote_patterns()
        match = compiled(patterns.tally_object).search(sentence.text, sentence.start) or compiled(
            patterns.tally_subject
        ).match(sentence.words)
        if draft.motion is not None or match is None:
            return
        shift = sentence.start if match.string != sentence.text else 0
        span = (match.start("object") + shift, match.end("object") + shift)
        draft.motion = sentence.stated(*span, "vote.motion.object")

    def _take_result(self, sentence: _Sentence) -> None:
        draft = self.drafts[-1] if self.drafts and not sentence.is_numbered else None
        if draft is not None and draft.result is None and draft.awaits_result and self._set_result(draft, sentence):
            return
        result = self._result_in(sentence, None)
        if result or read_outcomes([squeeze(sentence.words)]):
            self._is_procedural = False
            self._pending = Pending(result, sentence.stated(sentence.start, sentence.end, "vote.result"))
        self._awaits_voters = None

    def _set_result(self, draft: Draft, sentence: _Sentence) -> bool:
        if draft.is_held and compiled(vote_patterns().choice_follows).search(sentence.words):
            self._awaits_choice = True
            draft.result_text = squeeze(sentence.words)
            return True
        chosen = compiled(vote_patterns().chosen).search(sentence.text, sentence.start)
        if chosen and (draft.is_held or chosen["chosen"]):
            group = "chosen" if chosen["chosen"] else "elected"
            draft.result = sentence.stated(chosen.start(group), chosen.end(group), "vote.result.chosen")
            draft.result_text = squeeze(sentence.paragraph.text[chosen.start() : sentence.end])
            return True
        result = self._result_in(sentence, draft)
        if result is None:
            return False
        draft.result = Stated(result, sentence.stated(sentence.start, sentence.end, "vote.result").evidence)
        draft.result_text = squeeze(sentence.words)
        subject = compiled(vote_patterns().result_subject).search(sentence.text, sentence.start)
        if draft.motion is None and subject:
            draft.motion = sentence.stated(*subject.span("object"), "vote.motion.object")
        return True

    def _result_in(self, sentence: _Sentence, draft: Draft | None) -> str | None:
        found = read_outcomes([sentence.words])
        fell = draft is not None and draft.is_moved and compiled(vote_patterns().withdrawn).search(sentence.words)
        if Outcome.REJECTED in found or fell:
            return "rejected"
        return "approved" if Outcome.APPROVED in found and Outcome.RECOMMENDED not in found else None

    def _take_referral(self, paragraph: Paragraph) -> bool:
        referral = read_referral(paragraph, self._year)
        if referral and self.drafts:
            self.drafts[-1].referral = referral
            return True
        return referral is not None

    # Drafts

    def _draft_for(self, sentence: _Sentence, casting: Casting) -> Draft:
        """The vote that voters belong to: the one being told, unless they cannot be of it."""
        draft = self.drafts[-1] if self.drafts else None
        if draft is None or self._begins_next(draft, casting):
            draft = self._new_draft(sentence)
        if self._pending and self._pending.result and draft.result is None:
            draft.result = Stated(self._pending.result, self._pending.sentence.evidence)
            draft.result_text = self._pending.sentence.value
        self._pending = None
        return draft

    def _begins_next(self, draft: Draft, casting: Casting) -> bool:
        if self._pending and draft.ballots:
            return True
        if casting.form is Form.SUBJECT:
            return draft.contradicts(casting.names, casting.option)
        return draft.has(casting.option) or draft.contradicts(casting.names, casting.option)

    def _new_draft(self, sentence: _Sentence) -> Draft:
        self.drafts.append(Draft(sentence.paragraph.evidence(sentence.start, sentence.end, "vote")))
        self.drafts[-1].is_procedural = self._is_procedural
        return self.drafts[-1]

    def _cast(
        self, paragraph: Paragraph, draft: Draft, names: Sequence[FoundName], option: BallotOption, start: int
    ) -> None:
        place = paragraph.evidence(start, names[-1].end, f"vote.{option.value}")
        voters = [(name, to_voter(paragraph, name, 0, self._year, "vote.ballot")) for name in names]
        draft.add(option, place, voters)

    def _explain(self, sentence: _Sentence, names: Sequence[FoundName], start: int) -> None:
        end = _quote_end(sentence)
        text = squeeze(sentence.paragraph.text[start:end]).rstrip(" .")
        persons = tuple(name.person for name in names if name.person)
        parties = tuple(name.party for name in names if name.party and not name.person)
        evidence = sentence.paragraph.evidence(start, end, "vote.explanation")
        self.drafts[-1].explanations.append(Explanation(persons, text, evidence, parties))

    def _are_known(self, names: Sequence[FoundName]) -> bool:
        return all(name.party or not self._roster or _is_on(name.person or "", self._roster) for name in names)


def _quote_end(sentence: _Sentence) -> int:
    """A reason in quotation marks goes on to their end, over the sentences in it."""
    text = sentence.paragraph.text
    opening = next((at for at in range(sentence.start, sentence.end) if text[at] in _QUOTE_OPENS), None)
    if opening is None or any(text[at] in _QUOTE_CLOSES for at in range(opening + 1, sentence.end)):
        return sentence.end
    return next((at + 1 for at in range(sentence.end, len(text)) if text[at] in _QUOTE_CLOSES), len(text))


def _is_on(name: str, roster: frozenset[str]) -> bool:
    words = set(name.casefold().split())
    return any(words <= set(member.casefold().split()) for member in roster)
