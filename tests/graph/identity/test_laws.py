from __future__ import annotations

import pytest

from graph.identity.judgements import Verdict
from graph.identity.laws import judge_laws
from tests.graph.identity.named import law, only_verdict, verdicts

SAME, UNSURE = Verdict.SAME, Verdict.UNSURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bekendtgørelse af lov om vind", "Lov om vind"),
        ("Lovbekendtgørelse nr. 1089 af 16. august 2023 af lov om vind", "Lov om vind"),
        ("Lovbekendtgørelse om vind", "Lov om vind"),
        ("LBK nr. 12 af 01/02/2020 lov om vind", "Lov om vind"),
        ("lov om vind mv.", "Lov om vind m.v."),
        ("Lov om vind m.v.", "Lov om vind"),
        ("Lov om vind (vindloven)", "Lov om vind"),
        ("Lov nr. 12 af 3. maj 2019 om vind", "Lov om vind"),
        ("Lov om vindmÃ¸ller", "Lov om vindmøller"),
        ("serviceloven", "Lov om social service"),
        ("Bekendtgørelse af serviceloven", "Lov om social service"),
    ],
)
def test_one_law(one: str, other: str) -> None:
    assert only_verdict(judge_laws, law(one), law(other)) is SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lov om ændring af lov om vind", "Lov om vind"),
        ("Finanslov for 2024", "Finanslov for 2025"),
        ("Bekendtgørelse om vind", "Lov om vind"),
        ("Lov om vind", "Lov om vand"),
        ("Lov nr. 1 af 3. maj 2019 om ændring af lov om vind", "Lov nr. 2 af 3. maj 2020 om ændring af lov om vind"),
    ],
)
def test_two_laws(one: str, other: str) -> None:
    assert only_verdict(judge_laws, law(one), law(other)) is None


def test_one_title_passed_twice_is_asked() -> None:
    names = law("Lov nr. 12 af 3. maj 2019 om vind"), law("Lov om vind"), law("Lov nr. 13 af 3. maj 2020 om vind")
    assert {verdict for _, verdict, _ in verdicts(judge_laws, *names)} == {UNSURE}


def test_bylaws_are_a_municipalitys_own() -> None:
    one, other = law("Vedtægt for havnen", "nordlev"), law("Vedtægt for  Havnen.", "soeby")
    assert only_verdict(judge_laws, one, other) is None
