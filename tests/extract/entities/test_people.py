"""Persons and parties."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.entities.context import Roster
from extract.entities.parties import PartyFinding
from extract.entities.persons import PersonFinding
from tests.extract.entities.marked import NORDLEV, expected, found, surfaces


@pytest.mark.parametrize(
    "marked",
    [
        "[[Anna Lund]] (V) og [[Anna B. Lund]] stemte for. [[Bo Krags]] forslag faldt.",
        "[[Krag]] (A) ønsker ordet. Krag er en by. [[Kim Ibsen]] (SF) er suppleant.",
        "Søholm (A) kan være to. Borgmester [[Ole Falk]] bød velkommen til Peter Hansen fra Nordlev.",
        "Dansk Industri (DI) og Peter Hansen (DI) skrev.",
    ],
)
def test_persons_in_public_office_are_found(marked: str) -> None:
    assert surfaces(marked, PersonFinding) == expected(marked)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Anna Lund (V) og Bo Krag (L)", ["Venstre", "L"]),
        (
            "Aftalen er indgået af Radikale Venstre, Venstre og Moderaterne.",
            ["Radikale Venstre", "Venstre", "Moderaterne"],
        ),
        ("For stemte: A, V og SF", ["Socialdemokratiet", "Venstre", "Socialistisk Folkeparti"]),
        ("(A), (C) og (Ø) stemte imod.", ["Socialdemokratiet", "Det Konservative Folkeparti", "Enhedslisten"]),
        (
            "Et flertal (A og V) anbefaler sagen. Et mindretal (Ø) er uenigt.",
            ["Socialdemokratiet", "Venstre", "Enhedslisten"],
        ),
        (
            "Imod stemte O og V. Anbefales, idet F tog forbehold.",
            ["Dansk Folkeparti", "Venstre", "Socialistisk Folkeparti"],
        ),
        ("I ønsker et svar, og A er en note. Forslag fra SF om bier.", ["Socialistisk Folkeparti"]),
        ("Juryen valgte Skitse C ved Port A (12 (8%)).", []),
        ("Venstre side af vejen. Alternativet er at vente. Dansk Socialrådgiverforening (DS) kommer.", []),
    ],
)
def test_parties(text: str, parties: list[str]) -> None:
    assert [one.party for one in found(text, PartyFinding)] == parties


NAMES = st.lists(st.text("aeioulnrstkmpøåé", min_size=3, max_size=8).map(str.capitalize), min_size=2, max_size=3).map(
    " ".join
)


@settings(max_examples=40, deadline=None)
@given(st.lists(NAMES, min_size=2, max_size=2, unique_by=lambda name: name.split()[-1]))
def test_any_name_on_the_roster_is_found_as_surely(names: list[str]) -> None:
    one, other = names
    context = replace(NORDLEV, roster=Roster({one: None, other: None}))
    text = f"Forslaget blev stillet af {one} (V). Imod stemte {other} og tre andre, skriver forvaltningen."
    assert [person.person for person in found(text, PersonFinding, context)] == [one, other]
