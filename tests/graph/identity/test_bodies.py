from __future__ import annotations

import pytest

from graph.identity.bodies import judge_bodies
from graph.identity.judgements import Verdict
from tests.graph.identity.named import body, only_verdict, verdicts, years

SAME, UNSURE = Verdict.SAME, Verdict.UNSURE
HELD = {"holds_meetings": True}


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("Teknik- og Miljø-udvalget", "Teknik- og Miljøudvalget"),
        ("Nordlev Byråd", "Byrådet"),
        ("Byrådet i Nordlev Kommune", "Byrådet"),
        ("Nordlev Kommunes Økonomiudvalg", "Økonomiudvalget"),
        ("Økonomiudvalgets", "Økonomiudvalget"),
        ("\ufffdkonomiudvalget", "Økonomiudvalget"),
        ("Okonomiudvalget", "Økonomiudvalget"),
        ("Børn- og Ungeudvalget", "Børne- og Ungeudvalget"),
        ("Det Tekniske Udvalg", "Teknisk Udvalg"),
        ("Kommunalbestyrelsen", "Byrådet"),
        ("BBU", "Beskæftigelses- og Borgerserviceudvalget"),
        ("ØU", "Økonomiudvalget"),
        ("UBU", "Udvalget for Børn og Unge"),
        ("Byrådet - ekstraordinært møde", "Byrådet"),
        ("§17.4 udvalget vedr. bosætning", "§ 17, stk. 4-udvalg om bosætning"),
    ],
)
def test_another_name_of_the_body_that_meets(alias: str, name: str) -> None:
    assert only_verdict(judge_bodies, body(alias), body(name, **HELD)) is SAME


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("Udvalget for Børn og Unge", "Børne- og Ungeudvalget"),
        ("Miljø- og Teknikudvalget", "Teknik- og Miljøudvalget"),
        ("Sundhedsudvalget", "Social- og Sundhedsudvalget"),
        ("Økonomiudvaglet", "Økonomiudvalget"),
    ],
)
def test_what_only_a_person_may_judge(alias: str, name: str) -> None:
    assert only_verdict(judge_bodies, body(alias), body(name, **HELD)) is UNSURE


@pytest.mark.parametrize(
    "other", ["Ældrerådet", "Fællesmøde mellem Byrådet og Ældrerådet", "Udvalget", "Børne- og Skoleudvalget", "BSU"]
)
def test_what_is_another_or_none(other: str) -> None:
    assert only_verdict(judge_bodies, body(other), body("Byrådet", **HELD)) is None


def test_fewer_words_are_asked_of_the_body_that_meets() -> None:
    names = body("Miljøudvalget"), body("Teknik- og Miljøudvalget", **HELD), body("Natur- og Miljøudvalget")
    assert [pair for pair, _, _ in verdicts(judge_bodies, *names)] == ["Miljøudvalget | Teknik- og Miljøudvalget"]


def test_initials_of_two_bodies_are_neither() -> None:
    names = body("BBU"), body("Beskæftigelses- og Borgerserviceudvalget", **HELD), body("Børne- og Byggeudvalget")
    assert [(verdict, code) for _, verdict, code in verdicts(judge_bodies, *names)] == [(UNSURE, "rivals")] * 2


def test_two_that_hold_meetings_are_never_merged() -> None:
    one, other = body("Teknik- og Miljø-udvalget", **HELD), body("Teknik- og Miljøudvalget", **HELD)
    assert verdicts(judge_bodies, one, other) == [
        ("Teknik- og Miljø-udvalget | Teknik- og Miljøudvalget", UNSURE, "both-hold-meetings")
    ]


def test_two_that_hold_meetings_are_not_merged_over_a_third() -> None:
    found = verdicts(judge_bodies, body("Nordlev Byråd", **HELD), body("Kommunalbestyrelsen", **HELD), body("Byråd"))
    assert ("Byråd | Nordlev Byråd", SAME, "only-fit") in found
    assert [verdict for _, verdict, code in found if code == "both-hold-meetings"] == [UNSURE] * 2


def test_same_words_in_another_order_at_a_time_of_the_other() -> None:
    long = body("Teknik- og Miljøudvalget", **HELD, **years(2014, 2021))
    assert only_verdict(judge_bodies, body("Miljø- og Teknikudvalget", **years(2015, 2015)), long) is SAME
    assert only_verdict(judge_bodies, body("Miljø- og Teknikudvalget", **years(2021, 2023)), long) is UNSURE


def test_name_of_another_decade_is_asked() -> None:
    long = body("Økonomiudvalget", **HELD, **years(2018, 2021))
    assert only_verdict(judge_bodies, body("ØU", **years(2006, 2006)), long) is UNSURE


def test_stated_name_and_succession() -> None:
    old = body("Miljøudvalget", **HELD, **years(2014, 2017))
    assert only_verdict(judge_bodies, body("Klimaudvalget", stated={"Miljøudvalget"}), old) is SAME
    new = body("Miljø- og Klimaudvalget", **HELD, **years(2018, 2021))
    assert only_verdict(judge_bodies, old, new) is UNSURE


def test_never_across_municipalities() -> None:
    assert only_verdict(judge_bodies, body("ØU"), body("Økonomiudvalget", "soeby", **HELD)) is None
