"""How a vote went: approved, rejected, or who or what was chosen; and what a sentence says was decided of."""

from __future__ import annotations

from extract.evidence import Stated
from extract.grammar.ballots import Draft, Pending
from extract.grammar.names import read_name
from extract.grammar.outcomes import read_outcomes
from extract.grammar.paragraphs import squeeze
from extract.grammar.statements import Sentence
from extract.grammar.vocabulary import compiled, vote_patterns
from extract.records import Outcome, Voter

_CHOSEN = ("chosen", "drawn", "drawn_on", "elected")


def take_result(draft: Draft, sentence: Sentence) -> bool:
    """Take the result that a sentence tells of a vote; whether it tells one."""
    if draft.is_held and compiled(vote_patterns().choice_follows).search(sentence.words):
        draft.awaits_choice = True
        draft.result_text = squeeze(sentence.words)
        return True
    return _take_chosen(draft, sentence) or _take_outcome(draft, sentence)


def take_agreement(draft: Draft, sentence: Sentence, start: int) -> None:
    """What a majority decided is approved; what it only recommends is not decided yet."""
    patterns = vote_patterns()
    if compiled(patterns.decides).match(sentence.text, start):
        draft.result = Stated("approved", sentence.stated(sentence.start, sentence.end, "vote.result").evidence)
        draft.result_text = squeeze(sentence.words)


def take_choice(draft: Draft, whole: Sentence) -> None:
    """What was chosen, where it stands in a paragraph of its own."""
    draft.awaits_choice = False
    draft.result = whole.stated(whole.start, len(whole.text.rstrip(" .")), "vote.result.chosen")
    draft.result_text = f"{draft.result_text} {squeeze(whole.text)}"


def result_in(sentence: Sentence, draft: Draft | None = None) -> str | None:
    """Whether a sentence says "approved" or "rejected" of a vote; None where it says neither, or each of a part."""
    told, onwards, _ = sentence.words.partition(", og sagen ")  # what is said of the matter next is no result
    found = read_outcomes([told]) if onwards else read_outcomes([sentence.words])
    fell = (
        draft is not None
        and (draft.is_moved or draft.is_told)
        and compiled(vote_patterns().withdrawn).search(sentence.words)
    )
    if Outcome.REJECTED in found and Outcome.APPROVED in found:
        return None  # one part of it so, another so
    if Outcome.REJECTED in found or fell:
        return "rejected"
    if found == (Outcome.DEFERRED,) and any(compiled(one).search(sentence.words) for one in vote_patterns().tally):
        return "approved"  # that it is put off: "Udsat med 5 stemmer for og 4 imod"
    if draft and draft.is_told and compiled(vote_patterns().is_recommended).search(sentence.words):
        return "approved"
    if compiled(vote_patterns().decides_to_approve).search(sentence.words):
        return "approved"
    return "approved" if Outcome.APPROVED in found and Outcome.RECOMMENDED not in found else None


def subject_of(sentence: Sentence) -> Stated[str] | None:
    """What a sentence says was decided of: "indstillingen"."""
    patterns = (vote_patterns().result_subject, vote_patterns().majority_object, vote_patterns().agreed_object)
    matches = (compiled(pattern).search(sentence.text, sentence.start) for pattern in patterns)
    subject = next((match for match in matches if match), None)
    return sentence.stated(*subject.span("object"), "vote.motion.object") if subject else None


def is_of_other(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence is about the recommendation, and the vote before it about a motion."""
    subject = compiled(vote_patterns().result_subject).search(sentence.words)
    return draft.is_proposed and subject is not None and "indstilling" in subject["object"].casefold()


def is_by_other(draft: Draft, mover: Voter | None) -> bool:
    """Whether a motion is said to be another's than the one before it."""
    known = draft.mover
    return mover is not None and known is not None and (known.person, known.party) != (mover.person, mover.party)


def is_of_next(draft: Draft, pending: Pending) -> bool:
    """Whether an outcome after a proposal that fell is what the voters after it voted on."""
    fell = draft.result is not None and draft.result.value == "rejected"
    return draft.is_told and fell and pending.result == "approved"


def _take_chosen(draft: Draft, sentence: Sentence) -> bool:
    chosen = compiled(vote_patterns().chosen).search(sentence.words)
    if chosen is None or not (draft.is_held or chosen["chosen"]):
        return False
    start, end = next(chosen.span(group) for group in _CHOSEN if chosen[group])
    person = read_name(sentence.words, start)
    if person and person.person and person.end == end:
        end = start + len(person.person)  # without the party
    draft.result = sentence.stated(sentence.start + start, sentence.start + end, "vote.result.chosen")
    draft.result_text = squeeze(sentence.words[chosen.start() :])
    return True


def _take_outcome(draft: Draft, sentence: Sentence) -> bool:
    result = result_in(sentence, draft)
    subject = compiled(vote_patterns().result_subject).search(sentence.text, sentence.start)
    is_silent = draft.is_proposed and not draft.is_told and subject is None
    if result is None or is_silent:
        return False
    draft.result = Stated(result, sentence.stated(sentence.start, sentence.end, "vote.result").evidence)
    draft.result_text = squeeze(sentence.words)
    draft.motion = draft.motion or subject_of(sentence)
    return True
