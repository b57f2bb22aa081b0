from __future__ import annotations

import random
from datetime import date

import pytest

from extract.records import ItemKind
from graph.threads.cases import find_same_numbers
from graph.threads.containers import judge
from graph.threads.delivering import find_deliveries
from graph.threads.ledger import Entry, Needed, Reason, Status, ledger
from graph.threads.links import Link, LinkType
from graph.threads.postponing import find_postponed
from tests.graph.threads.nordlev import COUNCIL, CULTURE, FINANCE, Nordlev


def entries(nordlev: Nordlev, as_of: str, body: str | None = None) -> list[Entry]:
    corpus = nordlev.corpus()
    numbers = find_same_numbers(corpus, judge(corpus.points))
    links = [*numbers, *find_deliveries(corpus), *find_postponed(corpus)]
    return ledger(corpus, links, date.fromisoformat(as_of), body)


def told(nordlev: Nordlev, as_of: str) -> list[tuple[Status, Reason]]:
    return [(entry.status, entry.reason) for entry in entries(nordlev, as_of)]


def monthly(nordlev: Nordlev, *months: int) -> None:
    for month in months:
        nordlev.point(f"2024-{month:02}-09", "Legepladser", f"24/{month}")


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2024-02-01", (Status.OPEN, Reason.NOT_YET_DUE)),
        ("2024-03-01", (Status.DUE, Reason.DUE_NOW)),
        ("2024-05-31", (Status.DUE, Reason.DUE_NOW)),
        ("2024-06-01", (Status.UNKNOWN, Reason.MINUTES_MISSING)),  # no minutes after it was due
        ("2024-06-10", (Status.OVERDUE, Reason.NOT_IN_MINUTES)),
    ],
)
def test_a_request_grows_old(as_of, expected):
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Ventelister", "24/50")
    nordlev.promise(point, "committee_request", "Udvalget ønsker en status på svømning.", "2024-spring")
    monthly(nordlev, 2, 3, 4, 5, 6)
    assert told(nordlev, as_of) == [expected]


def test_where_minutes_are_missing_nothing_is_overdue_and_the_missing_are_named():
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Ventelister", "24/50")
    nordlev.promise(point, "committee_request", "Udvalget ønsker en status på svømning.", "2024-spring")
    monthly(nordlev, 6)
    later = nordlev.point("2024-06-09", "Kunst", "24/60")
    nordlev.reference(later, "2024-04-09", "Udvalget godkendte den 9. april 2024.")
    [entry] = entries(nordlev, "2024-07-01")
    assert (entry.status, entry.reason) == (Status.UNKNOWN, Reason.MINUTES_MISSING)
    assert entry.needed == (Needed(CULTURE, date(2024, 1, 10), date(2024, 6, 8), (f"{CULTURE}.2024-04-09",)),)


def test_a_later_point_on_the_matter_may_have_brought_it():
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Orientering fra formanden", kind=ItemKind.NOTICES)
    nordlev.promise(point, "committee_request", "Udvalget ønsker en sag om ventelister i svømmehallen.", "2024-02")
    monthly(nordlev, 2, 3)
    later = nordlev.point("2024-03-09", "Svømmehallens ventelister", "24/90")
    [entry] = entries(nordlev, "2024-03-20")
    assert (entry.status, entry.reason, entry.possible) == (Status.UNKNOWN, Reason.PERHAPS_BROUGHT, (later.id,))


def test_what_is_delivered_is_so_from_that_day_on():
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Ventelister", "24/50")
    nordlev.promise(point, "committee_request", "Udvalget ønsker sagen igen om to måneder.")
    later = nordlev.point("2024-03-09", "Ventelister", "24/50")
    assert told(nordlev, "2024-03-08") == [(Status.DUE, Reason.DUE_NOW)]
    [entry] = entries(nordlev, "2024-03-09")
    assert (entry.status, entry.reason, entry.delivered_by) == (Status.DELIVERED, Reason.BROUGHT, later.id)
    assert entry.link is not None
    assert entry.link.rule == "same_number_on_time"


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        (False, (Status.DELIVERED, Reason.TAKEN_UP)),
        (True, (Status.POSTPONED_AGAIN, Reason.PUT_OFF_AGAIN)),
    ],
)
def test_what_is_put_off_is_taken_up_or_put_off_again(again, expected):
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Salg af havnegrunden", "24/7", decided="Udsættes.", outcomes=("deferred",))
    nordlev.promise(point, "deferral", "Udsættes.")
    later = nordlev.point("2024-02-06", "Salg af havnegrunden", "24/7")
    if again:
        nordlev.promise(later, "deferral", "Udsættes.")
    first = entries(nordlev, "2024-02-20")[0]
    assert (first.status, first.reason) == expected
    assert first.delivered_by == later.id
    assert told(nordlev, "2024-01-20") == [(Status.OPEN, Reason.NO_DATE)]


