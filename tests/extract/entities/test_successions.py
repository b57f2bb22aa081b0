"""Bodies that changed their name or were merged."""

import pytest

from extract.entities.renames import RenameFinding
from extract.entities.successions import SuccessionFinding
from tests.extract.entities.marked import found

CULTURE, NEW = "Kulturudvalget", "Kultur- og Fritidsudvalget"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"{CULTURE} skiftede den 1. januar 2022 navn til {NEW}.", "2022-01-01"),
        (f"{CULTURE} har skiftet navn til {NEW}.", None),
        (f"{CULTURE} ændrer pr. 1. januar 2022 navn til {NEW}.", "2022-01-01"),
        (f"Byrådet besluttede, at {CULTURE} skifter navn til {NEW} fra 1. januar 2022.", "2022-01-01"),
        (f"{CULTURE} blev i 2022 omdøbt til {NEW}, som mødes månedligt.", "2022"),
        (f"Navnet på {CULTURE} blev ændret til {NEW} i marts 2022.", "2022-03"),
        (f"{CULTURE}s navn er ændret til {NEW}.", None),
        (f"Udvalget har skiftet navn fra {CULTURE} til ”{NEW}”.", None),
        (f"{NEW} (tidligere {CULTURE}) mødes.", None),
        (f"{NEW}, der indtil 1. januar 2022 hed {CULTURE}, mødes.", "2022-01-01"),
        (f"{CULTURE} hedder fra 1. januar 2022 {NEW}.", "2022-01-01"),
        (f"{CULTURE} hedder nu {NEW}.", None),
    ],
)
def test_a_change_of_name(text: str, date: str | None) -> None:
    assert [(one.old, one.new, one.date, one.merged) for one in found(text, SuccessionFinding)] == [
        (CULTURE, NEW, date, False)
    ]
    assert not found(text, RenameFinding)


@pytest.mark.parametrize(
    "text",
    [
        f"{CULTURE} og Fritidsudvalget blev den 1. januar 2022 lagt sammen til {NEW}.",
        f"{CULTURE} og Fritidsudvalget sammenlægges pr. 1. januar 2022 til {NEW}.",
        f"{CULTURE} og Fritidsudvalget slås fra den 1. januar 2022 sammen til {NEW}.",
        f"Det skyldes sammenlægningen af {CULTURE} og Fritidsudvalget til {NEW} den 1. januar 2022.",
        f"{NEW} blev dannet den 1. januar 2022 ved en sammenlægning af {CULTURE} og Fritidsudvalget.",
    ],
)
def test_a_merger(text: str) -> None:
    assert [(one.old, one.new, one.date, one.merged) for one in found(text, SuccessionFinding)] == [
        (CULTURE, NEW, "2022-01-01", True),
        ("Fritidsudvalget", NEW, "2022-01-01", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Forvaltningen foreslår, at {CULTURE} skifter navn til {NEW}.",
        f"{CULTURE} har ikke skiftet navn til {NEW}.",
        f"Hvis {CULTURE} skifter navn til {NEW}, trykkes nye kort.",
        f"Sagen sendes fra {CULTURE} til {NEW}.",
        f"{CULTURE} og Fritidsudvalget mødes sammen med {NEW}.",
        f"{CULTURE} ændrede navnet på pladsen, og sagen går til {NEW}.",
        f"{CULTURE} skiftede formand. Navnet til stien drøftes i {NEW}.",
        f"Budgettet flyttes fra {CULTURE} til {NEW} den 1. januar 2022.",
        f"Skolen skiftede navn, da {CULTURE} sendte sagen til {NEW}.",
    ],
)
def test_no_change(text: str) -> None:
    assert not found(text, SuccessionFinding)
    assert not found(text, RenameFinding)
