from __future__ import annotations

import pytest

from graph.identity.judgements import Verdict
from graph.identity.persons import judge_persons
from tests.graph.identity.named import only_verdict, person, verdicts, years

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE
A = {"parties": {"A"}, "bodies": {"nordlev.byraadet"}}


def test_initial_is_the_only_one_whom_it_fits() -> None:
    assert verdicts(judge_persons, person("I. Lykke"), person("Inga Lykke")) == [
        ("I. Lykke | Inga Lykke", SAME, "only-fit")
    ]


def test_initial_that_fits_two_is_neither() -> None:
    assert verdicts(judge_persons, person("I. Lykke"), person("Inga Lykke"), person("Ivan Lykke")) == [
        ("I. Lykke | Inga Lykke", UNSURE, "rivals"),
        ("I. Lykke | Ivan Lykke", UNSURE, "rivals"),
    ]


def test_initial_that_fits_two_spellings_of_one_is_that_one() -> None:
    found = verdicts(judge_persons, person("I. Møller"), person("Inga Møller"), person("Inga MÃ¸ller"))
    assert [verdict for _, verdict, _ in found] == [SAME] * 3


def test_rival_of_another_time_is_none() -> None:
    names = (person("I. Lykke", **years(2018, 2021)), person("Inga Lykke", **years(2014, 2021)))
    assert SAME in {
        verdict for _, verdict, _ in verdicts(judge_persons, *names, person("Ivan Lykke", **years(1998, 2001)))
    }


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ({"parties": {"A"}}, {"parties": {"Venstre"}}, "other-party"),
        ({"roles": {"official"}}, {"roles": {"member"}}, "other-role"),
        (years(2002, 2005), years(2018, 2021), "years-apart"),
    ],
)
def test_what_speaks_against_leaves_it_open(one: dict, other: dict, code: str) -> None:
    assert verdicts(judge_persons, person("I. Lykke", **one), person("Inga Lykke", **other)) == [
        ("I. Lykke | Inga Lykke", UNSURE, code)
    ]


def test_party_by_letter_and_by_name_is_one() -> None:
    assert (
        only_verdict(
            judge_persons, person("I. Lykke", parties={"A"}), person("Inga Lykke", parties={"Socialdemokratiet"})
        )
        is SAME
    )


def test_initial_in_other_bodies_is_asked() -> None:
    one, other = person("I. Lykke", bodies={"nordlev.aeldreraadet"}), person("Inga Lykke", bodies={"nordlev.byraadet"})
    assert only_verdict(judge_persons, one, other) is UNSURE


def test_never_across_municipalities() -> None:
    assert only_verdict(judge_persons, person("I. Lykke"), person("Inga Lykke", "soeby")) is None
    assert only_verdict(judge_persons, person("Inga Lykke"), person("Inga Lykke", "soeby")) is None


def test_two_on_one_list_are_two() -> None:
    names = person("Inga Lykke", listed={"m1"}, **A), person("Inga Marie Lykke", listed={"m1"}, **A)
    assert only_verdict(judge_persons, *names) is DIFFERENT


def test_two_on_one_list_are_two_over_a_third() -> None:
    listed = {"listed": {"m1"}}
    found = verdicts(
        judge_persons, person("Inga Møller", **listed), person("Inga MÃ¸ller"), person("Møller, Inga", **listed)
    )
    assert ("Inga Møller | Møller, Inga", DIFFERENT, "listed-together") in found


@pytest.mark.parametrize("broken", ["SÃ¸ren Holm", "S?ren Holm", "S\ufffdren Holm", "S|ren Holm", "S&oslash;ren Holm"])
def test_broken_letters_are_put_right(broken: str) -> None:
    assert only_verdict(judge_persons, person(broken), person("Søren Holm")) is SAME


def test_lost_letters_that_fit_two_are_neither() -> None:
    found = verdicts(judge_persons, person("B?rge Holm"), person("Børge Holm"), person("Birge Holm"))
    assert {verdict for _, verdict, _ in found} == {UNSURE}


def test_marks_lost_without_a_sign_need_a_link() -> None:
    assert only_verdict(judge_persons, person("Soren Holm"), person("Søren Holm")) is UNSURE
    assert only_verdict(judge_persons, person("Soren Holm", **A), person("Søren Holm", **A)) is SAME


@pytest.mark.parametrize(("one", "other"), [("Inga Lykke", "Inga Marie Lykke"), ("Erik Bak", "Erick Bak")])
def test_middle_name_and_spelling_need_party_and_body(one: str, other: str) -> None:
    assert only_verdict(judge_persons, person(one), person(other)) is UNSURE
    assert only_verdict(judge_persons, person(one, **A), person(other, **A)) is SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anne Bak", "Anna Bak"),
        ("Ib Pedersen", "Ib Petersen"),
        ("Inga Lykke", "Inga Lykke Bak"),
        ("Lykke Inga", "Inga Lykke"),
        ("Jens Holm jun.", "Jens Holm"),
        ("Inga", "Inga Lykke"),
    ],
)
def test_what_only_a_person_may_judge(one: str, other: str) -> None:
    assert only_verdict(judge_persons, person(one, **A), person(other, **A)) is UNSURE


def test_genitive_that_stands_on_a_list_is_a_name() -> None:
    assert only_verdict(judge_persons, person("Inga Juuls", **A), person("Inga Juul", **A)) is SAME
    assert only_verdict(judge_persons, person("Inga Juuls", listed={"m2"}, **A), person("Inga Juul", **A)) is UNSURE


def test_letter_of_the_own_party_after_the_name() -> None:
    assert only_verdict(judge_persons, person("Inga Lykke A"), person("Inga Lykke", parties={"A"})) is SAME
    assert only_verdict(judge_persons, person("Inga Lykke V"), person("Inga Lykke", parties={"A"})) is UNSURE


def test_stated_maiden_name() -> None:
    assert only_verdict(judge_persons, person("Anne Holm", stated={"Anne Bach"}), person("Anne Bach")) is SAME
    assert only_verdict(judge_persons, person("Anne Holm", stated={"Bach"}), person("Anne Bach")) is SAME
    assert only_verdict(judge_persons, person("Anne Holm"), person("Anne Bach")) is None
