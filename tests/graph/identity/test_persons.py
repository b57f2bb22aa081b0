from __future__ import annotations

from datetime import date

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


def test_two_parties_through_a_year_are_two() -> None:
    one, other = (
        person("I. Lykke", parties={"A"}, **years(2014, 2017)),
        person("Inga Lykke", parties={"V"}, **years(2014, 2017)),
    )
    assert only_verdict(judge_persons, one, other) is DIFFERENT


def test_name_and_seat_kept_with_another_party_are_one() -> None:
    seat = {"bodies": {"nordlev.byraadet"}}
    one = person("Inga Lykke", parties={"A"}, first=date(2014, 1, 1), last=date(2015, 5, 1), **seat)
    other = person("Lykke, Inga", parties={"løsgænger", "V"}, first=date(2015, 5, 20), last=date(2017, 12, 1), **seat)
    assert only_verdict(judge_persons, one, other) is SAME


def test_initial_of_one_party_has_no_rival_in_another() -> None:
    found = verdicts(
        judge_persons, person("I. Lykke", **A), person("Inga Lykke", **A), person("Ivan Lykke", parties={"V"})
    )
    assert ("I. Lykke | Inga Lykke", SAME, "only-fit") in found


def test_slip_in_a_long_name_within_the_time_of_the_other() -> None:
    once = {**A, "first": date(2015, 2, 1), "last": date(2015, 3, 1)}
    whole = person("Inga Bredahl-Klitgaard", **A, **years(2014, 2017))
    assert only_verdict(judge_persons, person("Inga Bredahl-Klitgard", **once), whole) is SAME
    assert only_verdict(judge_persons, person("Inga Bredahl-Klitgard", **A, **years(2016, 2021)), whole) is UNSURE
    assert (
        only_verdict(
            judge_persons, person("Kirsten Petersen", **once), person("Kirsten Pedersen", **A, **years(2014, 2017))
        )
        is UNSURE
    )


def test_name_taken_at_a_marriage_goes_on_in_the_same_seat() -> None:
    before = person("Inga Lykke", **A, first=date(2014, 1, 1), last=date(2015, 8, 1))
    after = person("Inga Lykke Bak", **A, first=date(2015, 9, 1), last=date(2017, 12, 1))
    assert only_verdict(judge_persons, before, after) is SAME


def test_former_name_printed_with_the_name() -> None:
    assert only_verdict(judge_persons, person("Inga Lykke, f. Bak"), person("Inga Bak")) is SAME


def test_member_and_substitute_at_one_time_are_asked() -> None:
    one = person("Niels Bak", roles={"substitute"}, **A, **years(2014, 2017))
    other = person("Niels Peter Bak", roles={"member"}, **A, **years(2014, 2017))
    assert only_verdict(judge_persons, one, other) is UNSURE
