from dataclasses import replace

import pytest

from extract.entities.component import attach, findings, point_of
from extract.entities.followups import FollowUpFinding
from extract.entities.pipeline import pipeline
from tests.extract.entities.marked import NORDLEV, found, run


@pytest.mark.parametrize(
    ("text", "followups"),
    [
        ("Høringsfristen for planen er 4. juni 2024.", [("deadline", "2024-06-04")]),
        ("Høringsfristen for planen er 4. april 2024.", []),
        ("Forvaltningen vender tilbage med et notat.", [("administration_promise", None)]),
        ("Planen skal godkendes på udvalgets møde i juni 2024.", [("planned_treatment", "2024-06")]),
        ("Udvalget ønsker en status til efteråret 2024.", []),  # not in a decision: history
        ("Borgerne ønsker flere bænke i juni 2024.", []),
    ],
)
def test_followups(text: str, followups: list[tuple[str, str | None]]) -> None:
    assert [(one.category, one.due) for one in found(text, FollowUpFinding)] == followups


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Udvalget ønsker en status senest november 2024.", [("2024-11", None)]),
        ("Udvalget ønsker endvidere at få undersøgt, hvor mange træer der er.", [(None, None)]),
        ("Godkendt, idet Havneudvalget ønsker, at forvaltningen ser på bænke.", [(None, "forvaltningen")]),
        ("Udvalget beder forvaltningen om et notat, idet planen gælder fra 4. juni 2025.", [(None, "forvaltningen")]),
        ("Der ønskes en orientering i oktober 2024.", [("2024-10", None)]),
        ("Udvalget ønsker derudover, at sagen om bænke genoptages.", [(None, None)]),
        ("Udvalget ønsker derudover at anerkende arbejdet med redegørelsen og takker for status.", []),
        ("Udvalget ønsker derfor ikke at slukke lyset og ønsker at fastholde planen.", []),
        ("Ingen af de områder ønskes yderligere beskrevet.", []),
        ("Udvalget ønsker, at fastholde havnens plan.", []),
        ("Udvalget ønsker at deltage i et møde.", []),
        ("Bo Krag stemte imod, idet der ønskes flere bænke.", []),
    ],
)
def test_a_request_asks_for_something(text: str, asked: list[tuple[str | None, str | None]]) -> None:
    doc = run(text)
    point = point_of(doc)
    decided = tuple(replace(one, where="Beslutning") for one in point.passage.paragraphs)
    attach(doc, replace(point, passage=replace(point.passage, paragraphs=decided)))
    pipeline().get_pipe("followups")(doc)
    assert [(one.due, one.to) for one in findings(doc, FollowUpFinding)] == asked


def test_every_component_leaves_its_spans() -> None:
    doc = run("Anna Lund (V) har planlovens § 5 med til Nordlev Kommune den 3. maj 2022.", NORDLEV)
    assert {"persons", "parties", "laws", "organisations", "dates", "followups"} <= set(doc.spans)
    assert [span.text for span in doc.spans["laws"]] == ["planlovens § 5"]
    assert findings(doc, FollowUpFinding) == ()
