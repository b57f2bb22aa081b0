from __future__ import annotations

from datetime import date

import pytest

from extract.records import ItemKind
from graph.threads import asking
from graph.threads.periods import Period, read
from tests.graph.threads.nordlev import COUNCIL, CULTURE, FINANCE, Nordlev


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("Udvalget ønskede på mødet den 9. januar 2024 en sag om ventelister.", True),
        ("Det notat blev bestilt på mødet i januar.", True),
        ("Forvaltningen lovede at vende tilbage.", True),
        ("Det skete efter politisk ønske.", False),
        ("Udvalget godkendte sagen den 9. januar 2024.", False),
    ],
)
def test_only_asking_and_promising_are_told(sentence, tells):
    assert asking.tells_of_asking(sentence) is tells


def test_the_matter_is_what_comes_after_the_asking_without_names_of_bodies():
    corpus = Nordlev().corpus()
    text = "Orienteringen blev taget til efterretning, idet Kulturudvalget ønsker en sag om ventelister i svømmehallen."
    assert asking.matter(corpus, text) == {"ventel", "svømme"}


@pytest.mark.parametrize(
    ("kind", "text", "due", "expected"),
    [
        ("committee_request", "Udvalget ønsker en status om et halvt år.", None, read("2024-07")),
        ("committee_request", "Udvalget ønsker en status.", "2024-autumn", read("2024-autumn")),
        ("committee_request", "Udvalget ønsker en status.", "2024-02-31", None),
        ("deadline", "Fristen er om et halvt år.", None, None),
    ],
)
def test_a_follow_up_is_due_as_printed_or_as_counted(kind, text, due, expected):
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Svømmehallens ventelister")
    assert asking.due(nordlev.promise(point, kind, text, due), point) == expected
    assert expected is None or isinstance(expected, Period)


@pytest.mark.parametrize(
    ("kind", "text", "to", "body", "expected"),
    [
        ("planned_treatment", "Sagen behandles i Byrådet.", "Byrådet", CULTURE, COUNCIL),
        ("planned_treatment", "Sagen behandles i Ungerådet.", "Ungerådet", CULTURE, None),
        ("planned_treatment", "Sagen behandles på udvalgets møde.", None, CULTURE, CULTURE),
        ("planned_treatment", "Sagen behandles på udvalgets møde.", None, COUNCIL, None),
        ("committee_request", "Udvalget ønsker en status.", "forvaltningen", CULTURE, CULTURE),
        ("recommendation_to_body", "Anbefales.", "Økonomiudvalget", CULTURE, FINANCE),
    ],
)
def test_the_body_that_is_to_bring_it(kind, text, to, body, expected):
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Svømmehallens ventelister", body=body)
    promise = nordlev.promise(point, kind, text, to=to)
    assert asking.body(nordlev.corpus(), promise) == expected


def test_a_reference_means_the_one_meeting_that_fits():
    nordlev = Nordlev()
    nordlev.point("2024-01-09", "Ventelister")
    nordlev.point("2024-01-09", "Ventelister", body=FINANCE)
    later = nordlev.point("2024-03-05", "Ventelister", kind=ItemKind.ORIENTATION)
    month = nordlev.reference(later, "2024-01", "I januar 2024 ønskede udvalget en sag.")
    misread = nordlev.reference(later, "2024-01-09", "Økonomiudvalget bad den 9. januar om et notat.", body=COUNCIL)
    own = nordlev.reference(later, "2024-03-05", "Udvalget ønsker i dag en sag.")
    corpus = nordlev.corpus()
    meant = [asking.meant(corpus, one, later) for one in (month, misread, own)]
    assert [one and one.id for one in meant] == [f"{CULTURE}.2024-01-09", f"{FINANCE}.2024-01-09", None]


def test_a_long_sentence_is_quoted_in_part():
    assert asking.quoted("en  lang\nsætning") == "en lang sætning"
    assert len(asking.quoted("ord " * 200)) < 250


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("Sagen behandles igen i marts.", True),
        ("Udvalget ønsker sagen genoptaget i marts.", True),
        ("Sagen har ingen følger, da bevillingen behandles i Byrådet i marts.", False),
        ("Planen for cykelstier behandles i marts.", True),
        ("Regnskabet for kantinen behandles i marts.", False),
    ],
)
def test_a_promise_concerns_its_point_or_what_has_its_words(text, is_it):
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Plan for cykelstier")
    promise = nordlev.promise(point, "planned_treatment", text)
    assert asking.concerns(nordlev.corpus(), promise, point.title) is is_it


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forvaltningen lover et notat inden udgangen af maj 2024.", Period(date(2024, 5, 1), date(2024, 5, 31))),
        ("Forvaltningen lover et notat inden udgangen af 2024.", Period(date(2024, 1, 1), date(2024, 12, 31))),
        ("Forvaltningen lover et notat i maj.", None),
    ],
)
def test_what_is_to_come_until_the_end_of_a_month_is_due_in_it(text, expected):
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Ventelister")
    assert asking.due(nordlev.promise(point, "administration_promise", text), point) == expected
