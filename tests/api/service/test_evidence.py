"""Evidence beside facts: the leading document's places first, no line without its document, corrections on the fact."""

from api.models import Evidence, Fact, Meeting
from api.service.evidence import in_order, name_documents
from graph.store import GraphStore
from tests.api.sample import MINUTES, NOTES

MEETING = "nordlev.teknik-og-miljoeudvalget.2024-04-09"


class Told(Fact):
    """A fact with an id."""

    id: str


def place(document: str, line: int) -> Evidence:
    return Evidence(document=document, line=line, start=line, end=line + 1, quote="x", rule="test", confidence=1)


def meeting(*facts: Fact, leading: str) -> Meeting:
    whose = {"id": "nordlev", "name": "Nordlev Kommune"}
    made = Meeting.model_validate({"id": MEETING, "document": leading, "body": whose, "municipality": whose,
                                   "item_count": 0, "status": "held"})  # fmt: skip
    made.__dict__["attendance"] = facts
    return made


def test_the_leading_document_comes_first_and_lines_stand_document_by_document() -> None:
    mixed = [place("b", 1), place("a", 2), place("c", 3), place("b", 4), place("a", 5)]
    assert [(one.document, one.line) for one in in_order(mixed, "c")] == [
        ("c", 3), ("a", 2), ("a", 5), ("b", 1), ("b", 4),
    ]  # fmt: skip


def test_a_fact_is_led_by_the_document_of_what_it_belongs_to(store: GraphStore) -> None:
    told = Told(id=f"{MEETING}.attendance-x", evidence=(place(MINUTES, 1), place(NOTES, 9)))
    name_documents(store, [meeting(told, leading=NOTES)])
    assert [one.document for one in told.evidence] == [NOTES, MINUTES]
    assert all(one.document_name for one in told.evidence)


def test_a_corrected_fact_says_in_which_fields(store: GraphStore) -> None:
    corrected = store.read("MATCH (c:Correction {status: 'applied'}) RETURN c.fact AS fact, c.field AS field")
    assert corrected
    for row in corrected:
        told, other = (Told(id=id_, evidence=(place(MINUTES, 1),)) for id_ in (row["fact"], f"{row['fact']}-other"))
        name_documents(store, [told, other])
        assert row["field"] in told.corrected
        assert other.corrected == ()
