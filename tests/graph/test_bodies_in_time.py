"""Bodies from printed minutes to the graph: abbreviations, "udvalget", joint meetings, changes of name."""

from __future__ import annotations

import pytest

from extract.extraction import extract
from graph.loading import load
from tests.extract.grammar.minutes import document_of

COMMITTEE, ECONOMY, COUNCIL = "nordlev.boerne-og-ungdomsudvalget", "nordlev.oekonomiudvalget", "nordlev.byraadet"


def minutes(body: str, day: str, *points: str) -> str:
    head = f"Nordlev Kommune\nReferat\n{body}\nMødedato: {day}\nMedlemmer: Åse Toft (A), Bo Eng (V), Ib Lund (C)\n\n"
    return head + "\n\n".join(points) + "\n"


def read_all(store, *texts: str) -> None:
    load(store, [record for text in texts for record in extract(document_of(text))])


FIRST = minutes(
    "Børne- og Ungdomsudvalget",
    "3. marts 2025",
    "Punkt 1: Ny legeplads\nSagsnr.: 25/1204\n\nSagsfremstilling\nEn legeplads ved havnen.\n\n"
    "Beslutning i Børne- og Ungdomsudvalget den 3. marts 2025\nAnbefales godkendt.",
)
COUNCIL_MINUTES = minutes(
    "Byrådet",
    "24. marts 2025",
    "Punkt 4: Ny legeplads\nSagsnr.: 25/1204\n\nSagsfremstilling\nEn legeplads ved havnen.\n\n"
    "Beslutning i BUU den 3. marts 2025\nAnbefales godkendt.\n\n"
    "Beslutning i Økonomiudvalget den 17. marts 2025\nAnbefales.\n\n"
    "Beslutning i Byrådet den 24. marts 2025\nGodkendt.",
)
LATER = minutes(
    "Børne- og Ungdomsudvalget",
    "7. april 2025",
    "Punkt 2: Legeplads, status\nSagsnr.: 25/1300\n\nSagsfremstilling\n"
    "Udvalget besluttede den 3. marts 2025 at anbefale legepladsen. Sagen var på BUU den 3. marts 2025 (pkt. 1) "
    "og på ØU den 17. marts 2025 (pkt. 6).\n\n"
    "Beslutning i Børne- og Ungdomsudvalget den 7. april 2025\nTaget til efterretning.",
)


def test_an_abbreviation_is_the_one_body_with_these_initials(store):
    read_all(store, FIRST, COUNCIL_MINUTES)
    rows = store.read("MATCH (d:Decision)-[:MADE_BY]->(b:Body) RETURN DISTINCT b.id AS id ORDER BY id")
    assert [row["id"] for row in rows] == [COMMITTEE, COUNCIL, ECONOMY]
    (body,) = store.read("MATCH (b:Body {id: $id}) RETURN b.aliases AS aliases, b.merged AS merged", id=COMMITTEE)
    assert body == {"aliases": ["BUU"], "merged": ["nordlev.buu"]}
    (count,) = store.read("MATCH (:Decision)-[r:SAME_DECISION]->(:Decision) RETURN count(r) AS count")
    assert count["count"] == 1


def test_the_committee_is_that_of_the_meeting_and_initials_name_a_body(store):
    read_all(store, FIRST, COUNCIL_MINUTES, LATER)
    rows = store.read(
        "MATCH (i:AgendaItem {id: $id})-[:HAS_LINK]->(l:Link)-[:STATED_BY]->(:Reference) "
        "OPTIONAL MATCH (l)-[:LINKS_TO]->(n) RETURN DISTINCT l.type AS type, n.id AS end ORDER BY end",
        id=f"{COMMITTEE}.2025-04-07.2",
    )
    ends = {row["end"] for row in rows}
    assert f"{COMMITTEE}.2025-03-03.1" in ends
    assert f"{ECONOMY}.2025-03-17" in ends
    assert not {end for end in ends if not end.startswith((COMMITTEE, ECONOMY))}


def test_an_abbreviation_that_fits_two_bodies_is_left_alone(store):
    other = FIRST.replace("Børne- og Ungdomsudvalget", "Bolig- og Udviklingsudvalget").replace("3. marts", "4. marts")
    read_all(store, FIRST, other, COUNCIL_MINUTES)
    assert [row["id"] for row in store.read("MATCH (b:Body {id: 'nordlev.buu'}) RETURN b.id AS id")] == ["nordlev.buu"]


JOINT = "Fællesmøde mellem Børne- og Ungdomsudvalget og Ældrerådet"


def test_a_joint_meeting_is_no_other_name_of_a_body(store):
    read_all(store, FIRST, minutes(JOINT, "3. marts 2025", "Punkt 1: Velkomst\n\nBeslutning\nTaget til efterretning."))
    rows = store.read("MATCH (b:Body)-[:HELD]->(m:Meeting) RETURN b.name AS name, count(m) AS meetings ORDER BY name")
    assert rows == [{"name": "Børne- og Ungdomsudvalget", "meetings": 1}, {"name": JOINT, "meetings": 1}]


NAMES = "Børne- og Ungdomsudvalget", "Ungdoms- og Børneudvalget"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (f"{NAMES[0]} skiftede den 1. januar 2025 navn til {NAMES[1]}.", "body"),
        (f"{NAMES[0]} og Havneudvalget blev den 1. januar 2025 lagt sammen til {NAMES[1]}.", "merged_body"),
    ],
)
def test_a_change_of_name_stands_between_two_bodies(store, sentence, kind):
    point = (
        f"Punkt 1: Orientering\nSagsnr.: 25/1\n\nSagsfremstilling\n{sentence}\n\nBeslutning\nTaget til efterretning."
    )
    read_all(store, minutes("Ungdoms- og Børneudvalget", "3. marts 2025", point))
    rows = store.read(
        "MATCH (o:Body)<-[:OLD_NAME]-(r:Rename)-[:NEW_NAME]->(n:Body) "
        "RETURN o.id AS old, n.id AS new, r.kind AS kind, r.date AS date ORDER BY old"
    )
    assert rows[0] == {
        "old": COMMITTEE,
        "new": "nordlev.ungdoms-og-boerneudvalget",
        "kind": kind,
        "date": "2025-01-01",
    }
    assert len(rows) == (1 if kind == "body" else 2)
