from __future__ import annotations

import pytest

from graph.threads.references import Rule, find_references, is_of_others
from tests.graph.threads.town import COUNCIL, CULTURE, EARLY, reference, town

DAY = "3. april 2023 (pkt. 3"


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Søby Byråd besluttede den 3. april 2023 (pkt. 3) at bidrage til vandværket.", COUNCIL),
        ("Kulturudvalget i Søby Kommune besluttede den 3. april 2023 (pkt. 3) at støtte havnen.", CULTURE),
        ("Byrådet i Randers drøftede den 3. april 2023 (pkt. 3) vandværket.", COUNCIL),
        ("Søby Kommunes Kultur- og Havneudvalg godkendte den 3. april 2023 (pkt. 3) broen.", CULTURE),
        ("Byrådet noterede, at Søby Kommune besluttede den 3. april 2023 (pkt. 3) at sige nej.", COUNCIL),
        ("Bestyrelsen for Nordlev Havneselskab A/S besluttede den 3. april 2023 (pkt. 3) at uddybe sejlrenden.", None),
        ("Nordlev Havneselskab A/S godkendte den 3. april 2023 (pkt. 3) taksterne.", None),
        ("Den 3. april 2023 (pkt. 3) besluttede bestyrelsen for Nordlev Havneselskab at uddybe sejlrenden.", None),
        ("Regionsrådet traf den 3. april 2023 (pkt. 3) beslutning om busserne.", None),
        ("Miljøministeriet godkendte den 3. april 2023 (pkt. 3) planen.", None),
    ],
)
def test_a_date_of_somebody_else_is_no_meeting_of_the_municipality(sentence: str, body: str | None) -> None:
    there = reference("2023-04-03", "3", body, sentence, DAY)
    corpus = town(there)
    assert is_of_others(corpus, there)
    assert find_references(corpus) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Nordlev Byråd besluttede den 3. april 2023 (pkt. 3) at bygge.",
        "Nordlev Kommunes Byråd besluttede den 3. april 2023 (pkt. 3) at bygge.",
        "Byrådet i Nordlev Kommune besluttede den 3. april 2023 (pkt. 3) at bygge.",
        "Byrådet godkendte aftalen med Søby Kommune den 3. april 2023 (pkt. 3).",
        "Efter en henvendelse fra bestyrelsen for havnen besluttede Byrådet den 3. april 2023 (pkt. 3) at bygge.",
        "Byrådet besluttede den 3. april 2023 (pkt. 3), at Søby Byråd skulle høres.",
        "Forvaltningen bad den 3. april 2023 (pkt. 3) om penge.",
    ],
)
def test_own_bodies_are_no_strangers(sentence: str) -> None:
    [link] = find_references(town(reference("2023-04-03", "3", COUNCIL, sentence, DAY)))
    assert (link.rule, link.end) == (Rule.NUMBER, f"{EARLY.id}.3")
