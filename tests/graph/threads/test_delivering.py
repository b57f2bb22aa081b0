from __future__ import annotations

import random

import pytest

from extract.records import ItemKind
from graph.threads.delivering import find_deliveries
from graph.threads.links import LinkStatus, LinkType
from tests.graph.threads.nordlev import COUNCIL, CULTURE, Nordlev

ASKED = "Udvalget ønsker en sag om ventelister i svømmehallen."


def found(nordlev: Nordlev) -> list[tuple[str, str, str, str]]:
    return [
        (link.start, link.end or "", link.rule, link.status.value) for link in find_deliveries(nordlev.corpus())
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "brings"),
    [
        ("Udvalget bad den 9. januar 2024 om en sag om svømmehallens ventelister i hallen.", True),
        ("Udvalget ønskede den 9. januar 2024 en sag om ventelister i svømmehallen.", True),
        ("Udvalget godkendte den 9. januar 2024 ventelister i svømmehallen.", False),
        ("Udvalget ønskede den 9. januar 2024 en sag om biblioteket.", False),
    ],
)
def test_a_point_that_tells_of_a_request_brings_it(sentence, brings):
    nordlev = Nordlev()
    asked = nordlev.point("2024-01-09", "Orientering fra formanden", kind=ItemKind.NOTICES)
    promise = nordlev.promise(asked, "committee_request", ASKED)
    nordlev.promise(asked, "committee_request", "Udvalget ønsker en sag om bibliotekets lokaler.")
    later = nordlev.point("2024-04-02", "Ventetid på svømning")
    nordlev.reference(later, "2024-01-09", sentence)
    links = [link for link in find_deliveries(nordlev.corpus()) if link.via == promise.id]
    assert [(link.type, link.start, link.end, link.rule, link.status, link.detail) for link in links] == [
        (LinkType.DELIVERED, later.id, asked.id, "stated_request", LinkStatus.ACCEPTED, sentence)
    ] * brings


def test_a_number_of_the_point_that_is_another_one_refers_to_no_request_here():
    nordlev = Nordlev()
    asked = nordlev.point("2024-01-09", "Orientering fra formanden", item_number="7")
    nordlev.promise(asked, "committee_request", ASKED)
    later = nordlev.point("2024-04-02", "Ventelister")
    sentence = "Udvalget ønskede den 9. januar 2024 (pkt. 4) en sag om ventelister i svømmehallen."
    nordlev.reference(later, "2024-01-09", sentence, number="4")
    assert found(nordlev) == []


def test_two_requests_that_fit_as_well_leave_it_open():
    nordlev = Nordlev()
    asked = nordlev.point("2024-01-09", "Orientering fra formanden")
    nordlev.promise(asked, "committee_request", ASKED)
    nordlev.promise(asked, "committee_request", ASKED.replace("en sag", "et notat"))
    later = nordlev.point("2024-04-02", "Ventelister")
    nordlev.reference(later, "2024-01-09", "Udvalget ønskede den 9. januar 2024 en sag om ventelister i svømmehallen.")
    assert found(nordlev) == []


def test_the_first_that_brings_it_counts():
    nordlev = Nordlev()
    asked = nordlev.point("2024-01-09", "Orientering fra formanden")
    nordlev.promise(asked, "committee_request", ASKED)
    sentence = "Udvalget ønskede den 9. januar 2024 en sag om ventelister i svømmehallen."
    council = nordlev.point("2024-04-20", "Ventelister", body=COUNCIL)
    first = nordlev.point("2024-04-02", "Ventelister")
    for point in (council, first):
        nordlev.reference(point, "2024-01-09", sentence)
    assert found(nordlev) == [(first.id, asked.id, "stated_request", "accepted")]


@pytest.mark.parametrize(
    ("text", "due", "day", "expected"),
    [
        ("Sagen behandles igen på udvalgets møde i juni 2024.", "2024-06", "2024-06-11", "accepted"),
        (
            "Den nye plan for cykelstier skal godkendes på udvalgets møde i juni 2024.",
            "2024-06",
            "2024-06-11",
            "accepted",
        ),
        ("Regnskabet fremlægges på udvalgets møde i juni 2024.", "2024-06", "2024-06-11", "possible"),
        ("Sagen behandles igen på udvalgets møde i juni 2024.", "2024-06", "2024-07-09", "accepted"),
        ("Sagen behandles igen på udvalgets møde i juni 2024.", "2024-06", "2024-08-13", None),
        ("Sagen behandles igen på udvalgets møde i juni 2024.", "2024-06", "2024-05-14", None),
        ("Sagen behandles igen den 11. juni 2024 i udvalget.", "2024-06-11", "2024-06-12", None),
        ("Sagen behandles igen i juni.", "2024-06-31", "2024-06-12", None),
    ],
)
def test_a_plan_is_met_by_its_number_in_time(text, due, day, expected):
    nordlev = Nordlev()
    planned = nordlev.point("2024-04-09", "Plan for cykelstier", "24/10")
    nordlev.promise(planned, "planned_treatment", text, due)
    later = nordlev.point(day, "Plan for cykelstier", "24/10")
    wanted = [(later.id, planned.id, "same_number_on_time", expected)] if expected else []
    assert found(nordlev) == wanted