def test_what_was_put_off_is_unknown_when_no_later_minutes_are_at_hand():
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Salg af havnegrunden", "24/7", outcomes=("deferred",))
    nordlev.promise(point, "deferral", "Udsættes.")
    [entry] = entries(nordlev, "2024-12-31")
    assert (entry.status, entry.needed) == (
        Status.UNKNOWN, (Needed(CULTURE, date(2024, 1, 10), date(2024, 12, 30)),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("own", (Status.DELIVERED, Reason.DECIDED_THERE)),
        ("quoted", (Status.DELIVERED, Reason.QUOTED_THERE)),
        ("nothing", (Status.UNKNOWN, Reason.MINUTES_MISSING)),
        ("another matter", (Status.OVERDUE, Reason.NOT_IN_MINUTES)),
    ],
)
def test_what_is_sent_on_is_decided_there(shown, expected):
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Salg af havnegrunden", "24/7")
    nordlev.promise(point, "recommendation_to_body", "Anbefales.", "2024-01-22", "Økonomiudvalget")
    if shown == "own":
        nordlev.point("2024-01-22", "Salg af havnegrunden", "24/7", body=FINANCE)
    if shown == "another matter":
        nordlev.point("2024-01-22", "Kunst", "24/60", body=FINANCE)
    if shown == "quoted":
        nordlev.ruling(nordlev.point("2024-01-29", "Salg af havnegrunden", "24/7", body=COUNCIL), FINANCE, "2024-01-22")
    assert told(nordlev, "2024-02-20") == [expected]


def test_minutes_of_the_very_day_are_asked_for():
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Salg af havnegrunden", "24/7")
    nordlev.promise(point, "planned_treatment", "Sagen behandles i Byrådet den 29. januar.", "2024-01-29", "Byrådet")
    day = date(2024, 1, 29)
    [entry] = entries(nordlev, "2024-02-20")
    assert entry.needed == (Needed(COUNCIL, day, day, (f"{COUNCIL}.2024-01-29",)),)


@pytest.mark.parametrize(
    ("kind", "text", "due", "expected"),
    [
        ("deadline", "Fristen er 1. februar 2024.", "2024-02-01", (Status.PASSED, Reason.DAY_PASSED)),
        ("expected_event", "Broen ventes færdig.", "2025", (Status.OPEN, Reason.NOT_YET_DUE)),
        ("planned_treatment", "Det drøftes i selskabet.", "2024-02-01", (Status.PASSED, Reason.DAY_PASSED)),
        (
            "committee_request_fulfilled_here",
            "Udvalget har ønsket det.",
            None,
            (Status.DELIVERED, Reason.ANSWERED_HERE),
        ),
        ("committee_request", "Udvalget ønsker et notat.", None, (Status.OPEN, Reason.NO_DATE)),
        ("committee_request", "Udvalget ønsker et notat.", "2024-02-31", (Status.OPEN, Reason.NO_DATE)),
    ],
)
def test_each_kind_has_its_end(kind, text, due, expected):
    nordlev = Nordlev()
    nordlev.promise(nordlev.point("2024-01-09", "Ventelister", "24/50"), kind, text, due)
    monthly(nordlev, 2, 3)
    assert told(nordlev, "2024-03-20") == [expected]


def test_nothing_after_the_day_is_known_and_a_body_can_be_chosen():
    nordlev = Nordlev()
    for day, body in (("2024-01-09", CULTURE), ("2024-01-22", FINANCE), ("2024-03-09", CULTURE)):
        nordlev.promise(nordlev.point(day, "Plan", body=body), "committee_request", "Udvalget ønsker et notat.")
    assert [entry.body for entry in entries(nordlev, "2024-02-20")] == [CULTURE, FINANCE]
    assert [entry.date.month for entry in entries(nordlev, "2024-03-20", CULTURE)] == [1, 3]


def test_the_order_in_which_things_came_changes_nothing():
    nordlev = Nordlev()
    for month in (1, 2, 3, 4):
        point = nordlev.point(f"2024-{month:02}-09", "Plan for cykelstier", "24/10", outcomes=("deferred",))
        nordlev.promise(point, "deferral", "Udsættes.")
        nordlev.promise(point, "committee_request", "Udvalget ønsker sagen igen.", f"2024-{month + 1:02}")
        nordlev.step(point, COUNCIL, f"2024-{month:02}-20")
    before = entries(nordlev, "2024-05-30")
    for things in (nordlev.points, nordlev.promises, nordlev.rulings, nordlev.steps):
        random.Random(3).shuffle(things)  # type: ignore[arg-type]
    assert before == entries(nordlev, "2024-05-30")


