from __future__ import annotations

import pytest

from graph.identity.judgements import Verdict
from graph.identity.organisations import judge_organisations
from tests.graph.identity.named import only_verdict, organisation, verdicts, years

SAME, UNSURE = Verdict.SAME, Verdict.UNSURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Job Kyst", "JobKyst"),
        ("Nordlev Spildevand A/S", "Nordlev Spildevand"),
        ("Vind & Vand", "Vind og Vand"),
        ("Foreningen Fri Vind (FFV)", "FFV"),
        ("Foreningen Fri Vind (FFV)", "Foreningen Fri Vind"),
        ("S?by Havn", "Søby Havn"),
        ("SÃ¸by Handværkerforening", "Søby Håndværkerforening"),  # broken letters: others may be lost as well
    ],
)
def test_other_spellings_of_one(one: str, other: str) -> None:
    assert only_verdict(judge_organisations, organisation(one), organisation(other)) is SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nord A/S", "Nord ApS"),
        ("Søby Boligforeningen", "Søby Boligforening"),
        ("Dansk Vindforening Nord", "Dansk Vindforening Nords"),
        ("Dansk Vind Forening", "DVF"),
        ("Nordlev Idrætsforening", "Nordlev Idræsforening"),
        ("Søby Handværkerforening", "Søby Håndværkerforening"),
        ("Foreningen Fårehuset", "Foreningen Farehuset"),
        ("Nordlev Rideklub", "Nordlev Rideklub ApS"),  # a club and its company
        ("Foreningen Søby Vind", "Foreningen Søby Vind A/S"),
    ],
)
def test_what_only_a_person_may_judge(one: str, other: str) -> None:
    assert only_verdict(judge_organisations, organisation(one), organisation(other)) is UNSURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nordlev Boldklub", "Nordby Boldklub"),
        ("Søby Havn", "Sæby Havn"),
        ("Vind Holding A/S", "Vind A/S"),
        ("Nordlev Boldklub", "Nordlev Boldklub 1921"),
        ("Net4", "Net5"),
    ],
)
def test_different_words_are_different(one: str, other: str) -> None:
    assert only_verdict(judge_organisations, organisation(one), organisation(other)) is None


def test_legal_form_that_could_be_either_is_asked() -> None:
    found = verdicts(judge_organisations, organisation("Nord"), organisation("Nord A/S"), organisation("Nord ApS"))
    assert {verdict for _, verdict, _ in found} == {UNSURE}


def test_local_name_of_a_national_one_but_never_of_another_municipality() -> None:
    assert only_verdict(judge_organisations, organisation("Vindkraft A/S"), organisation("Vindkraft", None)) is SAME
    assert only_verdict(judge_organisations, organisation("Job Kyst"), organisation("JobKyst", "soeby")) is None


def test_stated_rename() -> None:
    assert (
        only_verdict(judge_organisations, organisation("LEVvej", stated={"KLAPvej"}), organisation("KLAPvej")) is SAME
    )


def test_legal_form_of_another_time_is_asked() -> None:
    before, after = organisation("Søby Havn", **years(2007, 2011)), organisation("Søby Havn A/S", **years(2012, 2020))
    assert only_verdict(judge_organisations, before, after) is UNSURE


def test_genitive_within_the_time_of_the_name() -> None:
    whole = organisation("Søby Museum", **years(2007, 2020))
    assert only_verdict(judge_organisations, organisation("Søby Museums", **years(2012, 2012)), whole) is SAME
    assert only_verdict(judge_organisations, organisation("Søby Museums"), organisation("Søby Museum")) is UNSURE


def test_lost_marks_in_another_body_are_asked() -> None:
    one, other = organisation("Søbakken", bodies={"nordlev.a"}), organisation("Søbækken", bodies={"nordlev.b"})
    assert only_verdict(judge_organisations, one, other) is UNSURE


def test_names_that_the_whole_country_knows() -> None:
    assert (
        only_verdict(judge_organisations, organisation("KL", None), organisation("Kommunernes Landsforening", None))
        is SAME
    )
