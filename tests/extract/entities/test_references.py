"""Every form in which minutes refer to another meeting or point."""

from __future__ import annotations

import pytest

from extract.entities.references import ReferenceFinding
from tests.extract.entities.marked import found

COUNCIL, FINANCE, OWN = "Byrådet", "Økonomiudvalget", "Teknik- og Klimaudvalget"


@pytest.mark.parametrize(
    ("text", "references"),
    [
        # the number of the point is printed
        ("Byrådet besluttede den 3. april 2023 (pkt. 25) at vente.", [("2023-04-03", COUNCIL, "25")]),
        ("Byrådets beslutning af 3. april 2023 (punkt 25).", [("2023-04-03", COUNCIL, "25")]),
        ("Se pkt. 25 på mødet den 3. april 2023 i Byrådet.", [("2023-04-03", COUNCIL, "25")]),
        ("Midlerne er frigivet (BY 03.04.2023 pkt. 25).", [("2023-04-03", COUNCIL, "25")]),
        ("Midlerne er frigivet (ØU 3. april 2023, pkt. 4).", [("2023-04-03", FINANCE, "4")]),
        ("Midlerne er frigivet (XYU 3. april 2023, pkt. 4).", [("2023-04-03", None, "4")]),
        (
            "Byrådet behandlede den 3. april 2023 (pkt. 7, 9 og 12) tre sager om skoler.",
            [("2023-04-03", COUNCIL, "7"), ("2023-04-03", COUNCIL, "9"), ("2023-04-03", COUNCIL, "12")],
        ),
        # of two bodies each date has its own
        (
            "Den er behandlet i økonomiudvalget den 27. marts 2023 (pkt. 7) og i Byrådet den 3. april 2023 (pkt. 9).",
            [("2023-03-27", FINANCE, "7"), ("2023-04-03", COUNCIL, "9")],
        ),
        # a date alone, with what was done
        ("Byrådet behandlede den 3. apr. 2023 en plan.", [("2023-04-03", COUNCIL, None)]),
        ("Planen blev godkendt den 3. april 2023 i Nordlev Byråd.", [("2023-04-03", COUNCIL, None)]),
        ("Det følger byrådets beslutning den 3. april 2023 om at spare.", [("2023-04-03", COUNCIL, None)]),
        ("Den 3. april 2023 udpegede Byrådet fem medlemmer.", [("2023-04-03", COUNCIL, None)]),
        ("Økonomiudvalget blev den 27. marts 2023 orienteret om planen.", [("2023-03-27", FINANCE, None)]),
        ("Økonomiudvalget blev orienteret om planen den 27. marts 2023.", [("2023-03-27", FINANCE, None)]),
        ("Forvaltningen orienterede den 3. april 2023 byrådet om planen.", [("2023-04-03", COUNCIL, None)]),
        ("Det skete på byrådsmødet den 3. april 2023.", [("2023-04-03", COUNCIL, None)]),
        ("Udvalget drøftede planen på møde i juni 2022.", [("2022-06", None, None)]),
        # lists of dates
        (
            "Udvalget drøftede planen den 3. april 2023, den 9. maj 2023 og igen den 6. juni 2023.",
            [("2023-04-03", None, None), ("2023-05-09", None, None), ("2023-06-06", None, None)],
        ),
        # no reference
        ("Byrådet besluttede, at fristen er den 3. april 2023.", []),
        ("Skolen blev bygget den 3. april 1923.", []),
        ("LAG 3. april 2023.", []),
    ],
)
def test_forms(text: str, references: list[tuple[str, str | None, str | None]]) -> None:
    read = sorted(found(text, ReferenceFinding), key=lambda one: (one.start, one.end))
    assert [(one.date, one.body, one.item_number) for one in read] == references


def test_each_number_of_a_list_has_a_place_of_its_own() -> None:
    [one, two] = found("Byrådet besluttede den 3. april 2023 (pkt. 7 og 9) at vente.", ReferenceFinding)
    assert (one.start, one.end) != (two.start, two.end)
    assert one.sentence == two.sentence == "Byrådet besluttede den 3. april 2023 (pkt. 7 og 9) at vente."


def test_a_body_before_the_date_comes_before_one_behind_it() -> None:
    text = "Teknik- og Klimaudvalget bad på sit møde den 2. april 2024 om en sag frem mod Byrådets møde i juni."
    first = found(text, ReferenceFinding)[0]
    assert (first.date, first.body, first.own) == ("2024-04-02", OWN, True)
