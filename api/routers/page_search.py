"""The page of a search: what was found, and the ways to narrow it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.models import FacetValue, SearchAnswer
from api.pages import lead_to, render
from api.pages.texts import Texts, texts_of
from api.routers.codes import FoundCode
from api.routers.page_filters import After, Day, Scope
from api.routers.parameters import Store
from api.service import municipalities, search
from extract.records import Outcome

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Kind: TypeAlias = Annotated[Literal[FoundCode, ""], Query()]
Result: TypeAlias = Annotated[Outcome | Literal[""], Query()]


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow what was found, or to widen it again where it is chosen."""

    label: str
    count: int
    query: str  # of the address that it leads to
    chosen: bool
    quoted: bool  # whether the label stands in minutes


@router.get("/soeg")
def show_search(
    request: Request,
    store: Store,
    q: Annotated[str, Query(max_length=200)] = "",
    kommune: Scope = "",
    slags: Kind = "",
    udvalg: Annotated[str, Query(max_length=300)] = "",
    fra: Day = "",
    til: Day = "",
    udfald: Result = "",
    efter: After = None,
) -> Response:
    """What a search found. A number of exactly one case leads straight to it."""
    filters = search.Filters(slags, kommune, udvalg, fra or None, til or None, udfald)
    answer = search.search(store, q, filters, after=efter)
    if len(answer.cases) == 1 and not answer.containers:
        return lead_to(request, "case", answer.cases[0].id, 303)
    if len(answer.containers) == 1 and not answer.cases:
        return lead_to(request, "number", answer.containers[0].id, 303)
    chosen = {
        "q": q,
        "kommune": kommune,
        "slags": slags,
        "udvalg": udvalg,
        "fra": str(fra),
        "til": str(til),
        "udfald": udfald,
    }
    scopes = municipalities.municipality_names(store)
    names = {one.id: one.name for one in scopes}
    return render(
        request,
        "search.html",
        answer=answer,
        chosen=chosen,
        query=_query(chosen),
        facets=dict(_facets(texts_of(request), answer, chosen, names)),
        outcomes=list(Outcome),
        scopes=scopes,
        after=efter,
    )


def _query(chosen: Mapping[str, str]) -> str:
    return urlencode({name: value for name, value in chosen.items() if value})


def _facets(
    texts: Texts, answer: SearchAnswer, chosen: Mapping[str, str], names: Mapping[str, str]
) -> Iterable[tuple[str, Sequence[Choice]]]:
    """By the name of each facet the values among which a reader can choose; none where there is nothing to choose."""
    facets = answer.facets

    def choices(values: Iterable[FacetValue], name: str) -> Iterable[Choice]:
        for value in values:
            label, quoted = _label(texts, name, value, "" if chosen["kommune"] else names.get(_home(value.value), ""))
            setting = _setting(name, value.value)
            is_chosen = all(chosen[key] == each for key, each in setting.items())
            changed = {**chosen, **(dict.fromkeys(setting, "") if is_chosen else setting)}
            yield Choice(label, value.count, _query(changed), is_chosen, quoted)

    for name in ("kind", "municipality", "body", "year"):
        found = tuple(choices(getattr(facets, name), name))
        if len(found) > 1 or any(one.chosen for one in found):
            yield name, found


def _home(id_: str) -> str:
    return id_.partition(".")[0]


def _label(texts: Texts, name: str, value: FacetValue, municipality: str) -> tuple[str, bool]:
    if name == "kind":
        return texts.word("search_kind", value.value), False
    if name == "year":
        return value.value, False
    label = value.name or value.value
    return (f"{label}, {municipality}" if name == "body" and municipality else label), True


def _setting(name: str, value: str) -> dict[str, str]:
    """What the address says where this value is chosen."""
    if name == "year":
        return {"fra": dt.date(int(value), 1, 1).isoformat(), "til": dt.date(int(value), 12, 31).isoformat()}
    return {{"kind": "slags", "municipality": "kommune", "body": "udvalg"}[name]: value}