@pytest.mark.parametrize(
    ("kind", "text", "to", "body"),
    [
        ("recommendation_to_body", "Anbefales.", "Økonomiudvalget", FINANCE),
        ("committee_request", "Udvalget ønsker sagen igen.", None, CULTURE),
        ("deferral", "Udsættes til den 22. januar 2024.", None, CULTURE),
    ],
)
def test_what_stands_on_an_agenda_is_neither_delivered_nor_overdue(kind, text, to, body):
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Salg af havnegrunden", "24/7")
    nordlev.promise(point, kind, text, "2024-01-22", to)
    nordlev.point("2024-01-22", "Salg af havnegrunden", "24/7", body=body, decided=None, status="planned")
    assert told(nordlev, "2024-02-20") == [(Status.UNKNOWN, Reason.MINUTES_MISSING)]


@pytest.mark.parametrize(
    ("kind", "text", "title", "kind_of_later", "notice"),
    [
        ("committee_request", "Udvalget ønsker et notat om legepladsens støj.", "Støj: legepladsen", None, None),
        ("deferral", "Sagen udsættes til mødet den 6. februar 2024.", "Museets tag – licitation", None, None),
        (
            "administration_promise",
            "Forvaltningen lover et notat om havnens lys.",
            "Meddelelser",
            ItemKind.NOTICES,
            "Havnens lys er skiftet.",
        ),
    ],
)
def test_what_came_under_another_title_or_as_a_notice_is_not_overdue(kind, text, title, kind_of_later, notice):
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Museets tag", "24/50")
    nordlev.promise(point, kind, text, "2024-02-06")
    later = nordlev.point("2024-02-06", title, "24/90", kind=kind_of_later or ItemKind.DECISION)
    if notice:
        nordlev.notice(later, notice)
    nordlev.point("2024-03-05", "Legetøj", "24/91")
    [entry] = entries(nordlev, "2024-03-20")
    assert (entry.status, entry.reason, entry.possible) == (Status.UNKNOWN, Reason.PERHAPS_BROUGHT, (later.id,))


def test_a_point_that_a_request_refers_to_may_have_brought_it():
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Museets tag", "24/50")
    nordlev.promise(point, "committee_request", "Udvalget ønsker et notat om regnvand.", "2024-02-06")
    later = nordlev.point("2024-02-06", "Kloakker", "24/90")
    nordlev.point("2024-03-05", "Legetøj", "24/91")
    link = Link(LinkType.DATE_REFERENCE, point.id, later.id, "date", 0.9, meeting=later.meeting, via="reference")
    [entry] = ledger(nordlev.corpus(), [link], date(2024, 3, 20))
    assert (entry.status, entry.possible) == (Status.UNKNOWN, (later.id,))
    [entry] = ledger(nordlev.corpus(), [], date(2024, 3, 20))
    assert entry.status is Status.OVERDUE


def test_what_was_not_put_off_is_in_no_ledger():
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Teaterets tag", "24/50", outcomes=("deferred", "approved"))
    nordlev.promise(point, "deferral", "Forslag om at sagen udsættes faldt. Sagen blev godkendt.")
    assert entries(nordlev, "2024-03-20") == []


def test_what_is_then_taken_from_the_agenda_is_put_off_again():
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Salg af havnegrunden", "24/7", outcomes=("deferred",))
    nordlev.promise(point, "deferral", "Udsættes.")
    nordlev.point("2024-02-06", "Salg af havnegrunden", "24/7", decided="Punktet udgår.", outcomes=("withdrawn",))
    assert told(nordlev, "2024-02-20") == [(Status.POSTPONED_AGAIN, Reason.PUT_OFF_AGAIN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forvaltningen orienterede. Havnens lys og molens kant er skiftet.", Status.UNKNOWN),
        ("Havnens lys er skiftet. Skolens kant ved molen er ny.", Status.OVERDUE),  # two notices of other matters
    ],
)
def test_one_sentence_of_an_orientation_must_tell_of_it(text, expected):
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Museets tag", "24/50")
    nordlev.promise(point, "administration_promise", "Forvaltningen lover et notat om havnens molekant.", "2024-02-06")
    text = text.replace("molens kant", "molekanten").replace("molen er", "molekanten er")
    nordlev.point("2024-02-06", "Orientering", "24/90", kind=ItemKind.NOTICES, text=text)
    nordlev.point("2024-03-05", "Legetøj", "24/91")
    [entry] = entries(nordlev, "2024-03-20")
    assert entry.status is expected
