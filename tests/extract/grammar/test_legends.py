"""Abbreviations of bodies that the head of a document explains. All texts are invented."""

import pytest

from extract.grammar.legends import read_initials, read_legend
from extract.records import AttendanceStatus, MeetingRecord, Outcome
from tests.extract.grammar.minutes import meeting_of, paragraphs_of

HEAD = "Nordlev Kommune\n\nKommunalbestyrelsen\n\nReferat fra mødet den 25. marts 2004 kl. 19.00\n\nTil stede: Anna Berg (V), Bo Dahl (A)\n\n"  # noqa: E501
POINTS = """\
Lb.nr. 46 Havnebad

24/1001

TU 9/3 2004: Anbefales.

ØU 16/3 2004: Anbefales. Overskuddet henlægges.

KB: Godkendt.

Lb.nr. 47 Cykelsti

24/1002

KB: Udsat. ØU vurderer sagen på ny.
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Forkortelser: KB = Kommunalbestyrelsen, ØU = Økonomiudvalget.", {"KB", "ØU"}),
        ("Kommunalbestyrelsen (KB) og Økonomiudvalget (ØU) behandlede sagerne.", {"KB", "ØU"}),
        ("KB: Kommunalbestyrelsen; BUU: Børne- og Undervisningsudvalget", {"KB", "BUU"}),
        ("KB står for Kommunalbestyrelsen, TU betyder Teknisk Udvalg", {"KB", "TU"}),
        ("Økonomiudvalget, herefter ØU, afgav indstilling.", {"ØU"}),
        ("Økonomiudvalgets formand, Teknisk Udvalgs   (TU) formand, Byrådet ,i det følgende kaldet BY", {"TU", "BY"}),
        (f"Byrådet{' ' * 5_000}(BY)", {"BY"}),
        ("G = Nordlevlisten. DI = Dansk Industri.", set()),  # no bodies
        ("XY = Kommunalbestyrelsen", set()),  # its letters are not in the name
        ("Kommunalbestyrelsen (V)", set()),
        ("Sag nr. 4: Økonomiudvalget", set()),
    ],
)
def test_what_a_head_explains(line: str, expected: set[str]) -> None:
    assert set(read_legend(paragraphs_of(line))) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Beslutning i BUU den 3. marts 2025", {"BUU": "BUU"}),
        (
            "Beslutning i TKU den 3. marts 2025\n\nTeknik- og Kulturudvalget mødes.",
            {"TKU": "Teknik- og Kulturudvalget"},
        ),
        (
            "Beslutning i TKU, d. 3/3 2025\n\nTeknik- og Kulturudvalget og Turisme- og Kunstudvalget mødes.",
            {"TKU": "TKU"},  # two fit
        ),
        ("Beslutning i EU den 3. marts 2025 om havne blev læst i SKAT", {"EU": "EU"}),
        ("Beslutning i BUU tages senere.", {}),
        ("Der er truffet beslutning i BUU den 3. marts 2025", {}),
    ],
)
def test_initials_that_head_a_decision(line: str, expected: dict[str, str]) -> None:
    assert {short: body.name for short, body in read_initials(paragraphs_of(line)).items()} == expected


def test_one_that_stands_for_two_is_none() -> None:
    assert read_legend(paragraphs_of("SU = Socialudvalget, SU = Skoleudvalget")) == {}


@pytest.mark.parametrize(
    "legend",
    [
        "Forkortelser: KB = Kommunalbestyrelsen, ØU = Økonomiudvalget, TU = Teknisk Udvalg.",
        "Sagerne er behandlet i Teknisk Udvalg (TU), Økonomiudvalget (ØU) og Kommunalbestyrelsen (KB).",
    ],
)
def test_decisions_under_abbreviations(legend: str) -> None:
    first, second = meeting_of(f"{HEAD}{legend}\n\n{POINTS}").items
    assert [(one.body.name, str(one.date), one.own, one.text) for one in first.decisions] == [
        ("Teknisk Udvalg", "2004-03-09", False, "Anbefales."),
        ("Økonomiudvalget", "2004-03-16", False, "Anbefales. Overskuddet henlægges."),
        ("Kommunalbestyrelsen", "2004-03-25", True, "Godkendt."),
    ]
    assert [(one.body.name, one.outcomes) for one in second.decisions] == [("Kommunalbestyrelsen", (Outcome.DEFERRED,))]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("ØU 16/3:", "2004-03-16"),
        ("ØU d. 16. marts:", "2004-03-16"),
        ("ØU 8/12:", "2003-12-08"),  # the latest before the meeting
        ("Beslutning i ØU 16/3:", "2004-03-16"),
        ("ØU 29/2:", "2004-02-29"),
    ],
)
def test_a_date_without_year_is_the_latest_before_the_meeting(printed: str, day: str) -> None:
    points = POINTS.replace("ØU 16/3 2004:", printed).replace("KB:", "KB 25/3:")
    first = meeting_of(f"{HEAD}KB = Kommunalbestyrelsen, ØU = Økonomiudvalget, TU = Teknisk Udvalg\n\n{points}").items[
        0
    ]
    told = [(one.body.name, str(one.date), one.own) for one in first.decisions]
    assert told[1:] == [("Økonomiudvalget", day, False), ("Kommunalbestyrelsen", "2004-03-25", True)]
    assert told[0] == ("Teknisk Udvalg", "2004-03-09", False)


@pytest.mark.parametrize("printed", ["ØU 16/4:", "ØU 31/2:", "XU 16/3:"])
def test_a_date_that_may_be_one_to_come_tells_of_no_decision(printed: str) -> None:
    points = POINTS.replace("ØU 16/3 2004:", printed)
    first = meeting_of(f"{HEAD}KB = Kommunalbestyrelsen, ØU = Økonomiudvalget, TU = Teknisk Udvalg\n\n{points}").items[
        0
    ]
    assert [one.body.name for one in first.decisions] == ["Teknisk Udvalg", "Kommunalbestyrelsen"]


def test_an_abbreviation_that_nobody_explains_is_none() -> None:
    record = meeting_of(HEAD + POINTS)
    assert not any(item.decisions for item in record.items)


def test_the_word_of_a_heading_with_an_abbreviation() -> None:
    text = f"{HEAD}KB = Kommunalbestyrelsen\n\n" + POINTS.replace("KB: ", "Beslutning i KB den 25. marts 2004\n\n")
    assert [item.decisions[-1].own for item in meeting_of(text).items] == [True, True]


def _minutes(top: str, *, foot: str = "") -> MeetingRecord:
    head = (
        f"Nordlev Kommune\n\nREFERAT Byrådet d. 12-03-2024\n\nMødedato Tirsdag d. 12. marts 2024 kl. 16:00\n\n{top}\n\n"
    )
    points = (f"Lb.nr. {number} Sag om {what}\n\n24/{number}\n\nBeslutning\n\nGodkendt." for number, what in _POINTS)
    return meeting_of(head + "\n\n".join(points) + "\n\n" + foot)


_POINTS = ((46, "havnebad"), (47, "cykelsti"), (48, "bro"))


def test_who_came_after_a_point_named_behind_a_comma() -> None:
    record = _minutes("Til stede: Anna Berg (V), Bo Dahl (A). Bo Dahl mødte kl. 19.35, efter lb.nr. 47.")
    away = [(item.number, absence.name) for item in record.items for absence in item.absences]
    assert away == [("46", "Bo Dahl"), ("47", "Bo Dahl")]


def test_a_substitute_told_of_in_a_clause_or_before_the_name() -> None:
    for list_ in (
        "Til stede: Anna Berg (V), Bo Dahl (A), der deltog i stedet for Carl Egø (A), Dorte Frank (F).",
        "Medlemmer\nAnna Berg (V)\nDorte Frank (F)\n\nFraværende: Carl Egø (A)\n\nI stedet for Carl Egø deltog Bo Dahl (A)",  # noqa: E501
    ):
        people = {one.name: one for one in _minutes(list_).attendees}
        assert people["Bo Dahl"].substitute_for == "Carl Egø"
        assert people["Bo Dahl"].status is AttendanceStatus.PRESENT
        assert people["Carl Egø"].status is AttendanceStatus.ABSENT


def test_a_list_at_the_foot_is_of_the_meeting_and_not_of_its_last_point() -> None:
    foot = "Medlemmer\nAnna Berg (V), formand\nBo al-Dahl (B)\nCarl Egø (A) - afbud\nDorte Frank (F)\nNordlev Kommune, Torvet 1"  # noqa: E501
    record = _minutes("Mødested: Rådhuset", foot=foot)
    assert [(one.name, one.status) for one in record.attendees] == [
        ("Anna Berg", AttendanceStatus.PRESENT),
        ("Bo al-Dahl", AttendanceStatus.PRESENT),
        ("Carl Egø", AttendanceStatus.ABSENT),
        ("Dorte Frank", AttendanceStatus.PRESENT),
    ]
    assert not any("Dorte" in line.text for line in record.items[-1].lines)


CUT = "Lb.nr. 46 Havnebad\n\n24/1\n\n{line}\n\nLb.nr. 47 Bro\n\n24/2\n\n{other}, den 16. marts 2004: Udsat."


def test_a_first_letter_that_was_lost_in_print() -> None:
    for full, printed in (
        ("Økonomiudvalget", " konomiudvalget"),
        ("Ældre- og Sundhedsudvalget", " ldre- og Sundhedsudvalget"),
    ):
        record = meeting_of(HEAD + CUT.format(line=f"{printed}, den 9. marts 2004: Anbefales.", other=full))
        (decision,) = record.items[0].decisions
        assert (decision.body.name, decision.body.surface, str(decision.date), decision.text) == (
            full,
            printed.strip(),
            "2004-03-09",
            "Anbefales.",
        )
        assert [one.code for one in record.problems] == ["letter-lost"]


def test_a_lost_letter_that_nothing_or_two_names_would_mend() -> None:
    line = " ocialudvalget, den 9. marts 2004: Anbefales."
    for other in ("Økonomiudvalget", "Rocialudvalget, den 8. marts 2004: Drøftet.\n\nSocialudvalget"):
        record = meeting_of(HEAD + CUT.format(line=line, other=other))
        assert record.items[0].decisions == ()
        assert not record.problems
