"""What a follow-up is about, when it is due and in whose meeting: read from its own words, for all who follow it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from graph import ids
from graph.threads.corpus import Corpus, Meeting, Point, Promise, Reference
from graph.threads.lexicon import read_lists
from graph.threads.matters import content, plain_title
from graph.threads.periods import NoPeriod, Period, from_day, read
from graph.threads.wording import sentences

GRACE = timedelta(days=20)  # what is due in May may come to the first meeting of June
_LISTS = {
    *("asked", "promised", "put_off", "not_yet", "deferring", "denied", "empty", "ending", "months", "itself"),
    *("treated", "unnamed"),
}
_LONGEST = 240  # characters of a quotation


class Kind(StrEnum):
    """The kinds of follow-ups, as the extraction gives them."""

    ASKED = "committee_request"
    ANSWERED_HERE = "committee_request_fulfilled_here"
    PROMISED = "administration_promise"
    PROMISED_BY_OTHERS = "external_promise"
    PLANNED = "planned_treatment"
    PLANNED_TOPIC = "planned_topic"
    EXPECTED = "expected_event"
    DEADLINE = "deadline"
    POSTPONED = "deferral"
    SENT_ON = "recommendation_to_body"
    BROUGHT_BEFORE = "referral"


# A later point can bring these; a deadline or an event is met outside the meetings, or nowhere
BROUGHT_BY_A_POINT = frozenset({Kind.ASKED, Kind.PROMISED, Kind.PLANNED, Kind.PLANNED_TOPIC})
TREATED_BY_ANOTHER = frozenset({Kind.PLANNED, Kind.SENT_ON, Kind.BROUGHT_BEFORE})
OUTSIDE_MEETINGS = frozenset({Kind.DEADLINE, Kind.EXPECTED, Kind.PROMISED_BY_OTHERS})


@dataclass(frozen=True, slots=True)
class Asking:
    """The words of ``asking.toml``."""

    said: re.Pattern[str]
    empty: tuple[str, ...]
    itself: re.Pattern[str]
    put_off: re.Pattern[str]
    not_yet: re.Pattern[str]
    deferring: re.Pattern[str]
    denied: re.Pattern[str]
    ending: re.Pattern[str]
    months: tuple[str, ...]
    unnamed: Mapping[str, str]


@cache
def words() -> Asking:
    """Read ``asking.toml``; ValueError when the file has other keys."""
    data = read_lists("asking.toml", _LISTS)
    said = _any_of([*data["asked"], *data["promised"]])
    itself, treated = (_any_of(data[name]).pattern for name in ("itself", "treated"))
    again = re.compile(rf"{itself}(?:[ ,]+\w+){{0,2}}? {treated}", re.IGNORECASE)
    put_off, not_yet, denied = (_any_of(data[name]) for name in ("put_off", "not_yet", "denied"))
    months = tuple(data["months"])
    ending = rf"{_any_of(data['ending']).pattern} (?:(?P<month>{'|'.join(months)}) )?(?P<year>20\d\d)(?!\d)"
    deferring = rf"(?<!\w)(?:{'|'.join(data['deferring'])})"
    return Asking(
        said,
        tuple(data["empty"]),
        again,
        put_off,
        not_yet,
        re.compile(deferring, re.IGNORECASE),
        denied,
        re.compile(ending, re.IGNORECASE),
        months,
        data["unnamed"],
    )


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    either = "|".join(sorted(map(re.escape, phrases), key=lambda phrase: (-len(phrase), phrase)))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def tells_of_asking(sentence: str) -> bool:
    """Whether a sentence tells that somebody asked for something or promised it."""
    return words().said.search(sentence) is not None


def tells_of_putting_off(sentence: str) -> bool:
    """Whether a sentence tells that something was put off."""
    return words().put_off.search(sentence) is not None


def tells_of_waiting(sentence: str) -> bool:
    """Whether a sentence tells that something is not there yet."""
    return words().not_yet.search(sentence) is not None


def denies(text: str) -> bool:
    """Whether a text tells of putting off only that it did not come to be: "Sagen blev ikke udsat"."""
    told = [sentence for sentence in sentences(text) if words().deferring.search(sentence)]
    return bool(told) and all(words().denied.search(sentence) for sentence in told)


def matter(corpus: Corpus, text: str) -> frozenset[str]:
    """What a follow-up, or a sentence that tells of one, is about; what stands before the asking is left out.

    The beginnings of words as in ``matters.content``, without the names of bodies and the words of asking itself.
    """
    said = words().said.search(text)
    about = content(text[said.end() :] if said else text) or content(text)
    return frozenset(word for word in about - _names(corpus) if not word.startswith(words().empty))


def due(promise: Promise, point: Point) -> Period | None:
    """When it is due: as printed, else counted from the day of the meeting ("om et halvt år"); None: not said."""
    if promise.due is not None:
        period = read(promise.due, promise.text)
        return None if isinstance(period, NoPeriod) else period
    if point.date is None or promise.kind not in {*BROUGHT_BY_A_POINT, Kind.POSTPONED}:
        return None
    return from_day(promise.text, point.date) or _end(promise.text)


def _end(text: str) -> Period | None:
    """The month or year until whose end something is to come: "inden udgangen af maj 2025"."""
    said = words().ending.search(text)
    if said is None:
        return None
    month = said["month"]
    number = words().months.index(month.casefold()) + 1 if month else 0
    period = read(f"{said['year']}-{number:02}" if month else said["year"])
    return None if isinstance(period, NoPeriod) else period


def is_brought(corpus: Corpus, promise: Promise, asked: str, later: str) -> bool:
    """Whether a later title is that of what was asked for under the title `asked`: "sagen" itself, or its own words.

    What is asked for beyond the point that asks ("en evaluering" of its matter) must be in the later title.
    """
    if words().itself.search(promise.text):
        return plain_title(asked) == plain_title(later) or not content(asked).isdisjoint(content(later))
    about = matter(corpus, promise.text)
    beyond = about - content(asked)
    return 2 * len(about & content(later)) >= len(about) and 2 * len(beyond & content(later)) >= len(beyond)


def concerns(corpus: Corpus, promise: Promise, *titles: str) -> bool:
    """Whether what is promised is a point under one of these titles: it has their words, or is "sagen" itself."""
    if words().itself.search(promise.text):
        return True
    about = matter(corpus, promise.text)
    return 2 * sum(any(word in content(title) for title in titles) for word in about) >= len(about)


def in_time(due: Period, day: date) -> bool:
    """Whether a meeting of that day is in time: on the day itself, or in the period and a little after."""
    return due.first <= day <= (due.last if due.one_day else due.last + GRACE)


def names_a_body(promise: Promise) -> bool:
    """Whether the text says in which body's meeting, be it only "udvalget"."""
    return any(name in promise.text.casefold() for name in words().unnamed)


