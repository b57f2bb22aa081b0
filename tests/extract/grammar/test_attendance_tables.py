"""Tables of members with a column that says who came. All names are invented."""

import pytest

from tests.extract.grammar.minutes import meeting_of

HEAD = "Nordlev Kommune\n\nREFERAT Byrådet d. 12-03-2003\n\nMødedato Onsdag d. 12. marts 2003 kl. 16:00\n\n"
POINTS = "\n\nPunkt 1: Havn\n\n24/1\n\nBeslutning\n\nGodkendt.\n\nPunkt 2: Sti\n\n24/2\n\nBeslutning\n\nUdsat."
HEADING = "Medlem                   Liste      Fremmøde\n"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Bo Dahl, borgmester      V          Mødt", [("Bo Dahl", "V", "present", "member", "borgmester")]),
        ("Bo Dahl                  løsgænger  Mødt", [("Bo Dahl", None, "present", "member", None)]),
        ("Bo Dahl                  V          Afbud, ingen", [("Bo Dahl", "V", "absent", "member", None)]),
        ("Bo Dahl                  V          Ikke mødt", [("Bo Dahl", "V", "absent", "member", None)]),
        (
            "Bo Dahl                  V          Afbud\n   stedfortræder Ida Lund V          Mødt",
            [("Bo Dahl", "V", "absent", "member", None), ("Ida Lund", "V", "present", "substitute", None)],
        ),
    ],
)
def test_rows(row: str, found: list[tuple[str | None, ...]]) -> None:
    record = meeting_of(f"{HEAD}{HEADING}Anna Berg                A          Mødt\n{row}{POINTS}")
    first, *others = record.attendees
    assert first.name == "Anna Berg"
    assert [(one.name, one.party_surface, str(one.status), str(one.kind), one.rank) for one in others] == found


def test_who_came_late_or_left() -> None:
    rows = "Anna Berg   A   Mødt kl. 18.20 (fra og med punkt 2)\nBo Dahl   V   Mødt, forlod mødet kl. 20 (før punkt 2)"
    record = meeting_of(f"{HEAD}{HEADING}{rows}{POINTS}")
    assert [str(one.status) for one in record.attendees] == ["present", "present"]
    assert [[one.name for one in item.absences] for item in record.items] == [["Anna Berg"], ["Bo Dahl"]]


def test_table_of_something_else() -> None:
    record = meeting_of(f"{HEAD}Medlemmer: Anna Berg, Bo Dahl\n\nMedlem   Status\nKontingent   betalt{POINTS}")
    assert [one.name for one in record.attendees] == ["Anna Berg", "Bo Dahl"]
