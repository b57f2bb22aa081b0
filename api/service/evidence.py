"""Evidence with the names of its documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from api.models import Evidence, Shape
from api.service.rows import ask
from graph.store import GraphStore

Answer = TypeVar("Answer", bound=Shape)


def name_documents(store: GraphStore, answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """These answers, where every piece of evidence names its document now; one query for all of them.

    The pieces are completed where they stand: the answers were made a moment ago, and copying them takes longer than
    making them did.
    """
    found = [evidence for answer in answers for evidence in _evidence_in(answer)]
    shas = sorted({evidence.document for evidence in found})
    names = {row["id"]: row["name"] for row in ask(store, "document_names", ids=shas)} if shas else {}
    for evidence in found:
        evidence.__dict__["document_name"] = names.get(evidence.document)
    return tuple(answers)


def _evidence_in(value: object) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, Shape):
        for part in value.__dict__.values():
            if isinstance(part, Shape | tuple):
                yield from _evidence_in(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _evidence_in(part)
