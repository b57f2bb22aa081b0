"""Decisions without headings, and what is in them by mistake. All texts are invented."""

import pytest

from extract.evidence import value_of
from extract.records import DocumentKind
from tests.extract.grammar.minutes import item_of, meeting_of

HEAD = "Nordlev Kommune\n\nREFERAT Byrådet d. 12-03-2003\n\nMødedato Onsdag d. 12. marts 2003 kl. 16:00\n\nMedlemmer Anna Berg\n\n"  # noqa: E501


def test_a_body_and_date_before_its_words() -> None:
    item = item_of("Kulturudvalget, den 12. marts 2024: Tiltrådt.")
    assert [(one.body.name, str(one.date), one.text) for one in item.decisions] == [
        ("Kulturudvalget", "2024-03-12", "Tiltrådt.")
    ]


def test_decisions_under_recommendations_without_any_heading() -> None:
    points = (
        "Punkt 1: Havnebad\n\n24/1\n\nIndstilling\n\nHavnechefen indstiller, at badet bygges.\n\nIndstillingen blev godkendt.",  # noqa: E501
        "Punkt 2: Cykelsti\n\n24/2\n\nIndstilling\n\nHavnechefen indstiller, at stien anlægges.\n\nUdsat.",
    )
    record = meeting_of(HEAD + "\n\n".join(points))
    assert record.kind is DocumentKind.MINUTES
    assert [[one.text for one in item.decisions] for item in record.items] == [
        ["Indstillingen blev godkendt."],
        ["Udsat."],
    ]
    assert all(one.evidence.confidence < 1 for item in record.items for one in item.decisions)


def test_an_agenda_stays_one() -> None:
    points = (
        "Punkt 1: Havnebad\n\n24/1\n\nIndstilling\n\nHavnechefen indstiller, at badet bygges.",
        "Punkt 2: Cykelsti\n\n24/2\n\nIndstilling\n\nHavnechefen indstiller, at stien anlægges.",
    )
    assert meeting_of(HEAD + "\n\n".join(points)).kind is DocumentKind.AGENDA


def test_the_head_of_a_page_is_no_decision() -> None:
    item = item_of(
        "Beslutning",
        "Godkendt.",
        "Blad nr. 23",
        "Nordlev Kommune  Kulturudvalget  12-03-2024  Form.init.: ET",
        "Udsat.",
    )
    assert item.decisions[0].text == "Godkendt.\nUdsat."
    for head in ("Nordlev Kommune   Side 3 af 4", "Nordlev Kulturudvalget   12-03-2024    3"):
        assert item_of("Beslutning", "Drøftet.", head).decisions[0].text == "Drøftet."
    item = item_of("Beslutning", "Drøftet.", "Referat fra Kulturudvalgets møde den 12. marts 2024")
    assert item.decisions[0].text == "Drøftet."


def test_lines_that_are_of_the_agenda_or_the_page_are_no_decision() -> None:
    for line in ("Næste punkt: Ny bro over åen", "(Punktet sluttede kl. 15.58)", "L U K K E T   D A G S O R D E N"):
        assert item_of("Beslutning", "Drøftet.", line).decisions[0].text == "Drøftet."
    told = "Punktet sluttede med en rundvisning."
    assert item_of("Beslutning", "Drøftet.", told).decisions[0].text == f"Drøftet.\n{told}"


def test_absentees_under_numbered_attachments_are_none_of_them() -> None:
    item = item_of("Beslutning", "Drøftet.", "Bilag (2)\n\nRegnskab\n\nKort over havnen\n\nFraværende: Anna Berg (A)")
    assert [one.title for one in item.attachments] == ["Regnskab", "Kort over havnen"]
    assert [one.name for one in item.absences] == ["Anna Berg"]


@pytest.mark.parametrize(
    ("printed", "titles"),
    [
        (("1 Hvidbog", "2 Notat fra 2023", "________"), ["Hvidbog", "Notat fra 2023"]),
        (("1 Hvidbog", "2 Notat fra 2023"), ["Hvidbog", "Notat fra 2023"]),
        (("4 breve fra naboer", "Notat"), ["4 breve fra naboer", "Notat"]),
    ],
)
def test_the_count_of_attachments_is_taken_off_where_all_are_counted(
    printed: tuple[str, ...], titles: list[str]
) -> None:
    item = item_of("Beslutning", "Drøftet.", "Bilag", *printed)
    assert [one.title for one in item.attachments] == titles


