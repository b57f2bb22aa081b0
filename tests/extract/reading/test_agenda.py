import json
from pathlib import Path
from typing import Any

import pytest

from extract.document import Document, Label
from extract.errors import JsonMalformed
from extract.reading import read

HTML = (
    "<div><h3>Beslutning</h3><span>Godkendt.<br>Søby deltog ikke.</span>"
    "<h3>Sagens forløb</h3><span class='sagsforloeb'><u>03-03-2025 Havneudvalget</u><br>\r Udsat.<br></span>"
    "<ul><li>færgen <b>A</b>lma</li><li>broen</li></ul>"
    "<table><tr><td><p>Område</p></td><td>2025</td></tr><tr><td>Færger</td><td></td></tr></table></div>"
)


def agenda() -> dict[str, Any]:
    return {
        "Id": "aa",
        "Udvalg": {"Id": "bb", "Navn": "Havneudvalget"},
        "Moede": {
            "Navn": "Dagsorden",
            "Dato": "2025-03-03T16:00:00+01:00",
            "Sted": "Rådhuset,\nSøby",
            "Moededeltagere": [
                {"Name": "Åse Ærø", "Absent": False, "ParticipationCancelled": False},
                {"Name": "Bo Sø", "Absent": True, "ParticipationCancelled": False},
                {"Name": "Eva Ø", "Absent": False, "ParticipationCancelled": True},
            ],
        },
        "Dagsordenpunkter": [
            {
                "Number": "1",
                "Navn": "Ny havn",
                "SagsNummer": "25-000101",
                "IsOpen": False,
                "Felter": [{"Navn": "", "Html": HTML, "Link": "https://nordlev.example/1", "DocumentId": "cc"}],
                "ExternalAgendaItemAttendees": [None, {"Name": "Dan Å", "Reason": "Fraværende"}],
                "Bilag": [{"Id": "dd", "Navn": "- Kort over havnen"}],
            },
            {"Number": "2", "Navn": "Eventuelt", "Felter": None},
        ],
    }


def give(tmp_path: Path, value: object) -> Document:
    path = tmp_path / "agenda.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return read(path)


def test_every_line_is_one_value_in_the_order_of_print(tmp_path: Path) -> None:
    document = give(tmp_path, agenda())
    assert [(line.label, line.heading, line.bullet, line.cells or line.text) for line in document.lines] == [
        (Label.BODY, 0, False, "Havneudvalget"),
        (Label.MEETING_NAME, 0, False, "Dagsorden"),
        (Label.DATE, 0, False, "2025-03-03T16:00:00+01:00"),
        (Label.PLACE, 0, False, "Rådhuset, Søby"),
        (Label.PRESENT, 0, False, "Åse Ærø"),
        (Label.ABSENT, 0, False, "Bo Sø"),
        (Label.ABSENT, 0, False, "Eva Ø"),
        (Label.ITEM_NUMBER, 0, False, "1"),
        (Label.ITEM_TITLE, 0, False, "Ny havn"),
        (Label.CASE_NUMBER, 0, False, "25-000101"),
        (None, 3, False, "Beslutning"),
        (None, 0, False, "Godkendt."),
        (None, 0, False, "Søby deltog ikke."),
        (None, 3, False, "Sagens forløb"),
        (None, 6, False, "03-03-2025 Havneudvalget"),
        (None, 0, False, "Udsat."),
        (None, 0, True, "færgen Alma"),
        (None, 0, True, "broen"),
        (None, 0, False, ("Område", "2025")),
        (None, 0, False, ("Færger", "")),
        (Label.ITEM_ABSENT, 0, False, "Dan Å"),
        (Label.ATTACHMENT, 0, False, "- Kort over havnen"),
        (Label.ITEM_NUMBER, 0, False, "2"),
        (Label.ITEM_TITLE, 0, False, "Eventuelt"),
    ]


def test_pointers_lead_to_the_values(tmp_path: Path) -> None:
    value = agenda()
    for line in give(tmp_path, value).lines:
        found: Any = value
        for step in (line.pointer or "").split("/")[1:]:
            found = found[int(step)] if isinstance(found, list) else found[step]
        assert " ".join(str(found).split()) == line.text or found == HTML


def test_links_and_ids_are_kept_as_the_source_gives_them(tmp_path: Path) -> None:
    document = give(tmp_path, agenda())
    title = next(line for line in document.lines if line.label is Label.ITEM_TITLE)
    assert title.link == "https://nordlev.example/1"
    assert document.extra["/Dagsordenpunkter/0/Felter/0/DocumentId"] == "cc"
    assert document.extra["/Dagsordenpunkter/0/Bilag/0/Id"] == "dd"
    assert document.extra["/Id"] == "aa"


def test_named_fields_and_plain_text_of_other_publishers(tmp_path: Path) -> None:
    value = agenda()
    value["Dagsordenpunkter"] = [
        {
            "Number": "1",
            "Felter": [{"Navn": "Beslutning", "Html": None, "Tekst": "Godkendt."}],
            "ItemDecision": "<p>Ja</p>",
        }
    ]
    assert [(line.text, line.heading) for line in give(tmp_path, value).lines][-4:] == [
        ("1", 0),
        ("Beslutning", 2),
        ("Godkendt.", 0),
        ("Ja", 0),
    ]


@pytest.mark.parametrize("missing", ["Moede", "Dagsordenpunkter"])
def test_other_json_is_refused(tmp_path: Path, missing: str) -> None:
    value = agenda()
    del value[missing]
    with pytest.raises(JsonMalformed):
        give(tmp_path, value)
