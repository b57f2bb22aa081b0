"""The page of drawings: one page for all of them. Its address holds all that the picture depends on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, TypeAlias
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.errors import RequestInvalid
from api.models import Drawing, DrawingKind, DrawnLink, DrawnNode, FieldError, Named
from api.pages import render
from api.routers.graph import Depth, Least, Most
from api.routers.parameters import Store
from api.service import neighbourhood as service
from api.service import networks, ways
from api.service.drawing import KINDS, Shown
from graph.store import GraphStore

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

Thing: TypeAlias = Annotated[str, Query(max_length=520)]
Day: TypeAlias = Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]
Words: TypeAlias = Annotated[str, Query(max_length=100)]


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of drawing: where the API has it, and how its parameters are called there."""

    address: str
    parameters: Mapping[str, str]


# By the parameter of the page that says which it is.
SOURCES: Mapping[str, Source] = {
    "node": Source("/api/graph", {"node": "node", "depth": "depth", "limit": "limit"}),
    "sag": Source("/api/graph/case", {"sag": "case"}),
    "fra": Source("/api/path", {"fra": "from", "til": "to"}),
    "stemmer": Source("/api/graph/votes", {"stemmer": "of", "mindst": "least", "limit": "limit"}),
    "partner": Source("/api/graph/partner", {"partner": "organisation", "limit": "limit"}),
}
_USUAL: Mapping[str, Any] = {"depth": service.DEPTH, "limit": service.LIMIT, "mindst": 1}


@dataclass(frozen=True, slots=True)
class Picture:
    """What a reader looks at: what is drawn, which of its nodes are opened, and what of it is shown."""

    asked: Mapping[str, Any]
    opened: Sequence[str] = ()
    shown: Shown = field(default_factory=Shown)
    words: str = ""
    municipality: str | None = None  # that the reader keeps to: links of the page say it by themselves

    @property
    def source(self) -> Source:
        """Where the drawing comes from."""
        return SOURCES[next(name for name in SOURCES if self.asked.get(name))]

    @property
    def drawn(self) -> list[tuple[str, Any]]:
        """The parameters that say what is drawn; what is usual is left unsaid."""
        named = ((name, self.asked[name]) for name in self.source.parameters)
        return [(name, value) for name, value in named if value != _USUAL.get(name)]

    @property
    def address(self) -> str:
        """The address of this page."""
        words = [("q", self.words)] if self.words else []
        opened = [("aaben", key) for key in self.opened]
        return "/graf?" + urlencode([*self.drawn, *opened, *self._shown("uden", "siden", "indtil"), *words])

    def turned(self, key: str) -> str:
        """The address of the same picture with a node opened, or closed where it is open."""
        left = [one for one in self.opened if one != key]
        return replace(self, opened=left if key in self.opened else [*left, key]).address

    def data(self, form: str) -> str:
        """The address of the same as data."""
        said = [(self.source.parameters[name], value) for name, value in self.drawn]
        opened = [("open", key) for key in self.opened]
        opened += [("municipality", self.municipality)] if self.municipality else []
        view = self._shown("without", "since", "until")
        return f"{self.source.address}?{urlencode([*said, *opened, *view, ('format', form)])}"

    def _shown(self, without: str, since: str, until: str) -> list[tuple[str, Any]]:
        days = ((since, self.shown.since), (until, self.shown.until))
        kinds = [(without, kind) for kind in KINDS if kind in self.shown.without]
        return [*kinds, *((name, day) for name, day in days if day)]


