from __future__ import annotations

import pytest

from extract.records import ItemKind
from graph.threads.postponing import find_postponed, put_off
from tests.graph.threads.nordlev import COUNCIL, CULTURE, Nordlev


def deferred(nordlev: Nordlev, title: str = "Plan for cykelstier ved havnen", number: str | None = "24/10"):
    point = nordlev.point("2024-01-09", title, number, decided="Udsættes.", outcomes=("deferred",))
    return point, nordlev.promise(point, "deferral", "Udsættes.")


@pytest.mark.parametrize(
    ("title", "number", "rule"),
    [
        ("Plan for cykelstier ved havnen", "24/10", "postponed_number_and_title"),
        ("Plan for cykelstier ved havnen", "24/11", "postponed_title"),
        ("Ny plan for cykelstier", "24/10", "postponed_number"),
        ("Plan om cykelstierne ved havnen", "24/11", "postponed_near_title"),
        ("Plan for legepladser", "24/11", None),
    ],
)
def test_the_next_meeting_takes_up_what_was_put_off(title, number, rule):
    nordlev = Nordlev()
    point, promise = deferred(nordlev)
    nordlev.point("2024-02-06", "Ventelister", "24/50")
    later = nordlev.point("2024-02-06", title, number)
    links = find_postponed(nordlev.corpus())
    assert [(link.start, link.end, link.rule, link.via) for link in links] == (
        [(later.id, point.id, rule, promise.id)] if rule else []
    )


def test_two_that_fit_as_well_leave_it_open():
    nordlev = Nordlev()
    deferred(nordlev)
    for _ in range(2):
        nordlev.point("2024-02-06", "Plan for cykelstier ved havnen", "24/11")
    assert find_postponed(nordlev.corpus()) == []


def test_another_body_takes_nothing_up():
    nordlev = Nordlev()
    deferred(nordlev)
    nordlev.point("2024-02-06", "Plan for cykelstier ved havnen", "24/10", body=COUNCIL)
    assert find_postponed(nordlev.corpus()) == []


def test_housekeeping_is_put_off_with_nothing():
    nordlev = Nordlev()
    notices = nordlev.point("2024-01-09", "Gensidig orientering", "24/1", kind=ItemKind.NOTICES, outcomes=("deferred",))
    nordlev.promise(notices, "deferral", "Udsættes.")
    nordlev.point("2024-02-06", "Gensidig orientering", "24/1", kind=ItemKind.NOTICES)
    assert put_off(nordlev.corpus()) == []
    assert find_postponed(nordlev.corpus()) == []


def test_after_the_next_meetings_a_title_is_another_matter():
    nordlev = Nordlev()
    deferred(nordlev, number=None)
    for month in ("02", "03", "04", "05"):
        nordlev.point(f"2024-{month}-06", "Ventelister", "24/50")
    nordlev.point("2024-06-04", "Plan for cykelstier ved havnen", "24/11")
    assert find_postponed(nordlev.corpus()) == []


def test_what_is_taken_from_the_agenda_comes_back():
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Salg af havnegrunden", "24/7", decided="Udgår.", outcomes=("withdrawn",))
    later = nordlev.point("2024-03-05", "Salg af havnegrunden", "24/7")
    [link] = find_postponed(nordlev.corpus())
    assert (link.start, link.end, link.via, link.detail) == (later.id, point.id, None, "24/7")


def test_a_container_number_takes_nothing_up():
    nordlev = Nordlev()
    deferred(nordlev, "Indkøb af både", "24/1")
    for month in ("01", "02", "03"):
        for title in ("Eventuelt", "Underskriftsside"):
            nordlev.point(f"2024-{month}-09", title, "24/1", kind=ItemKind.ANY_OTHER_BUSINESS)
    nordlev.point("2024-02-09", "Både i havnen", "24/1")
    assert find_postponed(nordlev.corpus()) == []


def test_a_later_point_may_say_that_it_was_put_off_under_another_title():
    nordlev = Nordlev()
    point, promise = deferred(nordlev)
    later = nordlev.point("2024-03-05", "Dialogmøde om stier", "24/90")
    sentence = "På mødet den 9. januar 2024 blev sagen 'Plan for cykelstier ved havnen' udskudt."
    nordlev.reference(later, "2024-01-09", sentence)
    [link] = find_postponed(nordlev.corpus())
    assert (link.start, link.end, link.rule, link.via) == (later.id, point.id, "stated_deferral", promise.id)
    assert later.body == CULTURE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sagen blev ikke udsat. Godkendt.", False),
        ("Forslag om at sagen udsættes faldt. Sagen blev godkendt.", False),
        ("Udvalget stemte om udsættelse. Forslaget om at udsætte sagen blev forkastet. Godkendt.", True),  # not clear
        ("Udsættes. Udvalget ønsker ikke flere oplysninger.", True),
    ],
)
def test_what_was_only_proposed_is_not_put_off(text, expected):
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Teaterets tag", "24/7", decided=text, outcomes=("deferred",))
    nordlev.promise(point, "deferral", text)
    assert put_off(nordlev.corpus()) == [point] * expected


@pytest.mark.parametrize(
    ("title", "number", "texts", "status"),
    [
        ("Ansøgning om landzonetilladelse", "24/11", ("", ""), "possible"),  # a form, no matter
        ("Bådebro ved fiskerhuset", "24/11", ("Skovvej 4", "Strandvej 90"), "possible"),
        ("Bådebro ved fiskerhuset", "24/11", ("Skovvej 4", "Skovvej 4"), "accepted"),
        ("Ansøgning om landzonetilladelse", "24/10", ("", ""), "accepted"),  # under its number
    ],
)
def test_a_title_on_another_number_joins_only_where_it_names_the_matter(title, number, texts, status):
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", title, "24/10", outcomes=("deferred",), text=texts[0])
    later = nordlev.point("2024-02-06", title, number, text=texts[1])
    [link] = find_postponed(nordlev.corpus())
    assert (link.start, link.end, link.status) == (later.id, point.id, status)
