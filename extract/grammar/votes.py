"""Votes as the minutes tell them: motion, voters by name or by party, tally, result, reasons, referral.

A decision is read sentence by sentence. Each sentence is a statement of one of a few kinds; statements gather in a
draft until one comes that must belong to the next vote (a second tally, a second list for). Only what is printed is
read: a party that votes as a block stays a block, and "enstemmigt" names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from extract.evidence import Stated
from extract.grammar.ballots import Draft, Pending, to_voter
from extract.grammar.names import FoundName, list_of_names, read_names
from extract.grammar.outcomes import read_outcomes
from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.referrals import read_referral
from extract.grammar.sentences import split_sentences
from extract.grammar.vocabulary import VotePatterns, compiled, vote_patterns
from extract.records import BallotOption, Explanation, Outcome, Vote

_LEAD = re.compile(r"\s*(?:(?:ad\s*)?\d{1,2}[.)]?(?:\s*[-–,og]+\s*\d{1,2}[.)]?)*[.:)]?\s+)?(?=\S)", re.IGNORECASE)
_TRAILING = " .,;:"
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
        return self.paragraph.text[: self.end]  # patterns look from `start` on and never past the sentence

    @property
    def words(self) -> str:
        return self.paragraph.text[self.start : self.end]

    def stated(self, start: int, end: int, rule: str) -> Stated[str]:
        return self.paragraph.stated(start, end, rule)


class _Reader:
    """Goes through the sentences of a decision."""

    def __init__(self, roster: frozenset[str], year: int | None) -> None:
        self.drafts: list[Draft] = []
        self.motions: set[int] = set()
        self._roster = roster
        self._year = year
        self._awaits_motion = False
        self._awaits_voters: BallotOption | None = None
        self._pending: Pending | None = None  # a result that no vote has claimed yet
        self._patterns: VotePatterns = vote_patterns()

    def read(self, index: int, paragraph: Paragraph) -> None:
        """Read one paragraph of the decision."""
        if self._awaits_motion:
            self._awaits_motion = False
            self._draft().motion = paragraph.stated(paragraph.mark, len(paragraph.text), "vote.motion")
            self.motions.add(index)
            return
        if self._take_listed_voters(paragraph):
            return
        if self._take_motion(paragraph):
            return
        if self._take_referral(paragraph):
            return
        for start, end in split_sentences(paragraph.text):
            lead = _LEAD.match(paragraph.text, start, end)
            begin = lead.end() if lead else start
            self._read_sentence(_Sentence(paragraph, begin, end, bool(paragraph.text[start:begin].strip())))

    def _read_sentence(self, sentence: _Sentence) -> None:
        if self._take_tally(sentence) or self._take_ballot(sentence):
            return
        if self._take_labels(sentence) or self._take_subjects(sentence):
            return
        self._take_result(sentence)

    # Motions

    def _take_motion(self, paragraph: Paragraph) -> bool:
        for pattern in self._patterns.motion_by:
            match = compiled(pattern).search(paragraph.text)
            movers = list_of_names(match["mover"].strip()) if match else ()
            if match is None or not movers:
                continue
            draft = self._new_draft(paragraph, match.start(), len(paragraph.text))
            offset = match.start("mover") + len(match["mover"]) - len(match["mover"].lstrip())
            draft.mover = to_voter(paragraph, movers[0], offset, self._year, "vote.mover") if len(movers) == 1 else None
            draft.is_moved = True
            if match["motion"].strip():
                draft.motion = paragraph.stated(match.start("motion"), match.end("motion"), "vote.motion")
            else:
                self._awaits_motion = True
            return True
        return False

    # Voters

    def _take_listed_voters(self, paragraph: Paragraph) -> bool:
        """Voters on the lines under a label "For stemte:"."""
        option = self._awaits_voters
        if option is None:
            return False
        names, end = read_names(paragraph.text, paragraph.mark)
        rest = paragraph.text[end:].strip(_TRAILING)
        explained = compiled(self._patterns.explains).match(paragraph.text, end)
        if not names or (rest and not explained):
            self._awaits_voters = None
            return False
        self._cast(paragraph, names, option)
        if explained:
            self._explain(paragraph, names, explained.start("text"), len(paragraph.text))
        return True

    def _take_labels(self, sentence: _Sentence) -> bool:
        """ "For forslaget stemte: A, B; imod stemte: C" """
        position, taken = sentence.start, False
        while label := self._label_at(sentence.text, position):
            option, end = label
            names, after = read_names(sentence.text, end)
            if nobody := compiled(self._patterns.nobody).match(sentence.text, end):
                self._begin(option, sentence).count_nobody(option)
                position = nobody.end()
                taken = True
                continue
            if not names:
                if not sentence.text[end:].strip(_TRAILING):
                    self._begin(option, sentence)
                    self._awaits_voters = option
                    return True
                return taken
            self._begin(option, sentence)
            self._cast(sentence.paragraph, names, option, at=sentence.start)
            taken = True
            explained = compiled(self._patterns.explains).match(sentence.text, after)
            if explained:
                self._explain(sentence.paragraph, names, explained.start("text"), self._quote_end(sentence))
                return True
            joint = re.compile(r"\s*[,;.]?\s*(?:og\s+|mens\s+)?").match(sentence.text, after)
            position = joint.end() if joint else after
            if not sentence.text[after:].strip(_TRAILING):
                self._awaits_voters = None
                return True
        return taken

    def _label_at(self, text: str, position: int) -> tuple[BallotOption, int] | None:
        patterns = self._patterns
        for option, pattern in (
            (BallotOption.ABSTAIN, patterns.abstain_label),
            (BallotOption.FOR, patterns.for_label),
            (BallotOption.AGAINST, patterns.against_label),
        ):
            if match := compiled(pattern).match(text, position):
                return option, match.end()
        return None

    def _take_subjects(self, sentence: _Sentence) -> bool:
        """ "X (A) stemte imod, idet …", "A stemmer for og V stemmer imod." """
        position, taken = sentence.start, False
        while True:
            names, end = read_names(sentence.text, position)
            if not names or not self._are_known(names):
                return taken
            cast = self._cast_at(sentence.text, end)
            if cast is None:
                return self._take_reason(sentence, names, end) or taken
            option, after = cast
            draft = self._draft_for(names, option, sentence)
            self._cast(sentence.paragraph, names, option, at=sentence.start)
            taken = True
            if explained := compiled(self._patterns.explains).match(sentence.text, after):
                self._explain(sentence.paragraph, names, explained.start("text"), self._quote_end(sentence))
                return True
            joint = re.compile(r"\s*(?:,\s*(?:og\s+|mens\s+)?|og\s+|mens\s+)").match(sentence.text, after)
            if joint and read_names(sentence.text, joint.end())[0]:
                position = joint.end()
                continue
            end = self._take_object(draft, sentence, after)
            if explained := compiled(self._patterns.explains).match(sentence.text, end):
                self._explain(sentence.paragraph, names, explained.start("text"), self._quote_end(sentence))
            return True

    def _take_reason(self, sentence: _Sentence, names: Sequence[FoundName], end: int) -> bool:
        """ "(F) med bemærkning om, at …" after a list that (F) stands in."""
        explained = compiled(self._patterns.explains).match(sentence.text, end)
        if explained is None or not self.drafts or not self.drafts[-1].holds(names):
            return False
        self._explain(sentence.paragraph, names, explained.start("text"), self._quote_end(sentence))
        return True

    def _cast_at(self, text: str, position: int) -> tuple[BallotOption, int] | None:
        if match := compiled(self._patterns.abstains).match(text, position):
            return BallotOption.ABSTAIN, match.end()
        verb = compiled(self._patterns.casts).match(text, position)
        if verb is None:
            return None
        if match := compiled(self._patterns.casts_for).match(text, verb.end()):
            return BallotOption.FOR, match.end()
        if match := compiled(self._patterns.casts_against).match(text, verb.end()):
            return BallotOption.AGAINST, match.end()
        return None

    def _take_object(self, draft: Draft, sentence: _Sentence, position: int) -> int:
        """What was voted on, where it stands after the option: "stemte imod indstillingens punkt 2"; where it ends."""
        explained = compiled(self._patterns.explains).search(sentence.text, position)
        end = explained.start() if explained else sentence.end
        match = compiled(self._patterns.object).match(sentence.paragraph.text[:end], position)
        if draft.motion is None and match:
            draft.motion = sentence.stated(match.start("object"), match.end("object"), "vote.motion.object")
        return end

    # Tallies and results

    def _take_tally(self, sentence: _Sentence) -> bool:
        for pattern in self._patterns.tally:
            match = compiled(pattern).search(sentence.text, sentence.start)
            if match is None:
                continue
            draft = self.drafts[-1] if self.drafts else None
            if draft is None or draft.is_counted or (draft.ballots and draft.result is not None) or self._pending:
                draft = self._new_draft(sentence.paragraph, sentence.start, sentence.end)
            draft.count(match)
            self._take_abstain_count(draft, sentence)
            self._read_tally_object(draft, sentence)
            self._set_result(draft, sentence)
            self._pending = None
            return True
        draft = self.drafts[-1] if self.drafts else None
        return draft is not None and draft.is_counted and self._take_abstain_count(draft, sentence)

    def _take_abstain_count(self, draft: Draft, sentence: _Sentence) -> bool:
        match = compiled(self._patterns.abstain_count).search(sentence.text, sentence.start)
        if match:
            draft.count_abstain = int(match["abstain"])
        return match is not None

    def _read_tally_object(self, draft: Draft, sentence: _Sentence) -> None:
        match = compiled(self._patterns.tally_object).search(sentence.text, sentence.start)
        if draft.motion is None and match:
            draft.motion = sentence.stated(match.start("object"), match.end("object"), "vote.motion.object")

    def _take_ballot(self, sentence: _Sentence) -> bool:
        """A vote without names or numbers: "… blev fundet ved afstemning"."""
        for pattern in (*self._patterns.ballot, *self._patterns.motion_here):
            match = compiled(pattern).match(sentence.text, sentence.start)
            if match:
                draft = self._new_draft(sentence.paragraph, sentence.start, sentence.end)
                draft.is_held = True
                draft.motion = sentence.stated(match.start("motion"), match.end("motion"), "vote.motion.sentence")
                self._set_result(draft, sentence)
                return True
        return False

    def _take_result(self, sentence: _Sentence) -> None:
        draft = self.drafts[-1] if self.drafts and not sentence.is_numbered else None
        if (
            draft is not None
            and draft.result is None
            and not self._is_later(draft)
            and self._set_result(draft, sentence)
        ):
            return
        result = self._result_in(sentence)
        if result or read_outcomes([squeeze(sentence.words)]):
            self._pending = Pending(result, sentence.stated(sentence.start, sentence.end, "vote.result"))
        self._awaits_voters = None

    def _is_later(self, draft: Draft) -> bool:
        """Whether a draft holds only who voted against what was already said to be decided."""
        return not draft.is_moved and not draft.is_counted and not draft.is_held and not draft.has(BallotOption.FOR)

    def _set_result(self, draft: Draft, sentence: _Sentence) -> bool:
        chosen = compiled(self._patterns.chosen).search(sentence.text, sentence.start)
        if chosen:
            place = (chosen.start("chosen"), chosen.end("chosen"))
            draft.result = sentence.stated(*place, "vote.result.chosen")
            draft.result_text = squeeze(sentence.paragraph.text[chosen.start() : sentence.end])
            return True
        result = self._result_in(sentence)
        if result is None:
            return False
        draft.result = Stated(result, sentence.stated(sentence.start, sentence.end, "vote.result").evidence)
        draft.result_text = squeeze(sentence.words)
        return True

    def _result_in(self, sentence: _Sentence) -> str | None:
        found = read_outcomes([sentence.words])
        if Outcome.REJECTED in found:
            return "rejected"
        return "approved" if Outcome.APPROVED in found and Outcome.RECOMMENDED not in found else None

    def _take_referral(self, paragraph: Paragraph) -> bool:
        referral = read_referral(paragraph, self._year)
        if referral and self.drafts:
            self.drafts[-1].referral = referral
            return True
        return referral is not None

    # Drafts

    def _begin(self, option: BallotOption, sentence: _Sentence) -> Draft:
        """The vote that a labelled list belongs to: the one being told, unless it has such a list."""
        draft = self.drafts[-1] if self.drafts else None
        if draft is None or draft.has(option) or (self._pending and draft.ballots):
            draft = self._new_draft(sentence.paragraph, sentence.start, sentence.end)
        self._claim(draft)
        return draft

    def _draft_for(self, names: Sequence[FoundName], option: BallotOption, sentence: _Sentence) -> Draft:
        draft = self.drafts[-1] if self.drafts else None
        if draft is None or self._pending or draft.contradicts(names, option):
            draft = self._new_draft(sentence.paragraph, sentence.start, sentence.end)
        self._claim(draft)
        return draft

    def _claim(self, draft: Draft) -> None:
        if self._pending and self._pending.result and draft.result is None:
            draft.result = Stated(self._pending.result, self._pending.sentence.evidence)
            draft.result_text = self._pending.sentence.value
        self._pending = None

    def _draft(self) -> Draft:
        return self.drafts[-1]

    def _new_draft(self, paragraph: Paragraph, start: int, end: int) -> Draft:
        self.drafts.append(Draft(paragraph.evidence(start, end, "vote")))
        return self.drafts[-1]

    def _cast(
        self, paragraph: Paragraph, names: Sequence[FoundName], option: BallotOption, at: int | None = None
    ) -> None:
        place = paragraph.evidence(names[0].start if at is None else at, names[-1].end, f"vote.{option.value}")
        self._draft().add(
            option, place, [(name, to_voter(paragraph, name, 0, self._year, "vote.ballot")) for name in names]
        )

    def _explain(self, paragraph: Paragraph, names: Sequence[FoundName], start: int, end: int) -> None:
        text = squeeze(paragraph.text[start:end]).rstrip(" .")
        persons = tuple(name.person or name.party or "" for name in names)
        evidence = paragraph.evidence(start, end, "vote.explanation")
        self._draft().explanations.append(Explanation(persons, text, evidence))

    def _quote_end(self, sentence: _Sentence) -> int:
        """An explanation in quotation marks goes on to their end, over the sentences in it."""
        text = sentence.paragraph.text
        opening = next((at for at in range(sentence.start, sentence.end) if text[at] in _QUOTE_OPENS), None)
        if opening is None or any(text[at] in _QUOTE_CLOSES for at in range(opening + 1, sentence.end)):
            return sentence.end
        return next((at + 1 for at in range(sentence.end, len(text)) if text[at] in _QUOTE_CLOSES), len(text))

    def _are_known(self, names: Sequence[FoundName]) -> bool:
        """A name without party is that of a member only if the list of participants has it."""
        return all(name.party or not self._roster or _is_on(name.person or "", self._roster) for name in names)


def _is_on(name: str, roster: frozenset[str]) -> bool:
    words = set(name.casefold().split())
    return any(words <= set(member.casefold().split()) for member in roster)


def voters_of(vote: Vote, option: BallotOption) -> Iterator[str]:
    """The names of those who cast an option, parties by theirs."""
    for cast, voter in vote.ballots:
        if cast is option:
            yield voter.person or voter.party or ""
