"""Persons and parties."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import Line
from extract.entities.agreements import AgreementFinding
from extract.entities.bodies import BodyFinding
from extract.entities.component import findings
from extract.entities.context import Roster
from extract.entities.organisations import OrganisationFinding
from extract.entities.parties import PartyFinding
from extract.entities.persons import PATTERNS, PersonFinding
from tests.extract.entities.marked import NORDLEV, expected, found, run, surfaces


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
        ("Imod stemte 7 (V, A og Ida Krag (B)).", ["Venstre", "Socialdemokratiet", "Radikale Venstre"]),
        ("For: 3 (Ida Krag (A), V og Ø)", ["Socialdemokratiet", "Venstre", "Enhedslisten"]),
        ("Et flertal, V og A (5), anbefaler sagen.", ["Venstre", "Socialdemokratiet"]),
        ("Et af V og A stillet ændringsforslag faldt.", ["Venstre", "Socialdemokratiet"]),
        ("V og O (3) kan ikke anbefale sagen.", ["Venstre", "Dansk Folkeparti"]),
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
        ("Aftalen er indgået af Venstre, Bylisten og Midterpartiet.", ["Venstre", "Bylisten", "Midterpartiet"]),
        ("Ventelisten er lang, og Naboerne klager.", []),
        (
            "Flertallet (A, V og Ida Søholm (F)) stemte for.",
            ["Socialdemokratiet", "Venstre", "Socialistisk Folkeparti"],
        ),
        ("Sagen anbefales af V og C (3).", ["Venstre", "Det Konservative Folkeparti"]),
        ("Forslaget tiltrædes af A, F og Ø.", ["Socialdemokratiet", "Socialistisk Folkeparti", "Enhedslisten"]),
        ("Sagen anbefales af I alt tre.", []),
        ("1 medlem af C (Anna Lund) stemte imod.", ["Det Konservative Folkeparti"]),
        ("1 medlem af C mødte op.", []),
        ("Afstemning:\nA (4), V (3) og Ø (1)\nSlut.", ["Socialdemokratiet", "Venstre", "Enhedslisten"]),
        ("Felt A (4) og felt V (3) er tomme. A (4) er en note.", []),
        ("Juryen valgte Skitse C ved Port A (12 (8%)).", []),
        ("Venstre side af vejen. Alternativet er at vente. Dansk Socialrådgiverforening (DS) kommer.", []),
    ],
)
def test_parties(text: str, parties: list[str]) -> None:
    assert [one.party for one in found(text, PartyFinding)] == parties


def test_a_legend_of_the_document_names_a_local_list() -> None:
    context = replace(NORDLEV, lists={"T": "Tværlisten"})
    text = "For stemte T og V. Tværlistens forslag faldt. Bo Krag (T) gik."
    assert [one.party for one in found(text, PartyFinding, context)] == [
        "Tværlisten",
        "Venstre",
        "Tværlisten",
        "Tværlisten",
    ]


def test_a_list_is_named_in_full_where_only_its_first_word_is_printed() -> None:
    context = replace(NORDLEV, lists={"T": "Tværlisten Søby"})
    text = "For stemte T. Tværlisten og Tværlisten Søbys forslag faldt. Ventelisten er lang."
    assert [one.party for one in found(text, PartyFinding, context)] == ["Tværlisten Søby"] * 3


NAMES = (
    st.lists(st.text("aeioulnrstkmpøåé", min_size=3, max_size=8).map(str.capitalize), min_size=2, max_size=3)
    .map(" ".join)
    .filter(lambda name: not set(name.split()) & set(PATTERNS.words["no_person"]))
)


@settings(max_examples=40)
@given(st.lists(NAMES, min_size=2, max_size=2, unique_by=lambda name: name.split()[-1]))
def test_any_name_on_the_roster_is_found_as_surely(names: list[str]) -> None:
    one, other = names
    context = replace(NORDLEV, roster=Roster({one: None, other: None}))
    text = f"Forslaget blev stillet af {one} (V). Imod stemte {other} og tre andre, skriver forvaltningen."
    assert [person.person for person in found(text, PersonFinding, context)] == [one, other]


PRIVATE = [
    "Ansøger er Lone Dahl, Havvej 3, og ansøgeren Per Strand har klaget.",
    "Nabo Lone Dahl og naboerne Per og Inge Strand er blevet hørt om byggeriet.",
    "Ejer Lone Dahl og lejer Per Strand har sendt en mail til kommunen.",
    "Høringssvar fra Lone Dahl og bemærkninger fra Per Strand er vedlagt.",
    "Klager, Lone Dahl, mener, at huset skygger. Klagen er indsendt af advokat Per Strand.",
    "Borgeren Lone Dahl mødte op, og partshøringen af Per Strand (ejer) er slut.",
    "Indsigelse fra Lone Dahl og Per Strand, Strandvej 4, samt 12 andre.",
    "Ansøgning fra Lone Dahl om støtte. Bygherre Per Strand og arkitekt Ole Kær deltog i mødet.",
    "Lone Dahl har på vegne af beboerne sendt et brev. Mor til Per Strand har søgt om hjælp.",
]


@pytest.mark.parametrize("text", PRIVATE)
def test_private_persons_are_no_entities_of_any_kind(text: str) -> None:
    doc = run(text)
    for kind in (PersonFinding, OrganisationFinding, AgreementFinding, PartyFinding, BodyFinding):
        named = [text[one.start : one.end] for one in findings(doc, kind)]
        assert not any(part in name for name in named for part in ("Lone", "Dahl", "Per", "Strand", "Inge", "Kær")), (
            kind
        )


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Kommunaldirektør Ole Falk orienterede om sagen.", "Ole Falk"),
        ("Direktør for Børn og Kultur Ole Falk deltog.", "Ole Falk"),
        ("Rådmand Ole Falk og ansøger Lone Dahl mødtes.", "Ole Falk"),
        ("Folketingsmedlem Ole Falk gæstede udvalget.", "Ole Falk"),
        ("Sundhedsminister Ole Falks brev om havne er vedlagt.", "Ole Falk"),
        ("Rådmand Ole Lundes nye forslag faldt.", "Ole Lunde"),
        ("Folketingsmedlem Ole Falk's brev og borgmesteren.", "Ole Falk"),
        ("Borgmester Ole Thomas' forslag faldt.", "Ole Thomas"),
        ("Borgmester Ole Thomas bød velkommen.", "Ole Thomas"),
        ("Borgmester Ole Friis forslag faldt.", "Ole Friis"),
        ("Borgmester Bo Krags bil er væk.", "Bo Krag"),
        ("Direktør Ole Falk fra Havn A/S skrev.", None),
        ("Direktør i Havn A/S Ole Falk skrev.", None),
    ],
)
def test_chief_officers_and_guests_in_office_are_found_by_their_office(text: str, person: str | None) -> None:
    assert [one.person for one in found(text, PersonFinding)] == ([person] if person else [])


def test_names_alone_at_the_end_are_signatures_and_name_nobody() -> None:
    from extract.entities.component import Point, attach
    from extract.entities.passages import Paragraph, Part, Passage, Piece
    from extract.entities.pipeline import pipeline

    text = "Underskrifter: Bo Krag, Ida Søholm"
    line = Line(1, None, text, text)
    point = Point(Passage(text, (Piece(0, line),), (Paragraph(0, len(text), "Titel", Part.TEXT, line),)), NORDLEV)
    doc = attach(pipeline().make_doc(text), point)
    pipeline().get_pipe("persons")(doc)
    assert findings(doc, PersonFinding) == ()
