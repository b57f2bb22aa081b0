import pytest

from extract.entities.component import findings
from extract.entities.followups import FollowUpFinding
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


def test_every_component_leaves_its_spans() -> None:
    doc = run("Anna Lund (V) har planlovens § 5 med til Nordlev Kommune den 3. maj 2022.", NORDLEV)
    assert {"persons", "parties", "laws", "organisations", "dates", "followups"} <= set(doc.spans)
    assert [span.text for span in doc.spans["laws"]] == ["planlovens § 5"]
    assert findings(doc, FollowUpFinding) == ()
