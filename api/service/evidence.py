"""Evidence with the names of its documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from api.models import Evidence, Shape
from api.service.rows import ask
from graph.store import GraphStore

Answer = TypeVar("Answer", bound=Shape)


def name_documents(store: GraphStore, answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """The same answers, where every piece of evidence names its document; one query for all of them."""
    shas = sorted({evidence.document for answer in answers for evidence in _evidence_in(answer)})
    names = {row["id"]: row["name"] for row in ask(store, "document_names", ids=shas)} if shas else {}
    return tuple(_named(answer, names) for answer in answers)


def _evidence_in(value: object) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, Shape):
        for _, part in value:
            yield from _evidence_in(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _evidence_in(part)


def _named(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, Evidence):
        return value.model_copy(update={"document_name": names.get(value.document)})
    if isinstance(value, Shape):
        parts = {field: part for field, part in value if isinstance(part, Shape | tuple)}
        return value.model_copy(update={field: _named(part, names) for field, part in parts.items()})
    if isinstance(value, tuple):
        return tuple(_named(part, names) for part in value)
    return value
