"""Names of invented municipalities, as short as a test can say them, and what is judged of two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from graph import ids
from graph.identity.judgements import Judgement, Verdict
from graph.identity.named import Named, NamedKind

HOME = "nordlev"


def person(name: str, municipality: str = HOME, **known: Any) -> Named:
    return Named(NamedKind.PERSON, ids.person_id(municipality, name), name, municipality, **_sets(known))


def body(name: str, municipality: str = HOME, **known: Any) -> Named:
    return Named(NamedKind.BODY, ids.body_id(municipality, name), name, municipality, **_sets(known))


def organisation(name: str, municipality: str | None = HOME, **known: Any) -> Named:
    return Named(NamedKind.ORGANISATION, ids.organisation_id(name, municipality), name, municipality, **_sets(known))


def law(name: str, municipality: str | None = None, **known: Any) -> Named:
    return Named(NamedKind.LAW, ids.law_id(name, municipality), name, municipality, **_sets(known))


def years(first: int, last: int) -> dict[str, date]:
    return {"first": date(first, 1, 15), "last": date(last, 12, 1)}


def verdicts(judge: Callable[[Sequence[Named]], list[Judgement]], *names: Named) -> list[tuple[str, Verdict, str]]:
    """Of each judgement the smaller name and the greater, the verdict and the code of the reason."""
    named = {each.id: each.name for each in names}
    return [
        (" | ".join(sorted((named[one.left], named[one.right]))), one.verdict, one.reason.code) for one in judge(names)
    ]


def only_verdict(judge: Callable[[Sequence[Named]], list[Judgement]], *names: Named) -> Verdict | None:
    """The one verdict on two names; none where nothing is judged."""
    found = judge(names)
    assert len(found) < 2
    return found[0].verdict if found else None


def _sets(known: dict[str, Any]) -> dict[str, Any]:
    return {key: frozenset(value) if isinstance(value, (list, set)) else value for key, value in known.items()}