def test_a_survey_of_next_year_is_not_what_was_asked_for():
    nordlev = Nordlev()
    survey = nordlev.point("2025-02-18", "Resultat af brugerundersøgelse i svømmehallen 2024", "25/20")
    nordlev.promise(survey, "committee_request", "Udvalget ønsker en status på undersøgelsen om et halvt år.")
    nordlev.point("2026-02-17", "Resultat af brugerundersøgelse i svømmehallen 2025", "26/20")
    assert found(nordlev) == []


def test_alike_titles_on_another_number_are_only_possible():
    nordlev = Nordlev()
    status = nordlev.point("2024-01-09", "Status på projekt om stille cykelstier", "24/10")
    nordlev.promise(status, "committee_request", "Der ønskes en ny status på cykelstier senest maj 2024.", "2024-05")
    later = nordlev.point("2024-05-14", "Status på projekt om stille cykelstier", "24/99")
    assert found(nordlev) == [(later.id, status.id, "same_title_on_time", "possible")]


def test_deadlines_and_events_are_brought_by_no_point():
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Plan for cykelstier", "24/10")
    nordlev.promise(point, "deadline", "Sagen: høringsfristen er 14. maj 2024.", "2024-05-14")
    nordlev.point("2024-05-14", "Plan for cykelstier", "24/10")
    assert found(nordlev) == []


def test_the_order_in_which_things_came_changes_nothing():
    nordlev = Nordlev()
    for month in ("01", "02", "03", "04"):
        point = nordlev.point(f"2024-{month}-09", "Plan for cykelstier", "24/10")
        nordlev.promise(point, "planned_treatment", "Sagen behandles igen i udvalget.", f"2024-{int(month) + 1:02}")
        nordlev.promise(point, "committee_request", ASKED)
        nordlev.reference(point, "2024-01-09", "Udvalget ønskede den 9. januar en sag om ventelister i svømmehallen.")
    before = find_deliveries(nordlev.corpus())
    for things in (nordlev.points, nordlev.promises, nordlev.references):
        random.Random(5).shuffle(things)  # type: ignore[arg-type]
    assert before == find_deliveries(nordlev.corpus())
    assert CULTURE in before[0].start


def test_an_agenda_brings_nothing():
    nordlev = Nordlev()
    asked = nordlev.point("2024-01-09", "Ventelister i svømmehallen", "24/10")
    nordlev.promise(asked, "committee_request", "Udvalget ønsker sagen igen.", "2024-04-02")
    later = nordlev.point("2024-04-02", "Ventelister i svømmehallen", "24/10", decided=None, status="planned")
    nordlev.reference(later, "2024-01-09", "Udvalget ønskede den 9. januar 2024 en sag om ventelister i svømmehallen.")
    assert found(nordlev) == []


@pytest.mark.parametrize(
    ("title", "decided", "expected"),
    [
        ("Evaluering af svømmehallens åbningstider", "approved", "accepted"),
        ("Svømmehallens åbningstider: klage", "approved", "possible"),  # not what is asked for
        ("Evaluering af svømmehallens åbningstider", "deferred", None),  # put off: nothing is brought
    ],
)
def test_a_number_brings_what_was_asked_for_and_nothing_else(title, decided, expected):
    nordlev = Nordlev()
    asked = nordlev.point("2024-01-09", "Svømmehallens åbningstider", "24/10")
    text = "Udvalget bad om en evaluering af svømmehallens åbningstider på mødet i maj 2024."
    nordlev.promise(asked, "committee_request", text, "2024-05")
    later = nordlev.point("2024-05-14", title, "24/10", outcomes=(decided,))
    wanted = [(later.id, asked.id, "same_number_on_time", expected)] if expected else []
    assert found(nordlev) == wanted


@pytest.mark.parametrize("beside", [True, False])
def test_the_number_alone_brings_not_the_matter_itself(beside):
    nordlev = Nordlev()
    asked = nordlev.point("2024-01-09", "Lokalplan for Mølleparken", "24/10")
    nordlev.promise(asked, "planned_treatment", "Udvalget ønsker sagen forelagt igen.", "2024-02-13")
    number = nordlev.point("2024-02-13", "Klage over hundehold", "24/10")
    matter = nordlev.point("2024-02-13", "Lokalplan for Mølleparken", "24/11") if beside else None
    wanted = (matter.id, "same_title_on_time") if matter else (number.id, "same_number_on_time")
    assert found(nordlev) == [(wanted[0], asked.id, wanted[1], "possible")]


def test_who_says_that_it_is_not_there_yet_brings_it_not():
    nordlev = Nordlev()
    asked = nordlev.point("2024-01-09", "Orientering fra formanden", kind=ItemKind.NOTICES)
    nordlev.promise(asked, "committee_request", ASKED)
    later = nordlev.point("2024-04-02", "Skolebiblioteket")
    sentence = "Udvalget ønskede den 9. januar 2024 en sag om ventelister i svømmehallen; den er endnu ikke udarbejdet."
    nordlev.reference(later, "2024-01-09", sentence)
    assert found(nordlev) == []