def _picture(
    request: Request,
    node: Thing = "",
    sag: Thing = "",
    fra: Thing = "",
    til: Thing = "",
    stemmer: Thing = "",
    partner: Thing = "",
    depth: Depth = service.DEPTH,
    limit: Most = service.LIMIT,
    mindst: Least = 1,
    aaben: Annotated[Sequence[Thing], Query(max_length=service.MOST_OPENED)] = (),
    uden: Annotated[Sequence[Thing], Query(max_length=len(KINDS))] = (),
    siden: Day = "",
    indtil: Day = "",
    q: Words = "",
) -> Picture:
    asked = {"node": node, "sag": sag, "fra": fra, "til": til, "stemmer": stemmer, "partner": partner}
    if not any(asked[name] for name in SOURCES):
        raise _missing("node")
    if fra and not til:
        raise _missing("til")
    shown = Shown(frozenset(uden), _day("siden", siden), _day("indtil", indtil))
    scope: Named | None = request.state.scope
    numbers = {"depth": depth, "limit": limit, "mindst": mindst}
    return Picture({**asked, **numbers}, tuple(dict.fromkeys(aaben)), shown, q, scope.id if scope else None)


def _missing(name: str) -> RequestInvalid:
    return RequestInvalid([FieldError(field=f"query.{name}", message="Field required")])


def _day(name: str, text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise RequestInvalid([FieldError(field=f"query.{name}", message="There is no such day")]) from error


@router.get("/graf")
def show_graph(request: Request, store: Store, picture: Annotated[Picture, Depends(_picture)]) -> Response:
    """A drawing, and the same as a list."""
    drawing = _draw(store, picture)
    nodes = {each.key: each for each in drawing.nodes}
    hidden = {key for key, node in nodes.items() if key != drawing.center and not picture.shown.shows(node)}
    return render(
        request,
        "graph.html",
        drawing=drawing,
        picture=picture,
        names=nodes,
        hidden=hidden,
        groups=list(_groups(drawing)),
        links=list(_by_source(drawing, hidden)),
        also=list(_also(drawing)),
        kinds=[kind for kind in KINDS if any(node.kind == kind for node in drawing.nodes)],
        depths=range(1, service.MOST_DEPTH + 1),
    )


def _draw(store: GraphStore, picture: Picture) -> Drawing:
    asked = picture.asked
    kept: dict[str, Any] = {"opened": picture.opened, "municipality": picture.municipality}
    if asked["node"]:
        return service.neighbourhood(store, asked["node"], depth=asked["depth"], limit=asked["limit"], **kept)
    if asked["sag"]:
        return ways.case_way(store, asked["sag"], **kept)
    if asked["fra"]:
        return ways.path(store, asked["fra"], asked["til"], **kept)
    if asked["stemmer"]:
        return networks.voting(store, asked["stemmer"], least=asked["mindst"], limit=asked["limit"], **kept)
    return networks.partner(store, asked["partner"], limit=asked["limit"], **kept)


def _groups(drawing: Drawing) -> Iterator[tuple[str, list[DrawnNode]]]:
    for kind in KINDS:
        if ones := [node for node in drawing.nodes if node.kind == kind]:
            yield kind, ones


def _by_source(drawing: Drawing, hidden: set[str]) -> Iterator[tuple[str, list[tuple[str, list[DrawnLink]]], bool]]:
    """The links of each node that has some, by their type; and whether one of them is shown."""
    for node in drawing.nodes:
        if links := [link for link in drawing.links if link.source == node.key]:
            types = dict.fromkeys(link.type for link in links)
            shown = node.key not in hidden and any(link.target not in hidden for link in links)
            yield node.key, [(type_, [link for link in links if link.type == type_]) for type_ in types], shown


def _also(drawing: Drawing) -> Iterator[tuple[DrawingKind, str]]:
    """Other drawings of the thing in the middle: its kind of drawing, and the parameter that asks for it."""
    kind, _, id_ = (drawing.center or "").partition(":")
    others = {
        "case": (DrawingKind.CASE, "sag"),
        "body": (DrawingKind.VOTES, "stemmer"),
        "municipality": (DrawingKind.VOTES, "stemmer"),
        "organisation": (DrawingKind.PARTNER, "partner"),
    }
    if drawing.about is DrawingKind.PARTNER:
        yield DrawingKind.NEIGHBOURHOOD, "/graf?" + urlencode({"node": drawing.center})
    elif kind in others:
        about, name = others[kind]
        yield about, "/graf?" + urlencode({name: id_})
