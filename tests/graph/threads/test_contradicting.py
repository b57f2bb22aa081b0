from __future__ import annotations

import pytest

from graph.threads.contradicting import contradictions
from graph.threads.quoting import SameDecision
from tests.graph.threads.nordlev import COUNCIL, ROADS, Nordlev


def differences(own: str, quoted: str, outcomes: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())):
    nordlev = Nordlev()
    point = nordlev.point("2024-01-09", "Ny cykelsti", "24/7", body=ROADS, decided=None)
    one = nordlev.ruling(point, ROADS, "2024-01-09", own, own=True, outcomes=outcomes[0])
    later = nordlev.point("2024-02-06", "Ny cykelsti", "24/7", body=COUNCIL)
    other = nordlev.ruling(later, ROADS, "2024-01-09", quoted, outcomes=outcomes[1])
    found = contradictions(nordlev.corpus(), [SameDecision(one.id, other.id)])
    return {each.difference.value: (each.counts, each.again) for each in found}


@pytest.mark.parametrize(
    ("own", "quoted", "expected"),
    [
        ("Anbefales med 5 stemmer.", "Anbefales med 4 stemmer.", {"numbers": (("5",), ("4",))}),
        ("Der bevilges 1.250.000 kr.", "Der bevilges 1.520.000 kr.", {"numbers": (("1250000",), ("1520000",))}),
        ("For stemte A, V og Ø.", "For stemte A, C og Ø.", {"names": (("v",), ("c",))}),
        ("Udvalget valgte Åse Bæk.", "Udvalget valgte Ib Lund.", {"names": (("bæk", "åse"), ("ib", "lund"))}),
        ("Sendes til Børneudvalget.", "Sendes til Byrådet.", {"names": (("børneudvalget",), ("byrådet",))}),
    ],
)
def test_other_numbers_and_names_are_contradictions(own, quoted, expected):
    assert differences(own, quoted) == expected


@pytest.mark.parametrize(
    ("own", "quoted"),
    [
        ("Godkendt.", "GODKENDT"),
        ("Der bevilges 1.250.000 kr.", "Der bevilges 1 250 000 kr."),
        ("Udvalget anbefaler,\nat stien anlægges i 2025.", "Udvalget anbefaler, at stien anlæg-\nges i 2025."),
        ("1.-3. anbefales. Åse Bæk deltog ikke.", "1.-3. anbefales."),
        ("Mødet er den 3. marts 2024.", "Mødet er den 03. marts 2024."),
        ("Udvalget godkendte.", "Vejudvalget godkendte."),
        ("For stemte: V, A og C", "For stemte:\nA, C og V"),
    ],
)
def test_layout_and_a_shorter_print_are_none(own, quoted):
    assert differences(own, quoted) == {}


def test_other_outcomes_are_a_contradiction_and_fewer_are_not():
    assert differences("Anbefales.", "Afvises.", (("recommended",), ("rejected",))) == {
        "outcomes": (("recommended",), ("rejected",))
    }
    assert differences("Anbefales og drøftet.", "Anbefales.", (("recommended", "discussed"), ("recommended",))) == {}
