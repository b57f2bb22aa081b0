"""What stands beside facts: their evidence in order, with the names of its documents, and what people corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from api.models import Evidence, Fact, ItemSummary, MeetingSummary, Shape
from api.service.rows import ask
from graph.ids import meeting_of
from graph.store import GraphStore

Answer = TypeVar("Answer", bound=Shape)


@dataclass(frozen=True, slots=True)
class _Stated:
    """Something with evidence, and the document that leads its meeting, where that is known."""

    shape: Shape
    evidence: tuple[Evidence, ...]
    leading: str | None


def name_documents(store: GraphStore, answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """These answers, where every piece of evidence names its document now; one query for all of them.

    Of a fact that several documents state, the places in the document that leads come first, then those of each other
    together: lines are only to be compared within one. A fact says too what a person has corrected in it.

    The facts are completed where they stand: the answers were made a moment ago, and copying them takes longer than
    making them did.
    """
    stated = [one for answer in answers for one in _stated(answer, None)]
    facts = _by_id(stated)
    names, corrected = _beside(store, stated, facts)
    for one in stated:
        for place in one.evidence:
            place.__dict__["document_name"] = names.get(place.document)
        one.shape.__dict__["evidence"] = in_order(one.evidence, one.leading)
    for id_ in facts.keys() & corrected.keys():
        for fact in facts[id_]:
            fact.__dict__["corrected"] = tuple(corrected[id_])
    return tuple(answers)


def in_order(places: Sequence[Evidence], leading: str | None) -> tuple[Evidence, ...]:
    """The places of one fact, document by document, those in the leading one first."""

    def key(place: Evidence) -> tuple[bool, str, str, int, int, str, str]:
        document = (place.document_name or "", place.document)
        return (place.document != leading, *document, place.line, place.start, place.id or "", place.field or "")

    return tuple(sorted(places, key=key)) if len(places) > 1 else tuple(places)


def _beside(
    store: GraphStore, stated: Sequence[_Stated], facts: Mapping[str, Sequence[Fact]]
) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The names of the documents, and the corrected fields by the id of their fact."""
    documents = sorted({place.document for one in stated for place in one.evidence})
    if not documents:
        return {}, {}
    meetings = sorted({meeting_of(id_) for id_ in facts})
    rows = ask(store, "evidence_beside", documents=documents, meetings=meetings)
    corrected: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["corrected"] is not None:
            corrected[row["id"]].append(row["corrected"])
    return {row["id"]: row["name"] for row in rows if row["corrected"] is None}, corrected


def _by_id(stated: Sequence[_Stated]) -> dict[str, list[Fact]]:
    """The facts that have an id of their own, by it: one may be told of at several places of an answer."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for one in stated:
        if isinstance(one.shape, Fact) and "id" in one.shape.__dict__:
            found[one.shape.__dict__["id"]].append(one.shape)
    return found


def _stated(value: object, leading: str | None) -> Iterator[_Stated]:
    if isinstance(value, Evidence):
        return
    if isinstance(value, Shape):
        leading = _leading(value) or leading
        for part in value.__dict__.values():
            if isinstance(part, Shape | tuple):
                yield from _stated(part, leading)
        if evidence := value.__dict__.get("evidence"):
            yield _Stated(value, evidence, leading)
    elif isinstance(value, tuple):
        for part in value:
            yield from _stated(part, leading)


def _leading(shape: Shape) -> str | None:
    """The document that leads the meeting of a point or a meeting, or of that to which something belongs."""
    if isinstance(shape, ItemSummary | MeetingSummary):
        return shape.document
    owner = shape.__dict__.get("item") or shape.__dict__.get("meeting")
    return owner.document if isinstance(owner, ItemSummary | MeetingSummary) else None