@pytest.mark.parametrize("words", ["Beslutningen offentliggøres ikke.", "Beslutningen er ikke frigivet."])
def test_a_decision_that_is_not_published_is_known_to_be_one_alone(words: str) -> None:
    (decision,) = item_of("Udvalgets beslutning", words).decisions
    assert (decision.released, decision.text) == (False, "")


def test_an_earlier_decision_of_the_body_itself_is_quoted() -> None:
    item = item_of(
        "Udvalgets beslutning på mødet den 9. januar 2024, sag 2:", "Udsat.", "Udvalgets beslutning:", "Afvist."
    )
    assert [(str(one.date), one.own, one.text) for one in item.decisions] == [
        ("2024-01-09", False, "Udsat."),
        ("2024-03-12", True, "Afvist."),
    ]


def test_a_decision_that_an_account_tells_of_is_no_section() -> None:
    account = "Sagen er behandlet før.\n\nTeknisk Udvalg besluttede den 9. januar 2024:\n\nUdsat.\n\nDer er siden søgt."
    item = item_of("Sagsfremstilling", account, "Beslutning", "Godkendt.")
    assert [section.name for section in item.sections] == ["Sagsfremstilling", "Beslutning"]
    assert [one.text for one in item.decisions] == ["Godkendt."]
    told = meeting_of(
        "Kulturudvalget\n\n12. marts 2024\n\nPunkt 7: Havnebad\n\n24/1\n\n"
        "Teknisk Udvalg udtalte den 9. januar 2024 (pkt. 4):\n\nAnbefales.\n\n"
        "Kulturudvalget besluttede den 12. marts 2024:\n\nAfvist.\n\nPunkt 8: Eventuelt\n\n24/2\n\n"
        "Kulturudvalget besluttede den 12. marts 2024:\n\nIntet."
    )
    assert [(one.body.name, one.own, one.text) for one in told.items[0].decisions] == [
        ("Teknisk Udvalg", False, "Anbefales."),
        ("Kulturudvalget", True, "Afvist."),
    ]


def test_the_body_is_that_of_the_decisions_where_the_top_names_another() -> None:
    points = [
        f"Punkt {number}: Sag {number}\n\nBeslutning i Kulturudvalget den 12. marts 2024\n\nGodkendt."
        for number in (1, 2)
    ]
    record = meeting_of("Søby Kommune\n\nAlle udvalg og råd\n\nMødedato: 12. marts 2024\n\n" + "\n\n".join(points))
    body = value_of(record.body)
    assert body is not None
    assert (body.name, record.kind) == ("Kulturudvalget", DocumentKind.MINUTES)


@pytest.mark.parametrize(
    ("account", "motion"),
    [
        ("Anna Berg (F) foreslår, at badet er gratis fra 2025. Det koster 2 mio. kr.", "badet er gratis fra 2025"),
        ("Anna Berg (F) har bedt om at få optaget følgende forslag, jf. § 11: Badet er gratis.", "Badet er gratis"),
    ],
)
def test_a_matter_of_a_member_is_told_in_the_account(account: str, motion: str) -> None:
    decision = "Forslaget blev forkastet med 9 stemmer imod 4. For stemte F, og A undlod."
    sections = ("Sagsfremstilling", account, "Beslutning", decision)
    (vote,) = item_of(*sections, title="Forslag fra Anna Berg (F) om gratis bad").decisions[0].votes
    assert (value_of(vote.motion), vote.mover and vote.mover.person) == (motion, "Anna Berg")
    (vote,) = item_of(*sections, title="Takster for havnebadet").decisions[0].votes
    assert (value_of(vote.motion), vote.mover) == ("Forslaget", None)
    two = ("Sagsfremstilling", account, "Bo Dahl (V) foreslår, at badet lukkes.", "Beslutning", decision)
    (vote,) = item_of(*two, title="Forslag fra Anna Berg (F) om gratis bad").decisions[0].votes
    assert (value_of(vote.motion), vote.mover) == ("Forslaget", None)


def test_a_line_of_who_took_part_and_a_label_of_bodies_are_no_sections() -> None:
    item = item_of(
        "Åbent/lukket      Åbent punkt\nBehandles i       Kulturudvalget 12.03.24, Byrådet 27.03.24",
        "Beslutning\n\nGodkendt.\nDeltog i punktet: 9 af 9.",
    )
    assert [one.name for one in item.sections] == ["Beslutning"]
    assert [(one.body.name, str(one.date)) for one in item.procedure] == [
        ("Kulturudvalget", "2024-03-12"),
        ("Byrådet", "2024-03-27"),
    ]
    assert item.decisions[0].text == "Godkendt."
