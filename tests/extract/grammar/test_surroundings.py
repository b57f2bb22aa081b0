"""What stands around minutes in a file is no part of the last point; a structured source has nothing around it."""

from __future__ import annotations

import pytest

from tests.extract.grammar.minutes import meeting_of

MINUTES = """
    REFERAT Havneudvalget d. 03-03-2025

    Punkt 1: Ny mole

    Beslutning

    Godkendt.

    Punkt 2: Eventuelt

    Beslutning

    Intet.
"""


@pytest.mark.parametrize(
    "foot",
    [
        "Underskriftsside\n\nAnna Berg\n\nBo Dahl",
        "Anna Berg ______________________",
        "Nordlev Kommune\n\nTorvet 1, 9999 Nordlev\n\nEAN-nr. og åbningstider",
        "Nordlev Kommune - Torvet 1 - Send en mail til post@nordlev.example",
        "Mødet hævet kl. 19.05",
    ],
)
def test_foot_of_a_document_is_no_decision(foot: str) -> None:
    indented = "\n".join(f"    {line}" for line in foot.split("\n"))
    record = meeting_of(f"{MINUTES}\n{indented}\n")
    assert [item.decisions[0].text for item in record.items] == ["Godkendt.", "Intet."]
