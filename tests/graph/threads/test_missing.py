from __future__ import annotations

from dataclasses import replace

from graph.threads.links import Link, LinkType
from graph.threads.missing import Source, missing
from graph.threads.references import find_references
from tests.graph.threads.nordlev import COUNCIL, CULTURE, FINANCE, ROADS, Nordlev


def test_what_most_hangs_on_comes_first_and_says_who_tells_of_it():
    nordlev = Nordlev()
    one = nordlev.point("2024-03-05", "Salg af havnegrunden", "24/7")
    other = nordlev.point("2024-03-05", "Ventelister", "24/8")
    nordlev.reference(one, "2024-01-09", "Udvalget godkendte den 9. januar 2024.")
    nordlev.step(one, FINANCE, "2024-01-22")
    nordlev.ruling(one, ROADS, "2024-02-06")
    nordlev.ruling(other, ROADS, "2024-02-06")
    found = missing(nordlev.corpus(), [])
    assert [(one.id, one.matters, one.expected) for one in found] == [
        (f"{ROADS}.2024-02-06", 2, False),
        (f"{CULTURE}.2024-01-09", 1, False),
        (f"{FINANCE}.2024-01-22", 1, False),
    ]
    assert [mention.source for mention in found[0].mentions] == [Source.DECISION, Source.DECISION]
    assert found[0].points == (one.id, other.id)


def test_what_is_only_planned_is_expected():
    nordlev = Nordlev()
    point = nordlev.point("2024-03-05", "Salg af havnegrunden", "24/7")
    nordlev.step(point, COUNCIL, "2024-03-25")
    nordlev.step(point, CULTURE, "2024-02-05")
    assert [(one.id, one.expected) for one in missing(nordlev.corpus(), [])] == [
        (f"{CULTURE}.2024-02-05", False),
        (f"{COUNCIL}.2024-03-25", True),
    ]


def test_months_unknown_bodies_and_meetings_at_hand_are_not_missing():
    nordlev = Nordlev()
    point = nordlev.point("2024-03-05", "Salg af havnegrunden", "24/7")
    nordlev.point("2024-02-06", "Salg af havnegrunden", "24/7")
    for day, body in (("2024-01", CULTURE), ("2024-02-06", CULTURE), ("2024-01-09", None)):
        nordlev.reference(point, day, "Udvalget godkendte.", body=body)
    nordlev.reference(point, "2024-01-09", "Ungerådet godkendte.", body="nordlev.ungeraadet")
    assert missing(nordlev.corpus(), []) == []


def test_a_second_meeting_of_a_day_is_at_hand_as_well():
    nordlev = Nordlev()
    point = nordlev.point("2024-03-05", "Salg af havnegrunden", "24/7")
    nordlev.reference(point, "2024-02-06", "Udvalget godkendte.")
    [(id_, meeting)] = nordlev.meetings.items()
    other = replace(meeting, id=f"{CULTURE}.2024-02-06t1900", date=meeting.date.replace(month=2, day=6))
    nordlev.meetings = {id_: meeting, other.id: other}
    assert missing(nordlev.corpus(), []) == []


def test_a_reference_that_was_understood_otherwise_misses_what_it_means():
    nordlev = Nordlev()
    point = nordlev.point("2024-03-05", "Salg af havnegrunden", "24/7")
    target = nordlev.point("2024-02-06", "Salg af havnegrunden", "24/7")
    found = nordlev.reference(point, "2024-01-09", "Vejudvalget bad den 9. januar.", body=CULTURE)
    solved = nordlev.reference(point, "2024-01-10", "Udvalget bad om det.", body=CULTURE)
    links = [
        Link(LinkType.DATE_REFERENCE, point.id, None, "date", 0.9, meeting=f"{ROADS}.2024-01-09", via=found.id),
        Link(LinkType.DATE_REFERENCE, point.id, target.id, "date", 0.9, via=solved.id),
    ]
    assert [one.id for one in missing(nordlev.corpus(), links)] == [f"{ROADS}.2024-01-09"]


def test_an_agenda_is_no_minutes():
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Salg af havnegrunden", "24/7")
    nordlev.step(point, COUNCIL, "2024-01-29")
    agenda = nordlev.point("2024-01-29", "Salg af havnegrunden", "24/7", body=COUNCIL, status="planned")
    told = nordlev.reference(point, "2024-01-29", "Byrådet behandler sagen den 29. januar 2024.", body=COUNCIL)
    links = [Link(LinkType.DATE_REFERENCE, point.id, agenda.id, "date", 0.9, meeting=agenda.meeting, via=told.id)]
    [lacking] = missing(nordlev.corpus(), links)
    assert (lacking.id, lacking.expected, len(lacking.mentions)) == (agenda.meeting, True, 2)


def test_days_that_cannot_be_and_meetings_of_others_are_not_missing() -> None:
    nordlev = Nordlev()
    point = nordlev.point("2024-03-05", "Salg af havnegrunden", "24/7")
    nordlev.reference(point, "2024-02-14", "Regionsrådet vedtog en plan.", body="nordlev.regionsraadet")
    nordlev.reference(point, "1924-02-05", "Udvalget godkendte den 5. februar 1924 en plan.")
    nordlev.reference(point, "2034-02-07", "Udvalget godkendte den 7. februar 2034 en plan.")
    nordlev.step(point, COUNCIL, "2042-03-25")
    nordlev.ruling(point, ROADS, "2034-02-06")
    names = {**(nordlev.corpus().body_names or {}), "nordlev.regionsraadet": "Regionsrådet"}
    corpus = replace(nordlev.corpus(), body_names=names)
    assert missing(corpus, find_references(corpus)) == []


def test_what_is_told_as_past_and_lies_ahead_is_not_missing() -> None:
    nordlev = Nordlev()
    point = nordlev.point("2024-03-05", "Salg af havnegrunden", "24/7")
    nordlev.reference(point, "2024-04-09", "Udvalget besluttede den 9. april 2024 planen.")
    corpus = nordlev.corpus()
    assert missing(corpus, find_references(corpus)) == []