def body(corpus: Corpus, promise: Promise) -> str | None:
    """The id of the body whose meeting is to bring it: the one that is named, else the body that met.

    None where the text calls it "udvalget" in the minutes of a council: it can be any.
    """
    own = corpus.point[promise.item].body
    if promise.kind not in TREATED_BY_ANOTHER:
        return own
    if promise.to is not None:
        named = ids.body_id(corpus.municipality, promise.to)
        return named if named in (corpus.body_names or {}) else None
    text, slug = promise.text.casefold(), own.rpartition(".")[2]
    called = [part for name, part in words().unnamed.items() if name in text]
    return own if not called or any(part in slug for part in called) else None


def meant(corpus: Corpus, reference: Reference, later: Point) -> Meeting | None:
    """The one earlier meeting that a reference can mean: on its date, of its body or of one that the sentence names."""
    period = read(reference.date)
    if isinstance(period, NoPeriod) or later.date is None or period.first >= later.date:
        return None
    on_time = [one for one in corpus.meetings if one.date and one.date < later.date and one.date in period]
    fitting = [one for one in on_time if one.body == reference.body] or [
        one
        for one in on_time
        if (corpus.body_names or {}).get(one.body, "\0").casefold() in reference.sentence.casefold()
    ]
    return fitting[0] if len(fitting) == 1 else None


def quoted(sentence: str) -> str:
    """A sentence in one line, as much of it as a reader needs."""
    line = " ".join(sentence.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"


def of_meetings(corpus: Corpus) -> dict[str, list[Promise]]:
    """The follow-ups of each meeting, by id."""
    found: dict[str, list[Promise]] = {}
    for promise in sorted(corpus.promises, key=lambda promise: promise.id):
        if promise.item in corpus.point:
            found.setdefault(corpus.point[promise.item].meeting, []).append(promise)
    return found


def _names(corpus: Corpus) -> frozenset[str]:
    return _content_of((corpus.municipality, *(corpus.body_names or {}).values()))


@cache
def _content_of(names: Sequence[str]) -> frozenset[str]:
    return frozenset().union(*(content(name) for name in names))
